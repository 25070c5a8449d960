import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, chooseFile, closeList, press, pressEscape, step } from './getting-about.mjs';

/** Runs whatever of the demo audit is ready, so that there is evidence to look at, and waits until all of it has ended. */
async function runDemo(page) {
  const [application] = await call(page, 'applications', 'list', {});
  const input = { applicationId: application.id };
  const { preflightToken } = await call(page, 'executions', 'preflight', input);
  await call(page, 'executions', 'start', { preflightToken, confirmProduction: true });
  await page.evaluate(
    (given) =>
      new Promise((resolve) => {
        const look = async () => {
          const { value } = await window.tickmark.executions.list(given);
          if (!value.every(({ status }) => status !== 'queued' && status !== 'running')) return;
          stop();
          resolve();
        };
        const stop = window.tickmark.executions.onProgress(look);
        void look();
      }),
    input,
  );
}

const viewEvidence = async (page, question) => {
  await page.getByRole('textbox', { name: 'Search runs' }).fill(question);
  await press(page, `View the evidence of question ${question}`);
  // Its rows are there once a cell can be copied.
  await page.locator('button:enabled', { hasText: 'Copy cell' }).waitFor();
};

/** Steps 4 and 5, with the evidence in between. */
export const runScreens = [
  { name: 'execution', open: step('Execution', 'Execution') },
  {
    name: 'execution-checked',
    open: async (page) => {
      await page.getByRole('button', { name: 'Check before running' }).click();
      await page.getByRole('button', { name: /^Start \d+ run/ }).waitFor();
    },
  },
  {
    name: 'execution-refused',
    open: async (page) => {
      const row = page.getByRole('row').filter({ hasText: 'DELETE FROM login_events' });
      // Only rows in sight are in the page.
      await page.getByRole('grid').getByRole('checkbox').nth(1).focus();
      for (let keys = 0; (await row.count()) === 0 && keys < 100; keys += 1) await page.keyboard.press('ArrowDown');
      await row.scrollIntoViewIfNeeded();
      await row.getByRole('gridcell').nth(2).click();
      await page.getByRole('button', { name: 'More about this error' }).waitFor();
    },
  },
  {
    name: 'execution-confirm',
    open: async (page) => {
      await page.getByRole('button', { name: /^Start \d+ run/ }).click();
      await page.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'runs',
    open: async (page) => {
      await runDemo(page);
      await step('Questions', 'Questions')(page);
      await step('Execution', 'Execution')(page);
      await page.getByRole('tab', { name: /^Runs/ }).click();
      await page
        .getByRole('button', { name: /^View the evidence of question/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'evidence',
    open: async (page) => {
      await viewEvidence(page, '1.41');
    },
  },
  {
    name: 'evidence-filter',
    open: async (page) => {
      await press(page, 'Filter');
      await page.getByRole('form', { name: 'Filter' }).waitFor();
    },
  },
  {
    name: 'evidence-filtered',
    alike: true,
    open: async (page) => {
      const form = page.getByRole('form', { name: 'Filter' });
      await form.getByLabel('Condition').selectOption('is-not-null');
      await form.getByRole('button', { name: 'Apply' }).click();
      await page.getByRole('button', { name: /^Remove: / }).waitFor();
      await page.locator('button:enabled', { hasText: 'Copy cell' }).waitFor();
    },
  },
  {
    name: 'evidence-none',
    open: async (page) => {
      await page.getByRole('textbox', { name: 'Find in all columns' }).fill('nobody of that name');
      await page.getByText('No row that passes this filter contains “nobody of that name”.').waitFor();
    },
    leave: (page) => press(page, 'Show all'),
  },
  {
    name: 'evidence-columns',
    open: async (page) => {
      await press(page, 'Columns');
      await page.getByRole('complementary', { name: 'Columns' }).getByRole('img').first().waitFor();
    },
    leave: (page) => press(page, 'Columns'),
  },
  {
    name: 'evidence-sample',
    open: async (page) => {
      await press(page, 'Sample');
      await press(page, 'Draw sample');
      await page.getByRole('table', { name: 'Sampled rows' }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'evidence-final',
    alike: true,
    open: async (page) => {
      await press(page, 'Mark as final');
      await page.getByRole('dialog').getByRole('button', { name: 'Mark as final' }).click();
      await page.getByText('Final', { exact: true }).waitFor();
    },
  },
  {
    name: 'compare-menu',
    placed: true,
    open: async (page) => {
      // Where the page was scrolled the menu is hidden, and Escape left the evidence instead of it.
      const back = page.getByRole('button', { name: 'Back to the runs', exact: true });
      if (await back.isVisible()) await back.click();
      await viewEvidence(page, '1.30');
      await press(page, 'Compare');
      await page.getByRole('menuitem').first().waitFor();
    },
    leave: closeList('menu'),
  },
  {
    name: 'compare-elsewhere',
    alike: true,
    open: async (page) => {
      await press(page, 'Compare');
      await page.getByRole('menuitem').first().click();
      await page.getByRole('dialog', { name: /^Run this question on/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'compare',
    open: async (page) => {
      await press(page, 'Compare');
      await page.getByRole('menuitem', { name: /^1\.31/ }).click();
      await page.getByRole('table', { name: 'Rows that differ' }).waitFor();
    },
  },
  { name: 'pack', open: step('Evidence pack', 'Evidence pack') },
  {
    name: 'pack-redaction',
    open: async (page) => {
      await press(page, 'Export redacted…');
      await page.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'pack-exported',
    open: async (page, { app, folder }) => {
      await chooseFile(app, join(folder, 'Stark G4.zip'));
      await press(page, 'Export evidence pack…');
      await page.getByText(/^Stark G4\.zip exported/).waitFor();
    },
  },
  {
    name: 'pack-verified',
    open: async (page) => {
      await press(page, 'Verify a pack…');
      await page.getByText('The pack is whole: nothing was changed since it was made.').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'pack-changed',
    open: async (page, { app, folder }) => {
      const bytes = readFileSync(join(folder, 'Stark G4.zip'));
      const middle = Math.floor(bytes.length / 2);
      bytes.fill('x', middle, middle + 40);
      writeFileSync(join(folder, 'Stark G4 (2).zip'), bytes);
      await chooseFile(app, join(folder, 'Stark G4 (2).zip'));
      await press(page, 'Verify a pack…');
      await page.getByRole('list', { name: 'What is wrong' }).waitFor();
    },
    leave: pressEscape,
  },
  { name: 'overview', open: step('Overview', 'Overview') },
];
