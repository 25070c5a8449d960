import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { projectFolder } from '../../scripts/support.mjs';
import { launch, median, rounded, withFolder } from './measure.mjs';

// What Tickmark takes of a computer while nobody touches it, beside an empty window of the same Electron.

const runs = 5;
const megabyte = 1024 * 1024;
const emptyWindow = join(projectFolder, 'tests/bench/empty-window');
/** Chromium gives memory back for some seconds after a start. */
const untilIdleMs = 10_000;

/** A process and all that it started, directly or not. Linux only. */
const processTree = (root) => {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
          return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
        } catch {
          return []; // It has ended meanwhile.
        }
      }),
  );
  const isOfTree = (id) => id === root || (parents.has(id) && isOfTree(parents.get(id)));
  return [...parents.keys()].filter(isOfTree);
};

/** Memory that is only there because of these processes: pages that several share count for each in equal parts. */
const proportionalBytes = (processes) =>
  processes.reduce((sum, id) => {
    const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    return sum + 1024 * Number(/^Pss:\s+(\d+) kB/m.exec(rollup)[1]);
  }, 0);

const idleMegabytes = (application, buttonName) =>
  withFolder(async (folder) => {
    const { app, page } = await launch(application, folder);
    await page.getByRole('button', { name: buttonName }).first().waitFor();
    await pause(untilIdleMs);
    const processes = processTree(app.process().pid);
    const megabytes = proportionalBytes(processes) / megabyte;
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
