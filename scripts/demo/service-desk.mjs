import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

// The client's service desk: a MariaDB that knows nothing of Tickmark, which the person of the walk connects by hand.

const login = 'tickmark_auditor';

const contents = `
  CREATE DATABASE service_desk CHARACTER SET utf8mb4;
  USE service_desk;
  CREATE TABLE incident (
    number VARCHAR(20) PRIMARY KEY, opened_at DATETIME NOT NULL, priority TINYINT NOT NULL,
    short_description VARCHAR(200) NOT NULL, caused_by_change VARCHAR(20)
  );
  INSERT INTO incident
  SELECT concat('INC', lpad(seq, 7, '0')), '2025-01-01 07:00:00' + INTERVAL seq * 211 MINUTE, 1 + seq % 4,
    elt(1 + seq % 5, 'Pay slip shows a wrong amount', 'Login page is slow', 'Absence can’t be booked',
      'Report is empty', 'Interface to payroll stopped'),
    IF(seq % 97 = 31, concat('CHG', lpad(30001 + seq % 480, 7, '0')), NULL)
  FROM seq_1_to_1200;
`;

const programs = { install: 'mariadb-install-db', server: 'mariadbd', client: 'mariadb', admin: 'mariadb-admin' };

/** Starts the server in this folder. Answers undefined where no MariaDB is installed. */
export async function startServiceDesk(folder) {
  const paths = Object.fromEntries(Object.entries(programs).map(([name, program]) => [name, findProgram(program)]));
  if (!Object.values(paths).every(Boolean)) return undefined;
  const account = serverAccount();
  mkdirSync(folder);
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const options = { ...account, cwd: folder };
  const data = ['--no-defaults', `--datadir=${join(folder, 'data')}`, '--skip-name-resolve'];
  const socket = `--socket=${join(folder, 'server.sock')}`;
  const port = await freePort();

  await run(paths.install, [...data, '--skip-test-db', '--auth-root-authentication-method=normal'], options);
  const address = [socket, `--port=${port}`, '--bind-address=127.0.0.1'];
  const server = spawn(paths.server, [...data, ...address], { ...options, stdio: 'ignore' });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(server, 'exit');
  const asRoot = ['--no-defaults', socket, '--user=root'];
  await run(paths.admin, [...asRoot, '--wait=30', 'ping'], options);
  const password = randomBytes(18).toString('base64url');
  const grant = `GRANT SELECT ON service_desk.* TO '${login}'@'127.0.0.1' IDENTIFIED BY '${password}';`;
  await run(paths.client, [...asRoot, '--default-character-set=utf8mb4'], options, contents + grant);

  return {
    connection: { server: '127.0.0.1', port: String(port), database: 'service_desk', username: login, password },
    stop: async () => {
      process.off('exit', kill);
      server.kill();
      await exited;
    },
  };
}

/** Debian keeps the server outside of a person's PATH. */
function findProgram(name) {
  const folders = [...process.env.PATH.split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** MariaDB refuses to run as root: then its own account is used. */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) => Number(execFileSync('id', [flag, 'mysql'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function run(program, args, options, input = '') {
  const child = spawn(program, args, { ...options, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ended with code ${code}.`);
}
