/** The statements that the double answers, with results as a server describes them. */
import { sampleCells, sampleColumns } from './cells';
import {
  type DoubleCell,
  type DoubleColumn,
  type DoubleMessage,
  intCell,
  intColumn,
  longTextColumn,
  textCell,
  textColumn,
} from './tokens';

/** What goes wrong instead of a row. */
export type Mishap = 'wait' | 'cut' | 'unknown token' | 'no packets';

interface Result {
  columns: readonly DoubleColumn[];
  rows(): Iterable<readonly DoubleCell[] | Mishap>;
  /** Rows as NBCROW. */
  compact?: boolean;
}

export interface Answer {
  results?: Result[];
  error?: DoubleMessage;
  message?: DoubleMessage;
  transaction?: 'begin' | 'commit' | 'rollback';
  /** The server's count of rows is one too high. */
  wrongCount?: boolean;
}

/** What the double says it is and what its login may do. */
export interface Target {
  login: string;
  database: string;
  server: string;
  version: string;
  engine: number;
  databaseGuid: string;
  groupDatabaseGuid: string | null;
  serverPermissions: string[] | 'refused';
  databasePermissions: string[];
  serverRoles: string[];
  databaseRoles: string[];
  writableObjects: string[];
}

const defaults: Omit<Target, 'login' | 'database'> = {
  server: 'SQLPROD01',
  version: '15.0.4322.2',
  engine: 3,
  databaseGuid: '11111111222233334444555555555555',
  groupDatabaseGuid: null,
  serverPermissions: ['CONNECT SQL', 'VIEW ANY DATABASE', 'VIEW ANY DEFINITION'],
  databasePermissions: ['CONNECT', 'SELECT', 'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION'],
  serverRoles: ['public'],
  databaseRoles: ['db_datareader', 'public'],
  writableObjects: [],
};

const oneResult = (columns: readonly DoubleColumn[], rows: readonly (readonly DoubleCell[])[]): Answer => ({
  results: [{ columns, rows: () => rows }],
});
const names = (values: readonly string[]): Answer =>
  oneResult(
    [textColumn('name', 128)],
    values.map((value) => [textCell(value)]),
  );

const guidColumn = (name: string): DoubleColumn => ({ name, typeInfo: Buffer.of(0x24, 16), lengthForm: 'byte' });
const dateTimeColumn = (name: string): DoubleColumn => ({ name, typeInfo: Buffer.of(0x6f, 8), lengthForm: 'byte' });

const identity = (target: Target): Answer => {
  const guid = (hex: string | null) => hex && Buffer.from(hex, 'hex');
  const fields: [DoubleColumn, DoubleCell][] = [
    [textColumn('server_name'), textCell(target.server)],
    [textColumn('machine_name'), textCell(target.server.split('\\')[0] ?? '')],
    [textColumn('instance_name'), textCell(target.server.split('\\')[1] ?? null)],
    [textColumn('configured_name'), textCell(target.server)],
    [textColumn('version', 128), textCell(target.version)],
    [textColumn('level', 128), textCell('RTM')],
    [textColumn('edition', 128), textCell('Enterprise Edition (64-bit)')],
    [intColumn('engine'), intCell(target.engine)],
    [textColumn('database_name', 128), textCell(target.database)],
    [dateTimeColumn('database_created'), Buffer.from('24b1000000000000', 'hex')],
    [guidColumn('database_id'), guid(target.databaseGuid) as DoubleCell],
    [guidColumn('group_database_id'), guid(target.groupDatabaseGuid) as DoubleCell],
    [textColumn('updateability', 128), textCell('READ_WRITE')],
    [textColumn('login', 128), textCell(target.login)],
    [textColumn('database_user', 128), textCell(target.login)],
  ];
  return oneResult(
    fields.map(([column]) => column),
    [fields.map(([, cell]) => cell)],
  );
};

const schema = oneResult(
  [textColumn('schema', 128), textColumn('table', 128), textColumn('column', 128), textColumn('type', 140)],
  [
    ['dbo', 'accounts', 'id', 'int'],
    ['dbo', 'accounts', 'name', 'nvarchar(50)'],
    ['sys', 'objects', 'name', 'sysname'],
  ].map((cells) => cells.map(textCell)),
);

function* numbers(count: number, mishap?: [number, Mishap]): Generator<readonly DoubleCell[] | Mishap> {
  const filling = textCell('x'.repeat(100));
  for (let number = 1; number <= count; number += 1) {
    if (mishap?.[0] === number) yield mishap[1];
    yield [intCell(number), filling];
  }
}

const numberColumns = [intColumn('n'), textColumn('filling', 100)];
const numbersAnswer = (count: number, mishap?: [number, Mishap]): Answer => ({
  results: [{ columns: numberColumns, rows: () => numbers(count, mishap) }],
});

const accountColumns = [intColumn('id'), textColumn('name', 50)];
const accountRows = [[intCell(1), textCell('root')]];
const accounts = oneResult(accountColumns, accountRows);

/** 100 MB, of one letter. */
const largeCell = (): Answer => ({
  results: [{ columns: [longTextColumn('large')], rows: () => [[Buffer.alloc(200_000_000, 'x\0')]] }],
});

const manyColumns = (count: number): Answer =>
  oneResult(
    Array.from({ length: count }, (_, index) => intColumn(`c${index}`)),
    [Array.from({ length: count }, (_, index) => intCell(index))],
  );

