import type { Application } from '../../../preload/contract';
import { useApplications } from '../../app/applications-store';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';

const t = textsOf('proof');

interface Purged {
  title: string;
  message: string;
}

const isLastOf = (ciId: string): boolean => {
  const { applications, archived } = useApplications.getState();
  return [...applications, ...archived].filter((application) => application.ciId === ciId).length === 1;
};

/** What becomes of the connectors of a CI when one of its audits ends. */
export const fateOfConnectors = (ciId: string): string =>
  t(isLastOf(ciId) ? 'purge.connectorsGo' : 'purge.connectorsStay', { ci: ciId });

/** Destroys an audit's evidence after saying what that means; answers what is to be told of it, or null where it is still there. */
export const purgeAfterAsking = async ({ id, auditName, ciId }: Application): Promise<Purged | null> => {
  const agreed = await confirm({
    title: t('purge.title', { name: auditName }),
    body: t('purge.body', { connectors: fateOfConnectors(ciId) }),
    confirmLabel: t('purge.button'),
    tone: 'danger',
  });
  if (!agreed) return null;
  const answer = await bridge.applications.purge({ id });
  if (!answer.ok) {
    noticeError(answer.error, t('purge.failed'), t('purge.nothing'));
    return null;
  }
  const { evidenceDestroyed, filesLeft } = answer.value;
  const left = filesLeft > 0 ? t('purge.left', { count: filesLeft }) : t('purge.files', { count: evidenceDestroyed });
  return { title: t('purge.done', { name: auditName }), message: left };
};
