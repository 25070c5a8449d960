import { useCallback, useEffect, useRef } from 'react';
import type { Execution, Question } from '../../../preload/contract';
import { navigate, navigateBack, type ShownEvidence, useNavigation, useRoute } from '../../app/navigation';
import { EvidenceViewer } from './evidence-viewer';

interface EvidenceViewProps {
  executions: readonly Execution[];
  questions: readonly Question[];
  /** What the button says that leads back to the page. */
  backLabel: string;
}

const showEvidence = (evidence: ShownEvidence): void => {
  const { route } = useNavigation.getState();
  if (route.page === 'step') void navigate({ ...route, evidence });
};

/** A page whose runs open in the evidence view, which stands in the page's place until it is left; then `returning` holds the run that was looked at. */
export const useEvidenceView = ({ executions, questions, backLabel }: EvidenceViewProps) => {
  const route = useRoute();
  const shown = route.page === 'step' ? route.evidence : undefined;
  const opened = executions.find(({ id }) => id === shown?.executionId);
  const openedId = opened?.id;
  const returning = useRef<number | null>(null);
  useEffect(() => {
    if (openedId !== undefined) returning.current = openedId;
  }, [openedId]);
  return {
    open: useCallback((executionId: number) => showEvidence({ executionId }), []),
    returning,
    view: opened && (
      <EvidenceViewer
        key={opened.id}
        execution={opened}
        question={questions.find(({ questionId }) => questionId === opened.questionId)}
        other={executions.find(({ id }) => id === shown?.comparedWith)}
        backLabel={backLabel}
        onCompare={(other) => showEvidence({ executionId: opened.id, comparedWith: other.id })}
        onClose={() => void navigateBack()}
      />
    ),
  };
};
