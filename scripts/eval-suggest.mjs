import { resolve } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { runMain } from './support.mjs';

const percent = (value) => `${(value * 100).toFixed(1)} %`;

function printFigures(name, figures) {
  console.log(`\n${name}: ${figures.questions} questions`);
  console.log(`  right tool type, or rightly none   ${percent(figures.accuracy)}`);
  console.log(`  sure (confidence from 0.8)         ${percent(figures.sure)}`);
  console.log(`  right, of what it is sure of       ${percent(figures.rightWhenSure)}`);
  console.log(`  right topic, where the type is     ${percent(figures.topicAccuracy)}`);
}

function printCoverage(steps) {
  console.log('  confidence from   questions   right of these');
  for (const { from, covered, right } of steps) {
    console.log(`  ${from.toFixed(1).padStart(15)}   ${percent(covered).padStart(9)}   ${percent(right).padStart(14)}`);
  }
}

function printConfusion(matrix) {
  const names = [...new Set([...matrix.keys(), ...[...matrix.values()].flatMap((row) => [...row.keys()])])].sort();
  const width = Math.max(...names.map(({ length }) => length));
  console.log(`\n  label down, suggestion across (${names.map((name, index) => `${index + 1} ${name}`).join(', ')})`);
  console.log(`  ${''.padEnd(width + 3)}${names.map((_, index) => String(index + 1).padStart(4)).join('')}`);
  for (const [index, name] of names.entries()) {
    const row = names.map((column) => String(matrix.get(name)?.get(column) ?? '·').padStart(4)).join('');
    console.log(`  ${String(index + 1).padStart(2)} ${name.padEnd(width)}${row}`);
  }
}

function printMistakes(mistakes) {
  console.log(`\n  worst mistakes (${Math.min(10, mistakes.length)} of ${mistakes.length})`);
  for (const { asked, suggested } of mistakes.slice(0, 10)) {
    const wanted = asked.toolType ?? 'nobody can tell';
    console.log(`  ${suggested.confidence.toFixed(2)}  ${asked.question}`);
    console.log(
      `        ${suggested.toolType ?? 'unsure'} instead of: ${wanted} (CI: ${asked.connectorTypes.join(', ') || 'none'})`,
    );
    console.log(`        ${suggested.reason}`);
  }
}

/** How long 2,000 questions take, in milliseconds; warmed up first. */
function measure({ judge, readLabelledQuestions }) {
  const questions = [...readLabelledQuestions('train'), ...readLabelledQuestions('held-out')];
  const many = Array.from({ length: 2_000 }, (_, index) => questions[index % questions.length]);
  judge(questions);
  const start = performance.now();
  judge(many);
  return performance.now() - start;
}

await runMain(async () => {
  await installDependencies();
  const { runnerImport } = await import('vite');
  const entry = resolve(import.meta.dirname, '../tests/eval/evaluation.ts');
  const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' });
  for (const part of ['train', 'held-out']) {
    const judged = module.judge(module.readLabelledQuestions(part));
    printFigures(part, module.figuresOf(judged));
    printCoverage(module.coverageOf(judged));
    printConfusion(module.confusionOf(judged));
    printMistakes(module.worstMistakes(judged));
  }
  console.log(`\n2,000 questions take ${measure(module).toFixed(0)} ms.`);
  return 0;
});
