import { type BuiltPrograms, buildPrograms } from './node-process';

export * from './test-program';

/** Bundles the programs beside main; once for a test file. */
export const buildTickmarkPrograms = (): Promise<BuiltPrograms> =>
  buildPrograms(
    'main/keychain/keychain-process.ts',
    'main/execution/execution-process.ts',
    'main/evidence/evidence-process.ts',
    'main/guard/guard-process.ts',
    'main/questions/question-file-process.ts',
    'main/legacy/legacy-process.ts',
  );
