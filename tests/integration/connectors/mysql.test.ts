import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mysqlDriver as driver } from '../../../main/connectors/mysql/driver';
import type { ConnectorAccess } from '../../../main/connectors/types';
import { type MariadbServer, startMariadb } from '../../servers/mariadb';
import { eventually } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

let server: MariadbServer;
const login = { username: 'auditor', password: 'read Only 1' };
const never = new AbortController().signal;

const access = (configuration: ConnectorAccess['configuration'] = {}, password = login.password): ConnectorAccess => ({
  configuration: {
    server: '127.0.0.1',
    port: server.port,
    database: 'audit',
    username: login.username,
    encrypt: false,
    ...configuration,
  },
  secrets: { password },
});
const asAdmin = () => access({ username: 'admin' });

beforeAll(async () => {
  // The server cuts results and reads quotes in ways of its own: sessions must not inherit that.
  server = await startMariadb({
    settings: ['--sql-mode=ANSI', '--init-connect=SET sql_select_limit = 3', '--default-time-zone=+09:00'],
  });
  await server.adminQuery(`
    CREATE DATABASE audit CHARACTER SET utf8mb4;
    CREATE USER auditor@'%' IDENTIFIED BY '${login.password}';
    GRANT SELECT ON audit.* TO auditor@'%';
    CREATE USER admin@'%' IDENTIFIED BY '${login.password}';
    GRANT ALL ON *.* TO admin@'%';
    USE audit;
    CREATE TABLE accounts (id INT PRIMARY KEY, name TEXT) ENGINE = InnoDB;
    INSERT INTO accounts VALUES (1, 'root');
    CREATE PROCEDURE add_account() INSERT INTO accounts VALUES (99, 'new');
    SET time_zone = '+00:00', sql_mode = '';
    CREATE TABLE cells (
      id INT, tiny TINYINT UNSIGNED, big BIGINT UNSIGNED, amount DECIMAL(20,4), ratio DOUBLE, single FLOAT,
      day DATE, at DATETIME(6), stamp TIMESTAMP NULL, clock TIME, \`year\` YEAR, flag BIT(1), flags BIT(12),
      name VARCHAR(50), fixed CHAR(5), note TEXT, bytes VARBINARY(10), large LONGBLOB, choice ENUM('a','b'), choices SET('x','y'),
      doc JSON, uid UUID, address INET6, place POINT);
    INSERT INTO cells VALUES
      (1, 255, 18446744073709551615, 1234567890.1234, 0.1, 0.1, '0000-00-00', '2024-02-29 23:59:59.123456', '2024-02-29 12:00:00',
       '-838:59:59', 2024, b'1', b'101010101010', 'Ünï 🦉, "quoted"', 'ab', 'line\\nbreak', x'00ff41', x'', 'a', 'x,y', '{"a":1}',
       '123e4567-e89b-12d3-a456-426655440000', '::1', POINT(1, 2)),
      (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', NULL, NULL, NULL, '', NULL, NULL, NULL, NULL);
  `);
});
afterAll(() => server.stop());

