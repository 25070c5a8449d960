import { create } from 'zustand';
import type { SchemaTable, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';

export type KnownSchema =
  | { state: 'reading' }
  | { state: 'known'; tables: readonly SchemaTable[] }
  | { state: 'failed'; error: TickmarkError };

/** The tables of connectors, by the connector's id, for completion. Kept until the window closes. */
export const useSchemas = create<{ byConnector: ReadonlyMap<number, KnownSchema> }>(() => ({ byConnector: new Map() }));

const note = (connectorId: number, schema: KnownSchema): void =>
  useSchemas.setState(({ byConnector }) => ({ byConnector: new Map(byConnector).set(connectorId, schema) }));

/**
 * Asks a connector's system for its tables. Only ever called because a person asked: whoever runs that system sees each
 * session. Once for a connector, unless it failed.
 */
export const readSchema = async (connectorId: number): Promise<void> => {
  const known = useSchemas.getState().byConnector.get(connectorId);
  if (known && known.state !== 'failed') return;
  note(connectorId, { state: 'reading' });
  const answer = await bridge.connectors.describeSchema({ id: connectorId });
  note(
    connectorId,
    answer.ok ? { state: 'known', tables: answer.value.tables } : { state: 'failed', error: answer.error },
  );
};
