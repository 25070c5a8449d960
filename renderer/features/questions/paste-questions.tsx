import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Question, TickmarkError } from '../../../preload/contract';
import { ErrorNotice } from '../../components/error-notice';
import { countOf } from '../../components/format';
import { addNotice } from '../../components/notices-store';
import rows from '../../components/rows.module.css';
import { itemsOf, type PastedQuestions, readPastedQuestions } from './pasted-questions';
import { QuestionPreview } from './question-preview';
import styles from './questions.module.css';
import { addQuestions } from './questions-store';
import { columnLabel } from './skip-reasons';

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
  const items = useMemo(() => itemsOf(pasted.lines), [pasted]);

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
  const read = pasted.columns.filter((column) => column !== null).map((column) => columnLabel(column));
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
      <QuestionPreview lines={pasted.lines} />
    </div>
  );
};
