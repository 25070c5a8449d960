/**
 * How the cells of a column are ordered: by value where its type tells what a value is, else by bytes. Every value has a
 * key, a byte string whose order is that of the values, without loss, and that no other key begins with.
 */
import type { ByteString } from './record-batches';

/** What the cells of a column are. Where the type is not known, numbers come before other texts. */
export type ColumnKind = 'number' | 'date' | 'text' | 'unknown';

const numberTypes =
  /^(unsigned )?(big|small|tiny|medium)?(int|integer|serial)\d*\b|^(numeric|decimal|dec|number|float\d*|real|double|fixed|year|oid|binary_float|binary_double)\b/;
const dateTypes = /^(date|datetime\d*|smalldatetime|datetimeoffset|timestamp|timestamptz)\b|^time \(utc\)$/;

/** What a column's type, as its system named it, says of the cells. */
export const columnKind = (type: string): ColumnKind => {
  const name = type.trim().toLowerCase();
  if (name === '') return 'unknown';
  if (name.endsWith('[]')) return 'text';
  if (numberTypes.test(name)) return 'number';
  return dateTypes.test(name) ? 'date' : 'text';
};

const numberForm = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;
const hasDigit = /\d/;
/** PostgreSQL orders NaN behind all numbers. */
const specialNumbers: Record<string, ByteString> = {
  '-Infinity': '\x01',
  '-Inf': '\x01',
  Infinity: '\xfe',
  Inf: '\xfe',
  NaN: '\xff',
};
const zeroKey = '\x80';

/** The key of a number's text, however many digits it has; undefined where the text is no number. */
export const numberKey = (text: string): ByteString | undefined => {
  const parts = numberForm.exec(text);
  if (!parts) return specialNumbers[text];
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  if (whole === '' && !hasDigit.test(fraction)) return undefined;
  const digits = `${whole}${fraction}`;
  const leadingZeros = countLeadingZeros(digits);
  const significant = digits.slice(leadingZeros).replace(/0+$/, '');
  if (significant === '') return zeroKey;
  // The value is 0.significant × 10^power.
  const power = whole.length - leadingZeros + Number(exponent);
  const key = `${bigEndian(power + 2 ** 31, 4)}${significant}\0`;
  return sign === '-' ? `\x7f${complement(key)}` : `\x81${key}`;
};

const countLeadingZeros = (digits: string): number => {
  let zeros = 0;
  while (digits.charCodeAt(zeros) === 0x30) zeros += 1;
  return zeros;
};

const dateForm =
  /^([+-]?)(\d{4,6})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?: ?(?:Z|([+-])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?))?)?( BC)?$/;
const specialDates: Record<string, ByteString> = { '-infinity': '\x01', infinity: '\xfe' };

/** The key of a date's or a moment's text (ISO 8601, also with ` BC`); undefined where the text is none. */
export const dateKey = (text: string): ByteString | undefined => {
  const seconds = secondsOf(text);
  if (!seconds) return specialDates[text];
  return `\x80${bigEndian(seconds.whole + 2 ** 46, 6)}${seconds.fraction.replace(/0+$/, '')}\0`;
};

/** Seconds since 1970 in UTC, whole and the digits behind the point; undefined where the text is no date. */
export const secondsOf = (text: string): { whole: number; fraction: string } | undefined => {
  const parts = dateForm.exec(text);
  if (!parts) return undefined;
  const [, sign, years, month, day, hours = 0, minutes = 0, seconds = 0, fraction = '', zoneSign, ...zone] = parts;
  const [zoneHours = 0, zoneMinutes = 0, zoneSeconds = 0, beforeChrist] = zone;
  const counted = sign === '-' ? -Number(years) : Number(years);
  const year = beforeChrist ? 1 - counted : counted;
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const offset = Number(zoneHours) * 3600 + Number(zoneMinutes) * 60 + Number(zoneSeconds);
  const days = daysSince1970(year, Number(month), Number(day));
  return { whole: days * 86_400 + time - (zoneSign === '-' ? -offset : offset), fraction };
};

/** Days from 1970-01-01 in the Gregorian calendar, for any year (http://howardhinnant.github.io/date_algorithms.html). */
const daysSince1970 = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const bigEndian = (value: number, length: 4 | 6): ByteString => {
  scratch.writeUIntBE(value, 0, length);
  return scratch.toString('latin1', 0, length);
};

const scratch = Buffer.alloc(8);

/** Reverses the order of byte strings. */
const complement = (bytes: ByteString): ByteString => {
  const reversed = Buffer.from(bytes, 'latin1');
  for (let at = 0; at < reversed.length; at += 1) reversed[at] = 255 - (reversed[at] ?? 0);
  return reversed.toString('latin1');
};

/** Texts are ordered by so many of their bytes; those that differ only later keep the order of the file. */
const orderedTextBytes = 1_000;

/** The key of a text: its first bytes, in the order of the code points. */
export const textKey = (bytes: ByteString): ByteString => {
  const cut = bytes.slice(0, orderedTextBytes);
  return `${cut.includes('\0') ? cut.replaceAll('\0', '\0\xff') : cut}\0\0`;
};

const valueKeys: Record<ColumnKind, (bytes: ByteString) => ByteString | undefined> = {
  number: numberKey,
  date: dateKey,
  text: textKey,
  unknown: numberKey,
};

/** The key of a value of that kind; undefined where the cell is none. */
export const valueKey = (kind: ColumnKind, bytes: ByteString): ByteString | undefined => valueKeys[kind](bytes);

const classes = { value: '\x01', otherText: '\x02', null: '\x03' };

/**
 * The key that a column is sorted by. In both directions come first the values, then texts that are none of the column's
 * kind, then NULL.
 */
export const sortKey = (kind: ColumnKind, descending: boolean, bytes: ByteString | null): ByteString => {
  if (bytes === null) return classes.null;
  const value = valueKey(kind, bytes);
  const key = value ?? textKey(bytes);
  return (value === undefined ? classes.otherText : classes.value) + (descending ? complement(key) : key);
};

/**
 * A value as a double: a number rounded, a moment in seconds since 1970. Of two values with different doubles the one
 * with the smaller double is less; those with equal ones compare by their keys. Undefined where the text is no value.
 */
export const approximateValue = (kind: 'number' | 'date', text: string): number | undefined =>
  kind === 'number' ? approximateNumber(text) : approximateDate(text);

const approximateNumber = (text: string): number | undefined => {
  const parts = numberForm.exec(text);
  if (parts) return parts[2] || (parts[3] && hasDigit.test(parts[3])) ? Number(text) : undefined;
  if (!specialNumbers[text]) return undefined;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
};

const approximateDate = (text: string): number | undefined => {
  const seconds = secondsOf(text);
  if (seconds) return seconds.whole + Number(`0.${seconds.fraction}0`);
  if (!specialDates[text]) return undefined;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
};
