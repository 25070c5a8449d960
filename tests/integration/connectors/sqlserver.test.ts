import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlserver } from '../../../main/connectors/sqlserver';
import { sqlserverDriver as driver } from '../../../main/connectors/sqlserver/driver';
import type { ConnectorAccess } from '../../../main/connectors/types';
import { type Certificates, createCertificates } from '../../servers/certificates';
import { type Line, startLineTo, startSilence, startTalker } from '../../servers/line';
import { eventually, freePort, runTool, toolEnvironment } from '../../servers/server-process';
import { startBrowser } from '../../servers/tds/browser';
import { sampleLines } from '../../servers/tds/cells';
import { startTdsServer, type TdsOptions, type TdsServer } from '../../servers/tds/server';
import type { Target } from '../../servers/tds/statements';
import { answerOf, capture, errorOf } from './capture';

const password = 'not to be seen 1Ä';
const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'tickmark-sqlserver-'));
const hosts = ['IP:127.0.0.1', 'DNS:db.example.com'];
const options: TdsOptions = {
  logins: { auditor: password, 'CORP\\auditor': password },
  domain: 'CORP',
  databases: ['audit', 'other'],
};

let plain: TdsServer;
let encrypted: TdsServer;
let certificates: Certificates;
const lines: Line[] = [];
const identityOf = ({ keyPath, certificatePath }: Certificates) => ({
  key: readFileSync(keyPath, 'utf8'),
  cert: readFileSync(certificatePath, 'utf8'),
});

beforeAll(async () => {
  certificates = await createCertificates(join(folder, 'tls'), hosts);
  plain = await startTdsServer(options);
  encrypted = await startTdsServer({ ...options, tls: identityOf(certificates) });
});
afterAll(async () => {
  await Promise.all([plain?.stop(), encrypted?.stop(), ...lines.map((line) => line.close())]);
  rmSync(folder, { recursive: true });
});

const access = (configuration: ConnectorAccess['configuration'] = {}, secret = password): ConnectorAccess => ({
  configuration: {
    server: '127.0.0.1',
    port: plain.port,
    database: 'audit',
    authentication: 'sql',
    username: 'auditor',
    encrypt: false,
    connect_timeout: 5,
    query_timeout: 60,
    ...configuration,
  },
  secrets: secret === '' ? {} : { password: secret },
});
const encryptedAccess = (configuration: ConnectorAccess['configuration'] = {}) =>
  access({ port: encrypted.port, encrypt: true, ca: certificates.caPath, ...configuration });
const opened = async (line: Promise<Line>) => {
  lines.push(await line);
  return line;
};
const run = (query: string, more: Parameters<typeof capture>[3] = {}, given = access()) =>
  capture(driver, given, query, more);

