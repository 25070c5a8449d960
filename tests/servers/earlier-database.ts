/**
 * A database of the web application that came before, in every variant that copies of it are known to have: the same rows
 * as PostgreSQL and as SQLite.
 */
import SqliteDatabase from 'better-sqlite3';

type Value = string | number | null;
type Row = Record<string, Value>;

export interface EarlierTable {
  name: string;
  /** Column and its type in PostgreSQL; SQLite takes the same words. */
  columns: Record<string, string>;
  constraints?: string[];
  rows: Row[];
}

/** Each is a secret of one connector, or stands where an archived row repeats one. */
export const canaries = {
  password: 'canary-password-Ø1',
  oracle: 'canary-oracle-"quoted"',
  jira: 'canary-jira-token',
  qtest: 'canary-qtest-token',
  servicenow: 'canary-servicenow-password',
  gnosis: 'canary-gnosis-key',
  address: 'canary/in an address',
  nested: 'canary-nested-proxy',
  unknownType: 'canary-of-unknown-type',
  broken: 'canary-in-broken-json',
  named: 'canary-of-named-connector',
  settings: 'canary-in-settings',
  archive: 'canary-in-archive',
} as const;

const time = (day: number) => `2025-03-${String(day).padStart(2, '0')} 08:30:00`;

const applications: EarlierTable = {
  name: 'applications',
  columns: {
    id: 'INTEGER PRIMARY KEY',
    audit_name: 'TEXT',
    name: 'TEXT',
    ci_id: 'TEXT',
    start_date: 'DATE',
    end_date: 'DATE',
    settings: 'JSON',
    status: 'TEXT',
    created_at: 'TIMESTAMP',
    enable_followup_questions: 'BOOLEAN',
  },
  rows: [
    {
      id: 1,
      audit_name: 'Q2CA2025',
      name: 'Stark G4',
      ci_id: 'CI21324354',
      start_date: '2025-04-01',
      end_date: '2025-06-30',
      settings: JSON.stringify({ tone: 'calm', smtp: { password: canaries.settings } }),
      status: 'In Progress',
      created_at: time(1),
      enable_followup_questions: 'true',
    },
    {
      id: 2,
      audit_name: 'Q3CA2025',
      name: 'Stark G4 again',
      ci_id: ' CI21324354 ',
      start_date: null,
      end_date: null,
      settings: null,
      status: 'Completed',
      created_at: time(2),
      enable_followup_questions: 'false',
    },
    {
      id: 7,
      audit_name: null,
      name: 'Infrastructure',
      ci_id: 'CI9',
      start_date: null,
      end_date: null,
      settings: '{}',
      status: null,
      created_at: time(3),
      enable_followup_questions: null,
    },
  ],
};

const questionsOf = (...items: object[]): string => JSON.stringify(items);

const dataRequests: EarlierTable = {
  name: 'data_requests',
  columns: {
    id: 'INTEGER PRIMARY KEY',
    application_id: 'INTEGER',
    file_name: 'TEXT',
    file_size: 'INTEGER',
    file_type: 'TEXT',
    questions: 'TEXT',
    total_questions: 'INTEGER',
    categories: 'JSON',
    subcategories: 'JSON',
    column_mappings: 'JSON',
    uploaded_at: 'TIMESTAMP',
  },
  rows: [
    // The follow-up came first, and repeats an id of the primary file.
    request(
      1,
      1,
      'followup',
      questionsOf({
        id: '1.1',
        question: 'And their roles?',
        process: 'Access',
        subProcess: 'Roles',
        questionNumber: '1.1b',
      }),
    ),
    request(
      2,
      1,
      'primary',
      questionsOf(
        { id: '1.1', question: 'List all user accounts', category: 'Access', subcategory: 'Accounts' },
        { id: '1.2', question: 'Failed logins of the period', category: 'Access', subcategory: 'Logins' },
        { id: '1.3', question: 'Approved changes', category: 'Changes', subcategory: '' },
        { id: '1.4', question: 'Incidents', category: 'Operations', subcategory: '' },
        { id: '1.5', question: 'Policies', category: 'Documents', subcategory: '' },
        { id: '1.5', question: 'Policies of last year', category: 'Documents', subcategory: '' },
        { id: '1.6', question: 'Anything on punch cards', category: 'Old', subcategory: '' },
        { id: '1.7' },
      ),
    ),
    request(
      3,
      2,
      'primary',
      questionsOf({ id: '1.1', question: 'List all user accounts', process: 'Access', subProcess: 'Accounts' }),
    ),
    request(4, 7, 'primary', '[{"id": "9.1", "question": "cut of'),
    request(5, 99, 'primary', questionsOf({ id: '1', question: 'of no application' })),
  ],
};

