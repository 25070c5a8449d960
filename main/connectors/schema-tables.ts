import type { SchemaTable } from '../../preload/contract';

/** One column as the systems' catalogues list it. */
export interface SchemaColumn {
  schema: string;
  table: string;
  column: string;
  type: string;
}

/** Columns, ordered by table, as tables with their columns. */
export const groupColumns = (columns: readonly SchemaColumn[]): SchemaTable[] => {
  const tables: SchemaTable[] = [];
  for (const { schema, table, column, type } of columns) {
    let current = tables.at(-1);
    if (current?.schema !== schema || current.name !== table) {
      current = { schema, name: table, columns: [] };
      tables.push(current);
    }
    current.columns.push({ name: column, type });
  }
  return tables;
};
