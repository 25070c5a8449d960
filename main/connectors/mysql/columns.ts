/** Column types of the MySQL protocol: their names, and how the bytes of a cell become its text. */
import type { Column } from '../../../preload/contract';
import type { ColumnDefinition } from './wire';

/**
 * `number`: digits, never quoted. `text`: the server's UTF-8. `hex`: bytes, as `\x` and lower-case hex.
 * `bits`: a BIT, as the unsigned number it stands for.
 */
export type CellForm = 'number' | 'text' | 'hex' | 'bits';

const binaryCharacterSet = 63;
const unsignedFlag = 32;
const enumFlag = 256;
const setFlag = 2_048;
/** Results come as utf8mb4, so lengths of texts are told in four bytes a character. */
const bytesPerCharacter = 4;

interface TypeRule {
  form: CellForm;
  name: (column: ColumnDefinition) => string;
}

const signed = (name: string) => (column: ColumnDefinition) =>
  column.flags & unsignedFlag ? `${name} unsigned` : name;
const withFraction = (name: string) => (column: ColumnDefinition) =>
  column.decimals > 0 && column.decimals <= 6 ? `${name}(${column.decimals})` : name;

const decimal = (column: ColumnDefinition): string => {
  const sign = column.flags & unsignedFlag ? 0 : 1;
  const point = column.decimals > 0 ? 1 : 0;
  return signed(`decimal(${column.columnLength - sign - point},${column.decimals})`)(column);
};

/** Texts and bytes share their type codes; the character set tells them apart. */
const textOrBytes = (text: string, bytes: string, withLength: boolean): TypeRule => ({
  form: 'text',
  name: (column) => {
    if (column.flags & enumFlag) return 'enum';
    if (column.flags & setFlag) return 'set';
    const isBytes = column.characterSet === binaryCharacterSet;
    const length = isBytes ? column.columnLength : Math.floor(column.columnLength / bytesPerCharacter);
    return `${isBytes ? bytes : text}${withLength ? `(${length})` : ''}`;
  },
});

const varchar = textOrBytes('varchar', 'varbinary', true);
const blob = textOrBytes('text', 'blob', false);

const rules: Record<number, TypeRule> = {
  0: { form: 'number', name: decimal },
  1: { form: 'number', name: signed('tinyint') },
  2: { form: 'number', name: signed('smallint') },
  3: { form: 'number', name: signed('int') },
  4: { form: 'number', name: signed('float') },
  5: { form: 'number', name: signed('double') },
  6: { form: 'text', name: () => 'null' },
  7: { form: 'number', name: withFraction('timestamp') },
  8: { form: 'number', name: signed('bigint') },
  9: { form: 'number', name: signed('mediumint') },
  10: { form: 'number', name: () => 'date' },
  11: { form: 'number', name: withFraction('time') },
  12: { form: 'number', name: withFraction('datetime') },
  13: { form: 'number', name: () => 'year' },
  15: varchar,
  16: { form: 'bits', name: (column) => `bit(${column.columnLength})` },
  245: { form: 'text', name: () => 'json' },
  246: { form: 'number', name: decimal },
  247: { form: 'text', name: () => 'enum' },
  248: { form: 'text', name: () => 'set' },
  249: blob,
  250: blob,
  251: blob,
  252: blob,
  253: varchar,
  254: textOrBytes('char', 'binary', true),
  255: { form: 'hex', name: () => 'geometry' },
};

/** MariaDB's own types are texts, whatever character set they travel with. */
const extendedName = ({ extendedTypeName, extendedFormat }: ColumnDefinition) => extendedTypeName ?? extendedFormat;
const isExtendedText = (column: ColumnDefinition) =>
  ['uuid', 'inet4', 'inet6', 'json'].includes(extendedName(column) ?? '');

export const columnOf = (column: ColumnDefinition): Column => ({
  name: column.name,
  type: extendedName(column) ?? rules[column.columnType]?.name(column) ?? `type ${column.columnType}`,
});

/** How cells of this column are written. A type this list does not know is written as hex, so that nothing is lost. */
export const cellForm = (column: ColumnDefinition): CellForm => {
  if (isExtendedText(column)) return 'text';
  const form = rules[column.columnType]?.form ?? 'hex';
  const isBytes =
    form === 'text' && column.characterSet === binaryCharacterSet && ![6, 245].includes(column.columnType);
  return isBytes ? 'hex' : form;
};
