export const storeProblem = {
  ready: {
    title: 'The store is ready',
    kept: 'Everything.',
    next: 'Go on.',
  },
  newer: {
    title: 'This store belongs to a newer Tickmark',
    kept: 'The store was not opened for writing and is exactly as the newer version left it.',
    next: 'Install the newer version again. A backup below is from before its upgrade and lacks what was done since.',
  },
  damaged: {
    title: 'The store is damaged',
    kept: 'The damaged file was left as it is. Evidence files and secrets are stored apart from it.',
    next: 'Copy the data folder somewhere safe, then restore the latest backup below.',
  },
  'entries-missing': {
    title: 'The audit log lacks entries that were acknowledged',
    kept: 'The store and its log files were left as they are. Evidence files and secrets are stored apart from them.',
    next: 'If you have a newer copy of the data folder, close Tickmark and put it back. Otherwise go on without what is missing: the files are kept beside the store as they are, and the audit log says that entries are missing.',
  },
  'migration-failed': {
    title: 'The store could not be upgraded',
    kept: 'The upgrade was undone: the store is as it was before this start, and a backup of it was made.',
    next: 'Try to open it again. If that fails too, keep using the version before this one; your data fits it.',
  },
  unavailable: {
    title: 'The store can’t be opened',
    kept: 'Nothing was changed.',
    next: 'Close other windows of Tickmark, and check that the data folder exists, is writable and has free space.',
  },
  upgrading: {
    title: 'The store is being brought to this version',
    kept: 'The store of the earlier version is untouched until its successor is complete.',
    next: 'Wait. If the keychain asks to be unlocked, unlock it: secrets that stood in clear text move there first.',
  },
  'upgrade-stopped': {
    title: 'The store could not be brought to this version',
    kept: 'The store is as the earlier version left it. Secrets that are in the keychain already are found again.',
    next: 'Do what is said above, then try to open it again; it goes on where it stopped.',
  },
  unreadable: 'The store’s state could not be read',
  cantOpen: 'Tickmark can’t open its data',
  keptTitle: 'What was kept',
  nextTitle: 'What you can do',
  dataFolder: 'Data folder',
  openAgain: 'Try to open it again',
  goOn: 'Go on without them',
  backups: {
    title: 'Backups',
    none: 'There is no backup in the data folder.',
    failed: 'The backup was not restored',
    kept: 'The store and all backups are as they were.',
    restoreOf: 'Restore the backup of {{time}}',
    restore: 'Restore…',
  },
  restore: {
    title: 'Restore this backup?',
    body: 'The store becomes what it was on {{time}}. The present file is kept beside it, so nothing is lost; what was done since then is not in the restored store.',
    confirm: 'Restore backup',
  },
} as const;
