import { join } from 'node:path';
import { projectFolder } from '../../scripts/support.mjs';
import { launch, median, rounded, withFolder } from './measure.mjs';

const runs = 7;
const emptyWindow = join(projectFolder, 'tests/bench/empty-window');

/** Milliseconds from starting the process until the button can be clicked. */
const timeToButton = (application, buttonName) =>
  withFolder(async (folder) => {
    const startedAt = performance.now();
    const { app, page } = await launch(application, folder);
    await page.getByRole('button', { name: buttonName }).first().click({ trial: true });
    const milliseconds = performance.now() - startedAt;
    await app.close();
    return milliseconds;
  });

/** Tickmark's start, on a new store, beside an empty window of the same Electron; the two in turn. */
export const measureColdStart = async () => {
  const tickmark = [];
  const empty = [];
  for (let run = 0; run < runs; run += 1) {
    empty.push(await timeToButton(emptyWindow, 'Ready'));
    tickmark.push(await timeToButton(projectFolder, 'New audit'));
  }
  return [
    {
      what: 'cold start to a clickable window',
      unit: 'ms',
      tickmark: rounded(median(tickmark)),
      peer: 'empty Electron window',
      peerFigure: rounded(median(empty)),
      ratio: rounded(median(tickmark.map((figure, run) => figure / empty[run]))),
    },
  ];
};
