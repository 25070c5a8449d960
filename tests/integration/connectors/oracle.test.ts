import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oracle } from '../../../main/connectors/oracle';
import { oracleDriver as driver } from '../../../main/connectors/oracle/driver';
import { readLargeObject } from '../../../main/connectors/oracle/large-objects';
import type { ConnectorAccess } from '../../../main/connectors/types';
import { type Certificates, createCertificates } from '../../servers/certificates';
import { type Line, startLineTo, startSilence, startTalker } from '../../servers/line';
import { type OracleServer, startOracle } from '../../servers/oracle/server';
import { defaultWorld } from '../../servers/oracle/statements';
import { eventually, freePort, runTool } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;
const password = 'read Only 1';
const service = 'hrpdb.example.com';

let server: OracleServer;
let encrypted: OracleServer;
let certificates: Certificates;
const folder = mkdtempSync(join(tmpdir(), 'tickmark-oracle-'));
const lines: Line[] = [];

const access = (
  configuration: ConnectorAccess['configuration'] = {},
  secrets: ConnectorAccess['secrets'] = { password },
): ConnectorAccess => ({
  configuration: {
    server: '127.0.0.1',
    port: server.port,
    service_name: service,
    username: 'auditor',
    encrypt: false,
    connect_timeout: 5,
    query_timeout: 60,
    ...configuration,
  },
  secrets,
});
const secure = (configuration: ConnectorAccess['configuration'] = {}) =>
  access({ port: encrypted.port, encrypt: true, ca: certificates.caPath, ...configuration });
const opened = async (line: Promise<Line>) => {
  lines.push(await line);
  return line;
};
const errorWith = async (given: ConnectorAccess) => {
  const error = errorOf(await driver.test(given, never));
  expect(JSON.stringify(error)).not.toContain(password);
  return error;
};

beforeAll(async () => {
  certificates = await createCertificates(join(folder, 'own'), ['IP:127.0.0.1', 'DNS:ora.example.com']);
  server = await startOracle();
  encrypted = await startOracle({ certificates });
});
afterAll(async () => {
  await Promise.all([server?.stop(), encrypted?.stop(), ...lines.map((line) => line.close())]);
  rmSync(folder, { recursive: true });
});

