/** Bundles the execution process once for all types: the case of many rows measures the memory of the real program. */
import type { TestProject } from 'vitest/node';
import { buildPrograms } from '../support/node-process';

declare module 'vitest' {
  interface ProvidedContext {
    executionProgram: string;
  }
}

export default async (project: TestProject) => {
  const programs = await buildPrograms('main/execution/execution-process.ts');
  project.provide('executionProgram', programs.folder);
  return programs.remove;
};