describe('SQL Server evidence', () => {
  it('writes each type by its rule, to the last digit', async () => {
    const { result, csv, sealed } = await run('SELECT * FROM cells ORDER BY whole -- the end');
    expect(answerOf(result)).toEqual({ rowCount: 2, complete: true });
    expect(csv.toString().split('\n').slice(1)).toEqual(sampleLines);
    expect(sealed.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'flag bit',
      'tiny tinyint',
      'small smallint',
      'whole int',
      'big bigint',
      'fixed_whole int',
      'exact decimal(38,4)',
      'negative numeric(18,5)',
      'money_most money',
      'money_least money',
      'small_money smallmoney',
      'ratio float',
      'single real',
      'day date',
      'first_day date',
      'clock time(7)',
      'clock_0 time(0)',
      'old_at datetime',
      'old_small_at smalldatetime',
      'at datetime2(7)',
      'at_3 datetime2(3)',
      'at_zone datetimeoffset(7)',
      'at_zone_west datetimeoffset(0)',
      'guid uniqueidentifier',
      'code_page varchar(50)',
      'padded char(5)',
      'name nvarchar(50)',
      'n_padded nchar(3)',
      'n_max nvarchar(max)',
      'max varchar(max)',
      'bytes varbinary(10)',
      'fixed_bytes binary(4)',
      'version rowversion',
      'max_bytes varbinary(max)',
      'doc xml',
      'old_text text',
      'old_n_text ntext',
      'old_image image',
      'variant_int sql_variant',
      'variant_decimal sql_variant',
      'variant_text sql_variant',
      'variant_code_page sql_variant',
      'variant_at sql_variant',
      'path hierarchyid',
      'place geometry',
    ]);
  });

  it('reads rows that leave their NULLs out', async () => {
    const { csv } = await run('SELECT * FROM compact_cells ORDER BY whole');
    expect(csv.toString().split('\n').slice(1)).toEqual(sampleLines);
  });

  it('writes the same bytes over TLS', async () => {
    const [open, secret] = await Promise.all([
      run('SELECT * FROM cells'),
      run('SELECT * FROM cells', {}, encryptedAccess()),
    ]);
    expect(secret.csv.equals(open.csv)).toBe(true);
  });

  it.each([
    ['duplicate, odd and empty names', 'SELECT * FROM twins', 'a,a,"x,y","q""q",""\n1,2,3,4,5\n'],
    ['no rows', 'SELECT * FROM nothing', 'id,name\n'],
    ['a semicolon and comments', '/* accounts */ SELECT * FROM accounts; -- the end', 'id,name\n1,root\n'],
  ])('writes %s', async (_what, query, written) => {
    const { result, csv } = await run(query);
    expect(answerOf(result).complete).toBe(true);
    expect(csv.toString()).toBe(written);
  });

  it('holds 2,000 columns', async () => {
    const { csv } = await run('SELECT * FROM wide');
    const names = Array.from({ length: 2_000 }, (_, index) => `c${index}`);
    expect(csv.toString()).toBe(`${names.join(',')}\n${names.map((_, index) => index).join(',')}\n`);
  });

  it('holds a cell of 100 MB', async () => {
    const { result, sealed } = await run('SELECT * FROM large');
    expect(answerOf(result).complete).toBe(true);
    expect(sealed.bytes).toBe('large\n'.length + 100_000_000 + 1);
  });

  it('does not mix what several connectors run side by side', async () => {
    const runs = Array.from({ length: 6 }, (_, index) => run(`SELECT * FROM run_${index}`));
    for (const [index, { csv }] of (await Promise.all(runs)).entries()) {
      expect(csv.toString()).toBe(`run\n${`${index}\n`.repeat(20_000)}`);
    }
  });

  it('waits for a slow sink instead of collecting rows in memory', async () => {
    const before = process.memoryUsage().rss;
    let highest = 0;
    let rowCount = 0;
    let mostAhead = 0;
    const sentBefore = plain.rowsSent;
    const sink = {
      begin: () => {},
      writeRow: () => true,
      writeRecord: () => {
        rowCount += 1;
        return rowCount % 50 !== 0;
      },
      drained: async () => {
        highest = Math.max(highest, process.memoryUsage().rss);
        mostAhead = Math.max(mostAhead, plain.rowsSent - sentBefore - rowCount);
        await new Promise((resolve) => setImmediate(resolve));
      },
      limitReached: undefined,
    };
    const query = 'SELECT TOP (200000) * FROM numbers';
    const result = await driver.run(access(), query, sink, { signal: never, confirmIdentity: () => true });
    expect(answerOf(result)).toEqual({ rowCount: 200_000, complete: true });
    expect(highest - before).toBeLessThan(150_000_000);
    expect(mostAhead).toBeLessThan(100_000);
  });
});

const statementsOf = (marker: string) => {
  const session = plain.statements.find(({ sql }) => sql === marker)?.session;
  return plain.statements.filter((statement) => statement.session === session);
};

