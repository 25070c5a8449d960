/** The contract suite of one tool type: every case either runs or is named with the reason why it can't exist. */
import { basename } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findToolType } from '../../main/connectors/registry';
import { type ContractCase, caseNames, contractCases } from './cases';
import type { ContractMark } from './matrix';
import type { CaseName, Harness, RunningHarness } from './needs';
import { createStage } from './stage';
import { testFileOf } from './test-files';

/** Runs the cases of `contractCases` against the systems that the harness starts. */
export const describeContract = <Missing extends CaseName = never>(type: string, harness: Harness<Missing>): void => {
  const toolType = findToolType(type);
  if (toolType?.type !== type) throw new Error(`The registry has no tool type “${type}”.`);
  const stage = createStage(toolType);
  const notApplicable: Partial<Record<CaseName, string>> = harness.notApplicable;
  let running: RunningHarness<CaseName> | undefined;

  describe(`${type}, as every tool type`, () => {
    beforeAll(async () => {
      running = (await harness.start()) as RunningHarness<CaseName>;
    });
    afterEach(() => {
      running?.reset?.();
      stage.clear();
    });
    afterAll(() => running?.stop());

    const playCase = async (name: CaseName): Promise<void> => {
      const prepare = running?.cases[name];
      if (!prepare) throw new Error(`The harness of ${type} gives nothing for “${name}” and no reason why it can't.`);
      const { play } = contractCases[name] as ContractCase<CaseName>;
      await play((async () => prepare()) as never, stage);
    };

    for (const name of caseNames.filter((each) => notApplicable[each] === undefined)) {
      const contract: ContractMark = { type, case: name };
      it(`${name}: ${contractCases[name].promise}`, { meta: { contract } }, async ({ task }) => {
        try {
          await playCase(name);
        } finally {
          task.meta.contract = { ...contract, heard: [...stage.heard], notes: [...stage.notes] };
        }
      });
    }

    const contract: ContractMark = { type, caseNames, notApplicable };
    it('gives a reason for each case that can not exist, in the file where it is looked for', { meta: { contract } }, ({
      task,
    }) => {
      for (const reason of Object.values(notApplicable)) expect(reason).toMatch(/^[a-z].{15,}[^.]$/);
      expect(basename(task.file.filepath)).toBe(testFileOf(type));
    });
  });
};
