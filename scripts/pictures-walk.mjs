import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { germanScreens } from './demo/german-screens.mjs';
import { call, reload } from './demo/getting-about.mjs';
import { movingScreens } from './demo/moving-screens.mjs';
import { settle, visitWhatCanBeShown } from './demo/screens.mjs';
import { openWindow, resize } from './demo/window.mjs';
import { log, projectFolder, runMain } from './support.mjs';

// The walk itself, inside a desktop session: see pictures.mjs.

const outputFolder = join(projectFolder, 'out/pictures');
const documentedFolder = join(projectFolder, 'docs/pictures');
const forDocs = process.argv.includes('--docs');

/** `zoom` is what View › Zoom in does: 2 is text at 200 %. */
const views = [
  { name: '1280x800', width: 1280, height: 800, zoom: 1, colorScheme: 'light' },
  { name: '1280x800-dark', width: 1280, height: 800, zoom: 1, colorScheme: 'dark' },
  { name: '1920x1080', width: 1920, height: 1080, zoom: 1, colorScheme: 'light' },
  { name: '200-percent', width: 1280, height: 800, zoom: 2, colorScheme: 'light' },
  { name: '200-percent-dark', width: 1280, height: 800, zoom: 2, colorScheme: 'dark' },
];

const germanViews = views.filter(({ name }) => name === '1280x800' || name === '200-percent');

await runMain(async () => {
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const workFolder = mkdtempSync(join(tmpdir(), 'tickmark-pictures-'));
  chmodSync(workFolder, 0o711);
  const earlierDatabase = join(workFolder, 'earlier.db');
  await writeEarlierDatabase(earlierDatabase);
  const { app, page, close } = await openWindow(join(workFolder, 'data'), outputFolder);
  const place = { app, page, folder: workFolder, earlierDatabase };
  const failures = [];
  let taken = 0;
  const take = async (file, view) => {
    await show(app, page, view);
    await settle(page);
    await page.evaluate(painted);
    writeFileSync(file, await picture(app));
    taken += 1;
  };
  const takeAll = async (name, wanted) => {
    for (const view of wanted) await take(join(outputFolder, `${name}-${view.name}.png`), view);
    await show(app, page, views[0]);
  };
  const takeDocumented = async (name) => {
    const { documents } = movingScreens.find((screen) => screen.name === name);
    if (documents) await take(join(documentedFolder, documents), views[0]);
  };
  const takeEveryScreen = async () => {
    failures.push(...(await visitWhatCanBeShown(place, (screen) => takeAll(screen, views))));
    await call(page, 'preferences', 'set', { language: 'de' });
    await reload(page);
    const takeGerman = (screen) => takeAll(`german-${screen}`, germanViews);
    failures.push(...(await visitWhatCanBeShown(place, takeGerman, germanScreens)));
  };
  try {
    if (forDocs) failures.push(...(await visitWhatCanBeShown(place, takeDocumented, movingScreens)));
    else await takeEveryScreen();
  } finally {
    await close();
    rmSync(workFolder, { recursive: true, force: true });
  }
  log(`${taken} pictures are in ${forDocs ? documentedFolder : outputFolder}.`);
  return failures.length === 0 ? 0 : 1;
});

/** What changed is in the second frame from now. */
function painted() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

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
