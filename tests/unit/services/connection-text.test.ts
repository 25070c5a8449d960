import { describe, expect, it } from 'vitest';
import { parseConnectionText } from '../../../main/services/connection-text';

const parse = (text: string) => {
  const parsed = parseConnectionText({ text });
  return parsed.ok ? parsed.value : parsed.error.code;
};

const database = { server: 'db-1', port: 5433, database: 'audit', username: 'ada' };

describe('connectorTypes.parse', () => {
  it.each([
    ['postgres://ada:s3cret@db-1:5433/audit', 'PostgreSQL DB', database],
    ['  postgresql://ada@db-1:5433/audit?sslmode=require ', 'PostgreSQL DB', database],
    ['postgresql://db-1/audit?sslmode=disable', 'PostgreSQL DB', { server: 'db-1', database: 'audit', encrypt: false }],
    ['jdbc:postgresql://db-1:5433/audit?user=ada&password=s3cret', 'PostgreSQL DB', database],
    ["host=db-1 port=5433 dbname='audit' user=ada password='s3 cret'", 'PostgreSQL DB', database],
    ['postgres://[2001:db8::1]:5433/audit', 'PostgreSQL DB', { server: '2001:db8::1', port: 5433, database: 'audit' }],
    ['postgres://a%40b:s3cret@db-1/a%20b', 'PostgreSQL DB', { server: 'db-1', database: 'a b', username: 'a@b' }],
    ['mysql://ada:s3cret@db-1:5433/audit', 'MySQL DB', database],
    ['jdbc:mariadb://db-1:5433/audit?user=ada&useSsl=false', 'MySQL DB', { ...database, encrypt: false }],
    ['mysql://db-1', 'MySQL DB', { server: 'db-1' }],
    ['Server=tcp:db-1,5433;Initial Catalog=audit;User ID=ada;Password=s3cret;Encrypt=True', 'SQL Server DB', database],
    [
      'Data Source=db-1\\REPORTING;Database=audit;Integrated Security=SSPI;TrustServerCertificate=yes',
      'SQL Server DB',
      {
        server: 'db-1',
        instance_name: 'REPORTING',
        database: 'audit',
        authentication: 'windows',
        trust_server_certificate: true,
      },
    ],
    [
      'jdbc:sqlserver://db-1:5433;databaseName=audit;user=ada;password=s3cret;encrypt=false',
      'SQL Server DB',
      { ...database, encrypt: false },
    ],
    ['https://acme.service-now.com/nav_to.do', 'ServiceNow', { instance: 'https://acme.service-now.com' }],
    [
      'https://acme.atlassian.net/browse/PAY-1',
      'Jira',
      { base_url: 'https://acme.atlassian.net', api_version: '3', project_key: 'PAY' },
    ],
    [
      'https://acme.qtestnet.com/p/7/portal/project',
      'QTest',
      { base_url: 'https://acme.qtestnet.com', project_id: '7' },
    ],
  ])('%s', (text, connectorType, configuration) => {
    expect(parse(text)).toEqual({ connectorType, configuration });
    expect(JSON.stringify(parse(text))).not.toContain('s3');
  });

  it.each([
    '',
    'hello',
    'https://example.com',
    'postgres://',
    'postgres://a,b/audit',
    'ftp://db/audit',
    'host=db',
    'server=db-1',
    'postgres://db 1/x',
  ])('refuses %j', (text) => {
    expect(parse(text)).toBe('VALIDATION');
  });
});
