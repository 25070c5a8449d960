/**
 * A protocol double for Oracle Database, because no server can be installed where the tests run. The protocol (TNS and TTC) is
 * unpublished; it follows the open sources of the thin drivers node-oracledb and python-oracledb, and a test has the
 * second of them, which Tickmark does not use, read from it.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificates } from '../certificates';
import { Conversation, type Logbook, type OracleSettings } from './conversation';
import { defaultWorld } from './statements';

export interface OracleServer {
  port: number;
  log: Logbook;
  /** May be changed while the server runs. */
  settings: OracleSettings;
  stop(): Promise<void>;
}

export interface OracleServerOptions extends Partial<OracleSettings> {
  /** Speaks TCPS, with this certificate. */
  certificates?: Certificates;
}

export const startOracle = async ({ certificates, ...given }: OracleServerOptions = {}): Promise<OracleServer> => {
  const settings: OracleSettings = {
    services: ['hrpdb.example.com'],
    sids: ['HRCDB1'],
    users: { AUDITOR: 'read Only 1' },
    verifier: '12c',
    resend: false,
    world: defaultWorld(),
    ...given,
  };
  const log: Logbook = { statements: [], described: [], breaks: 0, open: 0, running: [] };
  const open = new Set<Socket>();
  const converse = (socket: Socket) => {
    socket.setNoDelay(true);
    void new Conversation(socket, settings, log).run().catch(() => socket.destroy());
  };
  const server: Server = certificates
    ? createTlsServer(
        { cert: readFileSync(certificates.certificatePath), key: readFileSync(certificates.keyPath) },
        converse,
      )
    : createServer(converse);
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    log,
    settings,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
};
