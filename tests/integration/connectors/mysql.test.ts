import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mysqlDriver as driver } from '../../../main/connectors/mysql/driver';
import type { ConnectorAccess } from '../../../main/connectors/types';
import { type MariadbServer, startMariadb } from '../../servers/mariadb';
import { answerOf, capture, errorOf } from './capture';

let server: MariadbServer;
const login = { username: 'auditor', password: 'read Only 1' };
const never = new AbortController().signal;

const access = (configuration: ConnectorAccess['configuration'] = {}, password = login.password): ConnectorAccess => ({
  configuration: {
    server: '127.0.0.1',
    port: server.port,
    database: 'audit',
    username: login.username,
    encrypt: false,
    ...configuration,
  },
  secrets: { password },
});

beforeAll(async () => {
  server = await startMariadb();
  await server.adminQuery(`
    CREATE DATABASE audit CHARACTER SET utf8mb4;
    CREATE USER auditor@'%' IDENTIFIED BY '${login.password}';
    GRANT SELECT ON audit.* TO auditor@'%';
    USE audit;
    CREATE TABLE cells (
      id INT, tiny TINYINT UNSIGNED, big BIGINT UNSIGNED, amount DECIMAL(20,4), ratio DOUBLE, single FLOAT,
      day DATE, at DATETIME(6), stamp TIMESTAMP NULL, clock TIME, \`year\` YEAR, flag BIT(1), flags BIT(12),
      name VARCHAR(50), fixed CHAR(5), note TEXT, bytes VARBINARY(10), large LONGBLOB, choice ENUM('a','b'), choices SET('x','y'),
      doc JSON, uid UUID, address INET6);
    SET sql_mode = '';
    INSERT INTO cells VALUES
      (1, 255, 18446744073709551615, 1234567890.1234, 0.1, 0.1, '0000-00-00', '2024-02-29 23:59:59.123456', '2024-02-29 12:00:00',
       '-838:59:59', 2024, b'1', b'101010101010', 'Ünï 🦉, "quoted"', 'ab', 'line\\nbreak', x'00ff41', x'', 'a', 'x,y', '{"a":1}',
       '123e4567-e89b-12d3-a456-426655440000', '::1'),
      (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', NULL, NULL, NULL, '', NULL, NULL, NULL);
  `);
});
afterAll(() => server.stop());

describe('MySQL run', () => {
  it('writes each type by its rule', async () => {
    const { result, csv, sealed } = await capture(driver, access(), 'SELECT * FROM cells ORDER BY id -- the end');
    expect(answerOf(result)).toEqual({ rowCount: 2, complete: true });
    console.log(csv.toString(), sealed.columns.map((c) => `${c.name} ${c.type}`).join(', '));
  });
});
describe('MySQL test', () => {
  it('tells who the server is', async () => {
    console.log(
      answerOf(await driver.test(access(), never)),
      errorOf(await driver.test(access({}, 'wrong'), never)),
      errorOf(await driver.test(access({ encrypt: true }), never)),
    );
    console.log(JSON.stringify(answerOf(await driver.describeSchema(access(), never))).slice(-300));
  });
});
