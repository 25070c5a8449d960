/** The demo's own PostgreSQL: two databases in the data folder, reached over this computer's loopback only. */
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type PayrollProfile, type PayrollTable, payrollProfiles, payrollTables } from './payroll-data';
import { findPostgresqlTools, type PostgresqlTools } from './postgresql-tools';

export const auditorLogin = 'tickmark_auditor';
export const loopback = '127.0.0.1';

export interface PayrollServer {
  port: number;
  /** The auditor's password; a new one at each start of the server. */
  password: string;
  /** The databases were made at this start. */
  isNew: boolean;
  /** To be called when the audit knows the databases: until then, the next start makes them anew. */
  markComplete(): void;
  stop(): Promise<void>;
}

const superuser = 'postgres';

/** Nobody comes in without a password, and the superuser, who has none between starts, not at all. */
const clientAuthentication = `host all all ${loopback}/32 scram-sha-256\n`;

// Made anew when it is damaged, so nothing has to be forced to the disk.
const settings = `
listen_addresses = '${loopback}'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
timezone = 'UTC'
shared_buffers = '16MB'
max_connections = 20
fsync = off
full_page_writes = off
autovacuum = off
`;

const createPassword = (): string => randomBytes(24).toString('base64url');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, loopback, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts and steers the server of one folder; `signal` ends whatever is being done. */
const createCluster = ({ run, account }: PostgresqlTools, folder: string, signal: AbortSignal) => {
  const data = join(folder, 'data');
  const marker = join(folder, 'complete');

  const create = async (): Promise<void> => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
    const initialise = ['-D', data, '-U', superuser, '-A', 'reject', '-E', 'UTF8', '--locale=C', '--no-sync'];
    await run('initdb', initialise, { signal });
    writeFileSync(join(data, 'pg_hba.conf'), clientAuthentication);
    writeFileSync(join(data, 'postgresql.auto.conf'), settings);
  };

  /** Works without a server and without a password. A password is told over the program's input only. */
  const runAlone = (statements: string[]): Promise<void> =>
    run('postgres', ['--single', '-D', data, superuser], { signal, input: `${statements.join('\n')}\n` });

  const start = async (preferredPort: number | undefined): Promise<number> => {
    const ports = [preferredPort ?? (await freePort()), await freePort(), await freePort()];
    for (const port of ports) {
      const log = join(folder, 'server.log');
      const started = run('pg_ctl', ['start', '-D', data, '-w', '-t', '30', '-l', log, '-o', `-p ${port}`], { signal });
      // Another program may have taken the port; whatever else was wrong shows again with the next one.
      if (await started.then(() => true).catch(() => false)) return port;
    }
    throw new Error('The demo’s PostgreSQL did not start.');
  };

  /** Also ends a server that an earlier start left behind; there may be none. */
  const stop = (mode: 'fast' | 'immediate'): Promise<void> =>
    run('pg_ctl', ['stop', '-D', data, '-m', mode, '-w', '-t', '10'], { signal: AbortSignal.timeout(15_000) }).catch(
      () => undefined,
    );

  return {
    create,
    runAlone,
    start,
    stop,
    isComplete: () => existsSync(marker),
    markComplete: () => writeFileSync(marker, ''),
  };
};

type Cluster = ReturnType<typeof createCluster>;

type Client = import('pg').Client;

const connect = async (port: number, password: string, database: string): Promise<Client> => {
  const { Client } = (await import('pg')).default;
  const client = new Client({ host: loopback, port, user: superuser, password, database, ssl: false });
  // A server that ends while it is asked rejects the question; told as an event, it would end Tickmark.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const fillTable = async (client: Client, { name, columns, rows }: PayrollTable): Promise<void> => {
  await client.query(`CREATE TABLE payroll.${name} (${columns.join(', ')})`);
  await client.query(
    `INSERT INTO payroll.${name} SELECT * FROM jsonb_populate_recordset(NULL::payroll.${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
};

const fillDatabase = async (port: number, password: string, profile: PayrollProfile): Promise<void> => {
  const client = await connect(port, password, profile.database);
  try {
    await client.query(`REVOKE ALL ON DATABASE ${profile.database} FROM PUBLIC`);
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await client.query(`GRANT CONNECT ON DATABASE ${profile.database} TO ${auditorLogin}`);
    await client.query(`CREATE SCHEMA payroll`);
    await client.query(`GRANT USAGE ON SCHEMA payroll TO ${auditorLogin}`);
    for (const table of payrollTables(profile)) await fillTable(client, table);
    await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA payroll TO ${auditorLogin}`);
  } finally {
    await client.end();
  }
};

const fill = async (port: number, password: string): Promise<void> => {
  const client = await connect(port, password, superuser);
  try {
    for (const { database } of payrollProfiles) await client.query(`CREATE DATABASE ${database}`);
    for (const profile of payrollProfiles) await fillDatabase(port, password, profile);
    await client.query(`ALTER ROLE ${superuser} PASSWORD NULL`);
  } finally {
    await client.end();
  }
};

/** Sets the passwords of this start before anybody can connect. */
const setPasswords = (cluster: Cluster, isNew: boolean, auditor: string, administrator: string): Promise<void> =>
  cluster.runAlone([
    ...(isNew ? [`CREATE ROLE ${auditorLogin} LOGIN;`, `ALTER ROLE ${superuser} PASSWORD '${administrator}';`] : []),
    `ALTER ROLE ${auditorLogin} PASSWORD '${auditor}';`,
  ]);

const open = async (cluster: Cluster, isNew: boolean, preferredPort: number | undefined): Promise<PayrollServer> => {
  const [password, administrator] = [createPassword(), createPassword()];
  try {
    await cluster.stop('immediate');
    if (isNew) await cluster.create();
    await setPasswords(cluster, isNew, password, administrator);
    const port = await cluster.start(preferredPort);
    if (isNew) await fill(port, administrator);
    return { port, password, isNew, markComplete: cluster.markComplete, stop: () => cluster.stop('fast') };
  } catch (error) {
    await cluster.stop('immediate');
    throw error;
  }
};

/**
 * Starts the demo's PostgreSQL in this folder, with its databases, on the port it had before if that is free. Answers
 * undefined where no PostgreSQL is installed; rejects when it can't be started or is aborted.
 */
export const startPayrollServer = async (
  folder: string,
  preferredPort: number | undefined,
  signal: AbortSignal,
): Promise<PayrollServer | undefined> => {
  const tools = findPostgresqlTools();
  if (!tools) return undefined;
  const cluster = createCluster(tools, folder, signal);
  if (!cluster.isComplete()) return open(cluster, true, preferredPort);
  return open(cluster, false, preferredPort).catch((error: unknown) => {
    if (signal.aborted) throw error;
    // Damaged, or of another major version: its contents are known, so it is made anew.
    return open(cluster, true, preferredPort);
  });
};
