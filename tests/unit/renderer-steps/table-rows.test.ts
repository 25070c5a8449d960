import { describe, expect, it } from 'vitest';
import type { SchemaTable } from '../../../preload/contract';
import { nameToWrite, searchable, type TableRow, tableRows } from '../../../renderer/features/analysis/table-rows';

const table = (schema: string, name: string, ...columns: string[]): SchemaTable => ({
  schema,
  name,
  columns: columns.map((column) => ({ name: column, type: 'TEXT' })),
});

const tables = searchable([
  table('public', 'users', 'id', 'Last Name'),
  table('hr', 'roles', 'id', 'user_id'),
  table('hr', 'order', 'id'),
]);

const shown = (search: string, ...open: string[]) =>
  tableRows(tables, search, (key) => open.includes(key)).map(({ name, level }) => '  '.repeat(level - 1) + name);

describe('the list of known tables', () => {
  it('shows the columns of the tables that are open', () => {
    expect(shown('')).toEqual(['users', 'roles', 'order']);
    expect(shown('', 'hr.roles')).toEqual(['users', 'roles', '  id', '  user_id', 'order']);
  });

  it('finds tables by name and schema, and columns below their table', () => {
    expect(shown('HR')).toEqual(['roles', 'order']);
    expect(shown('user')).toEqual(['users', 'roles', '  user_id']);
    expect(shown('hr user')).toEqual(['roles', '  user_id']);
    expect(shown('nothing')).toEqual([]);
  });

  it('is searched quickly where there are ten thousand', () => {
    const many = searchable(
      Array.from({ length: 10_000 }, (_, index) =>
        table('app', `table_${index}`, ...Array.from({ length: 20 }, (_column, at) => `column_${at}`)),
      ),
    );
    const startedAt = performance.now();
    expect(tableRows(many, 'column_19', () => false)).toHaveLength(20_000);
    expect(tableRows(many, 'table_9999', () => false)).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('a name of the list in a query', () => {
  const row = (of: SchemaTable, column?: string): TableRow => ({
    key: '',
    name: column ?? of.name,
    detail: '',
    level: column === undefined ? 1 : 2,
    table: of,
  });

  it.each([
    ['sqlite', table('main', 'users'), undefined, 'users'],
    ['postgresql', table('hr', 'roles'), undefined, 'hr.roles'],
    ['postgresql', table('public', 'Users'), undefined, '"Users"'],
    ['mssql', table('dbo', 'Order'), undefined, '[Order]'],
    ['mysql', table('hr', 'log`s'), undefined, 'hr.`log``s`'],
    ['plsql', table('HR', 'ROLES'), undefined, 'HR.ROLES'],
    ['sqlite', table('main', 'users'), 'Last Name', '"Last Name"'],
    ['plsql', table('HR', 'ROLES'), 'created', '"created"'],
  ])('is written as %s has it: %#', (language, of, column, expected) => {
    expect(nameToWrite(row(of, column), language)).toBe(expected);
  });
});
