import { clickByHand, timeEvents } from './events.mjs';
import { median } from './measure.mjs';

const turns = 9;

/**
 * Moving, searching and changing many questions in Step 3, each from the key or click to the paint, in milliseconds. The
 * page is watched (events.mjs); `first` is the number of the first question, `searched` what is typed into the search.
 */
export const measureGrid = async (page, first, searched) => {
  const press = (key) => timeEvents(page, () => page.keyboard.press(key));
  const toFirst = () => page.getByRole('combobox', { name: `Tool type of question ${first}`, exact: true }).focus();
  const typed = [];
  await toFirst();
  const moved = [];
  for (let turn = 0; turn < turns; turn += 1) moved.push(await press('ArrowDown'));
  const toEnd = [];
  for (let turn = 0; turn < turns; turn += 1) {
    toEnd.push(await press('End'));
    await press('Home');
  }
  await page.getByRole('textbox', { name: 'Search questions' }).focus();
  for (const key of searched) typed.push(await press(key));
  for (let turn = 0; turn < searched.length; turn += 1) await press('Backspace');
  const [assigned, undone, redone] = [[], [], []];
  for (let turn = 0; turn < turns; turn += 1) {
    assigned.push(await assignAll(page));
    await toFirst();
    undone.push(await press('Control+z'));
    redone.push(await press('Control+Shift+Z'));
    await press('Control+z');
    await page.getByText('All saved').waitFor();
  }
  return {
    moved: median(moved),
    toEnd: median(toEnd),
    searched: median(typed),
    assigned: median(assigned),
    undone: median(undone),
    redone: median(redone),
  };
};

/** Points all shown questions at the first connector offered. */
const assignAll = async (page) => {
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByRole('listbox', { name: 'connectors' }).getByRole('option').first().click();
  return timeEvents(page, () => clickByHand(page, page.getByRole('button', { name: /^Assign to/ })));
};