describe('SQL Server read-only', () => {
  it('runs the query once, in a transaction that is rolled back, with the session pinned', async () => {
    await run('SELECT 4711 AS marker');
    const statements = statementsOf('SELECT 4711 AS marker');
    const place = (part: string) => statements.findIndex(({ sql }) => sql.includes(part));
    expect(statements.filter(({ sql }) => sql === 'SELECT 4711 AS marker')).toHaveLength(1);
    expect(statements.find(({ sql }) => sql === 'SELECT 4711 AS marker')?.inTransaction).toBe(true);
    expect(place('SET XACT_ABORT ON')).toBeGreaterThan(-1);
    expect(place('BEGIN TRANSACTION')).toBeGreaterThan(place('SET XACT_ABORT ON'));
    expect(place('SELECT 4711')).toBeGreaterThan(place('BEGIN TRANSACTION'));
    expect(place('ROLLBACK TRANSACTION')).toBeGreaterThan(place('SELECT 4711'));
    expect(statements.some(({ sql }) => /\bCOMMIT\b/i.test(sql))).toBe(false);
  });

  it('rolls back after a failure as well', async () => {
    await run('SELECT * FROM failing');
    expect(statementsOf('SELECT * FROM failing').at(-1)?.sql).toContain('ROLLBACK TRANSACTION');
  });

  it('tells the server that it only reads', () => {
    expect(plain.logins.every((login) => login.readOnlyIntent && login.appName === 'Tickmark')).toBe(true);
    expect(plain.logins[0]?.tdsVersion).toBe(0x74000004);
  });

  it.each([
    ['an insert', "INSERT INTO accounts VALUES (2, 'x')"],
    ['a definition', 'CREATE TABLE intruder (x int)'],
    ['a procedure', 'EXEC add_account'],
  ])('with the guard bypassed, does not send %s, because it returns no rows', async (_what, query) => {
    expect(errorOf((await run(query)).result)).toMatchObject({ code: 'QUERY_REJECTED' });
    expect(plain.statements.some(({ sql, values }) => sql === query && values.length === 0)).toBe(false);
  });

  it('with the guard bypassed, still refuses a second statement, and tells a commit', async () => {
    expect(errorOf((await run('SELECT 1; DELETE FROM accounts')).result).code).toBe('QUERY_REJECTED');
    const { result } = await run('SELECT * FROM accounts COMMIT');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_REJECTED', message: expect.stringContaining('ended the') });
  });
});

describe('SQL Server failures of a query', () => {
  it.each([
    ['an error in the middle', 'SELECT * FROM failing', /Divide by zero.* \(line 1\)/, undefined],
    ['a missing right', 'SELECT * FROM secrets', /denied/, /grant/],
    ['an unknown table', 'SELECT * FROM unknown_table', /Invalid object name/, /spelling/],
    ['a lock', 'SELECT * FROM locked', /time out/, /lock/],
  ])('tells %s', async (_what, query, message, hint) => {
    const error = errorOf((await run(query)).result);
    expect(error).toMatchObject({ code: 'QUERY_FAILED', message: expect.stringMatching(message) });
    if (hint) expect(error.hint).toMatch(hint);
  });

  it('keeps the rows that came before an error, a cut line, or garbage', async () => {
    expect((await run('SELECT * FROM failing')).sealed.rowCount).toBe(10);
    for (const trouble of ['cutting', 'garbage_tokens', 'garbage_packets']) {
      const { result, sealed } = await run(`SELECT * FROM ${trouble}`);
      expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'PROTOCOL' });
      expect(errorOf(result).message).toContain(`127.0.0.1:${plain.port}`);
      if (trouble === 'garbage_tokens') expect(sealed.rowCount).toBe(499);
    }
  });

  it('does not call a result complete when the server counted other rows', async () => {
    const error = errorOf((await run('SELECT * FROM miscounted')).result);
    expect(error).toMatchObject({ reason: 'PROTOCOL', message: expect.stringContaining('counted 2 rows, but 1') });
  });

  it.each(['silent', 'stalling'])('stops at the query timeout a server that is %s', async (mode) => {
    const before = plain.attentions;
    const { result } = await run(`SELECT * FROM ${mode}`, {}, access({ query_timeout: 1 }));
    expect(errorOf(result).code).toBe('QUERY_TIMEOUT');
    expect(plain.attentions).toBe(before + 1);
  });

  it('ends at the query timeout although the line is stalled', async () => {
    const line = await opened(startLineTo(plain.port));
    const { result } = await run(
      'SELECT * FROM endless',
      { watch: (writer) => void eventually(() => writer.rowCount > 100, 'rows come').then(line.stall) },
      access({ port: line.port, query_timeout: 2 }),
    );
    expect(errorOf(result).code).toBe('QUERY_TIMEOUT');
  });
});

