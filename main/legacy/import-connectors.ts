import { listConnectorNameKeys } from '../../db';
import type { LegacyReport } from '../../preload/contract';
import type { ImportState, PlannedConnector } from './import-state';
import { createNamer, type GivenName } from './names';
import type { LegacyRow } from './source';
import { textOf } from './values';

type ReportedConnector = LegacyReport['connectors'][number];

/** Names that are there come first: none of them gives way to one that is made up. */
const giveNames = ({ db, plan }: ImportState): Map<PlannedConnector, GivenName> => {
  const nameFor = createNamer(listConnectorNameKeys(db));
  const named = plan.connectors.filter(({ givenName }) => givenName !== '');
  const nameless = plan.connectors.filter(({ givenName }) => givenName === '');
  return new Map(
    [...named, ...nameless].map((connector) => {
      const { ciId, givenName, connectorType, sourceKey } = connector;
      return [connector, nameFor(ciId, givenName, connectorType, sourceKey)];
    }),
  );
};

const countOthers = (state: ImportState): void => {
  for (const row of state.plan.data.connectors) {
    const key = textOf(row, 'id');
    if (state.findKnown('connector', key, row) !== undefined) state.tally.count('connectors', 'present');
    else if (textOf(row, 'ci_id') === '') {
      state.tally.skip('tool_connectors', 'It names no CI.', key, 'connectors');
    }
  }
};

const importConnector = (
  state: ImportState,
  connector: PlannedConnector,
  { name: connectorName, why }: GivenName,
  row: LegacyRow | undefined,
): ReportedConnector => {
  const { id, ciId, connectorType, environment, configuration, sourceKey, notes, problem, createdAt } = connector;
  const owner = state.applications.get(connector.applicationKey);
  const applicationId = owner?.ciId === ciId ? owner.id : null;
  const secretKeys = Object.keys(connector.secrets);
  const shown = { applicationId, ciId, connectorName, connectorType, environment, configuration, secretKeys };
  state.writer.addConnector({
    ...shown,
    id,
    notes,
    statusMessage: problem ? `From the earlier application: ${problem}.` : null,
    nameGenerated: why !== 'kept',
    createdAt: createdAt ?? state.now,
    updatedAt: state.now,
  });
  state.remember('connector', sourceKey, id, row);
  state.tally.count('connectors', 'imported');
  if (problem) state.tally.skip('tool_connectors', `Taken over without its settings: ${problem}.`, sourceKey);
  const from = { source: state.plan.data.address, idInSource: sourceKey, nameInSource: connector.givenName || null };
  // A store that takes its own rows over tells of all of them in one entry.
  if (!state.plan.isOwnStore)
    state.log('connector.imported', `connector/${id}`, { connectorId: id, ...shown, ...from });
  return { id, ciId, connectorType, from: connector.givenName || null, to: connectorName, why, secretKeys };
};

/** Takes the new connectors over. Those of an earlier import stay as they are here, renamed or removed. */
export const importConnectors = (state: ImportState): ReportedConnector[] => {
  countOthers(state);
  const rows = new Map(state.plan.data.connectors.map((row) => [textOf(row, 'id'), row]));
  const names = giveNames(state);
  return state.plan.connectors.map((connector) =>
    importConnector(state, connector, names.get(connector) as GivenName, rows.get(connector.sourceKey)),
  );
};
