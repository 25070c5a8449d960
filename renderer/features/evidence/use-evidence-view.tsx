import { useCallback, useEffect, useRef } from 'react';
import type { Execution, Question } from '../../../preload/contract';
import {
  navigate,
  navigateBack,
  navigateInPlace,
  type Route,
  type ShownEvidence,
  useNavigation,
  useRoute,
} from '../../app/navigation';
import type { Returning } from '../execution/use-run-rows';
import { EvidenceViewer } from './evidence-viewer';
import { neighboursOf } from './turn-results';

interface EvidenceViewProps {
  /** In the order of the page's list. */
  executions: readonly Execution[];
  /** Whether the list shows a run; all are shown unless given. */
  isListed?: (execution: Execution) => boolean;
  questions: readonly Question[];
  /** What the button says that leads back to the page. */
  backLabel: string;
}

const showEvidence = (evidence: ShownEvidence, go: (route: Route) => Promise<unknown> = navigate): void => {
  const { route } = useNavigation.getState();
  if (route.page === 'step') void go({ ...route, evidence });
};

const everyRun = () => true;

/** A page whose runs open in the evidence view, which stands in the page's place until it is left; then `returning` tells which run was looked at and where the list stood. */
export const useEvidenceView = (props: EvidenceViewProps) => {
  const { executions, isListed = everyRun, questions, backLabel } = props;
  const route = useRoute();
  const shown = route.page === 'step' ? route.evidence : undefined;
  const opened = executions.find(({ id }) => id === shown?.executionId);
  const openedId = opened?.id;
  const returning = useRef<Returning>({ executionId: null, scrollTop: 0 });
  useEffect(() => {
    if (openedId !== undefined) returning.current.executionId = openedId;
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
        beside={neighboursOf(opened, executions, isListed)}
        onTurn={({ id }) => showEvidence({ executionId: id }, navigateInPlace)}
        onCompare={(other) => showEvidence({ executionId: opened.id, comparedWith: other.id })}
        onClose={() => void navigateBack()}
      />
    ),
  };
};
