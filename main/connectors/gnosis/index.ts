import type { FieldDefinition } from '../../../preload/contract';
import { plainWords } from '../../recipes/quoting';
import { textOf } from '../configuration';
import { guardByParser } from '../rest/query-form';
import { restFields } from '../rest/rest-fields';
import type { ToolType } from '../types';
import { completeOlderData } from './older-data';
import { parseDocumentQuery } from './query';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

const pointerField = (name: string, label: string): FieldDefinition => ({
  key: `${name}_pointer`,
  label,
  kind: 'text',
  required: false,
  default: `/${name}`,
  group: 'advanced',
});

export const gnosis: ToolType = {
  type: 'Gnosis Document Repository',
  aliases: ['gnosis', 'gnosis_path'],
  label: 'Gnosis Document Repository',
  description: 'A document repository with a REST search: metadata of documents, and their SHA-256 on request.',
  queryLanguage: 'text',
  queryHelp:
    'Words to search for; on lines of their own filters: type=policy, year=2025 · download: yes for the SHA-256 of each document.',
  fields: [
    {
      key: 'base_url',
      label: 'Address',
      kind: 'text',
      required: true,
      placeholder: 'https://docs.example.com/api',
      help: 'Documents are fetched only from below this address.',
      group: 'connection',
    },
    {
      key: 'api_endpoint',
      label: 'Path of the search',
      kind: 'text',
      required: false,
      default: '/search',
      help: 'Below the address; asked with repository, q, offset and limit.',
      group: 'connection',
    },
    { key: 'repository', label: 'Repository', kind: 'text', required: false, group: 'connection' },
    {
      key: 'authentication',
      label: 'Log in by',
      kind: 'select',
      required: false,
      default: 'bearer',
      options: [
        { value: 'bearer', label: 'Bearer token' },
        { value: 'api_key', label: 'API key' },
      ],
      group: 'authentication',
    },
    { key: 'api_token', label: 'Bearer token', kind: 'secret', required: false, group: 'authentication' },
    { key: 'api_key', label: 'API key', kind: 'secret', required: false, group: 'authentication' },
    {
      key: 'key_header',
      label: 'Header of the API key',
      kind: 'text',
      required: false,
      default: 'X-API-Key',
      group: 'authentication',
    },
    ...restFields,
    pointerField('items', 'Answer: list of documents'),
    pointerField('total', 'Answer: number of documents'),
    pointerField('id', 'Document: id'),
    pointerField('title', 'Document: title'),
    pointerField('type', 'Document: type'),
    pointerField('modified', 'Document: date'),
    pointerField('url', 'Document: download link'),
  ],
  olderKeys: {
    base_url: ['url', 'server', 'instance_url', 'host', 'gnosis_path'],
    api_endpoint: ['search_endpoint', 'endpoint'],
    repository: ['repository_name', 'base_path'],
  },
  completeOlderData,
  describeAddress: (configuration) =>
    [textOf(configuration, 'base_url'), textOf(configuration, 'repository')].filter(Boolean).join(' / '),
  guardQuery: guardByParser(parseDocumentQuery),
  recipes: { text: recipes, quoting: plainWords },
  vocabulary,
  loadDriver: async () => (await import('./driver')).gnosisDriver,
};
