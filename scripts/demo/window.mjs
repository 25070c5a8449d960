import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { findElectronRuntime, sandboxArguments } from '../electron-runtime.mjs';
import { projectFolder } from '../support.mjs';

const usualSize = { width: 1440, height: 900 };
const smallSize = { width: 1280, height: 800 };
const longestWait = 20_000;

const mainNavigation = (page) => page.getByRole('navigation', { name: 'Main' });

/**
 * Starts the built Tickmark on a data folder and, unless another is given, a keychain service of its own. `isOpen` resolves
 * once the window shows what it is to show.
 */
export async function openWindow(dataFolder, pictureFolder, options = {}) {
  const { keychainService = `Tickmark demo ${randomUUID()}`, isOpen = (page) => mainNavigation(page).waitFor() } =
    options;
  const app = await _electron.launch({
    executablePath: findElectronRuntime().executable,
    args: [projectFolder, '--lang=en-US', ...sandboxArguments()],
    env: {
      ...process.env,
      LANGUAGE: 'en',
      TICKMARK_DATA_DIR: dataFolder,
      TICKMARK_KEYCHAIN_SERVICE: keychainService,
    },
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(longestWait);
  const complaints = listenForComplaints(page);
  await resize(app, page, usualSize);
  await isOpen(page);
  return {
    app,
    page,
    complaints,
    /** Calls the bridge as the page does and answers the value; a failure of the call is thrown. */
    call: (area, method, input) => callBridge(page, area, method, input),
    /** What the next dialog for saving a file answers. */
    answerSaveDialog: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path),
    takePictures: (name) => takePictures(app, page, join(pictureFolder, name)),
    close: async () => {
      await forgetSecrets(page);
      await app.close();
    },
  };
}

function listenForComplaints(page) {
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

export async function resize(app, page, { width, height }, zoom = 1) {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0].setContentSize(...size),
    [width, height],
  );
  await page.waitForFunction((expected) => Math.abs(window.innerWidth - expected) < 2, width / zoom);
}

/** Light, dark, and light in a smaller window. */
async function takePictures(app, page, path) {
  await page.emulateMedia({ colorScheme: 'light' });
  await picture(page, `${path}-light.png`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${path}-dark.png`);
  await page.emulateMedia({ colorScheme: 'light' });
  await resize(app, page, smallSize);
  await picture(page, `${path}-1280x800.png`);
  await resize(app, page, usualSize);
}

/** Nothing moves in a picture: what fades in or out has ended, and the pointer is out of the way. */
async function picture(page, path) {
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  await page.screenshot({ path });
}

async function callBridge(page, area, method, input) {
  const answer = await page.evaluate(
    ([areaName, methodName, given]) => window.tickmark[areaName][methodName](given),
    [area, method, input],
  );
  if (!answer.ok) throw new Error(`${area}.${method}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

/** The walk leaves nothing in the person's keychain. */
async function forgetSecrets(page) {
  const cis = await callBridge(page, 'connectors', 'listCis');
  for (const { ciId } of cis) {
    const { groups } = await callBridge(page, 'connectors', 'listByCi', { ciId });
    for (const { id } of groups.flatMap((group) => group.connectors)) {
      await callBridge(page, 'connectors', 'remove', { id });
    }
  }
}
