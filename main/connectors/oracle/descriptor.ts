/** Where a connector points, as Oracle's connect descriptor. */
import type { Configuration } from '../../../preload/contract';
import { failure, type Result, success } from '../../result';
import { booleanOf, numberOf, textOf } from '../configuration';
import { connectionFailure } from '../connection-failures';

const plainPort = 1521;
const encryptedPort = 2484;

/** The port of the connector, or the one that Oracle's documentation uses for plain and for encrypted connections. */
const portOf = (configuration: Configuration): number =>
  numberOf(configuration, 'port', booleanOf(configuration, 'encrypt', true) ? encryptedPort : plainPort);

const valueIn = (descriptor: string, name: string): string =>
  new RegExp(`\\(\\s*${name}\\s*=\\s*([^()]*?)\\s*\\)`, 'i').exec(descriptor)?.[1] ?? '';

/** Host and port, for messages: `ora-hr:1521`. */
export const addressOf = (configuration: Configuration): string => {
  const descriptor = textOf(configuration, 'connect_descriptor');
  if (descriptor === '') return `${textOf(configuration, 'server')}:${portOf(configuration)}`;
  return (
    [valueIn(descriptor, 'HOST'), valueIn(descriptor, 'PORT')].filter(Boolean).join(':') || 'the connect descriptor'
  );
};

/** Service or SID, for messages. */
export const databaseOf = (configuration: Configuration): string => {
  const descriptor = textOf(configuration, 'connect_descriptor');
  if (descriptor !== '') return valueIn(descriptor, 'SERVICE_NAME') || valueIn(descriptor, 'SID');
  return textOf(configuration, 'service_name') || textOf(configuration, 'sid');
};

/** What the driver is told. VALIDATION when a value is missing or can't be part of a descriptor. */
export const connectDescriptor = (configuration: Configuration): Result<string> => {
  const given = textOf(configuration, 'connect_descriptor');
  return given === '' ? fromFields(configuration) : checked(given, booleanOf(configuration, 'encrypt', true));
};

const fromFields = (configuration: Configuration): Result<string> => {
  const [server, service, sid] = ['server', 'service_name', 'sid'].map((key) => textOf(configuration, key));
  if (!server) return invalid('server', 'Give the server, or a connect descriptor.');
  if (!service && !sid) return invalid('service_name', 'Give the service name, or the SID, or a connect descriptor.');
  if (service && sid) return invalid('sid', 'Give the service name or the SID, not both.');
  for (const [key, value] of Object.entries({ server, service_name: service, sid })) {
    if (/[()=,"'\s]/.test(value ?? ''))
      return invalid(key, 'Brackets, quotes, commas, = and spaces can not be part of it.');
  }
  const protocol = booleanOf(configuration, 'encrypt', true) ? 'TCPS' : 'TCP';
  const target = service ? `(SERVICE_NAME=${service})` : `(SID=${sid})`;
  return success(
    `(DESCRIPTION=(ADDRESS=(PROTOCOL=${protocol})(HOST=${server})(PORT=${portOf(configuration)}))(CONNECT_DATA=${target}))`,
  );
};

/** A descriptor that people paste: it may not point at files of this computer, nor change what the TLS fields say. */
const checked = (descriptor: string, encrypted: boolean): Result<string> => {
  if (!/^\(\s*(DESCRIPTION|DESCRIPTION_LIST)\s*=/i.test(descriptor)) {
    return invalid('connect_descriptor', 'Begin with (DESCRIPTION=…, as in tnsnames.ora behind the name and the =.');
  }
  if (/WALLET/i.test(descriptor)) {
    return invalid(
      'connect_descriptor',
      'Leave the wallet out of the descriptor, and choose the file in its own field.',
    );
  }
  const protocols = [...descriptor.matchAll(/\(\s*PROTOCOL\s*=\s*(\w+)\s*\)/gi)].map((match) =>
    match[1]?.toUpperCase(),
  );
  if (protocols.length === 0) return invalid('connect_descriptor', 'The descriptor has no (PROTOCOL=…).');
  const wanted = encrypted ? 'TCPS' : 'TCP';
  if (protocols.every((protocol) => protocol === wanted)) return success(descriptor);
  return connectionFailure(
    'TLS',
    encrypted
      ? 'The connect descriptor asks for an unencrypted connection (PROTOCOL=TCP), and this connector for an encrypted one.'
      : 'The connect descriptor asks for encryption (PROTOCOL=TCPS), and encryption is off in this connector.',
    encrypted
      ? 'Ask the database team for a TCPS address. Only when the network is trusted: turn encryption off in this connector.'
      : 'Turn encryption on in this connector.',
  );
};

const invalid = (field: string, message: string) =>
  failure('VALIDATION', message, { fieldErrors: { [field]: message } });
