import { loadApplications } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { addNotice, valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { loadCis } from '../settings/connectors-store';

const t = textsOf('start');

/** Makes the demo audit, or finds the one that is there, and shows its questions with their connectors. */
export const openDemo = async (): Promise<void> => {
  const demo = await valueOrNotice(bridge.app.openDemo(), t('demo.notOpened'), t('demo.kept'));
  if (!demo) return;
  await Promise.all([loadApplications(), loadCis()]);
  const { applicationId } = demo;
  if (await navigate({ page: 'step', applicationId, step: 'analysis' })) await tellWhatIsNext(applicationId);
};

/** Until something has run there: whoever has come further knows the way. */
const tellWhatIsNext = async (applicationId: number): Promise<void> => {
  const executions = await bridge.executions.list({ applicationId });
  if (!executions.ok || executions.value.length > 0) return;
  addNotice({ tone: 'information', title: t('demo.opened'), message: t('demo.next') });
};
