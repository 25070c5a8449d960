import type { FieldDefinition } from '../../../preload/contract';

/** What every connector to a web system has beside its address and its login. */
export const restFields: FieldDefinition[] = [
  {
    key: 'encrypt',
    label: 'Encrypt the connection (HTTPS)',
    kind: 'boolean',
    required: false,
    default: true,
    help: 'When off, an http:// address is accepted: the login and all rows cross the network readable.',
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
    help: "PEM file of the authority that signed the server's certificate. When set, only this authority counts, and the system's proxy is not used.",
    group: 'tls',
  },
  {
    key: 'connect_timeout',
    label: 'Answer timeout (seconds)',
    kind: 'number',
    required: false,
    default: 60,
    help: 'The longest silence of the server before the run is given up.',
    group: 'advanced',
  },
  {
    key: 'query_timeout',
    label: 'Query timeout (seconds)',
    kind: 'number',
    required: false,
    default: 3_600,
    help: 'For all pages of a result together.',
    group: 'advanced',
  },
];
