import type { Connector, ConnectorType } from '../../../preload/contract';

/** A connector as the bridge answers it, with what a test cares about. */
export const connectorWith = (given: Partial<Connector> = {}): Connector => ({
  id: 1,
  applicationId: 1,
  ciId: 'CI-1',
  connectorName: 'Ledger',
  connectorType: 'Database',
  environment: 'unspecified',
  configuration: {},
  notes: '',
  secretKeys: [],
  sessionOnlyKeys: [],
  status: 'pending',
  statusMessage: null,
  lastTestedAt: null,
  target: null,
  canWrite: null,
  nameGenerated: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...given,
});

const text = { kind: 'text', required: false, group: 'connection' } as const;

/** A tool type with one field of every kind. */
export const databaseType: ConnectorType = {
  type: 'Database',
  label: 'Database',
  description: '',
  queryLanguage: 'text',
  queryHelp: '',
  aliases: [],
  withoutLogin: false,
  comparesTables: true,
  fields: [
    { ...text, key: 'server', label: 'Server', required: true },
    { ...text, key: 'port', label: 'Port', kind: 'number', default: 5432 },
    { ...text, key: 'password', label: 'Password', kind: 'secret', group: 'authentication' },
    { ...text, key: 'encrypt', label: 'Encrypt', kind: 'boolean', default: true, group: 'tls' },
    { ...text, key: 'ca', label: 'CA', kind: 'path', group: 'tls' },
    { ...text, key: 'schemas', label: 'Schemas', kind: 'list', group: 'advanced' },
  ],
};

/** Another tool type that shares a text and a number field with the first. */
export const otherType: ConnectorType = {
  ...databaseType,
  type: 'Other database',
  label: 'Other database',
  fields: [
    { ...text, key: 'server', label: 'Server', required: true },
    { ...text, key: 'port', label: 'Port', kind: 'number', default: 3306 },
    { ...text, key: 'api_token', label: 'Token', kind: 'secret', group: 'authentication' },
  ],
};
