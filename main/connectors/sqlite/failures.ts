import { type Failure, failure } from '../../result';
import { connectionFailure } from '../connection-failures';

/** Why SQLite could not open or describe the file. */
export const openFailure = (path: string, code: string, message: string): Failure => {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return connectionFailure(
      'REFUSED',
      `Another program has locked ${path}.`,
      'Close that program, or ask for a copy of the file.',
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return connectionFailure(
      'PERMISSION',
      `${path} can't be opened.`,
      'Ask for read access to the file and its folder.',
    );
  }
  return connectionFailure(
    'PROTOCOL',
    `${path} can't be read as a SQLite database: ${message}`,
    'Ask for an intact, unencrypted copy of the file.',
  );
};

/** Why a query did not end well. */
export const queryFailure = (path: string, code: string, message: string): Failure => {
  if (code.startsWith('SQLITE_READONLY')) return failure('QUERY_REJECTED', `SQLite refused to write: ${message}`);
  if (code.startsWith('SQLITE_BUSY')) return openFailure(path, code, message);
  if (code.startsWith('SQLITE_CORRUPT')) {
    return failure('QUERY_FAILED', `${path} is damaged: ${message}`, { hint: 'Ask for an intact copy of the file.' });
  }
  return failure('QUERY_FAILED', `SQLite refused the query: ${message}`);
};
