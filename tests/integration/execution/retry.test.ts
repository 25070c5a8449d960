import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunInput } from '../../../main/execution/execution-process';
import {
  type ConnectionRetry,
  createExecutionProcess,
  type ExecutionProcess,
} from '../../../main/execution/execution-process-client';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';
import { freePort } from '../../servers/server-process';
import { type BuiltPrograms, buildPrograms, createNodeProcesses } from '../../support/node-process';
import { answerOf, errorOf } from '../connectors/capture';

/** The network between Tickmark and the server: nobody listens until it is opened. */
const createNetwork = async (serverPort: number) => {
  const port = await freePort();
  const sockets: Socket[] = [];
  let server: Server | undefined;
  let connections = 0;
  return {
    port,
    connections: () => connections,
    open: async () => {
      server = createServer((client) => {
        connections += 1;
        const upstream = connect(serverPort, '127.0.0.1');
        for (const socket of [client, upstream]) socket.on('error', () => {});
        client.pipe(upstream).pipe(client);
        sockets.push(client, upstream);
      });
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    cut: () => {
      server?.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};

describe('a system that can not be reached', () => {
  let programs: BuiltPrograms;
  let processes: ReturnType<typeof createNodeProcesses>;
  let execution: ExecutionProcess;
  let postgresql: PostgresqlServer;
  let network: Awaited<ReturnType<typeof createNetwork>>;
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-retry-'));
  let runs = 0;

  beforeAll(async () => {
    [programs, postgresql] = await Promise.all([
      buildPrograms('main/execution/execution-process.ts'),
      startPostgresql(),
    ]);
    processes = createNodeProcesses(programs.folder);
    execution = createExecutionProcess(processes.startProcess);
    await postgresql.adminQuery("CREATE ROLE auditor LOGIN PASSWORD 'secret'");
  });
  beforeEach(async () => {
    network = await createNetwork(postgresql.port);
  });
  afterEach(() => network.cut());
  afterAll(async () => {
    processes?.killAll();
    await postgresql?.stop();
    programs?.remove();
    rmSync(folder, { recursive: true });
  });

  const input = (query: string, password = 'secret'): RunInput => {
    runs += 1;
    const configuration = {
      server: '127.0.0.1',
      port: network.port,
      database: 'postgres',
      username: 'auditor',
      encrypt: false,
    };
    return {
      executionId: runs,
      connectorType: 'PostgreSQL DB',
      access: { configuration, secrets: { password } },
      query,
      pinnedFingerprint: null,
      pinnedTarget: null,
      evidenceFolder: folder,
      evidenceName: `retry-${runs}`,
      limits: { rows: 1e9, bytes: 1e12, milliseconds: 60_000 },
      retryPauses: [0.05, 0.1],
    };
  };

  const run = async (
    given: RunInput,
    more: { onRetry?: () => void; onRows?: () => void; signal?: AbortSignal } = {},
  ) => {
    const retries: ConnectionRetry[] = [];
    const outcome = await execution.run(given, {
      signal: more.signal ?? new AbortController().signal,
      onSession: () => {},
      onProgress: ({ rowCount }) => {
        if (rowCount > 0) more.onRows?.();
      },
      onRetry: (retry) => {
        retries.push(retry);
        more.onRetry?.();
      },
    });
    if (outcome.kind !== 'ended') throw new Error('The process ended.');
    return { ...outcome, retries };
  };

  it('is tried again, each time after a longer pause, and then given up', async () => {
    const { result, evidence, retries } = await run(input('select 1'));
    expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'REFUSED' });
    expect(evidence).toBeNull();
    expect(retries).toMatchObject([
      { attempt: 2, attempts: 3, pauseSeconds: 0.05, error: { reason: 'REFUSED' } },
      { attempt: 3, attempts: 3, pauseSeconds: 0.1, error: { reason: 'REFUSED' } },
    ]);
  });

  it('gives its rows once it is there', async () => {
    const { result, evidence, retries } = await run(input('select 1 as one'), { onRetry: () => void network.open() });
    expect(answerOf(result)).toEqual({ complete: true });
    expect(evidence).toMatchObject({ rowCount: 1 });
    expect(retries.length).toBeGreaterThan(0);
    expect(network.connections()).toBe(1);
  });

  it('is left alone when a person cancels during the pause', async () => {
    const cancel = new AbortController();
    const given = { ...input('select 1'), retryPauses: [3_600] };
    const { result } = await run(given, { onRetry: () => cancel.abort(), signal: cancel.signal });
    expect(errorOf(result).code).toBe('CANCELLED');
  });

  it('is never asked a second time once the query was sent', async () => {
    await network.open();
    const query = "select n, repeat('x', 1000) from generate_series(1, 10000000) n";
    const { result, retries } = await run(input(query), { onRows: () => network.cut() });
    expect(result.ok).toBe(false);
    expect(retries).toEqual([]);
    expect(network.connections()).toBe(1);
  });

  it('is not asked again where the login was refused: that could lock the account', async () => {
    await network.open();
    const { result, retries } = await run(input('select 1', 'wrong'));
    expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'AUTH' });
    expect(retries).toEqual([]);
    expect(network.connections()).toBe(1);
  });
});
