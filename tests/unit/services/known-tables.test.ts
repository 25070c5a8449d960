import { describe, expect, it } from 'vitest';
import { createKnownTables } from '../../../main/services/known-tables';
import { nearestNames } from '../../../main/services/nearest-names';

const connector = { id: 1, connectorType: 'PostgreSQL DB', configuration: { database: 'hr' } };
const table = (schema: string, name: string, ...columns: string[]) => ({
  schema,
  name,
  columns: columns.map((column) => ({ name: column, type: 'text' })),
});

describe('known tables', () => {
  const known = createKnownTables();
  known.remember(connector, [
    table('app', 'user_accounts', 'id', 'login', 'last_seen'),
    table('app', 'roles', 'id'),
    table('old', 'roles', 'title'),
    table('app', 'locked'),
  ]);
  const lacking = (tables: string[][], columns: [string[], string][] = []) =>
    known.findLacking(connector, { tables, columns: columns.map(([of, column]) => ({ table: of, column })) });

  it('tell a table that is not there, and the nearest one', () => {
    expect(lacking([['user_acounts'], ['app', 'Roles'], ['other', 'app', 'x']])).toMatchObject({
      what: 'table',
      names: ['user_acounts'],
      nearest: expect.arrayContaining(['user_accounts']),
    });
  });

  it('tell a column that no table of that name has, in any spelling', () => {
    expect(lacking([['user_accounts']], [[['user_accounts'], 'Last_Sen']])).toEqual({
      what: 'column',
      names: ['user_accounts.Last_Sen'],
      nearest: ['last_seen', 'login', 'id'],
    });
    expect(lacking([], [[['user_accounts'], 'LOGIN']])).toBeUndefined();
    expect(lacking([], [[['roles'], 'title']])).toBeUndefined();
    expect(lacking([], [[['app', 'roles'], 'title']])).toMatchObject({ names: ['app.roles.title'] });
  });

  it('tell at most three near names: of one that is lacking the nearest, of several the nearest of each', () => {
    const wide = createKnownTables();
    const five = ['login', 'logins', 'log_in', 'login_id', 'login_at'];
    wide.remember(connector, [table('app', 'a', ...five), table('app', 'b'), table('app', 'users')]);
    const of = (...names: string[]) => ({ tables: names.map((name) => [name]), columns: [] });
    const column = { table: ['a'], column: 'logn' };
    expect(wide.findLacking(connector, { tables: [], columns: [column] })?.nearest).toHaveLength(3);
    expect(wide.findLacking(connector, of('user', 'bb'))?.nearest).toEqual(['users', 'b']);
  });

  it('tell nothing of tables whose columns are not known, or of another configuration', () => {
    expect(lacking([], [[['locked'], 'x']])).toBeUndefined();
    const moved = { ...connector, configuration: { database: 'pay' } };
    expect(known.findLacking(moved, { tables: [['nothing']], columns: [] })).toBeUndefined();
  });
});

describe('nearestNames', () => {
  const names = ['users', 'user_roles', 'invoices', 'app_users', 'payments', 'vendors', 'changes'];

  it('are those that are spelt alike or share a word, the likest first', () => {
    expect(nearestNames('user', names)).toEqual(['users', 'app_users', 'user_roles']);
    expect(nearestNames('INVOICE', names)).toEqual(['invoices']);
    expect(nearestNames('zzz', names)).toEqual([]);
  });

  it('are quickly found among ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `table_number_${index}`);
    const startedAt = performance.now();
    expect(nearestNames('table_numbre_77', many)[0]).toMatch(/^table_number_\d*7/);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
