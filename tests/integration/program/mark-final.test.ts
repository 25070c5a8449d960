import { appendFileSync, chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

describe('evidence.markFinal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-final-'));
  const dataFolder = join(folder, 'data');
  let programs: BuiltPrograms;
  let program: TestProgram;
  let applicationId: number;
  let connectorId: number;

  beforeAll(async () => {
    programs = await buildTickmarkPrograms();
    program = startProgram({ programs, dataFolder, env: withoutBus().env });
    const path = join(folder, 'system.db');
    new SqliteDatabase(path).exec("CREATE TABLE users (name TEXT); INSERT INTO users VALUES ('ada'), ('bob')").close();
    const application = { auditName: 'Q2', name: 'Stark', ciId: 'CI1' };
    ({ id: applicationId } = await value(program.bridge.applications.create(application)));
    ({ id: connectorId } = await value(
      program.bridge.connectors.create({
        ciId: 'CI1',
        connectorName: 'HR',
        connectorType: 'SQLite File',
        configuration: { path: await program.pick(path) },
      }),
    ));
    await value(program.bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: 'Users.' }] }));
  });

  afterAll(async () => {
    await program?.close();
    programs?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (query: string) => {
    const item = { questionId: '1', toolSuggestion: 'SQLite File', connectorId, query };
    await value(program.bridge.analyses.save({ applicationId, items: [item] }));
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
    const { started } = await value(program.bridge.executions.start({ preflightToken }));
    const executionId = started[0]?.executionId ?? 0;
    const [ended] = await whenEnded(program.bridge, [executionId]);
    return { executionId, status: ended?.status };
  };

  const markEntries = async () =>
    (await value(program.bridge.auditLog.list({ applicationId, limit: 500 }))).filter(
      ({ action }) => action === 'evidence.markedFinal',
    );

  it('marks a whole result once, and writes down which', async () => {
    const { executionId } = await run('select name from users order by name');
    const marked = await value(program.bridge.evidence.markFinal({ executionId }));
    expect(marked).toMatchObject({ id: executionId, final: true, complete: true });
    expect(await value(program.bridge.evidence.markFinal({ executionId }))).toEqual(marked);
    expect(await value(program.bridge.executions.get({ executionId }))).toEqual(marked);
    expect(await markEntries()).toMatchObject([{ details: { executionId, sha256: marked.sha256, rowCount: 2 } }]);
  });

  it('refuses a result that a limit has cut, and says what cut it', async () => {
    await value(program.bridge.preferences.set({ maximumRows: 1 }));
    const { executionId, status } = await run('select name from users order by name');
    await value(program.bridge.preferences.set({ maximumRows: 1_000_000 }));
    expect(status).toBe('succeeded');
    expect(await program.bridge.evidence.markFinal({ executionId })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', message: expect.stringContaining('cut off (rows)') },
    });
  });

  it('refuses a run that failed', async () => {
    const { executionId, status } = await run('select nothing from users');
    expect(status).toBe('failed');
    expect(await program.bridge.evidence.markFinal({ executionId })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', message: expect.stringContaining('failed') },
    });
  });

  it('refuses evidence that is not what was sealed', async () => {
    const before = new Set(readdirSync(join(dataFolder, 'evidence')));
    const { executionId } = await run('select upper(name) from users order by name');
    const [file = ''] = readdirSync(join(dataFolder, 'evidence')).filter(
      (name) => name.endsWith('.csv') && !before.has(name),
    );
    chmodSync(join(dataFolder, 'evidence', file), 0o600);
    appendFileSync(join(dataFolder, 'evidence', file), 'EVE\n');
    expect(await program.bridge.evidence.markFinal({ executionId })).toMatchObject({
      ok: false,
      error: { code: 'EVIDENCE_DAMAGED' },
    });
    expect(await value(program.bridge.executions.get({ executionId }))).toMatchObject({ final: false });
  });

  it('refuses what is not there, and what belongs to an archived audit', async () => {
    expect(await program.bridge.evidence.markFinal({ executionId: 999 })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    const { executionId } = await run('select lower(name) from users');
    await value(program.bridge.applications.archive({ id: applicationId }));
    expect(await program.bridge.evidence.markFinal({ executionId })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', message: expect.stringContaining('archived') },
    });
    expect(await markEntries()).toHaveLength(1);
  });
});
