import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { settle, visitScreens } from './demo/screens.mjs';
import { openWindow, resize } from './demo/window.mjs';
import { log, projectFolder, runMain } from './support.mjs';

// The walk itself, inside a desktop session: see pictures.mjs.

const outputFolder = join(projectFolder, 'out/pictures');

/** `zoom` is what View › Zoom in does: 2 is text at 200 %. */
const views = [
  { name: '1280x800', width: 1280, height: 800, zoom: 1, colorScheme: 'light' },
  { name: '1280x800-dark', width: 1280, height: 800, zoom: 1, colorScheme: 'dark' },
  { name: '1920x1080', width: 1920, height: 1080, zoom: 1, colorScheme: 'light' },
  { name: '200-percent', width: 1280, height: 800, zoom: 2, colorScheme: 'light' },
];

await runMain(async () => {
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const workFolder = mkdtempSync(join(tmpdir(), 'tickmark-pictures-'));
  chmodSync(workFolder, 0o711);
  const earlierDatabase = join(workFolder, 'earlier.db');
  await writeEarlierDatabase(earlierDatabase);
  const { app, page, close } = await openWindow(join(workFolder, 'data'), outputFolder);
  let taken = 0;
  try {
    await visitScreens({ app, page, folder: workFolder, earlierDatabase }, async (screen) => {
      for (const view of views) {
        await show(app, page, view);
        await settle(page);
        writeFileSync(join(outputFolder, `${screen}-${view.name}.png`), await picture(app));
        taken += 1;
      }
      await show(app, page, views[0]);
    });
  } finally {
    await close();
    rmSync(workFolder, { recursive: true, force: true });
  }
  log(`${taken} pictures are in ${outputFolder}.`);
  return 0;
});

/** The same as the tests of moving read. */
async function writeEarlierDatabase(path) {
  const { module } = await runnerImport(join(projectFolder, 'tests/servers/earlier-database.ts'));
  module.writeSqliteFile(path, module.earlierTables());
}

// A screenshot by way of the page would show a zoomed page at its usual size, cut off.
async function picture(app) {
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0].webContents.capturePage();
    return image.toPNG().toString('base64');
  });
  return Buffer.from(base64, 'base64');
}

async function show(app, page, { width, height, zoom, colorScheme }) {
  await page.emulateMedia({ colorScheme });
  await app.evaluate(
    ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0].webContents.setZoomFactor(factor),
    zoom,
  );
  await resize(app, page, { width, height }, zoom);
}
