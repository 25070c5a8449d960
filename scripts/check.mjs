import { installDependencies } from './dependencies.mjs';
import { isMain, nodeTool, run, runMain } from './support.mjs';

/** What `npm run check` and `npm test` ask of the source. */
export const checkSteps = [
  { name: 'format', packageName: '@biomejs/biome', tool: 'biome', args: ['format'] },
  { name: 'types', packageName: 'typescript', tool: 'tsc', args: ['--noEmit'] },
  {
    name: 'lint and import fences',
    packageName: '@biomejs/biome',
    tool: 'biome',
    args: ['lint', '--error-on-warnings'],
  },
  { name: 'unused code', packageName: 'knip', tool: 'knip', args: [] },
];

/** Runs one step on this terminal and answers whether it passed. */
export async function runCheckStep({ name, packageName, tool, args }) {
  console.log(`\n── ${name}`);
  const code = await run(process.execPath, [nodeTool(packageName, tool), ...args]);
  console.log(code === 0 ? 'passed' : 'failed');
  return code === 0;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await installDependencies();
    let failed = 0;
    for (const step of checkSteps) if (!(await runCheckStep(step))) failed += 1;
    return failed > 0 ? 1 : 0;
  });
}
