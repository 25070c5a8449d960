import type { Configuration } from '../../../preload/contract';
import { dataQuery } from '../../recipes/quoting';
import { textOf } from '../configuration';
import { toUrl } from '../rest/base-url';
import { guardByParser } from '../rest/query-form';
import { restFields } from '../rest/rest-fields';
import type { ToolType } from '../types';
import { parseQtestQuery } from './query';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

/** An address of the browser: `https://acme.qtestnet.com/p/1234/portal/project`. */
const parseBrowserAddress = (text: string): Configuration | undefined => {
  const url = toUrl(text);
  const project = url && /^(.*)\/p\/(\d+)\/portal\b/.exec(url.pathname);
  if (!url || (!project && !url.hostname.endsWith('.qtestnet.com'))) return undefined;
  return {
    base_url: `${url.origin}${project?.[1] ?? ''}`,
    ...(url.protocol === 'http:' && { encrypt: false }),
    ...(project?.[2] && { project_id: project[2] }),
  };
};

export const qtest: ToolType = {
  type: 'QTest',
  aliases: ['qtest_manager'],
  label: 'QTest',
  description: 'Test cases, runs, logs, requirements and defects of one project of qTest Manager.',
  queryLanguage: 'text',
  queryHelp:
    "One “key: value” a line. object: test-cases (or test-runs, test-logs, requirements, defects) · query: 'Status' = 'Approved' (as in qTest’s Data Query; all without it) · fields: pid, name, Status.",
  fields: [
    {
      key: 'base_url',
      label: 'Address',
      kind: 'text',
      required: true,
      placeholder: 'https://acme.qtestnet.com',
      help: 'As in the browser, up to the host name.',
      group: 'connection',
    },
    {
      key: 'project_id',
      label: 'Project number',
      kind: 'text',
      required: true,
      placeholder: '1234',
      help: 'In the address of the browser behind /p/.',
      group: 'connection',
    },
    {
      key: 'api_token',
      label: 'Bearer token',
      kind: 'secret',
      required: false,
      help: 'From qTest: Download qTest Resources, API & SDK. Ask for an account whose profile may only view.',
      group: 'authentication',
    },
    ...restFields,
  ],
  olderKeys: { base_url: ['instance_url', 'url', 'server', 'endpoint', 'instance'], project_id: ['project'] },
  describeAddress: (configuration) => `${textOf(configuration, 'base_url')} / ${textOf(configuration, 'project_id')}`,
  guardQuery: guardByParser(parseQtestQuery),
  parseConnectionText: parseBrowserAddress,
  recipes: { text: recipes, quoting: dataQuery },
  vocabulary,
  loadDriver: async () => (await import('./driver')).qtestDriver,
};
