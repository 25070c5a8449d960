import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support.mjs';
import { heading, openApplicationId, openStep } from './facts.mjs';
import { expect } from './person.mjs';

const viewRunOf = async (page, questionNumber) => {
  await page.getByRole('textbox', { name: 'Search runs' }).fill(questionNumber);
  await page.getByRole('button', { name: `View the evidence of question ${questionNumber}` }).click();
};

export const viewEvidence = {
  name: 'Look at the evidence',
  picture: 'evidence',
  documents: { light: 'evidence.png' },
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

export const scrollEvidence = {
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

export const showPack = {
  name: 'Step 5: see what the pack holds',
  picture: 'pack-contents',
  run: async (walk) => {
    await openStep(walk, /^Evidence pack/);
    await heading(walk, 'Evidence pack');
    await walk.page.getByRole('grid', { name: 'What the pack holds' }).waitFor();
    return walk.page
      .getByRole('status')
      .filter({ hasText: /evidence file/ })
      .first()
      .textContent();
  },
};

export const exportPack = {
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