describe('Oracle evidence', () => {
  it('writes each type by its rule', async () => {
    const { result, csv, sealed } = await capture(driver, access(), 'SELECT * FROM cells -- the end');
    expect(answerOf(result)).toEqual({ rowCount: 3, complete: true });
    expect(csv.toString().split('\n').slice(1)).toEqual([
      '1,12345678901234567890123456789.0123456789,"Ünï 🦉, ""quoted""",Zoë,ab   ,2024-02-29 23:59:59,' +
        '2024-02-29 23:59:59.123456789,2024-02-29 12:00:00,2024-02-29 23:59:59.500000 +02:00,' +
        '2024-02-29 12:00:00.250,P12Y3M,P-1DT-2H-3M-4.5S,\\x00ff41,0.1,0.1,AAAR09AAEAAAACrAAC,"line',
      'break"',
      '2,-0.5,,,,-4712-01-01 00:00:00,2024-02-29 00:00:00.000000000,,2024-02-29 12:00:00.000000 +00:00,,P-1Y,P10D,,' +
        '-1.5,1e+300,,',
      '3,100000,,,,,,,,,,,,,,,',
      '',
    ]);
    expect(sealed.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'ID NUMBER(10)',
      'AMOUNT NUMBER(38,10)',
      'NAME VARCHAR2(200)',
      'NNAME NVARCHAR2(200)',
      'FIXED CHAR(5)',
      'DAY DATE',
      'AT TIMESTAMP(9)',
      'SECONDS TIMESTAMP(0)',
      'ZONED TIMESTAMP(6) WITH TIME ZONE',
      'LOCAL TIMESTAMP(3) WITH LOCAL TIME ZONE',
      'YEARS INTERVAL YEAR TO MONTH',
      'DAYS INTERVAL DAY TO SECOND',
      'BYTES RAW(100)',
      'SINGLE BINARY_FLOAT',
      'RATIO BINARY_DOUBLE',
      'ROW_ID ROWID',
      'OLD LONG',
    ]);
  });

  it('writes the newer types', async () => {
    const { csv } = await capture(driver, access(), 'SELECT * FROM newer_types');
    expect(csv.toString()).toBe('FLAG,DOC,XML\ntrue,"{""a"":12345678901234567890}","<a b=""c""/>"\nfalse,,\n');
  });

  it('reads large objects piece by piece', async () => {
    const { result, csv } = await capture(driver, access(), 'SELECT id, doc, file_bytes FROM lobs');
    expect(answerOf(result)).toEqual({ rowCount: 4, complete: true });
    expect(csv.toString()).toBe(
      `ID,DOC,FILE_BYTES\n1,"Ünï 🦉, line\nbreak",\\x00ff41\n2,,\n3,"",\\x\n4,${'🦉'.repeat(700_000)},\\x${'07'.repeat(70_000)}\n`,
    );
  });

  it('holds a cell of 100 MB', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT doc FROM large_100000000');
    expect(answerOf(result).complete).toBe(true);
    expect(sealed.bytes).toBe('DOC\n'.length + 100_000_000 + 1);
  });

  it('cuts a large object at the cap, and says so', async () => {
    const text = 'x'.repeat(500_000);
    const lob = {
      length: text.length,
      getData: async (offset: number, amount: number) => text.slice(offset - 1, offset - 1 + amount),
      destroy: () => {},
    };
    expect(await readLargeObject(lob, 'text', 300_000)).toEqual({
      text: `${text.slice(0, 300_000)} … [cut by Tickmark: 300000 of 500000]`,
      cut: true,
    });
    expect(await readLargeObject(lob, 'text', 500_000)).toEqual({ text, cut: false });
  });

  it('marks a run with a cut cell as incomplete', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT doc FROM large_140000000');
    expect(answerOf(result)).toMatchObject({
      rowCount: 1,
      complete: false,
      incompleteBecause: expect.stringContaining('DOC'),
    });
    expect(sealed.bytes).toBeGreaterThan(134_217_728);
  });

  it.each([
    ['duplicate and odd names', 'SELECT * FROM names', 'A,A,"x,y","q""q"\n1,2,,\'\'\n'],
    ['no rows', 'SELECT id, name FROM rows_0', 'ID,NAME\n'],
    ['a query longer than a packet', `SELECT /* ${'ä, b '.repeat(5_000)} */ id, name FROM rows_0`, 'ID,NAME\n'],
    ['a semicolon and comments', '/* one */ SELECT id, name FROM rows_1; -- end', 'ID,NAME\n1,"name 1, ""quoted"""\n'],
  ])('writes %s', async (_what, query, expected) => {
    const { result, csv } = await capture(driver, access(), query);
    expect(answerOf(result).complete).toBe(true);
    expect(csv.toString()).toBe(expected);
  });

  it('fills in what the server leaves out because it repeats the row before', async () => {
    const { csv } = await capture(driver, access(), 'SELECT id, status FROM repeating_5000');
    const status = (row: number) => (row % 10 < 7 ? 'OPEN' : row % 10 < 9 ? '' : 'LOCKED');
    const rows = Array.from({ length: 5_000 }, (_, index) => `${index + 1},${status(index + 1)}\n`);
    expect(csv.toString()).toBe(`ID,STATUS\n${rows.join('')}`);
  });

  it('holds 2,000 columns', async () => {
    const { csv } = await capture(driver, access(), 'SELECT * FROM wide_2000');
    const numbers = Array.from({ length: 2_000 }, (_, index) => index);
    expect(csv.toString()).toBe(`${numbers.map((number) => `C${number}`).join(',')}\n${numbers.join(',')}\n`);
  });

  it('does not mix what several connectors run side by side', async () => {
    const other = await startOracle();
    const runs = Array.from({ length: 4 }, (_, index) =>
      capture(
        driver,
        access({ port: index % 2 === 0 ? server.port : other.port }),
        `SELECT id, name FROM rows_${5_000 + index}`,
      ),
    );
    for (const [index, { csv }] of (await Promise.all(runs)).entries()) {
      expect(csv.toString().trim().split('\n')).toHaveLength(5_001 + index);
    }
    expect(other.log.statements.filter((statement) => /rows_500[13]/.test(statement))).toHaveLength(2);
    await other.stop();
  });

  it('waits for a slow sink instead of collecting 200,000 rows in memory', async () => {
    const before = process.memoryUsage().rss;
    let highest = 0;
    let rowCount = 0;
    const sink = {
      begin: () => {},
      writeRow: () => true,
      writeRecord: () => {
        rowCount += 1;
        return rowCount % 50 !== 0;
      },
      drained: async () => {
        highest = Math.max(highest, process.memoryUsage().rss);
        await new Promise((resolve) => setImmediate(resolve));
      },
      limitReached: undefined,
    };
    const query = 'SELECT id, name FROM rows_200000';
    const result = await driver.run(access(), query, sink, { signal: never, confirmIdentity: () => true });
    expect(answerOf(result)).toEqual({ rowCount: 200_000, complete: true });
    expect(highest - before).toBeLessThan(150_000_000);
  });
});

