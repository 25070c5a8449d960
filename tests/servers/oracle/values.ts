/** Column types and how their values travel. */
import { TtcWriter } from './ttc';

/** Numbers of the types, from the drivers' sources. */
export const dataType = {
  varchar: 1,
  number: 2,
  long: 8,
  rowid: 11,
  date: 12,
  raw: 23,
  char: 96,
  binaryFloat: 100,
  binaryDouble: 101,
  cursor: 102,
  object: 109,
  clob: 112,
  blob: 113,
  bfile: 114,
  json: 119,
  timestamp: 180,
  timestampTz: 181,
  intervalYm: 182,
  intervalDs: 183,
  timestampLtz: 231,
  boolean: 252,
} as const;

export interface OracleColumn {
  name: string;
  type: number;
  /** 1: the database's character set; 2: the national one, UTF-16. */
  characterForm?: 1 | 2;
  size?: number;
  precision?: number;
  scale?: number;
  schema?: string;
  typeName?: string;
}

/** A large object: its text or bytes are asked for piece by piece. */
export interface LargeObject {
  /** Characters (UTF-16 units) of a CLOB, bytes of a BLOB. */
  length: number;
  read(offset: number, amount: number): Buffer;
}

export type OracleValue = null | string | number | boolean | Buffer | LargeObject;

export interface LobHandling {
  locatorOf(lob: LargeObject): Buffer;
  /** Some clients get the length and the size of a piece along with the locator. */
  withLengths: boolean;
}

/** Texts and numbers as texts; dates as `2024-02-29T23:59:59.123456789+02:00`; everything else as its bytes. */
export const encodeValue = (column: OracleColumn, value: OracleValue, lobs: LobHandling): Buffer => {
  const writer = new TtcWriter();
  if (column.type === dataType.clob || column.type === dataType.blob) {
    if (value === null) return writer.number(0).bytes();
    const lob = value as LargeObject;
    const locator = lobs.locatorOf(lob);
    writer.number(locator.length);
    if (lobs.withLengths) writer.number(lob.length, 8_060);
    return writer.counted(locator).bytes();
  }
  if (column.type === dataType.rowid) {
    // Data object 73021, file 4, block 171, row 2.
    return value === null ? writer.byte(0).bytes() : writer.byte(13).number(73_021, 4).byte(0).number(171, 2).bytes();
  }
  writer.counted(value === null ? Buffer.alloc(0) : plainBytes(column, value));
  if (column.type === dataType.long) writer.number(0, 0);
  return writer.bytes();
};

const plainBytes = (column: OracleColumn, value: Exclude<OracleValue, null>): Buffer => {
  if (Buffer.isBuffer(value)) return value;
  const text = String(value);
  switch (column.type) {
    case dataType.number:
      return encodeNumber(text);
    case dataType.date:
    case dataType.timestamp:
    case dataType.timestampLtz:
    case dataType.timestampTz:
      return encodeTime(column.type, text);
    case dataType.intervalYm:
    case dataType.intervalDs:
      return encodeInterval(column.type, text.split(/[ ]/).map(Number));
    case dataType.binaryFloat:
    case dataType.binaryDouble:
      return encodeFloat(column.type === dataType.binaryFloat ? 4 : 8, Number(text));
    case dataType.boolean:
      return Buffer.from(value === true ? [1, 1] : [0]);
    default:
      return column.characterForm === 2 ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text);
  }
};

/** NUMBER: an exponent of base 100, then up to 20 digits of base 100 ("Oracle Call Interface", external data type NUMBER). */
export const encodeNumber = (text: string): Buffer => {
  const [, sign, whole = '', fraction = ''] = /^(-?)0*(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  const padded = `${whole.length % 2 ? '0' : ''}${whole}${fraction}${fraction.length % 2 ? '0' : ''}`;
  let digits = padded.match(/\d\d/g)?.map(Number) ?? [];
  let exponent = Math.ceil(whole.length / 2) - 1;
  while (digits[0] === 0) {
    digits = digits.slice(1);
    exponent -= 1;
  }
  while (digits.at(-1) === 0) digits = digits.slice(0, -1);
  if (digits.length === 0) return Buffer.from([0x80]);
  if (sign !== '-') return Buffer.from([exponent + 193, ...digits.map((digit) => digit + 1)]);
  const end = digits.length < 20 ? [102] : [];
  return Buffer.from([(exponent + 193) ^ 0xff, ...digits.map((digit) => 101 - digit), ...end]);
};

const namedZone = /\[(\d+)\]$/;

/** Seven bytes, eleven with a fraction, thirteen with a zone; times with a zone travel in UTC. `[123]` is a zone's number. */
const encodeTime = (type: number, text: string): Buffer => {
  const [, sign, year = '', month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = ''] =
    /^(-?)(\d+)-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?([+-]\d\d:\d\d)?/.exec(text) ?? [];
  const [, zoneSign = '+', zoneHours = '0', zoneMinutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(zone) ?? [];
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (zoneSign === '-' ? -1 : 1);
  const utc = new Date(0);
  utc.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  utc.setUTCHours(Number(hour), Number(minute) - offset, Number(second));
  const signed = (sign === '-' ? -1 : 1) * utc.getUTCFullYear();
  const bytes = Buffer.alloc(type === dataType.timestampTz ? 13 : fraction && type !== dataType.date ? 11 : 7);
  bytes.set([
    Math.trunc(signed / 100) + 100,
    (signed % 100) + 100,
    utc.getUTCMonth() + 1,
    utc.getUTCDate(),
    utc.getUTCHours() + 1,
    utc.getUTCMinutes() + 1,
    utc.getUTCSeconds() + 1,
  ]);
  if (bytes.length > 7) bytes.writeUInt32BE(Number(fraction.padEnd(9, '0')), 7);
  const region = namedZone.exec(text)?.[1];
  if (bytes.length === 13 && region) {
    bytes[11] = 0x80 | (Number(region) >> 6);
    bytes[12] = (Number(region) & 0x3f) << 2;
  } else if (bytes.length === 13) {
    bytes[11] = Math.trunc(offset / 60) + 20;
    bytes[12] = (offset % 60) + 60;
  }
  return bytes;
};

const intervalMiddle = 0x80000000;

/** `years months` or `days hours minutes seconds nanoseconds`, each with its sign. */
const encodeInterval = (type: number, parts: number[]): Buffer => {
  const bytes = Buffer.alloc(type === dataType.intervalYm ? 5 : 11);
  const [first = 0, second = 0, third = 0, fourth = 0, nanoseconds = 0] = parts;
  bytes.writeUInt32BE(first + intervalMiddle, 0);
  bytes[4] = second + 60;
  if (type === dataType.intervalYm) return bytes;
  bytes[5] = third + 60;
  bytes[6] = fourth + 60;
  bytes.writeUInt32BE(nanoseconds + intervalMiddle, 7);
  return bytes;
};

/** Bits in an order that sorts: the sign turned round, negative numbers inverted. */
const encodeFloat = (size: 4 | 8, value: number): Buffer => {
  const bytes = Buffer.alloc(size);
  if (size === 4) bytes.writeFloatBE(value);
  else bytes.writeDoubleBE(value);
  if (value < 0 || Object.is(value, -0)) return Buffer.from(bytes.map((byte) => byte ^ 0xff));
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  return bytes;
};
