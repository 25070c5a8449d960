/**
 * A double of a ServiceNow instance: Table API, Aggregate API and `oauth_token.do` as the API reference of ServiceNow's
 * product documentation describes them ("Table API", "Aggregate API", "OAuth inbound requests"), with its habit of
 * dropping conditions on fields that it does not know, and rows and fields that the account may not see.
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

type DoubleRecord = Record<string, string>;

export interface ServicenowDouble extends HttpDouble {
  settings: ServicenowSettings;
  token(): string;
}

export interface ServicenowSettings {
  incidents: number;
  change: Change | undefined;
  instanceId: string;
  roles: string[];
  /** Tables that the account may not read at all (403), and those whose rows it does not see (200, no rows). */
  refused: string[];
  invisible: string[];
  isHidden(incident: DoubleRecord): boolean;
  hiddenFields: string[];
  mayCount: boolean;
}

export const servicenowLogin = {
  username: 'auditor',
  password: 'not to be seen: ä"1',
  clientId: 'tickmark-client',
  clientSecret: 'client secret/1',
};

const userId = '6816f79cc0a8016401c5a33be04be441';

const defaults = (): ServicenowSettings => ({
  incidents: 25,
  change: undefined,
  instanceId: '3f1dd0320a0a0b99000a53f7604a2ef9',
  roles: ['snc_read_only', 'itil'],
  refused: [],
  invisible: [],
  isHidden: () => false,
  hiddenFields: [],
  mayCount: true,
});

const hierarchy: DoubleRecord[] = [
  { name: 'incident', 'super_class.name': 'task' },
  { name: 'task', 'super_class.name': '' },
  { name: 'sys_user', 'super_class.name': '' },
];

const dictionary: DoubleRecord[] = [
  ['task', 'sys_id', 'GUID', ''],
  ['task', 'number', 'string', ''],
  ['task', 'short_description', 'string', ''],
  ['task', 'active', 'boolean', ''],
  ['task', 'priority', 'integer', ''],
  ['task', 'assigned_to', 'reference', 'sys_user'],
  ['task', 'opened_at', 'glide_date_time', ''],
  ['incident', 'caller_id', 'reference', 'sys_user'],
  ['sys_user', 'sys_id', 'GUID', ''],
  ['sys_user', 'name', 'string', ''],
  ['sys_user', 'user_name', 'string', ''],
].map(([name = '', element = '', internal_type = '', reference = '']) => ({ name, element, internal_type, reference }));

const incident = (index: number): DoubleRecord => ({
  sys_id: String(index).padStart(32, '0'),
  number: `INC${String(index).padStart(7, '0')}`,
  short_description: index % 7 === 0 ? `Ünï, "quoted"\nline ${index}` : `Incident ${index}`,
  active: index % 2 === 0 ? 'true' : 'false',
  priority: String((index % 4) + 1),
  caller_id: userId,
  'caller_id.name': 'Ada Auditor',
  opened_at: '2025-01-31 13:00:00',
});

