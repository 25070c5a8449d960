import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { QuestionItem, TickmarkError } from '../../../preload/contract';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import styles from './questions.module.css';
import { addQuestions } from './questions-store';

const t = textsOf('questions');

const blank: QuestionItem = { questionNumber: '', process: '', subProcess: '', question: '' };

interface AddQuestionFormProps {
  applicationId: number;
  onClose: () => void;
}

/** Adds one question after the other; process and sub-process stay for the next one. */
export const AddQuestionForm = ({ applicationId, onClose }: AddQuestionFormProps) => {
  const [item, setItem] = useState(blank);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<TickmarkError | null>(null);
  const [saving, setSaving] = useState(false);
  const numberField = useRef<HTMLInputElement>(null);

  const change = (changes: Partial<QuestionItem>) => setItem({ ...item, ...changes });
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    setMissing(item.question.trim() === '');
    if (item.question.trim() === '' || saving) return;
    setSaving(true);
    const result = await addQuestions(applicationId, [item]);
    setSaving(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    addNotice({ tone: 'success', title: t('add.done'), message: item.questionNumber || undefined });
    setItem({ ...item, questionNumber: '', question: '' });
    numberField.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };

  return (
    <form className={styles.form} aria-label={t('add.form')} noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <div className={styles.fields}>
        <TextInput
          ref={numberField}
          label={t('columns.questionNumber')}
          data-autofocus
          autoFocus
          maxLength={200}
          value={item.questionNumber}
          onChange={(event) => change({ questionNumber: event.currentTarget.value })}
        />
        <TextInput
          label={t('columns.process')}
          maxLength={500}
          value={item.process}
          onChange={(event) => change({ process: event.currentTarget.value })}
        />
        <TextInput
          label={t('columns.subProcess')}
          maxLength={500}
          value={item.subProcess}
          onChange={(event) => change({ subProcess: event.currentTarget.value })}
        />
        <Textarea
          label={t('columns.question')}
          required
          autosize
          minRows={1}
          maxRows={6}
          maxLength={20_000}
          error={missing ? t('add.missing') : undefined}
          value={item.question}
          onChange={(event) => change({ question: event.currentTarget.value })}
        />
      </div>
      {error && <ErrorNotice title={t('add.failed')} error={error} kept={t('add.kept')} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving}>
          {t('add.submit')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('add.close')}
        </Button>
      </div>
    </form>
  );
};
