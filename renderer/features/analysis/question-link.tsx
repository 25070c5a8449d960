import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Question } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { questionName } from '../questions/questions-store';
import { openQuery, openQuestion } from './analysis-store';

const t = textsOf('analysis');

interface QuestionLinkProps {
  applicationId: number;
  question: Question;
  /** What leads to its query; otherwise its number leads to its row. */
  children?: ReactNode;
}

/** Leads from what a question's runs came to back to it in Step 3. */
export const QuestionLink = ({ applicationId, question, children }: QuestionLinkProps) => {
  const name = questionName(question);
  const where = t('link.question', { question: name });
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      title={where}
      aria-label={children ? undefined : where}
      onClick={() => void (children ? openQuery : openQuestion)(applicationId, question.questionId)}
    >
      {children ?? name}
    </Anchor>
  );
};