describe('Oracle, with the guard bypassed', () => {
  it.each([
    ['an insert', "INSERT INTO accounts VALUES (2, 'x')"],
    ['a definition, which to parse is to run', 'CREATE TABLE intruder (x NUMBER)'],
    ['a removal', 'DROP TABLE accounts'],
    ['a block', 'BEGIN purge; END;'],
    ['a second statement', 'SELECT 1 FROM dual; DELETE FROM accounts'],
  ])('never sends %s', async (_what, query) => {
    const { result } = await capture(driver, access(), query);
    expect(errorOf(result).code).toBe('QUERY_REJECTED');
    const received = [...server.log.statements, ...server.log.described].join('\n');
    expect(received).not.toMatch(/INSERT INTO|CREATE TABLE|DROP TABLE|purge|DELETE FROM acc/);
  });

  it.each([
    ['objects', 'SELECT * FROM objects'],
    ['files', 'SELECT * FROM files'],
  ])('refuses columns of %s before the query runs', async (_what, query) => {
    const { result, sealed } = await capture(driver, access(), query);
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_REJECTED', message: expect.stringContaining('no cell') });
    expect(sealed.sha256).toBeNull();
  });

  it.each([
    ['of the own schema', 'AUDITOR.PURGE_ALL', 'SELECT purge_all FROM cells'],
    ['of a package', 'APP.TOOLS.PURGE_ALL', 'SELECT tools.purge_all FROM cells'],
    ['of another schema, in quotes', 'APP.Purge', 'SELECT app."Purge" FROM cells'],
  ])('refuses a function %s that is called without parentheses', async (_what, name, query) => {
    const other = await startOracle({ world: { ...defaultWorld(), functions: [name] } });
    const { result } = await capture(driver, access({ port: other.port }), query);
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_REJECTED', message: expect.stringContaining(name) });
    expect(other.log.statements).not.toContain(query);
    await other.stop();
  });

  it('runs the query inside the read-only transaction, in a session with pinned formats', async () => {
    await capture(driver, access(), "SELECT 'marker4711' AS marker FROM dual");
    const { statements } = server.log;
    const session = statements.slice(statements.lastIndexOf('LOGON AUDITOR'));
    const place = (start: string) => session.findIndex((statement) => statement.startsWith(start));
    expect(place('ALTER SESSION SET NLS_LANGUAGE')).toBe(1);
    expect(place('ALTER SESSION SET TIME_ZONE')).toBeGreaterThan(1);
    expect(place('SET TRANSACTION READ ONLY')).toBeGreaterThan(place('ALTER SESSION SET TIME_ZONE'));
    expect(place("SELECT 'marker4711'")).toBeGreaterThan(place('SET TRANSACTION READ ONLY'));
    expect(session.slice(-2)).toEqual(['ROLLBACK', 'LOGOFF']);
    expect(session.join('\n')).not.toMatch(/COMMIT|BEGIN|DECLARE/);
  });
});

