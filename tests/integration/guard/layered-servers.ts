/** The servers that the guard's corpus is run on past the guard, each with the rights of an administrator. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { mysqlDriver } from '../../../main/connectors/mysql/driver';
import { postgresqlDriver } from '../../../main/connectors/postgresql/driver';
import { sqliteDriver } from '../../../main/connectors/sqlite/driver';
import { guardMysql, guardPostgresql, guardSqlite } from '../../../main/guard';
import { startMariadb } from '../../servers/mariadb';
import { startPostgresql } from '../../servers/postgresql';
import type { MeasuredServer } from './layers';

const password = 'may Do anything 1';

/** One server that is ready to be measured. */
export interface LayeredServer extends MeasuredServer {
  /** Its section of docs/server-layers.md: `PostgreSQL 15`. */
  name: string;
  /** Its queries: `tests/guard/<corpus>.hostile.sql` and `….legitimate.sql`. */
  corpus: string;
  guard: typeof guardPostgresql;
  /** What it is known to let through that stays, by the words of the corpus. */
  leaves: readonly string[];
  stop(): Promise<void> | void;
}

const postgresqlSetUp = `
  CREATE TABLE accounts (id int PRIMARY KEY, name text, is_admin boolean, parent int);
  INSERT INTO accounts VALUES (1, 'root', true, NULL), (2, 'ada', false, 1);
  CREATE TABLE audit_trail (id int); INSERT INTO audit_trail VALUES (1);
  CREATE TABLE sessions (id int); INSERT INTO sessions VALUES (1);
  CREATE TABLE staged (id int, name text); INSERT INTO staged VALUES (1, 'mallory');
  CREATE TABLE t (a int); INSERT INTO t VALUES (1);
  CREATE TABLE documents (vector tsvector); CREATE TABLE aliases (t tsquery, s tsquery);
  CREATE SEQUENCE accounts_id_seq; CREATE SEQUENCE s;
  SELECT nextval('s'), nextval('accounts_id_seq');
  CREATE SCHEMA app;
  CREATE FUNCTION app.do_it(int DEFAULT 1) RETURNS int LANGUAGE sql AS 'INSERT INTO public.accounts VALUES (99, ''new'') RETURNING id';
  CREATE FUNCTION do_it(text DEFAULT '') RETURNS int LANGUAGE sql AS 'INSERT INTO public.accounts VALUES (98, ''new'') RETURNING id';
  CREATE FUNCTION app.purge_old_rows(int) RETURNS SETOF int LANGUAGE sql AS 'DELETE FROM public.accounts RETURNING id';
  CREATE FUNCTION app.log_it(int) RETURNS boolean LANGUAGE sql AS 'INSERT INTO public.audit_trail VALUES (2) RETURNING true';
  CREATE DOMAIN app.checked AS int CHECK (app.log_it(VALUE));
  CREATE PROCEDURE app.nightly_job() LANGUAGE sql AS 'DELETE FROM public.accounts';
  CREATE FUNCTION app.plus(int, int) RETURNS int LANGUAGE sql AS 'INSERT INTO public.audit_trail VALUES (3) RETURNING 1';
  CREATE OPERATOR app.+ (FUNCTION = app.plus, LEFTARG = int, RIGHTARG = int);
  CREATE EXTENSION dblink; CREATE EXTENSION tablefunc; CREATE EXTENSION pg_stat_statements; CREATE EXTENSION adminpack;
  CREATE EXTENSION pg_prewarm; CREATE EXTENSION xml2;`;

/** Every row of every table, the definitions, rights, settings, large objects, slots and the position of every sequence. */
const postgresqlState = `
  SELECT table_schema || '.' || table_name, md5(query_to_xml(format('SELECT * FROM %I.%I AS x ORDER BY x::text', table_schema,
    table_name), true, false, '')::text) FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'app') ORDER BY 1;
  SELECT schemaname, sequencename, last_value FROM pg_sequences ORDER BY 1, 2;
  SELECT md5(string_agg(x::text, '' ORDER BY x::text)) FROM pg_proc x;
  SELECT md5(string_agg(oid || relname || relkind::text || coalesce(relacl::text, ''), '' ORDER BY oid)) FROM pg_class;
  SELECT md5(string_agg(x::text, '' ORDER BY x::text)) FROM pg_authid x;
  SELECT md5(string_agg(x::text, '' ORDER BY x::text)) FROM pg_extension x;
  SELECT md5(string_agg(name || setting, '' ORDER BY name)) FROM pg_settings WHERE context <> 'internal' AND source <> 'session';
  SELECT count(*) FROM pg_largeobject_metadata; SELECT count(*) FROM pg_largeobject;
  SELECT slot_name FROM pg_replication_slots ORDER BY 1; SELECT roname FROM pg_replication_origin ORDER BY 1;
  SELECT datname FROM pg_database ORDER BY 1; SELECT pid IS NOT NULL FROM pg_locks WHERE locktype = 'advisory';
  SELECT name FROM pg_ls_dir('.') AS name WHERE name !~ '^(postmaster|current_logfiles)' ORDER BY 1`;

