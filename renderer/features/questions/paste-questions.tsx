import { Button, Modal, Textarea } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Question, TickmarkError } from '../../../preload/contract';
import { DialogButtons } from '../../components/dialog-buttons';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { itemsOf, type PastedQuestions, readPastedQuestions } from './pasted-questions';
import { QuestionPreview } from './question-preview';
import styles from './questions.module.css';
import { addQuestions } from './questions-store';
import { columnLabel } from './skip-reasons';

const t = textsOf('questions');

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
    addNotice({ tone: 'success', title: t('paste.done', { count: items.length }) });
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title={t('paste.title')} size="64rem">
      <div className={styles.paste}>
        <Textarea
          label={t('paste.lines')}
          description={t('paste.linesHelp')}
          placeholder={t('paste.example')}
          className={styles.pasted}
          data-autofocus
          rows={7}
          wrap="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {pasted.lines.length > 0 && <PastePreview pasted={pasted} count={items.length} />}
        {error && <ErrorNotice title={t('paste.failed')} error={error} kept={t('paste.kept')} />}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('paste.cancel')}
          </Button>
          <Button disabled={items.length === 0 || deferred !== text} loading={saving} onClick={() => void add()}>
            {items.length === 0 ? t('paste.submitNone') : t('paste.submit', { count: items.length })}
          </Button>
        </DialogButtons>
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
          {t('paste.toAdd', { count })}
          {skipped > 0 && ` · ${t('paste.leftOut', { count: skipped })}`}
        </span>
        <span className={rows.dimmed}>
          {t(pasted.hasHeader ? 'paste.columnsFromHeader' : 'paste.columnsByPosition', { columns: read.join(', ') })}
        </span>
      </div>
      <QuestionPreview lines={pasted.lines} />
    </div>
  );
};
