import type { ConnectorRecord } from '../../db';
import type { SchemaTable } from '../../preload/contract';
import type { ColumnName, TableName } from '../guard';
import { mostNearest, nearestNames } from './nearest-names';
import { fingerprintConnector } from './preflight-service';

type Configured = Pick<ConnectorRecord, 'id' | 'connectorType' | 'configuration'>;

/** What a query names and its system does not have, and what there is instead. */
export interface Lacking {
  what: 'table' | 'column';
  names: string[];
  nearest: string[];
}

interface Known {
  fingerprint: string;
  tables: readonly SchemaTable[];
  /** A name without its schema may be one of several tables. */
  byName: ReadonlyMap<string, readonly SchemaTable[]>;
  /** What is near to a name that is not there: thousands of questions may lack the same table. */
  nearest: Map<string, string[]>;
}

const keyOf = (name: TableName): string => name.join('.').toLowerCase();

const byNameOf = (tables: readonly SchemaTable[]): Known['byName'] => {
  const byName = new Map<string, SchemaTable[]>();
  for (const table of tables) {
    for (const key of [keyOf([table.name]), keyOf([table.schema, table.name])]) {
      const same = byName.get(key);
      if (same) same.push(table);
      else byName.set(key, [table]);
    }
  }
  return byName;
};

const mostTold = 5;

const unique = (names: readonly string[]): string[] => [...new Set(names)].slice(0, mostTold);

/** Of several names that are lacking each has its nearest told; of one, the three nearest. */
const nearestOfAll = (nearest: readonly (readonly string[])[]): string[] =>
  [...new Set(nearest.length === 1 ? nearest[0] : nearest.flatMap(([first]) => first ?? []))].slice(0, mostNearest);

/** The tables of connectors that a person had read in this session. Those of an earlier configuration count as unknown. */
export const createKnownTables = () => {
  const byConnector = new Map<number, Known>();

  const remember = (connector: Configured, tables: readonly SchemaTable[]): void => {
    const fingerprint = fingerprintConnector(connector);
    byConnector.set(connector.id, { fingerprint, tables, byName: byNameOf(tables), nearest: new Map() });
  };

  const nearestTables = ({ tables, nearest }: Known, name: TableName): string[] => {
    const written = name.join('.');
    const found =
      nearest.get(written) ??
      nearestNames(
        written,
        tables.map((table) => (name.length === 1 ? table.name : `${table.schema}.${table.name}`)),
      );
    nearest.set(written, found);
    return found;
  };

  const lackingTables = (known: Known, names: readonly TableName[]): Lacking | undefined => {
    // A name of three parts is one of another database, which was not read.
    const lacking = names.filter((name) => name.length <= 2 && !known.byName.has(keyOf(name)));
    if (lacking.length === 0) return undefined;
    return {
      what: 'table',
      names: unique(lacking.map((name) => name.join('.'))),
      nearest: nearestOfAll(lacking.map((name) => nearestTables(known, name))),
    };
  };

  const lackingColumns = ({ byName }: Known, names: readonly ColumnName[]): Lacking | undefined => {
    const columnsOf = ({ table }: ColumnName): string[] =>
      (byName.get(keyOf(table)) ?? []).flatMap(({ columns }) => columns.map(({ name }) => name));
    const lacking = names.filter((name) => {
      const columns = columnsOf(name).map((column) => column.toLowerCase());
      return columns.length > 0 && !columns.includes(name.column.toLowerCase());
    });
    if (lacking.length === 0) return undefined;
    return {
      what: 'column',
      names: unique(lacking.map(({ table, column }) => [...table, column].join('.'))),
      nearest: nearestOfAll(lacking.map((name) => nearestNames(name.column, columnsOf(name)))),
    };
  };

  /** What of the names the connector's system does not have; nothing while its tables are unknown. */
  const findLacking = (
    connector: Configured,
    names: { tables: readonly TableName[]; columns: readonly ColumnName[] },
  ): Lacking | undefined => {
    const known = byConnector.get(connector.id);
    if (!known || known.fingerprint !== fingerprintConnector(connector)) return undefined;
    return lackingTables(known, names.tables) ?? lackingColumns(known, names.columns);
  };

  return { remember, findLacking, isKnown: ({ id }: Configured) => byConnector.has(id) };
};

export type KnownTables = ReturnType<typeof createKnownTables>;