describe('SQL Server cancel', () => {
  it('ends a silent query at the server, then rolls back', async () => {
    const query = "SELECT 'cancel-me' FROM silent";
    const before = plain.attentions;
    const cancel = new AbortController();
    const running = run(query, { signal: cancel.signal });
    await eventually(() => plain.statements.some(({ sql }) => sql === query), 'the query runs');
    cancel.abort();
    expect(answerOf((await running).result)).toMatchObject({ complete: false });
    expect(plain.attentions).toBe(before + 1);
    expect(statementsOf(query).at(-1)?.sql).toContain('ROLLBACK TRANSACTION');
  });

  it.each([
    ['in clear text', () => access(), () => plain],
    ['over TLS', () => encryptedAccess(), () => encrypted],
  ])('ends a stream of rows at the server, keeping what came, %s', async (_what, given, server) => {
    const before = server().attentions;
    const cancel = new AbortController();
    const { result, sealed } = await run(
      'SELECT * FROM endless',
      {
        signal: cancel.signal,
        watch: (writer) => void eventually(() => writer.rowCount > 0, 'rows come').then(() => cancel.abort()),
      },
      given(),
    );
    expect(answerOf(result).complete).toBe(false);
    expect(sealed.rowCount).toBeGreaterThan(0);
    expect(server().attentions).toBe(before + 1);
  });

  it('ends the query at the server when a limit is reached', async () => {
    const before = plain.attentions;
    const { result, sealed } = await run('SELECT * FROM endless', { limits: { rows: 1_000, bytes: 1e9 } });
    expect(answerOf(result)).toMatchObject({ complete: false, truncatedBy: 'rows' });
    expect(sealed.rowCount).toBe(1_000);
    expect(plain.attentions).toBe(before + 1);
  });

  it('answers although the line is stalled', async () => {
    const line = await opened(startLineTo(plain.port));
    const cancel = new AbortController();
    const stallAndCancel = () => {
      line.stall();
      cancel.abort();
    };
    const { result } = await run(
      'SELECT * FROM endless',
      {
        signal: cancel.signal,
        watch: (writer) => void eventually(() => writer.rowCount > 100, 'rows come').then(stallAndCancel),
      },
      access({ port: line.port }),
    );
    expect(answerOf(result).complete).toBe(false);
  });

  it('before the query is sent sends nothing', async () => {
    const { result } = await run('SELECT 815 AS unsent', { signal: AbortSignal.abort() });
    expect(errorOf(result).code).toBe('CANCELLED');
    expect(plain.statements.some(({ sql }) => sql.includes('unsent'))).toBe(false);
  });
});

describe('SQL Server identity', () => {
  const reportOf = async (target: Partial<Target>, more: Partial<TdsOptions> = {}) => {
    const server = await startTdsServer({ ...options, ...more, target });
    const given = access({
      port: server.port,
      ...(more.tls && { encrypt: true, ca: certificates.caPath }),
    });
    const report = answerOf(await driver.test(given, never));
    await server.stop();
    return report;
  };

  it('names the system, and is the same for each session of it', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report.target).toBe(`127.0.0.1:${plain.port} / audit · SQL Server 2019 · server SQLPROD01`);
    expect(report.serverVersion).toContain('15.0.4322.2');
    expect(report.readOnly).toBe(true);
    expect(report.identity).toMatchObject({ login: 'auditor', databaseRoles: 'db_datareader, public' });
    const { session } = await run('SELECT * FROM accounts');
    expect(session?.fingerprint).toEqual(report.fingerprint);
  });

  it('changes with the server, the database and the major version, not with an update', async () => {
    const { fingerprint } = await reportOf({});
    expect((await reportOf({ version: '15.0.4400.1' })).fingerprint).toEqual(fingerprint);
    expect((await reportOf({ server: 'SQLDEV02' })).fingerprint).not.toEqual(fingerprint);
    expect((await reportOf({ version: '16.0.1000.6' })).fingerprint).not.toEqual(fingerprint);
    expect((await reportOf({ databaseGuid: '99999999999999999999999999999999' })).fingerprint).not.toEqual(fingerprint);
  });

  it('stays the same on every replica behind a listener, whatever its name and certificate', async () => {
    const groupDatabaseGuid = 'aaaaaaaabbbbccccddddeeeeeeeeeeee';
    const first = await reportOf({ groupDatabaseGuid }, { tls: identityOf(certificates) });
    const second = await reportOf({ groupDatabaseGuid, server: 'SQLPROD02' });
    expect(second.fingerprint).toEqual(first.fingerprint);
    expect(second.identity.server).toBe('SQLPROD02');
    expect(first.target).toContain('availability group database AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE');
  });

  it('does not send the query to a system that is not the expected one', async () => {
    const { result } = await run('SELECT 816 AS refused_target', { accept: false });
    expect(errorOf(result).code).toBe('TARGET_CHANGED');
    expect(plain.statements.some(({ sql }) => sql.includes('refused_target'))).toBe(false);
  });

  const rights: [string, Partial<Target>, boolean | null][] = [
    ['only rights to read', {}, false],
    ['sysadmin', { serverPermissions: ['CONNECT SQL', 'CONTROL SERVER'] }, true],
    ['INSERT in the database', { databasePermissions: ['CONNECT', 'SELECT', 'INSERT'] }, true],
    ['INSERT into one table', { writableObjects: ['accounts'] }, true],
    ['rights that are not known here', { databasePermissions: ['CONNECT', 'SOMETHING NEW'] }, true],
    ['rights that the server does not tell', { serverPermissions: 'refused' }, null],
  ];
  it.each(rights)('says of a login with %s whether it can write', async (_what, target, canWrite) => {
    expect((await reportOf(target)).canWrite).toBe(canWrite);
  });

  it('lists what the login may read, the system tables last', async () => {
    const tables = answerOf(await driver.describeSchema(access(), never));
    expect(tables[0]).toEqual({
      schema: 'dbo',
      name: 'accounts',
      columns: [
        { name: 'id', type: 'int' },
        { name: 'name', type: 'nvarchar(50)' },
      ],
    });
    expect(tables.at(-1)?.schema).toBe('sys');
  });
});

