import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/support.mjs';
import { addQuestion, createAudit, runQuestion } from './audit.mjs';
import { launch, median, rounded, timed, withFolder } from './measure.mjs';
import { readMegabytes, watchMemory, watchWindow } from './watch.mjs';

// Tickmark's own path, in its real window: from the click on Start until the execution is called succeeded, with pre-flight,
// guard, identity, capture, SHA-256, index, seal, file and folder on the disk, and the entries of the audit log.

const login = { username: 'auditor', password: 'secret', database: 'audit' };

/** Ten columns of what audits meet: numbers, names, times, amounts, NULLs, and now and then a comma or a quote. */
const postgresqlTable = (rows) => `
  CREATE TABLE ledger AS SELECT n::int AS id, 'account ' || n AS account, (n::bigint * 7919 % 100003)::int AS department,
    timestamp '2024-01-01' + n * interval '37 seconds' AS booked_at, (n % 1000000)::numeric / 100 AS amount,
    n % 3 = 0 AS approved, CASE WHEN n % 5 = 0 THEN NULL ELSE 'user' || n % 997 END AS approved_by,
    md5(n::text) AS reference, CASE WHEN n % 50 = 0 THEN 'said "yes", twice' ELSE 'regular' END AS remark,
    date '2024-01-01' + (n % 365)::int AS due_on FROM generate_series(1, ${rows}) n;
  ALTER TABLE ledger ADD PRIMARY KEY (id);`;

const mariadbTable = (rows) => `
  CREATE TABLE ledger (id INT PRIMARY KEY, account VARCHAR(40), department INT, booked_at DATETIME, amount DECIMAL(12,2),
    approved TINYINT, approved_by VARCHAR(20), reference CHAR(32), remark VARCHAR(40), due_on DATE) ENGINE=InnoDB;
  INSERT INTO ledger SELECT seq, CONCAT('account ', seq), seq * 7919 % 100003,
    TIMESTAMP '2024-01-01 00:00:00' + INTERVAL seq * 37 SECOND, seq % 1000000 / 100, seq % 3 = 0,
    IF(seq % 5 = 0, NULL, CONCAT('user', seq % 997)), MD5(seq), IF(seq % 50 = 0, 'said "yes", twice', 'regular'),
    DATE '2024-01-01' + INTERVAL seq % 365 DAY FROM seq_1_to_${rows};`;

const queryFor = (rows) => `select * from ledger where id <= ${rows}`;

