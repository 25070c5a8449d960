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

export const noAnswer = (address: string, seconds: number): Failure =>
  connectionFailure(
    'TIMEOUT',
    `Nothing usable came from ${address} within ${seconds} s.`,
    'Check the address and the VPN. Ask the network or database team whether a firewall drops this port.',
  );

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

const unknownName = (address: string): Failure =>
  connectionFailure(
    'DNS',
    `The host name of ${address} is not known here.`,
    'Check the spelling and the VPN, or use the IP address.',
  );

const noNameService = (address: string): Failure =>
  connectionFailure(
    'DNS',
    `The name service did not answer for ${address}.`,
    'Check the network and the VPN, or use the IP address.',
  );

const refused = (address: string): Failure =>
  connectionFailure(
    'REFUSED',
    `Nothing accepts connections at ${address}.`,
    'Check server and port. Ask the database team whether the server runs and listens on that address.',
  );

const noRoute = (address: string): Failure =>
  connectionFailure('REFUSED', `There is no route to ${address}.`, 'Check the network and the VPN.');

const silent = (address: string): Failure =>
  connectionFailure(
    'TIMEOUT',
    `${address} did not answer.`,
    'Check the address and the VPN. Ask the network or database team whether a firewall drops this port.',
  );

const notAllowedHere = (address: string): Failure =>
  connectionFailure(
    'PERMISSION',
    `This computer does not allow a connection to ${address}.`,
    'Check the local firewall.',
  );

const closed = (address: string): Failure =>
  connectionFailure(
    'PROTOCOL',
    `${address} closed the connection.`,
    'Check that the port belongs to this kind of server. Ask the database team what its log says.',
  );

const networkFailures: Record<string, (address: string) => Failure> = {
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
export const networkFailure = (error: unknown, address: string): Failure | undefined => {
  const { code, message } = describeError(error);
  return networkFailures[code]?.(address) ?? tlsFailure(code, message, address);
};

const untrusted =
  /self.signed|unable to (get|verify)|unknown ca|UNABLE_TO|SELF_SIGNED|CERT_UNTRUSTED|SIGNATURE_FAILURE/i;
const otherHost = /altnames|ALTNAME|HOSTNAME_MISMATCH/i;
const outOfDate = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate has expired|not yet valid/i;
const anyTls = /^ERR_(SSL|TLS)|^EPROTO$|^CERT_|SSL_ERROR|wrong version number|handshake failure/i;

const tlsFailure = (code: string, message: string, address: string): Failure | undefined => {
  const said = `${code} ${message}`;
  if (otherHost.test(said)) {
    return connectionFailure(
      'TLS',
      `The certificate of ${address} is for another host.${certificateNames(message)}`,
      'Use the host name that the certificate carries, or ask the database team for a certificate with this name.',
    );
  }
  if (outOfDate.test(said)) {
    return connectionFailure(
      'TLS',
      `The certificate of ${address} is not valid today.`,
      'Check the clock here, and ask the database team to renew it.',
    );
  }
  if (untrusted.test(said)) {
    return connectionFailure(
      'TLS',
      `The certificate of ${address} is signed by an authority that is not trusted here.`,
      "Ask the database team for the CA certificate (PEM) and choose it as this connector's CA file.",
    );
  }
  if (anyTls.test(said)) {
    return connectionFailure(
      'TLS',
      `No encrypted connection came about with ${address}: ${message}`,
      'Ask the database team which TLS versions the server offers; 1.2 is needed.',
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
