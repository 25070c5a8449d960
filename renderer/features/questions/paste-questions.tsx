import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Question, TickmarkError } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { ErrorNotice } from '../../components/error-notice';
import { countOf, formatCount } from '../../components/format';
import { addNotice } from '../../components/notices-store';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { columnLabels, itemsOf, type PastedLine, type PastedQuestions, readPastedQuestions } from './pasted-questions';
import styles from './questions.module.css';
import { addQuestions } from './questions-store';

interface PasteQuestionsProps {
  applicationId: number;
  existing: readonly Question[];
  onClose: () => void;
}

/** Adds many questions from spreadsheet lines, after showing what each line becomes. */
export const PasteQuestions = ({ applicationId, existing, onClose }: PasteQuestionsProps) => {
  const [text, setText] = useState('');
  const [error, setError] = useState<TickmarkError | null>(null);
  const [saving, setSaving] = useState(false);
  const deferred = useDeferredValue(text);
  const pasted = useMemo(() => readPastedQuestions(deferred, existing), [deferred, existing]);
  const items = useMemo(() => itemsOf(pasted), [pasted]);

  const add = async () => {
    setSaving(true);
    const result = await addQuestions(applicationId, items);
    setSaving(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    addNotice({ tone: 'success', title: `${countOf(items.length, 'question')} added` });
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title="Paste questions" size="64rem">
      <div className={styles.paste}>
        <Textarea
          label="Lines copied from a spreadsheet"
          description="Columns: number, process, sub-process, question. Fewer columns and a header line work too."
          placeholder={'1.10\tAccess management\tUser accounts\tList all user accounts'}
          className={styles.pasted}
          data-autofocus
          rows={7}
          wrap="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {pasted.lines.length > 0 && <PastePreview pasted={pasted} count={items.length} />}
        {error && <ErrorNotice title="No question was added" error={error} kept="What you pasted is still here." />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={items.length === 0 || deferred !== text} loading={saving} onClick={() => void add()}>
            {items.length === 0 ? 'Add questions' : `Add ${countOf(items.length, 'question')}`}
          </Button>
        </Group>
      </div>
    </Modal>
  );
};

const PastePreview = ({ pasted, count }: { pasted: PastedQuestions; count: number }) => {
  const skipped = pasted.lines.length - count;
  const read = pasted.columns.filter((column) => column !== null).map((column) => columnLabels[column]);
  return (
    <div>
      <div className={styles.pasteSummary} role="status">
        <span>
          {countOf(count, 'question')} to add{skipped > 0 && ` · ${countOf(skipped, 'line')} left out`}
        </span>
        <span className={rows.dimmed}>
          {pasted.hasHeader ? 'Columns from the header line' : 'Columns by position'}: {read.join(', ')}
        </span>
      </div>
      <div className={styles.preview}>
        <VirtualRows
          role="table"
          label="What the lines become"
          rows={pasted.lines}
          rowKey={(line) => line.line}
          rowHeight={() => 34}
          header={
            <div className={`${rows.header} ${styles.previewColumns}`}>
              <HeaderCell>Line</HeaderCell>
              <HeaderCell>No.</HeaderCell>
              <HeaderCell>Process</HeaderCell>
              <HeaderCell>Sub-process</HeaderCell>
              <HeaderCell>Question</HeaderCell>
            </div>
          }
          renderRow={(line) => <PreviewRow line={line} />}
        />
      </div>
    </div>
  );
};

const PreviewRow = ({ line }: { line: PastedLine }) => (
  <div className={`${rows.row} ${styles.previewColumns}`}>
    <Cell className={rows.dimmed}>{formatCount(line.line)}</Cell>
    {'skipped' in line ? (
      <Cell className={`${rows.line} ${styles.skipped}`} aria-colspan={4} title={line.cells.join(' · ')}>
        Left out: {line.skipped}
        {line.cells.some((cell) => cell !== '') && ` — ${line.cells.filter(Boolean).join(' · ')}`}
      </Cell>
    ) : (
      <>
        <Cell className={rows.line}>{line.item.questionNumber}</Cell>
        <Cell className={rows.line}>{line.item.process}</Cell>
        <Cell className={rows.line}>{line.item.subProcess}</Cell>
        <Cell className={rows.line} title={line.item.question}>
          {line.item.question}
        </Cell>
      </>
    )}
  </div>
);
