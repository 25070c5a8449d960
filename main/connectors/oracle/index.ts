import type { Configuration, FieldDefinition } from '../../../preload/contract';
import { guardOracle } from '../../guard';
import { standardSql } from '../../recipes/quoting';
import { serverFields } from '../server-fields';
import type { ToolType } from '../types';
import { parseOracleAddress } from './connection-text';
import { addressOf, databaseOf } from './descriptor';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

const field = (key: string, label: string, kind: FieldDefinition['kind'], help: string): FieldDefinition => ({
  key,
  label,
  kind,
  required: false,
  help,
  group: 'connection',
});

const connectionFields: FieldDefinition[] = [
  {
    ...field(
      'server',
      'Server',
      'text',
      'Host name or IP address of the listener. Not needed with a connect descriptor.',
    ),
    placeholder: 'ora-prod-01.example.com',
  },
  field('port', 'Port', 'number', 'Without one: 2484 when the connection is encrypted, 1521 when it is not.'),
  {
    ...field('service_name', 'Service name', 'text', 'Service name or SID, not both.'),
    placeholder: 'hrpdb.example.com',
  },
  field('sid', 'SID', 'text', 'Only for databases without a service name.'),
  {
    ...field(
      'connect_descriptor',
      'Connect descriptor',
      'text',
      'As in tnsnames.ora, from (DESCRIPTION= on. It takes the place of server, port, service name and SID.',
    ),
    placeholder: '(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=…)(PORT=2484))(CONNECT_DATA=(SERVICE_NAME=…)))',
  },
];

const encryptHelp =
  'TCPS. When off, all rows cross the network readable, unless the server asks for encryption of its own.';
const walletHelp =
  "PEM file of the authority that signed the server's certificate, or the wallet's ewallet.pem. When set, only its authorities count.";

const walletPassword: FieldDefinition = {
  key: 'wallet_password',
  label: 'Wallet password',
  kind: 'secret',
  required: false,
  help: 'When the private key in ewallet.pem is encrypted.',
  group: 'tls',
};

const replaced = new Set(['server', 'port', 'database']);
const help: Record<string, string> = { encrypt: encryptHelp, ca: walletHelp };

const sharedFields = serverFields({ port: 1521, databaseRequired: false })
  .filter(({ key }) => !replaced.has(key))
  .flatMap((shared) => {
    const changed = { ...shared, ...(help[shared.key] && { help: help[shared.key] }) };
    return shared.key === 'ca' ? [{ ...changed, label: 'CA certificate or wallet file' }, walletPassword] : [changed];
  });

const describeAddress = (configuration: Configuration): string =>
  [addressOf(configuration), databaseOf(configuration)].filter(Boolean).join(' / ');

export const oracle: ToolType = {
  type: 'Oracle DB',
  aliases: ['Oracle Database', 'oracle_db', 'oracle'],
  label: 'Oracle DB',
  description: 'An Oracle database, from version 12.1 on. No Oracle client is needed.',
  queryLanguage: 'plsql',
  queryHelp:
    'One statement that reads: SELECT or WITH … SELECT, without hints and without a / at the end. Tested with a protocol double; not yet proven on a real Oracle server.',
  fields: [...connectionFields, ...sharedFields],
  olderKeys: { sid: ['oracle_sid'], connect_descriptor: ['connect_string', 'tns'] },
  describeAddress,
  guardQuery: guardOracle,
  parseConnectionText: parseOracleAddress,
  recipes: { text: recipes, quoting: standardSql },
  vocabulary,
  loadDriver: async () => (await import('./driver')).oracleDriver,
};
