/** A real MariaDB of the tests' own, with its general log on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCertificates } from './certificates';
import { createServerFolder, freePort, runTool, serverAccount, startServer } from './server-process';

export interface MariadbServer {
  port: number;
  /** The authority that signed the server's certificate; empty without TLS. */
  caPath: string;
  /** Runs SQL as root and answers tab-separated text. Several statements may be given. */
  adminQuery(sql: string, database?: string): Promise<string>;
  /** The general log so far, every statement in it. */
  log(): string;
  /** Runs the mariadb client over TCP as a login; answers its standard output. */
  mariadb(login: { username: string; password: string }, args: string[]): Promise<Buffer>;
  stop(): Promise<void>;
}

export interface MariadbOptions {
  /** Names in the server's certificate, e.g. `['DNS:localhost', 'IP:127.0.0.1']`; without them the server has no TLS. */
  tls?: string[];
  port?: number;
  /** Further server options, e.g. `--sql-mode=ANSI`. */
  settings?: string[];
}

export const startMariadb = async (options: MariadbOptions = {}): Promise<MariadbServer> => {
  const account = serverAccount('mysql');
  const folder = createServerFolder('mariadb', account);
  const data = join(folder, 'data');
  const generalLog = join(folder, 'general.log');
  const socket = join(folder, 'server.sock');
  const port = options.port ?? (await freePort());
  await runTool(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--tmpdir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ],
    { ...account, cwd: folder },
  );

  const certificates = options.tls && (await createCertificates(join(folder, 'tls'), options.tls, account));
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${folder}`,
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--general-log=1',
    `--general-log-file=${generalLog}`,
    `--pid-file=${join(folder, 'server.pid')}`,
    '--innodb-flush-log-at-trx-commit=0',
    '--max-allowed-packet=512M',
    ...(certificates
      ? [
          `--ssl-ca=${certificates.caPath}`,
          `--ssl-cert=${certificates.certificatePath}`,
          `--ssl-key=${certificates.keyPath}`,
        ]
      : []),
    ...(options.settings ?? []),
  ];
  const ready = /ready for connections/;
  const server = await startServer('mariadbd', args, { folder, account, ready, stopSignal: 'SIGTERM' });

  const batch = ['--no-defaults', '--batch', '--default-character-set=utf8mb4', '--max-allowed-packet=512M'];
  return {
    port,
    caPath: certificates?.caPath ?? '',
    adminQuery: async (sql, database) => {
      const connection = ['--socket', socket, '--user', 'root', ...(database ? [database] : [])];
      const answer = await runTool('mariadb', [...batch, '--skip-column-names', ...connection], { input: sql });
      return answer.toString().trimEnd();
    },
    log: () => readFileSync(generalLog, 'utf8'),
    mariadb: ({ username, password }, more) =>
      runTool('mariadb', [
        ...batch,
        '--host=127.0.0.1',
        `--port=${port}`,
        `--user=${username}`,
        `--password=${password}`,
        ...more,
      ]),
    stop: server.stop,
  };
};
