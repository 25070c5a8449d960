/**
 * A double of Jira: "The Jira Cloud platform REST API" (version 3: `search/jql` with `nextPageToken`, no total) and the
 * "Jira Data Center REST API" (version 2: `search` with `startAt` and `total`), both of developer.atlassian.com.
 */
import { type Change, recordsAfter } from './changing-records';
import {
  credentialsOf,
  type DoubleAnswer,
  type HttpDouble,
  type HttpDoubleOptions,
  type RecordedRequest,
  startHttpDouble,
} from './http';

export const jiraLogin = { email: 'auditor@example.com', token: 'ATATT3-not.to_be=seen' };

export interface JiraSettings {
  issues: number;
  mayEdit: boolean;
  account: string;
  /** How many issues the total counts beyond those that are given (Data Center). */
  missing: number;
  /** Issues given once more on the next page. */
  shifted: number;
  change: Change | undefined;
}

export interface JiraDouble extends HttpDouble {
  settings: JiraSettings;
}

const defaults = (): JiraSettings => ({
  issues: 25,
  mayEdit: false,
  account: 'account-1',
  missing: 0,
  shifted: 0,
  change: undefined,
});

const fields = [
  { id: 'issuetype', name: 'Issue Type', custom: false, schema: { type: 'issuetype' } },
  { id: 'reporter', name: 'Reporter', custom: false, schema: { type: 'user' } },
  { id: 'updated', name: 'Updated', custom: false, schema: { type: 'datetime' } },
  { id: 'summary', name: 'Summary', custom: false, schema: { type: 'string' } },
  { id: 'status', name: 'Status', custom: false, schema: { type: 'status' } },
  { id: 'assignee', name: 'Assignee', custom: false, schema: { type: 'user' } },
  { id: 'labels', name: 'Labels', custom: false, schema: { type: 'array', items: 'string' } },
  { id: 'description', name: 'Description', custom: false, schema: { type: 'string' } },
  { id: 'created', name: 'Created', custom: false, schema: { type: 'datetime' } },
  { id: 'customfield_10016', name: 'Story Points', custom: true, schema: { type: 'number' } },
  { id: 'customfield_10020', name: 'Team', custom: true, schema: { type: 'option' } },
  { id: 'customfield_10021', name: 'Team', custom: true, schema: { type: 'string' } },
];

const issueValues = (index: number, isCloud: boolean): Record<string, unknown> => ({
  summary: index % 7 === 0 ? `Ünï, "quoted"\nline ${index}` : `Issue ${index}`,
  status: { self: 'x', name: 'Done', id: '3' },
  assignee: index % 3 === 0 ? null : { displayName: 'Ada', [isCloud ? 'accountId' : 'name']: 'ada-1' },
  labels: ['audit', 'q2'],
  description: isCloud
    ? {
        type: 'doc',
        version: 1,
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'First' }] },
          { type: 'paragraph', content: [{ type: 'mention', attrs: { text: '@Ada' } }] },
        ],
      }
    : 'First\n@Ada',
  created: '2025-01-31T13:00:00.000+0000',
  customfield_10016: 3.5,
  customfield_10020: { value: 'Red', child: { value: 'Blue' } },
});

export const startJira = async (
  product: 'Cloud' | 'Data Center',
  options: Pick<HttpDoubleOptions, 'tls'> = {},
): Promise<JiraDouble> => {
  const isCloud = product === 'Cloud';
  const settings = defaults();
  let pagesGiven = 0;
  const root = `/rest/api/${isCloud ? 3 : 2}`;

  const issue = (index: number, asked: string[]) => {
    const values = issueValues(index, isCloud);
    return {
      id: String(10_000 + index),
      key: `PAY-${index + 1}`,
      fields: Object.fromEntries(asked.filter((id) => id in values).map((id) => [id, values[id]])),
    };
  };

  const search = ({ body }: RecordedRequest): DoubleAnswer => {
    const given = JSON.parse(body) as {
      jql: string;
      fields: string[];
      maxResults: number;
      startAt?: number;
      nextPageToken?: string;
    };
    if (given.jql.includes('no_such_field')) {
      return {
        status: 400,
        json: {
          errorMessages: ["Field 'no_such_field' does not exist or you do not have permission to view it."],
          errors: {},
        },
      };
    }
    const from = isCloud ? Number(given.nextPageToken?.replace('page-at-', '') ?? 0) : (given.startAt ?? 0);
    const found = given.jql.includes('project = "EMPTY"') ? 0 : settings.issues;
    const { count, slice } = recordsAfter(pagesGiven, found, settings.change);
    pagesGiven += 1;
    const to = Math.min(from + Math.min(given.maxResults, 100), count);
    const first = from > 0 ? from - settings.shifted : from;
    const issues = slice(first, to).map((number) => issue(number, given.fields));
    if (!isCloud) return { json: { startAt: from, maxResults: 100, total: count + settings.missing, issues } };
    return { json: { issues, isLast: to >= count, ...(to < count && { nextPageToken: `page-at-${to}` }) } };
  };

  const pages: Record<string, (request: RecordedRequest) => DoubleAnswer> = {
    [`GET ${root}/serverInfo`]: () => ({
      json: {
        baseUrl: 'https://jira.example.com',
        version: isCloud ? '1001.0.0' : '9.12.4',
        deploymentType: isCloud ? 'Cloud' : 'Server',
        serverTitle: 'Jira',
      },
    }),
    [`GET ${root}/myself`]: () => ({
      json: {
        [isCloud ? 'accountId' : 'key']: settings.account,
        emailAddress: jiraLogin.email,
        displayName: 'Auditor',
      },
    }),
    [`GET ${root}/mypermissions`]: ({ query }) => ({
      json: {
        permissions: Object.fromEntries(
          (query.permissions ?? '')
            .split(',')
            .map((key) => [key, { key, havePermission: key === 'EDIT_ISSUES' && settings.mayEdit }]),
        ),
      },
    }),
    [`GET ${root}/field`]: () => ({ json: fields }),
    [`GET ${root}/project/PAY`]: () => ({ json: { key: 'PAY', name: 'Payments' } }),
    [`POST ${root}/${isCloud ? 'search/jql' : 'search'}`]: search,
  };

  const isLoggedIn = (request: RecordedRequest) => {
    const { basic, bearer } = credentialsOf(request);
    return isCloud ? basic === `${jiraLogin.email}:${jiraLogin.token}` : bearer === jiraLogin.token;
  };

  const double = await startHttpDouble({
    ...options,
    answer: (request) => {
      const page = pages[`${request.method} ${request.path}`];
      if (!page) return { status: 404, json: { errorMessages: [`No page ${request.path}`] } };
      // Anyone may ask what Jira it is.
      const isOpen = request.path.endsWith('/serverInfo');
      return isOpen || isLoggedIn(request)
        ? page(request)
        : { status: 401, json: { message: 'Client must be authenticated' } };
    },
  });
  const { reset } = double;
  return Object.assign(double, {
    settings,
    reset: () => {
      reset();
      pagesGiven = 0;
      Object.assign(settings, defaults());
    },
  });
};
