/** The columns of a result: names, types, and how the bytes of their cells are found and read (MS-TDS 2.2.5.4 to 2.2.5.6). */
import type { ByteReader } from './byte-reader';
import {
  bitText,
  type CellText,
  dateText,
  dateTime2Text,
  dateTimeOffsetText,
  dateTimeText,
  decimalText,
  floatText,
  guidText,
  hexText,
  integerText,
  moneyText,
  timeText,
  utf16Text,
} from './cell-texts';
import { createDecoding, type TextDecoding } from './character-sets';
import { hierarchyPath } from './hierarchy-id';
import { variantText } from './variants';

/**
 * What precedes a cell. `fixed`: nothing, and it is never NULL. `byte`, `short`, `variant`: its length in one, two or four
 * bytes. `pointer`: a pointer that has no meaning here, then four bytes. `parts`: parts with a length each (PLP).
 */
export type LengthForm = 'fixed' | 'byte' | 'short' | 'variant' | 'pointer' | 'parts';

export interface TdsColumn {
  name: string;
  type: string;
  lengthForm: LengthForm;
  /** Bytes of a cell of a `fixed` column. */
  size: number;
  text: CellText;
  /** For cells that come in pieces: what becomes of them; the last call has no piece. */
  createDecoding: () => TextDecoding;
}

type Format = Omit<TdsColumn, 'name' | 'createDecoding'> & Partial<Pick<TdsColumn, 'createDecoding'>>;

/** Length of a column without a limit: its cells come in parts. */
const unlimited = 0xffff;
const timestampUserType = 80;

const fixed = (type: string, size: number, text: CellText): Format => ({ type, size, text, lengthForm: 'fixed' });
const counted = (type: string, text: CellText): Format => ({ type, size: 0, text, lengthForm: 'byte' });

const collect = (text: CellText) => (): TextDecoding => {
  const pieces: Buffer[] = [];
  return (piece) => {
    if (piece) pieces.push(Buffer.from(piece));
    return piece ? '' : text(Buffer.concat(pieces));
  };
};

/** UTF-16 in pieces that may cut a character. */
const utf16Decoding = (): TextDecoding => {
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  return (piece) => decoder.decode(piece, { stream: piece !== undefined });
};

/** The server sets a byte order mark before XML. */
const xmlDecoding = (): TextDecoding => {
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: false });
  return (piece) => decoder.decode(piece, { stream: piece !== undefined });
};

const hexDecoding = (): TextDecoding => {
  let isFirst = true;
  return (piece) => {
    const opening = isFirst ? '\\x' : '';
    isFirst = false;
    return opening + (piece?.toString('hex') ?? '');
  };
};

const bySize = (names: Record<number, string>, text: CellText) => (reader: ByteReader) =>
  counted(names[reader.byte()] ?? 'unknown', text);

const decimals = (name: string) => (reader: ByteReader) => {
  reader.byte();
  const [precision, scale] = [reader.byte(), reader.byte()];
  return counted(`${name}(${precision},${scale})`, decimalText(scale));
};

const withScale = (name: string, text: (scale: number) => CellText) => (reader: ByteReader) => {
  const scale = reader.byte();
  return counted(`${name}(${scale})`, text(scale));
};

const limited = (name: string, length: number, perCharacter: number): string =>
  `${name}(${length === unlimited ? 'max' : length / perCharacter})`;

const bytesOrText = (name: string, perCharacter: number, reader: ByteReader, forms: TextForms): Format => {
  const length = reader.short();
  return {
    ...forms(reader),
    type: limited(name, length, perCharacter),
    size: 0,
    lengthForm: length === unlimited ? 'parts' : 'short',
  };
};

type TextForms = (reader: ByteReader) => Pick<TdsColumn, 'text' | 'createDecoding'>;

const bytesForm: TextForms = () => ({ text: hexText, createDecoding: hexDecoding });
const utf16Form: TextForms = (reader) => {
  reader.take(5);
  return { text: utf16Text, createDecoding: utf16Decoding };
};
const codePageForm: TextForms = (reader) => {
  const collation = Buffer.from(reader.slice(5));
  const decode = createDecoding(collation);
  return { text: (bytes) => decode(bytes) + decode(), createDecoding: () => createDecoding(collation) };
};

