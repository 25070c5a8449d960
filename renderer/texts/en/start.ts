export const start = {
  title: 'Audits',
  audits_one: '{{count, number}} audit',
  audits_other: '{{count, number}} audits',
  notShown: 'The audits can’t be shown',
  welcome: {
    title: 'Evidence that proves which system answered',
    lead: 'Point every audit question at one named connector, run its read-only query there, and keep the sealed result.',
  },
  demo: {
    name: 'Open the demo audit',
    text: 'Walk through all five steps with small systems of the demo’s own on this computer, each in production and in development. Nothing has to be installed, and no client’s system is reached.',
    opening: 'Opening…',
    opened: 'This is the demo audit',
    next: 'Most of its questions are ready to run. Some are open on purpose: click what is counted above the list to find them; the note of each says why. They may stay open.',
    notOpened: 'The demo audit was not opened',
    kept: 'Your own audits are unchanged.',
  },
  newAudit: {
    name: 'New audit',
    text: 'Start with the application to be audited; its questions and connectors come next.',
  },
  columns: {
    application: 'Application',
    audit: 'Audit',
    ci: 'CI',
    period: 'Period',
    status: 'Status',
  },
  archived: {
    count_one: '{{count, number}} archived',
    count_other: '{{count, number}} archived',
    title: 'Archived audits',
    text: 'Kept whole and no longer changed. Open one for its evidence pack. Once its retention has ended, export a whole pack, verify it, then purge the audit.',
    since: 'Archived',
    open: 'Open evidence',
  },
  tour: {
    name: 'Guided tour',
    text: 'Five stops through the window, with the demo audit. Leave it whenever you like.',
  },
} as const;
