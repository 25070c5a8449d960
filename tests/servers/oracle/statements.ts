/** The statements that the double understands, and their results. */
import { dataType, type LargeObject, type OracleColumn, type OracleValue } from './values';

export interface Result {
  columns: OracleColumn[];
  rows: Iterable<OracleValue[]>;
  /** Waits before rows come; ends when the session is told to break. */
  waits?: boolean;
  /** After so many rows the line is cut, or something else is sent. */
  breaksAfter?: { rows: number; how: 'cut' | 'garbage' | 'stall' };
}

export class OracleError extends Error {
  constructor(
    readonly number: number,
    text: string,
    readonly position = 0,
  ) {
    super(`ORA-${String(number).padStart(5, '0')}: ${text}\n`);
  }
}

const text = (name: string, size = 4_000): OracleColumn => ({ name, type: dataType.varchar, characterForm: 1, size });
const number = (name: string, precision = 0, scale = 0): OracleColumn => ({
  name,
  type: dataType.number,
  size: 22,
  precision,
  scale,
});

/** Rows that are made while they are sent. */
function* generate(count: number, row: (index: number) => OracleValue[]): Generator<OracleValue[]> {
  for (let index = 1; index <= count; index += 1) yield row(index);
}

const utf16 = (value: string) => Buffer.from(value, 'utf16le').swap16();

export const textObject = (value: string): LargeObject => ({
  length: value.length,
  read: (offset, amount) => utf16(value.slice(offset, offset + amount)),
});
const repeated = (length: number, unit: Buffer): LargeObject => ({
  length,
  read: (offset, amount) => Buffer.alloc(Math.max(0, Math.min(amount, length - offset)) * unit.length, unit),
});
const bytesObject = (bytes: Buffer): LargeObject => ({
  length: bytes.length,
  read: (offset, amount) => bytes.subarray(offset, offset + amount),
});

/** The image of an XMLTYPE that holds its text: flags, version, length, then the kind of content and the text. */
const xmlImage = (value: string): Buffer => {
  const body = Buffer.concat([Buffer.from([1, 0, 0, 0, 4]), Buffer.from(value)]);
  return Buffer.concat([Buffer.from([0x84, 1, body.length + 3]), body]);
};

const cellColumns: OracleColumn[] = [
  number('ID', 10),
  number('AMOUNT', 38, 10),
  text('NAME', 200),
  { name: 'NNAME', type: dataType.varchar, characterForm: 2, size: 200 },
  { name: 'FIXED', type: dataType.char, characterForm: 1, size: 5 },
  { name: 'DAY', type: dataType.date, size: 7 },
  { name: 'AT', type: dataType.timestamp, size: 11, scale: 9 },
  { name: 'SECONDS', type: dataType.timestamp, size: 11, scale: 0 },
  { name: 'ZONED', type: dataType.timestampTz, size: 13, scale: 6 },
  { name: 'LOCAL', type: dataType.timestampLtz, size: 11, scale: 3 },
  { name: 'YEARS', type: dataType.intervalYm, size: 5, precision: 4 },
  { name: 'DAYS', type: dataType.intervalDs, size: 11, precision: 2, scale: 6 },
  { name: 'BYTES', type: dataType.raw, size: 100 },
  { name: 'SINGLE', type: dataType.binaryFloat, size: 4 },
  { name: 'RATIO', type: dataType.binaryDouble, size: 8 },
  { name: 'ROW_ID', type: dataType.rowid, size: 10 },
  { name: 'OLD', type: dataType.long, characterForm: 1, size: 0 },
];

const cellRows: OracleValue[][] = [
  [
    1,
    '12345678901234567890123456789.0123456789',
    'Ünï 🦉, "quoted"',
    'Zoë',
    'ab   ',
    '2024-02-29T23:59:59',
    '2024-02-29T23:59:59.123456789',
    '2024-02-29T12:00:00',
    '2024-02-29T23:59:59.5+02:00',
    '2024-02-29T12:00:00.25',
    '12 3',
    '-1 -2 -3 -4 -500000000',
    Buffer.from('00ff41', 'hex'),
    0.1,
    0.1,
    'row',
    'line\nbreak',
  ],
  [
    2,
    '-.5',
    null,
    null,
    null,
    '-4712-01-01',
    '2024-02-29T00:00:00',
    null,
    '2024-02-29T12:00:00[42]',
    null,
    '-1 0',
    '10 0 0 0 0',
    null,
    -1.5,
    1e300,
    null,
    null,
  ],
  [3, '100000', ...Array<null>(15).fill(null)],
];

const context: Record<string, string> = {
  DB_NAME: 'HRCDB',
  DB_UNIQUE_NAME: 'HRCDB_SITE1',
  CON_NAME: 'HRPDB',
  SERVICE_NAME: 'hrpdb.example.com',
  SERVER_HOST: 'ora-hr',
  INSTANCE_NAME: 'hrcdb1',
  DATABASE_ROLE: 'PRIMARY',
  CURRENT_SCHEMA: 'AUDITOR',
  ISDBA: 'FALSE',
};

