import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, nodeTool, projectFolder, readJson, run, runMain } from './support.mjs';

const resultsFolder = join(projectFolder, 'out/test-results');

/** Runs projects of vitest.config.mts one after the other; 1 if any of them failed. */
export async function runTestProjects(names, env = process.env) {
  let exitCode = 0;
  for (const name of names) {
    console.log(`\n── ${name} tests`);
    const code = await runProject(name, env);
    if (code !== 0) exitCode = 1;
  }
  return exitCode;
}

function runProject(name, env) {
  // The last one shows what every tool type promises, where a project has tests of that.
  const reporters = ['default', 'json', './tests/contract/matrix-reporter.ts'].map((name) => `--reporter=${name}`);
  return run(
    process.execPath,
    [nodeTool('vitest', 'vitest'), 'run', `--project=${name}`, ...reporters, `--outputFile.json=${reportPath(name)}`],
    { env },
  );
}

function reportPath(name) {
  return join(resultsFolder, `${name}.json`);
}

/** Old reports must not be taken for new ones. */
export function removeReports(names) {
  mkdirSync(resultsFolder, { recursive: true });
  for (const name of names) rmSync(reportPath(name), { force: true });
}

/** Counts what vitest wrote down; a project without a report, or without a test, counts as one failure. */
export function readReport(name) {
  if (!existsSync(reportPath(name))) return failedReport(`${name}: vitest wrote no report`);
  const report = readJson(reportPath(name));
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter((test) => test.status === 'failed').map((test) => `${name}: ${test.fullName}`);
  const failedFiles = report.testResults.filter(failedAsAWhole).map((file) => `${name}: ${file.name}`);
  if (tests.length === 0 && failedFiles.length === 0) return failedReport(`${name}: no test ran`);
  return {
    passed: report.numPassedTests,
    failed: [...failed, ...failedFiles],
    skipped: tests.filter(wasSkipped).map((test) => `${name}: ${test.fullName}`),
  };
}

function failedReport(problem) {
  return { passed: 0, failed: [problem], skipped: [] };
}

/** A file that can't be loaded, or whose set-up failed: vitest reports it without a failed test. */
function failedAsAWhole(file) {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}

function wasSkipped(test) {
  return test.status !== 'passed' && test.status !== 'failed';
}

// Called like this inside a desktop session, see test.mjs.
if (isMain(import.meta.url)) {
  await runMain(() => runTestProjects(process.argv.slice(2)));
}
