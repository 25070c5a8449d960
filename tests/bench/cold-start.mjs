import { join } from 'node:path';
import { projectFolder } from '../../scripts/support.mjs';
import { launch, median, rounded, withFolder } from './measure.mjs';
import { processorMilliseconds } from './process-tree.mjs';

const runs = 7;
const emptyWindow = join(projectFolder, 'tests/bench/empty-window');

/** From starting the process until the button can be clicked: by the clock, and what the processor did for it. */
const timeToButton = async (application, buttonName, folder) => {
  const startedAt = performance.now();
  const { app, page } = await launch(application, folder);
  await page.getByRole('button', { name: buttonName }).first().click({ trial: true });
  const clock = performance.now() - startedAt;
  const processor = process.platform === 'linux' ? processorMilliseconds(app.process().pid) : undefined;
  await app.close();
  return { clock, processor };
};

/** One start on a new data folder, and the next one on the same. */
const startTwice = (application, buttonName) =>
  withFolder(async (folder) => ({
    first: await timeToButton(application, buttonName, folder),
    next: await timeToButton(application, buttonName, folder),
  }));

/** Tickmark's start beside an empty window of the same Electron; the two in turn. */
export const measureColdStart = async () => {
  const tickmark = [];
  const empty = [];
  for (let run = 0; run < runs; run += 1) {
    empty.push(await startTwice(emptyWindow, 'Ready'));
    tickmark.push(await startTwice(projectFolder, 'New audit'));
  }
  const compare = (what, figureOf) => {
    const [own, peer] = [tickmark.map(figureOf), empty.map(figureOf)];
    if (own.includes(undefined)) return [];
    return [
      {
        what,
        unit: 'ms',
        tickmark: rounded(median(own)),
        peer: 'empty Electron window',
        peerFigure: rounded(median(peer)),
        ratio: rounded(median(own.map((figure, run) => figure / peer[run])), 2),
      },
    ];
  };
  return [
    ...compare('start to a clickable window, new data folder', ({ first }) => first.clock),
    ...compare('the same, processor time', ({ first }) => first.processor),
    ...compare('start to a clickable window, folder in use', ({ next }) => next.clock),
    ...compare('the same, processor time', ({ next }) => next.processor),
  ];
};
