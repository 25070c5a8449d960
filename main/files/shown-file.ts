import { existsSync } from 'node:fs';
import type { Handlers } from '../../preload/contract';
import { failure, success } from '../result';
import type { FileTokens } from './file-tokens';

/** Shows the file of a token, never one that the page names, in the operating system's file manager. */
export const createShowInFolder =
  (show: (path: string) => void, fileTokens: FileTokens): Handlers['files']['showInFolder'] =>
  ({ fileToken }) => {
    const path = fileTokens.resolve(fileToken);
    if (!path.ok) return path;
    if (!existsSync(path.value)) {
      return failure('NOT_FOUND', 'The file is no longer where it was saved.', {
        hint: 'It was moved, renamed or deleted since.',
      });
    }
    show(path.value);
    return success(null);
  };
