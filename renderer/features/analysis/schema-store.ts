import { create } from 'zustand';
import type { Connector, SchemaTable, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';

export type KnownSchema =
  | { state: 'reading' }
  | { state: 'known'; tables: readonly SchemaTable[]; system: string }
  | { state: 'failed'; error: TickmarkError };

/** The tables of connectors, by the connector's id, for completion. Kept until the window closes or the connector points elsewhere. */
export const useSchemas = create<{ byConnector: ReadonlyMap<number, KnownSchema> }>(() => ({ byConnector: new Map() }));

const note = (connectorId: number, schema: KnownSchema): void =>
  useSchemas.setState(({ byConnector }) => ({ byConnector: new Map(byConnector).set(connectorId, schema) }));

const systemOf = ({ configuration, target }: Connector): string => JSON.stringify([configuration, target]);

/** Forgets the tables of connectors that point to another system since they were read. */
export const forgetMoved = (connectors: readonly Connector[]): void => {
  const { byConnector } = useSchemas.getState();
  const moved = connectors.filter((connector) => {
    const schema = byConnector.get(connector.id);
    return schema?.state === 'known' && schema.system !== systemOf(connector);
  });
  if (moved.length === 0) return;
  const movedIds = new Set(moved.map(({ id }) => id));
  useSchemas.setState({ byConnector: new Map([...byConnector].filter(([id]) => !movedIds.has(id))) });
};

/**
 * Asks a connector's system for its tables. Only ever called because a person asked, or for a file: whoever runs a system
 * sees each session. Once for a connector, unless it failed.
 */
export const readSchema = async (connector: Connector): Promise<void> => {
  const { id } = connector;
  const known = useSchemas.getState().byConnector.get(id);
  if (known && known.state !== 'failed') return;
  note(id, { state: 'reading' });
  const answer = await bridge.connectors.describeSchema({ id });
  if (!answer.ok) return note(id, { state: 'failed', error: answer.error });
  note(id, { state: 'known', tables: answer.value.tables, system: systemOf(connector) });
};
