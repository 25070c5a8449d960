import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecord, pictureName } from './demo/record.mjs';
import { startServiceDesk } from './demo/service-desk.mjs';
import { steps } from './demo/steps.mjs';
import { openWindow } from './demo/window.mjs';
import { log, projectFolder, runMain } from './support.mjs';

// The walk itself, inside a desktop session: see demo.mjs. --into=FOLDER: writes there instead.

const into = process.argv.find((argument) => argument.startsWith('--into='))?.slice('--into='.length);
const outputFolder = into ?? join(projectFolder, 'out/demo');
const documentedFolder = join(projectFolder, 'docs/pictures');

await runMain(async () => {
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const workFolder = mkdtempSync(join(tmpdir(), 'tickmark-demo-'));
  // Database servers run under accounts of their own, which have to reach their folders in it.
  chmodSync(workFolder, 0o711);
  const serviceDesk = await startServiceDesk(join(workFolder, 'service-desk'));
  try {
    return await walk(workFolder, serviceDesk);
  } finally {
    await serviceDesk?.stop();
    rmSync(workFolder, { recursive: true, force: true });
  }
});

async function walk(workFolder, serviceDesk) {
  const record = createRecord(outputFolder);
  const window = await openWindow(join(workFolder, 'data'), outputFolder);
  try {
    const context = { ...window, record, serviceDesk, outputFolder };
    for (const [index, step] of steps.entries()) await record.take(index + 1, step, context);
    record.note('complaints', window.complaints);
  } finally {
    await window.close();
  }
  const ok = record.finish();
  if (ok && process.argv.includes('--docs')) updateDocumentation();
  log(`Pictures, the evidence pack and summary.json are in ${outputFolder}.`);
  return ok ? 0 : 1;
}

/** The pictures that README and docs show are those of this walk. */
function updateDocumentation() {
  for (const [index, step] of steps.entries()) {
    for (const [theme, name] of Object.entries(step.documents ?? {})) {
      copyFileSync(join(outputFolder, `${pictureName(index + 1, step)}-${theme}.png`), join(documentedFolder, name));
    }
  }
  log(`Brought the pictures in ${documentedFolder} up to date.`);
}
