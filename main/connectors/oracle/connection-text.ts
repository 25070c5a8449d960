/** The ways in which Oracle's tools write where a database is. */
import type { Configuration } from '../../../preload/contract';

const descriptor = /^(?:jdbc:oracle:thin:@|[\w.-]+\s*=)?\s*(\(\s*DESCRIPTION(?:_LIST)?\s*=[\s\S]*\))\s*;?$/i;

/** `[jdbc:oracle:thin:][user[/password]@][protocol:][//]host[:port]/service` and, in JDBC, `host:port:sid`. */
const easyConnect =
  /^(jdbc:oracle:thin:)?(?:([^/@\s:]+)?(?:\/[^@\s]*)?@)?(?:(tcps?):)?(\/\/)?([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?(?:([:/])([\w.$#-]+)(?::\w+)?(?:\/\w+)?)?(?:\?\S*)?$/i;

/** The fields of an Oracle connector; undefined for another kind of text. A password in it is left out. */
export const parseOracleAddress = (text: string): Configuration | undefined => {
  const pasted = descriptor.exec(text)?.[1]?.replace(/\s+/g, '');
  if (pasted) return { connect_descriptor: pasted, encrypt: /\(PROTOCOL=TCPS\)/i.test(pasted) };

  const [matched, jdbc, username, protocol = '', slashes, server = '', port, separator, name = ''] =
    easyConnect.exec(text) ?? [];
  // `db/audit` could be anything: something in the text must be Oracle's own way of writing.
  if (!matched || name === '' || !(jdbc || protocol || (port && (slashes || username)))) return undefined;
  if (separator === ':' && !jdbc) return undefined;
  return {
    server: server.replace(/^\[(.*)\]$/, '$1'),
    ...(port && { port: Number(port) }),
    ...(separator === ':' ? { sid: name } : { service_name: name }),
    ...(username && { username }),
    encrypt: protocol.toLowerCase() === 'tcps',
  };
};
