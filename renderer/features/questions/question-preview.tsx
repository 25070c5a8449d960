import { type QuestionColumn, questionColumns } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { formatCount } from '../../components/format';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import type { PreviewLine } from './import/column-choice';
import styles from './questions.module.css';
import { columnLabel, explainSkip } from './skip-reasons';

const t = textsOf('questions');

type LinePlan = NonNullable<PreviewLine['plan']>;

interface QuestionPreviewProps {
  lines: readonly PreviewLine[];
  /** Says of each line whether it is new or changes a question that is there. */
  compared?: boolean;
}

/** What each line of a table becomes: a question, or the reason why it is left out. */
export const QuestionPreview = ({ lines, compared = false }: QuestionPreviewProps) => {
  const columns = compared ? `${styles.previewColumns} ${styles.compared}` : styles.previewColumns;
  return (
    <div className={styles.preview}>
      <VirtualRows
        role="table"
        label={t('preview.name')}
        rows={lines}
        rowKey={(line) => line.line}
        rowHeight={() => 34}
        header={
          <div className={`${rows.header} ${columns}`}>
            <HeaderCell>{t('preview.line')}</HeaderCell>
            {compared && <HeaderCell>{t('preview.state')}</HeaderCell>}
            {questionColumns.map((column) => (
              <HeaderCell key={column}>{columnLabel(column)}</HeaderCell>
            ))}
          </div>
        }
        renderRow={(line) => (
          <div className={`${rows.row} ${columns}`}>
            <Cell className={rows.dimmed}>{formatCount(line.line)}</Cell>
            {'skipped' in line ? <SkippedCell line={line} /> : <QuestionCells line={line} compared={compared} />}
          </div>
        )}
      />
    </div>
  );
};

const SkippedCell = ({ line }: { line: Extract<PreviewLine, { skipped: unknown }> }) => (
  <Cell className={`${rows.lines} ${styles.skipped}`} aria-colspan={4} title={line.cells.join(' · ')}>
    {t('preview.leftOut', { reason: explainSkip(line.skipped) })}
    {line.cells.some((cell) => cell !== '') && ` — ${line.cells.filter(Boolean).join(' · ')}`}
  </Cell>
);

const stateOf = ({ before, changed }: LinePlan): string => {
  if (!before) return t('preview.new');
  return changed.length > 0 ? t('preview.changed') : t('preview.unchanged');
};

const QuestionCells = ({ line, compared }: { line: Extract<PreviewLine, { item: unknown }>; compared: boolean }) => {
  const { item, plan } = line;
  return (
    <>
      {compared && plan && <Cell className={rows.line}>{stateOf(plan)}</Cell>}
      {questionColumns.map((column) => (
        <ItemCell key={column} text={(plan?.after ?? item)[column]} before={wasIn(column, plan)} />
      ))}
    </>
  );
};

/** What a question has had in a column that the line changes. */
const wasIn = (column: QuestionColumn, plan: LinePlan | undefined): string | undefined =>
  plan?.changed.includes(column) ? plan.before?.[column] : undefined;

const ItemCell = ({ text, before }: { text: string; before: string | undefined }) => {
  if (before === undefined)
    return (
      <Cell className={rows.lines} title={text}>
        {text}
      </Cell>
    );
  return (
    <Cell className={`${rows.lines} ${styles.changed}`} title={t('preview.before', { text, before })}>
      {text || t('preview.emptied', { before })}
    </Cell>
  );
};