describe('SQL Server connection', () => {
  const errorWith = async (given: ConnectorAccess) => {
    const error = errorOf(await driver.test(given, never));
    expect(JSON.stringify(error)).not.toContain(password);
    expect(error.code).toBe('CONNECTION_FAILED');
    expect(error.message).toContain(String(given.configuration.server));
    expect(error.hint).toBeTruthy();
    return error;
  };

  it('tells an unknown host name', async () => {
    expect(await errorWith(access({ server: 'no-such-host.invalid' }))).toMatchObject({ reason: 'DNS' });
  });

  it('tells a port where nothing listens', async () => {
    const port = await freePort();
    expect(await errorWith(access({ port }))).toMatchObject({
      reason: 'REFUSED',
      message: expect.stringContaining(`:${port}`),
    });
  });

  it('gives up on a server that accepts and says nothing', async () => {
    const { port } = await opened(startSilence());
    expect(await errorWith(access({ port, connect_timeout: 1 }))).toMatchObject({ reason: 'TIMEOUT' });
    expect(await errorWith(access({ port, connect_timeout: 1, encrypt: true }))).toMatchObject({ reason: 'TIMEOUT' });
  });

  it('tells that something else answers', async () => {
    for (const text of ['HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', '\0\0\0\0\0\0\0\0\0\0']) {
      const { port } = await opened(startTalker(text));
      expect(await errorWith(access({ port }))).toMatchObject({ reason: 'PROTOCOL' });
    }
  });

  it('tells a wrong password, a missing one, and an unknown login', async () => {
    expect(await errorWith(access({}, 'wrong'))).toMatchObject({ reason: 'AUTH' });
    expect(await errorWith(access({}, ''))).toMatchObject({ reason: 'AUTH' });
    expect(await errorWith(access({ username: 'nobody' }))).toMatchObject({ reason: 'AUTH' });
  });

  it('tells a database that is missing or closed to the login', async () => {
    const error = await errorWith(access({ database: 'missing' }));
    expect(error).toMatchObject({ reason: 'NO_DATABASE', message: expect.stringContaining('missing') });
  });

  const refusals: [string, number, string][] = [
    ['a locked login', 18486, 'AUTH'],
    ['a domain that is not trusted', 18452, 'AUTH'],
    ['a logon trigger', 17892, 'PERMISSION'],
    ['a database closed to the login', 916, 'PERMISSION'],
    ['a firewall of Azure', 40615, 'PERMISSION'],
    ['a replica that is not readable', 978, 'REFUSED'],
    ['a server with too many sessions', 17809, 'REFUSED'],
    ['anything else', 50_000, 'PROTOCOL'],
  ];
  it.each(refusals)('tells %s', async (_what, number, reason) => {
    const refusal = { number, message: 'Told by the server.', severity: 14 };
    const server = await startTdsServer({ ...options, refusal });
    expect(await errorWith(access({ port: server.port }))).toMatchObject({ reason });
    await server.stop();
  });

  it('never logs in without the encryption that was asked for', async () => {
    const before = plain.logins.length;
    expect(await errorWith(access({ encrypt: true }))).toMatchObject({ reason: 'TLS' });
    expect(await errorWith(access({ encrypt: true, trust_server_certificate: true }))).toMatchObject({ reason: 'TLS' });
    expect(plain.logins).toHaveLength(before);
  });

  it('tells a server that wants encryption', async () => {
    const server = await startTdsServer({ ...options, tls: identityOf(certificates), requireTls: true });
    expect(await errorWith(access({ port: server.port }))).toMatchObject({ reason: 'TLS' });
    expect(server.logins).toEqual([]);
    await server.stop();
  });

  it('encrypts by default and verifies by the CA file', async () => {
    const { encrypt: _on, ...configuration } = encryptedAccess().configuration;
    const report = answerOf(await driver.test({ ...access(), configuration }, never));
    expect(report.fingerprint.tlsKey).toMatch(/^[0-9a-f]{64}$/);
    expect(report.warnings).toEqual([]);
  });

  it('refuses a certificate of an unknown authority', async () => {
    expect(await errorWith(access({ port: encrypted.port, encrypt: true }))).toMatchObject({ reason: 'TLS' });
    const { caPath } = await createCertificates(join(folder, 'other'), hosts);
    expect(await errorWith(encryptedAccess({ ca: caPath }))).toMatchObject({ reason: 'TLS' });
  });

  it('refuses a certificate of another host', async () => {
    const error = await errorWith(encryptedAccess({ server: 'localhost' }));
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining('another host') });
    expect(error.message).toContain('db.example.com');
  });

  it('trusts any certificate only when told to, and says so', async () => {
    const given = access({ port: encrypted.port, encrypt: true, trust_server_certificate: true });
    const report = answerOf(await driver.test(given, never));
    expect(report.fingerprint.tlsKey).toMatch(/^[0-9a-f]{64}$/);
    expect(report.warnings).toEqual([expect.stringContaining('not verified')]);
  });

  it('gives up connecting when cancelled', async () => {
    const { port } = await opened(startSilence());
    const cancel = new AbortController();
    setImmediate(() => cancel.abort());
    const result = await driver.test(access({ port, connect_timeout: 60 }), cancel.signal);
    expect(errorOf(result).code).toBe('CANCELLED');
  });

  it('logs in with a Windows login, and tells a wrong password of one', async () => {
    const windows = { authentication: 'windows', domain: 'corp', username: 'auditor' };
    const report = answerOf(await driver.test(access(windows), never));
    expect(report.identity.login).toBe('CORP\\auditor');
    expect(await errorWith(access(windows, 'wrong'))).toMatchObject({ reason: 'AUTH' });
    expect(await errorWith(access({ ...windows, domain: 'other' }))).toMatchObject({ reason: 'AUTH' });
  });
});

