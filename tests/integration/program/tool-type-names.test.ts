import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolTypes } from '../../../main/connectors/registry';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value } from '../../support/program';

const spellings = (name: string): string[] => [name, name.toUpperCase(), ` ${name.toLowerCase()} `];

const names = toolTypes.flatMap(({ type, aliases }) =>
  [type, ...aliases].flatMap(spellings).map((name) => ({ name, type })),
);

describe('a name of a tool type, today’s or of older data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-type-names-'));
  let programs: BuiltPrograms;
  let program: TestProgram;
  let applicationId: number;

  beforeAll(async () => {
    programs = await buildTickmarkPrograms();
    program = startProgram({ programs, dataFolder: join(folder, 'data'), env: withoutBus().env });
    const application = { auditName: 'Q2CA2025', name: 'Stark G4', ciId: 'CI1' };
    applicationId = (await value(program.bridge.applications.create(application))).id;
    await value(program.bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: 'Who?' }] }));
  });
  afterAll(async () => {
    await program?.close();
    programs?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const save = async (toolSuggestion: string) => {
    const item = { questionId: '1', toolSuggestion, connectorId: null };
    return (await value(program.bridge.analyses.save({ applicationId, items: [item] })))[0]?.toolSuggestion;
  };
  /** What a form of the type complains about while nothing is filled in: different for each type. */
  const complaints = async (connectorType: string) => {
    const draft = { ciId: 'CI1', connectorName: 'One', connectorType, configuration: { unknown_field: 'x' } };
    const answer = await program.bridge.connectors.create(draft);
    return answer.ok ? answer.value : answer.error;
  };

  it.each(names)('“$name” is $type in Step 3', async ({ name, type }) => {
    expect(await save(name)).toBe(type);
  });

  it.each(names)('“$name” is $type where a connector is created', async ({ name, type }) => {
    const found = await complaints(name);
    expect(found).toMatchObject({ code: 'VALIDATION' });
    expect(found).toEqual(await complaints(type));
  });
});
