/** A real PostgreSQL of the tests' own, which logs every statement. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCertificates } from './certificates';
import { createServerFolder, freePort, runTool, serverAccount, startServer, toolEnvironment } from './server-process';

export interface PostgresqlServer {
  port: number;
  /** The authority that signed the server's certificate; empty without TLS. */
  caPath: string;
  /** Runs SQL as the superuser and answers unaligned text. Several statements may be given. */
  adminQuery(sql: string, database?: string): Promise<string>;
  /** The server's log so far, every statement in it. */
  log(): string;
  /** Runs psql over TCP as a login; answers its standard output. */
  psql(login: { username: string; password: string; database: string }, args: string[]): Promise<Buffer>;
  stop(): Promise<void>;
}

export interface PostgresqlOptions {
  /** Names in the server's certificate, e.g. `['DNS:localhost', 'IP:127.0.0.1']`; without them the server has no TLS. */
  tls?: string[];
  port?: number;
}

/** The password of every login is asked for over TCP; the superuser comes in by the local socket. */
const clientAuthentication = 'local all all trust\nhost all all all scram-sha-256\n';

export const startPostgresql = async (options: PostgresqlOptions = {}): Promise<PostgresqlServer> => {
  const account = serverAccount('postgres');
  const folder = createServerFolder('postgresql', account);
  const data = join(folder, 'data');
  const port = options.port ?? (await freePort());
  const initialise = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  await runTool('initdb', initialise, { ...account, cwd: folder });
  appendFileSync(join(data, 'pg_hba.conf'), '', { flag: 'w' });
  appendFileSync(join(data, 'pg_hba.conf'), clientAuthentication);

  const certificates = options.tls && (await createCertificates(join(folder, 'tls'), options.tls, account));
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    log_statement: 'all',
    log_line_prefix: '%a [%p] ',
    shared_buffers: '64MB',
    ...(certificates && { ssl: 'on', ssl_cert_file: certificates.certificatePath, ssl_key_file: certificates.keyPath }),
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const ready = /database system is ready to accept connections/;
  const server = await startServer('postgres', args, { folder, account, ready, stopSignal: 'SIGINT' });

  const psql = (host: string, username: string, database: string, more: string[], environment = {}) =>
    runTool(
      'psql',
      ['-X', '-q', '-h', host, '-p', String(port), '-U', username, '-d', database, '-v', 'ON_ERROR_STOP=1', ...more],
      {
        env: toolEnvironment(environment),
      },
    );
  return {
    port,
    caPath: certificates?.caPath ?? '',
    adminQuery: async (sql, database = 'postgres') =>
      (await psql(folder, 'postgres', database, ['-A', '-t', '-c', sql])).toString().trimEnd(),
    log: server.printed,
    psql: (login, more) => psql('127.0.0.1', login.username, login.database, more, { PGPASSWORD: login.password }),
    stop: server.stop,
  };
};
