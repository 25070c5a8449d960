export const components = {
  bytes_one: '{{count, number}} byte',
  bytes_other: '{{count, number}} bytes',
  ago: {
    now: 'just now',
    minutes_one: '{{count, number}} minute ago',
    minutes_other: '{{count, number}} minutes ago',
    hours_one: '{{count, number}} hour ago',
    hours_other: '{{count, number}} hours ago',
    days_one: '{{count, number}} day ago',
    days_other: '{{count, number}} days ago',
  },
} as const;
