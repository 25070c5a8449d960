import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aliasCanaries,
  everyVariant,
  newerTables,
  canaries as olderCanaries,
  toSql,
} from '../servers/earlier-database';
import { type PostgresqlServer, startPostgresql } from '../servers/postgresql';
import { callBridge } from '../support/bridge-calls';
import { lookUpSecret } from '../support/keyring';
import { findSpellings } from '../support/spellings';
import { openTickmark, type TickmarkWindow } from '../support/window';

const ciId = 'CI21324354';
const canaries = { ...olderCanaries, ...aliasCanaries };

/** Where the keychain has each secret: the connector's id here, and the field. */
const kept: [keyof typeof canaries, number, string][] = [
  ['password', 1, 'password'],
  ['nested', 1, 'authentication.proxy_token'],
  ['oracle', 2, 'password'],
  ['jira', 3, 'api_token'],
  ['address', 3, 'base_url.password'],
  ['qtest', 4, 'api_token'],
  ['servicenow', 5, 'password'],
  ['gnosis', 6, 'api_key'],
  ['unknownType', 8, 'secret'],
  ['gnosisEndpoint', 14, 'api_key'],
  ['jiraServer', 15, 'api_token'],
  ['servicenowOld', 17, 'password'],
];

/** Moving a team's databases in the real window; each test stands on the ones before. */
describe('moving from the earlier application in the window', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-moving-window-'));
  let server: PostgresqlServer;
  let tickmark: TickmarkWindow;
  let page: Page;

  beforeAll(async () => {
    server = await startPostgresql();
    for (const [database, tables] of [
      ['older', everyVariant()],
      ['newer', newerTables()],
    ] as const) {
      await server.adminQuery(`CREATE DATABASE ${database}`);
      await server.adminQuery(toSql(tables), database);
    }
    await server.adminQuery("CREATE ROLE reader LOGIN PASSWORD 'reads-only'");
    for (const database of ['older', 'newer']) {
      await server.adminQuery('GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader', database);
    }
    tickmark = await openTickmark({ dataFolder });
    page = tickmark.page;
  });

  afterAll(async () => {
    await tickmark?.close();
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const rail = () => page.getByRole('navigation', { name: 'Main' });
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
  const cells = async (table: string) => {
    const rows = await page.getByRole('table', { name: table }).getByRole('row').all();
    return Promise.all(rows.slice(1).map(async (row) => (await row.locator('th, td').allInnerTexts()).join(' ')));
  };

  const lookAt = async (database: string, password = 'reads-only') => {
    await rail().getByRole('button', { name: 'Audits', exact: true }).click();
    await press(/^Bring an earlier database/);
    await page.getByRole('textbox', { name: 'Server', exact: true }).fill('127.0.0.1');
    await page.getByRole('textbox', { name: 'Port', exact: true }).fill(String(server.port));
    await page.getByRole('textbox', { name: 'Database', exact: true }).fill(database);
    await page.getByRole('textbox', { name: 'User name', exact: true }).fill('reader');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByLabel(/^Encrypt/).uncheck();
    await press('Look at it');
  };
  const importAll = async (database: string) => {
    await lookAt(database);
    await page.getByRole('table', { name: 'What would come' }).waitFor();
    await press('Import');
    await page.getByRole('table', { name: 'What came' }).waitFor();
  };

  const connectorsOf = async (ci: string) => {
    const { groups } = await callBridge(page, 'connectors', 'listByCi', { ciId: ci });
    return groups.flatMap(({ connectors }) => connectors);
  };
  const describeConnectors = async (ci: string) =>
    (await connectorsOf(ci)).map(({ connectorName, connectorType, configuration, secretKeys }) => {
      const { server: host, database, base_url: url, instance, path, api_endpoint: endpoint } = configuration;
      const address = [host ?? url ?? instance ?? path ?? endpoint, database].filter(Boolean).join('/');
      return [connectorName, connectorType, address, secretKeys.join('+')].join(' | ');
    });
  const describeAudit = async (applicationId: number) => ({
    questions: (await callBridge(page, 'questions', 'list', { applicationId })).map(
      ({ questionId, fileType, process, question }) => [questionId, fileType, process, question].join(' | '),
    ),
    analyses: (await callBridge(page, 'analyses', 'list', { applicationId })).map(
      ({ questionId, toolSuggestion, connectorName, resolution, prompt }) =>
        [questionId, toolSuggestion, connectorName, resolution, prompt].join(' | '),
    ),
    executions: (await callBridge(page, 'executions', 'list', { applicationId })).map(
      ({ questionId, toolType, connectorName, status, imported }) =>
        [questionId, toolType, connectorName, status, imported].join(' | '),
    ),
  });
  const everything = async () => {
    const audits = await callBridge(page, 'applications', 'list');
    const cis = await callBridge(page, 'connectors', 'listCis');
    return {
      audits,
      rows: await Promise.all(audits.map(({ id }) => describeAudit(id))),
      connectors: (await Promise.all(cis.map((ci) => connectorsOf(ci.ciId)))).flat(),
    };
  };

  it('says what is wrong with a password, and has imported nothing', async () => {
    await lookAt('older', 'wrong');
    await page.getByText('The earlier database can’t be read').waitFor();
    await page.getByText('Nothing was imported, and the earlier database was not changed.').waitFor();
    expect((await everything()).audits).toEqual([]);
  });

  it('shows what would come, and brings exactly that', async () => {
    await lookAt('older');
    await page.getByRole('table', { name: 'What would come' }).waitFor();
    const preview = await cells('What would come');
    expect((await everything()).audits).toEqual([]);
    await press('Import');
    await page.getByRole('table', { name: 'What came' }).waitFor();
    expect(await cells('What came')).toEqual(preview);
    expect(preview).toEqual([
      'Audits 3 0 0',
      'Questions 10 0 1',
      'Connectors 18 0 1',
      'Analyses 7 0 3',
      'Executions (history) 3 0 0',
    ]);
  });

  it('has every row of the source, as it is called today', async () => {
    expect((await everything()).audits).toMatchObject([
      { auditName: 'Q2CA2025', name: 'Stark G4', ciId, startDate: '2025-04-01', status: 'In Progress' },
      { auditName: 'Q3CA2025', name: 'Stark G4 again', ciId, startDate: null, status: 'Complete' },
      { auditName: 'Infrastructure', name: 'Infrastructure', ciId: 'CI9', status: 'In Progress' },
    ]);
    expect(await describeAudit(1)).toEqual({
      questions: [
        '1.1 | primary | Access | List all user accounts',
        '1.2 | primary | Access | Failed logins of the period',
        '1.3 | primary | Changes | Approved changes',
        '1.4 | primary | Operations | Incidents',
        '1.5 | primary | Documents | Policies',
        '1.5-primary-2 | primary | Documents | Policies of last year',
        '1.6 | primary | Old | Anything on punch cards',
        '1.1-followup-2 | followup | Access | And their roles?',
        '8.8 | primary | Access | A question whose file is gone',
      ],
      analyses: [
        '1.1 | SQL Server DB | SQL Server DB - 1 | only-one-of-type | Find: List all user accounts',
        '1.2 | MySQL DB |  | missing | Find: Failed logins of the period',
        '1.3 | Oracle DB | Oracle DB - 2 | only-one-of-type | Find: Approved changes',
        '1.4 |  |  | needs-selection | ',
        '1.5 |  |  | needs-selection | ',
        '1.5-primary-2 |  |  | needs-selection | ',
        '1.6 | Punch Cards |  | needs-selection | Find: Anything on punch cards',
        '1.1-followup-2 | Oracle DB | Oracle DB - 2 | only-one-of-type | Find: And their roles?',
        '8.8 | QTest | QTest - 4 | only-one-of-type | Find: A question whose file is gone',
      ],
      executions: [
        '1.1 | SQL Server DB | SQL Server DB - 1 | succeeded | true',
        '1.3 | Jira | Jira | failed | true',
        '1.4 | ServiceNow | ServiceNow - 5 | interrupted | true',
      ],
    });
    expect(await describeAudit(2)).toEqual({
      questions: ['1.1 | primary | Access | List all user accounts'],
      analyses: ['1.1 | SQL Server DB | SQL Server DB - 1 | only-one-of-type | Find: List all user accounts'],
      executions: [],
    });
    expect(await describeAudit(3)).toEqual({ questions: [], analyses: [], executions: [] });
    expect(await describeConnectors(ciId)).toEqual([
      'Document Folder - 7 | Document Folder | /mnt/audit/policies | ',
      'Gnosis Document Repository - 6 | Gnosis Document Repository | https://docs.example.com/api | api_key',
      'Jira - 3 | Jira | https://acme.atlassian.net | api_token+base_url.password',
      'Oracle DB - 2 | Oracle DB | ora-hr | password',
      'Punch Cards - 8 | Punch Cards |  | secret',
      'QTest - 4 | QTest | https://acme.qtestnet.com | api_token',
      'SQL Server DB - 1 | SQL Server DB | sql-prod-01.corp.example.com/AuditDB | password+authentication.proxy_token',
      'ServiceNow - 5 | ServiceNow | https://acme.service-now.com | password',
    ]);
    expect(await describeConnectors('CI9')).toEqual([
      'Gnosis Document Repository - 10 | Gnosis Document Repository | /search | ',
      'SQL Server DB - 9 | SQL Server DB |  | unread_configuration',
    ]);
    expect(await describeConnectors('CI-ALIASES')).toEqual([
      'Gnosis Document Repository - 24 | Gnosis Document Repository | https://gnosis.example.com | api_key',
      'Jira - 25 | Jira | https://jira.example.com | api_token',
      'Oracle DB - 22 | Oracle DB | ora-old | ',
      'Oracle DB - 23 | Oracle DB | ora-older | ',
      'QTest - 26 | QTest | https://old.qtestnet.com | ',
      'SQL Server DB - 21 | SQL Server DB | sql-old\\AUDIT/Old | ',
      'ServiceNow - 27 | ServiceNow | old | password',
      'ServiceNow - 28 | ServiceNow | https://older.service-now.com | ',
    ]);
    const punchCards = (await connectorsOf(ciId)).find(({ connectorType }) => connectorType === 'Punch Cards');
    expect(punchCards?.notes).toContain('reader: IBM 2501');
  });

  it('goes through the names: takes one, changes one, keeps one', async () => {
    await rail()
      .getByRole('button', { name: /Connectors.*18 to name/ })
      .waitFor();
    await press('Look through the names');
    await press('Use this name for Gnosis Document Repository - 24');
    await page.getByRole('textbox', { name: 'New name of Jira - 25' }).fill('Jira of the audit team');
    await press('Use this name for Jira - 25');
    await press('Keep the name Oracle DB - 22');
    await rail()
      .getByRole('button', { name: /Connectors.*15 to name/ })
      .waitFor();
    const names = (await connectorsOf('CI-ALIASES')).map(({ connectorName }) => connectorName);
    expect(names).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(['Jira of the audit team', 'Oracle DB - 22']));
    expect(names).not.toContain('Gnosis Document Repository - 24');
  });

  it('changes nothing at a second import, neither what came nor what was renamed since', async () => {
    const before = await everything();
    await importAll('older');
    expect(await cells('What came')).toEqual([
      'Audits 0 3 0',
      'Questions 0 10 1',
      'Connectors 0 18 1',
      'Analyses 0 7 3',
      'Executions (history) 0 3 0',
    ]);
    expect(await everything()).toEqual(before);
  });

  it('brings a newer copy beside it: named connectors, and analyses that know one of them', async () => {
    await importAll('newer');
    const names = (await describeConnectors(ciId)).filter((text) => text.includes('| SQL Server DB |'));
    expect(names.map((text) => text.split(' | ')).map(([name, , address]) => `${name}: ${address}`)).toEqual([
      'Production: sql-prod-01.corp.example.com/Ledger',
      'production (2): sql-prod-01.corp.example.com/Ledger2',
      'SQL Server DB - 1: sql-prod-01.corp.example.com/AuditDB',
      'SQL Server DB - 1 (2): sql-prod-01.corp.example.com/Odd',
      'SQL Server DB - 1 (3): sql-prod-01.corp.example.com/AuditDB',
    ]);
    expect((await describeAudit(4)).analyses.slice(0, 5)).toEqual([
      '1.1 | SQL Server DB | production (2) | selected | Find: List all user accounts',
      '1.2 | SQL Server DB | Production | selected | Find: Failed logins of the period',
      '1.3 | SQL Server DB |  | needs-selection | Find: Approved changes',
      '1.4 | SQL Server DB |  | ambiguous | Find: Incidents',
      '1.5 | SQL Server DB |  | needs-selection | Find: Policies',
    ]);
  });

  it('tells of made-up names in Step 3 and in Settings until all are settled at once', async () => {
    const madeUp = (await callBridge(page, 'legacy', 'renameSuggestions')).length;
    await rail().getByText('Stark G4').first().click();
    await page.keyboard.press('Control+3');
    await page.getByRole('heading', { level: 1, name: 'Question analysis' }).waitFor();
    await page.getByText(`${madeUp} connectors have made-up names.`).waitFor();
    await rail()
      .getByRole('button', { name: new RegExp(`Connectors.*${madeUp} to name`) })
      .click();
    await page.getByText(`${madeUp} connectors have made-up names.`).waitFor();
    await press('Look through the names');
    await press('Use all new names');
    await page.getByText('Every connector has a name that somebody chose').waitFor();
    expect(
      await rail()
        .getByText(/to name/)
        .count(),
    ).toBe(0);
    const names = (await connectorsOf(ciId)).map(({ connectorName }) => connectorName);
    expect(names).toContain('Production SQL Server (AuditDB)');
    expect(new Set(names).size).toBe(names.length);
  });

  it('has every secret in the keychain, and none in the data folder, its archive and its log included', async () => {
    const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'), { readonly: true });
    const storeId = db.prepare("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get();
    db.close();
    for (const [canary, id, field] of kept) {
      const account = `${storeId}/connector/${id}/${field}`;
      expect([account, await lookUpSecret(process.env, tickmark.keychainService, account)]).toEqual([
        account,
        canaries[canary],
      ]);
    }
    const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.filter((entry) => entry.parentPath.endsWith('archive'))).toHaveLength(1);
    for (const { parentPath, name } of files) {
      const found = findSpellings(readFileSync(join(parentPath, name)), Object.values(canaries));
      expect([name, found]).toEqual([name, []]);
    }
    expect(tickmark.complaints).toEqual([]);
  });
});
