import { describe, expect, it } from 'vitest';
import { describeConfiguredAddress, shortenPath } from '../../../renderer/features/settings/connector-address';
import {
  buildListRows,
  countConnectors,
  describeStatus,
  findConnectorRow,
  nextConnectorRow,
} from '../../../renderer/features/settings/connector-list';
import { describeUsage } from '../../../renderer/features/settings/usage';
import { connectorWith, databaseType } from './connector-fixtures';

const production = connectorWith({
  id: 1,
  connectorName: 'Ledger',
  environment: 'production',
  target: 'ledger at node-a',
});
const development = connectorWith({ id: 2, connectorName: 'Ledger copy', environment: 'non-production' });
const unknown = connectorWith({ id: 3, connectorName: 'Old files', connectorType: 'Archive' });
const groups = [
  { connectorType: 'Archive', connectors: [unknown] },
  { connectorType: 'Database', connectors: [production, development] },
];

const idsFound = (search: string): number[] =>
  buildListRows(groups, [databaseType], search).flatMap((row) => (row.kind === 'connector' ? [row.connector.id] : []));

describe('the list of connectors', () => {
  it('puts a heading with its count before the connectors of each tool type', () => {
    const rows = buildListRows(groups, [databaseType], '');
    expect(
      rows.map((row) => (row.kind === 'group' ? `${row.label} ${row.count}` : row.connector.connectorName)),
    ).toEqual(['Archive 1', 'Old files', 'Database 2', 'Ledger', 'Ledger copy']);
    expect(countConnectors(rows)).toBe(3);
  });

  it('marks a tool type that this version does not have', () => {
    const [archive] = buildListRows(groups, [databaseType], '');
    expect(archive).toMatchObject({ connectorType: 'Archive', known: false });
  });

  it('finds connectors that contain every word, in any column and in any case', () => {
    expect(idsFound('LEDGER')).toEqual([1, 2]);
    expect(idsFound('copy ledger')).toEqual([2]);
    expect(idsFound('Node-A')).toEqual([1]);
    expect(idsFound('archive')).toEqual([3]);
    expect(idsFound('nothing like it')).toEqual([]);
  });

  it('drops the headings of tool types without a match', () => {
    expect(buildListRows(groups, [databaseType], 'copy')).toHaveLength(2);
  });

  it('finds where a connector stands', () => {
    const rows = buildListRows(groups, [databaseType], '');
    expect(findConnectorRow(rows, 2)).toBe(4);
    expect(findConnectorRow(rows, 9)).toBeUndefined();
    expect(findConnectorRow(rows, undefined)).toBeUndefined();
  });

  it('moves between connectors over headings, and stays at both ends', () => {
    const rows = buildListRows(groups, [databaseType], '');
    expect(nextConnectorRow(rows, -1, 1)).toBe(1);
    expect(nextConnectorRow(rows, 1, 1)).toBe(3);
    expect(nextConnectorRow(rows, 3, -1)).toBe(1);
    expect(nextConnectorRow(rows, 1, -1)).toBe(1);
    expect(nextConnectorRow(rows, 4, 1)).toBe(4);
  });
});

describe('the status of a connector in words', () => {
  const now = Date.parse('2026-01-01T12:00:00.000Z');
  const tested = { status: 'active', lastTestedAt: '2026-01-01T11:55:00.000Z' } as const;

  it('says what the login may do and when it was tested', () => {
    const readOnly = connectorWith({ ...tested, canWrite: false });
    const canWrite = connectorWith({ ...tested, canWrite: true });
    expect(describeStatus(readOnly, databaseType, now)).toBe('active · read-only access · tested 5 minutes ago');
    expect(describeStatus(canWrite, databaseType, now)).toBe('active · access can write · tested 5 minutes ago');
    expect(describeStatus(connectorWith(tested), databaseType, now)).toBe('active · tested 5 minutes ago');
    const files = { ...databaseType, withoutLogin: true };
    expect(describeStatus(canWrite, files, now)).toBe('active · opened read-only · tested 5 minutes ago');
  });

  it('says the second of a test a moment ago, so that one more can be seen', () => {
    const again = connectorWith({ ...tested, lastTestedAt: '2026-01-01T11:59:58.000Z' });
    expect(describeStatus(again, databaseType, now, 12)).toMatch(/^active · reached in 12 ms at \d\d:59:58$/);
    const failed = { ...again, status: 'failed', statusMessage: 'No answer.' } as const;
    expect(describeStatus(failed, databaseType, now)).toMatch(/^failed at \d\d:59:58: No answer\.$/);
    expect(describeStatus(connectorWith(tested), databaseType, now, 12)).toBe('active · tested 5 minutes ago');
  });

  it('says why a connector failed, that one waits for its test, and that a type is unsupported', () => {
    expect(describeStatus(connectorWith({ status: 'failed', statusMessage: 'No answer.' }), databaseType, now)).toBe(
      'failed: No answer.',
    );
    expect(describeStatus(connectorWith(), databaseType, now)).toBe('pending: not tested yet');
    expect(describeStatus(connectorWith(tested), undefined, now)).toMatch(/^unsupported/);
  });
});

describe('the address of a connector that has not met its system', () => {
  it('is read from the keys that all tool types share', () => {
    expect(describeConfiguredAddress({ server: 'db-1', port: 5432, database: 'ledger' })).toBe('db-1:5432 / ledger');
    expect(describeConfiguredAddress({ server: 'db-1', instance_name: 'AUDIT', port: 1433 })).toBe('db-1\\AUDIT');
    expect(describeConfiguredAddress({ path: '/client/users.sqlite' })).toBe('/client/users.sqlite');
    expect(describeConfiguredAddress({})).toBe('');
  });
});

describe('a path in a narrow column', () => {
  it('keeps its end, where files differ', () => {
    expect(shortenPath('/home/ada/client/demo/users.sqlite')).toBe('…/demo/users.sqlite');
    expect(shortenPath('C:\\Users\\ada\\demo\\users.sqlite')).toBe('…\\demo\\users.sqlite');
    expect(shortenPath('/demo/users.sqlite')).toBe('/demo/users.sqlite');
    expect(shortenPath('db-1:5432 / ledger / a / b')).toBe('db-1:5432 / ledger / a / b');
  });
});

describe('what a delete says', () => {
  const analyses = [
    { applicationId: 1, questionId: '1' },
    { applicationId: 1, questionId: '2' },
    { applicationId: 2, questionId: '1' },
  ];

  it('counts questions, audits and past executions, and says what stays', () => {
    expect(describeUsage({ analyses, executions: 7 })).toBe(
      'Used by 3 questions in 2 audits and 7 past executions. The questions will need a new selection. The executions and their evidence stay. Its secrets go with it.',
    );
  });

  it('says when nothing uses it', () => {
    expect(describeUsage({ analyses: [], executions: 0 })).toMatch(/^No question and no execution uses it/);
  });
});
