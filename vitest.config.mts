import { defineConfig } from 'vitest/config';
import { modulePath } from './tests/support/module-path.mts';

const project = (name: string, groupOrder: number, options: object = {}) => ({
  // One project after the other: servers and windows would only get in each other's way.
  plugins: [modulePath()],
  test: { name, sequence: { groupOrder }, include: [`tests/${name}/**/*.test.ts`], environment: 'node', ...options },
});

// Integration and end-to-end tests start servers and windows of their own: two files at a time are enough for two cores.
const patient = { testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 };

export default defineConfig({
  test: {
    projects: [
      project('unit', 0),
      project('integration', 1, patient),
      project('e2e', 2, { ...patient, maxWorkers: 1, fileParallelism: false }),
    ],
  },
});
