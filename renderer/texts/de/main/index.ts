import { connections } from './connections';
import { execution } from './execution';
import { forms } from './forms';
import { guard } from './guard';
import { importing } from './importing';
import { keeping } from './keeping';
import { suggestions } from './suggestions';
import { verifying } from './verifying';

/** What main says of errors, refusals and doubts in German, by its English words; see `../../main-words.ts`. */
export const mainWords: Readonly<Record<string, string>> = {
  ...guard,
  ...execution,
  ...forms,
  ...connections,
  ...keeping,
  ...importing,
  ...suggestions,
  ...verifying,
};
