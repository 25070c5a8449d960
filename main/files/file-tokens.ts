import { randomUUID } from 'node:crypto';
import { failure, type Result, success } from '../result';

/** The renderer never names a path: it holds a token for a path that the person chose in main's dialog. */
export interface FileTokens {
  issue(path: string): string;
  /** Fails with TOKEN_EXPIRED for a token of an earlier start or one never given. */
  resolve(fileToken: string): Result<string>;
}

/** Enough for every form that is open at a time; the oldest are forgotten first. */
const mostTokens = 1000;

export const createFileTokens = (): FileTokens => {
  const paths = new Map<string, string>();
  return {
    issue: (path) => {
      const fileToken = randomUUID();
      paths.set(fileToken, path);
      const oldest = paths.keys().next().value;
      if (paths.size > mostTokens && oldest) paths.delete(oldest);
      return fileToken;
    },
    resolve: (fileToken) => {
      const path = paths.get(fileToken);
      return path === undefined
        ? failure('TOKEN_EXPIRED', 'That choice of a file is no longer known.', { hint: 'Choose the file again.' })
        : success(path);
    },
  };
};
