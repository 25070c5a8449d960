/** The demo audit's data request. Each question says how its analysis begins; some are left open for the person. */
import type { DemoSystem } from './systems';

export interface DemoQuestion {
  questionNumber: string;
  process: string;
  subProcess: string;
  question: string;
  toolType: string | null;
  /** The system that is chosen; null leaves the choice to the person. */
  system: DemoSystem | null;
  query: string;
  /** Why it comes as it does, in words that stay true once the person has dealt with it; what to do the window says. */
  note?: string;
}

type Item = Pick<DemoQuestion, 'questionNumber' | 'question' | 'query' | 'note'>;

const withToolType =
  (toolType: string | null, system: DemoSystem | null) =>
  (process: string, subProcess: string, items: Item[]): DemoQuestion[] =>
    items.map((item) => ({ ...item, process, subProcess, toolType, system }));

const needsPostgresql =
  'Payroll is kept in PostgreSQL, which the demo starts where it is installed on this computer. Elsewhere this question can’t be answered.';

const onProductionHr = withToolType('SQLite File', 'Production HR');
const onDevelopmentHr = withToolType('SQLite File', 'Dev HR');
const onAnySqlite = withToolType('SQLite File', null);
const onProductionPayroll = withToolType('PostgreSQL DB', 'Production Payroll');
const onDevelopmentPayroll = withToolType('PostgreSQL DB', 'Dev Payroll');

const access = 'Access to programs and data';
const changes = 'Change management';
const operations = 'IT operations';
const payroll = 'Payroll';

const privilegedAccounts = `SELECT u.user_name, u.full_name, u.account_type, u.status, r.role_name, u.multi_factor, u.last_login_at
FROM users u
JOIN user_roles ur ON ur.user_id = u.user_id
JOIN roles r ON r.role_id = ur.role_id
WHERE r.is_privileged = 1
ORDER BY u.user_name, r.role_name`;

const passwordSettings = `SELECT setting, value, unit, changed_at, changed_by, change_id
FROM password_settings
ORDER BY setting`;

