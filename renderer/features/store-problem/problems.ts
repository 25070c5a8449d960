import type { StoreStatus } from '../../../preload/contract';

export interface StoreProblem {
  title: string;
  kept: string;
  next: string;
  offersBackups: boolean;
}

const problems: Record<StoreStatus['state'], StoreProblem> = {
  ready: { title: 'The store is ready', kept: 'Everything.', next: 'Go on.', offersBackups: false },
  newer: {
    title: 'This store belongs to a newer Tickmark',
    kept: 'The store was not opened for writing and is exactly as the newer version left it.',
    next: 'Install the newer version again. A backup below is from before its upgrade and lacks what was done since.',
    offersBackups: true,
  },
  damaged: {
    title: 'The store is damaged',
    kept: 'The damaged file was left as it is. Evidence files and secrets are stored apart from it.',
    next: 'Copy the data folder somewhere safe, then restore the latest backup below.',
    offersBackups: true,
  },
  'migration-failed': {
    title: 'The store could not be upgraded',
    kept: 'The upgrade was undone: the store is as it was before this start, and a backup of it was made.',
    next: 'Try to open it again. If that fails too, keep using the version before this one; your data fits it.',
    offersBackups: true,
  },
  unavailable: {
    title: 'The store can’t be opened',
    kept: 'Nothing was changed.',
    next: 'Close other windows of Tickmark, and check that the data folder exists, is writable and has free space.',
    offersBackups: false,
  },
};

/** What each state of the store means for the person in front of it. */
export const describeProblem = (state: StoreStatus['state']): StoreProblem => problems[state];
