import type { OracleDatabaseError } from 'oracledb';
import type { ConnectionFailureReason } from '../../../preload/contract';
import { type Failure, failure } from '../../result';
import { textOf } from '../configuration';
import {
  type ConnectionAttempt,
  connectionFailure,
  describeError,
  lostConnection,
  networkFailure,
  noAnswer,
  noEncryption,
} from '../connection-failures';
import { databaseOf } from './descriptor';
import { HandshakeFailed, WalletUnreadable, WouldNotEncrypt } from './wire';

interface Attempt extends ConnectionAttempt {
  /** The server had not answered the TLS handshake. */
  handshaking: boolean;
}

/** Why no session came about. */
export const connectFailure = (error: unknown, attempt: Attempt): Failure => {
  const { address, seconds, timedOut, handshaking } = attempt;
  if (timedOut && handshaking) return noHandshake(address, seconds);
  if (timedOut) return noAnswer(address, seconds);
  const { code } = describeError(error);
  const message = plainMessage(error);
  return (
    byHandshake(error, attempt) ??
    byNumber(numberOf(error), message, attempt) ??
    byDriverCode(code, message, attempt) ??
    networkFailure(withNetworkCode(error), address) ??
    connectionFailure(
      'PROTOCOL',
      `What answers at ${address} does not speak Oracle's protocol: ${message}`,
      'Check server and port. A port for encrypted connections (TCPS, often 2484) needs encryption on.',
    )
  );
};

/** The first line without the driver's connection number, and without its link to a page. */
const plainMessage = (error: unknown): string => {
  const [first = ''] = describeError(error).message.split('\n');
  return first.replace(/ ?\(CONNECTION_ID=[^)]*\)/, '').trim();
};

/** The number behind ORA-, also where the driver has wrapped it in an error of its own. */
const numberOf = (error: unknown): number => {
  const { errorNum, message = '' } = error as OracleDatabaseError;
  return errorNum || Number(/ORA-(\d{4,5})/.exec(message)?.[1] ?? 0);
};

/** The driver keeps only the text of network errors: `connect ECONNREFUSED 10.0.0.1:1521`. */
const withNetworkCode = (error: unknown): unknown => {
  const { message } = describeError(error);
  const code = /\b(E[A-Z]{4,}|EAI_\w+)\b/.exec(message)?.[1];
  return code ? Object.assign(new Error(message), { code }) : error;
};

/** A listener that speaks no TLS may also wait for the rest of what it takes for a packet. */
const noHandshake = (address: string, seconds: number): Failure =>
  connectionFailure(
    'TIMEOUT',
    `${address} took the connection and did not answer the TLS handshake within ${seconds} s.`,
    `It may offer no encryption. ${encryptionHint}`,
  );

const encryptionHint =
  'Ask the database team for the TCPS address (often port 2484). Only when the network is trusted: turn encryption off in this connector (usual port 1521).';

const byHandshake = (error: unknown, { address }: Attempt): Failure | undefined => {
  if (error instanceof WouldNotEncrypt) {
    return connectionFailure(
      'TLS',
      `The listener at ${address} sends on to an address that is not encrypted.`,
      'Ask the database team for an address that is encrypted all the way (TCPS).',
    );
  }
  if (error instanceof WalletUnreadable) {
    return connectionFailure(
      'TLS',
      `The wallet for ${address} can not be opened: ${error.message}`,
      'Check the wallet password, and that the file is the ewallet.pem of the wallet.',
    );
  }
  if (!(error instanceof HandshakeFailed)) return undefined;
  const { cause } = error;
  // A listener that speaks no TLS closes the line, or answers in its own protocol.
  const speaksPlainly = /wrong version number|packet length too long|record layer|disconnected before|was closed/i;
  if (cause.code === 'ECONNRESET' || speaksPlainly.test(`${cause.code} ${cause.message}`)) {
    const { error: plain } = noEncryption(address);
    return connectionFailure('TLS', plain.message, encryptionHint);
  }
  return (
    networkFailure(cause, address) ??
    connectionFailure(
      'TLS',
      `No encrypted connection came about with ${address}: ${cause.message}`,
      'Ask the database team which TLS versions and certificates the listener takes.',
    )
  );
};

