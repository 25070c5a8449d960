import { buildApplication } from './build.mjs';
import { checkSteps, runCheckStep } from './check.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { electronEnvironment } from './electron-runtime.mjs';
import { setUp } from './set-up.mjs';
import { Expected, Interrupted, runMain } from './support.mjs';
import { readReport, removeReports, runTestProjects } from './test-projects.mjs';

// Everything that tells whether Tickmark works, in one command. Whatever fails, the rest still runs; the last line says how
// many tests passed and failed, counting each check of the source and the build as one.

const plainProjects = ['unit', 'contract'];
/** These need windows and a keychain; all of them share one desktop session. */
const desktopProjects = ['integration', 'e2e'];
const parts = ['check', ...plainProjects, ...desktopProjects];

const counts = { passed: 0, failed: [], skipped: [] };

await runMain(async () => {
  const chosen = chooseParts(process.argv.slice(2));
  const runtime = await attempt('set-up', setUp);
  if (runtime) {
    if (chosen.includes('check')) await runChecks();
    await runProjects(chosen, electronEnvironment(runtime));
  }
  return summarize();
});

function chooseParts(args) {
  const unknown = args.filter((name) => !parts.includes(name));
  if (unknown.length > 0) throw new Expected(`There is no part ${unknown.join(' ')}. Parts: ${parts.join(' ')}`);
  return args.length > 0 ? args : parts;
}

async function runChecks() {
  for (const step of checkSteps) countStep(step.name, await runCheckStep(step));
}

async function runProjects(chosen, env) {
  const plain = plainProjects.filter((name) => chosen.includes(name));
  const onDesktop = desktopProjects.filter((name) => chosen.includes(name));
  removeReports([...plain, ...onDesktop]);
  if (onDesktop.length > 0) {
    console.log('\n── build');
    countStep('build', (await buildApplication()) === 0);
  }
  if (plain.length > 0) countProjects(plain, await runTestProjects(plain, env));
  if (onDesktop.length > 0) countProjects(onDesktop, await runOnDesktop(onDesktop, env));
}

async function runOnDesktop(names, env) {
  const args = ['scripts/test-projects.mjs', ...names];
  const options = { env, keychain: true, display: true };
  return (await attempt('desktop session', () => runInDesktopSession(process.execPath, args, options))) ?? 1;
}

/** What can't even begin counts as a failure, so that the last line is always the count. */
async function attempt(name, action) {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    console.log(error instanceof Expected ? error.message : error.stack);
    countStep(name, false);
    return undefined;
  }
}

function countStep(name, hasPassed) {
  if (hasPassed) counts.passed += 1;
  else counts.failed.push(name);
}

function countProjects(names, exitCode) {
  const reports = names.map(readReport);
  for (const { passed, failed, skipped } of reports) {
    counts.passed += passed;
    counts.failed.push(...failed);
    counts.skipped.push(...skipped);
  }
  // An error outside any test, such as a rejection that nobody handled, shows in the exit code only.
  if (exitCode !== 0 && reports.every(({ failed }) => failed.length === 0)) {
    countStep(`${names.join(', ')}: vitest failed outside the tests`, false);
  }
}

function summarize() {
  const { passed, failed, skipped } = counts;
  console.log('');
  for (const name of failed) console.log(`Failed: ${name}`);
  for (const name of skipped) console.log(`Skipped: ${name}`);
  const skippedCount = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${passed} passed, ${failed.length} failed${skippedCount}`);
  return failed.length > 0 || passed === 0 ? 1 : 0;
}
