import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Environment, PreflightItem, Question } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { EnvironmentBadge } from '../../components/environment-badge';
import { formatExactTime } from '../../components/format';
import { gridColumn, moveGridFocus } from '../../components/grid-focus';
import { type RowChoice, tickState, toggleAll, toggleRow } from '../../components/row-choice';
import rows from '../../components/rows.module.css';
import { Split } from '../../components/split';
import { TickBox } from '../../components/tick-box';
import { VirtualRows, type VirtualRowsHandle } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { questionName } from '../questions/questions-store';
import { shortenPath } from '../settings/connector-address';
import styles from './execution.module.css';
import type { LastRun } from './last-run';
import { PreflightDetail } from './preflight-detail';

const t = textsOf('preflight');

/** A question with where its query would run; the item is there once it was checked. */
export interface PreflightRow {
  question: Question;
  item: PreflightItem | undefined;
  connectorName: string | null;
  environment: Environment | null;
  target: string | null;
  query: string;
  /** Why no system answers it, where a person said so. */
  notAnswerable: string | undefined;
  /** Missing until the runs are read. */
  lastRun: LastRun | undefined;
}

interface PreflightTableProps {
  applicationId: number;
  rowsShown: readonly PreflightRow[];
  ticked: RowChoice<string>;
  onTicked: (ticked: RowChoice<string>) => void;
}

/** Question × connector × environment × target × exact query × verdict. */
export const PreflightTable = ({ applicationId, rowsShown, ticked, onTicked }: PreflightTableProps) => {
  const [active, setActive] = useState(0);
  const list = useRef<VirtualRowsHandle>(null);
  const order = rowsShown.map((row) => row.question.questionId);
  const focused = rowsShown[active];

  return (
    <Split
      handleLabel={t('table.handle')}
      pane={focused && <PreflightDetail applicationId={applicationId} row={focused} />}
    >
      <VirtualRows
        ref={list}
        role="grid"
        label={t('bar.check')}
        rows={rowsShown}
        rowKey={(row) => row.question.questionId}
        rowHeight={() => 34}
        keepIndex={active}
        onKeyDown={(event) => moveGridFocus(event, { count: rowsShown.length, active, activate: setActive, list })}
        rowProps={(row, index) => ({
          'aria-selected': ticked.chosen.has(row.question.questionId),
          onFocus: () => setActive(index),
          onPointerDown: () => setActive(index),
        })}
        header={
          <div className={`${rows.header} ${styles.preflightColumns}`}>
            <HeaderCell>
              <TickBox
                label={t('table.selectAll')}
                state={tickState(ticked.chosen, order)}
                onToggle={() => onTicked(toggleAll(ticked, order))}
              />
            </HeaderCell>
            <HeaderCell>{t('table.number')}</HeaderCell>
            <HeaderCell>{t('table.question')}</HeaderCell>
            <HeaderCell>{t('table.connector')}</HeaderCell>
            <HeaderCell>{t('table.target')}</HeaderCell>
            <HeaderCell>{t('table.query')}</HeaderCell>
            <HeaderCell>{t('table.lastRun')}</HeaderCell>
            <HeaderCell>{t('table.verdict')}</HeaderCell>
          </div>
        }
        renderRow={(row, index) => {
          const { questionId } = row.question;
          const chosen = ticked.chosen.has(questionId);
          return (
            <div
              className={`${rows.row} ${styles.preflightColumns}`}
              data-ticked={chosen}
              data-active={index === active}
            >
              <Cell role="gridcell">
                <TickBox
                  label={t('table.select', { question: questionName(row.question) })}
                  state={chosen ? 'all' : 'none'}
                  onToggle={(asRange) => onTicked(toggleRow(ticked, order, questionId, asRange))}
                  control={{ tabIndex: index === active ? 0 : -1, ...gridColumn('tick') }}
                />
              </Cell>
              <PreflightCells row={row} />
            </div>
          );
        }}
      />
    </Split>
  );
};

const PreflightCells = ({ row }: { row: PreflightRow }) => (
  <>
    <Cell role="gridcell" className={rows.line}>
      {questionName(row.question)}
    </Cell>
    <Cell role="gridcell" className={rows.question} title={row.question.question}>
      {row.question.question}
    </Cell>
    <Cell role="gridcell" className={styles.connector}>
      {row.connectorName === null ? (
        <span className={rows.dimmed}>{t('table.none')}</span>
      ) : (
        <>
          <span className={rows.whole} title={row.connectorName}>
            {row.connectorName}
          </span>
          <EnvironmentBadge environment={row.environment} />
        </>
      )}
    </Cell>
    <Cell role="gridcell" className={`${rows.lines} ${rows.dimmed}`} title={row.target ?? undefined}>
      {row.target && shortenPath(row.target)}
    </Cell>
    <Cell role="gridcell" className={`${rows.lines} ${styles.code}`} title={row.query}>
      {row.query}
    </Cell>
    <Cell role="gridcell" className={rows.lines}>
      {row.lastRun && <LastRunText lastRun={row.lastRun} />}
    </Cell>
    <Cell role="gridcell" className={styles.verdict}>
      <Verdict row={row} />
    </Cell>
  </>
);

const LastRunText = ({ lastRun: { state, execution } }: { lastRun: LastRun }) => (
  <span
    className={styles.lastRun}
    data-state={state}
    title={execution?.startedAt ? formatExactTime(execution.startedAt) : undefined}
  >
    {t(`lastRun.${state}`, { run: execution?.id ?? '' })}
  </span>
);

const Verdict = ({ row: { item, notAnswerable } }: { row: PreflightRow }) => {
  if (!item && notAnswerable !== undefined) {
    return (
      <span className={rows.lines} title={notAnswerable}>
        {t('table.notAnswerable', { why: notAnswerable })}
      </span>
    );
  }
  if (!item) return <span className={rows.dimmed}>{t('table.notChecked')}</span>;
  if (item.verdict === 'ready') {
    return (
      <>
        <IconCheck size={15} className={styles.ready} aria-hidden /> {t('table.ready')}
      </>
    );
  }
  const reasons = item.reasons.map(fromMain);
  return (
    <>
      <IconAlertTriangle size={15} aria-hidden />
      <span className={rows.lines} title={reasons.join('\n')}>
        {t('table.refused', { why: reasons.join(' ') })}
      </span>
    </>
  );
};
