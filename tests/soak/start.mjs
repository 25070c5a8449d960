import { openTypeScript } from '../support/load-typescript.mjs';

const typescript = await openTypeScript();
try {
  const { runSoak } = await typescript.load('/tests/soak/run.ts');
  process.exitCode = await runSoak(process.argv.slice(2));
} finally {
  await typescript.close();
}
