import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresqlDriver as driver } from '../../../main/connectors/postgresql/driver';
import type { ConnectorAccess } from '../../../main/connectors/types';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';
import { eventually } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

let server: PostgresqlServer;
const login = { username: 'auditor', password: 'read Only 1', database: 'audit' };
const never = new AbortController().signal;

const access = (configuration: ConnectorAccess['configuration'] = {}, password = login.password): ConnectorAccess => ({
  configuration: {
    server: '127.0.0.1',
    port: server.port,
    database: login.database,
    username: login.username,
    encrypt: false,
    ...configuration,
  },
  secrets: { password },
});
const asAdmin = () => access({ username: 'admin' });

const everything = `
  SELECT * FROM (VALUES
    (1, NULL, '', 'plain', 1.10::numeric, 0.1::float8, 1e300::float8, true, '2024-02-29'::date,
     '2024-02-29 23:59:59.123456+02'::timestamptz, '1 year 2 mons 3 days 04:05:06.7'::interval,
     ARRAY['a', NULL, 'with "quotes", and comma'], '\\xdeadbeef'::bytea, '{"a": [1, null]}'::jsonb, 'NaN'::numeric),
    (2, 'x', 'comma, "quote"', E'line\\r\\nbreak', -0.00::numeric, 'Infinity'::float8, 1.0::float8, false, 'infinity'::date,
     NULL, '-1 day'::interval, '{}'::text[], ''::bytea, 'null'::jsonb, 12345678901234567890123.45),
    (3, 'Ünïcode 日本語 🦉', ' leading and trailing ', '\\.', 3::numeric, NULL, 3.14159265358979::float8, NULL, '0044-03-15 BC'::date,
     'epoch'::timestamptz, NULL, NULL, NULL, NULL, NULL)
  ) AS t(id, a, b, "Column, ""c""", n, f, g, flag, day, moment, span, list, bytes, doc, big) ORDER BY id`;

/** The settings that docs/connectors/postgresql.md names, for psql. */
const sameSettings =
  "SET TimeZone='UTC'; SET DateStyle='ISO'; SET IntervalStyle='iso_8601'; SET bytea_output='hex'; SET extra_float_digits=1;";

const psqlCopy = (query: string) => {
  const oneLine = query.replaceAll(/\s*\n\s*/g, ' ').trim();
  return server.psql(login, ['-c', sameSettings, '-c', `\\copy (${oneLine}) to stdout csv header`]);
};

beforeAll(async () => {
  server = await startPostgresql();
  await server.adminQuery(`CREATE ROLE auditor LOGIN PASSWORD '${login.password}'`);
  await server.adminQuery(`CREATE ROLE admin SUPERUSER LOGIN PASSWORD '${login.password}'`);
  await server.adminQuery('CREATE DATABASE audit');
  await server.adminQuery(
    `REVOKE CREATE ON SCHEMA public FROM PUBLIC;
     CREATE TABLE accounts (id int PRIMARY KEY, name text);
     INSERT INTO accounts VALUES (1, 'root');
     GRANT SELECT ON accounts TO auditor;
     CREATE TABLE hidden (x int);
     CREATE SEQUENCE numbers;
     CREATE FUNCTION add_account() RETURNS int LANGUAGE sql AS 'INSERT INTO accounts VALUES (99, ''new'') RETURNING id'`,
    'audit',
  );
});
afterAll(() => server.stop());