describe('Oracle failures of a query', () => {
  it('tells the server’s message and the place', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT nmae FROM accounts');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED' });
    expect(errorOf(result).message).toBe(
      'Oracle refused the query: ORA-00904: "NMAE": invalid identifier (line 1, column 8)',
    );
    expect(sealed.sha256).toBeNull();
  });

  it.each(['SELECT * FROM unknown_table', 'SELECT * FROM forbidden'])(
    'says what to ask for after %s',
    async (query) => {
      const { result } = await capture(driver, access(), query);
      expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED', hint: expect.stringContaining('grant SELECT') });
    },
  );

  it('keeps the rows that came before the server failed', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT * FROM fails_late');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED', message: expect.stringContaining('ORA-01555') });
    expect(sealed.rowCount).toBe(1_000);
  });

  it('stops at the query timeout, at the server', async () => {
    const before = server.log.breaks;
    const { result } = await capture(driver, access({ query_timeout: 1 }), "SELECT 'x' AS slow FROM sleepy");
    expect(errorOf(result).code).toBe('QUERY_TIMEOUT');
    expect(server.log.breaks).toBe(before + 1);
  });

  it('keeps the rows that came before the line was cut', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT id, name FROM breaks_cut');
    expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'PROTOCOL' });
    expect(errorOf(result).message).toContain(`127.0.0.1:${server.port}`);
    expect(sealed.rowCount).toBeGreaterThan(1_000);
  });

  it('tells that what was sent can not be read', async () => {
    const { result } = await capture(driver, access(), 'SELECT id, name FROM breaks_garbage');
    expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'PROTOCOL' });
    expect(errorOf(result).message).toContain('can not be read');
  });

  it('ends a run at the query timeout although the server stalls', async () => {
    const { result } = await capture(driver, access({ query_timeout: 1 }), 'SELECT id, name FROM breaks_stall');
    expect(errorOf(result).code).toBe('QUERY_TIMEOUT');
  });
});

describe('Oracle cancel', () => {
  it('breaks the query at the server', async () => {
    const cancel = new AbortController();
    const before = server.log.breaks;
    const running = capture(driver, access(), "SELECT 'cancelme' AS slow FROM sleepy", { signal: cancel.signal });
    const sent = () => server.log.statements.filter((statement) => statement.includes('cancelme')).length === 1;
    await eventually(sent, 'the query runs');
    cancel.abort();
    expect(answerOf((await running).result)).toMatchObject({ complete: false });
    expect(server.log.breaks).toBe(before + 1);
  });

  it('ends a stream of rows, keeping what came', async () => {
    const cancel = new AbortController();
    const { result, sealed } = await capture(driver, access(), 'SELECT 815 FROM endless', {
      signal: cancel.signal,
      watch: (writer) => void eventually(() => writer.rowCount > 0, 'rows come').then(() => cancel.abort()),
    });
    expect(answerOf(result).complete).toBe(false);
    expect(sealed.rowCount).toBeGreaterThan(0);
    await eventually(() => server.log.open === 0, 'the session has ended');
  });

  it('answers although the line is stalled', async () => {
    const line = await opened(startLineTo(server.port));
    const cancel = new AbortController();
    const stallAndCancel = () => {
      line.stall();
      cancel.abort();
    };
    const { result } = await capture(driver, access({ port: line.port }), 'SELECT 816 FROM endless', {
      signal: cancel.signal,
      watch: (writer) => void eventually(() => writer.rowCount > 100, 'rows come').then(stallAndCancel),
    });
    expect(answerOf(result).complete).toBe(false);
  });

  it('ends the query when a limit is reached', async () => {
    const { result, sealed } = await capture(driver, access(), 'SELECT 817 FROM endless', {
      limits: { rows: 1_000, bytes: 1e9 },
    });
    expect(answerOf(result)).toMatchObject({ complete: false, truncatedBy: 'rows' });
    expect(sealed.rowCount).toBe(1_000);
    await eventually(() => server.log.open === 0, 'the session has ended');
  });

  it('before the query is sent sends nothing', async () => {
    const { result } = await capture(driver, access(), "SELECT 'unsent' AS marker FROM dual", {
      signal: AbortSignal.abort(),
    });
    expect(errorOf(result).code).toBe('CANCELLED');
    expect(server.log.statements.join()).not.toContain('unsent');
  });
});

