import type { DoubleAnswer, RecordedRequest } from '../../servers/http';
import { servicenowLogin, startServicenow } from '../../servers/servicenow';
import { describeContract } from '../describe-contract';
import type { Reach } from '../needs';
import { startRestCases } from '../rest';

const { username, password, clientSecret } = servicenowLogin;

const reach: Reach = ({ host, port }, { encrypt = false, ...more } = {}) => ({
  configuration: {
    instance: `${encrypt ? 'https' : 'http'}://${host}:${port}`,
    authentication: 'basic',
    username,
    encrypt,
    ...more,
  },
  secrets: { password, client_secret: clientSecret },
});

const isForRows = ({ path }: RecordedRequest) => path === '/api/now/table/incident';

const pageOf = ({ path }: RecordedRequest, records: Record<string, string>[]): DoubleAnswer | undefined => {
  if (path === '/api/now/stats/incident') return { json: { result: { stats: { count: String(records.length) } } } };
  if (path !== '/api/now/table/incident') return undefined;
  return { json: { result: records }, headers: { 'x-total-count': String(records.length) } };
};

describeContract('ServiceNow', {
  notApplicable: {
    'column names': 'fields have plain names by ServiceNow’s own rule, and one that stands twice in a query is refused',
  },
  start: async () => {
    const [double, other] = await Promise.all([startServicenow(), startServicenow()]);
    const rest = await startRestCases({
      double,
      other,
      reach,
      wrongSecrets: { password: 'wrong "1"' },
      canWrite: false,
      query: 'table: incident\nfields: short_description\ndisplay: value',
      fill: ({ settings }, rows) => {
        settings.incidents = rows;
      },
      isForRows,
      onePage: (request, values) =>
        pageOf(
          request,
          values.map((short_description) => ({ short_description })),
        ),
      allowed: /^GET \/api\/now\/(table|stats)\/\w+$/,
      refused: [
        'table: incident\nfields: number\ndelete: 1',
        'table: ../import/incident\nfields: number',
        'table: incident\nquery: sys_id=javascript:gs.eventQueue()\nfields: number',
      ],
      asOther: ({ path }) =>
        path.endsWith('/sys_properties')
          ? { json: { result: [{ name: 'instance_id', value: 'another instance' }] } }
          : undefined,
    });
    const { access, address } = rest;

    return {
      ...rest,
      cases: {
        ...rest.cases,
        // An account that may read little is let in; each table says for itself what it refuses.
        'failure PERMISSION': () => {
          double.settings.refused = ['incident'];
          return { access, address, query: 'table: incident\nfields: number', onlyInRun: true };
        },
        cells: () => {
          double.settings.incidents = 2;
          return {
            access,
            query:
              'table: incident\nfields: number,short_description,active,priority,caller_id,caller_id.name,opened_at',
            csv:
              'number,number (display),short_description,short_description (display),active,active (display),priority,' +
              'priority (display),caller_id,caller_id (display),caller_id.name,caller_id.name (display),opened_at,opened_at (display)\n' +
              'INC0000000,INC0000000,"Ünï, ""quoted""\nline 0","Ünï, ""quoted""\nline 0",true,true,1,1 - Critical,' +
              '6816f79cc0a8016401c5a33be04be441,Ada Auditor,Ada Auditor,Ada Auditor,2025-01-31 13:00:00,2025-01-31 13:00:00\n' +
              'INC0000001,INC0000001,Incident 1,Incident 1,false,false,2,2 - High,' +
              '6816f79cc0a8016401c5a33be04be441,Ada Auditor,Ada Auditor,Ada Auditor,2025-01-31 13:00:00,2025-01-31 13:00:00\n',
          };
        },
        'many columns': () => {
          const fields = Array.from({ length: 1_000 }, (_, index) => `u_${index}`);
          double.misbehave = (request) => {
            const entries = ['sys_id', ...fields].map((element) => ({
              name: 'incident',
              element,
              internal_type: 'string',
            }));
            if (request.path === '/api/now/table/sys_dictionary') return { json: { result: entries } };
            const shown = Object.fromEntries(fields.map((field) => [field, { value: field, display_value: field }]));
            return pageOf(request, [shown as never]);
          };
          return { access, query: `table: incident\nfields: ${fields.join(',')}`, columns: 2_000 };
        },
      },
    };
  },
});