/** Runs a program with its output in a file; resolves when it has ended well. */
const runInto = (file, program, args, env) =>
  new Promise((resolve, reject) => {
    const output = openSync(file, 'w');
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', output, 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => {
      closeSync(output);
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code}.`));
    });
  });

const systems = {
  postgresql: {
    name: 'PostgreSQL',
    connectorType: 'PostgreSQL DB',
    start: async (typescript, rows) => {
      const { startPostgresql } = await typescript.load('/tests/servers/postgresql.ts');
      const server = await startPostgresql();
      await server.adminQuery('CREATE DATABASE audit');
      await server.adminQuery(
        `CREATE ROLE auditor LOGIN PASSWORD '${login.password}'; ${postgresqlTable(rows)}`,
        'audit',
      );
      await server.adminQuery('GRANT SELECT ON ledger TO auditor', 'audit');
      await server.adminQuery('VACUUM ANALYZE ledger', 'audit');
      return server;
    },
    peers: (server, folder) => [
      {
        name: 'psql \\copy',
        run: (query) => {
          const copy = `\\copy (${query}) to '${join(folder, 'psql.csv')}' csv header`;
          const address = ['-h', '127.0.0.1', '-p', String(server.port), '-U', login.username, '-d', login.database];
          return runInto(join(folder, 'psql.out'), 'psql', ['-X', '-q', ...address, '-c', copy], {
            PGPASSWORD: login.password,
          });
        },
      },
      {
        name: 'bare driver (pg), drained',
        run: (query) =>
          runInto(join(folder, 'drain.out'), process.execPath, [
            join(projectFolder, 'tests/bench/drain-postgresql.mjs'),
            JSON.stringify({ port: server.port, ...login }),
            query,
          ]),
      },
    ],
  },
  mariadb: {
    name: 'MariaDB',
    connectorType: 'MySQL DB',
    start: async (typescript, rows) => {
      const { startMariadb } = await typescript.load('/tests/servers/mariadb.ts');
      const server = await startMariadb();
      await server.adminQuery('CREATE DATABASE audit');
      await server.adminQuery(mariadbTable(rows), 'audit');
      await server.adminQuery(
        `CREATE USER auditor IDENTIFIED BY '${login.password}'; GRANT SELECT ON audit.* TO auditor`,
      );
      return server;
    },
    peers: (server, folder) => [
      {
        name: 'mariadb --batch',
        run: (query) => {
          const address = ['--no-defaults', '--host=127.0.0.1', `--port=${server.port}`, `--user=${login.username}`];
          const args = [...address, `--password=${login.password}`, '--batch', login.database, '-e', query];
          return runInto(join(folder, 'mariadb.tsv'), 'mariadb', args);
        },
      },
    ],
  },
};

/** Tickmark and its peers in turn; every other time the other way round. */
const measureSize = async (page, peers, audit, rows, repetitions) => {
  const query = queryFor(rows);
  const questionId = await addQuestion(page, audit, query);
  const ours = [];
  const theirs = peers.map(() => []);
  for (let turn = 0; turn < repetitions; turn += 1) {
    const steps = [
      async () => ours.push(await timed(() => runQuestion(page, audit, questionId, rows))),
      ...peers.map(
        ({ run }, position) =>
          async () =>
            theirs[position].push(await timed(() => run(query))),
      ),
    ];
    for (const step of turn % 2 === 0 ? steps : steps.toReversed()) await step();
  }
  return peers.map(({ name }, position) => ({
    tickmark: rounded(median(ours)),
    peer: name,
    peerFigure: rounded(median(theirs[position])),
    ratio: rounded(median(ours.map((figure, turn) => figure / theirs[position][turn])), 2),
  }));
};

const measureBurden = async (app, page, audit, rows, idle) => {
  const questionId = await addQuestion(page, audit, queryFor(rows));
  const memory = watchMemory(app, idle);
  const window = await watchWindow(app, page);
  await runQuestion(page, audit, questionId, rows);
  return { ...(await window.stop()), megabytes: await memory.stop() };
};

const measureSystem =
  (key) =>
  async ({ typescript, repetitions, sizes }) => {
    const { name, connectorType, start, peers } = systems[key];
    const server = await start(typescript, sizes.at(-1));
    try {
      return await withFolder(async (folder) => {
        const { app, page } = await launch(projectFolder, join(folder, 'data'));
        try {
          await page.waitForFunction(() => 'tickmark' in window);
          const { username, password, database } = login;
          const configuration = { server: '127.0.0.1', port: server.port, database, username, encrypt: false };
          const audit = await createAudit(page, connectorType, configuration, { password });
          const figures = [];
          // Before anything else has made the processes grow.
          const idle = await readMegabytes(app);
          for (const rows of sizes) {
            const burden = await measureBurden(app, page, audit, rows, idle);
            const during = `${name}: while ${rows.toLocaleString('en')} rows are captured`;
            figures.push(
              { what: `${during}, memory above idle at its highest`, unit: 'MB', tickmark: burden.megabytes },
              { what: `${during}, delay of main's event loop, p99`, unit: 'ms', tickmark: burden.mainDelay },
              { what: `${during}, time between the window's frames, p99`, unit: 'ms', tickmark: burden.frameTime },
            );
          }
          for (const rows of sizes) {
            const compared = await measureSize(page, peers(server, folder), audit, rows, repetitions);
            const what = `${name}: capture ${rows.toLocaleString('en')} rows × 10`;
            figures.push(...compared.map((figure) => ({ what, unit: 'ms', ...figure })));
          }
          return figures;
        } finally {
          await app.close();
        }
      });
    } finally {
      await server.stop();
    }
  };

export const measurePostgresqlCapture = measureSystem('postgresql');
export const measureMariadbCapture = measureSystem('mariadb');