describe('Oracle identity', () => {
  it('names the system, and is the same for each session of it', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report.identity).toMatchObject({ login: 'AUDITOR', container: 'HRPDB', databaseId: '1234567890' });
    expect(report.target).toBe(`127.0.0.1:${server.port} / HRPDB · Oracle 19 · DBID 1234567890`);
    expect(report).toMatchObject({ serverVersion: 'Oracle Database 19.3.0.0.0', readOnly: true, canWrite: false });
    const { session } = await capture(driver, access(), 'SELECT 1 FROM dual');
    expect(session?.fingerprint).toEqual(report.fingerprint);
    expect(report.fingerprint).toEqual({ databaseId: '1234567890', container: 'HRPDB', product: 'Oracle 19' });
  });

  it('goes by names where the login may not read the id', async () => {
    const other = await startOracle({ world: { ...defaultWorld(), dbid: undefined } });
    const report = answerOf(await driver.test(access({ port: other.port }), never));
    expect(report.fingerprint).toEqual({
      database: 'HRCDB_SITE1',
      service,
      container: 'HRPDB',
      product: 'Oracle 19',
    });
    await other.stop();
  });

  it('differs between two systems at one address', async () => {
    const other = await startOracle({ world: { ...defaultWorld(), dbid: '99' } });
    const before = answerOf(await driver.test(access(), never));
    const after = answerOf(await driver.test(access({ port: other.port }), never));
    expect(after.fingerprint).not.toEqual(before.fingerprint);
    await other.stop();
  });

  it('does not send the query to a system that is not the expected one', async () => {
    const { result } = await capture(driver, access(), "SELECT 'refused' AS marker FROM dual", { accept: false });
    expect(errorOf(result).code).toBe('TARGET_CHANGED');
    expect(server.log.statements.join()).not.toContain('refused');
  });

  it.each([
    ['only CREATE SESSION', { privileges: ['CREATE SESSION'] }, false],
    ['the right to read everything', { privileges: ['CREATE SESSION', 'SELECT ANY TABLE'] }, false],
    ['CREATE TABLE', { privileges: ['CREATE SESSION', 'CREATE TABLE'] }, true],
    ['a privilege that is not known here', { privileges: ['CREATE SESSION', 'DO NEW THINGS'] }, true],
    ['a table it may write', { writableTables: 1 }, true],
  ])('says of a login with %s whether it can write', async (_what, world, canWrite) => {
    const other = await startOracle({ world: { ...defaultWorld(), ...world } });
    const report = answerOf(await driver.test(access({ port: other.port }), never));
    expect(report.canWrite).toBe(canWrite);
    await other.stop();
  });

  it.each([
    ['the role DBA', { roles: ['DBA'] }, /holds the role DBA/],
    ['SYSDBA', { context: { ...defaultWorld().context, ISDBA: 'TRUE' } }, /as SYSDBA/],
  ])('warns of a login with %s', async (_what, world, warning) => {
    const other = await startOracle({ world: { ...defaultWorld(), ...world } });
    const report = answerOf(await driver.test(access({ port: other.port }), never));
    expect(report.warnings.join()).toMatch(warning);
    await other.stop();
  });
});

describe('Oracle describeSchema', () => {
  it('lists what the login may read', async () => {
    expect(answerOf(await driver.describeSchema(access(), never))[0]).toEqual({
      schema: 'HR',
      name: 'STAFF',
      columns: [
        { name: 'ID', type: 'NUMBER(10)' },
        { name: 'NAME', type: 'VARCHAR2(200)' },
      ],
    });
  });
});

