import type { Connector } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { addNotice, noticeError, valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { loadNames } from '../legacy/names-store';
import { forgetOutcome } from './connector-tests-store';
import { connectorsChanged, replaceConnector } from './connectors-store';
import { TargetComparison } from './target-comparison';
import { describeUsage } from './usage';

const t = textsOf('settings');

/** Deletes a connector after saying where it is used. */
export const deleteConnector = async (connector: Connector): Promise<void> => {
  const { id, connectorName, ciId } = connector;
  const usage = await valueOrNotice(
    bridge.connectors.usage({ id }),
    t('delete.failed', { name: connectorName }),
    t('delete.usageUnknown'),
  );
  if (!usage) return;
  const agreed = await confirm({
    title: t('delete.title', { name: connectorName }),
    body: describeUsage(usage),
    confirmLabel: t('delete.confirm'),
    tone: 'danger',
  });
  if (!agreed) return;
  const removed = await valueOrNotice(
    bridge.connectors.remove({ id }),
    t('delete.failed', { name: connectorName }),
    t('delete.kept'),
  );
  if (!removed) return;
  await Promise.all([connectorsChanged(ciId), loadNames()]);
  addNotice({
    tone: 'success',
    title: t('delete.done', { name: connectorName }),
    message: needsChoice(removed.affectedAnalyses),
  });
};

const needsChoice = (analyses: number): string | undefined =>
  analyses === 0 ? undefined : t('delete.needsChoice', { count: analyses });

/** Accepts a generated name. */
export const keepGeneratedName = async (connector: Connector): Promise<void> => {
  const kept = await valueOrNotice(bridge.connectors.keepName({ id: connector.id }), t('target.nameNotKept'));
  if (kept) replaceConnector(kept);
  void loadNames();
};

/** Pins the connector to the system that answers now, after showing both. */
export const confirmNewTarget = async (connector: Connector, target: string): Promise<boolean> => {
  const agreed = await confirm({
    title: t('target.title'),
    body: <TargetComparison connectorName={connector.connectorName} pinned={connector.target} answering={target} />,
    confirmLabel: t('target.confirm'),
    tone: connector.environment === 'production' ? 'production' : 'danger',
  });
  if (!agreed) return false;
  const answer = await bridge.connectors.confirmTarget({ id: connector.id, target });
  if (!answer.ok) {
    noticeError(answer.error, t('target.failed'), t('target.kept'));
    return false;
  }
  forgetOutcome(connector.id);
  replaceConnector(answer.value);
  addNotice({ tone: 'success', title: t('target.done', { name: connector.connectorName, target }) });
  return true;
};
