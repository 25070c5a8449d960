import { call, closeDialog, closeList, offPaper, onPaper, press, pressEscape, reload, step } from './getting-about.mjs';

const unreachable = {
  ciId: 'CI21324354',
  connectorName: 'Ledger, disaster recovery',
  connectorType: 'PostgreSQL DB',
  environment: 'production',
  configuration: { server: '127.0.0.1', port: 1, database: 'ledger', username: 'auditor', encrypt: false },
  secrets: { password: 'not-a-secret' },
};

const chooseAction = async (page, name) => {
  await page
    .getByRole('button', { name: /^More actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name }).click();
};

/** Settings and the log. */
export const settingsScreens = [
  { name: 'connectors', open: step('Connectors', 'Connectors') },
  {
    name: 'connectors-nothing',
    open: async (page) => {
      await page.getByLabel('Search connectors').fill('mainframe');
      await page.getByText('Nothing found').waitFor();
    },
    leave: (page) => page.getByLabel('Search connectors').fill(''),
  },
  {
    name: 'connector-new',
    alike: true,
    open: async (page) => {
      await press(page, 'New connector');
      await page.getByRole('dialog', { name: 'New connector' }).waitFor();
    },
  },
  {
    name: 'connector-new-types',
    alike: true,
    placed: true,
    open: (page) => page.getByRole('combobox', { name: 'Tool type' }).click(),
    leave: closeList('listbox'),
  },
  {
    name: 'connector-new-type',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Tool type' }).click();
      await page.getByRole('option', { name: 'SQL Server DB' }).click();
      await page.getByRole('textbox', { name: 'Server', exact: true }).waitFor();
    },
  },
  {
    name: 'connector-new-refused',
    open: async (page) => {
      await press(page, 'Create connector');
      await page.getByText('Not saved').waitFor();
    },
  },
  {
    name: 'connector-discard',
    alike: true,
    open: async (page) => {
      await page.getByRole('textbox', { name: /^Name/ }).fill('Reporting');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Discard unsaved changes?' }).waitFor();
    },
    leave: (page) => closeDialog(page, 'Discard changes'),
  },
  {
    name: 'connector-form',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Edit / })
        .first()
        .click();
      await page.getByRole('dialog', { name: /^Edit/ }).waitFor();
    },
  },
  {
    name: 'connector-tested',
    open: async (page) => {
      await press(page, 'Test connection');
      await page.getByText('Rights').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'connector-menu',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^More actions for/ })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
    },
    leave: closeList('menu'),
  },
  {
    name: 'connector-rename',
    open: async (page) => {
      await chooseAction(page, /^Rename/);
      await page.getByRole('dialog', { name: /^Rename/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'connector-duplicate',
    alike: true,
    open: async (page) => {
      await chooseAction(page, /^Duplicate/);
      await page.getByRole('dialog', { name: /^Duplicate/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'connector-delete',
    open: async (page) => {
      await chooseAction(page, /^Delete/);
      await page.getByRole('dialog', { name: /^Delete/ }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'connector-failed',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Edit / })
        .first()
        .waitFor();
      await call(page, 'connectors', 'create', unreachable);
      await reload(page);
      await step('Connectors', 'Connectors')(page);
      await press(page, `Test ${unreachable.connectorName}`);
      await page.getByRole('button', { name: `More about the state of ${unreachable.connectorName}` }).waitFor();
    },
  },
  {
    name: 'connector-failed-whole',
    open: async (page) => {
      await press(page, `More about the state of ${unreachable.connectorName}`);
      await page.getByRole('button', { name: 'More about this error' }).waitFor();
    },
  },
  { name: 'preferences', open: step('Preferences', 'Preferences') },
  {
    name: 'audit-log',
    open: async (page) => {
      await step('Audit log', 'Audit log')(page);
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'audit-log-entry',
    open: (page) => page.getByRole('table').getByRole('button', { expanded: false }).first().click(),
    leave: (page) => page.getByRole('table').getByRole('button', { expanded: true }).click(),
  },
  {
    name: 'audit-log-connectors',
    placed: true,
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Connector' }).click();
      await page.getByRole('option').first().waitFor();
    },
    leave: closeList('listbox'),
  },
  {
    name: 'audit-log-nothing',
    open: async (page) => {
      await page.getByRole('textbox', { name: 'Search the log' }).fill('mainframe');
      await page.getByText('No entry passes these filters').waitFor();
    },
    leave: (page) => page.getByRole('textbox', { name: 'Search the log' }).fill(''),
  },
  {
    name: 'audit-log-head',
    open: async (page) => {
      await press(page, 'Head and checkpoints…');
      await page.getByRole('dialog').getByText('Fingerprint').first().waitFor();
    },
  },
  { name: 'audit-log-sheet', alike: true, open: onPaper, leave: offPaper },
  { name: 'about', open: step('About', 'About') },
];
