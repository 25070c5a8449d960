/**
 * Texts of values as they travel. Formats: "Oracle Call Interface Programmer's Guide", external data types DATE and
 * INTERVAL; the open sources of Oracle's thin drivers for the rest.
 */

const two = (value: number) => String(value).padStart(2, '0');

/** Years count in centuries and years of excess 100; before Christ both are below it. */
const yearText = (year: number) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

interface TimeParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const partsOf = (bytes: Buffer): TimeParts => {
  const [century = 0, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = bytes;
  return {
    year: (century - 100) * 100 + (year - 100),
    month,
    day,
    hour: hour - 1,
    minute: minute - 1,
    second: second - 1,
  };
};

const clockText = ({ year, month, day, hour, minute, second }: TimeParts) =>
  `${yearText(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;

/** A DATE: `2024-02-29 23:59:59`. */
export const dateText = (bytes: Buffer): string => clockText(partsOf(bytes));

/** A TIMESTAMP with as many digits behind the second as the column has; whole seconds travel without them. */
export const timestampText = (bytes: Buffer, digits: number): string => `${dateText(bytes)}${fraction(bytes, digits)}`;

const fraction = (bytes: Buffer, digits: number): string => {
  if (digits === 0) return '';
  const nanoseconds = bytes.length >= 11 ? bytes.readUInt32BE(7) : 0;
  return `.${String(nanoseconds).padStart(9, '0').slice(0, digits)}`;
};

const regionFlag = 0x80;

/**
 * A TIMESTAMP WITH TIME ZONE: local time and offset. It travels in UTC; of a named zone only a number is known here, so
 * its moment is written in UTC.
 */
export const zonedTimestampText = (bytes: Buffer, digits: number): string => {
  const [zoneHour = 20, zoneMinute = 60] = bytes.subarray(11, 13);
  const offset = zoneHour & regionFlag ? 0 : (zoneHour - 20) * 60 + (zoneMinute - 60);
  const local = offset === 0 ? partsOf(bytes) : moved(partsOf(bytes), offset);
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
  return `${clockText(local)}${fraction(bytes, digits)} ${zone}`;
};

const moved = ({ year, month, day, hour, minute, second }: TimeParts, minutes: number): TimeParts => {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour, minute + minutes, second);
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    day: time.getUTCDate(),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
  };
};

const middle = 0x80000000;

const named = (parts: readonly (readonly [number | string, string])[]) =>
  parts
    .filter(([value]) => value !== 0)
    .map((part) => part.join(''))
    .join('');

/** An INTERVAL YEAR TO MONTH in ISO 8601: `P12Y3M`, `P-1Y`. */
export const yearMonthText = (bytes: Buffer): string => {
  const parts = named([
    [bytes.readUInt32BE(0) - middle, 'Y'],
    [(bytes[4] ?? 60) - 60, 'M'],
  ]);
  return parts === '' ? 'P0M' : `P${parts}`;
};

/** An INTERVAL DAY TO SECOND in ISO 8601: `P1DT2H3M4.5S`, each part with its sign. */
export const dayTimeText = (bytes: Buffer): string => {
  const days = bytes.readUInt32BE(0) - middle;
  const [hours = 0, minutes = 0, seconds = 0] = [...bytes.subarray(4, 7)].map((byte) => byte - 60);
  const clock = named([
    [hours, 'H'],
    [minutes, 'M'],
    [secondsText(seconds, bytes.readUInt32BE(7) - middle), 'S'],
  ]);
  const day = named([[days, 'D']]);
  if (clock === '') return day === '' ? 'PT0S' : `P${day}`;
  return `P${day}T${clock}`;
};

const secondsText = (seconds: number, nanoseconds: number): number | string => {
  if (nanoseconds === 0) return seconds;
  const sign = seconds < 0 || nanoseconds < 0 ? '-' : '';
  const digits = String(Math.abs(nanoseconds)).padStart(9, '0').replace(/0+$/, '');
  return `${sign}${Math.abs(seconds)}.${digits}`;
};

/** A NUMBER: all its digits, never an exponent (except -1e126, the lowest), a zero before the point. */
export const numberText = (text: string): string => text.replace(/^(-?)\./, '$10.');

/** A BINARY_FLOAT: the shortest text that is this number again. */
export const floatText = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return String(candidate);
  }
  return String(Number(value.toPrecision(9)));
};

export const hexText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
