import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../db';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const ciId = 'CI1';
const canMount = process.platform === 'linux' && process.getuid?.() === 0;
const megabyte = 1024 * 1024;

let programs: BuiltPrograms;
let folder: string;
let dataFolder: string;
let mounted: string[];
let program: TestProgram | undefined;

beforeAll(async () => {
  programs = await buildTickmarkPrograms();
});
afterAll(() => programs?.remove());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-faults-'));
  dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  mounted = [];
});
afterEach(async () => {
  await program?.close();
  program = undefined;
  for (const place of mounted) execFileSync('umount', ['--lazy', place]);
  rmSync(folder, { recursive: true, force: true });
});

/** A disk of its own at that folder, so small that it can be filled. */
const mountDisk = (place: string, bytes: number): void => {
  mkdirSync(place, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place]);
  mounted.push(place);
};

/** Leaves no byte on the disk of that folder; answers how to make room again. */
const fillDisk = (place: string): (() => void) => {
  const ballast = join(place, 'ballast');
  const { bavail, bsize } = statfsSync(place);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  return () => rmSync(ballast);
};

const start = (): TestProgram => {
  program = startProgram({ programs, dataFolder, env: withoutBus().env });
  return program;
};

const restart = async (): Promise<TestProgram> => {
  await program?.close();
  return start();
};

const newAudit = async ({ bridge, pick }: TestProgram, rows = 3) => {
  const path = join(folder, 'client.db');
  new SqliteDatabase(path)
    .exec(
      `CREATE TABLE users AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
       SELECT i, hex(randomblob(40)) AS name FROM n`,
    )
    .close();
  const { id: applicationId } = await value(bridge.applications.create({ auditName: 'Q2', name: 'Stark', ciId }));
  const configuration = { path: await pick(path) };
  const draft = { ciId, connectorName: 'HR', connectorType: 'SQLite File', configuration };
  const { id: connectorId } = await value(bridge.connectors.create(draft));
  await value(bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: 'Users.' }] }));
  const item = { questionId: '1', toolSuggestion: 'SQLite File', connectorId, query: 'select * from users' };
  await value(bridge.analyses.save({ applicationId, items: [item] }));
  return applicationId;
};

const run = async ({ bridge }: TestProgram, applicationId: number) => {
  const { preflightToken } = await value(bridge.executions.preflight({ applicationId }));
  const { started } = await value(bridge.executions.start({ preflightToken }));
  const [ended] = await whenEnded(bridge, [started[0]?.executionId ?? 0]);
  if (!ended) throw new Error('Nothing was started.');
  return ended;
};

const auditNames = async ({ bridge }: TestProgram) =>
  (await value(bridge.applications.list())).map(({ auditName }) => auditName);

const expectWholeLog = async ({ bridge }: TestProgram) =>
  expect(await value(bridge.auditLog.verify())).toMatchObject({ valid: true });

const audit = (auditName: string) => ({ auditName, name: 'Stark', ciId });

describe.skipIf(!canMount)('a full disk (needs root, to mount small disks)', () => {
  it('refuses a change with DISK_FULL, keeps all before it, and goes on once there is room', async () => {
    mountDisk(dataFolder, 2 * megabyte);
    const { bridge } = start();
    await value(bridge.applications.create(audit('before')));
    const makeRoom = fillDisk(dataFolder);
    const names: string[] = [];
    // What the log has room for already is still taken; each answered success has to be kept.
    let refused: Awaited<ReturnType<typeof bridge.applications.create>> | undefined;
    for (let count = 0; count < 2_000 && !refused; count += 1) {
      const answer = await bridge.applications.create(audit(`audit ${count} ${'x'.repeat(150)}`));
      if (answer.ok) names.push(answer.value.auditName);
      else refused = answer;
    }
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'DISK_FULL', message: 'The disk is full.', hint: expect.stringContaining('Make room') },
    });
    expect(await auditNames(program as TestProgram)).toEqual(expect.arrayContaining(['before', ...names]));
    makeRoom();
    await value(bridge.applications.create(audit('after')));
    const again = await restart();
    expect((await auditNames(again)).sort()).toEqual(['before', ...names, 'after'].sort());
    await expectWholeLog(again);
  });

  it('ends a run with DISK_FULL, its rows so far sealed and verifiable', async () => {
    mountDisk(join(dataFolder, 'evidence'), megabyte);
    const tickmark = start();
    const applicationId = await newAudit(tickmark, 100_000);
    const execution = await run(tickmark, applicationId);
    expect(execution).toMatchObject({ status: 'failed', complete: false, error: { code: 'DISK_FULL' } });
    expect(execution.rowCount).toBeGreaterThan(0);
    const page = await value(
      tickmark.bridge.executions.rows({ executionId: execution.id, offset: execution.rowCount - 1, limit: 5 }),
    );
    expect(page.rows).toHaveLength(1);
    await expectWholeLog(tickmark);
  });
});

