import { Button } from '@mantine/core';
import type { Execution } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { hasEvidence } from './run-figures';

const t = textsOf('execution');

interface ViewEvidenceButtonProps {
  execution: Execution;
  /** What the question is called. */
  name: string;
  onOpen: (executionId: number) => void;
}

/** Opens what a run has brought, or what kept it from bringing any. */
export const ViewEvidenceButton = ({ execution, name, onOpen }: ViewEvidenceButtonProps) => {
  const label = hasEvidence(execution) ? 'runs.viewEvidence' : 'runs.viewDetails';
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t(label, { question: name })}
      onClick={() => onOpen(execution.id)}
    >
      {t('runs.view')}
    </Button>
  );
};
