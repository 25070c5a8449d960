import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { createCertificates } from '../../servers/certificates';
import { startTdsServer } from '../../servers/tds/server';
import { describeContract } from '../describe-contract';
import { createClientFolder } from '../files';
import type { Reach } from '../needs';
import { networkCases } from '../network';

const password = 'not to be seen "1"';
const options = { logins: { auditor: password }, databases: ['audit'] };
const query = 'SELECT 4711 AS marker';
const endless = 'SELECT * FROM endless';
const busy = (marker: string) => `SELECT '${marker}' FROM silent`;

const reach: Reach = ({ host, port }, more) => ({
  configuration: {
    server: host,
    port,
    database: 'audit',
    authentication: 'sql',
    username: 'auditor',
    encrypt: false,
    ...more,
  },
  secrets: { password },
});

const notLetIn = {
  number: 916,
  message:
    'The server principal "auditor" is not able to access the database "audit" under the current security context.',
  severity: 14,
};

const startEncrypted = async (folder: string) => {
  const { keyPath, certificatePath } = await createCertificates(folder, ['IP:127.0.0.1']);
  const tls = { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certificatePath, 'utf8') };
  return startTdsServer({ ...options, tls });
};

describeContract('SQL Server DB', {
  notApplicable: {},
  start: async () => {
    const folder = createClientFolder();
    const [server, other, closed, encrypted] = await Promise.all([
      startTdsServer(options),
      startTdsServer({ ...options, target: { server: 'SQLDEV02' } }),
      startTdsServer({ ...options, refusal: notLetIn }),
      startEncrypted(folder.newFolder()),
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
      wasSentToOther: (sent) => other.statements.some(({ sql }) => sql === sent),
    });
    const isRunning = (marker: string) => () => [...server.running].some((sql) => sql.includes(marker));

    return {
      stop: async () => {
        await Promise.all([network.stop(), server.stop(), other.stop(), closed.stop(), encrypted.stop()]);
        folder.remove();
      },
      cases: {
        ...network.cases,
        'test connection': () => ({ access, address, canWrite: false }),
        'failure AUTH': () => ({ access: { ...access, secrets: { password: 'wrong "1"' } }, address, query }),
        'failure NO_DATABASE': () => ({ access: reach(place, { database: 'missing' }), address, query }),
        'failure PERMISSION': () => ({
          access: reach({ ...place, port: closed.port }),
          address: `127.0.0.1:${closed.port}`,
          query,
        }),
        schema: () => ({ access }),
        'read-only': () => ({
          access,
          query: 'SELECT 4712 AS marker',
          verify: async () => {
            const isQuery = ({ sql }: { sql: string }) => sql === 'SELECT 4712 AS marker';
            const sent = server.statements.filter(isQuery);
            expect(sent).toHaveLength(1);
            expect(sent[0]?.inTransaction).toBe(true);
            const session = server.statements.filter((statement) => statement.session === sent[0]?.session);
            expect(session.at(-1)?.sql).toContain('ROLLBACK TRANSACTION');
            expect(server.logins.every(({ readOnlyIntent }) => readOnlyIntent)).toBe(true);
          },
        }),
        guard: () => ({
          access,
          queries: [
            'INSERT INTO intruder VALUES (1)',
            'SELECT 1; DROP TABLE intruder',
            "EXEC xp_cmdshell 'intruder'",
            'SELECT * INTO intruder FROM accounts',
            "SELECT * FROM OPENQUERY(linked, 'DELETE FROM intruder')",
          ],
          wasSent: (sent) => server.statements.some(({ sql, values }) => [sql, ...values].includes(sent)),
        }),
        cells: () => ({ access, query: 'SELECT * FROM cells', csv: cells }),
        'column names': () => ({ access, query: 'SELECT * FROM twins', header: 'a,a,"x,y","q""q",""' }),
        'many columns': () => ({ access, query: 'SELECT * FROM wide', columns: 2_000 }),
        'huge cell': () => ({ access, query: 'SELECT * FROM large' }),
        'many rows': () => ({ access, query: 'SELECT TOP (200000) * FROM numbers', rows: 200_000 }),
        'side by side': () => ({
          systems: [server, other].map(({ port }, index) => ({
            access: reach({ host: '127.0.0.1', port }),
            query: `SELECT * FROM run_${index}`,
            isOwn: (line: string) => line === String(index),
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

const cells =
  'flag,tiny,small,whole,big,fixed_whole,exact,negative,money_most,money_least,small_money,ratio,single,day,first_day,clock,' +
  'clock_0,old_at,old_small_at,at,at_3,at_zone,at_zone_west,guid,code_page,padded,name,n_padded,n_max,max,bytes,fixed_bytes,' +
  'version,max_bytes,doc,old_text,old_n_text,old_image,variant_int,variant_decimal,variant_text,variant_code_page,variant_at,' +
  'path,place\n' +
  '1,255,-32768,2147483647,9223372036854775806,42,9999999999999999999999999999999999.9999,-1234.56789,' +
  '922337203685477.5807,-922337203685477.5808,12.3456,0.1,0.1,2024-02-29,0001-01-01,23:59:59.1234567,23:59:59,' +
  '2024-02-29 23:59:59.997,2024-02-29 23:59:00,2024-02-29 23:59:59.1234567,2024-02-29 23:59:59.123,' +
  '2024-02-29 23:30:00.1234567 +05:00,2024-02-28 22:00:00 -04:00,6F9619FF-8B86-D011-B42D-00C04FC964FF,' +
  '\\néMä€,ab   ,"Ünï 🦉, ""quoted""",ab ,"line\nbreak",xéy,\\x00ff41,\\xdeadbeef,\\x00000000000007d1,\\x0102,' +
  '"<a b=""1"">é</a>",oldé,öld,\\xcafe,42,-12.34,vär,é,2024-02-29 23:59:59.1234567,/1.1/,' +
  '\\x00000000010c000000000000f03f0000000000000040\n' +
  ',,,,,42,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n';
