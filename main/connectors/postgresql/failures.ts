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
import { queryTimeout } from '../row-stream';
import type { ServerError } from './wire';

/** Why no session came about. */
export const connectFailure = (error: unknown, attempt: ConnectionAttempt): Failure => {
  const { address, seconds, timedOut } = attempt;
  if (timedOut) return noAnswer(address, seconds);
  const { code, message } = describeError(error);
  return (
    bySqlState(code, message, attempt) ??
    byDriverMessage(message, attempt) ??
    networkFailure(error, address) ??
    connectionFailure(
      'PROTOCOL',
      `What answers at ${address} does not speak PostgreSQL: ${message}`,
      'Check server and port.',
    )
  );
};

const bySqlState = (code: string, message: string, { access, address }: ConnectionAttempt): Failure | undefined => {
  const user = textOf(access.configuration, 'username');
  const database = textOf(access.configuration, 'database');
  const said = `The server at ${address} says: ${message}`;
  if (code === '28P01') {
    return connectionFailure(
      'AUTH',
      `${address} refused user ${user}: wrong user name or password.`,
      'Check both; ask the database team whether the login is locked or expired.',
    );
  }
  if (code === '28000') {
    return connectionFailure(
      'AUTH',
      said,
      `Ask the database team to allow user ${user} from this computer's address (pg_hba.conf).`,
    );
  }
  if (code === '3D000') {
    return connectionFailure(
      'NO_DATABASE',
      `There is no database ${database} at ${address}.`,
      'Check the spelling, also upper and lower case.',
    );
  }
  if (code === '42501') {
    return connectionFailure('PERMISSION', said, `Ask the database team: GRANT CONNECT ON DATABASE … TO ${user}.`);
  }
  if (code.startsWith('53') || code.startsWith('57')) {
    return connectionFailure('REFUSED', said, 'Try again later, or ask the database team.');
  }
  return /^[0-9A-Z]{5}$/.test(code)
    ? connectionFailure('PROTOCOL', said, 'Show this message to the database team.')
    : undefined;
};

const byDriverMessage = (message: string, { access, address }: ConnectionAttempt): Failure | undefined => {
  if (message.includes('does not support SSL')) return noEncryption(address);
  if (message.includes('password must be a')) {
    return connectionFailure(
      'AUTH',
      `${address} asks for a password and this connector has none.`,
      'Enter the password of the login.',
    );
  }
  if (message.startsWith('SASL') || message.includes('authentication')) {
    return connectionFailure(
      'AUTH',
      `The login of ${textOf(access.configuration, 'username')} at ${address} did not come about: ${message}`,
      'Ask the database team which way of login is set up for this user.',
    );
  }
  if (message.startsWith('Connection terminated')) return lostConnection(address, 'while logging in');
  return undefined;
};

export interface RunningQuery {
  query: string;
  rowCount: number;
  elapsedMilliseconds: number;
}

/** Why a query that was sent did not end well. */
export const queryFailure = (
  error: unknown,
  session: { address: string; queryTimeoutSeconds: number },
  run: RunningQuery,
): Failure => {
  const { code = '', message, hint, position, severity } = error as ServerError;
  if (severity === undefined) return lostConnection(session.address, `after ${run.rowCount} rows`);
  // The server's words for a timeout depend on its language; the time that passed does not.
  if (code === '57014' && run.elapsedMilliseconds >= session.queryTimeoutSeconds * 1_000) {
    return queryTimeout(session.queryTimeoutSeconds);
  }
  if (code === '25006') {
    return failure('QUERY_REJECTED', `The server's read-only transaction refused the query: ${message}`);
  }
  const said = `PostgreSQL refused the query: ${message}${where(run.query, position)}`;
  if (hint) return failure('QUERY_FAILED', said, { hint });
  if (code === '42501')
    return failure('QUERY_FAILED', said, { hint: 'Ask the database team to grant SELECT on it to this login.' });
  if (code === '55P03')
    return failure('QUERY_FAILED', said, { hint: 'Another session holds a lock. Try again later.' });
  return failure('QUERY_FAILED', said);
};

const where = (query: string, position: string | undefined): string => {
  if (!position) return '';
  // Positions count characters, not UTF-16 units.
  const before = [...query].slice(0, Number(position) - 1).join('');
  const lines = before.split('\n');
  return ` (line ${lines.length}, column ${[...(lines.at(-1) ?? '')].length + 1})`;
};
