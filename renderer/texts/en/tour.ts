export const tour = {
  title: 'Guided tour',
  place: 'Stop {{stop}} of {{stops}}',
  leave: 'Leave the tour',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  stops: {
    connectors: {
      title: 'Many connectors, each with a name',
      text: 'Here you keep every system that can answer: two of the same kind are two connectors. Test one to see which system answers and whether its login could write.',
    },
    analysis: {
      title: 'Each question, exactly one connector',
      text: 'Choose a tool type, then one connector of it. Where there are several, none is chosen for you; the query of the question stands below.',
    },
    execution: {
      title: 'What is shown is what runs',
      text: '“$t(preflight:bar.check)” lists connector, environment, target, query and whether it may run, without contacting a server. Production has to be confirmed before anything starts.',
    },
    evidence: {
      title: 'Sealed evidence, in one file',
      text: 'Each run leaves a result with its hash. The pack holds all of them with a manifest, and anybody can verify it without Tickmark.',
    },
    auditLog: {
      title: 'A log that can’t be rewritten unnoticed',
      text: 'Every change and every run stands here, each entry chained to the one before. “$t(audit-log:verify)” recomputes the whole chain.',
    },
  },
} as const;
