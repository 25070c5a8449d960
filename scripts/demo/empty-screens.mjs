import { join } from 'node:path';
import { call, chooseFile, closeDialog, press, reload, step } from './getting-about.mjs';

const auditName = 'Infrastructure H1';

/** What the pages of an audit say before there is anything in it, and before there are connectors. */
export const emptyScreens = [
  {
    name: 'empty-questions',
    open: async (page) => {
      await call(page, 'applications', 'create', {
        auditName,
        name: 'File servers',
        ciId: 'CI99000017',
        startDate: '2025-01-01',
        endDate: '2025-06-30',
      });
      await reload(page);
      await page.getByRole('table').getByRole('button', { name: 'File servers' }).click();
      await page.getByRole('heading', { level: 1, name: 'Application' }).waitFor();
      await page.keyboard.press('Control+2');
      await page.getByText('No questions yet').waitFor();
    },
  },
  { name: 'empty-analysis', open: step('Analysis', 'Question analysis') },
  { name: 'empty-execution', open: step('Execution', 'Execution') },
  { name: 'empty-pack', open: step('Evidence pack', 'Evidence pack') },
  { name: 'empty-overview', open: step('Overview', 'Overview') },
  {
    name: 'questions-import-report',
    open: async (page, { app, folder }) => {
      await page.keyboard.press('Control+2');
      await chooseFile(app, join(folder, 'Data request.csv'));
      await press(page, 'Import file');
      await page.getByRole('button', { name: /^Import \d+ question/ }).click();
      await page.getByRole('table', { name: 'Lines left out' }).waitFor();
    },
    leave: (page) => closeDialog(page, 'Done'),
  },
  { name: 'analysis-unassigned', alike: true, open: step('Analysis', 'Question analysis') },
  {
    name: 'analysis-suggested',
    open: async (page) => {
      await press(page, 'Suggest');
      await page.getByText('Nothing could be suggested').waitFor();
    },
  },
  {
    name: 'empty-connectors',
    open: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('heading', { level: 1, name: 'Connectors' }).waitFor();
    },
  },
];
