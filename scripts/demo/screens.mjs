import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, chooseFile, press, pressEscape, step } from './getting-about.mjs';
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
      await page.reload();
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
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'analysis-coverage',
    open: async (page) => {
      await press(page, 'Coverage');
      await page.getByRole('dialog', { name: 'Coverage: processes and states' }).waitFor();
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
      await page
        .getByRole('button', { name: /^View the evidence of question/ })
        .first()
        .click();
      await page.getByRole('grid', { name: 'Evidence rows' }).waitFor();
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
      await press(page, 'Compare');
      await page.getByRole('menuitem').first().waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'compare',
    open: async (page) => {
      await press(page, 'Compare');
      await page
        .getByRole('menuitem', { name: /Run \d+ · question/ })
        .first()
        .click();
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
    leave: (page) => page.keyboard.press('Escape'),
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
  ...movingScreens,
  ...protectionScreens,
];

/**
 * Goes through all screens; `look` is told the name of each while it is shown. `place` is the window (`app`, `page`), a
 * `folder` for files, and the path of an `earlierDatabase`.
 */
export async function visitScreens(place, look) {
  const { page } = place;
  for (const { name, open, leave } of screens) {
    await open(page, place);
    await settle(page);
    await look(name);
    await leave?.(page);
  }
}

/** Nothing moves any more: what fades in has ended, and pages that are read when they are opened are there. */
export async function settle(page) {
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
}
