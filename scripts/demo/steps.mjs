import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support.mjs';
import { chooseOption, expect, waitFor, writeQuery } from './person.mjs';

// What the person of the walk does, one step after the other. Each step answers in words what it found; it throws when
// something is not as it should be. Facts are asked from the bridge, beside what the window shows.

const ciId = 'CI21324354';

const listConnectors = async ({ call }) => {
  const { groups } = await call('connectors', 'listByCi', { ciId });
  return groups.flatMap((group) => group.connectors);
};

const openApplicationId = async ({ call }) => (await call('applications', 'list', {}))[0].id;

const openStep = ({ page }, name) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click();

const heading = ({ page }, name) => page.getByRole('heading', { level: 1, name }).waitFor();

const start = {
  name: 'Start Tickmark',
  picture: 'start',
  run: async (walk) => {
    await walk.page.getByRole('button', { name: 'Open the demo audit' }).waitFor();
    const { version, electronVersion, keychain } = await walk.call('app', 'info');
    expect(keychain.available, 'the keychain is available');
    return `Tickmark ${version} on Electron ${electronVersion}, with a keychain`;
  },
};

const openDemo = {
  name: 'Open the demo audit',
  picture: 'demo-audit',
  run: async (walk) => {
    await walk.page.getByRole('button', { name: 'Open the demo audit' }).click();
    await heading(walk, 'Question analysis');
    await walk.page.getByRole('grid', { name: 'Question analysis' }).waitFor();
    const applicationId = await openApplicationId(walk);
    const questions = await walk.call('questions', 'list', { applicationId });
    const connectors = await listConnectors(walk);
    expect(connectors.length >= 2, 'there are at least two connectors');
    return `${questions.length} questions and ${connectors.length} connectors on ${ciId}`;
  },
};

const showConnectors = {
  name: 'See the connectors',
  picture: 'connectors',
  run: async (walk) => {
    await openStep(walk, /^Connectors/);
    await heading(walk, 'Connectors');
    const connectors = await listConnectors(walk);
    for (const { connectorName } of connectors) await walk.page.getByText(connectorName, { exact: true }).waitFor();
    return connectors.map(({ connectorName, environment }) => `${connectorName} (${environment})`).join(', ');
  },
};

const testConnector = {
  name: 'Test a connector',
  picture: 'connector-tested',
  run: async (walk) => {
    const find = async () =>
      (await listConnectors(walk)).find(({ connectorName }) => connectorName === 'Production HR');
    const before = await find();
    await walk.page.getByRole('button', { name: 'Test Production HR' }).click();
    await waitFor(async () => (await find()).lastTestedAt !== before.lastTestedAt, 'the connector was tested');
    const { status, target } = await find();
    expect(status === 'active', `the connector is active, not ${status}`);
    return target;
  },
};

const fillForm = async ({ page, serviceDesk }) => {
  const form = page.getByRole('dialog', { name: 'New connector' });
  const write = (name, text) => form.getByRole('textbox', { name, exact: true }).fill(text);
  await page.getByRole('button', { name: 'New connector' }).first().click();
  await form.getByRole('combobox', { name: 'Tool type' }).or(form.getByLabel('Tool type')).first().click();
  await page.getByRole('option', { name: 'MySQL / MariaDB' }).click();
  const { server, port, database, username, password } = serviceDesk?.connection ?? nobody;
  await write('Name', 'IT Service Desk');
  await form.getByRole('radio', { name: 'Non-production' }).check();
  await write('Server', server);
  await write('Port', port);
  await write('Database', database);
  await write('User name', username);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('checkbox', { name: 'Encrypt the connection (TLS)' }).uncheck();
  return form;
};

/** Where no MariaDB is installed, the form is still filled in; its test then says that nobody answers. */
const nobody = {
  server: '127.0.0.1',
  port: '1',
  database: 'service_desk',
  username: 'auditor',
  password: 'not-a-secret',
};

const fillConnectorForm = {
  name: 'Fill in a new connector and test it',
  picture: 'new-connector',
  run: async (walk) => {
    const form = await fillForm(walk);
    await form.getByRole('button', { name: 'Test connection' }).click();
    if (!walk.serviceDesk) return form.getByRole('alert').textContent();
    const outcome = form.getByText('Connected to', { exact: false });
    await outcome.waitFor();
    return outcome.textContent();
  },
};

const createConnector = {
  name: 'Create the connector, its password in the keychain',
  picture: 'connector-created',
  run: async (walk) => {
    await walk.page
      .getByRole('dialog', { name: 'New connector' })
      .getByRole('button', { name: 'Create connector' })
      .click();
    await walk.page.getByText('IT Service Desk', { exact: true }).waitFor();
    const created = (await listConnectors(walk)).find(({ connectorName }) => connectorName === 'IT Service Desk');
    expect(created.secretKeys.includes('password'), 'the keychain has the password');
    expect(
      !JSON.stringify(created).includes(walk.serviceDesk?.connection.password ?? nobody.password),
      'the password never comes back',
    );
    return `connector ${created.id}, secrets: ${created.secretKeys.join(', ')}`;
  },
};

