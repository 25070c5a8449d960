import { type BuiltPrograms, buildPrograms } from './node-process';

export * from './test-program';

/** Bundles the three programs beside main; once for a test file. */
export const buildTickmarkPrograms = (): Promise<BuiltPrograms> =>
  buildPrograms(
    'main/keychain/keychain-process.ts',
    'main/execution/execution-process.ts',
    'main/evidence/evidence-process.ts',
  );
