import { gnosisSecret, startGnosis } from '../../servers/gnosis';
import type { RecordedRequest } from '../../servers/http';
import { describeContract } from '../describe-contract';
import type { Reach } from '../needs';
import { startRestCases } from '../rest';

const reach: Reach = ({ host, port }, { encrypt = false, ...more } = {}) => ({
  configuration: {
    base_url: `${encrypt ? 'https' : 'http'}://${host}:${port}/api`,
    repository: 'audit',
    encrypt,
    ...more,
  },
  secrets: { api_token: gnosisSecret },
});

/** Before the run the driver asks for one document, to see who answers. */
const isForRows = ({ path, query }: RecordedRequest) => path === '/api/search' && query.limit !== '1';

const fixedColumns = 'documents have five columns, or eight with their hash, whatever is asked for';

describeContract('Gnosis Document Repository', {
  notApplicable: {
    'another target':
      'the search says nothing of itself: neither site nor account; TLS alone tells it from another at the same address',
    'column names': fixedColumns,
    'many columns': fixedColumns,
  },
  start: async () => {
    const [double, other] = await Promise.all([startGnosis(), startGnosis()]);
    const rest = await startRestCases({
      double,
      other,
      reach,
      wrongSecrets: { api_token: 'wrong "1"' },
      canWrite: null,
      query: 'policy',
      fill: ({ settings }, rows) => {
        settings.documents = rows;
      },
      isForRows,
      onePage: (request, values) =>
        isForRows(request)
          ? { json: { items: values.map((title, id) => ({ id, title })), total: values.length } }
          : undefined,
      allowed: /^GET \/api\/search$/,
      refused: ['policy\nfilters: repository=other', 'policy\nfilters: offset=0', 'policy\ndownload: delete'],
      // It says nothing of itself, so the address alone tells the two apart.
      asOther: () => undefined,
    });
    const { access } = rest;

    return {
      ...rest,
      cases: {
        ...rest.cases,
        cells: () => {
          double.settings.documents = 2;
          double.settings.link = (index) => ['/api/documents/0', ''][index] ?? '';
          return {
            access,
            query: 'policy',
            csv:
              'id,title,type,modified,url\n' +
              'D-0,"Ünï, ""quoted"" 0",policy,2025-01-31,/api/documents/0\nD-1,Policy 1,policy,2025-01-31,""\n',
          };
        },
      },
    };
  },
});
