import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { log } from '../support.mjs';
import { emptyScreens } from './empty-screens.mjs';
import { call, chooseFile, closeDialog, closeList, press, pressEscape, reload, step } from './getting-about.mjs';
import { movingScreens } from './moving-screens.mjs';
import { protectionScreens } from './protection-screens.mjs';

// Every screen of the window and how to come to it, for pictures of all of them and for the check of each with axe.

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

const overlay = (keys, name) => async (page) => {
  await page.keyboard.press(keys);
  await page.getByRole('dialog', { name }).waitFor();
};

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

const unreachable = {
  ciId: 'CI21324354',
  connectorName: 'Ledger, disaster recovery',
  connectorType: 'PostgreSQL DB',
  environment: 'production',
  configuration: { server: '127.0.0.1', port: 1, database: 'ledger', username: 'auditor', encrypt: false },
  secrets: { password: 'not-a-secret' },
};

const viewEvidence = async (page, question) => {
  await page.getByRole('textbox', { name: 'Search runs' }).fill(question);
  await press(page, `View the evidence of question ${question}`);
  // Its rows are there once a cell can be copied.
  await page.locator('button:enabled', { hasText: 'Copy cell' }).waitFor();
};

const chooseAction = async (page, name) => {
  await page
    .getByRole('button', { name: /^More actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name }).click();
};

/** In the order in which they are visited; `leave` undoes what would lie upon the next one. */
export const screens = [
  { name: 'start', open: (page) => page.getByRole('button', { name: 'Open the demo audit' }).waitFor() },
  {
    name: 'new-audit',
    open: async (page) => {
      await page.keyboard.press('Control+n');
      await page.getByRole('heading', { level: 1, name: 'New audit' }).waitFor();
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
    name: 'application',
    open: async (page) => {
      await page.getByRole('table').getByRole('button').first().click();
      await page.getByRole('heading', { level: 1, name: 'Application' }).waitFor();
    },
  },
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
  { name: 'analysis', open: step('Analysis', 'Question analysis') },
  {
    name: 'analysis-connectors',
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
    open: async (page) => {
      await press(page, 'Assign');
      await page.getByRole('dialog').getByLabel('Questions').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'analysis-recipes',
    open: async (page) => {
      await press(page, 'Recipes');
      await page.getByRole('dialog', { name: /^Recipes for/ }).waitFor();
    },
    leave: pressEscape,
  },
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
    name: 'compare-menu',
    open: async (page) => {
      await press(page, 'Back to the runs');
      await viewEvidence(page, '1.30');
      await press(page, 'Compare');
      await page.getByRole('menuitem').first().waitFor();
    },
    leave: closeList('menu'),
  },
  {
    name: 'compare',
    open: async (page) => {
      await press(page, 'Compare');
      await page.getByRole('menuitem', { name: /question 1\.31/ }).click();
      await page.getByRole('table', { name: 'Rows that differ' }).waitFor();
    },
  },
  { name: 'pack', open: step('Evidence pack', 'Evidence pack') },
  {
    name: 'pack-redaction',
    open: async (page) => {
      await press(page, 'Export without columns…');
      await page.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'pack-exported',
    open: async (page, { app, folder }) => {
      await chooseFile(app, join(folder, 'Stark G4.zip'));
      await press(page, 'Export evidence pack…');
      await page.getByText('SHA-256').first().waitFor();
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
  { name: 'overview', open: step('Overview', 'Overview') },
  { name: 'connectors', open: step('Connectors', 'Connectors') },
  {
    name: 'connector-form',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Edit / })
        .first()
        .click();
      await page.getByRole('dialog', { name: /^Edit/ }).waitFor();
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
      await page.getByRole('button', { name: 'More about this error' }).waitFor();
    },
  },
  { name: 'preferences', open: step('Preferences', 'Preferences') },
  { name: 'audit-log', open: step('Audit log', 'Audit log') },
  {
    name: 'audit-log-head',
    open: async (page) => {
      await press(page, 'Head and checkpoints…');
      await page.getByRole('dialog').getByText('Fingerprint').first().waitFor();
    },
    leave: pressEscape,
  },
  { name: 'about', open: step('About', 'About') },
  { name: 'palette', open: overlay('Control+k', 'Command palette'), leave: pressEscape },
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
    leave: pressEscape,
  },
  { name: 'shortcuts', open: overlay('Control+/', 'Keyboard shortcuts'), leave: pressEscape },
  {
    name: 'tour',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Find an audit, a page or an action' }).fill('guided');
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Guided tour' }).waitFor();
    },
    leave: (page) => press(page, 'Leave the tour'),
  },
  ...emptyScreens,
  ...movingScreens,
  ...protectionScreens,
];

/**
 * Goes through all screens; `look` is told the name of each while it is shown. `place` is the window (`app`, `page`), a
 * `folder` for files, and the path of an `earlierDatabase`. A screen that can't be shown ends the visit.
 */
export async function visitScreens(place, look, visited = screens) {
  for (const screen of visited) await visit(place, look, screen);
}

/** The same, but goes on with the next screen; answers which ones could not be shown. */
export async function visitWhatCanBeShown(place, look, visited = screens) {
  const failures = [];
  for (const screen of visited) {
    try {
      await visit(place, look, screen);
    } catch (error) {
      failures.push(screen.name);
      log(`${screen.name} could not be shown: ${error.message}`);
      await place.page.keyboard.press('Escape');
    }
  }
  return failures;
}

async function visit(place, look, { name, open, leave }) {
  const { page } = place;
  await open(page, place);
  // Nothing looks as if the pointer were on it.
  await page.mouse.move(0, 0);
  await settle(page);
  await look(name);
  await leave?.(page);
}

/** Nothing moves any more: what fades in has ended, and pages that are read when they are opened are there. */
export async function settle(page) {
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
}