describe('PostgreSQL evidence', () => {
  it('is byte for byte what psql \\copy … csv header writes', async () => {
    const { result, csv, sealed } = await capture(driver, access(), everything);
    expect(answerOf(result)).toEqual({ rowCount: 3, complete: true });
    expect(csv.equals(await psqlCopy(everything))).toBe(true);
    expect(sealed.rowCount).toBe(3);
    const types = sealed.columns.map((column) => column.type);
    expect(types.slice(4, 13)).toEqual([
      'numeric',
      'double precision',
      'double precision',
      'boolean',
      'date',
      'timestamp with time zone',
      'interval',
      'text[]',
      'bytea',
    ]);
  });

  it.each([
    ['one column with \\. alone on its line', "SELECT v FROM (VALUES ('\\.'), (NULL), ('')) AS t(v)"],
    [
      'duplicate, empty-looking and odd column names',
      `SELECT 1 AS a, 2 AS a, 3 AS " ", 4 AS "x,y", 5 AS "q""q", 6 AS "Ünï 🦉"`,
    ],
    ['no rows', 'SELECT id, name FROM accounts WHERE false'],
    ['no columns', 'SELECT FROM accounts'],
    [
      'ranges, points, uuids, networks, bits and json',
      `SELECT int4range(1, 5), point(1.5, 2), '123e4567-e89b-12d3-a456-426655440000'::uuid,
       '10.0.0.0/8'::cidr, '101'::bit(3), '{"a":  1}'::json, ROW(1, 'x, y', NULL), 1234.5::money, '08:00:00+05:30'::timetz, 'a b'::tsvector`,
    ],
  ])('equals psql for %s', async (_what, query) => {
    const { result, csv } = await capture(driver, access(), query);
    expect(answerOf(result).complete).toBe(true);
    expect(csv.equals(await psqlCopy(query))).toBe(true);
  });

  it('takes a query with comments and a semicolon around it', async () => {
    const { csv } = await capture(driver, access(), '-- accounts\nSELECT id FROM accounts; -- the end');
    expect(csv.toString()).toBe('id\n1\n');
  });
});

describe('PostgreSQL, with the guard bypassed', () => {
  it.each([
    ['a data-modifying statement', "INSERT INTO accounts VALUES (2, 'x') RETURNING id"],
    ['a function that writes', 'SELECT add_account()'],
    ['a sequence', "SELECT nextval('numbers')"],
    [
      'a way out of the read-only transaction',
      "SELECT set_config('transaction_read_only', 'off', false), add_account()",
    ],
    ['a definition', 'CREATE TABLE intruder (x int)'],
    ['a second statement', 'SELECT 1; DELETE FROM accounts'],
    ['a statement smuggled out of the wrapping', 'SELECT 1) TO STDOUT; DELETE FROM accounts --'],
    ['a locking read', 'SELECT * FROM accounts FOR UPDATE'],
  ])('refuses %s', async (_what, query) => {
    const { result } = await capture(driver, asAdmin(), query);
    expect(['QUERY_REJECTED', 'QUERY_FAILED']).toContain(errorOf(result).code);
    expect(await server.adminQuery('SELECT count(*), max(id) FROM accounts', 'audit')).toBe('1|1');
    expect(await server.adminQuery("SELECT to_regclass('intruder') IS NULL, NOT is_called FROM numbers", 'audit')).toBe(
      't|t',
    );
  });

  // Listed in docs/connectors/postgresql.md: the guard refuses these.
  it.each([
    ['files', "SELECT pg_read_file('PG_VERSION')"],
    ['settings', "SELECT set_config('work_mem', '8MB', false)"],
    ['advisory locks', 'SELECT pg_advisory_lock(1)'],
    ['ends of sessions', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE false'],
  ])('does not stop functions that reach outside the transaction: %s', async (_what, query) => {
    expect(answerOf((await capture(driver, asAdmin(), query)).result).complete).toBe(true);
  });

  it('rolls back large objects, which a read-only transaction may create', async () => {
    await capture(driver, asAdmin(), 'SELECT lo_create(4711)');
    expect(await server.adminQuery('SELECT count(*) FROM pg_largeobject_metadata', 'audit')).toBe('0');
  });
});

describe('PostgreSQL failures of a query', () => {
  it('tells the message, the line and the column', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT id,\n  nmae FROM accounts');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED', hint: expect.stringContaining('accounts.name') });
    expect(errorOf(result).message).toContain('column "nmae" does not exist (line 2, column 3)');
    expect(sealed.sha256).toBeNull();
  });

  it('says which right is missing', async () => {
    const { result } = await capture(driver, access(), 'SELECT * FROM hidden');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED' });
    expect(errorOf(result).message).toContain('permission denied for table hidden');
  });

  it('keeps the rows before a failure in the middle', async () => {
    const { result, csv } = await capture(
      driver,
      access(),
      'SELECT 10 / (5 - i) AS x FROM generate_series(1, 10) AS i',
    );
    expect(errorOf(result).message).toContain('division by zero');
    expect(csv.toString()).toBe('x\n2\n3\n5\n10\n');
  });
});

