import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Connector } from '../../../preload/contract';
import { verifyPack } from '../../../scripts/verify-pack.mjs';
import { eventually } from '../../servers/server-process';
import { startKeyring, withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

/** Hides the PostgreSQL that is installed here. */
const computer = vi.hoisted(() => ({ hasPostgresql: true }));
vi.mock('../../../main/demo/postgresql-tools', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../main/demo/postgresql-tools')>();
  return { findPostgresqlTools: () => (computer.hasPostgresql ? original.findPostgresqlTools() : undefined) };
});

let programs: BuiltPrograms;
let keyring: Awaited<ReturnType<typeof startKeyring>>;
const cleanups: (() => unknown)[] = [];

const withoutPostgresql = (): void => {
  computer.hasPostgresql = false;
  cleanups.push(() => {
    computer.hasPostgresql = true;
  });
};

beforeAll(async () => {
  [programs, keyring] = await Promise.all([buildTickmarkPrograms(), startKeyring()]);
});

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

afterAll(async () => {
  await keyring?.stop();
  programs?.remove();
});

/** A data folder that PostgreSQL's own account can pass through, should the tests run as root. */
const createDataFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-demo-'));
  chmodSync(folder, 0o711);
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const start = (dataFolder: string, env = keyring.env): TestProgram => {
  const program = startProgram({ programs, dataFolder, env });
  cleanups.push(program.close);
  return program;
};

const ciId = 'CI21324354';

const listConnectors = async ({ bridge }: TestProgram): Promise<Connector[]> => {
  const { groups } = await value(bridge.connectors.listByCi({ ciId }));
  return groups.flatMap(({ connectors }) => connectors);
};

const namesOf = (connectors: Connector[]): string[] => connectors.map(({ connectorName }) => connectorName).sort();

const everySystem = ['Dev HR', 'Dev Payroll', 'Production HR', 'Production Payroll'];

const isConnected = async (program: TestProgram): Promise<boolean> => {
  const payroll = (await listConnectors(program)).filter(({ connectorType }) => connectorType === 'PostgreSQL DB');
  return payroll.length === 2 && payroll.every(({ status }) => status === 'active');
};

/** Opens the demo and waits for the payroll systems, which may join the audit a little later. */
const openDemo = async (program: TestProgram): Promise<number> => {
  const { applicationId } = await value(program.bridge.app.openDemo());
  await eventually(() => isConnected(program), 'the payroll systems are connected');
  return applicationId;
};

const runAll = async ({ bridge }: TestProgram, applicationId: number) => {
  const { preflightToken, items } = await value(bridge.executions.preflight({ applicationId }));
  const { started } = await value(bridge.executions.start({ preflightToken, confirmProduction: true }));
  const executions = await whenEnded(
    bridge,
    started.map(({ executionId }) => executionId),
  );
  return { items, executions };
};

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const payrollPort = (connectors: Connector[]): number =>
  Number(connectors.find(({ connectorName }) => connectorName === 'Production Payroll')?.configuration.port);

describe('app.openDemo', () => {
  it('makes an audit whose questions answer, and leaves some to the person', async () => {
    const dataFolder = createDataFolder();
    const program = start(dataFolder);
    const applicationId = await openDemo(program);

    const connectors = await listConnectors(program);
    expect(namesOf(connectors)).toEqual(everySystem);
    for (const connector of connectors) expect(connector).toMatchObject({ status: 'active', applicationId });
    const analyses = await value(program.bridge.analyses.list({ applicationId }));
    const countOf = (wanted: string) => analyses.filter(({ resolution }) => resolution === wanted).length;
    expect(countOf('selected')).toBe(analyses.length - 3);
    expect([countOf('ambiguous'), countOf('missing'), countOf('needs-selection')]).toEqual([1, 1, 1]);

    const { items, executions } = await runAll(program, applicationId);
    const refused = items.filter(({ verdict }) => verdict === 'refused');
    for (const { questionId } of refused) {
      const note = analyses.find((analysis) => analysis.questionId === questionId)?.prompt;
      expect(note, `${questionId}: why it is open`).toMatch(/\w/);
      // An order would stand there still once it was followed.
      expect(note, questionId).not.toMatch(/\b(choose|press|write|leave)\b/i);
    }
    const refusals = refused.map(({ code }) => code);
    expect(refusals.sort()).toEqual(['AMBIGUOUS_CONNECTOR', 'MISSING_CONNECTOR', 'NEEDS_SELECTION', 'QUERY_REJECTED']);
    expect(executions).toHaveLength(items.length - 4);
    for (const execution of executions) expect(execution).toMatchObject({ status: 'succeeded', complete: true });
    for (const { rowCount, questionId } of executions) expect(rowCount, questionId).toBeGreaterThan(0);

    program.chooses.savePath = join(dataFolder, 'demo.zip');
    const pack = await value(program.bridge.evidence.exportPack({ applicationId }));
    expect(pack).toMatchObject({ fileName: 'demo.zip' });
    expect(await verifyPack(join(dataFolder, 'demo.zip'))).toMatchObject({ valid: true, problems: [] });
    const { fileToken = '', fingerprint } = pack ?? {};
    expect(await value(program.bridge.evidence.verifyPack({ fileToken })), 'without choosing it again').toMatchObject({
      valid: true,
      fileName: 'demo.zip',
      signedBy: { own: true, fingerprint },
    });
  });

  it('opens the same audit again, and also when asked twice at once', async () => {
    const program = start(createDataFolder());
    const [first, second] = await Promise.all([
      value(program.bridge.app.openDemo()),
      value(program.bridge.app.openDemo()),
    ]);
    const third = await openDemo(program);

    expect([second.applicationId, third]).toEqual([first.applicationId, first.applicationId]);
    expect(await value(program.bridge.applications.list())).toHaveLength(1);
    expect(namesOf(await listConnectors(program))).toEqual(everySystem);
  });

  it('keeps what the person has changed', async () => {
    const program = start(createDataFolder());
    const applicationId = await openDemo(program);
    const connectors = await listConnectors(program);
    const idOf = (name: string) => connectors.find(({ connectorName }) => connectorName === name)?.id ?? 0;
    await value(program.bridge.connectors.update({ id: idOf('Production HR'), connectorName: 'HR of the group' }));
    await value(program.bridge.connectors.remove({ id: idOf('Dev HR') }));
    await value(program.bridge.questions.remove({ applicationId, questionIds: ['3.21'] }));

    await value(program.bridge.app.openDemo());

    expect(namesOf(await listConnectors(program))).toEqual(['Dev Payroll', 'HR of the group', 'Production Payroll']);
    const questions = await value(program.bridge.questions.list({ applicationId }));
    expect(questions.map(({ questionId }) => questionId)).not.toContain('3.21');
  });

  it('writes deleted files again and goes on with them', async () => {
    withoutPostgresql();
    const dataFolder = createDataFolder();
    const program = start(dataFolder);
    const { applicationId } = await value(program.bridge.app.openDemo());
    rmSync(join(dataFolder, 'demo', 'production-hr.db'));

    await value(program.bridge.app.openDemo());

    expect(statSync(join(dataFolder, 'demo', 'production-hr.db')).size).toBeGreaterThan(1_000_000);
    const { items } = await value(program.bridge.executions.preflight({ applicationId, questionIds: ['1.10'] }));
    expect(items).toMatchObject([{ verdict: 'ready' }]);
  });

  it('takes a connector name that is in use by another one', async () => {
    withoutPostgresql();
    const program = start(createDataFolder());
    const other = {
      ciId,
      connectorName: 'production hr',
      connectorType: 'MySQL DB',
      configuration: { server: 'hr.example.com', username: 'auditor' },
    };
    await value(program.bridge.connectors.create(other));

    await value(program.bridge.app.openDemo());

    expect(namesOf(await listConnectors(program))).toContain('Production HR (demo)');
  });

  it('says why where its files can’t be written', async () => {
    const dataFolder = createDataFolder();
    const program = start(dataFolder);
    writeFileSync(join(dataFolder, 'demo'), 'a file in the way');

    const answer = await program.bridge.app.openDemo();

    expect(answer).toMatchObject({ ok: false, error: { code: 'STORE_UNAVAILABLE', hint: expect.any(String) } });
  });
});

