import { type Failure, failure } from '../../result';
import { textOf } from '../configuration';
import {
  connectionFailure,
  describeError,
  lostConnection,
  networkFailure,
  noAnswer,
  noEncryption,
} from '../connection-failures';
import type { ConnectorAccess } from '../types';
import { NoEncryption, Unreadable } from './wire';

export interface LoginMessage {
  number: number;
  message: string;
}

interface Attempt {
  access: ConnectorAccess;
  address: string;
  seconds: number;
  timedOut: boolean;
  /** What the server said while logging in, in order. */
  messages: readonly LoginMessage[];
}

/** Why no session came about. */
export const connectFailure = (error: unknown, attempt: Attempt): Failure => {
  const { address, seconds, timedOut, messages } = attempt;
  if (error instanceof NoEncryption) return noEncryption(address);
  const said = messages.map((message) => byNumber(message, attempt)).find((found) => found !== undefined);
  if (said) return said;
  if (timedOut) return noAnswer(address, seconds);
  const { cause } = error as { cause?: unknown };
  const { code, message } = describeError(error);
  if (code === 'EENCRYPT') {
    return connectionFailure(
      'TLS',
      `The server at ${address} accepts encrypted connections only.`,
      'Turn encryption on in this connector.',
    );
  }
  return (
    networkFailure(cause ?? error, address) ??
    networkFailure(error, address) ??
    (messages[0] ? saidByServer(messages[0], address) : undefined) ??
    connectionFailure(
      'PROTOCOL',
      `What answers at ${address} does not speak SQL Server's protocol: ${message}`,
      'Check server and port.',
    )
  );
};

const saidByServer = ({ message }: LoginMessage, address: string): Failure =>
  connectionFailure('PROTOCOL', `The server at ${address} says: ${message}`, 'Show this message to the database team.');

const wrongLogin = [18456];
const untrustedDomain = [18452, 17806, 17807, 18482];
const unusable = [18470, 18486, 18487, 18488, 18463, 18464, 18465, 18466, 18467, 18468];
const notNow = [233, 17187, 17809, 17810, 18401, 18451, 18461, 40197, 40501, 40613, 49918, 49919, 49920, 10928, 10929];
const notReadable = [976, 978, 979, 982, 983];

// Numbers: "Database Engine events and errors" of Microsoft's documentation.
const byNumber = ({ number, message }: LoginMessage, { access, address }: Attempt): Failure | undefined => {
  const { configuration } = access;
  const user = textOf(configuration, 'username');
  const said = `The server at ${address} says: ${message}`;
  if (number === 4060) {
    return connectionFailure(
      'NO_DATABASE',
      `There is no database ${textOf(configuration, 'database')} at ${address}, or ${user} is not let into it.`,
      'Check the spelling. Ask the database team whether this login has a user in the database.',
    );
  }
  if (wrongLogin.includes(number)) {
    return connectionFailure(
      'AUTH',
      `${address} refused ${user}: wrong user name or password, or a login of the other kind.`,
      'Check both, and whether it is a SQL or a Windows login. The reason is in the error log of the server: ask the database team for the state of error 18456.',
    );
  }
  if (untrustedDomain.includes(number)) {
    return connectionFailure(
      'AUTH',
      `${address} does not trust the domain ${textOf(configuration, 'domain')} of ${user}, or takes Windows logins only. It says: ${message}`,
      'Check the domain. Ask the database team for a login of the kind that this server takes.',
    );
  }
  if (unusable.includes(number)) {
    return connectionFailure('AUTH', said, 'Ask the database team to unlock the login or renew its password.');
  }
  if (notReadable.includes(number)) {
    return connectionFailure(
      'REFUSED',
      said,
      'Ask the database team which replica of the availability group can be read.',
    );
  }
  if (notNow.includes(number)) {
    return connectionFailure('REFUSED', said, 'Try again later, or ask the database team.');
  }
  if (number === 916) {
    return connectionFailure(
      'PERMISSION',
      said,
      `Ask the database team to create a user for the login ${user} in this database (CREATE USER … FOR LOGIN …).`,
    );
  }
  if (number === 15151) {
    return connectionFailure('PERMISSION', said, `Ask the database team what ${user} lacks the right to.`);
  }
  if (number === 17892 || number === 40615 || number === 40914) {
    return connectionFailure('PERMISSION', said, `Ask the database team to let ${user} in from this computer.`);
  }
  return undefined;
};

interface ServerError extends Error {
  number?: number;
  code?: string;
  lineNumber?: number;
}

const noRight = [229, 230, 262, 297, 300, 371, 15151, 15247, 6004];
const lockWait = [1205, 1222];
const readOnly = [3906, 3908];

/** Why a query that was sent did not end well. */
export const queryFailure = (error: unknown, session: { address: string }, rowCount: number): Failure => {
  // Of several messages the first says what happened, the others what came of it.
  const { number, message, lineNumber, ...first } = firstOf(error);
  if (first instanceof Unreadable || error instanceof Unreadable) {
    return connectionFailure(
      'PROTOCOL',
      `What came from ${session.address} after ${rowCount} rows could not be read: ${(error as Error).message}`,
      'Try again. If it comes back, something between here and the server changes the data: ask the network team.',
    );
  }
  if (number === undefined) return lostConnection(session.address, `after ${rowCount} rows`);
  if (readOnly.includes(number)) {
    return failure('QUERY_REJECTED', `The server refused to write: ${message}`);
  }
  const said = `SQL Server refused the query: ${message}${lineNumber ? ` (line ${lineNumber})` : ''}`;
  if (noRight.includes(number)) {
    return failure('QUERY_FAILED', said, {
      hint: 'Ask the database team to grant what the message names: SELECT on it, or VIEW SERVER STATE, VIEW DEFINITION.',
    });
  }
  if (number === 208) {
    return failure('QUERY_FAILED', said, {
      hint: 'Check database, schema and spelling; ask whether this login may see it.',
    });
  }
  if (lockWait.includes(number)) {
    return failure('QUERY_FAILED', said, { hint: 'Another session holds a lock. Try again later.' });
  }
  return failure('QUERY_FAILED', said);
};

const firstOf = (error: unknown): ServerError =>
  (error instanceof AggregateError ? error.errors[0] : error) as ServerError;