describe('Oracle connection', () => {
  it.each(['11g', '12c'] as const)('logs in by a verifier of %s, after a resend', async (verifier) => {
    const other = await startOracle({ verifier, resend: true });
    answerOf(await driver.test(access({ port: other.port }), never));
    expect(await errorWith(access({ port: other.port }, { password: 'wrong' }))).toMatchObject({ reason: 'AUTH' });
    await other.stop();
  });

  it('goes by SID and by connect descriptor', async () => {
    const { service_name: _service, ...bySid } = access({ sid: 'HRCDB1' }).configuration;
    answerOf(await driver.test({ ...access(), configuration: bySid }, never));
    const connect_descriptor =
      `(DESCRIPTION=(ADDRESS_LIST=(ADDRESS=(PROTOCOL=TCP)(HOST=127.0.0.1)(PORT=${server.port})))
      (CONNECT_DATA=(SERVER=DEDICATED)(SERVICE_NAME=${service})))`.replace(/\s+/g, '');
    const configuration = { connect_descriptor, username: 'auditor', encrypt: false };
    answerOf(await driver.test({ ...access(), configuration }, never));
    expect(oracle.describeAddress(configuration)).toBe(`127.0.0.1:${server.port} / ${service}`);
  });

  it.each([
    ['nothing to go by', { server: '' }, 'server'],
    ['neither service nor SID', { service_name: '' }, 'service_name'],
    ['both', { sid: 'X' }, 'sid'],
    ['a service that would change the descriptor', { service_name: 'x)(SID=y' }, 'service_name'],
    ['a name in place of a descriptor', { connect_descriptor: 'HRPDB' }, 'connect_descriptor'],
    [
      'a file of this computer in the descriptor',
      { connect_descriptor: '(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS))(SECURITY=(MY_WALLET_DIRECTORY=/etc)))' },
      'connect_descriptor',
    ],
  ])('refuses %s', async (_what, configuration, field) => {
    const error = await errorWith(access(configuration));
    expect(error).toMatchObject({ code: 'VALIDATION', fieldErrors: { [field]: expect.any(String) } });
  });

  it('tells an unknown host name', async () => {
    const error = await errorWith(access({ server: 'no-such-host.invalid' }));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'DNS' });
    expect(error.message).toContain('no-such-host.invalid');
  });

  it('tells a port where nothing listens', async () => {
    const port = await freePort();
    const error = await errorWith(access({ port }));
    expect(error).toMatchObject({ reason: 'REFUSED', message: expect.stringContaining(`127.0.0.1:${port}`) });
    expect(await errorWith(access({ port, server: 'localhost' }))).toMatchObject({ reason: 'REFUSED' });
  });

  it('gives up on a server that accepts and says nothing', async () => {
    const { port } = await opened(startSilence());
    expect(await errorWith(access({ port, connect_timeout: 1 }))).toMatchObject({ reason: 'TIMEOUT' });
    expect(await errorWith(access({ port, connect_timeout: 1, encrypt: true }))).toMatchObject({ reason: 'TIMEOUT' });
  });

  it('tells that something else answers', async () => {
    const { port } = await opened(startTalker('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'));
    const error = await errorWith(access({ port }));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'PROTOCOL' });
    expect(error.message).toContain(`127.0.0.1:${port}`);
  });

  it('tells a wrong password, a missing one, and an unknown user', async () => {
    expect(await errorWith(access({}, { password: 'wrong' }))).toMatchObject({ reason: 'AUTH' });
    expect(await errorWith(access({}, {}))).toMatchObject({ reason: 'AUTH' });
    expect(await errorWith(access({ username: 'nobody' }))).toMatchObject({ reason: 'AUTH' });
  });

  it.each([
    [{ service_name: 'missing' }, /knows no service missing/],
    [{ service_name: '', sid: 'MISSING' }, /knows no SID MISSING/],
  ])('tells a database that the listener does not know: %j', async (configuration, message) => {
    const error = await errorWith(access(configuration));
    expect(error).toMatchObject({ reason: 'NO_DATABASE', message: expect.stringMatching(message) });
    expect(error.message).toContain(`127.0.0.1:${server.port}`);
  });

  it.each([
    [28000, 'the account is locked', 'AUTH', /UNLOCK/],
    [28001, 'the password has expired', 'AUTH', /new password/],
    [1045, 'user AUDITOR lacks CREATE SESSION privilege; logon denied', 'PERMISSION', /GRANT CREATE SESSION/],
    [1035, 'ORACLE only available to users with RESTRICTED SESSION privilege', 'PERMISSION', /let user/],
    [1033, 'ORACLE initialization or shutdown in progress', 'REFUSED', /Try again later/],
    [600, 'internal error code', 'PROTOCOL', /./],
  ])('says what to ask for after ORA-%i', async (number, text, reason, hint) => {
    const other = await startOracle({ refuseLoginWith: { number, text } });
    const error = await errorWith(access({ port: other.port }));
    expect(error).toMatchObject({ reason, hint: expect.stringMatching(hint) });
    expect(error.message).toContain(`127.0.0.1:${other.port}`);
    await other.stop();
  });

  it.each([
    [12516, 'REFUSED'],
    [12528, 'REFUSED'],
    [12660, 'TLS'],
  ])('tells why the listener refuses: ORA-%i', async (refuseWith, reason) => {
    const other = await startOracle({ refuseWith });
    expect(await errorWith(access({ port: other.port }))).toMatchObject({ reason });
    await other.stop();
  });

  it('listens to the connector only, not to the environment of the computer', async () => {
    process.env.ORA_SDTZ = 'Asia/Tokyo';
    answerOf(await driver.test(access(), never));
    expect(process.env.ORA_SDTZ).toBeUndefined();
  });

  it('gives up connecting when cancelled', async () => {
    const { port } = await opened(startSilence());
    const cancel = new AbortController();
    setImmediate(() => cancel.abort());
    const result = await driver.test(access({ port, connect_timeout: 60 }), cancel.signal);
    expect(errorOf(result).code).toBe('CANCELLED');
  });
});

