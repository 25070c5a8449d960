import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, chooseFile } from '../../scripts/demo/getting-about.mjs';
import { projectFolder } from '../../scripts/support.mjs';
import { clickByHand, timeEvents, timeTo, watchEvents } from './events.mjs';
import { measureGrid } from './grid.mjs';
import { launch, median, rounded, withFolder } from './measure.mjs';

const count = 2_000;
const ciId = 'CI-QUESTIONS';
const turns = 9;

/** The questions of the evaluation set, again and again, each with its number, as a client's workbook has them. */
const clientWorkbook = async (typescript) => {
  const { textRows, workbookOf } = await typescript.load('/tests/question-files/workbook.ts');
  const texts = readFileSync(join(projectFolder, 'tests/eval/train.txt'), 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' | ')[1] ?? []);
  const rows = Array.from({ length: count }, (_value, index) => [
    `${Math.floor(index / 100) + 1}.${(index % 100) + 1}`,
    `Process ${index % 12}`,
    `Part ${index % 40}`,
    `${texts[index % texts.length]} (${index + 1})`,
  ]);
  const header = ['No.', 'Process', 'Sub-process', 'Question'];
  return workbookOf({ sheets: [{ name: 'Requests', rows: textRows([['Data request'], [], header, ...rows]) }] });
};

const openAudit = async (folder) => {
  const { app, page } = await launch(projectFolder, join(folder, 'data'));
  await call(page, 'applications', 'create', { auditName: 'Bench', name: 'Everything', ciId });
  for (const connectorName of ['Production ledger', 'Development ledger']) {
    const configuration = { server: '127.0.0.1', port: 1, database: 'audit', username: 'auditor' };
    await call(page, 'connectors', 'create', { ciId, connectorName, connectorType: 'PostgreSQL DB', configuration });
  }
  await page.reload();
  await page.getByRole('navigation', { name: 'Main' }).getByText('Everything').click();
  return { app, page };
};

/** From the choice of the file until its questions are listed; reading and importing apart. */
const importFile = async (app, page, file) => {
  await chooseFile(app, file);
  await page.keyboard.press('Control+2');
  const dialog = page.getByRole('dialog', { name: /Import questions/ });
  const read = await timeTo(
    () => page.getByRole('button', { name: 'Import file' }).first().click(),
    () => dialog.getByRole('table', { name: 'What the lines become' }).waitFor(),
  );
  const imported = await timeTo(
    () => dialog.getByRole('button', { name: 'Import questions' }).click(),
    () => page.getByRole('grid', { name: 'Questions' }).getByText('1.1', { exact: true }).waitFor(),
  );
  return { read, imported };
};

const suggestAll = async (page) => {
  await page.keyboard.press('Control+3');
  await page.getByRole('combobox', { name: 'Tool type of question 1.1', exact: true }).waitFor();
  const call = await page.evaluate(async () => {
    const [application] = (await window.tickmark.applications.list({})).value;
    const startedAt = performance.now();
    const answer = await window.tickmark.analyses.suggest({ applicationId: application.id });
    if (!answer.ok || answer.value.length !== 2_000) throw new Error('Not all questions were looked at.');
    return performance.now() - startedAt;
  });
  const shown = await timeTo(
    () => page.getByRole('button', { name: 'Suggest', exact: true }).click(),
    () => page.getByText(/ suggested · /).waitFor(),
  );
  return { call, shown };
};

const measureDropdowns = async (page) => {
  const switched = [];
  const opened = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const question = `question 1.${1 + (turn % 5)}`;
    const dropdown = page.getByRole('combobox', { name: `Tool type of ${question}`, exact: true });
    opened.push(await timeEvents(page, () => clickByHand(page, dropdown)));
    const option = page
      .getByRole('listbox', { name: 'tool types' })
      .getByRole('option')
      .nth(turn % 2);
    switched.push(await timeEvents(page, () => clickByHand(page, option)));
  }
  return { switched: median(switched), opened: median(opened) };
};

/** A client's workbook of 2,000 questions, from the file to Step 3, in the real window. */
export const measureQuestions = ({ typescript }) =>
  withFolder(async (folder) => {
    const file = join(folder, 'request.xlsx');
    writeFileSync(file, await clientWorkbook(typescript));
    const { app, page } = await openAudit(folder);
    const { read, imported } = await importFile(app, page, file);
    const suggested = await suggestAll(page);
    await watchEvents(page);
    const figures = { ...(await measureDropdowns(page)), ...(await measureGrid(page, '1.1', 'account')) };
    await app.close();
    const figure = (what, milliseconds) => ({
      what: `2,000 questions: ${what}`,
      unit: 'ms',
      tickmark: rounded(milliseconds),
    });
    return [
      figure('read the workbook, click to preview', read),
      figure('import them, click to list', imported),
      figure('suggest, the call', suggested.call),
      figure('suggest again, click to result', suggested.shown),
      figure('open a dropdown, click to paint', figures.opened),
      figure('switch a tool type, click to paint', figures.switched),
      figure('arrow key to the next row, to paint', figures.moved),
      figure('End key to the last row, to paint', figures.toEnd),
      figure('a letter in the search, to paint', figures.searched),
      figure('assign all, click to paint', figures.assigned),
      figure('undo that, to paint', figures.undone),
      figure('redo it, to paint', figures.redone),
    ];
  });