const renameConnector = {
  name: 'Rename the connector',
  picture: 'connector-renamed',
  run: async (walk) => {
    const { page } = walk;
    await page.getByRole('button', { name: 'More actions for IT Service Desk' }).click();
    await page.getByRole('menuitem', { name: 'Rename …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename “IT Service Desk”' });
    await dialog.getByLabel('Name').fill('Service Desk');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Service Desk', { exact: true }).first().waitFor();
    const names = (await listConnectors(walk)).map(({ connectorName }) => connectorName);
    expect(names.includes('Service Desk') && !names.includes('IT Service Desk'), 'it has its new name only');
    return 'IT Service Desk is now Service Desk';
  },
};

const showQuestions = {
  name: 'Step 2: see the questions',
  picture: 'questions',
  run: async (walk) => {
    await openStep(walk, /^Questions/);
    await heading(walk, 'Questions');
    await walk.page.getByText('List all user accounts of the application', { exact: false }).first().waitFor();
    const questions = await walk.call('questions', 'list', { applicationId: await openApplicationId(walk) });
    return `${questions.length} questions of ${new Set(questions.map(({ process }) => process)).size} processes`;
  },
};

const openChoice = {
  name: 'Step 3: open the choice between two connectors',
  picture: 'analysis-choice',
  run: async (walk) => {
    await openStep(walk, /^Analysis/);
    await heading(walk, 'Question analysis');
    const choice = walk.page.getByRole('combobox', { name: 'Connector of question 1.23' });
    await choice.scrollIntoViewIfNeeded();
    expect((await choice.textContent()).includes('choose one of 2'), 'no connector is preselected');
    await choice.click();
    const options = await walk.page.getByRole('listbox', { name: 'connectors' }).getByRole('option').allInnerTexts();
    expect(options.length === 2, 'two connectors of the type are offered');
    return 'question 1.23 is ambiguous: two SQLite connectors, none preselected';
  },
};

const analysesById = async ({ call }, applicationId) => {
  const analyses = await call('analyses', 'list', { applicationId });
  return new Map(analyses.map((analysis) => [analysis.questionId, analysis]));
};

const choose = {
  name: 'Step 3: choose tool types and connectors',
  picture: 'analysis-chosen',
  run: async (walk) => {
    const { page } = walk;
    await page
      .getByRole('listbox', { name: 'connectors' })
      .getByRole('option', { name: /Production HR/ })
      .click();
    await chooseOption(page, 'Tool type of question 3.21', 'SQLite');
    await chooseOption(page, 'Connector of question 3.21', 'Production HR');
    await writeQuery(
      page,
      "SELECT kind, max(finished_at) AS last_backup FROM backups WHERE status = 'succeeded' GROUP BY kind ORDER BY kind",
    );
    await chooseOption(page, 'Connector of question 2.20', 'Service Desk');
    const applicationId = await openApplicationId(walk);
    const isDone = async () => {
      const analyses = await analysesById(walk, applicationId);
      const isChosen = [...analyses.values()].every(({ resolution }) => resolution === 'selected');
      return isChosen && analyses.get('3.21').query.startsWith('SELECT kind');
    };
    await waitFor(isDone, 'every question has its connector, and the query is saved');
    return 'every question points at exactly one connector';
  },
};

const check = {
  name: 'Step 4: check before running',
  picture: 'check',
  run: async (walk) => {
    await openStep(walk, /^Execution/);
    await heading(walk, 'Execution');
    await walk.page.getByRole('button', { name: 'Check before running' }).click();
    const summary = walk.page.getByRole('status').filter({ hasText: /\d+ ready/ });
    await summary.waitFor();
    const text = await summary.textContent();
    expect(text.includes('1 refused'), 'the one query that deletes is refused');
    return text;
  },
};

const showRefusal = {
  name: 'Step 4: see why a query is refused',
  picture: 'check-refused',
  run: async ({ page }) => {
    const row = page.getByRole('row').filter({ hasText: 'DELETE FROM login_events' });
    await row.scrollIntoViewIfNeeded();
    await row.getByRole('gridcell').nth(2).click();
    return (await row.getByText(/Refused/).textContent()).replaceAll(/\s+/g, ' ');
  },
};

