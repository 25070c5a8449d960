/** The half year that the demo's systems remember; the audited period is its second quarter. */

const dayMilliseconds = 24 * 60 * 60 * 1000;
const firstDay = Date.UTC(2025, 0, 1);

/** Days from 1 January to 30 June 2025; earlier days have negative numbers. */
export const dayCount = 181;

/** The date of a day: `2025-04-01`. */
export const dateOf = (day: number): string => new Date(firstDay + day * dayMilliseconds).toISOString().slice(0, 10);

/** A moment of a day, in UTC: `2025-04-01T08:15:00Z`. */
export const timeOf = (day: number, second: number): string =>
  new Date(firstDay + day * dayMilliseconds + second * 1000).toISOString().replace('.000Z', 'Z');

export const hours = (count: number): number => count * 3600;

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: number): number => new Date(firstDay + day * dayMilliseconds).getUTCDay();

export const isWorkday = (day: number): boolean => weekdayOf(day) % 6 !== 0;