function request(id: number, application: number, fileType: string, questions: string): Row {
  return {
    id,
    application_id: application,
    file_name: `request-${id}.xlsx`,
    file_size: 1_000 + id,
    file_type: fileType,
    questions,
    total_questions: 1,
    categories: '[]',
    subcategories: '[]',
    column_mappings: '{}',
    uploaded_at: time(4),
  };
}

function connector(id: number, ci: string, type: string, configuration: object | string | null, more: Row = {}): Row {
  return {
    id,
    application_id: null,
    ci_id: ci,
    connector_type: type,
    configuration:
      typeof configuration === 'string' || configuration === null ? configuration : JSON.stringify(configuration),
    status: 'active',
    created_at: time(5),
    ...more,
  };
}

const ci = 'CI21324354';

const sqlServer = {
  server: 'sql-prod-01.corp.example.com',
  port: '1433',
  database: 'AuditDB',
  username: 'auditor',
  password: canaries.password,
  ssl_enabled: true,
  connection_timeout: 30,
  demo_mode: false,
  authentication: { proxy_token: canaries.nested, kind: 'forwarded' },
};

const connectors: EarlierTable = {
  name: 'tool_connectors',
  columns: {
    id: 'INTEGER PRIMARY KEY',
    application_id: 'INTEGER',
    ci_id: 'TEXT',
    connector_type: 'TEXT',
    configuration: 'TEXT',
    status: 'TEXT',
    created_at: 'TIMESTAMP',
  },
  constraints: ['UNIQUE (ci_id, connector_type)'],
  rows: [
    connector(1, ci, 'SQL Server DB', sqlServer, { application_id: 1 }),
    connector(2, ci, 'Oracle Database', {
      server: 'ora-hr',
      port: 1521,
      service_name: 'HRPDB',
      username: 'audit',
      password: canaries.oracle,
      version: '19c',
    }),
    connector(3, ci, 'jira', {
      base_url: `https://ada:${encodeURIComponent(canaries.address)}@acme.atlassian.net`,
      project_keys: ['PAY', 'OPS'],
      api_token: canaries.jira,
    }),
    connector(4, ci, 'QTest', {
      instance_url: 'https://acme.qtestnet.com',
      project_id: 1234,
      api_token: canaries.qtest,
    }),
    connector(5, ci, 'service_now', {
      instance_url: 'https://acme.service-now.com',
      username: 'audit',
      password: canaries.servicenow,
      tables: ['incident', 'change_request'],
    }),
    connector(6, ci, 'gnosis_path', {
      base_url: 'https://docs.example.com/api',
      search_endpoint: '/find',
      repository: 'policies',
      authentication: { type: 'api_key', api_key: canaries.gnosis },
    }),
    connector(7, ci, 'nas_path', { base_path: '/mnt/audit/policies' }),
    connector(8, ci, 'Punch Cards', { reader: 'IBM 2501', secret: canaries.unknownType }),
    connector(9, 'CI9', 'sql_server', `{"server": "sql-dev-02", "password": "${canaries.broken}`),
    connector(10, 'CI9', 'Gnosis Document Repository', null, { application_id: 1 }),
    connector(11, '', 'oracle_db', {}),
  ],
};

function analysis(
  id: number,
  application: number,
  question: string,
  text: string,
  tool: string | null,
  toUse: string | null,
): Row {
  return {
    id,
    application_id: application,
    question_id: question,
    original_question: text,
    category: 'Access',
    subcategory: 'Accounts',
    ai_prompt: `Find: ${text}`,
    tool_suggestion: tool,
    connector_reason: 'because of the words',
    connector_to_use: toUse,
    created_at: time(6),
  };
}

