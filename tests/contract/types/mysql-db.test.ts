import { expect } from 'vitest';
import { startMariadb } from '../../servers/mariadb';
import { describeContract } from '../describe-contract';
import type { Reach } from '../needs';
import { networkCases } from '../network';

const password = 'not to be seen "1"';
const query = 'SELECT 4711 AS marker';
const endless = "SELECT seq, REPEAT('x', 1000) FROM seq_1_to_1000000000";
const busy = (marker: string) =>
  `SELECT COUNT(*), '${marker}' FROM seq_1_to_100000 AS a JOIN seq_1_to_100000 AS b ON a.seq * b.seq % 7 = 8`;

const startSystem = async (name: string, tls?: string[]) => {
  const server = await startMariadb(tls && { tls });
  await server.adminQuery(`
    CREATE DATABASE audit CHARACTER SET utf8mb4;
    CREATE DATABASE closed;
    CREATE USER auditor@'%' IDENTIFIED BY '${password}';
    GRANT SELECT ON audit.* TO auditor@'%';
    GRANT SELECT ON missing.* TO auditor@'%';
    CREATE TABLE audit.system (name TEXT);
    INSERT INTO audit.system VALUES ('${name}')`);
  return server;
};

const reach: Reach = ({ host, port }, more) => ({
  configuration: { server: host, port, database: 'audit', username: 'auditor', encrypt: false, ...more },
  secrets: { password },
});

describeContract('MySQL DB', {
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
        `SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%${marker}%' AND id <> CONNECTION_ID()`,
      )) !== '0';

    /** The statements of the session that sent the query, in their order. */
    const statementsWith = (sent: string): string[] => {
      const log = server.log();
      const session = new RegExp(`\\t\\s*(\\d+) Query\\t${sent}`).exec(log)?.[1] ?? 'none';
      return [...log.matchAll(new RegExp(`\\t\\s*${session} Query\\t([^\\n]*)`, 'g'))].map(([, said = '']) => said);
    };

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
            const statements = statementsWith('SELECT 4712');
            const places = [
              'SET SESSION TRANSACTION READ ONLY',
              'START TRANSACTION READ ONLY',
              'SELECT 4712',
              'ROLLBACK',
            ].map((start) => statements.findIndex((statement) => statement.startsWith(start)));
            expect(places[0]).toBeGreaterThan(0);
            expect(places).toEqual(places.toSorted((left, right) => left - right));
            expect(statements.filter((statement) => statement.startsWith('SELECT 4712'))).toHaveLength(1);
          },
        }),
        guard: () => ({
          access,
          queries: [
            "INSERT INTO system VALUES ('intruder')",
            'SELECT 1 AS intruder; DROP TABLE system',
            "SELECT name FROM system INTO OUTFILE '/tmp/intruder'",
            "SELECT LOAD_FILE('/intruder')",
          ],
          wasSent: (sent) => server.log().includes(sent),
        }),
        cells: () => ({
          access,
          query: String.raw`
            SELECT NULL AS absent, '' AS empty, 'comma, "quote"' AS text, 'line\r\nbreak' AS lines_, 'Ünï 日本 🦉' AS letters,
              18446744073709551615 AS big, 1.10 AS exact, 1e-1 AS ratio, DATE '2024-02-29' AS day,
              TIMESTAMP '2024-02-29 23:59:59.123456' AS moment, TIME '-838:59:59' AS span, x'deadbeef' AS bytes`,
          csv:
            'absent,empty,text,lines_,letters,big,exact,ratio,day,moment,span,bytes\n' +
            ',"","comma, ""quote""","line\r\nbreak",Ünï 日本 🦉,18446744073709551615,1.10,0.1,' +
            '2024-02-29,2024-02-29 23:59:59.123456,-838:59:59,\\xdeadbeef\n',
        }),
        'column names': () => ({
          access,
          query: 'SELECT 1 AS a, 2 AS a, 3 AS `x,y`, 4 AS `q"q`, 5 AS `Ünï 日本`',
          header: 'a,a,"x,y","q""q",Ünï 日本',
        }),
        'many columns': () => ({
          access,
          query: `SELECT ${Array.from({ length: 2_000 }, (_, index) => `${index} AS c${index}`).join(', ')}`,
          columns: 2_000,
        }),
        'huge cell': () => ({ access, query: "SELECT REPEAT('x', 100000000) AS large" }),
        'many rows': () => ({ access, query: "SELECT seq, REPEAT('x', 2000) FROM seq_1_to_200000", rows: 200_000 }),
        'side by side': () => ({
          systems: [
            { port: server.port, name: 'first' },
            { port: other.port, name: 'second' },
          ].map(({ port, name }) => ({
            access: reach({ host: '127.0.0.1', port }),
            query: 'SELECT name FROM system, seq_1_to_20000',
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
