import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mysqlDriver } from '../../../main/connectors/mysql/driver';
import { postgresqlDriver } from '../../../main/connectors/postgresql/driver';
import type { ConnectorAccess, ConnectorDriver } from '../../../main/connectors/types';
import { createCertificates } from '../../servers/certificates';
import { type Line, startSilence } from '../../servers/line';
import { startMariadb } from '../../servers/mariadb';
import { startPostgresql } from '../../servers/postgresql';
import { eventually } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;
const password = 'not to be seen 1';
const hosts = ['IP:127.0.0.1', 'DNS:db.example.com'];

interface Product {
  driver: ConnectorDriver;
  start(tls?: string[]): Promise<{ port: number; caPath: string; stop(): Promise<void> }>;
  /** Rows that keep coming for ever. */
  endless: string;
}

const products: Record<string, Product> = {
  PostgreSQL: {
    driver: postgresqlDriver,
    start: async (tls) => {
      const server = await startPostgresql(tls && { tls });
      await server.adminQuery(`CREATE ROLE auditor LOGIN PASSWORD '${password}'`);
      await server.adminQuery('CREATE DATABASE audit');
      return server;
    },
    endless: "SELECT generate_series(1, 1000000000), repeat('x', 1000)",
  },
  MariaDB: {
    driver: mysqlDriver,
    start: async (tls) => {
      const server = await startMariadb(tls && { tls });
      await server.adminQuery(`
        CREATE DATABASE audit;
        CREATE USER auditor@'%' IDENTIFIED BY '${password}';
        GRANT SELECT ON audit.* TO auditor@'%'`);
      return server;
    },
    endless: "SELECT seq, repeat('x', 1000) FROM seq_1_to_1000000000",
  },
};

describe.each(Object.entries(products))('%s connection', (_name, { driver, start, endless }) => {
  let plain: Awaited<ReturnType<Product['start']>>;
  let encrypted: Awaited<ReturnType<Product['start']>>;
  const lines: Line[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-authorities-'));

  const access = (
    port: number,
    configuration: ConnectorAccess['configuration'] = {},
    secret = password,
  ): ConnectorAccess => ({
    configuration: {
      server: '127.0.0.1',
      port,
      database: 'audit',
      username: 'auditor',
      encrypt: false,
      connect_timeout: 5,
      query_timeout: 60,
      ...configuration,
    },
    secrets: secret === '' ? {} : { password: secret },
  });
  const testWith = (given: ConnectorAccess) => driver.test(given, never);
  const errorWith = async (given: ConnectorAccess) => {
    const error = errorOf(await testWith(given));
    expect(JSON.stringify(error)).not.toContain(password);
    expect(error.hint).toBeTruthy();
    return error;
  };
  const opened = async (line: Promise<Line>) => {
    lines.push(await line);
    return line;
  };

  beforeAll(async () => {
    [plain, encrypted] = await Promise.all([start(), start(hosts)]);
  });
  afterAll(async () => {
    await Promise.all([plain?.stop(), encrypted?.stop(), ...lines.map((line) => line.close())]);
    rmSync(folder, { recursive: true });
  });

  it('gives up on a server that says nothing of encryption', async () => {
    const { port } = await opened(startSilence());
    expect(await errorWith(access(port, { connect_timeout: 1, encrypt: true }))).toMatchObject({ reason: 'TIMEOUT' });
  });

  it('tells a missing password and an unknown user', async () => {
    expect(await errorWith(access(plain.port, {}, ''))).toMatchObject({ reason: 'AUTH' });
    expect(await errorWith(access(plain.port, { username: 'nobody' }))).toMatchObject({ reason: 'AUTH' });
  });

  it('tells a database that is missing, as far as the server does', async () => {
    // MariaDB does not tell a login which databases exist that it may not see.
    const missing = await errorWith(access(plain.port, { database: 'missing' }));
    expect(['NO_DATABASE', 'PERMISSION']).toContain(missing.reason);
  });

  it('listens to the connector only, not to the environment of the computer', async () => {
    Object.assign(process.env, { PGPASSWORD: password, PGOPTIONS: '-c TimeZone=Asia/Tokyo', MYSQL_PWD: password });
    expect(await errorWith(access(plain.port, {}, ''))).toMatchObject({ reason: 'AUTH' });
  });

  it('never falls back to an unencrypted connection', async () => {
    const error = await errorWith(access(plain.port, { encrypt: true }));
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining('offers no encryption') });
    const trusting = await errorWith(access(plain.port, { encrypt: true, trust_server_certificate: true }));
    expect(trusting).toMatchObject({ reason: 'TLS' });
  });

  it('encrypts by default and verifies by the CA file', async () => {
    const { encrypt: _off, ...configuration } = access(encrypted.port, { ca: encrypted.caPath }).configuration;
    const report = answerOf(await testWith({ ...access(0), configuration }));
    expect(report.fingerprint.tlsKey).toMatch(/^[0-9a-f]{64}$/);
    expect(report.warnings).toEqual([]);
    const unencrypted = answerOf(await testWith(access(encrypted.port)));
    expect(unencrypted.fingerprint.tlsKey).toBeUndefined();
    expect(unencrypted.warnings).toEqual([expect.stringContaining('not encrypted')]);
  });

  it('refuses a certificate of an unknown authority', async () => {
    const error = await errorWith(access(encrypted.port, { encrypt: true }));
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining('authority') });
    const { caPath } = await createCertificates(join(folder, 'other'), hosts);
    expect(await errorWith(access(encrypted.port, { encrypt: true, ca: caPath }))).toMatchObject({ reason: 'TLS' });
  });

  it('refuses a certificate of another host', async () => {
    const error = await errorWith(access(encrypted.port, { server: 'localhost', encrypt: true, ca: encrypted.caPath }));
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining('another host') });
    expect(error.message).toContain('db.example.com');
  });

  it('trusts any certificate only when told to, and says so', async () => {
    const report = answerOf(await testWith(access(encrypted.port, { encrypt: true, trust_server_certificate: true })));
    expect(report.fingerprint.tlsKey).toMatch(/^[0-9a-f]{64}$/);
    expect(report.warnings).toEqual([expect.stringContaining('not verified')]);
  });

  it('tells a CA file that is none', async () => {
    const path = join(folder, 'ca.pem');
    writeFileSync(path, 'hello');
    const error = await errorWith(access(encrypted.port, { encrypt: true, ca: path }));
    expect(error).toMatchObject({ reason: 'TLS', message: expect.stringContaining(path) });
  });

  it('cancels over TLS', async () => {
    const cancel = new AbortController();
    const { result } = await capture(driver, access(encrypted.port, { encrypt: true, ca: encrypted.caPath }), endless, {
      signal: cancel.signal,
      watch: (writer) => void eventually(() => writer.rowCount > 100, 'rows come').then(() => cancel.abort()),
    });
    expect(answerOf(result).complete).toBe(false);
  });

  it('gives up connecting when cancelled', async () => {
    const { port } = await opened(startSilence());
    const cancel = new AbortController();
    setImmediate(() => cancel.abort());
    const result = await driver.test(access(port, { connect_timeout: 60 }), cancel.signal);
    expect(errorOf(result).code).toBe('CANCELLED');
  });
});