const analyses: EarlierTable = {
  name: 'question_analyses',
  columns: {
    id: 'INTEGER PRIMARY KEY',
    application_id: 'INTEGER',
    question_id: 'TEXT',
    original_question: 'TEXT',
    category: 'TEXT',
    subcategory: 'TEXT',
    ai_prompt: 'TEXT',
    tool_suggestion: 'TEXT',
    connector_reason: 'TEXT',
    connector_to_use: 'TEXT',
    created_at: 'TIMESTAMP',
  },
  rows: [
    analysis(1, 1, '1.1', 'List all user accounts', 'sql_server', 'SQL Server Database'),
    analysis(2, 1, '1.1', 'And their roles?', null, 'Oracle DB'),
    analysis(3, 1, '1.2', 'Failed logins of the period', 'MySQL DB', 'MySQL DB'),
    analysis(4, 1, '1.3', 'Approved changes', 'ServiceNow', 'servicenow'),
    analysis(5, 1, '1.3', 'Approved changes', 'Jira', 'jira'),
    analysis(6, 1, '1.6', 'Anything on punch cards', 'Punch Cards', 'Punch Cards'),
    analysis(7, 1, '8.8', 'A question whose file is gone', 'QTest', 'qtest'),
    analysis(8, 2, '1.1', 'List all user accounts', 'SQL Server DB', 'SQL Server DB'),
    analysis(9, 99, '1', 'of no application', 'Jira', 'Jira'),
  ],
};

const executions: EarlierTable = {
  name: 'agent_executions',
  columns: {
    id: 'INTEGER PRIMARY KEY',
    application_id: 'INTEGER',
    question_id: 'TEXT',
    tool_type: 'TEXT',
    connector_id: 'INTEGER',
    prompt: 'TEXT',
    result: 'TEXT',
    status: 'TEXT',
    created_at: 'TIMESTAMP',
    tool_used: 'TEXT',
    execution_details: 'JSON',
  },
  rows: [
    execution(1, '1.1', 'sql_server', 1, 'completed', '42 accounts'),
    execution(2, '1.3', 'jira', null, 'failed', `login refused for password=${canaries.archive}`),
    execution(3, '1.4', 'servicenow', 5, 'running', null),
  ],
};

function execution(
  id: number,
  question: string,
  type: string,
  connectorId: number | null,
  status: string,
  result: string | null,
): Row {
  return {
    id,
    application_id: 1,
    question_id: question,
    tool_type: type,
    connector_id: connectorId,
    prompt: `Run ${question} with ${canaries.password}`,
    result,
    status,
    created_at: time(7),
    tool_used: type,
    execution_details: JSON.stringify({ token: canaries.archive, rows: 42 }),
  };
}

const archived = (name: string, row: Row): EarlierTable => ({
  name,
  columns: Object.fromEntries(Object.keys(row).map((column) => [column, 'TEXT'])),
  rows: [row],
});

export const earlierTables = (): EarlierTable[] => [
  applications,
  dataRequests,
  connectors,
  analyses,
  executions,
  archived('data_collection_sessions', {
    id: '1',
    state: 'done',
    config: JSON.stringify({ apiKey: canaries.archive }),
  }),
  archived('audit_results', { id: '1', verdict: `connected with ${canaries.password}` }),
  archived('context_documents', { id: '1', content: 'The policy\nof the house — größer' }),
  archived('veritas_conversations', { id: '1', messages: `https://ada:${canaries.archive}@example.com` }),
];

const aliasesCi = 'CI-ALIASES';

/** Secrets that only `everyVariant` has. */
export const aliasCanaries = {
  gnosisEndpoint: 'canary-gnosis-endpoint',
  jiraServer: 'canary-jira-server',
  servicenowOld: 'canary-servicenow-old',
} as const;

