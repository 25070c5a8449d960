const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const germanDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

const partsOf = (text: string): [year?: string, month?: string, day?: string] => {
  const [, ...iso] = isoDay.exec(text) ?? [];
  const [, ...german] = germanDay.exec(text) ?? [];
  return (iso.length > 0 ? iso : german.reverse()) as [string, string, string];
};

/**
 * The day that was written, as `2026-01-31`; undefined where it is none. Days are written with the year first, or with dots:
 * with slashes nobody could tell whether the month or the day comes first.
 */
export const readDay = (text: string): string | undefined => {
  const [year, month, day] = partsOf(text.trim());
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00Z`);
  // 31 February would become a day in March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : undefined;
};
