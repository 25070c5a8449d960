/** What goes wrong between here and a server, in words a person can act on. */
import type { ConnectionFailureReason } from '../../preload/contract';
import { type Failure, failure } from '../result';
import type { ConnectorAccess } from './types';

/** How a session was asked for, for the words on why none came about. */
export interface ConnectionAttempt {
  access: ConnectorAccess;
  /** As people write it: `sql-prod-01:5432`. */
  address: string;
  /** The connect timeout. */
  seconds: number;
  timedOut: boolean;
}

export const connectionFailure = (reason: ConnectionFailureReason, message: string, hint: string): Failure =>
  failure('CONNECTION_FAILED', message, { reason, hint });

/** What to try, by the kind of system: nobody asks the database team about a web address. */
export interface SystemWords {
  team: string;
  whenSilent: string;
  whenUnknownName: string;
  whenRefused: string;
  whenClosed: string;
}

export const databaseWords: SystemWords = {
  team: 'the database team',
  whenSilent: 'Check the address and the VPN. Ask the network or database team whether a firewall drops this port.',
  whenUnknownName: 'Check the spelling and the VPN, or use the IP address.',
  whenRefused: 'Check server and port. Ask the database team whether the server runs and listens on that address.',
  whenClosed: 'Check that the port belongs to this kind of server. Ask the database team what its log says.',
};

export const webWords: SystemWords = {
  team: "the system's administrators",
  whenSilent:
    'Check the address and the VPN. Ask the network team whether this computer may reach it, directly or through the proxy.',
  whenUnknownName: 'Check the spelling of the address in the connector, and the VPN.',
  whenRefused: "Check the address in the connector. Ask the system's administrators whether it is up.",
  whenClosed: "Check the address in the connector, and whether it is http or https. Ask the system's administrators.",
};

export const noAnswer = (address: string, seconds: number, words: SystemWords = databaseWords): Failure =>
  connectionFailure('TIMEOUT', `Nothing usable came from ${address} within ${seconds} s.`, words.whenSilent);

export const noEncryption = (address: string): Failure =>
  connectionFailure(
    'TLS',
    `The server at ${address} offers no encryption.`,
    'Ask the database team to turn TLS on. Only when the network is trusted: turn encryption off in this connector.',
  );

export const lostConnection = (address: string, when: string): Failure =>
  connectionFailure(
    'PROTOCOL',
    `The connection to ${address} was lost ${when}.`,
    "Check the network and the VPN, then try again. The server's log says whether it closed the session.",
  );

const unknownName = (address: string, { whenUnknownName }: SystemWords): Failure =>
  connectionFailure('DNS', `The host name of ${address} is not known here.`, whenUnknownName);

const noNameService = (address: string, { whenUnknownName }: SystemWords): Failure =>
  connectionFailure('DNS', `The name service did not answer for ${address}.`, whenUnknownName);

const refused = (address: string, { whenRefused }: SystemWords): Failure =>
  connectionFailure('REFUSED', `Nothing accepts connections at ${address}.`, whenRefused);

const noRoute = (address: string): Failure =>
  connectionFailure('REFUSED', `There is no route to ${address}.`, 'Check the network and the VPN.');

const silent = (address: string, { whenSilent }: SystemWords): Failure =>
  connectionFailure('TIMEOUT', `${address} did not answer.`, whenSilent);

const notAllowedHere = (address: string): Failure =>
  connectionFailure(
    'PERMISSION',
    `This computer does not allow a connection to ${address}.`,
    'Check the local firewall.',
  );

const closed = (address: string, { whenClosed }: SystemWords): Failure =>
  connectionFailure('PROTOCOL', `${address} closed the connection.`, whenClosed);

const networkFailures: Record<string, (address: string, words: SystemWords) => Failure> = {
  ENOTFOUND: unknownName,
  EAI_FAIL: unknownName,
  EAI_NODATA: unknownName,
  EAI_AGAIN: noNameService,
  ECONNREFUSED: refused,
  ENOENT: refused,
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ETIMEDOUT: silent,
  EACCES: notAllowedHere,
  EPERM: notAllowedHere,
  ECONNRESET: closed,
  EPIPE: closed,
};

/** The failure behind an error of the network or of TLS; undefined when it is neither. */
export const networkFailure = (
  error: unknown,
  address: string,
  words: SystemWords = databaseWords,
): Failure | undefined => {
  const { code, message } = describeError(error);
  return networkFailures[code]?.(address, words) ?? tlsFailure(code, message, address, words);
};

const untrusted =
  /self.signed|unable to (get|verify)|unknown ca|UNABLE_TO|SELF_SIGNED|CERT_UNTRUSTED|SIGNATURE_FAILURE/i;
const otherHost = /altnames|ALTNAME|HOSTNAME_MISMATCH/i;
const outOfDate = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate has expired|not yet valid/i;
const anyTls = /^ERR_(SSL|TLS)|^EPROTO$|^CERT_|SSL_ERROR|wrong version number|handshake failure/i;

const tlsFailure = (code: string, message: string, address: string, { team }: SystemWords): Failure | undefined => {
  const said = `${code} ${message}`;
  if (otherHost.test(said)) {
    return connectionFailure(
      'TLS',
      `The certificate of ${address} is for another host.${certificateNames(message)}`,
      `Use the host name that the certificate carries, or ask ${team} for a certificate with this name.`,
    );
  }
  if (outOfDate.test(said)) {
    return connectionFailure(
      'TLS',
      `The certificate of ${address} is not valid today.`,
      `Check the clock here, and ask ${team} to renew it.`,
    );
  }
  if (untrusted.test(said)) {
    return connectionFailure(
      'TLS',
      `The certificate of ${address} is signed by an authority that is not trusted here.`,
      `Ask ${team} for the CA certificate (PEM) and choose it as this connector's CA file.`,
    );
  }
  if (anyTls.test(said)) {
    return connectionFailure(
      'TLS',
      `No encrypted connection came about with ${address}: ${message}`,
      `Ask ${team} which TLS versions the server offers; 1.2 is needed.`,
    );
  }
  return undefined;
};

/** The names that the certificate carries, from Node's message. */
const certificateNames = (message: string): string => {
  const names = /cert's altnames: (.*)$/.exec(message)?.[1];
  return names ? ` It names ${names}.` : '';
};

/** Code and message of whatever was thrown; addresses tried in vain come as one error with many inside. */
export const describeError = (error: unknown): { code: string; message: string } => {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  const inner = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException | undefined) : undefined;
  return { code: code ?? inner?.code ?? '', message: error.message || inner?.message || '' };
};