/** What tests may decide about the system that the double plays. */
export interface World {
  dbid: string | undefined;
  context: Record<string, string>;
  privileges: string[];
  roles: string[];
  /** How many tables the login may write. */
  writableTables: number;
  /** Functions of the client: `OWNER.NAME` or `OWNER.PACKAGE.NAME`. */
  functions: string[];
}

export const defaultWorld = (): World => ({
  dbid: '1234567890',
  context,
  privileges: ['CREATE SESSION', 'SELECT ANY DICTIONARY'],
  roles: ['SELECT_CATALOG_ROLE'],
  writableTables: 0,
  functions: [],
});

type Answer = (match: RegExpExecArray, world: World, user: string) => Result;

const oneRow = (columns: OracleColumn[], row: OracleValue[]): Result => ({ columns, rows: [row] });

/** Over the statement's text with single spaces, upper case outside of nothing in particular. */
const answers: [RegExp, Answer][] = [
  [/^SELECT 1( AS \w+)? FROM DUAL$/, () => oneRow([number('1')], [1])],
  [/^SELECT '(\w+)' AS MARKER FROM DUAL$/, ([, marker = '']) => oneRow([text('MARKER', 30)], [marker])],
  [
    /^SELECT (SYS_CONTEXT.*) FROM DUAL$/,
    ([, list = ''], world, user) => {
      const names = [...list.matchAll(/SYS_CONTEXT\('USERENV', '(\w+)'\)(?: AS (\w+))?/g)];
      const contextOf = (name: string) => (name === 'SESSION_USER' ? user : (world.context[name] ?? null));
      return oneRow(
        names.map(([, name = '', alias = name]) => text(alias, 256)),
        names.map(([, name = '']) => contextOf(name)),
      );
    },
  ],
  [
    /FROM V\$DATABASE$/,
    (_match, { dbid }) => {
      if (dbid === undefined) throw new OracleError(942, 'table or view does not exist', 27);
      return oneRow([text('DBID', 40)], [dbid]);
    },
  ],
  [
    /FROM SESSION_PRIVS/,
    (_match, world) => ({
      columns: [text('KIND', 10), text('NAME', 128)],
      rows: [
        ...world.privileges.map((name) => ['privilege', name]),
        ...world.roles.map((name) => ['role', name]),
        ...(world.writableTables > 0 ? [['table', 'INSERT']] : []),
      ],
    }),
  ],
  [
    /FROM ALL_PROCEDURES/,
    ({ input }, { functions }) => ({
      columns: [text('NAME', 400)],
      rows: functions
        .filter((name) => input.includes(`'${name.split('.').at(-1)?.toUpperCase()}'`))
        .map((name) => [name]),
    }),
  ],
  [
    /FROM ALL_TAB_COLUMNS/,
    () => ({
      columns: [text('SCHEMA', 128), text('TABLE', 128), text('COLUMN', 128), text('TYPE', 128)],
      rows: [
        ['HR', 'STAFF', 'ID', 'NUMBER(10)'],
        ['HR', 'STAFF', 'NAME', 'VARCHAR2(200)'],
        ['SYS', 'DBA_USERS', 'USERNAME', 'VARCHAR2(128)'],
      ],
    }),
  ],
  [
    /^SELECT ID, NAME FROM ROWS_(\d+)$/,
    ([, count]) => ({
      columns: [number('ID', 10), text('NAME', 100)],
      rows: generate(Number(count), (index) => [index, `name ${index}, "quoted"`]),
    }),
  ],
  [
    /^SELECT ID, FILLING FROM FULL_ROWS_(\d+)$/,
    ([, count]) => ({
      columns: [number('ID', 10), text('FILLING', 2_000)],
      rows: generate(Number(count), (index) => [index, String(index % 10).repeat(2_000)]),
    }),
  ],
  [
    /^SELECT NAME FROM SYSTEM_(\d+)$/,
    ([, count], world) => ({
      columns: [text('NAME', 100)],
      rows: generate(Number(count), () => [world.context.DB_UNIQUE_NAME ?? '']),
    }),
  ],
  [
    /^SELECT ID, STATUS FROM REPEATING_(\d+)$/,
    ([, count]) => ({
      columns: [number('ID', 10), text('STATUS', 100)],
      rows: generate(Number(count), (index) => [index, index % 10 < 7 ? 'OPEN' : index % 10 < 9 ? null : 'LOCKED']),
    }),
  ],
  [
    /^SELECT (\d+) FROM ENDLESS$/,
    ([, marker = '']) => ({
      columns: [number('ID', 10), text('MARKER', 30), text('FILLING', 1_000)],
      rows: generate(1e9, (index) => [index, marker, 'x'.repeat(1_000)]),
    }),
  ],
  [
    /^SELECT \* FROM WIDE_(\d+)$/,
    ([, count]) => {
      const columns = Array.from({ length: Number(count) }, (_, index) => number(`C${index}`, 10));
      return oneRow(
        columns,
        columns.map((_, index) => index),
      );
    },
  ],
  [/^SELECT \* FROM CELLS$/, () => ({ columns: cellColumns, rows: cellRows })],
  [
    // Without what python-oracledb 1.2 does not know.
    /^SELECT \* FROM OLDER_CELLS$/,
    () => {
      const known = cellColumns.map(({ type }) => type !== dataType.intervalYm);
      return oneRow(
        cellColumns.filter((_, index) => known[index]),
        (cellRows[0] ?? []).filter((_, index) => known[index]),
      );
    },
  ],
  [
    /^SELECT \* FROM NAMES$/,
    () => ({
      columns: [number('A'), number('A'), text('x,y'), text('q"q')],
      rows: [[1, 2, '', "''"]],
    }),
  ],
  [
    /^SELECT \* FROM NEWER_TYPES$/,
    () => ({
      columns: [
        { name: 'FLAG', type: dataType.boolean, size: 1 },
        { name: 'DOC', type: dataType.json, size: 8_200 },
        {
          name: 'XML',
          type: dataType.object,
          size: 2_000,
          schema: 'SYS',
          typeName: 'XMLTYPE',
        },
      ],
      rows: [
        [true, '{"a":12345678901234567890}', xmlImage('<a b="c"/>')],
        [false, null, null],
      ],
    }),
  ],
  [
    /^SELECT ID, DOC, FILE_BYTES FROM LOBS$/,
    () => ({
      columns: [
        number('ID', 10),
        { name: 'DOC', type: dataType.clob, characterForm: 1, size: 4_000 },
        { name: 'FILE_BYTES', type: dataType.blob, size: 4_000 },
      ],
      rows: [
        [1, textObject('Ünï 🦉, line\nbreak'), bytesObject(Buffer.from('00ff41', 'hex'))],
        [2, null, null],
        [3, textObject(''), bytesObject(Buffer.alloc(0))],
        [4, textObject('🦉'.repeat(700_000)), bytesObject(Buffer.alloc(70_000, 7))],
      ],
    }),
  ],
  [
    /^SELECT DOC FROM LARGE_(\d+)$/,
    ([, length]) => ({
      columns: [{ name: 'DOC', type: dataType.clob, characterForm: 1, size: 4_000 }],
      rows: [[repeated(Number(length), utf16('x'))]],
    }),
  ],
  [
    /^SELECT \* FROM OBJECTS$/,
    () => oneRow([{ name: 'THING', type: dataType.object, size: 2_000, schema: 'APP', typeName: 'THING' }], [null]),
  ],
  [/^SELECT \* FROM FILES$/, () => oneRow([{ name: 'FILE', type: dataType.bfile, size: 4_000 }], [null])],
  [/^SELECT '(\w+)' AS SLOW FROM SLEEPY$/, () => ({ columns: [number('SLOW')], rows: [[1]], waits: true })],
  [
    /^SELECT ID, NAME FROM BREAKS_(CUT|GARBAGE|STALL)$/,
    ([, how = '']) => ({
      columns: [number('ID', 10), text('NAME', 2_000)],
      rows: generate(1e6, (index) => [index, 'x'.repeat(1_000)]),
      breaksAfter: { rows: 2_500, how: how.toLowerCase() as 'cut' },
    }),
  ],
  [
    /^SELECT 1 \/ 0/,
    () => {
      throw new OracleError(1476, 'divisor is equal to zero');
    },
  ],
  [
    /^SELECT NMAE FROM/,
    () => {
      throw new OracleError(904, '"NMAE": invalid identifier', 7);
    },
  ],
  [
    /^SELECT \* FROM FORBIDDEN$/,
    () => {
      throw new OracleError(1031, 'insufficient privileges', 14);
    },
  ],
  [
    /^SELECT \* FROM FAILS_LATE$/,
    () => ({
      columns: [number('ID', 10)],
      rows: (function* () {
        yield* generate(1_500, (index) => [index]);
        throw new OracleError(1555, 'snapshot too old: rollback segment number 1 with name "" too small');
      })(),
    }),
  ],
];

/** The result of a query; throws what the server would refuse it with. */
export const answerQuery = (sql: string, world: World, user: string): Result => {
  const normal = sql
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, answer] of answers) {
    const match = pattern.exec(normal.toUpperCase() === normal ? normal : normal.replace(/\b[a-z_]\w*\b/gi, upperCase));
    if (match) return answer(match, world, user);
  }
  throw new OracleError(942, 'table or view does not exist', 14);
};

const upperCase = (word: string) => word.toUpperCase();
