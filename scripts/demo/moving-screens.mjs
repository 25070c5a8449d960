import { chooseFile, go, press } from './getting-about.mjs';

/**
 * Moving from the earlier application: its database, what would come, what came, and the names that were made up.
 * `documents`: the picture of it that docs/moving.md shows.
 */
export const movingScreens = [
  {
    name: 'legacy',
    documents: 'moving-source.png',
    open: async (page) => {
      await go(page, 'Audits');
      await press(page, /Bring an earlier database/);
      await page.getByRole('heading', { level: 1, name: 'Bring an earlier database' }).waitFor();
      await page.getByRole('textbox', { name: 'Server', exact: true }).fill('audits-db.corp.example.com');
      await page.getByRole('textbox', { name: 'Database', exact: true }).fill('audits');
      await page.getByRole('textbox', { name: 'User name', exact: true }).fill('reader');
    },
  },
  {
    name: 'legacy-failed',
    open: async (page) => {
      await page.getByRole('textbox', { name: 'Server', exact: true }).fill('127.0.0.1');
      await page.getByRole('textbox', { name: 'Port', exact: true }).fill('1');
      await press(page, 'Look at it');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'legacy-preview',
    documents: 'moving-preview.png',
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
    documents: 'moving-report.png',
    open: async (page) => {
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('table', { name: 'What came' }).waitFor();
    },
  },
  {
    name: 'names',
    documents: 'moving-names.png',
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
