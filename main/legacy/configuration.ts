/** Turns a connector's configuration of the earlier application into today's fields, secrets and notes. */
import type { Configuration, FieldDefinition } from '../../preload/contract';
import { readConfiguration } from '../connectors/configuration';
import type { ToolType } from '../connectors/types';
import { looksSecret, parseContainer, plainKey, scrubValue } from './secrets';

export interface ConvertedConfiguration {
  configuration: Configuration;
  /** By field, for the keychain. Beside the type's own fields also what else was recognised as a secret. */
  secrets: Record<string, string>;
  /** What today's fields have no place for, one `key: value` a line. */
  notes: string[];
}

type Member = { path: string[]; key: string; value: unknown };

/** Keys that every type may have had under another name. */
const sharedOlderKeys: Record<string, readonly string[]> = {
  server: ['host', 'hostname', 'server_name'],
  database: ['database_name', 'db', 'dbname'],
  username: ['user', 'user_name', 'login', 'email'],
  instance_name: ['sql_instance'],
  service_name: ['service'],
  encrypt: ['ssl_enabled', 'ssl', 'use_ssl', 'tls'],
  trust_server_certificate: ['trust_certificate'],
  connect_timeout: ['connection_timeout', 'timeout'],
  query_timeout: ['command_timeout'],
  password: ['passwd', 'pwd'],
  api_token: ['token', 'access_token', 'bearer_token', 'personal_access_token'],
  api_key: ['apikey', 'key'],
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** `authentication: { type: 'api_key', … }` says what `authentication: 'api_key'` says. */
const keyAt = (path: readonly string[]): string => {
  const own = plainKey(path.at(-1) ?? '');
  const outer = path.at(-2);
  return outer !== undefined && /^(type|kind|method)$/.test(own) ? plainKey(outer) : own;
};

/** Members one by one, those of nested objects behind those of the outer one: `authentication: { username, … }`. */
const flatten = (value: object, path: string[] = []): Member[] => {
  const own: Member[] = [];
  const nested: Member[] = [];
  for (const [name, given] of Object.entries(value)) {
    const member = typeof given === 'string' ? (parseContainer(given) ?? given) : given;
    const memberPath = [...path, name];
    if (member !== null && typeof member === 'object' && !Array.isArray(member))
      nested.push(...flatten(member, memberPath));
    else if (!isEmpty(member)) own.push({ path: memberPath, key: keyAt(memberPath), value: member });
  }
  return [...own, ...nested];
};

/** A URL's login apart from it: a password in an address is a secret, and today's addresses hold none. */
const splitLogin = (text: string): { address: string; username: string; password: string } | undefined => {
  const [, scheme, username = '', password = '', rest] =
    /^([a-z][a-z0-9+.-]*:\/\/)([^\s/@:]*):([^\s/@]+)@(\S+)$/i.exec(text.trim()) ?? [];
  if (scheme === undefined) return undefined;
  return { address: scheme + rest, username: decode(username), password: decode(password) };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Takes logins out of addresses: each becomes an address, a user name and a password. */
const withoutLogins = (members: readonly Member[]): Member[] =>
  members.flatMap((member) => {
    const login = typeof member.value === 'string' ? splitLogin(member.value) : undefined;
    if (!login) return [member];
    const beside = (key: string, value: string): Member => ({ path: [...member.path, key], key, value });
    return [
      { ...member, value: login.address },
      ...(login.username === '' ? [] : [beside('username', login.username)]),
      beside('password', login.password),
    ];
  });

const yes = new Set(['true', 'yes', 'y', 'on', '1', 'required', 'require', 'enabled']);
const no = new Set(['false', 'no', 'n', 'off', '0', 'disabled', 'disable']);

const asSent = (field: FieldDefinition, value: unknown): unknown => {
  if (field.kind === 'list') {
    const items = Array.isArray(value) ? value : String(value).split(/[,;\n]/);
    return items.map((item) => String(item).trim()).filter((item) => item !== '');
  }
  // Where today's field holds one value, a list of one is that value.
  const single = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  const text = typeof single === 'boolean' || typeof single === 'number' ? String(single) : single;
  if (typeof text !== 'string') return undefined;
  const word = text.trim().toLowerCase();
  if (field.kind === 'boolean') return yes.has(word) ? true : no.has(word) ? false : undefined;
  if (field.kind === 'select') return field.options?.find(({ value: option }) => word === option)?.value;
  return text;
};

/** The value as the field stores it; undefined where the field can't hold it. */
const readMember = (field: FieldDefinition, value: unknown): Configuration[string] | undefined => {
  const sent = asSent(field, value);
  if (sent === undefined || isEmpty(sent)) return undefined;
  // A path comes from a database here, not from a form: it is a text like another.
  const readAs = { ...field, kind: field.kind === 'path' ? ('text' as const) : field.kind };
  const read = readConfiguration([readAs], { [field.key]: sent as string });
  return read.ok ? read.value[field.key] : undefined;
};

const holdsSecret = (value: unknown): boolean =>
  typeof value === 'string' ? looksSecret(value) : Array.isArray(value) && value.some(holdsSecret);

const keysOf = (field: FieldDefinition, toolType: ToolType): string[] => [
  field.key,
  ...(toolType.olderKeys?.[field.key] ?? []),
  ...(sharedOlderKeys[field.key] ?? []),
];

/** What a connection string among the values says, without its password: that string goes to the keychain as it is. */
const fromConnectionText = (toolType: ToolType, members: readonly Member[]): Configuration => {
  for (const { value } of members) {
    const parsed = typeof value === 'string' && looksSecret(value) && toolType.parseConnectionText?.(value);
    if (parsed) return parsed;
  }
  return {};
};

/**
 * Nothing is dropped: each member ends in a field of the type, among the secrets or in the notes. Of a type that is not
 * known all that is no secret ends in the notes.
 */
export const convertConfiguration = (toolType: ToolType | undefined, source: object): ConvertedConfiguration => {
  const members = withoutLogins(flatten(source));
  const left = new Set(members);
  const configuration: Configuration = {};
  const secrets: Record<string, string> = {};

  for (const field of toolType?.fields ?? []) {
    for (const key of keysOf(field, toolType as ToolType)) {
      const member = members.find((candidate) => left.has(candidate) && candidate.key === key);
      if (!member) continue;
      if (field.kind === 'secret') {
        if (typeof member.value === 'object' || typeof member.value === 'boolean') continue;
        secrets[field.key] = String(member.value);
      } else {
        const value = holdsSecret(member.value) ? undefined : readMember(field, member.value);
        if (value === undefined) continue;
        configuration[field.key] = value;
      }
      left.delete(member);
      break;
    }
  }

  Object.assign(configuration, toolType?.completeOlderData?.(configuration, Object.keys(secrets)));

  const said = toolType ? fromConnectionText(toolType, [...left]) : {};
  for (const { key, kind, default: usual } of toolType?.fields ?? []) {
    const value = configuration[key] ?? said[key] ?? usual;
    if (kind !== 'secret' && value !== undefined) configuration[key] = value;
  }
  return { configuration, secrets, notes: [...left].flatMap((member) => keep(member, secrets)) };
};

/** A member without a field: its secrets under the path at which they stood, the rest as a line of the notes. */
const keep = ({ path, value }: Member, secrets: Record<string, string>): string[] => {
  const take = (secretPath: readonly string[], secret: string) => {
    secrets[freeName(secretPath.join('.'), secrets)] = secret;
  };
  const clean = scrubValue(value, take, path);
  const isWholeSecret = typeof value !== 'object' && clean !== value;
  return isWholeSecret ? [] : [`${path.join('.')}: ${typeof clean === 'string' ? clean : JSON.stringify(clean)}`];
};

/** Part of an account's name in the keychain. */
const freeName = (path: string, taken: Record<string, string>): string => {
  const stem = path.replace(/[^\w.-]+/g, '_').slice(0, 100);
  let name = stem;
  for (let counter = 2; name in taken; counter += 1) name = `${stem}_${counter}`;
  return name;
};
