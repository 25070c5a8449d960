import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { modulePath } from './tests/support/module-path.mts';

const project = (name: string, groupOrder: number, options: object = {}) => ({
  // One project after the other: servers and windows would only get in each other's way.
  plugins: [modulePath()],
  test: { name, sequence: { groupOrder }, include: [`tests/${name}/**/*.test.ts`], environment: 'node', ...options },
});

// Integration and end-to-end tests start servers and windows of their own: two files at a time are enough for two cores.
const patient = { testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 };

/** Windows of two files at once need displays of their own, which only Linux has. */
const windows = process.platform === 'linux' ? { setupFiles: './tests/support/own-display.ts' } : { maxWorkers: 1 };

/** Vitest leaves one core to itself; of two that would be half, for a process that only waits. */
const workers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    reporters: ['default', './tests/contract/matrix-reporter.ts'],
    projects: [
      // No limit that a busy computer meets: a test that hangs still ends.
      project('unit', 0, { testTimeout: 30_000, maxWorkers: workers }),
      project('integration', 1, patient),
      project('contract', 2, { ...patient, globalSetup: './tests/contract/execution-program.ts' }),
      project('e2e', 3, { ...patient, ...windows, globalSetup: './tests/support/package-first.ts' }),
    ],
  },
});
