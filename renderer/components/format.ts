import { currentLanguage, type Language, textsOf } from '../texts';

const t = textsOf('components');

// Making a formatter takes far longer than using it.
const formatsOf = (locale: string) => ({
  count: new Intl.NumberFormat(locale),
  oneDigit: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  wholeDay: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
  day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  timeOfDay: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }),
  minute: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  exactDate: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
  moment: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }),
});
const formats: Record<Language, ReturnType<typeof formatsOf>> = { en: formatsOf('en-GB'), de: formatsOf('de-DE') };
const format = () => formats[currentLanguage()];

/** 12345 → "12,345". */
export const formatCount = (count: number): string => format().count.format(count);

/** "1 question", "12,345 questions". The plural is the word with an s unless given. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

const byteUnits = ['', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes in units of 1,000, as file managers show them. */
export const formatBytes = (bytes: number): string => {
  const power = Math.min(byteUnits.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  if (power === 0) return t('bytes', { count: bytes });
  const value = bytes / 1000 ** power;
  return `${value < 10 ? format().oneDigit.format(value) : value.toFixed(0)} ${byteUnits[power]}`;
};

/** An ISO time as local date and time. */
export const formatTime = (iso: string): string => format().date.format(new Date(iso));

/** An ISO time as local time of the day, with seconds: "09:00:00". */
export const formatTimeOfDay = (iso: string): string => format().timeOfDay.format(new Date(iso));

/** A date, `2026-01-31`: "31 Jan 2026". */
export const formatWholeDay = (day: string): string => format().wholeDay.format(new Date(`${day}T12:00`));

/** A date, `2026-01-31`, in short and without its year: "31 Jan". */
export const formatDay = (day: string): string => format().day.format(new Date(`${day}T12:00`));

/** An ISO time as local day and time, in short and without its year: "31 Jan, 09:00". */
export const formatMinute = (iso: string): string => format().minute.format(new Date(iso));

/** An ISO time as local date and time, with seconds. */
export const formatExactTime = (iso: string): string => format().exactDate.format(new Date(iso));

/** An ISO time as local date and time with its zone: "2 Mar 2026, 09:00:00 CET", for what is compared with other clocks. */
export const formatMoment = (iso: string): string => format().moment.format(new Date(iso));

const relativeSteps: [limitSeconds: number, unitSeconds: number, unit: 'minutes' | 'hours' | 'days'][] = [
  [90, 60, 'minutes'],
  [3_600, 60, 'minutes'],
  [86_400, 3_600, 'hours'],
  [86_400 * 14, 86_400, 'days'],
];

/** "just now", "5 minutes ago", and the date once it is more than two weeks. */
export const formatAgo = (iso: string, now: number): string => {
  const seconds = (now - Date.parse(iso)) / 1000;
  if (seconds < 45) return t('ago.now');
  for (const [limit, unitSeconds, unit] of relativeSteps) {
    if (seconds < limit) return t(`ago.${unit}`, { count: Math.max(1, Math.round(seconds / unitSeconds)) });
  }
  return formatTime(iso);
};

/** Milliseconds as people say them: "840 ms", "4.2 s", "3 min 05 s". */
export const formatDuration = (milliseconds: number): string => {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${format().oneDigit.format(milliseconds / 1_000)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
};

/** The name of a part of an identity in words; tool types name them in camel case: `serverName` → `Server name`. */
export const formatIdentityName = (key: string): string => {
  if (key === 'sha256') return 'File SHA-256';
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
