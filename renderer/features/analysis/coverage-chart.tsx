import { Fragment, useMemo } from 'react';
import type { Question } from '../../../preload/contract';
import { formatCount } from '../../components/format';
import { textsOf } from '../../texts';
import { type Coverage, countCoverage } from './coverage';
import styles from './coverage.module.css';
import { type QuestionState, questionStates, stateLabel } from './question-state';

const t = textsOf('analysis');

interface CoverageChartProps {
  questions: readonly Question[];
  stateOf: (questionId: string) => QuestionState;
  /** Asked for when a part of the chart is chosen. Without it the chart only shows. */
  onChoose?: (process: string, state: QuestionState) => void;
}

/** How far each process is: a bar of its questions by state, with the numbers in a table beside it. */
export const CoverageChart = ({ questions, stateOf, onChoose }: CoverageChartProps) => {
  const rows = useMemo(() => countCoverage(questions, stateOf), [questions, stateOf]);
  const states = questionStates.filter((state) => rows.some(({ counts }) => counts[state] > 0));
  return (
    <div className={styles.root}>
      <table className={styles.chart}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.key} aria-hidden /> {t('coverage.process')}
            </th>
            <th scope="col" aria-hidden className={styles.bars} />
            {states.map((state) => (
              <th key={state} scope="col" className={styles.number}>
                <span className={styles.key} data-part={state} aria-hidden /> {stateLabel(state)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              <span className={styles.key} aria-hidden /> {t('coverage.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.process}>
              <th scope="row" className={styles.process} title={nameOf(row)}>
                {nameOf(row)}
              </th>
              <td className={styles.barCell}>
                <Bar row={row} />
              </td>
              {states.map((state) => (
                <td key={state} className={styles.number}>
                  <Count row={row} state={state} onChoose={onChoose} />
                </td>
              ))}
              <td className={styles.number}>{formatCount(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const nameOf = ({ process }: Coverage): string => process || t('coverage.noProcess');

/** The parts of one process: as long for each, as how far it is counts and not its size. */
const Bar = ({ row }: { row: Coverage }) => (
  <div
    className={styles.bar}
    role="img"
    aria-label={t('coverage.share', { process: nameOf(row), ready: row.counts.ready, total: row.total })}
  >
    {questionStates.map((state) => (
      <Fragment key={state}>
        {row.counts[state] > 0 && (
          <span data-part={state} style={{ flexGrow: row.counts[state] }} title={stateLabel(state)} />
        )}
      </Fragment>
    ))}
  </div>
);

interface CountProps extends Pick<CoverageChartProps, 'onChoose'> {
  row: Coverage;
  state: QuestionState;
}

const Count = ({ row, state, onChoose }: CountProps) => {
  const count = row.counts[state];
  if (count === 0) return <span className={styles.zero}>0</span>;
  if (!onChoose) return <>{formatCount(count)}</>;
  return (
    <button
      type="button"
      className={styles.count}
      aria-label={t('coverage.cell', { process: nameOf(row), count, state: stateLabel(state) })}
      onClick={() => onChoose(row.process, state)}
    >
      {formatCount(count)}
    </button>
  );
};
