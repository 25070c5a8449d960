import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { projectFolder } from '../../scripts/support.mjs';
import { launch, median, rounded, withFolder } from './measure.mjs';
import { proportionalBytes } from './process-tree.mjs';

// What Tickmark takes of a computer while nobody touches it, beside an empty window of the same Electron.

const runs = 5;
const megabyte = 1024 * 1024;
const emptyWindow = join(projectFolder, 'tests/bench/empty-window');
/** Chromium gives memory back for some seconds after a start. */
const untilIdleMs = 10_000;

const idleMegabytes = (application, buttonName) =>
  withFolder(async (folder) => {
    const { app, page } = await launch(application, folder);
    await page.getByRole('button', { name: buttonName }).first().waitFor();
    await pause(untilIdleMs);
    const megabytes = proportionalBytes(app.process().pid) / megabyte;
    await app.close();
    return megabytes;
  });

const measureIdleMemory = async () => {
  const tickmark = [];
  const empty = [];
  for (let run = 0; run < runs; run += 1) {
    empty.push(await idleMegabytes(emptyWindow, 'Ready'));
    tickmark.push(await idleMegabytes(projectFolder, 'New audit'));
  }
  return {
    what: 'idle memory of all processes (PSS)',
    unit: 'MB',
    tickmark: rounded(median(tickmark)),
    peer: 'empty Electron window',
    peerFigure: rounded(median(empty)),
    ratio: rounded(median(tickmark.map((figure, run) => figure / empty[run])), 2),
  };
};

const folderMegabytes = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, name)))
    .filter((file) => file.isFile())
    .reduce((sum, { size }) => sum + size, 0) / megabyte;

/** Needs what `npm run dist:dir` makes. */
const comparePackage = () => {
  const folder = join(projectFolder, 'dist/linux-unpacked');
  if (!existsSync(folder)) {
    console.log('no figure for the size of the package: npm run dist:dir makes one');
    return [];
  }
  const tickmark = folderMegabytes(folder);
  const electron = folderMegabytes(dirname(findElectronRuntime().executable));
  return [
    {
      what: 'unpacked package',
      unit: 'MB',
      tickmark: rounded(tickmark),
      peer: 'Electron alone',
      peerFigure: rounded(electron),
      ratio: rounded(tickmark / electron, 2),
    },
  ];
};

export const measureFootprint = async () => {
  if (process.platform !== 'linux') {
    console.log('no figures for memory and package: they are read as Linux shows them');
    return [];
  }
  return [await measureIdleMemory(), ...comparePackage()];
};
