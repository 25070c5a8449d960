import { hours, timeOf } from './calendar';
import { accountRow, createAccounts, type HrAccount, type HrProfile, roles } from './hr-accounts';
import { loginEvents } from './hr-logins';
import { backupRecords, changeRecords, jobRecords, jobRuns, passwordSettings } from './hr-operations';
import { type DemoRow, type DemoTable, writeSqliteFile } from './sqlite-file';

function* roleAssignments(accounts: readonly HrAccount[]): Generator<DemoRow> {
  for (const account of accounts) {
    for (const [index, role] of account.roles.entries()) {
      const roleId = roles.findIndex(({ name }) => name === role) + 1;
      yield [account.userId, roleId, timeOf(account.createdDay + index, hours(12)), account.createdBy, account.ticket];
    }
  }
}

function* accountRows(accounts: readonly HrAccount[]): Generator<DemoRow> {
  for (const account of accounts) yield accountRow(account);
}

const hrTables = (profile: HrProfile): DemoTable[] => {
  const accounts = createAccounts(profile);
  return [
    {
      name: 'login_events',
      columns: [
        'login_id INTEGER PRIMARY KEY',
        'user_id INTEGER NOT NULL REFERENCES users',
        'user_name TEXT NOT NULL',
        'occurred_at TEXT NOT NULL',
        'outcome TEXT NOT NULL',
        'failure_reason TEXT',
        'source_address TEXT NOT NULL',
        'client TEXT NOT NULL',
      ],
      rows: loginEvents(profile, accounts),
    },
    // After the login events, which tell when each account was used last.
    {
      name: 'users',
      columns: [
        'user_id INTEGER PRIMARY KEY',
        'user_name TEXT NOT NULL UNIQUE',
        'full_name TEXT NOT NULL',
        'department TEXT NOT NULL',
        'job_title TEXT NOT NULL',
        'account_type TEXT NOT NULL',
        'status TEXT NOT NULL',
        'created_at TEXT NOT NULL',
        'created_by TEXT NOT NULL',
        'request_ticket TEXT',
        'approved_by TEXT',
        'employment_ended_on TEXT',
        'disabled_at TEXT',
        'last_login_at TEXT',
        'password_changed_at TEXT NOT NULL',
        'multi_factor INTEGER NOT NULL',
      ],
      rows: accountRows(accounts),
    },
    {
      name: 'roles',
      columns: [
        'role_id INTEGER PRIMARY KEY',
        'role_name TEXT NOT NULL UNIQUE',
        'is_privileged INTEGER NOT NULL',
        'description TEXT NOT NULL',
      ],
      rows: roles.map(({ name, isPrivileged, description }, index) => [index + 1, name, isPrivileged, description]),
    },
    {
      name: 'user_roles',
      columns: [
        'user_id INTEGER NOT NULL REFERENCES users',
        'role_id INTEGER NOT NULL REFERENCES roles',
        'granted_at TEXT NOT NULL',
        'granted_by TEXT NOT NULL',
        'request_ticket TEXT',
      ],
      rows: roleAssignments(accounts),
    },
    ...operationTables(profile),
  ];
};

const operationTables = (profile: HrProfile): DemoTable[] => [
  {
    name: 'password_settings',
    columns: [
      'setting TEXT PRIMARY KEY',
      'value TEXT NOT NULL',
      'unit TEXT',
      'changed_at TEXT NOT NULL',
      'changed_by TEXT NOT NULL',
      'change_id TEXT',
    ],
    rows: passwordSettings[profile.environment],
  },
  {
    name: 'changes',
    columns: [
      'change_id TEXT PRIMARY KEY',
      'title TEXT NOT NULL',
      'change_type TEXT NOT NULL',
      'requested_by TEXT NOT NULL',
      'developed_by TEXT NOT NULL',
      'approved_by TEXT',
      'approved_at TEXT',
      'tested_by TEXT',
      'test_reference TEXT',
      'deployed_by TEXT NOT NULL',
      'deployed_at TEXT NOT NULL',
      'status TEXT NOT NULL',
    ],
    rows: changeRecords(profile),
  },
  {
    name: 'jobs',
    columns: [
      'job_id INTEGER PRIMARY KEY',
      'job_name TEXT NOT NULL',
      'schedule TEXT NOT NULL',
      'owner TEXT NOT NULL',
      'runs_as TEXT NOT NULL',
      'changed_by TEXT NOT NULL',
      'changed_at TEXT NOT NULL',
    ],
    rows: jobRecords(),
  },
  {
    name: 'job_runs',
    columns: [
      'run_id INTEGER PRIMARY KEY',
      'job_id INTEGER NOT NULL REFERENCES jobs',
      'started_at TEXT NOT NULL',
      'finished_at TEXT NOT NULL',
      'status TEXT NOT NULL',
      'repeats_run_id INTEGER REFERENCES job_runs',
      'message TEXT',
    ],
    rows: jobRuns(profile),
  },
  {
    name: 'backups',
    columns: [
      'backup_id INTEGER PRIMARY KEY',
      'kind TEXT NOT NULL',
      'started_at TEXT NOT NULL',
      'finished_at TEXT NOT NULL',
      'status TEXT NOT NULL',
      'bytes INTEGER NOT NULL',
      'location TEXT NOT NULL',
      'repeats_backup_id INTEGER REFERENCES backups',
    ],
    rows: backupRecords(profile),
  },
];

/** Writes one HR system of the demo. The same rows on every machine. */
export const writeHrFile = (path: string, profile: HrProfile): Promise<void> =>
  writeSqliteFile(path, hrTables(profile), [
    'CREATE UNIQUE INDEX user_roles_once ON user_roles (user_id, role_id)',
    'CREATE INDEX login_events_by_user ON login_events (user_id, occurred_at)',
    'CREATE INDEX job_runs_by_job ON job_runs (job_id)',
  ]);