const sampleRows = [
  sampleCells,
  sampleCells.map((cell, index) => (sampleColumns[index]?.lengthForm === 'fixed' ? cell : null)),
];
const samplesAnswer = (compact: boolean): Answer => ({
  results: [{ columns: sampleColumns, rows: () => sampleRows, compact }],
});

const failed = (number: number, message: string): Answer => ({ error: { number, message } });

type Rule = [RegExp, (target: Target, found: RegExpExecArray) => Answer];

const rules: Rule[] = [
  [/SERVERPROPERTY\('ServerName'\)/, identity],
  [
    /fn_my_permissions\(NULL, 'SERVER'\)/,
    ({ serverPermissions }) =>
      serverPermissions === 'refused' ? failed(297, 'The user does not have permission.') : names(serverPermissions),
  ],
  [/fn_my_permissions\(NULL, 'DATABASE'\)/, ({ databasePermissions }) => names(databasePermissions)],
  [/IS_SRVROLEMEMBER\(name\)/, ({ serverRoles }) => names(serverRoles)],
  [/IS_ROLEMEMBER\(name\)/, ({ databaseRoles }) => names(databaseRoles)],
  [/HAS_PERMS_BY_NAME/, ({ writableObjects }) => names(writableObjects)],
  [/FROM sys\.all_objects/, () => schema],
  [/^BEGIN TRANSACTION/, () => ({ transaction: 'begin' })],
  [/ROLLBACK TRANSACTION$/, () => ({ transaction: 'rollback' })],
  [/^set \w/i, () => ({ message: { number: 5703, message: 'Changed language setting to us_english.', severity: 0 } })],
  [/COMMIT/, () => ({ ...accounts, transaction: 'commit' })],
  [/^SELECT 1; DELETE/, () => ({ results: [...(accounts.results ?? []), ...(accounts.results ?? [])] })],
  [/^(INSERT|DELETE|CREATE|DROP|EXEC) /, () => ({})],
  [/FROM compact_cells/, () => samplesAnswer(true)],
  [/FROM cells/, () => samplesAnswer(false)],
  [/FROM miscounted/, () => ({ ...accounts, wrongCount: true })],
  [/FROM nothing/, () => oneResult(accountColumns, [])],
  [
    /FROM twins/,
    () =>
      oneResult(
        ['a', 'a', 'x,y', 'q"q', ''].map((name) => intColumn(name)),
        [[1, 2, 3, 4, 5].map(intCell)],
      ),
  ],
  [/TOP \((\d+)\) \* FROM numbers/, (_target, found) => numbersAnswer(Number(found[1]))],
  [/FROM endless/, () => numbersAnswer(1_000_000_000)],
  [/FROM silent/, () => ({ results: [{ columns: numberColumns, rows: () => ['wait'] }] })],
  [/FROM stalling/, () => numbersAnswer(1_000_000_000, [500, 'wait'])],
  [/FROM cutting/, () => numbersAnswer(1_000_000_000, [500, 'cut'])],
  [/FROM garbage_tokens/, () => numbersAnswer(1_000_000_000, [500, 'unknown token'])],
  [/FROM garbage_packets/, () => numbersAnswer(1_000_000_000, [500, 'no packets'])],
  [/FROM large/, largeCell],
  [/FROM wide/, () => manyColumns(2_000)],
  [
    /FROM failing/,
    () => ({ ...numbersAnswer(10), error: { number: 8134, message: 'Divide by zero error encountered.' } }),
  ],
  [
    /FROM secrets/,
    () => failed(229, "The SELECT permission was denied on the object 'secrets', database 'audit', schema 'dbo'."),
  ],
  [/FROM locked/, () => failed(1222, 'Lock request time out period exceeded.')],
  [
    /FROM system_(\d+)/,
    ({ server }, found) =>
      oneResult(
        [textColumn('name')],
        Array.from({ length: Number(found[1]) }, () => [textCell(server)]),
      ),
  ],
  [
    /FROM run_(\d+)/,
    (_target, found) =>
      oneResult(
        [intColumn('run')],
        Array.from({ length: 20_000 }, () => [intCell(Number(found[1]))]),
      ),
  ],
  [/FROM accounts/, () => accounts],
  [
    /^SELECT (\d+) AS (\w+)$/,
    (_target, found) => oneResult([intColumn(found[2] ?? '')], [[intCell(Number(found[1]))]]),
  ],
];

const described = (query: string, target: Target): Answer => {
  const answer = answerTo(query, [], target);
  // A statement that the server can't describe has one row that says so.
  const count = answer.error && !answer.results ? 1 : (answer.results?.[0]?.columns.length ?? 0);
  return oneResult([intColumn('columns')], [[intCell(count)]]);
};

export const answerTo = (
  sql: string,
  values: readonly string[],
  given: Partial<Target> & Pick<Target, 'login' | 'database'>,
): Answer => {
  const target: Target = { ...defaults, ...given };
  if (/dm_exec_describe_first_result_set/.test(sql)) return described(values[0] ?? '', target);
  for (const [pattern, answer] of rules) {
    const found = pattern.exec(sql.trim());
    if (found) return answer(target, found);
  }
  return failed(208, `Invalid object name '${sql.slice(0, 40)}'.`);
};
