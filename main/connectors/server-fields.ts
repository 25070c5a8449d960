import type { FieldDefinition } from '../../preload/contract';

/** The fields of a database server, with the configuration keys all server types share. */
export const serverFields = (defaults: { port: number; databaseRequired: boolean }): FieldDefinition[] => [
  {
    key: 'server',
    label: 'Server',
    kind: 'text',
    required: true,
    placeholder: 'db-prod-01.example.com',
    help: 'Host name or IP address.',
    group: 'connection',
  },
  { key: 'port', label: 'Port', kind: 'number', required: false, default: defaults.port, group: 'connection' },
  {
    key: 'database',
    label: 'Database',
    kind: 'text',
    required: defaults.databaseRequired,
    group: 'connection',
    ...(!defaults.databaseRequired && { help: 'Without one, queries name the database of each table.' }),
  },
  {
    key: 'username',
    label: 'User name',
    kind: 'text',
    required: true,
    help: 'Ask for a login that can only read.',
    group: 'authentication',
  },
  { key: 'password', label: 'Password', kind: 'secret', required: false, group: 'authentication' },
  {
    key: 'encrypt',
    label: 'Encrypt the connection (TLS)',
    kind: 'boolean',
    required: false,
    default: true,
    help: 'When off, the login and all rows cross the network readable.',
    group: 'tls',
  },
  {
    key: 'trust_server_certificate',
    label: 'Trust any certificate',
    kind: 'boolean',
    required: false,
    default: false,
    help: 'Encrypted, but whoever answers is not verified. Prefer the CA file.',
    group: 'tls',
  },
  {
    key: 'ca',
    label: 'CA certificate file',
    kind: 'path',
    required: false,
    help: "PEM file of the authority that signed the server's certificate. When set, only this authority counts.",
    group: 'tls',
  },
  {
    key: 'connect_timeout',
    label: 'Connect timeout (seconds)',
    kind: 'number',
    required: false,
    default: 15,
    group: 'advanced',
  },
  queryTimeoutField,
];

export const queryTimeoutField: FieldDefinition = {
  key: 'query_timeout',
  label: 'Query timeout (seconds)',
  kind: 'number',
  required: false,
  default: 300,
  group: 'advanced',
};
