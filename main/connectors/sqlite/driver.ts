import { basename } from 'node:path';
import type { SchemaTable } from '../../../preload/contract';
import { failure, type Result, success } from '../../result';
import { numberOf, textOf } from '../configuration';
import { within } from '../deadline';
import { streamRows } from '../row-stream';
import { groupColumns } from '../schema-tables';
import type {
  ConnectorAccess,
  ConnectorDriver,
  DriverReport,
  RowSink,
  RunControl,
  RunReport,
  SessionIdentity,
} from '../types';
import { type DatabaseFile, hashOf, isWritable, openDatabaseFile } from './database-file';
import { openFailure, queryFailure } from './failures';
import type { FileDescription, ReaderTask } from './messages';
import { type Reading, startReading } from './reading';

const readOnlyMeasure = 'opened read-only with query_only';
const readOnlyCopyMeasure = 'private copy, opened read-only with query_only';
const patienceMilliseconds = 1_000;

const cancelled = failure('CANCELLED', 'Cancelled before the query was sent.');

/** Opens the file, starts the reader, lets `use` work with what it says of the file, and cleans up. */
const inFile = async <Value>(
  access: ConnectorAccess,
  signal: AbortSignal,
  task: Pick<ReaderTask, 'query' | 'listColumns'>,
  use: (reading: Reading, file: DatabaseFile, session: SessionIdentity) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  const opened = await openDatabaseFile(textOf(access.configuration, 'path'));
  if (!opened.ok) return opened;
  const file = opened.value;
  const reading = startReading({ ...task, path: file.readPath, isCopy: file.isCopy }, signal);
  try {
    const described = await reading.next();
    if (signal.aborted) return cancelled;
    if (described.kind === 'failed') return openFailure(file.path, described.code, described.message);
    if (described.kind !== 'description') return openFailure(file.path, '', 'it can not be described');
    return await use(reading, file, await identify(file, described.description));
  } finally {
    reading.thread.stop();
    await within(patienceMilliseconds, reading.ended).catch(() => reading.thread.abandon());
    await file.release();
  }
};

/**
 * The file itself (its path and its place on the disk) and its schema. A file that is replaced, moved or restored is
 * another one until a person says otherwise; rows that change leave it the same.
 */
const identify = async (file: DatabaseFile, description: FileDescription): Promise<SessionIdentity> => {
  const { path, stats } = file;
  const sha256 = await hashOf(file);
  const fileId = String(stats.ino);
  const schema = description.schemaHash;
  return {
    identity: {
      path,
      fileId,
      bytes: String(stats.size),
      modified: new Date(Number(stats.mtimeMs)).toISOString(),
      ...(sha256 && { sha256 }),
      schema,
      applicationId: description.applicationId,
      userVersion: description.userVersion,
      encoding: description.encoding,
    },
    fingerprint: { path, fileId, applicationId: description.applicationId, schema },
    target: `${path} · SQLite file ${fileId} · schema ${schema.slice(0, 12)}`,
    serverVersion: `SQLite ${description.sqliteVersion}`,
    canWrite: await isWritable(path),
    readOnlyMeasure: file.isCopy ? readOnlyCopyMeasure : readOnlyMeasure,
  };
};

const test = (access: ConnectorAccess, signal: AbortSignal): Promise<Result<DriverReport>> => {
  const startedAt = performance.now();
  return inFile(access, signal, {}, async (_reading, file, { readOnlyMeasure: _measure, ...known }) => {
    const latencyMs = Math.round(performance.now() - startedAt);
    const warnings = file.isCopy
      ? [`${basename(file.path)} is open in another program or in WAL mode: each run reads a private copy of it.`]
      : [];
    return success({ latencyMs, ...known, readOnly: true, warnings });
  });
};

const run = (access: ConnectorAccess, query: string, sink: RowSink, control: RunControl): Promise<Result<RunReport>> =>
  inFile(access, control.signal, { query }, async (reading, file, session) => {
    if (!control.confirmIdentity(session)) return failure('TARGET_CHANGED', `Another file lies at ${file.path}.`);
    return readInto(reading, file.path, numberOf(access.configuration, 'query_timeout', 300), sink, control.signal);
  });

const readInto = (
  { thread, listen }: Reading,
  path: string,
  queryTimeoutSeconds: number,
  sink: RowSink,
  signal: AbortSignal,
): Promise<Result<RunReport>> => {
  let isPaused = false;
  let chunksWaiting = 0;
  const source = {
    queryTimeoutSeconds,
    timeoutGraceMilliseconds: 0,
    patienceMilliseconds,
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
      for (; chunksWaiting > 0; chunksWaiting -= 1) thread.chunkTaken();
    },
    cancel: async () => thread.stop(),
    destroy: () => thread.abandon(),
  };
  return streamRows(source, sink, signal, (rows) => {
    const take = (bytes: Uint8Array, ends: Uint32Array) => {
      let start = 0;
      for (const end of ends) {
        rows.take(bytes.subarray(start, end));
        start = end;
      }
      if (isPaused) chunksWaiting += 1;
      else thread.chunkTaken();
    };
    listen((message) => {
      if (message.kind === 'columns') sink.begin(message.columns);
      if (message.kind === 'rows') take(message.bytes, message.ends);
      if (message.kind === 'refused') rows.finish(failure('QUERY_REJECTED', message.reason));
      if (message.kind === 'failed') rows.fail(() => queryFailure(path, message.code, message.message));
      if (message.kind === 'done') rows.finish();
      if (message.kind === 'ended') rows.fail(() => queryFailure(path, '', 'it ended without a word'));
    });
    thread.allowQuery();
  });
};

const describeSchema = (access: ConnectorAccess, signal: AbortSignal): Promise<Result<SchemaTable[]>> =>
  inFile(access, signal, { listColumns: true }, async (reading, file) => {
    const listed = await reading.next();
    if (listed.kind === 'schema') return success(groupColumns(listed.columns));
    return signal.aborted ? cancelled : openFailure(file.path, '', 'its tables can not be listed');
  });

export const sqliteDriver: ConnectorDriver = { test, run, describeSchema };
