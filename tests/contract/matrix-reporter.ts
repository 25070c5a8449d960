/** Shows the matrix tool type × case at the end of a run, and keeps every message of it for reading. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { drawMatrix, listMessages, type MarkedTest } from './matrix';

const resultsFolder = resolve(import.meta.dirname, '../../out/test-results');

export default class MatrixReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()].flatMap(markedTest));
    if (tests.length === 0) return;
    console.log(`\nThe contract of every tool type\n\n${drawMatrix(tests).join('\n')}`);
    mkdirSync(resultsFolder, { recursive: true });
    writeFileSync(join(resultsFolder, 'contract-messages.txt'), listMessages(tests).join('\n'));
  }
}

const markedTest = (test: TestCase): MarkedTest[] => {
  const { contract } = test.meta();
  return contract ? [{ mark: contract, passed: test.result().state === 'passed' }] : [];
};