const mariadbSetUp = `
  CREATE DATABASE audit CHARACTER SET utf8mb4;
  CREATE DATABASE app;
  CREATE USER admin@'%' IDENTIFIED BY '${password}';
  GRANT ALL ON *.* TO admin@'%' WITH GRANT OPTION;
  CREATE TABLE accounts (id INT PRIMARY KEY, name TEXT, is_admin INT, status INT) ENGINE = InnoDB;
  INSERT INTO accounts VALUES (1, 'root', 1, 1), (2, 'ada', 0, 1);
  CREATE TABLE audit_trail (id INT) ENGINE = InnoDB;
  INSERT INTO audit_trail VALUES (1);
  CREATE TABLE sessions (id INT) ENGINE = InnoDB;
  INSERT INTO sessions VALUES (1);
  CREATE TABLE t (a INT, b INT) ENGINE = InnoDB;
  INSERT INTO t VALUES (1, 1);
  CREATE SEQUENCE accounts_seq;
  CREATE SEQUENCE s;
  CREATE PROCEDURE nightly_job() DELETE FROM accounts;
  CREATE FUNCTION do_it() RETURNS INT MODIFIES SQL DATA BEGIN INSERT INTO accounts (id) VALUES (99); RETURN 1; END;
  CREATE FUNCTION app.do_it(x INT) RETURNS INT MODIFIES SQL DATA BEGIN INSERT INTO audit.accounts (id) VALUES (98); RETURN 1; END;`;

const mariadbState = `
  CHECKSUM TABLE audit.accounts, audit.audit_trail, audit.sessions, audit.t, audit.gone, mysql.global_priv, mysql.db, mysql.proc,
    mysql.tables_priv, mysql.plugin, mysql.func, mysql.event, mysql.servers EXTENDED;
  SELECT next_not_cached_value FROM audit.accounts_seq; SELECT next_not_cached_value FROM audit.s;
  SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema NOT IN ('information_schema', 'performance_schema');
  SELECT variable_name, variable_value FROM information_schema.global_variables
    WHERE variable_name NOT REGEXP 'gtid|timestamp|rand_seed|pseudo|last_|insert_id|lsn|checkpoint';
  SHOW DATABASES`;

export const sqliteVersion = () => {
  const db = new Database(':memory:');
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  return version.split('.').slice(0, 2).join('.');
};

const fileHash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const temporaryFiles = () =>
  ['/tmp/x', '/tmp/accounts.csv', '/tmp/out.csv', '/tmp/out', '/tmp/x.db', '/tmp/new.db', '/tmp/copy.db'].filter(
    (path) => statSync(path, { throwIfNoEntry: false }),
  );

const administrator = (port: number) => ({
  configuration: { server: '127.0.0.1', port, database: 'audit', username: 'admin', encrypt: false, query_timeout: 2 },
  secrets: { password },
});

const startPostgresqlServer = async (): Promise<LayeredServer> => {
  const server = await startPostgresql();
  await server.adminQuery(`CREATE ROLE admin SUPERUSER LOGIN PASSWORD '${password}'`);
  await server.adminQuery('CREATE DATABASE audit');
  await server.adminQuery(postgresqlSetUp, 'audit');
  const version = await server.adminQuery("SELECT split_part(current_setting('server_version'), '.', 1)");
  return {
    name: `PostgreSQL ${version}`,
    corpus: 'postgresql',
    driver: postgresqlDriver,
    guard: guardPostgresql,
    access: administrator(server.port),
    state: async () => `${await server.adminQuery(postgresqlState, 'audit')}${temporaryFiles()}`,
    leaves: ['creates a replication slot', 'a file written by the adminpack extension', 'removes a file, adminpack'],
    stop: () => server.stop(),
  };
};

const startMariadbServer = async (): Promise<LayeredServer> => {
  const server = await startMariadb();
  for (const statement of mariadbSetUp.split(/;\s*(?:\n|$)/).filter((text) => text.trim() !== '')) {
    await server.adminQuery(`DELIMITER //\n${statement}//`, /DATABASE|USER|GRANT/.test(statement) ? 'mysql' : 'audit');
  }
  const version = (await server.adminQuery('SELECT version()')).split('.').slice(0, 2).join('.');
  return {
    name: `MariaDB ${version}`,
    corpus: 'mysql',
    driver: mysqlDriver,
    guard: guardMysql,
    access: administrator(server.port),
    state: async () => `${await server.adminQuery(mariadbState)}${temporaryFiles()}`,
    leaves: [],
    stop: () => server.stop(),
  };
};

const makeSqliteFile = async (): Promise<LayeredServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-layers-'));
  const path = join(folder, 'client.db');
  const db = new Database(path);
  db.exec(`CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT, is_admin); INSERT INTO accounts VALUES (1, 'root', 1);
    CREATE TABLE audit_trail (id); CREATE TABLE staged (id, name); CREATE TABLE t (a);
    CREATE VIRTUAL TABLE documents USING fts4(title, body); INSERT INTO documents VALUES ('a', 'b');`);
  db.close();
  return {
    name: `SQLite ${sqliteVersion()}`,
    corpus: 'sqlite',
    driver: sqliteDriver,
    guard: guardSqlite,
    access: { configuration: { path, query_timeout: 2 }, secrets: {} },
    state: async () => JSON.stringify([readdirSync(folder), fileHash(path), statSync(path).mtimeMs, temporaryFiles()]),
    leaves: [],
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** How each of them is made ready, by the name of its kind. */
export const layeredServers = {
  PostgreSQL: startPostgresqlServer,
  MariaDB: startMariadbServer,
  SQLite: makeSqliteFile,
};
