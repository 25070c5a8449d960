import type { ConnectorRecord } from '../../db';
import type { SchemaTable } from '../../preload/contract';
import type { TableName } from '../guard';
import { fingerprintConnector } from './preflight-service';

type Configured = Pick<ConnectorRecord, 'id' | 'connectorType' | 'configuration'>;

const keyOf = (name: TableName): string => name.join('.').toLowerCase();

/** The tables of connectors that a person had read in this session. Those of an earlier configuration count as unknown. */
export const createKnownTables = () => {
  const byConnector = new Map<number, { fingerprint: string; keys: ReadonlySet<string> }>();

  const remember = (connector: Configured, tables: readonly SchemaTable[]): void => {
    const keys = new Set(tables.flatMap(({ schema, name }) => [keyOf([name]), keyOf([schema, name])]));
    byConnector.set(connector.id, { fingerprint: fingerprintConnector(connector), keys });
  };

  /** Which of the tables the connector's system does not have, each once; none while its tables are unknown. */
  const findLacking = (connector: Configured, names: readonly TableName[]): string[] => {
    const known = byConnector.get(connector.id);
    if (!known || known.fingerprint !== fingerprintConnector(connector)) return [];
    // A name of three parts is one of another database, which was not read.
    const lacking = names.filter((name) => name.length <= 2 && !known.keys.has(keyOf(name)));
    return [...new Set(lacking.map((name) => name.join('.')))];
  };

  return { remember, findLacking, isKnown: ({ id }: Configured) => byConnector.has(id) };
};

export type KnownTables = ReturnType<typeof createKnownTables>;
