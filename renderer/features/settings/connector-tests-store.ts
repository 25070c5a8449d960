import { create } from 'zustand';
import type { ConnectionReport, Connector, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { formatDuration } from '../../components/format';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { describeLogin } from './connector-list';
import { findConnectorType, refreshConnector } from './connectors-store';

const t = textsOf('settings');

export type TestOutcome = { report: ConnectionReport; error?: never } | { error: TickmarkError; report?: never };

interface ConnectorTestsState {
  running: Record<number, true>;
  /** The last answer of this session, by connector. */
  outcomes: Record<number, TestOutcome>;
  /** What a screen reader says of the last test that ended. */
  announcement: string;
}

export const useConnectorTests = create<ConnectorTestsState>(() => ({ running: {}, outcomes: {}, announcement: '' }));

const without = <Value>(record: Record<number, Value>, id: number): Record<number, Value> => {
  const { [id]: _, ...others } = record;
  return others;
};

const announce = (connector: Connector, outcome: TestOutcome): string => {
  if (outcome.error) return t('spoken.failed', { name: connector.connectorName, why: fromMain(outcome.error.message) });
  const { latencyMs, canWrite } = outcome.report;
  return [
    t('spoken.reached', { name: connector.connectorName, time: formatDuration(latencyMs) }),
    describeLogin(canWrite, findConnectorType(connector.connectorType)),
  ]
    .filter(Boolean)
    .join(', ');
};

/** Tests a stored connector and shows its new state in its row. Does nothing while a test of it runs. */
export const testConnector = async (connector: Connector): Promise<void> => {
  const { id } = connector;
  if (useConnectorTests.getState().running[id]) return;
  useConnectorTests.setState((state) => ({
    running: { ...state.running, [id]: true },
    outcomes: without(state.outcomes, id),
    announcement: t('spoken.testing', { name: connector.connectorName }),
  }));
  const answer = await bridge.connectors.test({ id });
  const outcome: TestOutcome = answer.ok ? { report: answer.value } : { error: answer.error };
  await refreshConnector(id);
  useConnectorTests.setState((state) => ({
    running: without(state.running, id),
    outcomes: { ...state.outcomes, [id]: outcome },
    announcement: announce(connector, outcome),
  }));
};

/** Shows what a test in the form found in the row of the connector that was saved from it. */
export const keepOutcome = (id: number, outcome: TestOutcome): void =>
  useConnectorTests.setState((state) => ({ outcomes: { ...state.outcomes, [id]: outcome } }));

/** Forgets a test's answer once it no longer describes the connector: it was edited, or its target confirmed. */
export const forgetOutcome = (id: number): void =>
  useConnectorTests.setState((state) => ({ outcomes: without(state.outcomes, id) }));

/** The system that answered the last test where it is another one than the connector is pinned to. */
export const findChangedTarget = (connector: Connector, outcome: TestOutcome | undefined): string | undefined =>
  // Main marks a connector failed although its test reached a system exactly when that system is another one.
  outcome?.report && connector.status === 'failed' ? outcome.report.target : undefined;
