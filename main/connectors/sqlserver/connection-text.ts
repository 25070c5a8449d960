/** The ways in which SQL Server's tools and drivers write where a database is. */
import type { Configuration } from '../../../preload/contract';

const jdbcUrl = /^jdbc:sqlserver:\/\/([^;]+)(?:;(.*))?$/i;
/** `[tcp:]host[\instance][,port]`, in JDBC `host[\instance][:port]`. */
const address = /^(?:tcp:)?([\w.-]+|\[[\da-f:]+\]|\(local\)|\.)(?:\\([\w$-]+))?(?:[,:]\s*(\d{1,5}))?$/i;

const isOn = (text: string | undefined): boolean => /^(true|yes|mandatory|strict|sspi)$/i.test(text ?? '');
const isOff = (text: string | undefined): boolean => /^(false|no|optional)$/i.test(text ?? '');

/** `Key=value;…` with keys folded to lower case without spaces: `User ID` and `user id` are one. */
const readPairs = (text: string): Map<string, string> =>
  new Map(
    text.split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[pair.slice(0, at).replace(/\s+/g, '').toLowerCase(), pair.slice(at + 1).trim()]];
    }),
  );

const readAddress = (text: string | undefined): Configuration | undefined => {
  const [, host = '', instance, port] = address.exec(text?.trim() ?? '') ?? [];
  if (host === '') return undefined;
  const server = host === '.' || host.toLowerCase() === '(local)' ? 'localhost' : host.replace(/^\[(.*)\]$/, '$1');
  return { server, ...(instance && { instance_name: instance }), ...(port && { port: Number(port) }) };
};

/** The fields of a SQL Server connector; undefined for another kind of text. A password in it is left out. */
export const parseSqlServerText = (text: string): Configuration | undefined => {
  const [, jdbcAddress, jdbcPairs] = jdbcUrl.exec(text) ?? [];
  const pairs = readPairs(jdbcAddress === undefined ? text : (jdbcPairs ?? ''));
  const first = (...keys: string[]) => keys.map((key) => pairs.get(key)).find((found) => found);
  const place = readAddress(jdbcAddress ?? first('server', 'datasource', 'addr', 'address', 'networkaddress'));
  const database = first('database', 'initialcatalog', 'databasename');
  const username = first('userid', 'uid', 'user', 'username');
  const isWindows = isOn(first('integratedsecurity', 'trusted_connection'));
  // `server=…` alone may stand in many a configuration file.
  if (!place || (jdbcAddress === undefined && !database && !username && !isWindows)) return undefined;
  return {
    ...place,
    ...(database && { database }),
    ...(username && { username }),
    ...(isWindows && { authentication: 'windows' }),
    ...(isOff(first('encrypt')) && { encrypt: false }),
    ...(isOn(first('trustservercertificate')) && { trust_server_certificate: true }),
  };
};
