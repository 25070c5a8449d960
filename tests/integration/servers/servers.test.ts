import { describe, expect, it } from 'vitest';
import { startMariadb } from '../../servers/mariadb';
import { startPostgresql } from '../../servers/postgresql';

describe('servers of the tests', () => {
  it('starts PostgreSQL with TLS, answers, logs and stops', async () => {
    const server = await startPostgresql({ tls: ['DNS:localhost', 'IP:127.0.0.1'] });
    expect(await server.adminQuery('SELECT 40 + 2')).toBe('42');
    expect(await server.adminQuery('SHOW ssl')).toBe('on');
    expect(server.log()).toContain('SELECT 40 + 2');
    await server.stop();
  });

  it('starts MariaDB with TLS, answers, logs and stops', async () => {
    const server = await startMariadb({ tls: ['DNS:localhost', 'IP:127.0.0.1'] });
    expect(await server.adminQuery('SELECT 40 + 2')).toBe('42');
    expect(await server.adminQuery('SELECT @@have_ssl')).toBe('YES');
    expect(server.log()).toContain('SELECT 40 + 2');
    await server.stop();
  });
});
