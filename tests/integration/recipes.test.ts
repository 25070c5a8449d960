/** The recipes of the types that have a real server here, each run as evidence is captured, by a login that may only read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderDriver } from '../../main/connectors/folder/driver';
import { mysqlDriver } from '../../main/connectors/mysql/driver';
import { postgresqlDriver } from '../../main/connectors/postgresql/driver';
import { findToolType } from '../../main/connectors/registry';
import { sqliteDriver } from '../../main/connectors/sqlite/driver';
import { hrProfiles } from '../../main/demo/hr-accounts';
import { writeHrFile } from '../../main/demo/hr-file';
import { fillRecipe } from '../../main/recipes/fill';
import { bundledRecipes } from '../../main/recipes/library';
import type { Recipe } from '../../main/recipes/parse-recipes';
import type { Configuration } from '../../preload/contract';
import { type MariadbServer, startMariadb } from '../servers/mariadb';
import { type PostgresqlServer, startPostgresql } from '../servers/postgresql';
import { completeValues } from '../unit/recipes/values';
import { answerOf, capture } from './connectors/capture';

const period = { startDate: '2025-04-01', endDate: '2025-06-30' };
const login = { username: 'auditor', password: 'read Only 1' };

const recipesOf = (type: string) =>
  (bundledRecipes().get(type) ?? []).map((recipe) => ({ recipe, name: recipe.title }));

const filledFor = (type: string, recipe: Recipe, values: Record<string, string> = {}): string => {
  const quoting = findToolType(type)?.recipes?.quoting;
  if (!quoting) throw new Error(`${type} has no recipes`);
  const filled = answerOf(fillRecipe(recipe, quoting, period, { ...completeValues(recipe), ...values }));
  expect(filled.missing).toEqual([]);
  return filled.query;
};

const serverAccess = (port: number, configuration: Configuration = {}) => ({
  configuration: { server: '127.0.0.1', port, username: login.username, encrypt: false, ...configuration },
  secrets: { password: login.password },
});

describe('PostgreSQL recipes', () => {
  let server: PostgresqlServer;

  beforeAll(async () => {
    server = await startPostgresql();
    await server.adminQuery(`CREATE ROLE auditor LOGIN PASSWORD '${login.password}'`);
    await server.adminQuery('CREATE ROLE one; CREATE ROLE two; CREATE ROLE pair LOGIN IN ROLE one, two');
    await server.adminQuery('CREATE DATABASE audit');
    // What pg_cron's documentation says of its two tables: the extension itself is not installed here.
    await server.adminQuery(
      `CREATE SCHEMA cron;
       CREATE TABLE cron.job (jobid bigint, schedule text, command text, nodename text, nodeport integer, database text, username text,
         active boolean, jobname text);
       CREATE TABLE cron.job_run_details (jobid bigint, runid bigint, job_pid integer, database text, username text, command text,
         status text, return_message text, start_time timestamptz, end_time timestamptz);
       INSERT INTO cron.job_run_details (runid, status, start_time) VALUES (1, 'failed', '2025-05-01'), (2, 'failed', '2025-07-01'),
         (3, 'succeeded', '2025-05-02'), (4, 'failed', '2025-06-30 23:59Z');
       GRANT USAGE ON SCHEMA cron TO auditor; GRANT SELECT ON ALL TABLES IN SCHEMA cron TO auditor;
       GRANT pg_monitor TO auditor; GRANT SELECT ON pg_hba_file_rules TO auditor;
       GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO auditor;
       CREATE TABLE accounts (id int PRIMARY KEY, name text); CREATE VIEW names AS SELECT name FROM accounts;
       CREATE FUNCTION answer() RETURNS int LANGUAGE sql AS 'SELECT 42'`,
      'audit',
    );
  });
  afterAll(() => server?.stop());

  const run = (recipe: Recipe, values?: Record<string, string>) =>
    capture(
      postgresqlDriver,
      serverAccess(server.port, { database: 'audit' }),
      filledFor('PostgreSQL DB', recipe, values),
    );

  const named = (title: string) => recipesOf('PostgreSQL DB').find(({ name }) => name === title)?.recipe;

  it.each(recipesOf('PostgreSQL DB'))('$name', async ({ recipe }) => {
    expect(answerOf((await run(recipe)).result)).toMatchObject({ complete: true });
  });

  it('keep to the period, its last day included', async () => {
    const recipe = named('Failed runs of pg_cron in the period');
    const { csv } = await run(recipe as Recipe);
    expect(
      csv
        .toString()
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(['1', '4']);
  });

  it('find who holds two roles', async () => {
    const recipe = named('Roles that hold two roles that must not meet') as Recipe;
    const { csv } = await run(recipe, { first_role: 'one', second_role: 'two' });
    expect(csv.toString()).toContain('pair,f\n');
    expect(csv.toString()).not.toContain('auditor');
  });
});

describe('MariaDB recipes', () => {
  let server: MariadbServer;

  beforeAll(async () => {
    server = await startMariadb();
    await server.adminQuery(`
      CREATE DATABASE audit;
      CREATE USER auditor@'%' IDENTIFIED BY '${login.password}';
      GRANT SELECT ON mysql.* TO auditor@'%'; GRANT SELECT, EVENT, TRIGGER ON audit.* TO auditor@'%';
      GRANT SELECT ON performance_schema.* TO auditor@'%';
      CREATE ROLE clerk; GRANT INSERT, ALTER ON audit.* TO clerk; GRANT clerk TO auditor@'%';
      CREATE TABLE audit.accounts (id INT PRIMARY KEY);
      CREATE PROCEDURE audit.p() SELECT 1;
      CREATE EVENT audit.nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1`);
  });
  afterAll(() => server?.stop());

  const ofMysqlAlone = ({ recipe }: { recipe: Recipe }) => /not MariaDB/.test(recipe.needs);
  const runHere = recipesOf('MySQL DB').filter((each) => !ofMysqlAlone(each));

  const run = (recipe: Recipe) =>
    capture(mysqlDriver, serverAccess(server.port, { database: 'audit' }), filledFor('MySQL DB', recipe));

  it('leave out only those of MySQL alone', () => {
    expect(
      recipesOf('MySQL DB')
        .filter(ofMysqlAlone)
        .map(({ name }) => name),
    ).toEqual(['Accounts with lock and password dates (MySQL)', 'Roles and their holders (MySQL)']);
  });

  it.each(runHere)('$name', async ({ recipe }) => {
    expect(answerOf((await run(recipe)).result)).toMatchObject({ complete: true });
  });

  it('find who may change structure and data', async () => {
    const recipe = runHere.find(({ recipe: { topic } }) => topic === 'segregation of duties')?.recipe as Recipe;
    expect((await run(recipe)).csv.toString()).toMatch(/'?clerk'?.*audit.*ALTER,INSERT/);
  });
});

describe('recipes for files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-recipe-files-'));
  const file = join(folder, 'hr.db');

  beforeAll(async () => {
    await writeHrFile(file, hrProfiles.production);
    mkdirSync(join(folder, 'documents/policies'), { recursive: true });
    writeFileSync(join(folder, 'documents/policies/Password Policy.pdf'), 'policy');
    writeFileSync(join(folder, 'documents/photo.jpg'), 'photo');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(recipesOf('SQLite File'))('SQLite, on the demo’s HR system: $name', async ({ recipe }) => {
    const access = { configuration: { path: file }, secrets: {} };
    const { result } = await capture(sqliteDriver, access, filledFor('SQLite File', recipe));
    const { rowCount, complete } = answerOf(result);
    expect(complete).toBe(true);
    // The demo was made so that each of them finds something, but for triggers, which it has none of.
    expect(rowCount > 0).toBe(recipe.topic !== 'audit settings');
  });

  it.each(recipesOf('Document Folder'))('Document Folder: $name', async ({ recipe }) => {
    const access = { configuration: { path: join(folder, 'documents') }, secrets: {} };
    const { result, csv } = await capture(folderDriver, access, filledFor('Document Folder', recipe));
    expect(answerOf(result)).toMatchObject({ complete: true });
    if (recipe.title === 'Policies and guidelines') {
      expect(csv.toString()).toContain('Password Policy.pdf');
      expect(csv.toString()).not.toContain('photo');
    }
  });
});
