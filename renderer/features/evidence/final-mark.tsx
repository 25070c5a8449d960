import { Badge, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Execution } from '../../../preload/contract';
import { useIsArchived } from '../../app/applications-store';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { addNotice, valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { replaceExecution } from '../execution/executions-store';

const t = textsOf('evidence');

/** Says of a result that the audit stands on it. */
export const FinalBadge = () => (
  <Badge variant="light" leftSection={<IconCheck size={12} aria-hidden />}>
    {t('final.marked')}
  </Badge>
);

/** Marks the evidence that the audit stands on; only a whole result can be. */
export const FinalMark = ({ execution, question }: { execution: Execution; question: string }) => {
  const [busy, setBusy] = useState(false);
  const archived = useIsArchived(execution.applicationId);
  if (execution.final) return <FinalBadge />;
  if (execution.status !== 'succeeded' || !execution.complete || archived) return null;
  const mark = async () => {
    const agreed = await confirm({
      title: t('final.confirm', { question }),
      body: `${t('final.help')} ${t('final.binding')}`,
      confirmLabel: t('final.mark'),
    });
    if (!agreed) return;
    setBusy(true);
    const call = bridge.evidence.markFinal({ executionId: execution.id });
    const marked = await valueOrNotice(call, t('final.notMarked'), t('final.notMarkedKept'));
    setBusy(false);
    if (!marked) return;
    replaceExecution(marked);
    addNotice({ tone: 'success', title: t('final.done', { question }) });
  };
  return (
    <Button variant="default" title={t('final.help')} loading={busy} onClick={() => void mark()}>
      {t('final.mark')}
    </Button>
  );
};