type Words = (address: string, user: string, database: string) => [ConnectionFailureReason, string, string];

const serverSays = 'The database at';

// Numbers: "Oracle Database Error Messages".
const wordsByNumber: Record<number, Words> = {
  1017: (address, user) => [
    'AUTH',
    `${address} refused user ${user}: wrong user name or password.`,
    'Check both, also upper and lower case; ask the database team whether the login exists in this database.',
  ],
  28000: (address, user) => [
    'AUTH',
    `The account ${user} at ${address} is locked.`,
    'Ask the database team: ALTER USER … ACCOUNT UNLOCK.',
  ],
  28001: (address, user) => [
    'AUTH',
    `The password of ${user} at ${address} has expired.`,
    'Ask the database team for a new password; it can not be changed from here.',
  ],
  28009: (address) => [
    'AUTH',
    `${address} lets SYS in as SYSDBA only, and Tickmark never connects as SYSDBA.`,
    'Ask the database team for a login that can only read.',
  ],
  1005: (address) => [
    'AUTH',
    `${address} asks for a password and this connector has none.`,
    'Enter the password of the login.',
  ],
  1045: (address, user) => [
    'PERMISSION',
    `The user ${user} may not log in to ${address}.`,
    `Ask the database team: GRANT CREATE SESSION TO ${user}.`,
  ],
  12514: (address, _user, database) => [
    'NO_DATABASE',
    `The listener at ${address} knows no service ${database}.`,
    'Check the spelling, the domain behind the name included. Ask the database team what `lsnrctl services` lists.',
  ],
  12505: (address, _user, database) => [
    'NO_DATABASE',
    `The listener at ${address} knows no SID ${database}.`,
    'Check the spelling. Databases in containers have no SID of their own: ask the database team for the service name.',
  ],
  12504: (address) => [
    'NO_DATABASE',
    `The listener at ${address} was given neither service name nor SID.`,
    'Give one of them in the connector.',
  ],
  12521: (address) => [
    'NO_DATABASE',
    `The listener at ${address} does not know the instance that the descriptor names.`,
    'Check INSTANCE_NAME, or leave it out.',
  ],
  12660: (address) => [
    'TLS',
    `${address} asks for Oracle's native network encryption, which is not supported here.`,
    'Ask the database team for a TCPS address, or to let this login in without native encryption (SQLNET.ENCRYPTION_SERVER).',
  ],
};

const unavailable = [18, 20, 1033, 1034, 1089, 1090, 12516, 12518, 12519, 12520, 12526, 12527, 12528, 12529];
// 604 is what a logon trigger of the client ends with, 12537 and 12547 a listener that lets only some computers in.
const notAllowed = [604, 1031, 1035, 12537, 12547];

const byNumber = (number: number, message: string, { access, address }: Attempt): Failure | undefined => {
  if (number === 0) return undefined;
  const user = textOf(access.configuration, 'username');
  const words = wordsByNumber[number]?.(address, user, databaseOf(access.configuration));
  if (words) return connectionFailure(...words);
  const said = `${serverSays} ${address} says: ${message}`;
  if (unavailable.includes(number)) {
    return connectionFailure(
      'REFUSED',
      said,
      'Try again later, or ask the database team whether the database is open.',
    );
  }
  if (notAllowed.includes(number)) {
    return connectionFailure('PERMISSION', said, `Ask the database team to let user ${user} in from this computer.`);
  }
  return connectionFailure('PROTOCOL', said, 'Show this message to the database team.');
};

