import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFile, closeDialog, closeList, press, pressEscape, step } from './getting-about.mjs';

const clientQuestions = `No.;Process;Sub-process;Question
1.1;Access;User accounts;List all user accounts
1.2;Access;User accounts;List the accounts with administrative rights
2.1;Change;Tickets;List the changes that went live in the audited period
;;;
2.2;Change;Tickets;
`;

const pastedQuestions = [
  'No.\tProcess\tSub-process\tQuestion',
  '4.1\tOperations\tBackups\tList the backups of the audited period',
  '4.2\tOperations\tBackups\tShow when a backup was last restored',
].join('\n');

/** Ticks the first questions, or no longer. */
const tick = async (page, count) => {
  const boxes = page.getByRole('checkbox', { name: /^Select question/ });
  for (let index = 0; index < count; index += 1) await boxes.nth(index).click();
};

/** Steps 2 and 3. */
export const questionScreens = [
  { name: 'questions', open: step('Questions', 'Questions') },
  {
    name: 'questions-import',
    open: async (page, { app, folder }) => {
      const file = join(folder, 'Data request.csv');
      writeFileSync(file, clientQuestions);
      await chooseFile(app, file);
      await press(page, 'Import file');
      await page.getByRole('dialog').getByRole('table', { name: 'What the lines become' }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'questions-add',
    open: async (page) => {
      await press(page, 'Add question');
      await page.getByRole('form', { name: 'Add a question' }).waitFor();
    },
    leave: (page) => press(page, 'Close'),
  },
  {
    name: 'questions-paste',
    open: async (page) => {
      await press(page, 'Paste questions');
      await page.getByLabel('Lines copied from a spreadsheet').fill(pastedQuestions);
      await page.getByRole('table', { name: 'What the lines become' }).waitFor();
    },
    leave: (page) => closeDialog(page, 'Cancel'),
  },
  {
    name: 'questions-remove',
    alike: true,
    open: async (page) => {
      await tick(page, 2);
      await press(page, 'Remove 2 questions');
      await page.getByRole('dialog', { name: /^Remove/ }).waitFor();
    },
    leave: async (page) => {
      await pressEscape(page);
      await tick(page, 2);
    },
  },
  { name: 'analysis', open: step('Analysis', 'Question analysis') },
  {
    name: 'marks',
    placed: true,
    open: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'What the marks mean' }).click();
      await page.getByRole('dialog', { name: 'What the marks mean' }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'analysis-tool-types',
    alike: true,
    placed: true,
    open: async (page) => {
      await page
        .getByRole('combobox', { name: /^Tool type of question/ })
        .first()
        .click();
      await page.getByRole('listbox').waitFor();
    },
    leave: closeList('listbox'),
  },
  {
    name: 'analysis-connectors',
    placed: true,
    open: async (page) => {
      await page
        .getByRole('combobox', { name: /^Connector of question/ })
        .first()
        .click();
      await page.getByRole('listbox').waitFor();
    },
    leave: closeList('listbox'),
  },
  {
    name: 'analysis-coverage',
    open: async (page) => {
      await press(page, 'Coverage');
      await page.getByRole('dialog', { name: 'Coverage: processes and states' }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'analysis-assign',
    placed: true,
    open: async (page) => {
      await press(page, 'Assign');
      await page.getByRole('dialog').getByLabel('Questions').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'analysis-ticked',
    alike: true,
    open: async (page) => {
      await tick(page, 3);
      await page.getByRole('button', { name: 'Assign 3' }).waitFor();
    },
    leave: (page) => tick(page, 3),
  },
  {
    name: 'analysis-tables',
    placed: true,
    open: async (page) => {
      // The only question found is opened, however few rows the window has room for.
      await page.getByRole('textbox', { name: 'Search questions' }).fill('1.22');
      await page.getByRole('button', { name: /^(Read tables|Tables \()/ }).click();
      await page.getByRole('tree').waitFor();
      await page.keyboard.press('ArrowRight');
    },
    leave: async (page) => {
      await closeList('tree')(page);
      await page.getByRole('textbox', { name: 'Search questions' }).fill('1.10');
      await page.getByText('1.10', { exact: true }).first().click();
      await page.getByRole('textbox', { name: 'Search questions' }).fill('');
    },
  },
  {
    name: 'analysis-recipes',
    open: async (page) => {
      await press(page, 'Recipes');
      await page.getByRole('dialog', { name: /^Recipes for/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'analysis-compare',
    open: async (page) => {
      await press(page, 'Compare');
      await page.getByRole('dialog', { name: /^Run this question on two/ }).waitFor();
    },
  },
  {
    name: 'analysis-compare-confirm',
    alike: true,
    open: async (page) => {
      await press(page, 'Check what runs');
      await page.getByRole('button', { name: 'Run and compare' }).waitFor();
    },
    leave: pressEscape,
  },
];
