import { remembering } from './remembering';
import type { LegacyRow } from './source';

/** A column's text, trimmed; empty where the column is NULL or not there. */
export const textOf = (row: LegacyRow, column: string): string => row[column]?.trim() ?? '';

/** Whether an id of the source can be an id here. */
export const isKeptId = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);

/** ISO 8601 in UTC of what a database wrote as a time, without a zone as UTC; undefined for anything else. */
export const timeOf = (row: LegacyRow, column: string): string | undefined => readTime(textOf(row, column));

const readTime = remembering((text): string | undefined => {
  if (/^\d{10}(\d{3})?$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString();
  const parts = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(text);
  if (!parts) return undefined;
  const [, date, clock = '00:00:00', zone = 'Z'] = parts;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  const time = new Date(`${date}T${clock.replace(/(\.\d{3})\d+$/, '$1')}${offset}`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
});

/** The day of a date or time, `YYYY-MM-DD`; null for anything else. */
export const dateOf = (row: LegacyRow, column: string): string | null => {
  const day = /^\d{4}-\d\d-\d\d/.exec(textOf(row, column))?.[0];
  return day ?? timeOf(row, column)?.slice(0, 10) ?? null;
};

/** The JSON of a column: its value, or that it can't be read. An empty column is `undefined`. */
export const jsonOf = (row: LegacyRow, column: string): { ok: true; value: unknown } | { ok: false } => {
  const text = textOf(row, column);
  if (text === '') return { ok: true, value: undefined };
  try {
    const value: unknown = JSON.parse(text);
    // Some copies hold the JSON as a text within JSON.
    return { ok: true, value: typeof value === 'string' ? (JSON.parse(value) as unknown) : value };
  } catch {
    return { ok: false };
  }
};
