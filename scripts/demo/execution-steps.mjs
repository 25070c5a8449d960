import { countMissing, heading, openApplicationId, openStep } from './facts.mjs';
import { expect, waitFor } from './person.mjs';

export const check = {
  name: 'Step 4: check before running',
  picture: 'check',
  run: async (walk) => {
    await openStep(walk, /^Execution/);
    await heading(walk, 'Execution');
    await walk.page.getByRole('button', { name: 'Check before running' }).click();
    const summary = walk.page.getByRole('status').filter({ hasText: /\d+ ready/ });
    await summary.waitFor();
    const text = await summary.textContent();
    const refused = 1 + (await countMissing(walk));
    expect(text.includes(` ${refused} refused`), 'the one query that deletes is refused');
    return text;
  },
};

export const showRefusal = {
  name: 'Step 4: see why a query is refused',
  picture: 'check-refused',
  run: async ({ page }) => {
    const row = page.getByRole('row').filter({ hasText: 'DELETE FROM login_events' });
    await page.getByRole('button', { name: 'Show only the refused' }).click();
    await row.getByRole('gridcell').nth(2).click();
    return (await row.getByText(/Refused/).textContent()).replaceAll(/\s+/g, ' ');
  },
};

export const confirmProduction = {
  name: 'Step 4: asked before production',
  picture: 'confirm-production',
  run: async ({ page }) => {
    await page.getByRole('button', { name: /^Start \d+ runs$/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Run on .*production system/ });
    await dialog.waitFor();
    const named = await dialog
      .getByRole('list', { name: 'Production connectors' })
      .getByRole('listitem')
      .allInnerTexts();
    return `${named.length} production connectors are named`;
  },
};

export const run = {
  name: 'Step 4: run',
  picture: 'runs',
  run: async (walk) => {
    await walk.page.getByRole('button', { name: /^Start \d+ runs?\b.* on production$/ }).click();
    await walk.page.getByRole('tab', { name: /^Runs/ }).click();
    await walk.page.getByRole('grid', { name: 'Runs' }).waitFor();
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
