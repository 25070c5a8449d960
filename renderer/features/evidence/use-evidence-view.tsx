import { useCallback, useRef, useState } from 'react';
import type { Execution, Question } from '../../../preload/contract';
import { type Route, useRoute } from '../../app/navigation';
import { EvidenceViewer } from './evidence-viewer';

interface EvidenceViewProps {
  executions: readonly Execution[];
  questions: readonly Question[];
  /** What the button says that leads back to the page. */
  backLabel: string;
}

/** A page whose runs open in the evidence view, which stands in the page's place until it is left; then `returning` holds the run that was looked at. */
export const useEvidenceView = ({ executions, questions, backLabel }: EvidenceViewProps) => {
  const route = useRoute();
  const [opening, setOpening] = useState<{ id: number; on: Route } | null>(null);
  const returning = useRef<number | null>(null);
  // Going to the page once more, as by the rail, leads back to its list.
  const opened = opening?.on === route ? executions.find(({ id }) => id === opening.id) : undefined;
  const open = useCallback((executionId: number) => setOpening({ id: executionId, on: route }), [route]);
  return {
    open,
    returning,
    view: opened && (
      <EvidenceViewer
        execution={opened}
        question={questions.find(({ questionId }) => questionId === opened.questionId)}
        backLabel={backLabel}
        onClose={() => {
          returning.current = opened.id;
          setOpening(null);
        }}
      />
    ),
  };
};
