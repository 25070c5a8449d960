export const execution = {
  held: {
    title_one: '{{count, number}} run was waiting when Tickmark stopped',
    title_other: '{{count, number}} runs were waiting when Tickmark stopped',
    body: 'It does not run by itself. Resuming looks first whether the connector, the query and the verdict on it are still as you saw them.',
    production: 'Among the systems is production: {{names}}.',
    resume_one: 'Resume {{count, number}} run',
    resume_other: 'Resume {{count, number}} runs',
    cancel: 'Cancel instead',
    status: 'Held',
    notResumed: 'The runs could not be resumed',
    notResumedKept: 'They still wait.',
    refused_one: '{{count, number}} run was not resumed',
    refused_other: '{{count, number}} runs were not resumed',
    refusedHint: 'Check again, look at it, then start.',
  },
  retry: 'Not reached, try {{attempt, number}} of {{attempts, number}}',
} as const;
