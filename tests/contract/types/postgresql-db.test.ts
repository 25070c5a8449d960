import { expect } from 'vitest';
import { startPostgresql } from '../../servers/postgresql';
import { describeContract } from '../describe-contract';
import type { Reach } from '../needs';
import { networkCases } from '../network';

const password = 'not to be seen "1"';
const query = 'SELECT 4711 AS marker';
const endless = "SELECT generate_series(1, 1000000000), repeat('x', 1000)";
const busy = (marker: string) =>
  `SELECT count(*), '${marker}' FROM generate_series(1, 100000) AS a, generate_series(1, 100000) AS b WHERE a * b % 7 = 8`;

const startSystem = async (name: string, tls?: string[]) => {
  const server = await startPostgresql(tls && { tls });
  await server.adminQuery(`CREATE ROLE auditor LOGIN PASSWORD '${password}'`);
  for (const database of ['audit', 'closed']) await server.adminQuery(`CREATE DATABASE ${database}`);
  await server.adminQuery('REVOKE CONNECT ON DATABASE closed FROM PUBLIC');
  await server.adminQuery(
    `CREATE TABLE system (name text); INSERT INTO system VALUES ('${name}'); GRANT SELECT ON system TO auditor`,
    'audit',
  );
  return server;
};

const reach: Reach = ({ host, port }, more) => ({
  configuration: { server: host, port, database: 'audit', username: 'auditor', encrypt: false, ...more },
  secrets: { password },
});

describeContract('PostgreSQL DB', {
  notApplicable: {},
  start: async () => {
    const [server, other] = await Promise.all([
      startSystem('first'),
      startSystem('second', ['IP:127.0.0.1', 'DNS:localhost']),
    ]);
    const place = { host: '127.0.0.1', port: server.port };
    const address = `127.0.0.1:${server.port}`;
    const access = reach(place);
    const network = networkCases({
      reach,
      port: server.port,
      otherPort: other.port,
      tlsPort: other.port,
      query,
      endless,
      wasSentToOther: (sent) => other.log().includes(sent),
    });
    const isRunning = (marker: string) => async () =>
      (await server.adminQuery(
        `SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%${marker}%' AND pid <> pg_backend_pid()`,
      )) !== '0';

    return {
      stop: () => Promise.all([network.stop(), server.stop(), other.stop()]),
      cases: {
        ...network.cases,
        'test connection': () => ({ access, address, canWrite: false }),
        'failure AUTH': () => ({ access: { ...access, secrets: { password: 'wrong "1"' } }, address, query }),
        'failure NO_DATABASE': () => ({ access: reach(place, { database: 'missing' }), address, query }),
        'failure PERMISSION': () => ({ access: reach(place, { database: 'closed' }), address, query }),
        schema: () => ({ access }),
        'read-only': () => ({
          access,
          query: 'SELECT 4712 AS marker',
          verify: async () => {
            const log = server.log();
            const session =
              /Tickmark (\[\d+\]) LOG: +execute <unnamed>: COPY \(\n\s*SELECT 4712/.exec(log)?.[1] ?? 'none';
            const lines = log.split('\n').filter((line) => line.includes(session));
            expect(lines.filter((line) => line.includes('COPY ('))).toHaveLength(1);
            expect(lines[0]).toContain('START TRANSACTION READ ONLY');
            expect(lines.at(-1)).toContain('ROLLBACK');
          },
        }),
        guard: () => ({
          access,
          queries: [
            "INSERT INTO system VALUES ('intruder')",
            'WITH intruder AS (DELETE FROM system RETURNING *) SELECT * FROM intruder',
            'SELECT 1 AS intruder; DROP TABLE system',
            "SELECT pg_read_file('intruder')",
          ],
          wasSent: (sent) => server.log().includes(sent),
        }),
        cells: () => ({
          access,
          query: String.raw`
            SELECT NULL AS absent, '' AS empty, 'comma, "quote"' AS text, E'line\r\nbreak' AS lines, 'Ünï 日本 🦉' AS letters,
              12345678901234567890123.45 AS big, 1.10::numeric AS exact, 0.1::float8 AS ratio, true AS flag,
              '2024-02-29'::date AS day, '2024-02-29 23:59:59.123456+02'::timestamptz AS moment,
              '1 year 2 days'::interval AS span, '\xdeadbeef'::bytea AS bytes, ARRAY['a', NULL] AS list,
              '{"a": [1, null]}'::jsonb AS doc`,
          csv:
            'absent,empty,text,lines,letters,big,exact,ratio,flag,day,moment,span,bytes,list,doc\n' +
            ',"","comma, ""quote""","line\r\nbreak",Ünï 日本 🦉,12345678901234567890123.45,1.10,0.1,t,' +
            '2024-02-29,2024-02-29 21:59:59.123456+00,P1Y2D,\\xdeadbeef,"{a,NULL}","{""a"": [1, null]}"\n',
        }),
        'column names': () => ({
          access,
          query: 'SELECT 1 AS a, 2 AS a, 3 AS " ", 4 AS "x,y", 5 AS "q""q", 6 AS "Ünï 🦉"',
          header: 'a,a, ,"x,y","q""q",Ünï 🦉',
        }),
        'many columns': () => ({
          access,
          query: `SELECT ${Array.from({ length: 1_664 }, (_, index) => `${index} AS c${index}`).join(', ')}`,
          columns: 1_664,
          limit: '1,664 columns, the most that PostgreSQL selects',
        }),
        'huge cell': () => ({ access, query: "SELECT repeat('x', 100000000) AS large" }),
        'many rows': () => ({
          access,
          query: "SELECT i, repeat('x', 2000) FROM generate_series(1, 200000) AS i",
          rows: 200_000,
        }),
        'side by side': () => ({
          systems: [
            { port: server.port, name: 'first' },
            { port: other.port, name: 'second' },
          ].map(({ port, name }) => ({
            access: reach({ host: '127.0.0.1', port }),
            query: 'SELECT name FROM system, generate_series(1, 20000)',
            isOwn: (line: string) => line === name,
            rows: 20_000,
          })),
        }),
        'cancel at the server': () => ({ access, query: busy('cancel-me'), isRunning: isRunning('cancel-me') }),
        'query timeout': () => ({
          access: reach(place, { query_timeout: 1 }),
          query: busy('late'),
          isRunning: isRunning('late'),
        }),
      },
    };
  },
});
