import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mysqlDriver } from '../../../main/connectors/mysql/driver';
import { postgresqlDriver } from '../../../main/connectors/postgresql/driver';
import type { ConnectorAccess } from '../../../main/connectors/types';
import { type MariadbServer, startMariadb } from '../../servers/mariadb';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';
import { answerOf, capture } from './capture';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guide/05-least-privilege.md'), 'utf8');

/** The script that the guide gives under a heading, as a database team would run it. */
const scriptUnder = (heading: string): string => {
  const script = new RegExp(`^## ${heading}\n[^#]*?\`\`\`sql\n(.*?)\`\`\``, 'ms').exec(guide)?.[1];
  expect(script).toContain('auditor');
  return script ?? '';
};

const accessTo = (port: number): ConnectorAccess => ({
  configuration: { server: '127.0.0.1', port, database: 'audit', username: 'auditor', encrypt: false },
  secrets: { password: 'change-me' },
});

const tables = "CREATE TABLE staff (name VARCHAR(20)); INSERT INTO staff VALUES ('ada');";
const never = new AbortController().signal;

describe('the login of the guide', () => {
  let postgresql: PostgresqlServer;
  let mariadb: MariadbServer;

  beforeAll(async () => {
    [postgresql, mariadb] = await Promise.all([startPostgresql(), startMariadb()]);
    await postgresql.adminQuery('CREATE DATABASE audit');
    await postgresql.adminQuery(tables, 'audit');
    await postgresql.adminQuery(scriptUnder('PostgreSQL'), 'audit');
    await mariadb.adminQuery('CREATE DATABASE audit');
    await mariadb.adminQuery(tables, 'audit');
    await mariadb.adminQuery(scriptUnder('MySQL and MariaDB'));
  });
  afterAll(async () => {
    await postgresql?.stop();
    await mariadb?.stop();
  });

  it.each([
    ['PostgreSQL', postgresqlDriver, () => postgresql.port],
    ['MariaDB', mysqlDriver, () => mariadb.port],
  ] as const)('of %s reads, and can do no more', async (_name, driver, port) => {
    const tested = await driver.test(accessTo(port()), never);
    expect(tested).toMatchObject({ ok: true, value: { canWrite: false, readOnly: true } });
    const { result, csv } = await capture(driver, accessTo(port()), 'SELECT name FROM staff');
    expect(answerOf(result)).toEqual({ rowCount: 1, complete: true });
    expect(csv.toString()).toBe('name\nada\n');
  });
});
