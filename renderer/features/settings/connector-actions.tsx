import type { Connector } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { countOf } from '../../components/format';
import { addNotice, noticeError, valueOrNotice } from '../../components/notices-store';
import { forgetOutcome } from './connector-tests-store';
import { connectorsChanged, replaceConnector } from './connectors-store';
import { TargetComparison } from './target-comparison';
import { describeUsage } from './usage';

/** Deletes a connector after saying where it is used. */
export const deleteConnector = async (connector: Connector): Promise<void> => {
  const { id, connectorName, ciId } = connector;
  const usage = await valueOrNotice(
    bridge.connectors.usage({ id }),
    `“${connectorName}” was not deleted`,
    'Where it is used could not be found out, so nothing was changed.',
  );
  if (!usage) return;
  const agreed = await confirm({
    title: `Delete “${connectorName}”?`,
    body: describeUsage(usage),
    confirmLabel: 'Delete connector',
    tone: 'danger',
  });
  if (!agreed) return;
  const removed = await valueOrNotice(
    bridge.connectors.remove({ id }),
    `“${connectorName}” was not deleted`,
    'The connector and its secrets are unchanged.',
  );
  if (!removed) return;
  await connectorsChanged(ciId);
  addNotice({
    tone: 'success',
    title: `“${connectorName}” was deleted`,
    message: needsChoice(removed.affectedAnalyses),
  });
};

const needsChoice = (analyses: number): string | undefined =>
  analyses === 0 ? undefined : `${countOf(analyses, 'question')} now ${analyses === 1 ? 'needs' : 'need'} a selection.`;

/** Accepts a generated name. */
export const keepGeneratedName = async (connector: Connector): Promise<void> => {
  const kept = await valueOrNotice(bridge.connectors.keepName({ id: connector.id }), 'The name could not be kept');
  if (kept) replaceConnector(kept);
};

/** Pins the connector to the system that answers now, after showing both. */
export const confirmNewTarget = async (connector: Connector, target: string): Promise<boolean> => {
  const agreed = await confirm({
    title: 'Another system answers',
    body: <TargetComparison connectorName={connector.connectorName} pinned={connector.target} answering={target} />,
    confirmLabel: 'Confirm new target',
    tone: connector.environment === 'production' ? 'production' : 'danger',
  });
  if (!agreed) return false;
  const answer = await bridge.connectors.confirmTarget({ id: connector.id, target });
  if (!answer.ok) {
    noticeError(
      answer.error,
      'The new target was not confirmed',
      'The connector still expects the system it met before.',
    );
    return false;
  }
  forgetOutcome(connector.id);
  replaceConnector(answer.value);
  addNotice({ tone: 'success', title: `“${connector.connectorName}” now expects ${target}` });
  return true;
};