describe('Oracle over TCPS', () => {
  it('encrypts by default and verifies by the CA file', async () => {
    const { encrypt: _default, ...configuration } = secure().configuration;
    const report = answerOf(await driver.test({ ...access(), configuration }, never));
    expect(report.fingerprint.tlsKey).toMatch(/^[0-9a-f]{64}$/);
    expect(report.warnings).toEqual([]);
    const { csv } = await capture(driver, secure(), 'SELECT id, name FROM rows_3000');
    expect(csv.toString().trim().split('\n')).toHaveLength(3_001);
    const plain = answerOf(await driver.test(access(), never));
    expect(plain.warnings).toEqual([expect.stringContaining('not encrypted')]);
  });

  it('never falls back to an unencrypted connection', async () => {
    const error = await errorWith(access({ encrypt: true }));
    expect(error).toMatchObject({ reason: 'TLS', hint: expect.stringContaining('2484') });
    expect(error.message).toContain(`127.0.0.1:${server.port}`);
    const descriptor = (protocol: string) =>
      `(DESCRIPTION=(ADDRESS=(PROTOCOL=${protocol})(HOST=127.0.0.1)(PORT=${server.port}))(CONNECT_DATA=(SERVICE_NAME=x)))`;
    expect(await errorWith(access({ encrypt: true, connect_descriptor: descriptor('TCP') }))).toMatchObject({
      reason: 'TLS',
      message: expect.stringContaining('unencrypted'),
    });
    expect(await errorWith(access({ connect_descriptor: descriptor('TCPS') }))).toMatchObject({ reason: 'TLS' });
  });

  it('tells that the port wants encryption', async () => {
    expect(await errorWith(access({ port: encrypted.port }))).toMatchObject({
      reason: 'PROTOCOL',
      hint: expect.stringContaining('TCPS'),
    });
  });

  it('refuses a certificate of an unknown authority', async () => {
    const { ca: _none, ...configuration } = secure().configuration;
    const error = await errorWith({ ...access(), configuration });
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining('authority') });
    const { caPath } = await createCertificates(join(folder, 'other'), ['IP:127.0.0.1']);
    expect(await errorWith(secure({ ca: caPath }))).toMatchObject({ reason: 'TLS' });
  });

  it('refuses a certificate of another host', async () => {
    const error = await errorWith(secure({ server: 'localhost' }));
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining('another host') });
    expect(error.message).toContain('ora.example.com');
  });

  it('trusts any certificate only when told to, and says so', async () => {
    const { ca: _none, ...configuration } = secure({
      trust_server_certificate: true,
      server: 'localhost',
    }).configuration;
    const report = answerOf(await driver.test({ ...access(), configuration }, never));
    expect(report.fingerprint.tlsKey).toMatch(/^[0-9a-f]{64}$/);
    expect(report.warnings).toEqual([expect.stringContaining('not verified')]);
  });

  it('takes a wallet in PEM with an encrypted key', async () => {
    const key = (
      await runTool('openssl', ['pkcs8', '-topk8', '-in', certificates.keyPath, '-passout', 'pass:wallet 1'])
    ).toString();
    const wallet = join(folder, 'ewallet.pem');
    const [own, authority] = [certificates.certificatePath, certificates.caPath].map((path) =>
      readFileSync(path, 'utf8'),
    );
    writeFileSync(wallet, `${key}${own}${authority}`);
    const secrets = { password, wallet_password: 'wallet 1' };
    answerOf(await driver.test({ ...secure({ ca: wallet }), secrets }, never));
    const error = await errorWith({ ...secure({ ca: wallet }), secrets: { password, wallet_password: 'wrong' } });
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining('wallet') });
  });

  it('cancels', async () => {
    const cancel = new AbortController();
    const { result } = await capture(driver, secure(), 'SELECT 818 FROM endless', {
      signal: cancel.signal,
      watch: (writer) => void eventually(() => writer.rowCount > 100, 'rows come').then(() => cancel.abort()),
    });
    expect(answerOf(result).complete).toBe(false);
  });
});

const python = '/usr/bin/python3';
const hasClient = await runTool(python, ['-c', 'import oracledb']).then(
  () => true,
  () => false,
);
if (!hasClient) console.log('Skipped: the independent client is missing (Debian package python3-oracledb).');

