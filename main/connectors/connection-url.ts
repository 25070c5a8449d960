/** Connection strings of database servers: URLs, JDBC URLs, and the keywords of PostgreSQL's own tools. */
import type { Configuration } from '../../preload/contract';

export interface UrlKind {
  /** Of URLs and, behind `jdbc:`, of JDBC: `postgres`, `postgresql`. */
  schemes: readonly string[];
  /** Names that drivers give to the parameter that says whether and how TLS is used. */
  tlsParameters: readonly string[];
}

const tlsOff = /^(disable|disabled|false|0)$/i;

/** The fields of a server's connector; undefined for another kind of text. A password in it is left out. */
export const parseServerUrl = (text: string, { schemes, tlsParameters }: UrlKind): Configuration | undefined => {
  const [, scheme = '', rest = ''] = /^\s*(?:jdbc:)?([a-z]+):\/\/(\S+)\s*$/i.exec(text) ?? [];
  if (!schemes.includes(scheme.toLowerCase())) return undefined;
  const url = toUrl(rest);
  // Several servers behind each other are several systems to an auditor.
  if (!url || url.hostname.includes(',')) return undefined;
  const parameters = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const isUnencrypted = tlsParameters.some((name) => tlsOff.test(parameters.get(name) ?? ''));
  return withoutEmpty({
    server: decode(url.hostname).replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? undefined : Number(url.port),
    database: decode(url.pathname.replace(/^\//, '')),
    username: decode(url.username) || parameters.get('user'),
    encrypt: isUnencrypted ? false : undefined,
  });
};

/** A scheme without rules of its own leaves host and path as they were written. */
const toUrl = (rest: string): URL | undefined => {
  try {
    return new URL(`server://${rest}`);
  } catch {
    return undefined;
  }
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `host=db port=5432 dbname=audit user=ada` (PostgreSQL documentation, "Connection Strings"). */
export const parseKeywords = (text: string): Configuration | undefined => {
  const pairs = [...text.matchAll(/([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|([^\s;]*))/g)];
  const given = new Map(
    pairs.map(([, key = '', quoted, plain]) => [key, quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '']),
  );
  const server = given.get('host') ?? given.get('hostaddr') ?? '';
  if (server === '' || server.includes(',') || !given.has('dbname')) return undefined;
  const port = given.get('port') ?? '';
  return withoutEmpty({
    server,
    port: /^\d+$/.test(port) ? Number(port) : undefined,
    database: given.get('dbname'),
    username: given.get('user'),
    encrypt: given.get('sslmode') === 'disable' ? false : undefined,
  });
};

const withoutEmpty = (values: Record<string, Configuration[string] | undefined>): Configuration =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, Configuration[string]] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
