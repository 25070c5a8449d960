import { call, reload, step } from './getting-about.mjs';

const auditName = 'Infrastructure H1';

/** What the pages of an audit say before there is anything in it. */
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
    name: 'empty-connectors',
    open: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('heading', { level: 1, name: 'Connectors' }).waitFor();
    },
  },
];