describe('the demo’s PostgreSQL', () => {
  it('ends with Tickmark, and starts again with the demo, under a new password', async () => {
    const dataFolder = createDataFolder();
    const first = start(dataFolder);
    await openDemo(first);
    const port = payrollPort(await listConnectors(first));
    expect(await isListening(port)).toBe(true);
    await first.close();
    expect(await isListening(port)).toBe(false);

    const second = start(dataFolder);
    const applicationId = await openDemo(second);

    expect(namesOf(await listConnectors(second))).toEqual(everySystem);
    const { preflightToken } = await value(
      second.bridge.executions.preflight({ applicationId, questionIds: ['4.10', '4.11', '4.12'] }),
    );
    const { started } = await value(second.bridge.executions.start({ preflightToken, confirmProduction: true }));
    const executions = await whenEnded(
      second.bridge,
      started.map(({ executionId }) => executionId),
    );
    expect(executions.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  });

  it('gives the auditor a login that can only read, and keeps its password in the keychain alone', async () => {
    const program = start(createDataFolder());
    await openDemo(program);
    const payroll = (await listConnectors(program)).filter(({ connectorType }) => connectorType === 'PostgreSQL DB');

    expect(payroll).toHaveLength(2);
    for (const { id, ...connector } of payroll) {
      expect(connector).toMatchObject({ canWrite: false, secretKeys: ['password'], sessionOnlyKeys: [] });
      expect(await value(program.bridge.connectors.test({ id }))).toMatchObject({ canWrite: false, readOnly: true });
    }
  });

  it('is used without a keychain too, with a password for the session', async () => {
    const bus = withoutBus();
    cleanups.push(bus.stop);
    const program = start(createDataFolder(), bus.env);
    await openDemo(program);

    const payroll = (await listConnectors(program)).filter(({ connectorType }) => connectorType === 'PostgreSQL DB');
    expect(payroll).toHaveLength(2);
    for (const connector of payroll) {
      expect(connector).toMatchObject({ status: 'active', secretKeys: [], sessionOnlyKeys: ['password'] });
    }
  });

  it('is made anew when its files are damaged', async () => {
    const dataFolder = createDataFolder();
    const first = start(dataFolder);
    await openDemo(first);
    await first.close();
    rmSync(join(dataFolder, 'demo', 'postgresql', 'data', 'global'), { recursive: true });

    const second = start(dataFolder);
    await openDemo(second);

    const connectors = await listConnectors(second);
    expect(namesOf(connectors)).toEqual(everySystem);
    for (const connector of connectors) expect(connector).toMatchObject({ status: 'active' });
  });

  it('is left out where none is installed: its questions wait for a connector', async () => {
    withoutPostgresql();
    const program = start(createDataFolder());
    const { applicationId } = await value(program.bridge.app.openDemo());

    expect(namesOf(await listConnectors(program))).toEqual(['Dev HR', 'Production HR']);
    const analyses = await value(program.bridge.analyses.list({ applicationId }));
    expect(analyses.filter(({ resolution }) => resolution === 'missing')).toHaveLength(4);
  });
});
