import { loadApplications } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { loadCis } from '../settings/connectors-store';

const t = textsOf('start');

/** Makes the demo audit, or finds the one that is there, and shows its questions with their connectors. */
export const openDemo = async (): Promise<void> => {
  const demo = await valueOrNotice(bridge.app.openDemo(), t('demo.notOpened'), t('demo.kept'));
  if (!demo) return;
  await Promise.all([loadApplications(), loadCis()]);
  await navigate({ page: 'step', applicationId: demo.applicationId, step: 'analysis' });
};
