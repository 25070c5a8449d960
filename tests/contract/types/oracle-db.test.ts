import { expect } from 'vitest';
import { createCertificates } from '../../servers/certificates';
import { type OracleServer, startOracle } from '../../servers/oracle/server';
import { defaultWorld } from '../../servers/oracle/statements';
import { describeContract } from '../describe-contract';
import { createClientFolder } from '../files';
import type { Reach } from '../needs';
import { networkCases } from '../network';

const password = 'not to be seen "1"';
const users = { AUDITOR: password };
const query = "SELECT 'marker4711' AS marker FROM dual";
const endless = 'SELECT 1 FROM endless';
const busy = (marker: string) => `SELECT '${marker}' AS slow FROM sleepy`;

const reach: Reach = ({ host, port }, more) => ({
  configuration: {
    server: host,
    port,
    service_name: 'hrpdb.example.com',
    username: 'auditor',
    encrypt: false,
    ...more,
  },
  secrets: { password },
});

/** The statements of the session that sent the query, in their order. */
const statementsWith = ({ log }: OracleServer, sent: string): string[] => {
  const end = log.statements.indexOf('LOGOFF', log.statements.indexOf(sent));
  return log.statements.slice(log.statements.lastIndexOf('LOGON AUDITOR', end), end);
};

describeContract('Oracle DB', {
  notApplicable: {},
  start: async () => {
    const folder = createClientFolder();
    const { context, ...world } = defaultWorld();
    const [server, other, encrypted] = await Promise.all([
      startOracle({ users }),
      startOracle({ users, world: { ...world, dbid: '42', context: { ...context, DB_UNIQUE_NAME: 'HRCDB_SITE2' } } }),
      createCertificates(folder.newFolder(), ['IP:127.0.0.1']).then((certificates) => startOracle({ certificates })),
    ]);
    const place = { host: '127.0.0.1', port: server.port };
    const address = `127.0.0.1:${server.port}`;
    const access = reach(place);
    const network = networkCases({
      reach,
      port: server.port,
      otherPort: other.port,
      tlsPort: encrypted.port,
      query,
      endless,
      wasSentToOther: (sent) => other.log.statements.includes(sent),
    });
    const isRunning = (marker: string) => () => server.log.running.some((statement) => statement.includes(marker));

    return {
      reset: () => {
        delete server.settings.refuseLoginWith;
      },
      stop: async () => {
        await Promise.all([network.stop(), server.stop(), other.stop(), encrypted.stop()]);
        folder.remove();
      },
      cases: {
        ...network.cases,
        'test connection': () => ({ access, address, canWrite: false }),
        'failure AUTH': () => ({ access: { ...access, secrets: { password: 'wrong "1"' } }, address, query }),
        'failure NO_DATABASE': () => ({
          access: reach(place, { service_name: 'missing.example.com' }),
          address,
          query,
        }),
        'failure PERMISSION': () => {
          server.settings.refuseLoginWith = { number: 1045, text: 'user AUDITOR lacks CREATE SESSION privilege' };
          return { access, address, query };
        },
        schema: () => ({ access }),
        'read-only': () => {
          const sent = "SELECT 'marker4712' AS marker FROM dual";
          const verify = async () => {
            const statements = statementsWith(server, sent);
            const first = statements.indexOf(sent);
            expect(statements.slice(first)).toEqual([sent, 'ROLLBACK']);
            expect(statements.lastIndexOf('SET TRANSACTION READ ONLY', first)).toBeGreaterThan(-1);
          };
          return { access, query: sent, verify };
        },
        guard: () => ({
          access,
          queries: [
            'INSERT INTO intruder VALUES (1)',
            'SELECT 1 FROM dual; DROP TABLE intruder',
            'BEGIN DELETE FROM intruder; END;',
            "SELECT utl_http.request('http://intruder') FROM dual",
            'SELECT * FROM intruder FOR UPDATE',
          ],
          wasSent: () =>
            [...server.log.statements, ...server.log.described].some((statement) => statement.includes('intruder')),
        }),
        cells: () => ({
          access,
          query: 'SELECT * FROM cells',
          csv:
            'ID,AMOUNT,NAME,NNAME,FIXED,DAY,AT,SECONDS,ZONED,LOCAL,YEARS,DAYS,BYTES,SINGLE,RATIO,ROW_ID,OLD\n' +
            '1,12345678901234567890123456789.0123456789,"Ünï 🦉, ""quoted""",Zoë,ab   ,2024-02-29 23:59:59,' +
            '2024-02-29 23:59:59.123456789,2024-02-29 12:00:00,2024-02-29 23:59:59.500000 +02:00,' +
            '2024-02-29 12:00:00.250,P12Y3M,P-1DT-2H-3M-4.5S,\\x00ff41,0.1,0.1,AAAR09AAEAAAACrAAC,"line\nbreak"\n' +
            '2,-0.5,,,,-4712-01-01 00:00:00,2024-02-29 00:00:00.000000000,,2024-02-29 12:00:00.000000 +00:00,,P-1Y,P10D,,' +
            '-1.5,1e+300,,\n' +
            '3,100000,,,,,,,,,,,,,,,\n',
        }),
        'column names': () => ({ access, query: 'SELECT * FROM names', header: 'A,A,"x,y","q""q"' }),
        'many columns': () => ({
          access,
          query: 'SELECT * FROM wide_1000',
          columns: 1_000,
          limit: '1,000 columns, the most that an Oracle table or view has',
        }),
        'huge cell': () => ({ access, query: 'SELECT doc FROM large_100000000' }),
        'many rows': () => ({ access, query: 'SELECT id, filling FROM full_rows_200000', rows: 200_000 }),
        'side by side': () => ({
          systems: [
            { port: server.port, name: 'HRCDB_SITE1' },
            { port: other.port, name: 'HRCDB_SITE2' },
          ].map(({ port, name }) => ({
            access: reach({ host: '127.0.0.1', port }),
            query: 'SELECT name FROM system_20000',
            isOwn: (line: string) => line === name,
            rows: 20_000,
          })),
        }),
        'cancel at the server': () => ({ access, query: busy('cancelme'), isRunning: isRunning('cancelme') }),
        'query timeout': () => ({
          access: reach(place, { query_timeout: 1 }),
          query: busy('late'),
          isRunning: isRunning('late'),
        }),
      },
    };
  },
});
