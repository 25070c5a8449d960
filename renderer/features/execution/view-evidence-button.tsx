import { Button } from '@mantine/core';
import type { Execution } from '../../../preload/contract';
import { textsOf } from '../../texts';

const t = textsOf('execution');

interface ViewEvidenceButtonProps {
  execution: Execution;
  /** What the question is called. */
  name: string;
  onOpen: (executionId: number) => void;
}

/** Opens what a run has brought; nothing where it brought nothing. */
export const ViewEvidenceButton = ({ execution, name, onOpen }: ViewEvidenceButtonProps) =>
  execution.columns.length === 0 ? null : (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('runs.viewEvidence', { question: name })}
      onClick={() => onOpen(execution.id)}
    >
      {t('runs.view')}
    </Button>
  );
