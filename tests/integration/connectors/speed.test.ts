import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mysqlDriver } from '../../../main/connectors/mysql/driver';
import { postgresqlDriver } from '../../../main/connectors/postgresql/driver';
import { sqliteDriver } from '../../../main/connectors/sqlite/driver';
import { startMariadb } from '../../servers/mariadb';
import { startPostgresql } from '../../servers/postgresql';
import Database from 'better-sqlite3';
import { capture, answerOf } from './capture';
const time = async (name: string, f: () => Promise<unknown>) => { for (let i=0;i<3;i++){const t = performance.now(); await f(); console.log(name, Math.round(performance.now() - t));} };
it('pg', async () => {
  const s = await startPostgresql();
  await s.adminQuery("CREATE ROLE a LOGIN PASSWORD 'a'; CREATE TABLE t AS SELECT i AS id, 'user_' || i AS name, i % 7 AS k, (i % 1000) / 7.0 AS amount, now() AS at, i % 2 = 0 AS flag, md5(i::text) AS hash, NULL::text AS n, 'a, b' AS q, i * 1000003::bigint AS big FROM generate_series(1, 1000000) i; GRANT SELECT ON t TO a");
  await time('psql', () => s.psql({ username: 'a', password: 'a', database: 'postgres' }, ['-c', "\\copy (select * from t) to '/tmp/o.csv' csv header"]));
  await time('pg driver', async () => answerOf((await capture(postgresqlDriver, { configuration: { server: '127.0.0.1', port: s.port, database: 'postgres', username: 'a', encrypt: false }, secrets: { password: 'a' } }, 'select * from t')).result));
  await s.stop();
});
it('mysql', async () => {
  const s = await startMariadb();
  await s.adminQuery("CREATE DATABASE audit; USE audit; CREATE USER a@'%' IDENTIFIED BY 'a'; GRANT SELECT ON audit.* TO a@'%'; CREATE TABLE t ENGINE=Aria AS SELECT seq AS id, concat('user_', seq) AS name, seq % 7 AS k, (seq % 1000) / 7.0 AS amount, now() AS at, seq % 2 = 0 AS flag, md5(seq) AS hash, CAST(NULL AS CHAR(10)) AS n, 'a, b' AS q, seq * 1000003 AS big FROM seq_1_to_1000000");
  await time('mariadb', () => s.mariadb({ username: 'a', password: 'a' }, ['--quick','-e', 'select * from t', 'audit']));
  await time('mysql driver', async () => answerOf((await capture(mysqlDriver, { configuration: { server: '127.0.0.1', port: s.port, database: 'audit', username: 'a', encrypt: false }, secrets: { password: 'a' } }, 'select * from t')).result));
  await s.stop();
});
it('sqlite', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'sp-')), 'x.db');
  const db = new Database(path); db.exec("CREATE TABLE t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 1000000) SELECT i AS id, 'user_' || i AS name, i % 7 AS k, (i % 1000) / 7.0 AS amount, datetime() AS at, i % 2 = 0 AS flag, hex(randomblob(16)) AS hash, NULL AS n, 'a, b' AS q, i * 1000003 AS big FROM n"); db.close();
  await time('sqlite driver', async () => answerOf((await capture(sqliteDriver, { configuration: { path }, secrets: {} }, 'select * from t')).result));
});