/** Reads with a client that Tickmark does not use; one JSON value for each line that the program prints. */
const readWithPython = (
  port: number,
  program: string,
  onStart: (say: (line: string) => void) => void = () => {},
): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const text = `import oracledb, json, sys, threading
c = oracledb.connect(user='auditor', password='${password}', dsn='127.0.0.1:${port}/${service}')
cursor = c.cursor()
${program}
c.rollback()
c.close()`;
    const settings = { timeout: 30_000, maxBuffer: 2 ** 26 };
    const child = execFile(python, ['-c', text], settings, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr));
      else
        resolve(
          stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown),
        );
    });
    onStart((line) => child.stdin?.write(`${line}\n`));
  });

describe.skipIf(!hasClient)('the double of Oracle, read by python-oracledb', () => {
  it.each(['11g', '12c'] as const)('logs it in by a verifier of %s and gives it the same rows', async (verifier) => {
    const other = await startOracle({ verifier });
    const [version, rows] = await readWithPython(
      other.port,
      `print(json.dumps(c.version))
cursor.execute('SELECT id, status FROM repeating_3000')
print(json.dumps([[str(a), b] for a, b in cursor.fetchall()]))`,
    );
    expect(version).toBe('19.3.0.0.0');
    const { csv } = await capture(driver, access({ port: other.port }), 'SELECT id, status FROM repeating_3000');
    const cells = (rows as [string, string | null][]).map(([id, status]) => `${id},${status ?? ''}\n`);
    expect(csv.toString()).toBe(`ID,STATUS\n${cells.join('')}`);
    expect(other.log.statements.slice(-2)).toEqual(['ROLLBACK', 'LOGOFF']);
    await other.stop();
  });

  it('gives it numbers, times and large objects', async () => {
    const [cells, objects] = await readWithPython(
      server.port,
      `oracledb.defaults.fetch_decimals = True
cursor.execute('SELECT * FROM older_cells')
print(json.dumps([value.hex() if isinstance(value, bytes) else str(value) for value in cursor.fetchone()]))
cursor.execute('SELECT id, doc, file_bytes FROM lobs')
print(json.dumps([[str(r[0]), r[1] and r[1].read(), r[2] and r[2].read().hex()] for r in cursor][0]))`,
    );
    expect(cells).toEqual([
      '1',
      '12345678901234567890123456789.0123456789',
      'Ünï 🦉, "quoted"',
      'Zoë',
      'ab   ',
      '2024-02-29 23:59:59',
      '2024-02-29 23:59:59.123456',
      '2024-02-29 12:00:00',
      '2024-02-29 23:59:59.500000',
      '2024-02-29 12:00:00.250000',
      '-2 days, 21:56:55.500000',
      '00ff41',
      '0.10000000149011612',
      '0.1',
      'AAAR09AAEAAAACrAAC',
      'line\nbreak',
    ]);
    expect(objects).toEqual(['1', 'Ünï 🦉, line\nbreak', '00ff41']);
  });

  it('tells it the server’s errors', async () => {
    const said = await readWithPython(
      server.port,
      `
def tell(sql):
    try:
        cursor.execute(sql)
    except oracledb.DatabaseError as error:
        print(json.dumps(str(error)))
tell('SELECT * FROM unknown_table')
tell("INSERT INTO accounts VALUES (1)") if not cursor.execute('SET TRANSACTION READ ONLY') else None`,
    );
    expect(said).toEqual([expect.stringContaining('ORA-00942'), expect.stringContaining('ORA-01456')]);
  });

  it('refuses its wrong password', async () => {
    const other = await startOracle({ users: { AUDITOR: 'another' } });
    await expect(readWithPython(other.port, '')).rejects.toThrow('ORA-01017');
    await other.stop();
  });

  it('lets it cancel', async () => {
    const program = `threading.Thread(target=lambda: sys.stdin.readline() and c.cancel(), daemon=True).start()
try:
    cursor.execute("SELECT 'python' AS slow FROM sleepy")
except oracledb.DatabaseError as error:
    print(json.dumps(str(error)))`;
    const isRunning = () => server.log.running.some((statement) => statement.includes('python'));
    const [said] = await readWithPython(server.port, program, (say) => {
      void eventually(isRunning, 'the query runs').then(() => say('cancel'));
    });
    expect(said).toContain('ORA-01013');
  });
});
