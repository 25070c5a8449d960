import { log } from '../support.mjs';
import { auditScreens } from './audit-screens.mjs';
import { emptyScreens } from './empty-screens.mjs';
import { helpScreens } from './help-screens.mjs';
import { madeUpScreens, problemScreens } from './made-up-screens.mjs';
import { movingScreens } from './moving-screens.mjs';
import { protectionScreens } from './protection-screens.mjs';
import { questionScreens } from './question-screens.mjs';
import { runScreens } from './run-screens.mjs';
import { settingsScreens } from './settings-screens.mjs';

// Every screen of the window and how to come to it, for pictures of all of them and for the check of each with axe.

/**
 * In the order in which they are visited; `leave` undoes what would lie upon the next one. `alike`: shows what others show
 * too, with other words; `placed`: finds its place in the window when it is opened.
 */
export const screens = [
  ...auditScreens,
  ...questionScreens,
  ...runScreens,
  ...settingsScreens,
  ...helpScreens,
  ...emptyScreens,
  ...movingScreens,
  ...protectionScreens,
];

/**
 * Goes through all screens; `look` is told the name of each while it is shown. `place` is the window (`app`, `page`), a
 * `folder` for files, and the path of an `earlierDatabase`. A screen that can't be shown ends the visit.
 */
export async function visitScreens(place, look, visited = [...screens, ...madeUpScreens, ...problemScreens]) {
  for (const screen of visited) await visit(place, look, screen);
}

/** The same, but goes on with the next screen; answers which ones could not be shown. */
export async function visitWhatCanBeShown(place, look, visited) {
  const failures = [];
  for (const screen of visited) {
    try {
      await visit(place, look, screen);
    } catch (error) {
      failures.push(screen.name);
      log(`${screen.name} could not be shown: ${error.message}`);
      await place.page.keyboard.press('Escape');
    }
  }
  return failures;
}

async function visit(place, look, screen) {
  const { name, open, leave } = screen;
  const { page } = place;
  await open(page, place);
  // Nothing looks as if the pointer were on it.
  await page.mouse.move(0, 0);
  await settle(page);
  await look(name, screen);
  await leave?.(page);
}

/** Nothing but a spinner moves any more: what fades in has ended, and pages that are read when they are opened are there. */
export async function settle(page) {
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect.getTiming().iterations === Infinity),
  );
}

/** Runs in the page. What changed is in the second frame from now, and in the second one after what was put off until there was time. */
export async function painted() {
  const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await twoFrames();
  await new Promise((done) => requestIdleCallback(done));
  await twoFrames();
}
