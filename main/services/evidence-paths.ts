import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** The folder of all evidence files. */
export const evidenceFolder = (dataFolder: string): string => join(dataFolder, 'evidence');

/** A new evidence file's name without ending: never one that an earlier store may have left in the folder. */
export const newEvidenceName = (): string => `evidence-${randomBytes(8).toString('hex')}`;

export const evidenceFile = (dataFolder: string, evidenceName: string): string =>
  join(evidenceFolder(dataFolder), `${evidenceName}.csv`);

/** What is derived from evidence while someone looks at it; of no use after the session. */
export const viewsFolder = (dataFolder: string): string => join(dataFolder, 'temporary', 'views');
