/** Cancelling at the server: a connection of its own carries the key of the session that is to stop. */
import { type Client, Connection } from 'pg';
import { within } from '../deadline';
import type { TlsSettings } from '../tls';
import { backendKeyOf } from './wire';

const cancelMilliseconds = 5_000;

interface CancelConnection extends NodeJS.EventEmitter {
  stream: { destroy(): void };
  connect(port: number, host: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
}

/**
 * Asks the server to stop what `client` runs, encrypted where the session is (message CancelRequest, PostgreSQL
 * documentation, "Message Formats"). The server answers by closing; never rejects, takes at most 5 s.
 */
export const sendCancelRequest = async (client: Client, tls: TlsSettings | false): Promise<void> => {
  const { processID, secretKey } = backendKeyOf(client);
  if (processID === null || secretKey === null) return;
  const connection = new Connection({ ssl: tls } as never) as unknown as CancelConnection;
  const closed = new Promise<void>((resolve) => {
    connection.once('end', resolve);
    connection.once('error', () => resolve());
    connection.once('connect', () => (tls ? connection.requestSsl() : connection.cancel(processID, secretKey)));
    connection.once('sslconnect', () => connection.cancel(processID, secretKey));
  });
  connection.connect(client.port, client.host);
  await within(cancelMilliseconds, closed).catch(() => {});
  connection.stream.destroy();
};
