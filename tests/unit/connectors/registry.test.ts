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

  it('describes an address without a secret and without contacting anything', () => {
    const configuration = { server: 'db', database: 'audit', username: 'ada', path: '/data/x.db' };
    expect(toolTypes.map((toolType) => toolType.describeAddress(configuration))).toEqual([
      'db:3306 / audit',
      'db:5432 / audit',
      '/data/x.db',
    ]);
  });

  it('encrypts and verifies by default wherever there is TLS', () => {
    for (const { fields } of toolTypes.filter((toolType) => toolType.type !== 'SQLite File')) {
      expect(fields.find(({ key }) => key === 'encrypt')?.default).toBe(true);
      expect(fields.find(({ key }) => key === 'trust_server_certificate')?.default).toBe(false);
    }
  });

  it('keeps passwords out of the configuration', () => {
    for (const { fields } of toolTypes) {
      for (const { key, kind } of fields) expect(kind === 'secret').toBe(/password|token|key$/.test(key));
    }
  });
});