const confirmProduction = {
  name: 'Step 4: asked before production',
  picture: 'confirm-production',
  run: async ({ page }) => {
    await page.getByRole('button', { name: /^Start \d+ runs$/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Run on production systems?' });
    await dialog.waitFor();
    const named = await dialog
      .getByRole('list', { name: 'Production connectors' })
      .getByRole('listitem')
      .allInnerTexts();
    return `${named.length} production connectors are named`;
  },
};

const run = {
  name: 'Step 4: run',
  picture: 'runs',
  run: async (walk) => {
    await walk.page.getByRole('button', { name: /^Run \d+ questions? on production$/ }).click();
    await walk.page.getByText(/^\d+ runs started$/).waitFor();
    await walk.page.getByRole('tab', { name: /^Runs/ }).click();
    await walk.page.getByRole('table', { name: 'Runs' }).waitFor();
    const applicationId = await openApplicationId(walk);
    const list = () => walk.call('executions', 'list', { applicationId });
    const isOver = ({ status }) => status !== 'queued' && status !== 'running';
    await waitFor(async () => (await list()).every(isOver), 'every run has ended');
    const executions = await list();
    walk.record.note('executions', executions.map(describeExecution));
    const failed = executions.filter(({ status, complete }) => status !== 'succeeded' || !complete);
    const expected = walk.serviceDesk ? [] : ['2.20'];
    expect(
      failed.every(({ questionId }) => expected.includes(questionId)),
      `these runs succeed: ${failed.map(({ questionId, error }) => `${questionId} (${error?.message})`).join(', ')}`,
    );
    const rows = executions.reduce((sum, { rowCount }) => sum + rowCount, 0);
    return `${executions.length} runs, ${rows} rows`;
  },
};

const describeExecution = ({ questionId, connectorName, environment, toolType, target, rowCount, sha256, status }) => ({
  question: questionId,
  connector: connectorName,
  environment,
  toolType,
  target,
  rows: rowCount,
  sha256,
  status,
});

const viewRunOf = async (page, questionNumber) => {
  await page.getByRole('textbox', { name: 'Search runs' }).fill(questionNumber);
  await page.getByRole('button', { name: `View the evidence of question ${questionNumber}` }).click();
};

const viewEvidence = {
  name: 'Look at the evidence',
  picture: 'evidence',
  run: async (walk) => {
    const { page } = walk;
    await viewRunOf(page, '1.12');
    await heading(walk, 'Evidence of question 1.12');
    const grid = page.getByRole('grid', { name: 'Evidence rows' });
    await grid.getByText('logins_after_leaving').waitFor();
    const executions = await walk.call('executions', 'list', { applicationId: await openApplicationId(walk) });
    const { id } = executions.find(({ questionId }) => questionId === '1.12');
    const { rows, total } = await walk.call('executions', 'rows', { executionId: id, offset: 0, limit: 1 });
    await grid.getByText(rows[0][0], { exact: true }).waitFor();
    return `${total} leavers whose accounts are open, the first is ${rows[0][0]}`;
  },
};

const scrollEvidence = {
  name: 'Jump to the last of many rows',
  picture: 'evidence-end',
  run: async (walk) => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Back to the runs' }).click();
    await viewRunOf(page, '1.41');
    const grid = page.getByRole('grid', { name: 'Evidence rows' });
    await grid.press('Control+End');
    const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
    await page.getByText(`Row ${count.toLocaleString('en-US')}`).waitFor();
    return `row ${count} of question 1.41`;
  },
};

const showPack = {
  name: 'Step 5: see what the pack holds',
  picture: 'pack-contents',
  run: async (walk) => {
    await openStep(walk, /^Evidence pack/);
    await heading(walk, 'Evidence pack');
    await walk.page.getByRole('table', { name: 'What the pack holds' }).waitFor();
    return walk.page
      .getByRole('status')
      .filter({ hasText: /evidence file/ })
      .first()
      .textContent();
  },
};

const exportPack = {
  name: 'Step 5: export the evidence pack and verify it without Tickmark',
  picture: 'pack-exported',
  run: async (walk) => {
    const { page, outputFolder } = walk;
    const fileName = 'Stark-G4-Q2CA2025.zip';
    const path = join(outputFolder, fileName);
    await walk.answerSaveDialog(path);
    await page.getByRole('button', { name: 'Export evidence pack…' }).click();
    const exported = page.getByRole('status', { name: 'Exported evidence pack' });
    await exported.waitFor();
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect((await exported.textContent()).includes(sha256), 'the window names the SHA-256 of the file');
    const files = Number(/(\d+) files/.exec(await exported.textContent())?.[1]);
    walk.record.note('pack', { fileName, sha256, files });
    const verifier = join(projectFolder, 'scripts/verify-pack.mjs');
    const said = execFileSync(process.execPath, [verifier, path], { encoding: 'utf8' });
    return said.trim().split('\n').at(-1);
  },
};

const auditLog = {
  name: 'See the audit log',
  picture: 'audit-log',
  run: async (walk) => {
    await openStep(walk, 'Audit log');
    await heading(walk, 'Audit log');
    const { valid, entries } = await walk.call('auditLog', 'verify');
    expect(valid, 'the chain of the audit log holds');
    return `${entries} entries, the chain holds`;
  },
};

const about = {
  name: 'See the program’s state',
  picture: 'about',
  run: async (walk) => {
    await openStep(walk, 'About');
    await heading(walk, 'About');
    return 'versions, data folder and keychain';
  },
};

export const steps = [
  start,
  openDemo,
  showConnectors,
  testConnector,
  fillConnectorForm,
  createConnector,
  renameConnector,
  showQuestions,
  openChoice,
  choose,
  check,
  showRefusal,
  confirmProduction,
  run,
  viewEvidence,
  scrollEvidence,
  showPack,
  exportPack,
  auditLog,
  about,
];
