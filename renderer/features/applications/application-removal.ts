import type { Application } from '../../../preload/contract';
import { loadApplications } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { countOf } from '../../components/format';
import { addNotice, noticeError } from '../../components/notices-store';
import { loadCis } from '../settings/connectors-store';

const leave = async (): Promise<void> => {
  await navigate({ page: 'start' });
  await Promise.all([loadApplications(), loadCis()]);
};

const archive = async ({ id, auditName }: Application): Promise<void> => {
  const answer = await bridge.applications.archive({ id });
  if (!answer.ok) {
    noticeError(answer.error, 'The audit was not archived', 'It is unchanged.');
    return;
  }
  addNotice({ tone: 'success', title: `“${auditName}” archived`, message: 'Its evidence is kept whole.' });
  await leave();
};

/** Archives an audit after saying what that means. */
export const archiveAfterAsking = async (application: Application): Promise<void> => {
  const agreed = await confirm({
    title: `Archive “${application.auditName}”?`,
    body: 'It disappears from the list and can’t be changed any more. Questions, evidence, connectors and the audit log are kept whole.',
    confirmLabel: 'Archive audit',
    tone: 'danger',
  });
  if (agreed) await archive(application);
};

const offerArchive = async (application: Application, why: string): Promise<void> => {
  const agreed = await confirm({
    title: 'This audit has evidence',
    body: `${why} Evidence is never deleted on the side. Archive the audit instead: it disappears from the list and is kept whole.`,
    confirmLabel: 'Archive audit',
    cancelLabel: 'Keep it as it is',
  });
  if (agreed) await archive(application);
};

/** Removes an audit without evidence; one with evidence can be archived instead. */
export const removeAfterAsking = async (application: Application): Promise<void> => {
  const { auditName, ciId, id } = application;
  const agreed = await confirm({
    title: `Remove “${auditName}”?`,
    body: `Its questions and analyses are deleted. Its connectors go to another audit of ${ciId}; if this is the last one, they are deleted with their secrets. The audit log keeps a record.`,
    confirmLabel: 'Remove audit',
    tone: 'danger',
  });
  if (!agreed) return;
  const answer = await bridge.applications.remove({ id });
  if (!answer.ok) {
    if (answer.error.code === 'HAS_EVIDENCE') await offerArchive(application, answer.error.message);
    else noticeError(answer.error, 'The audit was not removed', 'Nothing was deleted.');
    return;
  }
  const { connectorsMovedTo, connectorsRemoved } = answer.value;
  const connectors =
    connectorsMovedTo !== null
      ? 'Its connectors now belong to another audit of the CI.'
      : connectorsRemoved > 0
        ? `${countOf(connectorsRemoved, 'connector')} went with it.`
        : undefined;
  addNotice({ tone: 'success', title: `“${auditName}” removed`, message: connectors });
  await leave();
};
