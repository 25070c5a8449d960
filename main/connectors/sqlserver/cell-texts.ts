/**
 * The text of a cell for each type, exact to the last digit, from its bytes (MS-TDS 2.2.5.5, "Data Type Dependent Data
 * Streams"). The driver itself would turn numbers and times into JavaScript's, which hold fewer digits.
 */

export type CellText = (bytes: Buffer) => string;

export const hexText: CellText = (bytes) => `\\x${bytes.toString('hex')}`;
export const utf16Text: CellText = (bytes) => bytes.toString('utf16le');

/** `tinyint` is the only type without a sign. */
export const integerText: CellText = (bytes) => {
  if (bytes.length === 1) return String(bytes[0]);
  return bytes.length === 8 ? bytes.readBigInt64LE().toString() : String(bytes.readIntLE(0, bytes.length));
};

export const bitText: CellText = (bytes) => (bytes[0] === 0 ? '0' : '1');

/** Digits with `scale` of them behind the point. */
const fixedPoint = (value: bigint, scale: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/** A sign (1 is plus) and the unsigned number without its point, in little-endian order. */
export const decimalText =
  (scale: number): CellText =>
  (bytes) => {
    let value = 0n;
    for (let index = bytes.length - 1; index > 0; index -= 1) value = value * 256n + BigInt(bytes[index] as number);
    return fixedPoint(bytes[0] === 0 ? -value : value, scale);
  };

/** Ten thousandths; the eight-byte form sends its upper half first. */
export const moneyText: CellText = (bytes) => {
  if (bytes.length === 4) return fixedPoint(BigInt(bytes.readInt32LE()), 4);
  return fixedPoint(BigInt(bytes.readInt32LE()) * 4_294_967_296n + BigInt(bytes.readUInt32LE(4)), 4);
};

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The shortest digits that mean the same number, in the type's own precision. */
export const floatText: CellText = (bytes) => {
  if (bytes.length === 8) return numberText(bytes.readDoubleLE());
  const value = bytes.readFloatLE();
  if (value === 0) return numberText(value);
  for (let digits = 1; digits <= 9; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return numberText(candidate);
  }
  return numberText(value);
};

const millisecondsPerDay = 86_400_000;
/** Days from 0001-01-01 and from 1900-01-01 to 1970-01-01. */
const daysBefore1970 = 719_162;
const daysFrom1900To1970 = 25_567;

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

const dateFrom1970 = (days: number): string => {
  const date = new Date(days * millisecondsPerDay);
  return `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1, 2)}-${padded(date.getUTCDate(), 2)}`;
};

const clock = (seconds: number): string =>
  `${padded(Math.floor(seconds / 3_600), 2)}:${padded(Math.floor(seconds / 60) % 60, 2)}:${padded(seconds % 60, 2)}`;

export const dateText: CellText = (bytes) => dateFrom1970(bytes.readUIntLE(0, 3) - daysBefore1970);

/** Units of a second over ten to the power of `scale` since midnight; at most 864,000,000,000, so exact as a number. */
const timeOfUnits = (units: number, scale: number): string => {
  const perSecond = 10 ** scale;
  const fraction = scale === 0 ? '' : `.${padded(units % perSecond, scale)}`;
  return `${clock(Math.floor(units / perSecond))}${fraction}`;
};

const readUnits = (bytes: Buffer, tail: number): number => bytes.readUIntLE(0, bytes.length - tail);

export const timeText =
  (scale: number): CellText =>
  (bytes) =>
    timeOfUnits(readUnits(bytes, 0), scale);

export const dateTime2Text =
  (scale: number): CellText =>
  (bytes) =>
    `${dateText(bytes.subarray(-3))} ${timeOfUnits(readUnits(bytes, 3), scale)}`;

/** Sent in UTC with the offset in minutes; written as the server writes it, the local time and its offset. */
export const dateTimeOffsetText =
  (scale: number): CellText =>
  (bytes) => {
    const offset = bytes.readInt16LE(bytes.length - 2);
    const perDay = 86_400 * 10 ** scale;
    const local = readUnits(bytes, 5) + offset * 60 * 10 ** scale;
    const days = bytes.readUIntLE(bytes.length - 5, 3) + Math.floor(local / perDay);
    const units = ((local % perDay) + perDay) % perDay;
    const minutes = Math.abs(offset);
    const zone = `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`;
    return `${dateFrom1970(days - daysBefore1970)} ${timeOfUnits(units, scale)} ${zone}`;
  };

/** `smalldatetime`: days and minutes. `datetime`: days and three hundredths of a second, shown by its milliseconds. */
export const dateTimeText: CellText = (bytes) => {
  if (bytes.length === 4) {
    return `${dateFrom1970(bytes.readUInt16LE() - daysFrom1900To1970)} ${clock(bytes.readUInt16LE(2) * 60)}`;
  }
  const ticks = bytes.readUInt32LE(4);
  const milliseconds = Math.round(((ticks % 300) * 10) / 3);
  return `${dateFrom1970(bytes.readInt32LE() - daysFrom1900To1970)} ${clock(Math.floor(ticks / 300))}.${padded(milliseconds, 3)}`;
};

/** The first three groups are stored as little-endian numbers. */
export const guidText: CellText = (bytes) => {
  const hex = (start: number, end: number) => bytes.subarray(start, end).toString('hex').toUpperCase();
  const swapped = Buffer.from([3, 2, 1, 0, 5, 4, 7, 6].map((index) => bytes[index] as number))
    .toString('hex')
    .toUpperCase();
  return `${swapped.slice(0, 8)}-${swapped.slice(8, 12)}-${swapped.slice(12)}-${hex(8, 10)}-${hex(10, 16)}`;
};