describe('MySQL evidence', () => {
  it('writes each type by its rule', async () => {
    const { result, csv, sealed } = await capture(driver, access(), 'SELECT * FROM cells ORDER BY id -- the end');
    expect(answerOf(result)).toEqual({ rowCount: 2, complete: true });
    expect(csv.toString().split('\n').slice(1)).toEqual([
      '1,255,18446744073709551615,1234567890.1234,0.1,0.1,0000-00-00,2024-02-29 23:59:59.123456,2024-02-29 12:00:00,' +
        '-838:59:59,2024,1,2730,"Ünï 🦉, ""quoted""",ab,"line',
      'break",\\x00ff41,\\x,a,"x,y","{""a"":1}",123e4567-e89b-12d3-a456-426655440000,::1,' +
        '\\x000000000101000000000000000000f03f0000000000000040',
      '2,,,,,,,,,,,,,"","","",,,,"",,,,',
      '',
    ]);
    expect(sealed.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id int',
      'tiny tinyint unsigned',
      'big bigint unsigned',
      'amount decimal(20,4)',
      'ratio double',
      'single float',
      'day date',
      'at datetime(6)',
      'stamp timestamp',
      'clock time',
      'year year',
      'flag bit(1)',
      'flags bit(12)',
      'name varchar(50)',
      'fixed char(5)',
      'note text',
      'bytes varbinary(10)',
      'large blob',
      'choice enum',
      'choices set',
      'doc json',
      'uid uuid',
      'address inet6',
      'place point',
    ]);
  });

  it.each([
    [
      'NULL and empty text in one column',
      "SELECT '' AS v UNION ALL SELECT NULL UNION ALL SELECT '\\\\.'",
      'v\n""\n\n"\\."\n',
    ],
    ['duplicate and odd names', 'SELECT 1 AS a, 2 AS a, 3 AS `x,y`, 4 AS `q"q`', 'a,a,"x,y","q""q"\n1,2,3,4\n'],
    ['no rows', 'SELECT id FROM accounts WHERE FALSE', 'id\n'],
    ['a semicolon and comments', '# accounts\nSELECT id FROM accounts; -- the end', 'id\n1\n'],
    [
      'a result longer than the limit of the session',
      'SELECT seq FROM audit.cells JOIN seq_1_to_5 WHERE id = 1',
      'seq\n1\n2\n3\n4\n5\n',
    ],
    ['texts in double quotes', 'SELECT "text" AS v', 'v\ntext\n'],
    ['the session time zone', 'SELECT FROM_UNIXTIME(0) AS epoch', 'epoch\n1970-01-01 00:00:00\n'],
    ['SHOW', "SHOW TABLES LIKE 'acc%'", 'Tables_in_audit (acc%)\naccounts\n'],
    [
      'hexadecimal literals',
      "SELECT x'C3A9' AS bytes, CONVERT(x'C3A9' USING utf8mb4) AS text",
      'bytes,text\n\\xc3a9,é\n',
    ],
  ])('writes %s', async (_what, query, expected) => {
    const { result, csv } = await capture(driver, access(), query);
    expect(answerOf(result).complete).toBe(true);
    expect(csv.toString()).toBe(expected);
  });
});

/** A file that the server could write. */
const intruder = join(tmpdir(), `tickmark-intruder-${process.pid}`);

describe('MySQL, with the guard bypassed', () => {
  it.each([
    ['an insert', "INSERT INTO accounts VALUES (2, 'x')"],
    ['an insert that returns rows', "INSERT INTO accounts VALUES (2, 'x') RETURNING id"],
    ['a definition', 'CREATE TABLE intruder (x INT)'],
    ['a removal', 'DROP TABLE accounts'],
    ['a second statement', 'SELECT 1; DELETE FROM accounts'],
    ['a file on the server', `SELECT 1 INTO OUTFILE '${intruder}'`],
    ['a temporary table', 'CREATE TEMPORARY TABLE intruder (x INT)'],
    ['a variable', 'SELECT 1 INTO @intruder'],
    ['a procedure', 'CALL add_account()'],
    ['a file of this computer', "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE accounts"],
  ])('refuses %s', async (_what, query) => {
    const { result } = await capture(driver, asAdmin(), query);
    expect(['QUERY_REJECTED', 'QUERY_FAILED']).toContain(errorOf(result).code);
    expect(await server.adminQuery('SELECT COUNT(*), MAX(id) FROM accounts', 'audit')).toBe('1\t1');
    expect(await server.adminQuery("SHOW TABLES LIKE 'intruder'", 'audit')).toBe('');
    expect(existsSync(intruder)).toBe(false);
  });

  // Listed in docs/connectors/mysql.md: the guard refuses these.
  it.each([
    ['files of the server', "SELECT LOAD_FILE('/etc/hostname')"],
    ['locks of the server', "SELECT GET_LOCK('intruder', 0)"],
    ['waiting', 'SELECT SLEEP(0)'],
  ])('does not stop functions that reach outside the transaction: %s', async (_what, query) => {
    expect(answerOf((await capture(driver, asAdmin(), query)).result).complete).toBe(true);
  });
});

