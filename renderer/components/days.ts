const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const germanDay = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const englishDay = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i;

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const partsOf = (text: string): (string | undefined)[] => {
  const [, ...iso] = isoDay.exec(text) ?? [];
  if (iso.length > 0) return iso;
  const [, day, month, year] = germanDay.exec(text) ?? [];
  if (day) return [year, month, day];
  const [, englishDayOfMonth, name = '', englishYear] = englishDay.exec(text) ?? [];
  const number = englishMonths.indexOf(name.toLowerCase()) + 1;
  return number === 0 ? [] : [englishYear, String(number), englishDayOfMonth];
};

/**
 * The day that was written, as `2026-01-31`; undefined where it is none. Days are written with the year first, with dots, or
 * with the month's name as they are shown: with slashes nobody could tell whether the month or the day comes first.
 */
export const readDay = (text: string): string | undefined => {
  const [year, month, day] = partsOf(text.trim());
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00Z`);
  // 31 February would become a day in March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : undefined;
};