/** Every other word for a tool type, and every other key, that copies are known to have. */
const aliases: Row[] = [
  connector(21, aliasesCi, 'SQL Server Database', { server: 'sql-old\\AUDIT', database: 'Old', tables: ['users'] }),
  connector(22, aliasesCi, 'Oracle DB', { server: 'ora-old', port: '1522', service_name: 'OLD', version: '11g' }),
  connector(23, aliasesCi, 'oracle_db', { server: 'ora-older', service_name: 'OLDER', connection_timeout: '15' }),
  connector(24, aliasesCi, 'gnosis', {
    endpoint: 'https://gnosis.example.com/api',
    repository: 'plans',
    api_key: aliasCanaries.gnosisEndpoint,
  }),
  connector(25, aliasesCi, 'Jira', {
    base_url: 'https://jira.example.com',
    project_key: 'AUD',
    api_version: '2',
    authentication: 'bearer',
    api_token: aliasCanaries.jiraServer,
  }),
  connector(26, aliasesCi, 'qtest', { instance_url: 'https://old.qtestnet.com', project_id: '77' }),
  connector(27, aliasesCi, 'ServiceNow', { instance: 'old', username: 'audit', password: aliasCanaries.servicenowOld }),
  connector(28, aliasesCi, 'servicenow', { instance_url: 'https://older.service-now.com', demo_mode: true }),
];

/** Newer than the two of its question before it, though its id comes before theirs as a text. */
const newestAnalysis = analysis(10, 1, '1.3', 'Approved changes', 'Oracle DB', 'oracle_db');

/** The older tables with every word and key of all copies, and the column that some have beside. */
export const everyVariant = (): EarlierTable[] =>
  earlierTables().map((table) => {
    if (table.name === 'tool_connectors') return { ...table, rows: [...table.rows, ...aliases] };
    if (table.name === 'question_analyses') return { ...table, rows: [...table.rows, newestAnalysis] };
    if (table.name !== 'data_requests') return table;
    const rows = table.rows.map((row) => ({ ...row, file_path: `/uploads/${row.file_name}` }));
    return { ...table, columns: { ...table.columns, file_path: 'TEXT' }, rows };
  });

/** As newer copies have it: named connectors, several of a type, and analyses that know one of them. */
export const newerTables = (): EarlierTable[] => {
  const named = (id: number, name: string | null, database: string, more: Row = {}): Row => ({
    ...connector(
      id,
      ci,
      'SQL Server DB',
      { ...sqlServer, database, password: canaries.named, authentication: 'windows' },
      more,
    ),
    connector_name: name,
  });
  return [
    applications,
    dataRequests,
    {
      ...connectors,
      columns: { ...connectors.columns, connector_name: 'TEXT' },
      constraints: ['UNIQUE (ci_id, connector_name)'],
      rows: [
        named(1, null, 'AuditDB'),
        named(2, 'Production', 'Ledger'),
        named(3, ' production', 'Ledger2'),
        named(4, 'SQL Server DB - 1', 'Odd'),
      ],
    },
    {
      ...analyses,
      columns: { ...analyses.columns, connector_id: 'INTEGER' },
      rows: [
        { ...analysis(1, 1, '1.1', 'List all user accounts', 'SQL Server DB', 'Production'), connector_id: 3 },
        { ...analysis(2, 1, '1.2', 'Failed logins of the period', 'SQL Server DB', 'Production'), connector_id: null },
        { ...analysis(3, 1, '1.3', 'Approved changes', 'SQL Server DB', null), connector_id: 77 },
        { ...analysis(4, 1, '1.4', 'Incidents', 'SQL Server DB', null), connector_id: null },
        { ...analysis(5, 1, '1.5', 'Policies', 'SQL Server DB', 'Removed last year'), connector_id: null },
      ],
    },
  ];
};

const literal = (value: Value | undefined): string => {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
};

/** The statements that make the tables and their rows, for PostgreSQL as for SQLite. */
export const toSql = (tables: readonly EarlierTable[]): string =>
  tables
    .flatMap(({ name, columns, constraints = [], rows }) => [
      `CREATE TABLE ${name} (${[...Object.entries(columns).map((column) => column.join(' ')), ...constraints].join(', ')});`,
      ...rows.map(
        (row) =>
          `INSERT INTO ${name} (${Object.keys(columns).join(', ')}) VALUES (${Object.keys(columns)
            .map((column) => literal(row[column]))
            .join(', ')});`,
      ),
    ])
    .join('\n');

export const writeSqliteFile = (file: string, tables: readonly EarlierTable[], journalMode = 'delete'): void => {
  const db = new SqliteDatabase(file);
  db.pragma(`journal_mode = ${journalMode}`);
  db.exec(toSql(tables));
  db.close();
};
