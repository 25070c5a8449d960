// Every screen of the window and how to come to it, for pictures of all of them and for the check of each with axe.

const go = (page, name) =>
  page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll('nav[aria-label="Main"] button')];
    buttons.find((button) => button.textContent.trim().replace(/^\d/, '').startsWith(wanted))?.click();
  }, name);

const step = (name, title) => async (page) => {
  await go(page, name);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};

const call = async (page, area, method, input) => {
  const answer = await page.evaluate(
    ([areaName, methodName, given]) => window.tickmark[areaName][methodName](given),
    [area, method, input],
  );
  if (!answer.ok) throw new Error(`${area}.${method}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
};

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

const closed = (page) => page.getByRole('dialog').first().waitFor({ state: 'detached' });

const pressEscape = async (page) => {
  await page.keyboard.press('Escape');
  await closed(page);
};

const overlay = (keys, name) => async (page) => {
  await page.keyboard.press(keys);
  await page.getByRole('dialog', { name }).waitFor();
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
  { name: 'pack', open: step('Evidence pack', 'Evidence pack') },
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
    leave: (page) => page.getByRole('button', { name: 'Leave the tour' }).click(),
  },
];

/** Goes through all screens; `look` is told the name of each while it is shown. */
export async function visitScreens(page, look) {
  for (const { name, open, leave } of screens) {
    await open(page);
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
