import { encodedQuery } from '../../recipes/quoting';
import { textOf } from '../configuration';
import { guardByParser } from '../rest/query-form';
import { restFields } from '../rest/rest-fields';
import type { ToolType } from '../types';
import { parseBrowserAddress } from './address';
import { parseTableQuery } from './query';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

export const servicenow: ToolType = {
  type: 'ServiceNow',
  aliases: ['service_now'],
  label: 'ServiceNow',
  description: 'Records of a ServiceNow instance, read by its Table API.',
  queryLanguage: 'text',
  queryHelp:
    'One “key: value” a line. table: incident · query: active=true^priority=1 (an encoded query, copied from a list’s filter) · fields: number,short_description,caller_id.name · display: value, display or both.',
  fields: [
    {
      key: 'instance',
      label: 'Instance',
      kind: 'text',
      required: true,
      placeholder: 'https://acme.service-now.com',
      help: 'Address of the instance, or its name alone.',
      group: 'connection',
    },
    {
      key: 'tables',
      label: 'Tables',
      kind: 'list',
      required: false,
      placeholder: 'incident',
      help: 'Tables that are offered while a query is written; any other can still be asked for.',
      group: 'connection',
    },
    {
      key: 'authentication',
      label: 'Log in by',
      kind: 'select',
      required: false,
      default: 'basic',
      options: [
        { value: 'basic', label: 'User name and password' },
        { value: 'oauth_password', label: 'OAuth 2.0: client and user (password grant)' },
        { value: 'oauth_client_credentials', label: 'OAuth 2.0: client only (client credentials)' },
      ],
      group: 'authentication',
    },
    {
      key: 'username',
      label: 'User name',
      kind: 'text',
      required: false,
      help: 'Ask for an account with the role snc_read_only, and with read access to sys_dictionary and sys_db_object.',
      group: 'authentication',
    },
    { key: 'password', label: 'Password', kind: 'secret', required: false, group: 'authentication' },
    { key: 'client_id', label: 'OAuth client id', kind: 'text', required: false, group: 'authentication' },
    { key: 'client_secret', label: 'OAuth client secret', kind: 'secret', required: false, group: 'authentication' },
    ...restFields,
  ],
  olderKeys: { instance: ['instance_url', 'base_url', 'url', 'server', 'endpoint'], tables: ['table'] },
  describeAddress: (configuration) => textOf(configuration, 'instance'),
  guardQuery: guardByParser(parseTableQuery),
  parseConnectionText: parseBrowserAddress,
  recipes: { text: recipes, quoting: encodedQuery },
  vocabulary,
  loadDriver: async () => (await import('./driver')).servicenowDriver,
};