/** The types with a pointer also name their table. */
const withPointer = (type: string, forms: TextForms) => (reader: ByteReader) => {
  reader.long();
  const form = forms(reader);
  for (let parts = reader.byte(); parts > 0; parts -= 1) reader.text();
  return { ...form, type, size: 0, lengthForm: 'pointer' as const };
};

const xml = (reader: ByteReader): Format => {
  if (reader.byte() === 1) {
    reader.shortText();
    reader.shortText();
    reader.text();
  }
  return { type: 'xml', size: 0, text: utf16Text, createDecoding: xmlDecoding, lengthForm: 'parts' };
};

/** Types of .NET: paths of a hierarchy as text, others (geometry, geography, the client's own) as the bytes they are. */
const userDefined = (reader: ByteReader): Format => {
  reader.short();
  reader.shortText();
  const [schema, name] = [reader.shortText(), reader.shortText()];
  reader.text();
  const isPath = name.toLowerCase() === 'hierarchyid';
  const text: CellText = isPath ? (bytes) => hierarchyPath(bytes) ?? hexText(bytes) : hexText;
  const type = schema === 'sys' || schema === '' ? name : `${schema}.${name}`;
  return { type, size: 0, text, createDecoding: isPath ? collect(text) : hexDecoding, lengthForm: 'parts' };
};

/** By the type's number, how its description goes on. */
const formats: Record<number, (reader: ByteReader) => Format> = {
  31: () => fixed('null', 0, () => ''),
  34: withPointer('image', bytesForm),
  35: withPointer('text', codePageForm),
  36: bySize({ 16: 'uniqueidentifier' }, guidText),
  38: bySize({ 1: 'tinyint', 2: 'smallint', 4: 'int', 8: 'bigint' }, integerText),
  40: () => counted('date', dateText),
  41: withScale('time', timeText),
  42: withScale('datetime2', dateTime2Text),
  43: withScale('datetimeoffset', dateTimeOffsetText),
  48: () => fixed('tinyint', 1, integerText),
  50: () => fixed('bit', 1, bitText),
  52: () => fixed('smallint', 2, integerText),
  56: () => fixed('int', 4, integerText),
  58: () => fixed('smalldatetime', 4, dateTimeText),
  59: () => fixed('real', 4, floatText),
  60: () => fixed('money', 8, moneyText),
  61: () => fixed('datetime', 8, dateTimeText),
  62: () => fixed('float', 8, floatText),
  98: (reader) => {
    reader.long();
    return { type: 'sql_variant', size: 0, text: variantText, lengthForm: 'variant' };
  },
  99: withPointer('ntext', utf16Form),
  104: bySize({ 1: 'bit' }, bitText),
  106: decimals('decimal'),
  108: decimals('numeric'),
  109: bySize({ 4: 'real', 8: 'float' }, floatText),
  110: bySize({ 4: 'smallmoney', 8: 'money' }, moneyText),
  111: bySize({ 4: 'smalldatetime', 8: 'datetime' }, dateTimeText),
  122: () => fixed('smallmoney', 4, moneyText),
  127: () => fixed('bigint', 8, integerText),
  165: (reader) => bytesOrText('varbinary', 1, reader, bytesForm),
  167: (reader) => bytesOrText('varchar', 1, reader, codePageForm),
  173: (reader) => bytesOrText('binary', 1, reader, bytesForm),
  175: (reader) => bytesOrText('char', 1, reader, codePageForm),
  231: (reader) => bytesOrText('nvarchar', 2, reader, utf16Form),
  239: (reader) => bytesOrText('nchar', 2, reader, utf16Form),
  240: userDefined,
  241: xml,
};

/** One column of COLMETADATA (MS-TDS 2.2.7.4). Throws for a type that TDS 7.4 does not have. */
export const readColumn = (reader: ByteReader): TdsColumn => {
  const userType = reader.long();
  reader.short();
  const number = reader.byte();
  const format = formats[number]?.(reader);
  if (!format) throw new Error(`The server sent a column of the unknown type 0x${number.toString(16)}.`);
  const type = userType === timestampUserType ? 'rowversion' : format.type;
  return { createDecoding: collect(format.text), ...format, type, name: reader.shortText() };
};