describe('MySQL failures of a query', () => {
  it('tells the server’s message', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT nmae FROM accounts');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED' });
    expect(errorOf(result).message).toContain("Unknown column 'nmae'");
    expect(sealed.sha256).toBeNull();
  });

  it('says which right is missing', async () => {
    const { result } = await capture(driver, access(), 'SELECT * FROM mysql.user');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED', hint: expect.stringContaining('SELECT') });
  });
});

const isRunning = async (marker: string) =>
  (await server.adminQuery(
    `SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%${marker}%' AND id <> CONNECTION_ID()`,
  )) !== '0';

describe('MySQL cancel', () => {
  it('ends a stream of rows at the server, keeping what came', async () => {
    const cancel = new AbortController();
    const { result, sealed } = await capture(driver, access(), "SELECT seq, 'stream-me' FROM seq_1_to_1000000000", {
      signal: cancel.signal,
      watch: (writer) => void eventually(() => writer.rowCount > 0, 'rows come').then(() => cancel.abort()),
    });
    expect(answerOf(result).complete).toBe(false);
    expect(sealed.rowCount).toBeGreaterThan(0);
    await eventually(async () => !(await isRunning('stream-me')), 'the server has stopped');
  });

  it('ends the query at the server when a limit is reached', async () => {
    const { result, sealed } = await capture(driver, access(), "SELECT seq, 'limit-me' FROM seq_1_to_1000000000", {
      limits: { rows: 1_000, bytes: 1e9 },
    });
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

describe('MySQL identity', () => {
  it('names the system, and is the same for each session of it', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report.identity).toMatchObject({ login: 'auditor@%', database: 'audit' });
    expect(report.target).toContain(`127.0.0.1:${server.port} / audit · MariaDB `);
    expect(report.readOnly).toBe(true);
    const { session } = await capture(driver, access(), 'SELECT 1');
    expect(session?.fingerprint).toEqual(report.fingerprint);
  });

  it('works without a database', async () => {
    const { database: _none, ...configuration } = access().configuration;
    const { csv, session } = await capture(driver, { ...access(), configuration }, 'SELECT id FROM audit.accounts');
    expect(csv.toString()).toBe('id\n1\n');
    expect(session?.fingerprint.database).toBe('');
  });

  it.each([
    ['all rights', 'GRANT ALL ON *.* TO tester', true],
    ['only SELECT', 'GRANT SELECT, SHOW VIEW, PROCESS ON *.* TO tester', false],
    ['INSERT into one table', 'GRANT SELECT, INSERT ON audit.accounts TO tester', true],
    ['UPDATE of one column', 'GRANT SELECT (id), UPDATE (name) ON audit.accounts TO tester', true],
    ['CREATE', 'GRANT CREATE ON audit.* TO tester', true],
    ['no right', 'SELECT 1', false],
    ['a role that writes', 'CREATE ROLE writer; GRANT DELETE ON audit.* TO writer; GRANT writer TO tester', true],
    ['a role that reads', 'CREATE ROLE writer; GRANT SELECT ON audit.* TO writer; GRANT writer TO tester', false],
  ])('says of a login with %s whether it can write', async (_what, grant, canWrite) => {
    await server.adminQuery(`CREATE USER tester IDENTIFIED BY '${login.password}'; ${grant};`);
    const { database: _none, ...configuration } = access({ username: 'tester' }).configuration;
    const report = answerOf(await driver.test({ ...access(), configuration }, never));
    await server.adminQuery('DROP USER tester; DROP ROLE IF EXISTS writer');
    expect(report.canWrite).toBe(canWrite);
  });
});

describe('MySQL describeSchema', () => {
  it('lists what the login may read, the system tables last', async () => {
    const tables = answerOf(await driver.describeSchema(access(), never));
    expect(tables[0]).toEqual({
      schema: 'audit',
      name: 'accounts',
      columns: [
        { name: 'id', type: 'int(11)' },
        { name: 'name', type: 'text' },
      ],
    });
    expect(tables.at(-1)?.schema).toBe('information_schema');
  });
});
