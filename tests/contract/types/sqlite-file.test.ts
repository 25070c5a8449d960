import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { hasStuckThreads } from '../../../main/connectors/stuck-threads';
import { describeContract } from '../describe-contract';
import { becomeNobody, createClientFolder } from '../files';

const query = 'SELECT name FROM system';
const numbers = (rows: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i`;

const endless = `${numbers(2_000_000_000)}, printf('%.*c', 1000, 'x') FROM n`;

const counting = (rows: number) => `SELECT count(*) FROM (${numbers(rows)} FROM n)`;

/** Counts for so many seconds at the pace that this computer has now. */
const countingFor = (seconds: number): string => {
  const rows = 500_000;
  const db = new Database(':memory:');
  const startedAt = performance.now();
  db.prepare(counting(rows)).get();
  db.close();
  return counting(Math.ceil((rows * seconds * 1_000) / (performance.now() - startedAt)));
};

const client = createClientFolder();

const newDatabase = (name: string): string => {
  const path = join(client.newFolder(), 'client.db');
  const db = new Database(path);
  db.exec(`CREATE TABLE system (name TEXT); INSERT INTO system VALUES ('${name}')`);
  db.close();
  return path;
};

/** A database with many rows, of which everything behind the first half is then made unreadable. */
const disturbedDatabase = (disturb: (path: string, half: number) => void) => {
  const path = newDatabase('disturbed');
  const db = new Database(path);
  db.exec(`INSERT INTO system ${numbers(200_000)} || printf('%.*c', 500, 'x') FROM n`);
  db.close();
  const half = Math.floor(statSync(path).size / 8_192) * 4_096;
  return { ...ask(path), disturb: () => disturb(path, half), code: 'QUERY_FAILED' as const };
};

const accessTo = (path: string, more = {}) => ({ configuration: { path, ...more }, secrets: {} });
const ask = (path: string) => ({ access: accessTo(path), query });
const situation = (path: string) => ({ ...ask(path), address: path });

/** Names, sizes, times and contents of all that lies beside the database. */
const stateBeside = (path: string) =>
  readdirSync(join(path, '..')).map((name) => {
    const file = join(path, '..', name);
    const { size, mtimeMs, ino } = statSync(file);
    return { name, size, mtimeMs, ino, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
  });

const noNetwork = 'a file has no address; a share of the network is the business of the operating system';
const noLogin = 'a file has no login';
const noServer = 'there is no server: what “cancel” stops is a thread of Tickmark';

describeContract('SQLite File', {
  notApplicable: {
    'failure DNS': noNetwork,
    'failure TIMEOUT': noNetwork,
    'failure TLS': noNetwork,
    'failure AUTH': noLogin,
    'cancel at the server': noServer,
    stall: 'a file that is there does not fall silent; “query timeout” shows an SQLite that does',
  },
  start: async () => {
    const path = newDatabase('first');
    const otherPath = newDatabase('second');
    let afterCase = () => {};

    return {
      reset: () => {
        afterCase();
        afterCase = () => {};
      },
      stop: async () => client.remove(),
      cases: {
        'test connection': () => ({ access: accessTo(path), address: path, canWrite: true }),
        'failure REFUSED': () => {
          const locked = newDatabase('locked');
          const program = new Database(locked);
          program.pragma('locking_mode = EXCLUSIVE');
          program.exec('BEGIN EXCLUSIVE');
          afterCase = () => program.close();
          return situation(locked);
        },
        'failure NO_DATABASE': () => situation(join(client.newFolder(), 'missing.db')),
        'failure PROTOCOL': () => {
          const text = join(client.newFolder(), 'notes.txt');
          writeFileSync(text, 'SQLite for beginners, a text of more than a hundred characters. '.repeat(3));
          return situation(text);
        },
        'failure PERMISSION': () => {
          const closed = newDatabase('closed');
          chmodSync(closed, 0o000);
          afterCase = becomeNobody();
          return situation(closed);
        },
        'another target': () => {
          const replaced = newDatabase('before');
          return { ...ask(replaced), replace: () => renameSync(newDatabase('after'), replaced) };
        },
        schema: () => ({ access: accessTo(path) }),
        'read-only': () => {
          const before = stateBeside(path);
          return { ...ask(path), verify: async () => expect(stateBeside(path)).toEqual(before) };
        },
        guard: () => ({
          access: accessTo(path),
          queries: [
            "INSERT INTO system VALUES ('intruder')",
            'SELECT 1; DROP TABLE system',
            "ATTACH 'intruder.db' AS intruder",
            "SELECT load_extension('intruder')",
          ],
        }),
        cells: () => ({
          access: accessTo(path),
          query: `SELECT NULL AS absent, '' AS empty, 'comma, "quote"' AS text, 'line' || char(13, 10) || 'break' AS lines,
            'Ünï 日本 🦉' AS letters, 9223372036854775807 AS big, 1.0 AS one, 0.1 AS ratio, 9e999 AS infinite, x'DEADbeef' AS bytes`,
          csv:
            'absent,empty,text,lines,letters,big,one,ratio,infinite,bytes\n' +
            ',"","comma, ""quote""","line\r\nbreak",Ünï 日本 🦉,9223372036854775807,1.0,0.1,Inf,\\xdeadbeef\n',
        }),
        'column names': () => ({
          access: accessTo(path),
          query: 'SELECT 1 AS a, 2 AS a, 3 AS " ", 4 AS "x,y", 5 AS "q""q", 6 AS "Ünï 🦉"',
          header: 'a,a, ,"x,y","q""q",Ünï 🦉',
        }),
        'many columns': () => ({
          access: accessTo(path),
          query: `SELECT ${Array.from({ length: 2_000 }, (_, index) => `${index} AS c${index}`).join(', ')}`,
          columns: 2_000,
        }),
        'huge cell': () => ({ access: accessTo(path), query: "SELECT printf('%.*c', 100000000, 'x') AS large" }),
        'many rows': () => ({
          access: accessTo(path),
          query: `${numbers(200_000)}, printf('%.*c', 2000, 'x') FROM n`,
          rows: 200_000,
        }),
        'side by side': () => ({
          systems: [
            { path, name: 'first' },
            { path: otherPath, name: 'second' },
          ].map((system) => ({
            access: accessTo(system.path),
            query: `${numbers(20_000)}, name FROM n, system`,
            isOwn: (line: string) => line.endsWith(`,${system.name}`),
            rows: 20_000,
          })),
        }),
        cancel: () => ({ access: accessTo(path), query: endless }),
        'slow disk': () => ({ access: accessTo(path), query: endless }),
        'query timeout': () => ({
          access: accessTo(path, { query_timeout: 1 }),
          query: countingFor(4),
          isRunning: hasStuckThreads,
          // Counting is not interrupted by SQLite's driver: the thread is given up and ends with the query.
          mostSecondsLeft: 50,
        }),
        cut: () => disturbedDatabase((disturbed, half) => truncateSync(disturbed, half)),
        garbage: () =>
          disturbedDatabase((disturbed, half) => {
            const bytes = readFileSync(disturbed);
            writeFileSync(disturbed, bytes.fill(0x7f, half));
          }),
      },
    };
  },
});
