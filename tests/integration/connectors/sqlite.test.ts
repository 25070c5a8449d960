import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteDriver as driver } from '../../../main/connectors/sqlite/driver';
import { hasStuckThreads } from '../../../main/connectors/stuck-threads';
import { eventually } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;
const clientFiles = mkdtempSync(join(tmpdir(), 'tickmark-client-files-'));
afterAll(() => rmSync(clientFiles, { recursive: true }));
const newFolder = () => mkdtempSync(join(clientFiles, 'folder-'));
const accessTo = (path: string, more = {}) => ({ configuration: { path, ...more }, secrets: {} });

const accounts = "CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO accounts VALUES (1, 'root')";

const newDatabase = (sql = accounts, name = 'client.db'): string => {
  const path = join(newFolder(), name);
  const db = new Database(path);
  db.exec(sql);
  db.close();
  return path;
};

/** A database that another connection has open in WAL mode, with changes that are only in the log. */
const openWalDatabase = () => {
  const path = newDatabase();
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = 0');
  db.exec("INSERT INTO accounts VALUES (2, 'only in the log')");
  return { path, db };
};

/** Names, sizes, times and contents of all that lies in the client's folder. */
const stateOf = (path: string) =>
  readdirSync(dirname(path)).map((name) => {
    const file = join(dirname(path), name);
    const { size, mtimeMs, ino } = statSync(file);
    return [name, size, mtimeMs, ino, name.endsWith('-shm') ? '' : readFileSync(file).toString('base64')];
  });

const privateCopies = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`tickmark-sqlite-${process.pid}-`));