describe('SQL Server named instance', () => {
  const named = (instance: string) => {
    const { port: _none, ...configuration } = access({ instance_name: instance, connect_timeout: 2 }).configuration;
    return { ...access(), configuration };
  };

  it('finds the port by the browser, and tells what the browser does not know', async () => {
    const browser = await startBrowser({ AUDIT: plain.port, PIPES: 'no TCP', ODD: 'garbage' });
    const report = answerOf(await driver.test(named('audit'), never));
    const failures = await Promise.all(
      ['nobody', 'pipes', 'odd'].map(async (name) => errorOf(await driver.test(named(name), never))),
    );
    await browser.close();
    expect(report.target).toContain('127.0.0.1\\audit / audit');
    expect(failures.map(({ reason }) => reason)).toEqual(['TIMEOUT', 'REFUSED', 'PROTOCOL']);
    expect(browser.asked().filter((name) => name === 'nobody').length).toBeGreaterThan(1);
  });

  it('tells that no browser runs', async () => {
    const error = errorOf(await driver.test(named('audit'), never));
    expect(error).toMatchObject({ reason: 'REFUSED', message: expect.stringContaining('127.0.0.1:1434 (UDP)') });
    expect(error.hint).toContain('port');
  });

  it('does not ask the browser where a port is given', async () => {
    expect(answerOf(await driver.test(access({ instance_name: 'audit' }), never)).target).toContain(`:${plain.port}`);
  });

  it('is part of the address', () => {
    expect(sqlserver.describeAddress({ server: 'db', instance_name: 'X', database: 'audit' })).toBe('db\\X / audit');
    expect(sqlserver.describeAddress({ server: 'db', database: 'audit' })).toBe('db:1433 / audit');
  });
});