const byDriverCode = (code: string, message: string, attempt: Attempt): Failure | undefined => {
  const { access, address, seconds } = attempt;
  const user = textOf(access.configuration, 'username');
  if (code === 'NJS-518') return byNumber(12514, message, attempt);
  if (code === 'NJS-519') return byNumber(12505, message, attempt);
  if (code === 'NJS-510') return noAnswer(address, seconds);
  if (code === 'NJS-530') return networkFailure(Object.assign(new Error(message), { code: 'ENOTFOUND' }), address);
  if (code === 'NJS-533') return byNumber(12660, message, attempt);
  if (code === 'NJS-511')
    return connectionFailure(
      'REFUSED',
      `The listener at ${address} refused: ${message}`,
      'Ask the database team what the listener’s log says.',
    );
  if (code === 'NJS-116' || code === 'NJS-115') {
    return connectionFailure(
      'AUTH',
      `The password of ${user} at ${address} is kept in a form that is too old to be used from here.`,
      'Ask the database team to set the password again, so that its verifier is of 11g or later.',
    );
  }
  if (code === 'NJS-138') {
    return connectionFailure(
      'PROTOCOL',
      `The database at ${address} is older than 12.1, which is not supported here.`,
      'Ask the database team for an extract.',
    );
  }
  if (code === 'NJS-125' || code === 'NJS-101') return byNumber(1005, message, attempt);
  if (code === 'NJS-512' || code === 'NJS-514') {
    return failure('VALIDATION', `The connect descriptor can not be read: ${message}`);
  }
  if (code === 'NJS-500' || code === 'NJS-501' || code === 'NJS-521') {
    return connectionFailure(
      'PROTOCOL',
      `${address} closed the connection.`,
      'Check that the port is that of an Oracle listener; a port for encrypted connections (TCPS) needs encryption on. Ask the database team what its log says.',
    );
  }
  return undefined;
};

const writesRefused = [1456, 16000, 14552, 14551];
const noRight = [942, 1031, 1039, 4043];

/** Why a query that was sent did not end well. */
export const queryFailure = (
  error: unknown,
  session: { address: string; queryTimeoutSeconds: number },
  query: string,
  rowCount: number,
): Failure => {
  const { errorNum, offset, code } = error as OracleDatabaseError;
  const message = plainMessage(error);
  if (!errorNum || code === 'NJS-500') return lineFailure(code ?? '', message, session.address, rowCount);
  if (writesRefused.includes(errorNum)) {
    return failure('QUERY_REJECTED', `The server's read-only transaction refused the query: ${message}`);
  }
  const said = `Oracle refused the query: ${message}${where(query, offset)}`;
  if (noRight.includes(errorNum)) {
    return failure('QUERY_FAILED', said, {
      hint: 'Oracle says the same of a table that is missing and of one that this login may not read. Check the spelling; ask the database team to grant SELECT on it.',
    });
  }
  if (errorNum === 1555) {
    return failure('QUERY_FAILED', said, {
      hint: 'The data changed for longer than the server remembers. Narrow the query, or run it at a quieter time.',
    });
  }
  return failure('QUERY_FAILED', said);
};

/** Errors of the driver below 100 are about what it was given, not about what came. */
const driverRefused = /^NJS-0\d\d$/;

const lineFailure = (code: string, message: string, address: string, rowCount: number): Failure => {
  if (driverRefused.test(code)) return failure('QUERY_FAILED', `The query can not be sent: ${message}`);
  if (code === 'NJS-500' || !code.startsWith('NJS')) return lostConnection(address, `after ${rowCount} rows`);
  return connectionFailure(
    'PROTOCOL',
    `What ${address} sent after ${rowCount} rows can not be read: ${message}`,
    'Try again. If it happens again, show this message to the database team.',
  );
};

/** Line and column; the server counts from 0, in characters of the statement. */
const where = (query: string, offset: number | undefined): string => {
  if (!offset) return '';
  const lines = [...query.trimStart()].slice(0, offset).join('').split('\n');
  return ` (line ${lines.length}, column ${[...(lines.at(-1) ?? '')].length + 1})`;
};