const displayValues: Record<string, Record<string, string>> = {
  priority: { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low' },
  caller_id: { [userId]: 'Ada Auditor' },
};

const operators: [RegExp, (value: string, operand: string) => boolean][] = [
  [/^ISNOTEMPTY$/, (value) => value !== ''],
  [/^IN(.*)$/, (value, operand) => operand.split(',').includes(value)],
  [/^>(.*)$/, (value, operand) => value > operand],
  [/^!=(.*)$/, (value, operand) => value !== operand],
  [/^LIKE(.*)$/, (value, operand) => value.includes(operand)],
  [/^=(.*)$/, (value, operand) => value === operand.replace('javascript:gs.getUserID()', userId)],
];

type Condition = (record: DoubleRecord) => boolean;

/** One condition; a field that the record does not have is dropped, as the real one does. */
const toCondition = (text: string): Condition => {
  const [, field = '', rest = ''] = /^([a-z_.]+)(.*)$/s.exec(text) ?? [];
  for (const [operator, check] of operators) {
    const operand = operator.exec(rest)?.[1] ?? '';
    if (operator.test(rest)) return (record) => record[field] === undefined || check(record[field], operand);
  }
  return () => true;
};

/** Queries with ^NQ between them, of conditions that all hold, of which ^OR makes alternatives. */
const toFilter = (query: string): Condition => {
  const queries = query.split('^NQ').map((part) =>
    part
      .split(/\^(?!OR(?!DERBY))/)
      .filter((group) => group !== '' && !group.startsWith('ORDERBY'))
      .map((group) => group.split('^OR').map(toCondition)),
  );
  return (record) => queries.some((groups) => groups.every((group) => group.some((holds) => holds(record))));
};

export const startServicenow = async (options: Pick<HttpDoubleOptions, 'tls'> = {}): Promise<ServicenowDouble> => {
  let tokens = 0;
  let pagesGiven = 0;
  let settings = defaults();
  let cached: { count: number; records: DoubleRecord[] } = { count: -1, records: [] };

  const token = () => `access-token-${tokens}`;

  const incidents = () => {
    if (settings.change && pagesGiven >= settings.change.afterPages) {
      return recordsAfter(pagesGiven, settings.incidents, settings.change)
        .slice(0, Number.MAX_SAFE_INTEGER)
        .map(incident);
    }
    if (cached.count !== settings.incidents) {
      cached = {
        count: settings.incidents,
        records: Array.from({ length: settings.incidents }, (_, i) => incident(i)),
      };
    }
    return cached.records;
  };

  const tables: Record<string, () => DoubleRecord[]> = {
    incident: incidents,
    sys_db_object: () => hierarchy,
    sys_dictionary: () => dictionary,
    sys_user: () => [{ sys_id: userId, user_name: servicenowLogin.username, name: 'Ada Auditor' }],
    sys_user_has_role: () => settings.roles.map((role) => ({ 'role.name': role, user: userId, state: 'active' })),
    sys_properties: () => [
      { name: 'instance_id', value: settings.instanceId },
      { name: 'glide.buildname', value: 'Xanadu' },
      { name: 'secret.property', value: 'never asked for' },
    ],
  };

  const isLoggedIn = (request: RecordedRequest) => {
    const { basic, bearer } = credentialsOf(request);
    return basic === `${servicenowLogin.username}:${servicenowLogin.password}` || (tokens > 0 && bearer === token());
  };

  const giveToken = ({ body }: RecordedRequest): DoubleAnswer => {
    const form = Object.fromEntries(new URLSearchParams(body));
    const { username, password, clientId, clientSecret } = servicenowLogin;
    const clientIsKnown = form.client_id === clientId && form.client_secret === clientSecret;
    const userIsKnown =
      form.grant_type === 'client_credentials' || (form.username === username && form.password === password);
    if (!clientIsKnown || !userIsKnown) {
      return { status: 401, json: { error: 'access_denied', error_description: `No: ${form.client_secret}` } };
    }
    tokens += 1;
    return { json: { access_token: token(), token_type: 'Bearer', expires_in: 1799, scope: 'useraccount' } };
  };

  const listRecords = (table: string, { query, path }: RecordedRequest): DoubleAnswer => {
    const records = tables[table]?.();
    if (!records) {
      return { status: 400, json: { error: { message: `Invalid table ${table}`, detail: null }, status: 'failure' } };
    }
    const all = query.sysparm_query ? records.filter(toFilter(query.sysparm_query)) : records;
    if (path.includes('/stats/')) return { json: { result: { stats: { count: String(all.length) } } } };
    if (table === 'incident') pagesGiven += 1;
    const offset = Number(query.sysparm_offset ?? 0);
    const page = all.slice(offset, offset + Number(query.sysparm_limit ?? 10_000));
    const seen = settings.invisible.includes(table)
      ? []
      : page.filter((record) => table !== 'incident' || !settings.isHidden(record));
    return {
      json: { result: seen.map((record) => shownRecord(record, query, settings.hiddenFields)) },
      headers: { 'x-total-count': String(all.length) },
    };
  };

  const answer = (request: RecordedRequest): DoubleAnswer => {
    if (request.path === '/oauth_token.do' && request.method === 'POST') return giveToken(request);
    const [, api, table = ''] = /^\/api\/now\/(table|stats)\/(\w+)$/.exec(request.path) ?? [];
    if (!api || request.method !== 'GET') return { status: 404, json: { error: { message: 'No such interface' } } };
    if (!isLoggedIn(request)) {
      return {
        status: 401,
        json: { error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' } },
      };
    }
    if (settings.refused.includes(table) || (api === 'stats' && !settings.mayCount)) {
      return { status: 403, json: { error: { message: 'Operation Failed', detail: 'ACL Exception' } } };
    }
    return listRecords(table, request);
  };

  const double = await startHttpDouble({ ...options, answer });
  const { reset } = double;
  return Object.assign(double, {
    settings,
    token,
    reset: () => {
      reset();
      pagesGiven = 0;
      settings = Object.assign(settings, defaults());
    },
  });
};

/** The record's fields that were asked for, as `sysparm_display_value` wants them; unknown ones are left out. */
const shownRecord = (record: DoubleRecord, query: Record<string, string>, hidden: readonly string[]) => {
  const fields = query.sysparm_fields?.split(',') ?? Object.keys(record);
  const shown = fields.filter((field) => record[field] !== undefined && !hidden.includes(field));
  return Object.fromEntries(
    shown.map((field) => {
      const value = record[field] ?? '';
      const display_value = displayValues[field]?.[value] ?? value;
      const mode = query.sysparm_display_value ?? 'false';
      return [field, mode === 'all' ? { display_value, value } : mode === 'true' ? display_value : value];
    }),
  );
};
