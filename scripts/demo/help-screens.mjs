import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFile, closeDialog, press, pressEscape } from './getting-about.mjs';

const overlay = (keys, name) => async (page) => {
  await page.keyboard.press(keys);
  await page.getByRole('dialog', { name }).waitFor();
};

/** The stops after the first, by the titles of their pages. */
const furtherStops = ['Question analysis', 'Execution', 'Evidence pack', 'Audit log'].map((title, index) => ({
  name: `tour-${index + 2}`,
  alike: true,
  open: async (page) => {
    await press(page, 'Next');
    await page.getByText(`Stop ${index + 2} of 5`).waitFor();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  },
}));

/** What can be opened upon every page. */
export const helpScreens = [
  { name: 'palette', open: overlay('Control+k', 'Command palette') },
  {
    name: 'palette-nothing',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Find an audit, a page, a question or an action' }).fill('mainframe');
      await page.getByText('Nothing is called').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'questions-import-refused',
    open: async (page, { app, folder }) => {
      const file = join(folder, 'Not a workbook.xlsx');
      writeFileSync(file, 'PK\u0003\u0004 and nothing else');
      await chooseFile(app, file);
      await page.keyboard.press('Control+2');
      await press(page, 'Import file');
      await page.getByRole('alert').getByRole('button', { name: 'More about this error' }).waitFor();
    },
  },
  {
    name: 'help-error',
    open: async (page) => {
      await press(page, 'More about this error');
      await page.getByRole('heading', { name: /^FILE_REJECTED/ }).waitFor();
    },
    // The guide closes alone: what lies below it stays.
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'User guide' }).waitFor({ state: 'detached' });
      await closeDialog(page, 'Cancel');
    },
  },
  { name: 'help', open: overlay('F1', 'User guide') },
  {
    name: 'help-search',
    open: async (page) => {
      await page.getByRole('searchbox', { name: 'Search the guide' }).fill('grant select');
      await page.getByText(/sections found/).waitFor();
    },
  },
  {
    name: 'help-section',
    alike: true,
    open: async (page) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^PostgreSQL/ })
        .click();
      await page.getByRole('dialog').getByRole('heading', { level: 2 }).first().waitFor();
    },
    leave: pressEscape,
  },
  { name: 'shortcuts', open: overlay('Control+/', 'Keyboard shortcuts'), leave: pressEscape },
  {
    name: 'tour',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Find an audit, a page, a question or an action' }).fill('guided');
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Guided tour' }).waitFor();
    },
  },
  ...furtherStops.slice(0, -1),
  { ...furtherStops.at(-1), leave: (page) => press(page, 'Done') },
];
