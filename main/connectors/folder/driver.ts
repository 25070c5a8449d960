import { type BigIntStats, constants } from 'node:fs';
import { access, opendir, realpath, stat, statfs } from 'node:fs/promises';
import { type Failure, failure, type Result, success } from '../../result';
import { numberOf, textOf } from '../configuration';
import { connectionFailure, noAnswer } from '../connection-failures';
import { DeadlinePassed, within } from '../deadline';
import { streamPulledRows } from '../pulled-rows';
import type { ConnectorAccess, ConnectorDriver, DriverReport, RunReport, SessionIdentity } from '../types';
import { inventoryColumns, listFiles } from './inventory';
import { readOwnerNames } from './owners';
import { fileFilter, parsePatterns } from './patterns';

const readOnlyMeasure = 'files are opened for reading only, links are not followed';
/** A share that is gone can keep the system waiting for minutes. */
const answerSeconds = 20;
const cancelled = failure('CANCELLED', 'Cancelled before the folder was read.');

interface Folder {
  path: string;
  stats: BigIntStats;
  session: SessionIdentity;
}

const openFolder = async ({ configuration }: ConnectorAccess): Promise<Result<Folder>> => {
  const configured = textOf(configuration, 'path');
  try {
    return await within(answerSeconds * 1_000, describeFolder(configured));
  } catch (error) {
    return error instanceof DeadlinePassed ? noAnswer(configured, answerSeconds) : folderFailure(error, configured);
  }
};

const describeFolder = async (configured: string): Promise<Result<Folder>> => {
  const path = await realpath(configured);
  const stats = await stat(path, { bigint: true });
  if (!stats.isDirectory()) return notFolder(path);
  await (await opendir(path)).close();
  return success({ path, stats, session: await identify(path, stats) });
};

/** The folder's path, its place on its volume, and the kind of file system. */
const identify = async (path: string, stats: BigIntStats): Promise<SessionIdentity> => {
  const volume = String(stats.dev);
  const folderId = String(stats.ino);
  const fileSystem = `0x${(await statfs(path)).type.toString(16)}`;
  return {
    identity: { path, volume, folderId, fileSystem },
    fingerprint: { path, volume, folderId },
    target: `${path} · volume ${volume} · folder ${folderId}`,
    serverVersion: `file system ${fileSystem}`,
    canWrite: await isWritable(path),
    readOnlyMeasure,
  };
};

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

const notFolder = (path: string): Failure =>
  connectionFailure('PROTOCOL', `${path} is a file, not a folder.`, 'Choose the folder in which it lies.');

const folderFailure = (error: unknown, path: string): Failure => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return connectionFailure(
      'NO_DATABASE',
      `There is no folder ${path}.`,
      'Check whether the drive or share is connected, or choose the folder again.',
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return connectionFailure(
      'PERMISSION',
      `This computer's user may not read ${path}.`,
      'Ask for read access to the folder and all below it.',
    );
  }
  return connectionFailure(
    'PROTOCOL',
    `${path} can't be read: ${message}`,
    'Check whether the drive or share is connected.',
  );
};

const test: ConnectorDriver['test'] = async (target, signal): Promise<Result<DriverReport>> => {
  const startedAt = performance.now();
  const opened = await openFolder(target);
  if (signal.aborted) return cancelled;
  if (!opened.ok) return opened;
  const { readOnlyMeasure: _measure, ...known } = opened.value.session;
  const latencyMs = Math.round(performance.now() - startedAt);
  return success({ latencyMs, ...known, readOnly: true, warnings: [] });
};

const run: ConnectorDriver['run'] = async (target, query, sink, control): Promise<Result<RunReport>> => {
  const { configuration } = target;
  const asked = parsePatterns(query);
  if (!asked.ok) return asked;
  const ofConnector = parsePatterns(linesOf(configuration.patterns));
  if (!ofConnector.ok) return ofConnector;
  const opened = await openFolder(target);
  if (control.signal.aborted) return cancelled;
  if (!opened.ok) return opened;
  const { path, session } = opened.value;
  if (!control.confirmIdentity(session)) return failure('TARGET_CHANGED', `Another folder lies at ${path}.`);

  const filters = [fileFilter(ofConnector.value), fileFilter(asked.value)];
  const task = {
    root: path,
    isWanted: (relativePath: string) => filters.every((accepts) => accepts(relativePath)),
    ownerName: await readOwnerNames(),
  };
  sink.begin(inventoryColumns);
  return streamPulledRows({
    queryTimeoutSeconds: numberOf(configuration, 'query_timeout', 300),
    sink,
    signal: control.signal,
    fetch: (signal) => listFiles(task, signal),
    explain: (error) => folderFailure(error, path),
  });
};

const linesOf = (patterns: unknown): string => (Array.isArray(patterns) ? patterns.join('\n') : String(patterns ?? ''));

const describeSchema: ConnectorDriver['describeSchema'] = async (target) => {
  const opened = await openFolder(target);
  return opened.ok ? success([{ schema: '', name: opened.value.path, columns: inventoryColumns }]) : opened;
};

export const folderDriver: ConnectorDriver = { test, run, describeSchema };
