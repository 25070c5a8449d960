import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { germanScreens } from './demo/german-screens.mjs';
import { call } from './demo/getting-about.mjs';
import { layoutFaults } from './demo/layout-faults.mjs';
import { madeUpScreens, problemScreens } from './demo/made-up-screens.mjs';
import { movingScreens } from './demo/moving-screens.mjs';
import { passphrase } from './demo/protection-screens.mjs';
import { painted, screens, settle, visitWhatCanBeShown } from './demo/screens.mjs';
import { openWindow, resize } from './demo/window.mjs';
import { log, projectFolder, runMain } from './support.mjs';

// The walk itself, inside a desktop session: see pictures.mjs.

const outputFolder = join(projectFolder, 'out/pictures');
const documentedFolder = join(projectFolder, 'docs/pictures');
const forDocs = process.argv.includes('--docs');
/** A pattern of the names of the pictures that are wanted, e.g. `german-connector` or `store.*1280`; the others stay as they are. */
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const wantedNames = new RegExp(only);

/** `zoom` is what View › Zoom in does: 2 is text at 200 %. `whole`: what has to be scrolled to is pictured too. */
const views = [
  { name: '1280x800', width: 1280, height: 800, zoom: 1, colorScheme: 'light', whole: true },
  { name: '1280x800-dark', width: 1280, height: 800, zoom: 1, colorScheme: 'dark' },
  { name: '1920x1080', width: 1920, height: 1080, zoom: 1, colorScheme: 'light' },
  { name: '200-percent', width: 1280, height: 800, zoom: 2, colorScheme: 'light', whole: true },
  { name: '200-percent-dark', width: 1280, height: 800, zoom: 2, colorScheme: 'dark' },
];

const germanViews = views.filter(({ name }) => name === '1280x800' || name === '200-percent');

await runMain(async () => {
  if (only === '') rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const workFolder = mkdtempSync(join(tmpdir(), 'tickmark-pictures-'));
  chmodSync(workFolder, 0o711);
  const earlierDatabase = join(workFolder, 'earlier.db');
  await writeEarlierDatabase(earlierDatabase);
  const keychainService = `Tickmark pictures ${randomUUID()}`;
  const open = (isOpen) => openWindow(join(workFolder, 'data'), outputFolder, { keychainService, isOpen });
  const place = { ...(await open()), folder: workFolder, earlierDatabase };
  const failures = [];
  /** Each fault of layout, with where it was seen. */
  const faults = new Map();
  let taken = 0;
  const take = async (file, view) => {
    await show(place, view);
    await settle(place.page);
    await place.page.evaluate(painted);
    writeFileSync(file, await picture(place.app));
    taken += 1;
  };
  /** What lies below, a windowful at a time; of long texts only the first of it. */
  const takeBelow = async (path) => {
    let part = 1;
    for (; part <= 4 && (await place.page.evaluate(scrollOn)); part += 1) {
      await place.page.evaluate(painted);
      writeFileSync(`${path}-below-${part}.png`, await picture(place.app));
      taken += 1;
    }
    if (part > 1) await place.page.evaluate(scrollBack);
  };
  /** What finds its place where there is room when it opens is opened in each view. */
  const openAgain = async (screen, view) => {
    await screen.leave(place.page);
    await show(place, view);
    await screen.open(place.page, place);
    await place.page.mouse.move(0, 0);
  };
  const takeAll = async (name, screen, wanted) => {
    for (const view of wanted) {
      const path = join(outputFolder, `${name}-${view.name}`);
      if (!wantedNames.test(`${name}-${view.name}`)) continue;
      if (screen.placed) await openAgain(screen, view);
      await take(`${path}.png`, view);
      for (const fault of await place.page.evaluate(layoutFaults)) {
        faults.set(fault, [...(faults.get(fault) ?? []), `${name}-${view.name}`]);
      }
      if (view.whole) await takeBelow(path);
    }
    await show(place, views[0]);
  };
  const takeDocumented = async (name) => {
    const { documents } = movingScreens.find((screen) => screen.name === name);
    if (documents) await take(join(documentedFolder, documents), views[0]);
  };
  const speak = (language) => call(place.page, 'preferences', 'set', { language });
  /** In another language as a person meets it: fields write dates in the language that the program started in. */
  const startAnewIn = async (language) => {
    await speak(language);
    await place.app.close();
    Object.assign(place, await open(unlock));
  };
  const takeEnglish = async (visited) => {
    const look = (name, screen) => takeAll(name, screen, views);
    failures.push(...(await visitWhatCanBeShown(place, look, visited)));
  };
  const takeGerman = async (visited) => {
    const look = (name, screen) => takeAll(`german-${name}`, screen, germanViews);
    failures.push(...(await visitWhatCanBeShown(place, look, visited)));
  };
  const takeEveryScreen = async () => {
    await takeEnglish(screens);
    await startAnewIn('de');
    await takeGerman(germanScreens);
    await takeGerman(madeUpScreens);
    await startAnewIn('en');
    await takeEnglish([...madeUpScreens, ...problemScreens]);
    await speak('de');
    await takeGerman(problemScreens);
  };
  try {
    if (forDocs) failures.push(...(await visitWhatCanBeShown(place, takeDocumented, movingScreens)));
    else await takeEveryScreen();
  } finally {
    await place.close();
    rmSync(workFolder, { recursive: true, force: true });
  }
  for (const [fault, places] of faults) log(`${fault}, in ${places.join(', ')}`);
  log(
    `${taken} pictures are in ${forDocs ? documentedFolder : outputFolder}; ${faults.size} faults of layout were found.`,
  );
  return failures.length + faults.size === 0 ? 0 : 1;
});

/** The walk has encrypted its data by then. */
async function unlock(page) {
  await page.locator('input').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.locator('nav').first().waitFor();
}

/** Scrolls the dialog on top, or else the page, by nearly a windowful; answers false at the end. Lists of rows stay. */
function scrollOn() {
  const within = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.querySelector('#root');
  const scroller = [within, ...within.querySelectorAll('*')].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 8 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      !element.closest('nav, pre, [role="listbox"]') &&
      !element.matches(':has(> [role="table"], > [role="grid"], > [role="list"], > [role="listbox"])'),
  );
  if (!scroller) return false;
  const before = scroller.scrollTop;
  scroller.dataset.scrolledFrom ??= String(before);
  scroller.scrollTop += scroller.clientHeight - 48;
  return scroller.scrollTop > before;
}

function scrollBack() {
  for (const scroller of document.querySelectorAll('[data-scrolled-from]')) {
    scroller.scrollTop = Number(scroller.dataset.scrolledFrom);
    delete scroller.dataset.scrolledFrom;
  }
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

async function show({ app, page }, { width, height, zoom, colorScheme }) {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, colorScheme);
  await app.evaluate(
    ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0].webContents.setZoomFactor(factor),
    zoom,
  );
  await resize(app, page, { width, height }, zoom);
}
