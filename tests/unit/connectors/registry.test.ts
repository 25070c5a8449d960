import { describe, expect, it } from 'vitest';
import { findToolType, toolTypes } from '../../../main/connectors/registry';

describe('the registry of tool types', () => {
  it('finds a type by its name and by the names of older data, however they are written', () => {
    expect(findToolType('PostgreSQL DB')?.type).toBe('PostgreSQL DB');
    expect(findToolType(' postgresql database ')?.type).toBe('PostgreSQL DB');
    expect(findToolType('mariadb')?.type).toBe('MySQL DB');
    expect(findToolType('SQLITE FILE')?.type).toBe('SQLite File');
    expect(findToolType('Punch cards')).toBeUndefined();
  });

  it('gives no name to two types', () => {
    const names = toolTypes.flatMap(({ type, aliases }) => [type, ...aliases]).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['Document Folder', { path: '/mnt/share' }, '/mnt/share'],
    ['Gnosis Document Repository', { base_url: 'https://docs', repository: 'audit' }, 'https://docs / audit'],
    ['Jira', { base_url: 'https://acme.atlassian.net', project_key: 'PAY' }, 'https://acme.atlassian.net / PAY'],
    ['QTest', { base_url: 'https://acme.qtestnet.com', project_id: '7' }, 'https://acme.qtestnet.com / 7'],
    ['ServiceNow', { instance: 'acme' }, 'acme'],
    ['MySQL DB', { server: 'db', database: 'audit' }, 'db:3306 / audit'],
    ['Oracle DB', { server: 'db', service_name: 'hr' }, 'db:2484 / hr'],
    ['PostgreSQL DB', { server: 'db', database: 'audit' }, 'db:5432 / audit'],
    ['SQL Server DB', { server: 'db', database: 'audit' }, 'db:1433 / audit'],
    ['SQLite File', { path: '/data/x.db' }, '/data/x.db'],
  ])('describes the address of a %s without contacting anything', (type, configuration, address) => {
    expect(findToolType(type)?.describeAddress(configuration)).toBe(address);
  });

  it('encrypts and verifies by default wherever there is TLS', () => {
    const local = ['Document Folder', 'SQLite File'];
    for (const { fields } of toolTypes.filter(({ type }) => !local.includes(type))) {
      expect(fields.find(({ key }) => key === 'encrypt')?.default).toBe(true);
      expect(fields.find(({ key }) => key === 'trust_server_certificate')?.default).toBe(false);
    }
  });

  it.each(['SQL Server DB', 'Oracle DB', 'MySQL DB', 'SQLite File'])(
    'says of a %s that a query may begin as whoever is refused is told',
    async (type) => {
      const keywordsIn = (text: string) => [...new Set(text.match(/\b[A-Z]{4,}\b/g))].sort();
      const toolType = findToolType(type);
      const verdict = await toolType?.guardQuery('DROP TABLE t');
      const told = verdict?.allowed === false ? /\(.*\)/.exec(verdict.reason)?.[0] : undefined;
      expect(keywordsIn(toolType?.queryHelp.split('.')[0] ?? '')).toEqual(keywordsIn(told ?? ''));
    },
  );

  it('keeps passwords out of the configuration', () => {
    for (const { fields } of toolTypes) {
      for (const { key, kind } of fields) {
        expect([key, kind === 'secret']).toEqual([key, /password|token|api_key|client_secret/.test(key)]);
      }
    }
  });
});