const counting = (rows: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i FROM n`;

describe('SQLite evidence', () => {
  it('writes each storage class by its rule', async () => {
    const query = `SELECT 9223372036854775807 AS big, 1.0 AS one, 0.1 AS tenth, 1e300 AS large, 9e999 AS inf, x'DEADbeef' AS bytes,
      x'' AS "no bytes", NULL AS absent, '' AS empty, 'comma, "quote"' AS text, 'Ünï 🦉' AS "odd, name", -0.0 AS zero`;
    const { result, csv } = await capture(driver, accessTo(newDatabase()), query);
    expect(answerOf(result)).toEqual({ rowCount: 1, complete: true });
    expect(csv.toString()).toBe(
      'big,one,tenth,large,inf,bytes,no bytes,absent,empty,text,"odd, name",zero\n' +
        '9223372036854775807,1.0,0.1,1e+300,Inf,\\xdeadbeef,\\x,,"","comma, ""quote""",Ünï 🦉,-0.0\n',
    );
  });

  it('names columns and the types they were declared with', async () => {
    const { sealed } = await capture(
      driver,
      accessTo(newDatabase()),
      'SELECT id, name, id AS id, 1 + 1 AS sum FROM accounts',
    );
    expect(sealed.columns).toEqual([
      { name: 'id', type: 'INTEGER' },
      { name: 'name', type: 'TEXT' },
      { name: 'id', type: 'INTEGER' },
      { name: 'sum', type: '' },
    ]);
  });

  it('shows bytes that are no UTF-8 as replacement characters, and whole through hex()', async () => {
    const { csv } = await capture(
      driver,
      accessTo(newDatabase()),
      "SELECT CAST(x'41FF42' AS TEXT) AS t, hex(CAST(x'41FF42' AS TEXT)) AS h",
    );
    expect(csv.toString()).toBe('t,h\nA\ufffdB,41FF42\n');
  });

  it('captures many rows in their order', async () => {
    const { result, csv } = await capture(driver, accessTo(newDatabase()), counting(200_000));
    expect(answerOf(result)).toEqual({ rowCount: 200_000, complete: true });
    expect(csv.toString()).toBe(`i\n${Array.from({ length: 200_000 }, (_, index) => index + 1).join('\n')}\n`);
  });
});

describe('SQLite and the client’s folder', () => {
  it('leaves a plain database and its folder as they were', async () => {
    const path = newDatabase();
    const before = stateOf(path);
    const { result, session } = await capture(driver, accessTo(path), 'SELECT * FROM accounts');
    expect(answerOf(result).complete).toBe(true);
    expect(session?.readOnlyMeasure).toBe('opened read-only with query_only');
    expect(stateOf(path)).toEqual(before);
  });

  it('reads a database in WAL mode through a private copy, the log included, and removes it', async () => {
    const { path, db } = openWalDatabase();
    const before = stateOf(path);
    const { csv, session } = await capture(driver, accessTo(path), 'SELECT * FROM accounts ORDER BY id');
    expect(csv.toString()).toBe('id,name\n1,root\n2,only in the log\n');
    expect(session?.readOnlyMeasure).toContain('private copy');
    expect(session?.target).toContain(path);
    expect(stateOf(path)).toEqual(before);
    expect(privateCopies()).toEqual([]);
    expect(answerOf(await driver.test(accessTo(path), never)).warnings).toEqual([
      expect.stringContaining('private copy'),
    ]);
    db.close();
  });

  it('rolls a torn transaction back in the copy only', async () => {
    const path = newDatabase();
    const db = new Database(path);
    db.pragma('cache_size = 5');
    db.exec('BEGIN');
    for (let index = 2; index < 5_000; index += 1)
      db.prepare('INSERT INTO accounts VALUES (?, ?)').run(index, 'x'.repeat(200));
    const torn = join(newFolder(), 'torn.db');
    copyFileSync(path, torn);
    copyFileSync(`${path}-journal`, `${torn}-journal`);
    db.exec('ROLLBACK');
    db.close();
    const before = stateOf(torn);
    const { csv } = await capture(driver, accessTo(torn), 'SELECT id, name FROM accounts');
    expect(csv.toString()).toBe('id,name\n1,root\n');
    expect(stateOf(torn)).toEqual(before);
  });

  it('removes copies that a killed process left behind', async () => {
    const abandoned = join(tmpdir(), 'tickmark-sqlite-99999999-abcdef');
    mkdirSync(abandoned, { recursive: true });
    writeFileSync(join(abandoned, 'client.db'), 'client data');
    const { path, db } = openWalDatabase();
    await capture(driver, accessTo(path), 'SELECT 1');
    db.close();
    expect(readdirSync(tmpdir())).not.toContain('tickmark-sqlite-99999999-abcdef');
  });
});

describe('SQLite, with the guard bypassed', () => {
  it.each([
    ['an insert', "INSERT INTO accounts VALUES (2, 'x')"],
    ['an insert that returns rows', "INSERT INTO accounts VALUES (2, 'x') RETURNING id"],
    ['a definition', 'CREATE TABLE intruder (x)'],
    ['a second statement', 'SELECT 1; DELETE FROM accounts'],
    ['another file', "ATTACH '/tmp/tickmark-intruder.db' AS intruder"],
    ['a copy elsewhere', "VACUUM INTO '/tmp/tickmark-intruder.db'"],
    ['a way out of query_only', 'PRAGMA query_only = OFF'],
    ['an extension', "SELECT load_extension('/tmp/intruder')"],
  ])('refuses %s and changes nothing', async (_what, query) => {
    const path = newDatabase();
    const before = stateOf(path);
    const { result } = await capture(driver, accessTo(path), query);
    expect(['QUERY_REJECTED', 'QUERY_FAILED']).toContain(errorOf(result).code);
    expect(stateOf(path)).toEqual(before);
    expect(readdirSync('/tmp')).not.toContain('tickmark-intruder.db');
  });
});

describe('SQLite identity', () => {
  it('is the same while only rows change, and another when the file or its schema is', async () => {
    const path = newDatabase();
    const identify = async () => answerOf(await driver.test(accessTo(path), never));
    const first = await identify();
    expect(first.identity.sha256).toMatch(/^[0-9a-f]{64}$/);

    const db = new Database(path);
    db.exec("INSERT INTO accounts VALUES (2, 'new')");
    const moreRows = await identify();
    expect(moreRows.fingerprint).toEqual(first.fingerprint);
    expect(moreRows.target).toBe(first.target);
    expect(moreRows.identity.sha256).not.toBe(first.identity.sha256);
    db.exec('CREATE TABLE more (x)');
    expect((await identify()).fingerprint).not.toEqual(first.fingerprint);
    db.exec('DROP TABLE more');
    db.close();
    expect((await identify()).fingerprint).toEqual(first.fingerprint);

    renameSync(newDatabase(), path);
    const replaced = await identify();
    expect(replaced.fingerprint).not.toEqual(first.fingerprint);
    expect(replaced.target).not.toBe(first.target);
  });

  it('lists tables and views', async () => {
    const path = newDatabase(
      `${accounts}; CREATE VIEW names AS SELECT name FROM accounts; CREATE VIEW broken AS SELECT * FROM gone`,
    );
    expect(answerOf(await driver.describeSchema(accessTo(path), never))).toEqual([
      {
        schema: 'main',
        name: 'accounts',
        columns: [
          { name: 'id', type: 'INTEGER' },
          { name: 'name', type: 'TEXT' },
        ],
      },
      { schema: 'main', name: 'names', columns: [{ name: 'name', type: 'TEXT' }] },
    ]);
  });
});

describe('SQLite failures', () => {
  const reasonFor = async (path: string) => errorOf(await driver.test(accessTo(path), never));

  it('tells a file that is not there', async () => {
    const path = join(newFolder(), 'missing.db');
    expect(await reasonFor(path)).toMatchObject({
      code: 'CONNECTION_FAILED',
      reason: 'NO_DATABASE',
      message: expect.stringContaining(path),
    });
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('tells a file that is no database, an empty one and a folder', async () => {
    const path = join(newFolder(), 'notes.txt');
    writeFileSync(path, 'SQLite for beginners, a text of more than a hundred characters. '.repeat(3));
    expect(await reasonFor(path)).toMatchObject({ reason: 'PROTOCOL' });
    writeFileSync(path, '');
    expect(await reasonFor(path)).toMatchObject({ reason: 'PROTOCOL' });
    expect(await reasonFor(newFolder())).toMatchObject({ reason: 'PROTOCOL' });
  });

  it('tells what is wrong with the query', async () => {
    const { result, sealed } = await capture(driver, accessTo(newDatabase()), 'SELECT nmae FROM accounts');
    expect(errorOf(result)).toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringContaining('no such column: nmae'),
    });
    expect(sealed.sha256).toBeNull();
  });

  it('tells a damaged file', async () => {
    const path = newDatabase(
      `${accounts}; ${Array.from({ length: 50 }, (_, index) => `CREATE TABLE t${index} (x)`).join(';')}`,
    );
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x7f, 4_096, 12_288));
    expect((await capture(driver, accessTo(path), 'SELECT * FROM accounts')).result.ok).toBe(false);
  });
});

describe('SQLite cancel', () => {
  it('ends a stream of rows, keeping what came', async () => {
    const cancel = new AbortController();
    const { result, sealed } = await capture(driver, accessTo(newDatabase()), counting(2_000_000_000), {
      signal: cancel.signal,
      watch: (writer) => void eventually(() => writer.rowCount > 0, 'rows come').then(() => cancel.abort()),
    });
    expect(answerOf(result).complete).toBe(false);
    expect(sealed.rowCount).toBeGreaterThan(0);
    expect(hasStuckThreads()).toBe(false);
  });

  it('before the query is sent runs nothing', async () => {
    const { result } = await capture(driver, accessTo(newDatabase()), 'SELECT 1', { signal: AbortSignal.abort() });
    expect(errorOf(result).code).toBe('CANCELLED');
  });

  it('answers at the query timeout although SQLite goes on computing, and says that a thread is stuck', async () => {
    const query = `SELECT count(*) FROM (${counting(20_000_000)})`;
    const { result } = await capture(driver, accessTo(newDatabase(), { query_timeout: 1 }), query);
    expect(errorOf(result).code).toBe('QUERY_TIMEOUT');
    expect(hasStuckThreads()).toBe(true);
    // As long as the computer needs to count to the end, which is no matter of this test.
    await eventually(() => !hasStuckThreads(), 'the thread ends when SQLite lets go of it', 50);
  });
});
