import type { ReadLine } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { formatCount } from '../../components/format';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import styles from './questions.module.css';
import { columnLabel, explainSkip } from './skip-reasons';

const t = textsOf('questions');

/** What each line of a table becomes: a question, or the reason why it is left out. */
export const QuestionPreview = ({ lines }: { lines: readonly ReadLine[] }) => (
  <div className={styles.preview}>
    <VirtualRows
      role="table"
      label={t('preview.name')}
      rows={lines}
      rowKey={(line) => line.line}
      rowHeight={() => 34}
      header={
        <div className={`${rows.header} ${styles.previewColumns}`}>
          <HeaderCell>{t('preview.line')}</HeaderCell>
          <HeaderCell>{columnLabel('questionNumber')}</HeaderCell>
          <HeaderCell>{columnLabel('process')}</HeaderCell>
          <HeaderCell>{columnLabel('subProcess')}</HeaderCell>
          <HeaderCell>{columnLabel('question')}</HeaderCell>
        </div>
      }
      renderRow={(line) => <PreviewRow line={line} />}
    />
  </div>
);

const PreviewRow = ({ line }: { line: ReadLine }) => (
  <div className={`${rows.row} ${styles.previewColumns}`}>
    <Cell className={rows.dimmed}>{formatCount(line.line)}</Cell>
    {'skipped' in line ? (
      <Cell className={`${rows.line} ${styles.skipped}`} aria-colspan={4} title={line.cells.join(' · ')}>
        {t('preview.leftOut', { reason: explainSkip(line.skipped) })}
        {line.cells.some((cell) => cell !== '') && ` — ${line.cells.filter(Boolean).join(' · ')}`}
      </Cell>
    ) : (
      <>
        <Cell className={rows.line}>{line.item.questionNumber}</Cell>
        <Cell className={rows.line} title={line.item.process}>
          {line.item.process}
        </Cell>
        <Cell className={rows.line} title={line.item.subProcess}>
          {line.item.subProcess}
        </Cell>
        <Cell className={rows.line} title={line.item.question}>
          {line.item.question}
        </Cell>
      </>
    )}
  </div>
);
