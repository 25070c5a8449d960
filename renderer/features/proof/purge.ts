import type { Application } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { addNotice, noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';

const t = textsOf('proof');

/** Destroys an audit's evidence after saying what that means; answers whether it is gone. */
export const purgeAfterAsking = async ({ id, auditName, ciId }: Application): Promise<boolean> => {
  const agreed = await confirm({
    title: t('purge.title', { name: auditName }),
    body: t('purge.body', { ci: ciId }),
    confirmLabel: t('purge.button'),
    tone: 'danger',
  });
  if (!agreed) return false;
  const answer = await bridge.applications.purge({ id });
  if (!answer.ok) {
    noticeError(answer.error, t('purge.failed'), t('purge.nothing'));
    return false;
  }
  const { evidenceDestroyed, filesLeft } = answer.value;
  const left = filesLeft > 0 ? t('purge.left', { count: filesLeft }) : t('purge.files', { count: evidenceDestroyed });
  addNotice({ tone: 'success', title: t('purge.done', { name: auditName }), message: left });
  return true;
};
