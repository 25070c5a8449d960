export const help = {
  title: 'User guide',
  close: 'Close the guide',
  search: 'Search the guide',
  pages: 'Pages of the guide',
  script: 'script',
  found_one: '{{count, number}} section found',
  found_other: '{{count, number}} sections found',
  backToHits: 'Back to what was found for “{{query}}”',
  nothing: 'No section contains “{{query}}”.',
} as const;
