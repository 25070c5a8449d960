import type { Application } from '../../../preload/contract';
import { loadApplications } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { addNotice, noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { loadLastPack, usePacks } from '../evidence/packs-store';
import { fateOfConnectors, purgeAfterAsking } from '../proof/purge';
import { loadCis } from '../settings/connectors-store';

const t = textsOf('applications');

/** Says what was done on the page that follows: what is told on a page ends with it. */
const leave = async (title: string, message?: string): Promise<void> => {
  await navigate({ page: 'start' });
  addNotice({ tone: 'success', title, message });
  await Promise.all([loadApplications(), loadCis()]);
};

const archive = async ({ id, auditName }: Application): Promise<void> => {
  const answer = await bridge.applications.archive({ id });
  if (!answer.ok) {
    noticeError(answer.error, t('archive.failed'), t('archive.unchanged'));
    return;
  }
  await leave(t('archive.done', { name: auditName }), t('archive.kept'));
};

/** Destroys an audit's evidence after asking, and leaves its pages. */
export const purgeAndLeave = async (application: Application): Promise<void> => {
  const purged = await purgeAfterAsking(application);
  if (purged) await leave(purged.title, purged.message);
};

const stateOfPack = async (applicationId: number): Promise<'packNone' | 'packOutdated' | 'packWhole'> => {
  await loadLastPack(applicationId);
  const pack = usePacks.getState()[applicationId];
  if (!pack) return 'packNone';
  return pack.current ? 'packWhole' : 'packOutdated';
};

/** Archives an audit after saying what that means. */
export const archiveAfterAsking = async (application: Application): Promise<void> => {
  const agreed = await confirm({
    title: t('archive.title', { name: application.auditName }),
    body: t('archive.body', { pack: t(`archive.${await stateOfPack(application.id)}`) }),
    confirmLabel: t('archive.button'),
    tone: 'danger',
  });
  if (agreed) await archive(application);
};

/** Removes an audit without evidence, after saying what goes with it. */
export const removeAfterAsking = async ({ auditName, ciId, id }: Application): Promise<void> => {
  const agreed = await confirm({
    title: t('remove.title', { name: auditName }),
    body: t('remove.body', { connectors: fateOfConnectors(ciId) }),
    confirmLabel: t('remove.button'),
    tone: 'danger',
  });
  if (!agreed) return;
  const answer = await bridge.applications.remove({ id });
  if (!answer.ok) {
    noticeError(answer.error, t('remove.failed'), t('remove.nothing'));
    return;
  }
  const { connectorsMovedTo, connectorsRemoved } = answer.value;
  const connectors =
    connectorsMovedTo !== null
      ? t('remove.moved')
      : connectorsRemoved > 0
        ? t('remove.connectors', { count: connectorsRemoved })
        : undefined;
  await leave(t('remove.done', { name: auditName }), connectors);
};
