import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractEntries } from '../../../preload/contract';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram } from '../../support/program';

/** What the contract has and this version does not do yet, each with an input that its schema accepts. */
const later: Record<string, unknown> = {
  'applications.purge': { id: 1 },
  'executions.summary': { executionId: 1 },
  'executions.sample': { executionId: 1, size: 25, seed: '7', method: 'random' },
  'executions.compare': { leftId: 1, rightId: 2, key: ['id'] },
  'app.lock': undefined,
};

const built = [
  'files.pick',
  'files.dropped',
  ...['list', 'create', 'update', 'archive', 'remove'].map((method) => `applications.${method}`),
  'connectorTypes.list',
  'connectorTypes.parse',
  ...['listCis', 'listByCi', 'get', 'create', 'update', 'duplicate', 'remove', 'keepName', 'usage'].map(
    (method) => `connectors.${method}`,
  ),
  ...['test', 'testDraft', 'confirmTarget', 'describeSchema'].map((method) => `connectors.${method}`),
  ...['readFile', 'import', 'add', 'list', 'remove'].map((method) => `questions.${method}`),
  ...['suggest', 'list', 'save'].map((method) => `analyses.${method}`),
  ...['list', 'fill'].map((method) => `recipes.${method}`),
  ...['preflight', 'start', 'cancel', 'get', 'list', 'resumeQueue', 'rows', 'onProgress'].map(
    (method) => `executions.${method}`,
  ),
  ...['exportPack', 'verifyPack', 'markFinal'].map((method) => `evidence.${method}`),
  ...['list', 'verify', 'head', 'saveCheckpoint', 'checkCheckpoint'].map((method) => `auditLog.${method}`),
  ...['preview', 'import', 'renameSuggestions'].map((method) => `legacy.${method}`),
  ...['get', 'set'].map((method) => `preferences.${method}`),
  ...['info', 'openDemo', 'storeStatus', 'restoreBackup', 'onCommand'].map((method) => `app.${method}`),
];

describe('the bridge contract', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-contract-'));
  let programs: BuiltPrograms;
  let program: TestProgram;

  beforeAll(async () => {
    programs = await buildTickmarkPrograms();
    const { env } = withoutBus();
    program = startProgram({ programs, dataFolder, env });
  });

  afterAll(async () => {
    await program?.close();
    programs?.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const call = (name: string, input: unknown) => {
    const [area = '', method = ''] = name.split('.');
    const bridge = program.bridge as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
    return bridge[area]?.[method]?.(input);
  };

  it('has every call of the design, built or named here as coming later', () => {
    const names = contractEntries.map(({ area, method }) => `${area}.${method}`);
    expect([...names].sort()).toEqual([...built, ...Object.keys(later)].sort());
  });

  it.each(Object.entries(later))('%s comes later and says so', async (name, input) => {
    expect(await call(name, input)).toMatchObject({ ok: false, error: { code: 'NOT_AVAILABLE' } });
  });

  it.each(Object.keys(later).filter((name) => later[name] !== undefined))(
    '%s refuses an unknown key already',
    async (name) => {
      const input = { ...(later[name] as object), unknownKey: 1 };
      expect(await call(name, input)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    },
  );
});