/** A client that shares no line with the driver: without it the double would only prove that it agrees with itself. */
const hasTsql = spawnSync('tsql', ['-C']).status === 0;
if (!hasTsql) console.log('Skipped: the independent client tsql is missing; install the Debian package freetds-bin.');

describe.runIf(hasTsql)('FreeTDS, an independent client, on the double', () => {
  const tsql = async (server: TdsServer, query: string): Promise<string[]> => {
    const login = ['-U', 'auditor', '-P', password, '-D', 'audit', '-H', '127.0.0.1', '-p', String(server.port)];
    const args = [...login, '-o', 'qf', '-t', '|', '-J', 'UTF-8'];
    const env = toolEnvironment({ TDSVER: '7.4' });
    const printed = await runTool('tsql', args, { env, input: `${query}\ngo\nexit\n` });
    return printed.toString().split('\n');
  };

  it('reads every type as the driver does', async () => {
    const [header = '', ...rows] = await tsql(plain, 'SELECT * FROM cells');
    const names = header.split('|');
    const cells = rows.slice(0, 2).join('\n').split('|');
    const seen = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    expect(plain.logins.at(-1)).toMatchObject({ appName: 'TSQL', tdsVersion: 0x74000004 });
    expect(seen).toMatchObject({
      flag: '1',
      tiny: '255',
      small: '-32768',
      whole: '2147483647',
      big: '9223372036854775806',
      fixed_whole: '42',
      exact: '9999999999999999999999999999999999.9999',
      negative: '-1234.56789',
      money_most: '922337203685477.5807',
      money_least: '-922337203685477.5808',
      small_money: '12.3456',
      ratio: '0.10000000000000001',
      single: '0.100000001',
      day: 'Feb 29 2024 12:00AM',
      clock: 'Jan  1 1900 11:59PM',
      old_at: 'Feb 29 2024 11:59PM',
      old_small_at: 'Feb 29 2024 11:59PM',
      at: 'Feb 29 2024 11:59PM',
      at_zone: 'Feb 29 2024 11:30PM',
      at_zone_west: 'Feb 28 2024 10:00PM',
      guid: '6F9619FF-8B86-D011-B42D-00C04FC964FF',
      code_page: '\\néMä€',
      name: 'Ünï 🦉, "quoted"',
      n_max: 'line\nbreak',
      max: 'xéy',
      bytes: '00ff41',
      version: '00000000000007d1',
      doc: '\ufeff<a b="1">é</a>',
      old_text: 'oldé',
      old_n_text: 'öld',
      old_image: 'cafe',
      variant_int: '42',
      variant_decimal: '-12.34',
      variant_text: 'vär',
      variant_code_page: 'é',
      variant_at: 'Feb 29 2024 11:59PM',
    });
  });

  it('logs in over TLS and reads rows that leave their NULLs out', async () => {
    const rows = await tsql(encrypted, 'SELECT * FROM compact_cells');
    expect(rows[1]).toMatch(/^1\|255\|-32768\|/);
    expect(rows[3]).toMatch(/^NULL\|NULL\|NULL\|NULL\|NULL\|42\|NULL/);
  });

  it('reads a long result and an error', async () => {
    const rows = await tsql(plain, 'SELECT TOP (20000) * FROM numbers');
    expect(rows.filter((row) => row.endsWith('x'))).toHaveLength(20_000);
    await expect(tsql(plain, 'SELECT * FROM secrets').then((lines) => lines.join())).resolves.not.toContain('|');
  });
});
