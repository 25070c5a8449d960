import type { Application } from '../../../preload/contract';
import { loadApplications } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { addNotice, noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { purgeAfterAsking } from '../proof/purge';
import { loadCis } from '../settings/connectors-store';

const t = textsOf('applications');

const leave = async (): Promise<void> => {
  await navigate({ page: 'start' });
  await Promise.all([loadApplications(), loadCis()]);
};

const archive = async ({ id, auditName }: Application): Promise<void> => {
  const answer = await bridge.applications.archive({ id });
  if (!answer.ok) {
    noticeError(answer.error, t('archive.failed'), t('archive.unchanged'));
    return;
  }
  addNotice({ tone: 'success', title: t('archive.done', { name: auditName }), message: t('archive.kept') });
  await leave();
};

/** Destroys an audit's evidence after asking, and leaves its pages. */
export const purgeAndLeave = async (application: Application): Promise<void> => {
  if (await purgeAfterAsking(application)) await leave();
};

/** Archives an audit after saying what that means. */
export const archiveAfterAsking = async (application: Application): Promise<void> => {
  const agreed = await confirm({
    title: t('archive.title', { name: application.auditName }),
    body: t('archive.body'),
    confirmLabel: t('archive.button'),
    tone: 'danger',
  });
  if (agreed) await archive(application);
};

const offerArchive = async (application: Application, why: string): Promise<void> => {
  const agreed = await confirm({
    title: t('archive.insteadTitle'),
    body: t('archive.insteadBody', { why }),
    confirmLabel: t('archive.button'),
    cancelLabel: t('archive.keep'),
  });
  if (agreed) await archive(application);
};

/** Removes an audit without evidence; one with evidence can be archived instead. */
export const removeAfterAsking = async (application: Application): Promise<void> => {
  const { auditName, ciId, id } = application;
  const agreed = await confirm({
    title: t('remove.title', { name: auditName }),
    body: t('remove.body', { ci: ciId }),
    confirmLabel: t('remove.button'),
    tone: 'danger',
  });
  if (!agreed) return;
  const answer = await bridge.applications.remove({ id });
  if (!answer.ok) {
    if (answer.error.code === 'HAS_EVIDENCE') await offerArchive(application, answer.error.message);
    else noticeError(answer.error, t('remove.failed'), t('remove.nothing'));
    return;
  }
  const { connectorsMovedTo, connectorsRemoved } = answer.value;
  const connectors =
    connectorsMovedTo !== null
      ? t('remove.moved')
      : connectorsRemoved > 0
        ? t('remove.connectors', { count: connectorsRemoved })
        : undefined;
  addNotice({ tone: 'success', title: t('remove.done', { name: auditName }), message: connectors });
  await leave();
};
