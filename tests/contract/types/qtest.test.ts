import type { DoubleAnswer, RecordedRequest } from '../../servers/http';
import { qtestToken, startQtest } from '../../servers/qtest';
import { describeContract } from '../describe-contract';
import type { Reach } from '../needs';
import { startRestCases } from '../rest';

const reach: Reach = ({ host, port }, { encrypt = false, ...more } = {}) => ({
  configuration: {
    base_url: `${encrypt ? 'https' : 'http'}://${host}:${port}`,
    project_id: '42',
    encrypt,
    ...more,
  },
  secrets: { api_token: qtestToken },
});

const isForRows = ({ method }: RecordedRequest) => method === 'POST';

const pageOf = (request: RecordedRequest, items: Record<string, unknown>[]): DoubleAnswer | undefined => {
  if (!isForRows(request)) return undefined;
  const listed = items.map((item, id) => ({ id, ...item }));
  return { json: { page: 1, page_size: 500, total: listed.length, items: listed } };
};

describeContract('QTest', {
  notApplicable: {},
  start: async () => {
    const [double, other] = await Promise.all([startQtest(), startQtest()]);
    const rest = await startRestCases({
      double,
      other,
      reach,
      wrongSecrets: { api_token: 'wrong "1"' },
      canWrite: false,
      query: 'object: test-cases\nfields: name',
      fill: ({ settings }, rows) => {
        settings.objects = rows;
      },
      isForRows,
      onePage: (request, values) =>
        pageOf(
          request,
          values.map((name) => ({ name })),
        ),
      allowed:
        /^(GET \/api\/v3\/(re-evaluation|projects\/42(\/user-profiles\/current|\/settings\/test-cases\/fields)?)|POST \/api\/v3\/projects\/42\/search)$/,
      refused: ['object: ../users\nfields: name', 'object: test-cases\nmethod: DELETE', 'DELETE test-cases'],
      asOther: ({ path }) =>
        path.endsWith('/re-evaluation') ? { json: { id: 8, username: 'somebody@example.com' } } : undefined,
    });
    const { access, address } = rest;
    const defineFields = (labels: string[]) => {
      double.misbehave = (request) =>
        request.path.endsWith('/fields')
          ? { json: labels.map((label, id) => ({ id, label })) }
          : pageOf(request, [{ properties: labels.map((field_name) => ({ field_name, field_value: field_name })) }]);
    };

    return {
      ...rest,
      cases: {
        ...rest.cases,
        'failure NO_DATABASE': () => ({
          access: reach({ host: '127.0.0.1', port: double.port }, { project_id: '43' }),
          address,
          query: 'object: test-cases',
        }),
        cells: () => {
          double.settings.objects = 2;
          return {
            access,
            query: 'object: test-cases\nfields: id, pid, name, created_date, description, Status, Risk',
            csv:
              'id,pid,name,created_date,description,Status,Risk\n' +
              '1000,TC-1,"Ünï, ""quoted""\nline 0",2025-01-31T13:00:00+00:00,,Approved,5\n' +
              '1001,TC-2,Case 1,2025-01-31T13:00:00+00:00,,Approved,5\n',
          };
        },
        'column names': () => {
          defineFields(['Ünï, 日本', 'q"q 🦉']);
          return {
            access,
            query: 'object: test-cases\nfields: "Ünï, 日本", "q\\"q 🦉"',
            header: '"Ünï, 日本","q""q 🦉"',
          };
        },
        'many columns': () => {
          const labels = Array.from({ length: 2_000 }, (_, index) => `Field ${index}`);
          defineFields(labels);
          return { access, query: `object: test-cases\nfields: ${labels.join(', ')}`, columns: 2_000 };
        },
      },
    };
  },
});
