import type { Execution } from '../../../preload/contract';

/** What the program that is going to be killed shall do, over and over. */
export interface Orders {
  work: 'capture' | 'seal' | 'log' | 'pack';
  programsFolder: string;
  dataFolder: string;
  packFolder: string;
  applicationId: number;
  questionId: string;
}

/** What it says: that it is at work, and what its bridge has answered. */
export type Statement =
  | { kind: 'begun' }
  | { kind: 'ended'; execution: Execution }
  | { kind: 'preferred'; maximumMinutes: number }
  | { kind: 'logged'; seq: number; hash: string }
  | { kind: 'packed'; target: string; sha256: string }
  | { kind: 'failed'; message: string };
