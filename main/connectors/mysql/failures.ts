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
import type { ConnectorAccess } from '../types';
import type { ServerError } from './wire';

/** Why no session came about. */
export const connectFailure = (error: unknown, attempt: ConnectionAttempt): Failure => {
  const { address, seconds, timedOut } = attempt;
  if (timedOut) return noAnswer(address, seconds);
  const { code, message } = describeError(error);
  return (
    byErrorNumber((error as ServerError).errno, message, attempt) ??
    byDriverCode(code, message, attempt) ??
    networkFailure(error, address) ??
    connectionFailure(
      'PROTOCOL',
      `What answers at ${address} does not speak MySQL: ${message}`,
      'Check server and port.',
    )
  );
};

const locked = [1820, 1862, 3118, 3955, 4151];
const computerNotAllowed = [1129, 1130];
const noGrant = [1044, 1142];

// Numbers: "Server Error Message Reference" of MySQL, "MariaDB Error Codes".
const byErrorNumber = (
  errno: number | undefined,
  message: string,
  { access, address }: ConnectionAttempt,
): Failure | undefined => {
  const user = textOf(access.configuration, 'username');
  const said = `The server at ${address} says: ${message}`;
  if (errno === undefined || errno < 1_000) return undefined;
  if (errno === 1045 || errno === 1698) {
    return connectionFailure(
      'AUTH',
      `${address} refused user ${user}: wrong user name or password, or not allowed from this computer.`,
      'Check both; ask the database team whether the login exists for this address.',
    );
  }
  if (locked.includes(errno))
    return connectionFailure('AUTH', said, 'Ask the database team to unlock the login or renew its password.');
  if (errno === 1251)
    return connectionFailure('AUTH', said, 'Ask the database team which way of login is set up for this user.');
  if (errno === 1049) {
    return connectionFailure(
      'NO_DATABASE',
      `There is no database ${textOf(access.configuration, 'database')} at ${address}.`,
      'Check the spelling, also upper and lower case.',
    );
  }
  if (computerNotAllowed.includes(errno)) {
    return connectionFailure('PERMISSION', said, `Ask the database team to let user ${user} in from this computer.`);
  }
  if (noGrant.includes(errno)) {
    return connectionFailure(
      'PERMISSION',
      said,
      `Ask the database team: GRANT SELECT ON ${grantedOn(access)} TO ${user}.`,
    );
  }
  if (errno === 1040 || errno === 1053 || errno === 1203)
    return connectionFailure('REFUSED', said, 'Try again later, or ask the database team.');
  if (errno === 3159) return connectionFailure('TLS', said, 'Turn encryption on in this connector.');
  return connectionFailure('PROTOCOL', said, 'Show this message to the database team.');
};

const grantedOn = ({ configuration }: ConnectorAccess): string => {
  const database = textOf(configuration, 'database');
  return database === '' ? 'the database' : `${database}.*`;
};

const byDriverCode = (code: string, message: string, { access, address }: ConnectionAttempt): Failure | undefined => {
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT') return noEncryption(address);
  if (code === 'PROTOCOL_CONNECTION_LOST') return lostConnection(address, 'while logging in');
  if (code === 'AUTH_SWITCH_PLUGIN_ERROR' || code === 'MYSQL_CLEAR_PASSWORD_NOT_ENABLED') {
    return connectionFailure(
      'AUTH',
      `The login of ${textOf(access.configuration, 'username')} at ${address} needs a way of login that is not supported here: ${message}`,
      'Ask the database team for a login with a password.',
    );
  }
  return undefined;
};

const timeouts = [1969, 3024];
const readOnly = [1290, 1792];
const noRight = [1044, 1142, 1143, 1227, 1370];
const lockWait = [1205, 1213];

/** Why a query that was sent did not end well. */
export const queryFailure = (
  error: unknown,
  session: { address: string; queryTimeoutSeconds: number },
  rowCount: number,
): Failure => {
  const { errno, message, sqlState } = error as ServerError;
  if (errno === undefined || sqlState === undefined) return lostConnection(session.address, `after ${rowCount} rows`);
  if (timeouts.includes(errno)) return queryTimeout(session.queryTimeoutSeconds);
  if (readOnly.includes(errno)) {
    return failure('QUERY_REJECTED', `The server's read-only transaction refused the query: ${message}`);
  }
  const said = `The server refused the query: ${message}`;
  if (noRight.includes(errno))
    return failure('QUERY_FAILED', said, { hint: 'Ask the database team to grant SELECT on it to this login.' });
  if (lockWait.includes(errno))
    return failure('QUERY_FAILED', said, { hint: 'Another session holds a lock. Try again later.' });
  return failure('QUERY_FAILED', said);
};
