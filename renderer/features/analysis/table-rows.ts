/** The known tables as lines of a list that is searched, and how a name of theirs is written into a query. */
import type { SchemaTable } from '../../../preload/contract';
import { writeName } from './query-language';

export interface TableRow {
  key: string;
  name: string;
  /** The schema of a table, the type of a column. */
  detail: string;
  level: 1 | 2;
  /** Of a table: whether its columns stand below it. */
  expanded?: boolean;
  table: SchemaTable;
}

interface Searchable {
  table: SchemaTable;
  key: string;
  text: string;
  columns: readonly string[];
}

/** Schemas whose tables need no schema before their names. */
const plainSchemas = ['main', 'public', 'dbo'];

const withSchema = ({ schema, name }: SchemaTable): string =>
  plainSchemas.includes(schema) ? name : `${schema}.${name}`;

/** In small letters once, as thousands are searched at each key. */
export const searchable = (tables: readonly SchemaTable[]): Searchable[] =>
  tables.map((table) => ({
    table,
    key: `${table.schema}.${table.name}`,
    text: withSchema(table).toLowerCase(),
    columns: table.columns.map(({ name }) => name.toLowerCase()),
  }));

/**
 * Tables in which all words are found, with the columns of those that are open; and, of other tables, the columns in which
 * they are found.
 */
export const tableRows = (
  tables: readonly Searchable[],
  search: string,
  isOpen: (key: string) => boolean,
): TableRow[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return tables.flatMap((entry) => {
    if (words.every((word) => entry.text.includes(word))) {
      const open = isOpen(entry.key);
      return [tableRow(entry, open), ...(open ? entry.columns.map((_, index) => columnRow(entry, index)) : [])];
    }
    const found = entry.columns.flatMap((column, index) =>
      words.every((word) => column.includes(word) || entry.text.includes(word)) &&
      words.some((word) => column.includes(word))
        ? [columnRow(entry, index)]
        : [],
    );
    return found.length > 0 ? [tableRow(entry, true), ...found] : [];
  });
};

const tableRow = ({ table, key }: Searchable, expanded: boolean): TableRow => ({
  key,
  name: table.name,
  detail: plainSchemas.includes(table.schema) ? '' : table.schema,
  level: 1,
  expanded,
  table,
});

const columnRow = ({ table, key }: Searchable, index: number): TableRow => ({
  key: `${key}.${index}`,
  name: table.columns[index]?.name ?? '',
  detail: table.columns[index]?.type.toLowerCase() ?? '',
  level: 2,
  table,
});

/** A row's name as the language has it in a query. */
export const nameToWrite = ({ name, level, table }: TableRow, queryLanguage: string | undefined): string =>
  (level === 2 || plainSchemas.includes(table.schema) ? [name] : [table.schema, name])
    .map((part) => writeName(part, queryLanguage))
    .join('.');
