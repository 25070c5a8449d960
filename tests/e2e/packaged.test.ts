import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxArguments } from '../../scripts/electron-runtime.mjs';
import { type PostgresqlServer, startPostgresql } from '../servers/postgresql';
import { callBridge } from '../support/bridge-calls';
import { copyThatCanBeDriven } from '../support/packaged';
import { openTickmark, projectFolder, type TickmarkWindow } from '../support/window';

const canary = 'Paketkanarie-55c1';

describe.runIf(process.platform === 'linux')('the packaged application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-packaged-'));
  const dataFolder = join(folder, 'data');
  let executablePath: string;
  let server: PostgresqlServer;
  let tickmark: TickmarkWindow;

  beforeAll(async () => {
    executablePath = await copyThatCanBeDriven(join(folder, 'app'));
    server = await startPostgresql();
    await server.adminQuery(`CREATE ROLE auditor LOGIN PASSWORD '${canary}'`);
    tickmark = await openTickmark({ dataFolder, executablePath, args: [] });
  });

  afterAll(async () => {
    await tickmark?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps a secret in the keychain, reaches systems and captures evidence in its own processes', async () => {
    const { page } = tickmark;
    const file = join(folder, 'hr.db');
    new SqliteDatabase(file)
      .exec("CREATE TABLE users (name TEXT); INSERT INTO users VALUES ('ada'), ('grace');")
      .close();
    const { id: applicationId } = await callBridge(page, 'applications', 'create', {
      auditName: 'Q2',
      name: 'Stark',
      ciId: 'CI1',
    });
    await tickmark.choose({ open: file });
    const picked = await callBridge(page, 'files', 'pick', { purpose: 'sqlite' });
    const sqlite = await callBridge(page, 'connectors', 'create', {
      ciId: 'CI1',
      connectorName: 'HR file',
      connectorType: 'SQLite File',
      configuration: { path: { fileToken: picked?.fileToken ?? '' } },
    });
    const postgresql = await callBridge(page, 'connectors', 'create', {
      ciId: 'CI1',
      connectorName: 'Ledger',
      connectorType: 'PostgreSQL DB',
      configuration: {
        server: '127.0.0.1',
        port: server.port,
        database: 'postgres',
        username: 'auditor',
        encrypt: false,
      },
      secrets: { password: canary },
    });
    for (const { id } of [sqlite, postgresql]) {
      expect(await callBridge(page, 'connectors', 'test', { id })).toMatchObject({ readOnly: true });
    }
    await callBridge(page, 'questions', 'add', {
      applicationId,
      items: [
        { questionNumber: '1', question: 'Users.' },
        { questionNumber: '2', question: 'Roles.' },
      ],
    });
    await callBridge(page, 'analyses', 'save', {
      applicationId,
      items: [
        { questionId: '1', toolSuggestion: 'SQLite File', connectorId: sqlite.id, query: 'select name from users' },
        {
          questionId: '2',
          toolSuggestion: 'PostgreSQL DB',
          connectorId: postgresql.id,
          query: "select rolname from pg_roles where rolname = 'auditor'",
        },
      ],
    });
    const { preflightToken } = await callBridge(page, 'executions', 'preflight', { applicationId });
    const { started } = await callBridge(page, 'executions', 'start', { preflightToken });
    expect(started).toHaveLength(2);
    const statuses = () =>
      callBridge(page, 'executions', 'list', { applicationId }).then((list) => list.map(({ status }) => status));
    await expect.poll(statuses, { timeout: 20_000 }).toEqual(['succeeded', 'succeeded']);
    const [first, second] = started;
    const rows = (executionId = 0) => callBridge(page, 'executions', 'rows', { executionId, offset: 0, limit: 10 });
    expect((await rows(first?.executionId)).rows).toEqual([['ada'], ['grace']]);
    expect((await rows(second?.executionId)).rows).toEqual([['auditor']]);
  });

  it('exports a pack that verifies without it', async () => {
    const pack = join(folder, 'pack.zip');
    await tickmark.choose({ save: pack });
    expect(await callBridge(tickmark.page, 'evidence', 'exportPack', { applicationId: 1 })).toMatchObject({
      fileName: 'pack.zip',
    });
    execFileSync(process.execPath, [join(projectFolder, 'scripts/verify-pack.mjs'), pack]);
    expect(readFileSync(pack).includes(Buffer.from(canary))).toBe(false);
    expect(tickmark.complaints).toEqual([]);
  });

  it('shows the verdict on a pack that is opened from outside', async () => {
    const { page } = tickmark;
    const opened = join(folder, 'Q2 CI1.tickmarkpack');
    copyFileSync(join(folder, 'pack.zip'), opened);
    const env = { ...process.env, TICKMARK_DATA_DIR: dataFolder, TICKMARK_KEYCHAIN_SERVICE: tickmark.keychainService };
    // As a desktop starts it; this second program hands the file to the first and ends.
    execFileSync(executablePath, [...sandboxArguments(), pathToFileURL(opened).href], { env, timeout: 30_000 });
    const verdict = page.getByRole('dialog', { name: 'Q2 CI1.tickmarkpack' });
    await verdict.getByText('The pack is whole').waitFor();
    await page.keyboard.press('Escape');
    await verdict.waitFor({ state: 'hidden' });

    copyFileSync(join(folder, 'hr.db'), opened);
    await tickmark.close();
    tickmark = await openTickmark({ dataFolder, executablePath, args: [opened] });
    await tickmark.page
      .getByText('The pack could not be verified')
      .or(tickmark.page.getByText(/The pack was changed/))
      .waitFor();
    expect(tickmark.complaints).toEqual([]);
  });
});
