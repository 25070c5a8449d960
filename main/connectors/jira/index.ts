import { jql } from '../../recipes/quoting';
import { textOf } from '../configuration';
import { guardByParser } from '../rest/query-form';
import { restFields } from '../rest/rest-fields';
import type { ToolType } from '../types';
import { parseBrowserAddress } from './address';
import { parseJiraQuery } from './jql';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

export const jira: ToolType = {
  type: 'Jira',
  aliases: ['jira_cloud', 'jira_server'],
  label: 'Jira',
  description: 'Issues of Jira Cloud or Jira Data Center, found by JQL.',
  queryLanguage: 'text',
  queryHelp:
    'JQL, and on a line of its own the fields: status = Done AND updated >= -30d ORDER BY created · fields: key, summary, status, "Story Points". Without a project in the JQL, the connector’s own is searched.',
  fields: [
    {
      key: 'base_url',
      label: 'Address',
      kind: 'text',
      required: true,
      placeholder: 'https://acme.atlassian.net',
      help: 'As in the browser, up to the path under which Jira lies.',
      group: 'connection',
    },
    {
      key: 'api_version',
      label: 'Product',
      kind: 'select',
      required: false,
      default: '3',
      options: [
        { value: '3', label: 'Jira Cloud' },
        { value: '2', label: 'Jira Data Center or Server' },
      ],
      group: 'connection',
    },
    {
      key: 'project_key',
      label: 'Default project',
      kind: 'text',
      required: false,
      placeholder: 'PAY',
      help: 'Key of the project that is searched when the JQL names none.',
      group: 'connection',
    },
    {
      key: 'username',
      label: 'Email',
      kind: 'text',
      required: false,
      help: 'Of the account that the API token belongs to. Data Center needs none.',
      group: 'authentication',
    },
    {
      key: 'api_token',
      label: 'Token',
      kind: 'secret',
      required: false,
      help: 'Cloud: an API token. Data Center: a personal access token. Ask for an account that may only browse.',
      group: 'authentication',
    },
    ...restFields,
  ],
  olderKeys: {
    base_url: ['instance_url', 'url', 'server', 'endpoint', 'instance'],
    api_version: ['version'],
    project_key: ['project_keys', 'project', 'default_project'],
  },
  describeAddress: (configuration) =>
    [textOf(configuration, 'base_url'), textOf(configuration, 'project_key')].filter(Boolean).join(' / '),
  guardQuery: guardByParser(parseJiraQuery),
  parseConnectionText: parseBrowserAddress,
  recipes: { text: recipes, quoting: jql },
  vocabulary,
  loadDriver: async () => (await import('./driver')).jiraDriver,
};
