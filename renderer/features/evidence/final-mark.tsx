import { Badge, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import type { Execution } from '../../../preload/contract';
import { useIsArchived } from '../../app/applications-store';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { addNotice, valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { replaceExecution } from '../execution/executions-store';
import { completenessOf } from '../execution/run-figures';
import styles from './evidence.module.css';

const t = textsOf('evidence');
const ofRuns = textsOf('execution');

/** Says of a result that the audit stands on it. */
const FinalBadge = () => (
  <Badge variant="light" leftSection={<IconCheck size={12} aria-hidden />}>
    {t('final.marked')}
  </Badge>
);

interface FinalMarkProps {
  execution: Execution;
  /** What the question is called. */
  question: string;
  /** In the row of a list, which takes the focus once the button is gone. */
  inRow?: boolean;
}

const useMarkFinal = (execution: Execution, question: string) => {
  const [busy, setBusy] = useState(false);
  /** Answers whether the person agreed. */
  const mark = async (): Promise<boolean> => {
    const agreed = await confirm({
      title: t('final.confirm', { question }),
      body: <Consequences execution={execution} />,
      confirmLabel: t('final.mark'),
    });
    if (!agreed) return false;
    setBusy(true);
    const call = bridge.evidence.markFinal({ executionId: execution.id });
    const marked = await valueOrNotice(call, t('final.notMarked'), t('final.notMarkedKept'));
    setBusy(false);
    if (marked) {
      replaceExecution(marked);
      addNotice({ tone: 'success', title: t('final.done', { question }) });
    }
    return true;
  };
  return { busy, mark };
};

/** Only the whole result of a run of our own can be. */
const canBeFinal = ({ status, complete, imported }: Execution): boolean =>
  status === 'succeeded' && complete && !imported;

/** Marks the evidence that the audit stands on. */
export const FinalMark = ({ execution, question, inRow = false }: FinalMarkProps) => {
  const { busy, mark } = useMarkFinal(execution, question);
  const archived = useIsArchived(execution.applicationId);
  if (execution.final) return <FinalBadge />;
  if (!canBeFinal(execution) || archived) return null;
  if (!inRow) {
    return (
      <Button variant="default" title={t('final.help')} loading={busy} onClick={() => void mark()}>
        {t('final.mark')}
      </Button>
    );
  }
  const markInRow = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const row = currentTarget.closest<HTMLElement>('[data-index]');
    if (await mark()) row?.focus({ preventScroll: true });
  };
  return (
    <Button
      className={styles.markInRow}
      size="compact-xs"
      variant="subtle"
      aria-label={t('final.markOf', { question })}
      loading={busy}
      onClick={(event) => void markInRow(event)}
    >
      {t('final.mark')}
    </Button>
  );
};

const Consequences = ({ execution }: { execution: Execution }) => (
  <>
    {completenessOf(execution)?.kind === 'empty' && (
      <p>
        <strong>{ofRuns('empty')}.</strong> {ofRuns('emptyHelp')}
      </p>
    )}
    {t('final.help')} {t('final.binding')}
  </>
);
