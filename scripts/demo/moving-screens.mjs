import { chooseFile, go, press } from './getting-about.mjs';

/** Moving from the earlier application: its database, what would come, what came, and the names that were made up. */
export const movingScreens = [
  {
    name: 'legacy',
    open: async (page) => {
      await go(page, 'Audits');
      await press(page, /Bring an earlier database/);
      await page.getByRole('heading', { level: 1, name: 'Bring an earlier database' }).waitFor();
    },
  },
  {
    name: 'legacy-preview',
    open: async (page, { app, earlierDatabase }) => {
      await chooseFile(app, earlierDatabase);
      await page.getByText('In a database file').click();
      await press(page, /Database file$/);
      await press(page, 'Look at it');
      await page.getByRole('table', { name: 'What would come' }).waitFor();
    },
  },
  {
    name: 'legacy-report',
    open: async (page) => {
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('table', { name: 'What came' }).waitFor();
    },
  },
  {
    name: 'names',
    open: async (page) => {
      await press(page, 'Look through the names');
      await page.getByRole('heading', { level: 1, name: 'Names that were made up' }).waitFor();
    },
  },
  {
    name: 'names-banner',
    open: async (page) => {
      await go(page, 'Connectors');
      await page.getByText(/connectors have made-up names/).waitFor();
    },
  },
];
