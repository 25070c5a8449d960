import { projectFolder } from '../../scripts/support.mjs';
import { fillStore } from './big-store.mjs';
import { clickByHand, timeEvents, timeTo, watchEvents } from './events.mjs';
import { measureGrid } from './grid.mjs';
import { launch, median, rounded, withFolder } from './measure.mjs';

const ciId = 'CI-BIG';
const size = { connectors: 10_000, questions: 10_000 };
const switches = 9;

const openBigStore = async (folder) => {
  const first = await launch(projectFolder, folder);
  await first.page.getByRole('button', { name: 'New audit' }).first().waitFor();
  const types = await first.page.evaluate(async () =>
    (await window.tickmark.connectorTypes.list()).value.map(({ type }) => type),
  );
  await first.app.close();
  fillStore(folder, { ciId, ...size, types });
  return launch(projectFolder, folder);
};

const measureSettings = async (page) => {
  const rail = page.getByRole('navigation', { name: 'Main' });
  const grid = page.getByRole('grid', { name: 'Connectors' });
  const open = await timeTo(
    () => rail.getByRole('button', { name: /^Connectors/ }).click(),
    () => grid.getByText('System 1', { exact: true }).waitFor(),
  );
  const search = await timeTo(
    () => page.getByRole('searchbox', { name: 'Search connectors' }).fill('System 9999'),
    () => grid.getByText('System 9999', { exact: true }).waitFor(),
  );
  return { open, search };
};

const switchType = async (page, number, optionIndex) => {
  await clickByHand(page, page.getByRole('combobox', { name: `Tool type of question 1.${number}`, exact: true }));
  const option = page.getByRole('listbox', { name: 'tool types' }).getByRole('option').nth(optionIndex);
  return timeEvents(page, () => clickByHand(page, option));
};

const measureAnalysis = async (page) => {
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('button', { name: /^Everything/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const open = await timeTo(
    () => rail.getByRole('button', { name: /^Analysis/ }).click(),
    () => page.getByRole('combobox', { name: 'Tool type of question 1.1', exact: true }).waitFor(),
  );
  await watchEvents(page);
  const switched = [];
  for (let turn = 0; turn < switches; turn += 1) switched.push(await switchType(page, 1 + (turn % 5), turn % 2));
  const opened = [];
  for (let turn = 0; turn < switches; turn += 1) {
    const dropdown = page.getByRole('combobox', { name: `Connector of question 1.${1 + (turn % 5)}`, exact: true });
    opened.push(await timeEvents(page, () => clickByHand(page, dropdown)));
    await page.keyboard.press('Escape');
  }
  return { open, switched: median(switched), opened: median(opened), ...(await measureGrid(page, '1.1', 'system 99')) };
};

/** Settings and Step 3 with 10,000 connectors on one CI and 10,000 questions in one audit, in the real window. */
export const measureBigAudit = () =>
  withFolder(async (folder) => {
    const { app, page } = await openBigStore(folder);
    const settings = await measureSettings(page);
    const analysis = await measureAnalysis(page);
    await app.close();
    const figure = (what, milliseconds) => ({ what, unit: 'ms', tickmark: rounded(milliseconds) });
    return [
      figure('10,000 connectors: open Settings until the first row', settings.open),
      figure('10,000 connectors: search until the one found', settings.search),
      figure('10,000 questions: open Step 3 until the first row', analysis.open),
      figure('10,000 questions: switch a tool type, click to paint', analysis.switched),
      figure('10,000 connectors of a type: open the dropdown, click to paint', analysis.opened),
      figure('10,000 questions: arrow key to the next row, to paint', analysis.moved),
      figure('10,000 questions: End key to the last row, to paint', analysis.toEnd),
      figure('10,000 questions: a letter in the search, to paint', analysis.searched),
      figure('10,000 questions: assign all, click to paint', analysis.assigned),
      figure('10,000 questions: undo that, to paint', analysis.undone),
      figure('10,000 questions: redo it, to paint', analysis.redone),
    ];
  });
