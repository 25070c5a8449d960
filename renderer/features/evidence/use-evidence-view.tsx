import { useCallback, useRef, useState } from 'react';
import type { Execution, Question } from '../../../preload/contract';
import { EvidenceViewer } from './evidence-viewer';

interface EvidenceViewProps {
  executions: readonly Execution[];
  questions: readonly Question[];
  /** What the button says that leads back to the page. */
  backLabel: string;
}

/** A page whose runs open in the evidence view, which stands in the page's place until it is left; then `returning` holds the run that was looked at. */
export const useEvidenceView = ({ executions, questions, backLabel }: EvidenceViewProps) => {
  const [openId, setOpenId] = useState<number | null>(null);
  const returning = useRef<number | null>(null);
  const opened = executions.find(({ id }) => id === openId);
  const open = useCallback((executionId: number) => setOpenId(executionId), []);
  return {
    open,
    returning,
    view: opened && (
      <EvidenceViewer
        execution={opened}
        question={questions.find(({ questionId }) => questionId === opened.questionId)}
        backLabel={backLabel}
        onClose={() => {
          returning.current = openId;
          setOpenId(null);
        }}
      />
    ),
  };
};
