import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sqliteDriver as driver } from '../../../main/connectors/sqlite/driver';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;
const newFolder = () => mkdtempSync(join(tmpdir(), 'tickmark-sqlite-test-'));
const accessTo = (path: string, more = {}) => ({ configuration: { path, ...more }, secrets: {} });

const newDatabase = (sql = 'CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT)') => {
  const path = join(newFolder(), 'client.db');
  const db = new Database(path);
  db.exec(sql);
  return { path, db };
};

describe('SQLite run', () => {
  it('writes each storage class by its rule', async () => {
    const { path, db } = newDatabase();
    db.close();
    const query = `SELECT 9223372036854775807 AS big, 1.0 AS one, 0.1 AS tenth, 1e300 AS large, 9e999 AS inf, x'DEADbeef' AS bytes,
      x'' AS "no bytes", NULL AS absent, '' AS empty, 'comma, "quote"' AS text, 'Ünï 🦉' AS "odd, name", -0.0 AS zero`;
    const { result, csv } = await capture(driver, accessTo(path), query);
    expect(answerOf(result)).toEqual({ rowCount: 1, complete: true });
    expect(csv.toString()).toBe(
      'big,one,tenth,large,inf,bytes,no bytes,absent,empty,text,"odd, name",zero\n' +
        '9223372036854775807,1.0,0.1,1e+300,Inf,\\xdeadbeef,\\x,,"","comma, ""quote""",Ünï 🦉,-0.0\n',
    );
  });

  it('stops a query that computes without giving rows, when its time is over', async () => {
    const { path, db } = newDatabase();
    db.close();
    const query =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000000) SELECT count(*) FROM n';
    const { result } = await capture(driver, accessTo(path, { query_timeout: 1 }), query);
    expect(errorOf(result).code).toBe('QUERY_TIMEOUT');
  });
});
describe('SQLite test', () => {
  it('x', async () => {
    const { path, db } = newDatabase();
    db.pragma('journal_mode = WAL');
    db.exec("INSERT INTO accounts VALUES (1, 'root')");
    const before = readdirSync(join(path, '..'));
    console.log(
      before,
      answerOf(await driver.test(accessTo(path), never)),
      JSON.stringify(answerOf(await driver.describeSchema(accessTo(path), never))),
    );
    expect(readdirSync(join(path, '..'))).toEqual(before);
    const { csv } = await capture(driver, accessTo(path), 'SELECT * FROM accounts');
    expect(csv.toString()).toBe('id,name\n1,root\n');
  });
});
