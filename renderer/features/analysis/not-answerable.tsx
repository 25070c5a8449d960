import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { type FormEvent, type Ref, useState } from 'react';
import { DialogButtons } from '../../components/dialog-buttons';
import { textsOf } from '../../texts';
import { sayNotAnswerable, useAnalyses } from './analysis-store';
import styles from './not-answerable.module.css';

const t = textsOf('analysis');

/** The bridge takes no longer reason. */
const longestReason = 2_000;

interface NotAnswerableButtonProps {
  ref: Ref<HTMLButtonElement>;
  questionId: string;
  /** The question's name for people. */
  name: string;
}

const useReason = (questionId: string): string | undefined =>
  useAnalyses((state) => state.analyses.get(questionId)?.notAnswerable);

/** Asks why no system answers the question; it stays while what it says changes, so that the focus can come back to it. */
export const NotAnswerableButton = ({ ref, questionId, name }: NotAnswerableButtonProps) => {
  const reason = useReason(questionId);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        ref={ref}
        variant="default"
        size="compact-sm"
        className={styles.button}
        title={t('unanswerable.help')}
        onClick={() => setAsking(true)}
      >
        {t(reason === undefined ? 'unanswerable.offer' : 'unanswerable.change')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('unanswerable.title', { question: name })}>
        <ReasonForm
          before={reason ?? ''}
          onSaid={(said) => {
            setAsking(false);
            if (said !== null) sayNotAnswerable(questionId, said);
          }}
        />
      </Modal>
    </>
  );
};

interface NotAnswerableReasonProps {
  questionId: string;
  readOnly: boolean;
  onTakenBack: () => void;
}

/** Why a person said that no system answers the question, where one did; offers to take it back. */
export const NotAnswerableReason = ({ questionId, readOnly, onTakenBack }: NotAnswerableReasonProps) => {
  const reason = useReason(questionId);
  if (reason === undefined) return null;
  const takeBack = () => {
    sayNotAnswerable(questionId, null);
    onTakenBack();
  };
  return (
    <div className={styles.said}>
      <IconBan size={16} className={styles.mark} aria-hidden />
      <div className={styles.text}>
        <strong>{t('unanswerable.said')}</strong> <span className={styles.reason}>{reason}</span>
        <div className={styles.meaning}>{t(readOnly ? 'unanswerable.meaning' : 'unanswerable.meaningOpen')}</div>
      </div>
      {!readOnly && (
        <Button variant="default" size="compact-sm" onClick={takeBack}>
          {t('unanswerable.takeBack')}
        </Button>
      )}
    </div>
  );
};

/** Asks for the reason; answers it, or null where the person thought better of it. */
const ReasonForm = ({ before, onSaid }: { before: string; onSaid: (reason: string | null) => void }) => {
  const [reason, setReason] = useState(before);
  const [lacking, setLacking] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim();
    if (said === '') setLacking(true);
    else onSaid(said);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Textarea
          label={t('unanswerable.reason')}
          description={t('unanswerable.reasonHelp')}
          error={lacking && t('unanswerable.reasonLacking')}
          required
          autosize
          minRows={3}
          maxRows={10}
          maxLength={longestReason}
          data-autofocus
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setLacking(false);
          }}
        />
        <DialogButtons>
          <Button variant="default" onClick={() => onSaid(null)}>
            {t('unanswerable.cancel')}
          </Button>
          <Button type="submit">{t('unanswerable.submit')}</Button>
        </DialogButtons>
      </Stack>
    </form>
  );
};