const isRunning = async (marker: string) =>
  (await server.adminQuery(
    `SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%${marker}%' AND pid <> pg_backend_pid()`,
  )) !== '0';

describe('PostgreSQL cancel', () => {
  it('ends a stream of rows at the server, keeping what came', async () => {
    const cancel = new AbortController();
    const query = "SELECT generate_series(1, 1000000000), 'stream-me'";
    const { result, sealed } = await capture(driver, access(), query, {
      signal: cancel.signal,
      watch: (writer) => void eventually(() => writer.rowCount > 0, 'rows come').then(() => cancel.abort()),
    });
    expect(answerOf(result).complete).toBe(false);
    expect(sealed.rowCount).toBeGreaterThan(0);
    await eventually(async () => !(await isRunning('stream-me')), 'the server has stopped');
  });

  it('ends the query at the server when a limit is reached', async () => {
    const query = "SELECT generate_series(1, 1000000000), 'limit-me'";
    const { result, sealed } = await capture(driver, access(), query, { limits: { rows: 1_000, bytes: 1e9 } });
    expect(answerOf(result)).toMatchObject({ complete: false, truncatedBy: 'rows' });
    expect(sealed.rowCount).toBe(1_000);
    await eventually(async () => !(await isRunning('limit-me')), 'the server has stopped');
  });

  it('before the query is sent sends nothing', async () => {
    const { result } = await capture(driver, access(), 'SELECT 815 AS unsent', { signal: AbortSignal.abort() });
    expect(errorOf(result).code).toBe('CANCELLED');
    expect(server.log()).not.toContain('unsent');
  });
});

describe('PostgreSQL identity', () => {
  it('names the system, and is the same for each session of it', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report.identity).toMatchObject({ login: 'auditor', database: 'audit', role: 'primary' });
    expect(report.target).toMatch(new RegExp(`^127.0.0.1:${server.port} / audit · PostgreSQL \\d+ · cluster \\d+$`));
    expect(report.readOnly).toBe(true);
    const { session } = await capture(driver, access(), 'SELECT 1');
    expect(session?.fingerprint).toEqual(report.fingerprint);
    expect(session?.target).toBe(report.target);
  });

  it('tells a database that was made anew under the same name', async () => {
    await server.adminQuery('CREATE DATABASE renewed');
    const before = answerOf(await driver.test(access({ database: 'renewed' }), never));
    await server.adminQuery('DROP DATABASE renewed');
    await server.adminQuery('CREATE DATABASE renewed');
    const after = answerOf(await driver.test(access({ database: 'renewed' }), never));
    expect(after.fingerprint).not.toEqual(before.fingerprint);
  });

  it.each([
    ['a superuser', 'SELECT 1', 'admin', true],
    ['a login with only SELECT', 'SELECT 1', 'auditor', false],
    ['a login that may insert into one table', 'GRANT INSERT ON hidden TO tester', 'tester', true],
    ['a login that may update one column', 'GRANT UPDATE (x) ON hidden TO tester', 'tester', true],
    ['a login that may create tables', 'GRANT CREATE ON SCHEMA public TO tester', 'tester', true],
    ['a member of a role that writes', 'GRANT pg_write_all_data TO tester', 'tester', true],
    ['a login without any right', 'SELECT 1', 'tester', false],
  ])('says of %s whether it can write', async (_what, grant, username, canWrite) => {
    await server.adminQuery(
      `DROP ROLE IF EXISTS tester; CREATE ROLE tester LOGIN PASSWORD '${login.password}'; ${grant}`,
      'audit',
    );
    const report = answerOf(await driver.test(access({ username }), never));
    await server.adminQuery('DROP OWNED BY tester; DROP ROLE tester', 'audit');
    expect(report.canWrite).toBe(canWrite);
  });
});

describe('PostgreSQL describeSchema', () => {
  it('lists what the login may read, the system tables last', async () => {
    const tables = answerOf(await driver.describeSchema(access(), never));
    expect(tables[0]).toEqual({
      schema: 'public',
      name: 'accounts',
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'name', type: 'text' },
      ],
    });
    expect(tables.some((table) => table.name === 'hidden')).toBe(false);
    expect(tables.some((table) => table.schema === 'pg_catalog' && table.name === 'pg_roles')).toBe(true);
  });
});
