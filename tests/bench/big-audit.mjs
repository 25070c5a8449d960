import { projectFolder } from '../../scripts/support.mjs';
import { fillStore } from './big-store.mjs';
import { launch, median, rounded, withFolder } from './measure.mjs';

const ciId = 'CI-BIG';
const size = { connectors: 10_000, questions: 10_000 };
const switches = 9;

/** Milliseconds from a click until what it asked for is on the screen. */
const timeTo = async (click, shown) => {
  const startedAt = performance.now();
  await click();
  await shown();
  return performance.now() - startedAt;
};

/** From now on the page notes how long each click and key press took until its result was painted (Event Timing, in 8 ms steps). */
const watchEvents = (page) =>
  page.evaluate(() => {
    window.eventDurations = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name === 'click' || name === 'keydown') window.eventDurations.push(duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 });
  });

/** The longest event since the last call; 16 ms or less where none was noted. */
const longestEvent = (page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    return Math.max(16, ...window.eventDurations.splice(0));
  });

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
  await page.getByRole('combobox', { name: `Tool type of question 1.${number}`, exact: true }).click();
  await longestEvent(page);
  await page.getByRole('listbox', { name: 'tool types' }).getByRole('option').nth(optionIndex).click();
  return longestEvent(page);
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
    await page.getByRole('combobox', { name: `Connector of question 1.${1 + (turn % 5)}`, exact: true }).click();
    opened.push(await longestEvent(page));
    await page.keyboard.press('Escape');
    await longestEvent(page);
  }
  return { open, switched: median(switched), opened: median(opened), ...(await measureMany(page)) };
};

/** Moving, searching, filtering and changing many: each until it is painted. */
const measureMany = async (page) => {
  const timed = async (act) => {
    await longestEvent(page);
    await act();
    return longestEvent(page);
  };
  const press = (key) => timed(() => page.keyboard.press(key));
  const moved = [];
  await page.getByRole('combobox', { name: 'Tool type of question 1.1', exact: true }).focus();
  for (let turn = 0; turn < switches; turn += 1) moved.push(await press('ArrowDown'));
  const toEnd = await press('End');
  await press('Home');
  const searched = [];
  await page.getByRole('textbox', { name: 'Search questions' }).focus();
  for (const key of 'system 99') searched.push(await press(key));
  for (let turn = 0; turn < 'system 99'.length; turn += 1) await press('Backspace');
  const assigned = await timed(() => assignAll(page));
  await page.getByRole('combobox', { name: 'Tool type of question 1.1', exact: true }).focus();
  const undone = await press('Control+z');
  const redone = await press('Control+Shift+Z');
  return { moved: median(moved), toEnd, searched: median(searched), assigned, undone, redone };
};

/** Points all shown questions at the first connector of the first type. */
const assignAll = async (page) => {
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByRole('listbox', { name: 'connectors' }).getByRole('option').first().click();
  await longestEvent(page);
  await page.getByRole('button', { name: /^Assign to/ }).click();
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
