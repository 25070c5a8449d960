/** The text of a `sql_variant` cell: its base type, that type's properties, then the value (MS-TDS 2.2.5.5.4). */
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
import { createDecoding } from './character-sets';

const inCodePage = (properties: Buffer): CellText => {
  const decode = createDecoding(properties.subarray(0, 5));
  return (bytes) => decode(bytes) + decode();
};
const scaleOf = (properties: Buffer): number => properties.at(-1) ?? 0;

const texts: Record<number, (properties: Buffer) => CellText> = {
  36: () => guidText,
  40: () => dateText,
  41: (properties) => timeText(scaleOf(properties)),
  42: (properties) => dateTime2Text(scaleOf(properties)),
  43: (properties) => dateTimeOffsetText(scaleOf(properties)),
  48: () => integerText,
  50: () => bitText,
  52: () => integerText,
  56: () => integerText,
  58: () => dateTimeText,
  59: () => floatText,
  60: () => moneyText,
  61: () => dateTimeText,
  62: () => floatText,
  106: (properties) => decimalText(scaleOf(properties)),
  108: (properties) => decimalText(scaleOf(properties)),
  122: () => moneyText,
  127: () => integerText,
  165: () => hexText,
  167: inCodePage,
  173: () => hexText,
  175: inCodePage,
  231: () => utf16Text,
  239: () => utf16Text,
};

export const variantText: CellText = (bytes) => {
  const [baseType = 0, propertyLength = 0] = bytes;
  const text = texts[baseType];
  if (!text) throw new Error(`The server sent a sql_variant of the unknown type 0x${baseType.toString(16)}.`);
  const valueStart = 2 + propertyLength;
  return text(bytes.subarray(2, valueStart))(bytes.subarray(valueStart));
};