describe.skipIf(!canMount)('a data folder that can only be read (needs root, to mount it so)', () => {
  it('is said so, and used again once it can be written', async () => {
    mountDisk(dataFolder, 4 * megabyte);
    await value(start().bridge.applications.create(audit('kept')));
    await program?.close();
    execFileSync('mount', ['-o', 'remount,ro', dataFolder]);
    const tickmark = start();
    expect(await value(tickmark.bridge.app.storeStatus())).toMatchObject({
      state: 'unavailable',
      hint: expect.stringContaining('you may write to it'),
    });
    expect(await tickmark.bridge.applications.list()).toMatchObject({ error: { code: 'STORE_UNAVAILABLE' } });
    execFileSync('mount', ['-o', 'remount,rw', dataFolder]);
    expect(await value(tickmark.bridge.app.reopenStore())).toMatchObject({ state: 'ready' });
    expect(await auditNames(tickmark)).toEqual(['kept']);
  });
});

describe('a damaged store', () => {
  const file = () => join(dataFolder, 'tickmark.db');

  const writeStore = () => {
    const opened = openStore(file());
    if (opened.state !== 'ready') throw new Error(opened.message);
    return opened.db;
  };
  const insert =
    "INSERT INTO applications (audit_name, name, ci_id, created_at) VALUES (?, 'n', 'CI1', '2025-01-01T00:00:00.000Z')";

  it.each([
    ['header', 0],
    ['second page', 4096],
  ])('in its %s is said so and left as it is', async (_, at) => {
    const db = writeStore();
    db.prepare(insert).run('kept');
    db.close();
    const bytes = readFileSync(file());
    bytes.fill(0xa5, at, at + 1_024);
    writeFileSync(file(), bytes);
    const { bridge } = start();
    expect(await value(bridge.app.storeStatus())).toMatchObject({
      state: 'damaged',
      message: expect.stringContaining('It was left as it is.'),
      hint: expect.stringContaining('Restore a backup'),
    });
    expect(await bridge.applications.list()).toMatchObject({ error: { code: 'STORE_UNAVAILABLE' } });
    await program?.close();
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  /** The files of the store as a crash would leave them now. */
  const storeFiles = () =>
    ['', '-wal', '.head'].map((suffix) => ({ path: `${file()}${suffix}`, bytes: readFileSync(`${file()}${suffix}`) }));
  const putBack = (files: ReturnType<typeof storeFiles>) => {
    for (const { path, bytes } of files) writeFileSync(path, bytes);
  };

  it('in its log is said so: acknowledged changes are missing, and going on without them stands in the audit log', async () => {
    const { bridge } = start();
    await value(bridge.applications.create(audit('first')));
    const whole = readFileSync(`${file()}-wal`).length;
    await value(bridge.applications.create(audit('second')));
    await value(bridge.applications.create(audit('third')));
    const [newest] = await value(bridge.auditLog.list({ limit: 1 }));
    const files = storeFiles();
    await program?.close();
    files[1]?.bytes.fill(0xa5, whole + 24 + 100, whole + 24 + 200);
    putBack(files);

    const { bridge: reopened } = start();
    expect(await value(reopened.app.storeStatus())).toMatchObject({
      state: 'entries-missing',
      message: expect.stringMatching(/lacks 2 entries at its end.*left as it is/),
    });
    expect(await reopened.applications.list()).toMatchObject({ error: { code: 'STORE_UNAVAILABLE' } });
    expect(storeFiles().every(({ bytes }, at) => files[at]?.bytes.equals(bytes))).toBe(true);

    expect(await value(reopened.app.reopenStore())).toMatchObject({ state: 'ready' });
    expect(await auditNames(program as TestProgram)).toEqual(['first']);
    const [told] = await value(reopened.auditLog.list({ action: 'store.entriesMissing' }));
    expect(told?.details).toMatchObject({
      expected: { seq: newest?.seq, hash: newest?.hash },
      kept: { seq: (newest?.seq ?? 0) - 2 },
      copy: expect.stringContaining('tickmark.db.replaced-'),
    });
    const kept = readFileSync(`${join(dataFolder, String(told?.details.copy))}-wal`);
    expect(files[1]?.bytes.equals(kept)).toBe(true);
    await expectWholeLog(program as TestProgram);
    const again = await restart();
    expect(await value(again.bridge.app.storeStatus())).toMatchObject({ state: 'ready' });
  });

  it('that an older copy was put in the place of is said so', async () => {
    await value(start().bridge.applications.create(audit('first')));
    await program?.close();
    const older = readFileSync(file());
    await value(start().bridge.applications.create(audit('second')));
    await program?.close();
    writeFileSync(file(), older);
    expect(await value(start().bridge.app.storeStatus())).toMatchObject({
      state: 'entries-missing',
      message: expect.stringContaining('lacks 1 entry'),
    });
  });
});

describe('evidence that was sealed', () => {
  const evidence = () => {
    const names = readdirSync(join(dataFolder, 'evidence')).filter((name) => name.endsWith('.csv'));
    return join(dataFolder, 'evidence', names[0] ?? '');
  };
  const change = (file: string) => {
    const bytes = readFileSync(file);
    const last = bytes.length - 2;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    chmodSync(file, 0o600);
    writeFileSync(file, bytes);
  };

  it.each([
    ['is missing', (file: string) => rmSync(file)],
    ['was changed by one bit', change],
  ])('and %s is named and can not be marked final', async (_, harm) => {
    const tickmark = start();
    const applicationId = await newAudit(tickmark);
    const { id: executionId, sha256 } = await run(tickmark, applicationId);
    const file = evidence();
    harm(file);
    const damaged = { ok: false, error: { code: 'EVIDENCE_DAMAGED', message: expect.stringContaining('evidence-') } };
    expect(await tickmark.bridge.evidence.markFinal({ executionId })).toMatchObject(damaged);
    const page = await tickmark.bridge.executions.rows({ executionId, offset: 0, limit: 10 });
    // A page is not the whole file: a changed cell is found by whatever reads all of it.
    if (harm !== change) expect(page).toMatchObject(damaged);
    expect(await value(tickmark.bridge.executions.get({ executionId }))).toMatchObject({ final: false, sha256 });
    await expectWholeLog(tickmark);
  });
});

describe('an export that was cut off', () => {
  it('leaves nothing after the next start, and nobody else’s file is touched', async () => {
    await value(start().bridge.applications.create(audit('kept')));
    await program?.close();
    const own = join(folder, 'pack.zip.partial');
    const foreign = join(folder, 'film.partial');
    const temporary = join(dataFolder, 'temporary');
    const begun = join(temporary, '0f5b2c9e-8f0c-4c1e-9a51-0a7d3d0f6a10');
    mkdirSync(begun, { recursive: true });
    mkdirSync(join(temporary, 'mine'));
    for (const file of [own, foreign, join(begun, 'audit-log.ndjson')]) writeFileSync(file, 'half');
    const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'));
    db.prepare("INSERT INTO store_facts (key, value) VALUES ('pack_under_way/1', ?)").run(own);
    db.close();
    start();
    expect(readdirSync(folder)).not.toContain('pack.zip.partial');
    expect(readdirSync(folder)).toContain('film.partial');
    expect(readdirSync(temporary)).toEqual(['mine']);
  });
});