export const demoQuestions: DemoQuestion[] = [
  ...onProductionHr(access, 'User access', [
    {
      questionNumber: '1.10',
      question: 'List all user accounts of the application with status, creation date and last login.',
      query: `SELECT user_name, full_name, department, job_title, account_type, status, created_at, last_login_at
FROM users
ORDER BY user_name`,
    },
    {
      questionNumber: '1.11',
      question: 'Accounts created in the period, with the request and the approval of each.',
      query: `SELECT user_name, full_name, account_type, created_at, created_by, request_ticket, approved_by
FROM users
WHERE created_at >= '2025-04-01' AND created_at < '2025-07-01'
ORDER BY created_at, user_name`,
    },
    {
      questionNumber: '1.12',
      question: 'Employees who left whose accounts are still enabled, and whether they were used after the last day.',
      query: `SELECT u.user_name, u.full_name, u.department, u.employment_ended_on, u.last_login_at,
  count(e.login_id) AS logins_after_leaving
FROM users u
LEFT JOIN login_events e ON e.user_id = u.user_id AND e.outcome = 'success'
  AND date(e.occurred_at) > u.employment_ended_on
WHERE u.employment_ended_on IS NOT NULL AND u.status = 'enabled'
GROUP BY u.user_id
ORDER BY u.employment_ended_on, u.user_name`,
    },
    {
      questionNumber: '1.13',
      question: 'Enabled accounts that nobody has used in the last 90 days of the period.',
      query: `SELECT user_name, full_name, department, account_type, created_at, last_login_at
FROM users
WHERE status = 'enabled' AND (last_login_at IS NULL OR last_login_at < '2025-04-02')
ORDER BY last_login_at, user_name`,
    },
    {
      questionNumber: '1.14',
      question: 'Users who can both enter and approve payments (segregation of duties).',
      query: `SELECT u.user_name, u.full_name, u.department, max(ur.granted_at) AS both_since
FROM users u
JOIN user_roles ur ON ur.user_id = u.user_id
JOIN roles r ON r.role_id = ur.role_id
WHERE r.role_name IN ('Payroll Entry', 'Payroll Approver') AND u.status = 'enabled'
GROUP BY u.user_id
HAVING count(*) = 2
ORDER BY u.user_name`,
    },
  ]),
  ...onProductionHr(access, 'Privileged access', [
    {
      questionNumber: '1.20',
      question: 'List all accounts with administrative rights in production.',
      query: privilegedAccounts,
    },
    {
      questionNumber: '1.21',
      question: 'Shared and test accounts that are enabled in production, with their roles.',
      query: `SELECT u.user_name, u.full_name, u.account_type, u.created_at, u.created_by,
  group_concat(r.role_name, ', ' ORDER BY r.role_name) AS roles
FROM users u
JOIN user_roles ur ON ur.user_id = u.user_id
JOIN roles r ON r.role_id = ur.role_id
WHERE u.account_type IN ('shared', 'test') AND u.status = 'enabled'
GROUP BY u.user_id
ORDER BY u.user_name`,
    },
  ]),
  ...onDevelopmentHr(access, 'Privileged access', [
    {
      questionNumber: '1.22',
      question: 'List all accounts with administrative rights in development, for comparison with production.',
      query: privilegedAccounts,
    },
  ]),
  ...onAnySqlite(access, 'Privileged access', [
    {
      questionNumber: '1.23',
      question:
        'Logins of privileged accounts outside of office hours (Monday to Friday, 5:00 to 19:00 UTC) during the period.',
      note: 'Both HR systems could answer this, so the demo comes without a choice: exactly one connector answers a question. Logins to production are what an auditor asks for first.',
      query: `SELECT e.occurred_at, substr('SunMonTueWedThuFriSat', 1 + 3 * strftime('%w', e.occurred_at), 3) AS weekday,
  e.user_name, e.outcome, e.source_address, e.client
FROM login_events e
WHERE e.user_id IN (SELECT ur.user_id FROM user_roles ur JOIN roles r ON r.role_id = ur.role_id WHERE r.is_privileged = 1)
  AND e.occurred_at >= '2025-04-01' AND e.occurred_at < '2025-07-01'
  AND (time(e.occurred_at) NOT BETWEEN '05:00:00' AND '19:00:00' OR strftime('%w', e.occurred_at) IN ('0', '6'))
ORDER BY e.occurred_at, e.login_id`,
    },
  ]),
  ...onProductionHr(access, 'Password policy', [
    { questionNumber: '1.30', question: 'Password and lockout settings of production.', query: passwordSettings },
  ]),
  ...onDevelopmentHr(access, 'Password policy', [
    { questionNumber: '1.31', question: 'Password and lockout settings of development.', query: passwordSettings },
  ]),
  ...onProductionHr(access, 'Failed logins', [
    {
      questionNumber: '1.40',
      question: 'Failed logins of the period by account and source address, ten or more on one day.',
      query: `SELECT date(occurred_at) AS day, user_name, source_address, count(*) AS failures
FROM login_events
WHERE outcome = 'failure' AND occurred_at >= '2025-04-01' AND occurred_at < '2025-07-01'
GROUP BY day, user_name, source_address
HAVING count(*) >= 10
ORDER BY failures DESC, day, user_name`,
    },
    {
      questionNumber: '1.41',
      question: 'All login events of the period.',
      query: `SELECT login_id, occurred_at, user_name, outcome, failure_reason, source_address, client
FROM login_events
WHERE occurred_at >= '2025-04-01' AND occurred_at < '2025-07-01'
ORDER BY login_id`,
    },
    {
      questionNumber: '1.42',
      question: 'Show that login events older than the retention of 13 months are removed.',
      note: 'The client’s administrator sent a DELETE for this; Tickmark refuses whatever doesn’t only read. A SELECT of the events before June 2024 would show that none are left; “Tables” lists its names.',
      // What a client's administrator sends for such a question: it removes instead of showing, and the guard refuses it.
      query: `DELETE FROM login_events
WHERE occurred_at < '2024-06-01'`,
    },
  ]),
  ...onProductionHr(changes, 'Approval and test', [
    {
      questionNumber: '2.10',
      question: 'All changes deployed to production in the period with request, approval, test and deployment.',
      query: `SELECT *
FROM changes
WHERE deployed_at >= '2025-04-01' AND deployed_at < '2025-07-01'
ORDER BY change_id`,
    },
    {
      questionNumber: '2.11',
      question: 'Changes of the period approved by their requester, or not approved, or not tested.',
      query: `SELECT change_id, title, change_type, requested_by, approved_by, tested_by, deployed_by, deployed_at
FROM changes
WHERE deployed_at >= '2025-04-01' AND deployed_at < '2025-07-01'
  AND (approved_by IS NULL OR approved_by = requested_by OR tested_by IS NULL)
ORDER BY change_id`,
    },
    {
      questionNumber: '2.12',
      question: 'Changes of the period deployed to production by their own developer.',
      query: `SELECT change_id, title, developed_by, deployed_by, deployed_at
FROM changes
WHERE deployed_by = developed_by AND deployed_at >= '2025-04-01' AND deployed_at < '2025-07-01'
ORDER BY change_id`,
    },
  ]),
  ...onDevelopmentHr(changes, 'Approval and test', [
    {
      questionNumber: '2.13',
      question: 'Who deployed to development in the period, and how often without an approval.',
      query: `SELECT deployed_by, count(*) AS changes, count(*) - count(approved_by) AS without_approval
FROM changes
WHERE deployed_at >= '2025-04-01' AND deployed_at < '2025-07-01'
GROUP BY deployed_by
ORDER BY changes DESC, deployed_by`,
    },
  ]),
  ...withToolType('MySQL DB', null)(changes, 'Incidents', [
    {
      questionNumber: '2.20',
      question: 'Incidents of the period that led to an emergency change, from the service desk’s database.',
      note: 'The service desk keeps its incidents in MySQL, which the demo doesn’t have: nothing can answer this here. In an audit of your own you would create the connector.',
      query: `SELECT number, opened_at, priority, short_description, caused_by_change
FROM incident
WHERE opened_at >= '2025-04-01' AND opened_at < '2025-07-01' AND caused_by_change IS NOT NULL
ORDER BY number`,
    },
  ]),
  ...onProductionHr(operations, 'Jobs', [
    {
      questionNumber: '3.10',
      question: 'Scheduled jobs, the account each one runs with, and who changed it last.',
      query: `SELECT job_name, schedule, owner, runs_as, changed_by, changed_at
FROM jobs
ORDER BY job_id`,
    },
    {
      questionNumber: '3.11',
      question: 'Failed job runs of the period and whether each was repeated.',
      query: `SELECT r.run_id, j.job_name, r.started_at, r.message, n.run_id AS repeated_by, n.status AS repeat_status
FROM job_runs r
JOIN jobs j ON j.job_id = r.job_id
LEFT JOIN job_runs n ON n.repeats_run_id = r.run_id
WHERE r.status = 'failed' AND r.started_at >= '2025-04-01' AND r.started_at < '2025-07-01'
ORDER BY r.run_id`,
    },
  ]),
  ...onProductionHr(operations, 'Backups', [
    {
      questionNumber: '3.20',
      question: 'Failed backups of the period and whether each was repeated.',
      query: `SELECT b.backup_id, b.kind, b.started_at, b.location, n.backup_id AS repeated_by, n.status AS repeat_status
FROM backups b
LEFT JOIN backups n ON n.repeats_backup_id = b.backup_id
WHERE b.status = 'failed' AND b.started_at >= '2025-04-01' AND b.started_at < '2025-07-01'
ORDER BY b.backup_id`,
    },
  ]),
  ...withToolType(null, null)(operations, 'Backups', [
    {
      questionNumber: '3.21',
      question: 'Evidence of the last restore test and its approval.',
      note: 'HR records no restore tests, so no query can answer this: ask the client for the minutes of the test instead. It has no tool type yet, as every new question.',
      query: '',
    },
  ]),
  ...onProductionPayroll(payroll, 'Payments', [
    {
      questionNumber: '4.10',
      question: 'Pay runs of the period with preparation, approval and totals.',
      note: needsPostgresql,
      query: `SELECT run_id, month, prepared_by, approved_by, approved_at, employees, gross_total
FROM payroll.pay_runs
WHERE month >= DATE '2025-04-01' AND month < DATE '2025-07-01'
ORDER BY run_id`,
    },
    {
      questionNumber: '4.11',
      question: 'Changes of employees’ bank accounts in the period that the same person requested and approved.',
      note: needsPostgresql,
      query: `SELECT change_id, employee_id, requested_by, requested_at, approved_by, approved_at
FROM payroll.bank_account_changes
WHERE approved_by = requested_by
  AND requested_at >= TIMESTAMP '2025-04-01' AND requested_at < TIMESTAMP '2025-07-01'
ORDER BY change_id`,
    },
  ]),
  ...onDevelopmentPayroll(payroll, 'Payments', [
    {
      questionNumber: '4.12',
      question: 'Operators of payroll in development, and who of them bears the name of an employee in its data.',
      note: needsPostgresql,
      query: `SELECT o.login, o.full_name, o.role, o.enabled,
  (SELECT count(*) FROM payroll.employees e WHERE e.full_name = o.full_name) AS same_name_in_employees
FROM payroll.operators o
ORDER BY o.login`,
    },
  ]),
];
