import { call, closeDialog, go, press, pressEscape, reload } from './getting-about.mjs';

const archived = {
  auditName: 'Q4CA2024',
  name: 'Payroll',
  ciId: 'CI77000123',
  startDate: '2024-10-01',
  endDate: '2024-12-31',
};

/** The audits, and what one of them is. */
export const auditScreens = [
  { name: 'start', open: (page) => page.getByRole('button', { name: 'Open the demo audit' }).waitFor() },
  {
    name: 'new-audit',
    open: async (page) => {
      await page.keyboard.press('Control+n');
      await page.getByRole('heading', { level: 1, name: 'New audit' }).waitFor();
    },
  },
  {
    name: 'new-audit-refused',
    open: async (page) => {
      await press(page, 'Create audit');
      await page.getByText('Give the audit a name.').waitFor();
    },
  },
  {
    name: 'audits',
    open: async (page) => {
      await call(page, 'app', 'openDemo');
      await reload(page);
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'audits-archived',
    open: async (page) => {
      const { id } = await call(page, 'applications', 'create', archived);
      await call(page, 'applications', 'archive', { id });
      await reload(page);
      await page.getByRole('table', { name: 'Archived audits' }).waitFor();
    },
  },
  {
    name: 'audits-purge',
    alike: true,
    open: async (page) => {
      await page.getByRole('button', { name: /^Purge audit/ }).click();
      await page.getByRole('dialog', { name: /^Purge/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'audit-archived',
    open: async (page) => {
      await page.getByRole('button', { name: /^Open evidence/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Evidence pack' }).waitFor();
    },
    leave: async (page) => {
      await go(page, 'Audits');
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'application',
    open: async (page) => {
      await page.getByRole('table').getByRole('button').first().click();
      await page.getByRole('heading', { level: 1, name: 'Application' }).waitFor();
    },
  },
  {
    name: 'application-archive',
    open: async (page) => {
      await press(page, 'Archive audit');
      await page.getByRole('dialog', { name: /^Archive/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'application-remove',
    alike: true,
    open: async (page) => {
      await press(page, 'Remove audit');
      await page.getByRole('dialog', { name: /^Remove/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'application-discard',
    alike: true,
    open: async (page) => {
      await page.getByLabel('Application name').fill('Stark G5');
      await go(page, 'Questions');
      await page.getByRole('dialog', { name: 'Discard unsaved changes?' }).waitFor();
    },
    leave: async (page) => {
      await closeDialog(page, 'Discard changes');
      await page.getByRole('heading', { level: 1, name: 'Questions' }).waitFor();
    },
  },
];
