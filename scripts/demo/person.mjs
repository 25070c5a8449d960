import { setTimeout as pause } from 'node:timers/promises';

// How the person of the walk uses the window's controls, and notices what is not as it should be.

const longestWait = 60_000;

export function expect(holds, what) {
  if (!holds) throw new Error(`It does not hold that ${what}`);
}

export async function waitFor(check, what) {
  const end = Date.now() + longestWait;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`It took too long until ${what}`);
    await pause(100);
  }
}

/** Turns the wheel over the list, downwards and then upwards, until the element is there: rows out of sight are not drawn. */
export async function scrollTo(page, element) {
  const { x, y, width, height } = await page.getByRole('grid').locator('..').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const pixels of [...Array(30).fill(200), ...Array(60).fill(-200)]) {
    if ((await element.count()) > 0) break;
    await page.mouse.wheel(0, pixels);
    await pause(50);
  }
  await element.scrollIntoViewIfNeeded();
}

/** Opens a dropdown of Step 3, searches and takes the first option found. */
export async function chooseOption(page, label, name) {
  const dropdown = page.getByRole('combobox', { name: label });
  await scrollTo(page, dropdown);
  await dropdown.click();
  await page.keyboard.type(name);
  await page.getByRole('listbox').getByRole('option', { name }).first().click();
}

/** Replaces the query of the question that has the focus. */
export async function writeQuery(page, query) {
  const editor = page.getByRole('textbox', { name: 'Query' });
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(query);
}
