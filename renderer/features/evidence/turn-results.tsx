import { ActionIcon, Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Execution } from '../../../preload/contract';
import { shownKeys } from '../../components/keys';
import { textsOf } from '../../texts';
import { hasEvidence } from '../execution/run-figures';
import { canOpen } from '../execution/use-run-rows';

const t = textsOf('evidence');

/** The results beside one in the list that it was opened from; undefined at its ends. */
export interface Neighbours {
  previous: Execution | undefined;
  next: Execution | undefined;
}

/** The nearest results before and after a run, which itself may have left the list since, as a filter no longer shows it. */
export const neighboursOf = (
  { id }: Execution,
  runs: readonly Execution[],
  isListed: (execution: Execution) => boolean,
): Neighbours => {
  const at = runs.findIndex((run) => run.id === id);
  const isResult = (run: Execution) => canOpen(run) && hasEvidence(run) && isListed(run);
  return {
    previous: runs.slice(0, Math.max(0, at)).findLast(isResult),
    next: runs.slice(at + 1).find(isResult),
  };
};

interface TurnResultsProps extends Neighbours {
  onTurn: (execution: Execution) => void;
}

const keys = { previous: 'alt+ArrowUp', next: 'alt+ArrowDown' };

/** Leads from a result to those beside it in the list, so that many can be gone through one after the other. */
export const TurnResults = ({ previous, next, onTurn }: TurnResultsProps) => {
  const turnTo = (execution: Execution | undefined) => {
    if (execution && !document.querySelector('[aria-modal="true"]')) onTurn(execution);
  };
  useHotkeys([
    [keys.previous, () => turnTo(previous)],
    [keys.next, () => turnTo(next)],
  ]);
  if (!previous && !next) return null;
  return (
    <>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('viewer.previous')}
        title={`${t('viewer.previous')} (${shownKeys(keys.previous)})`}
        disabled={!previous}
        onClick={() => turnTo(previous)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        rightSection={<IconArrowDown size={16} aria-hidden />}
        aria-label={t('viewer.next')}
        title={`${t('viewer.next')} (${shownKeys(keys.next)})`}
        disabled={!next}
        onClick={() => turnTo(next)}
      >
        {t('viewer.nextShort')}
      </Button>
    </>
  );
};
