/** The parts of the driver's protocol layer that its interface does not reach: TLS, the socket, values as they came. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext } from 'node:tls';
import type { Connection } from 'oracledb';
import NetworkTransport from 'oracledb/lib/thin/sqlnet/ntTcp.js';
import type { TlsSettings } from '../tls';

export interface OracleTls extends TlsSettings {
  /** The client's own certificate and key, of a wallet. */
  cert?: string;
  key?: string;
  passphrase?: string;
}

/** One way to a server, from the first packet on. */
export interface Attempt {
  tls: OracleTls | false;
  transport?: NetworkTransport;
  /** While the server has not yet answered the TLS handshake. */
  handshaking?: boolean;
  /** Set once nobody waits any longer: no further address is tried. */
  abandoned: boolean;
}

/** The TLS handshake itself failed; the error behind it is the `cause`. */
export class HandshakeFailed extends Error {
  constructor(override readonly cause: Error & { code?: string }) {
    super(cause.message);
  }
}

/** The certificate or key of a wallet can't be used, mostly because of its password. */
export class WalletUnreadable extends Error {}

/** The listener sent us on to an address that is not encrypted although this connector asks for it. */
export class WouldNotEncrypt extends Error {}

const attempts = new AsyncLocalStorage<Attempt>();

/** Connects as the attempt says. The driver itself neither takes a CA file without a key nor trusts an unknown certificate. */
export const throughAttempt = <Value>(attempt: Attempt, connect: () => Promise<Value>): Promise<Value> =>
  attempts.run(attempt, connect);

const { connect: connectPlainly, tlsConnect: handshakeOfDriver } = NetworkTransport.prototype;

NetworkTransport.prototype.connect = function (address) {
  const attempt = attempts.getStore();
  if (!attempt) return connectPlainly.call(this, address);
  if (attempt.abandoned) throw new Error('Given up.');
  attempt.transport = this;
  if (attempt.tls && address.protocol.toUpperCase() !== 'TCPS') throw new WouldNotEncrypt('Not encrypted.');
  return connectPlainly.call(this, address);
};

NetworkTransport.prototype.tlsConnect = async function (context, socket) {
  const attempt = attempts.getStore();
  if (!attempt?.tls) return handshakeOfDriver.call(this, context, socket);
  socket.removeAllListeners();
  attempt.handshaking = true;
  this.stream = await handshake(attempt.tls, this.hostName, socket);
  attempt.handshaking = false;
  this.connStream = socket;
};

const handshake = (settings: OracleTls, host: string, socket: Socket): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const serverName = isIP(host) ? {} : { servername: host };
    const secureContext = contextOf(settings);
    const { rejectUnauthorized } = settings;
    const secured = connectTls({ ...serverName, rejectUnauthorized, secureContext, host, socket }, () =>
      resolve(secured),
    );
    secured.once('error', (error) => reject(new HandshakeFailed(error)));
    secured.once('close', () => reject(new HandshakeFailed(new Error('The connection was closed.'))));
  });

const contextOf = ({ rejectUnauthorized: _decidedLater, ...files }: OracleTls) => {
  try {
    return createSecureContext({ ...files, minVersion: 'TLSv1.2' });
  } catch (error) {
    throw new WalletUnreadable(error instanceof Error ? error.message : String(error));
  }
};

/** Cuts the line: whatever is under way is rejected. */
export const cut = (attempt: Attempt): void => {
  attempt.abandoned = true;
  attempt.transport?.stream?.destroy(new Error('The connection was cut.'));
};

interface ReadBuffer {
  readBytesWithLength(): Buffer | null;
  readOracleDate(): Buffer | null;
  readOracleIntervalYM(): Buffer | null;
  readOracleIntervalDS(): Buffer | null;
}

interface ObjectType {
  fqn: string;
}

interface DriverConnection {
  _protocol: { readBuf: ReadBuffer };
  _partialDbObjectTypes: unknown[];
  _populatePartialDbObjectTypes(): Promise<void>;
  _getDbObjectClass(type: ObjectType): { prototype: ObjectType };
}

/**
 * Times and intervals arrive as the bytes that the server sent: as JavaScript dates they would lose nanoseconds and zones.
 * And the driver would run a block of PL/SQL for each object type that it meets, to read objects that are refused here.
 */
export const keepRawValues = (connection: Connection): void => {
  const { _impl: driver } = connection as unknown as { _impl: DriverConnection };
  const { readBuf } = driver._protocol;
  const readBytes = () => {
    const bytes = readBuf.readBytesWithLength();
    return bytes && Buffer.from(bytes);
  };
  Object.assign(readBuf, {
    readOracleDate: readBytes,
    readOracleIntervalYM: readBytes,
    readOracleIntervalDS: readBytes,
  });
  driver._populatePartialDbObjectTypes = async () => {
    driver._partialDbObjectTypes.length = 0;
  };
  // Looked for there when a statement is only described, where the driver has it nowhere.
  driver._getDbObjectClass = ({ fqn }) => ({ prototype: { fqn } });
};
