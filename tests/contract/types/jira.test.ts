import type { DoubleAnswer, RecordedRequest } from '../../servers/http';
import { jiraLogin, startJira } from '../../servers/jira';
import { describeContract } from '../describe-contract';
import type { Reach } from '../needs';
import { startRestCases } from '../rest';

const reach: Reach = ({ host, port }, { encrypt = false, ...more } = {}) => ({
  configuration: {
    base_url: `${encrypt ? 'https' : 'http'}://${host}:${port}`,
    api_version: '3',
    username: jiraLogin.email,
    encrypt,
    ...more,
  },
  secrets: { api_token: jiraLogin.token },
});

const isForRows = ({ method }: RecordedRequest) => method === 'POST';

const pageOf = (request: RecordedRequest, issues: Record<string, unknown>[]): DoubleAnswer | undefined => {
  if (!isForRows(request)) return undefined;
  const listed = issues.map((fields, index) => ({ id: String(index), key: `PAY-${index}`, fields }));
  return { json: { issues: listed, isLast: true } };
};

describeContract('Jira', {
  notApplicable: {},
  start: async () => {
    const [double, other] = await Promise.all([startJira('Cloud'), startJira('Cloud')]);
    const rest = await startRestCases({
      double,
      other,
      reach,
      wrongSecrets: { api_token: 'wrong "1"' },
      canWrite: false,
      query: 'status = Done\nfields: summary',
      fill: ({ settings }, rows) => {
        settings.issues = rows;
      },
      isForRows,
      onePage: (request, values) =>
        pageOf(
          request,
          values.map((summary) => ({ summary })),
        ),
      allowed: /^(GET \/rest\/api\/3\/(myself|serverInfo|field|mypermissions)|POST \/rest\/api\/3\/search\/jql)$/,
      refused: ['status = Done; DELETE issue', 'status = Done) OR (project = OTHER', 'status = "Done\nfields: summary'],
      asOther: ({ path }) =>
        path.endsWith('/serverInfo')
          ? { json: { baseUrl: 'https://other.example.com', deploymentType: 'Cloud' } }
          : undefined,
    });
    const { access, address } = rest;
    const defineFields = (fields: { id: string; name: string }[], values: Record<string, unknown>) => {
      double.misbehave = (request) => (request.path.endsWith('/field') ? { json: fields } : pageOf(request, [values]));
    };

    return {
      ...rest,
      cases: {
        ...rest.cases,
        'test connection': () => ({ access, address, target: 'https://jira.example.com', canWrite: false }),
        'failure NO_DATABASE': () => ({
          access: reach({ host: '127.0.0.1', port: double.port }, { project_key: 'NOPE' }),
          address,
          query: 'status = Done',
        }),
        cells: () => {
          double.settings.issues = 2;
          return {
            access,
            query:
              'status = Done\nfields: key, summary, status, assignee, labels, description, created, Story Points, customfield_10020',
            csv:
              'key,summary,status,assignee,labels,description,created,Story Points,customfield_10020\n' +
              'PAY-1,"Ünï, ""quoted""\nline 0",Done,,audit; q2,"First\n@Ada",2025-01-31T13:00:00.000+0000,3.5,Red / Blue\n' +
              'PAY-2,Issue 1,Done,Ada [ada-1],audit; q2,"First\n@Ada",2025-01-31T13:00:00.000+0000,3.5,Red / Blue\n',
          };
        },
        'column names': () => {
          defineFields(
            [
              { id: 'customfield_1', name: 'Ünï, 日本' },
              { id: 'customfield_2', name: 'q"q 🦉' },
              { id: 'customfield_3', name: 'Team' },
              { id: 'customfield_4', name: 'Team' },
            ],
            {},
          );
          return {
            access,
            query: 'status = Done\nfields: "Ünï, 日本", "q\\"q 🦉", customfield_3, customfield_4',
            header: '"Ünï, 日本","q""q 🦉",customfield_3,customfield_4',
          };
        },
        'many columns': () => {
          const ids = Array.from({ length: 2_000 }, (_, index) => `customfield_${index}`);
          defineFields(
            ids.map((id) => ({ id, name: id })),
            Object.fromEntries(ids.map((id) => [id, id])),
          );
          return { access, query: `status = Done\nfields: ${ids.join(', ')}`, columns: 2_000 };
        },
      },
    };
  },
});
