import { dateOf, dayCount, hours, timeOf, weekdayOf } from './calendar';
import type { HrProfile } from './hr-accounts';
import { createRandom, type Random } from './random';
import type { DemoRow } from './sqlite-file';

const developers = ['j.kowalska', 'l.hansen', 'm.garcia', 't.novak', 's.kaya', 'e.moreau', 'd.petrov', 'w.nguyen'];
const requesters = ['b.schmidt', 'c.bianchi', 'h.jansen', 'i.lopes', 'o.ivanova'];
const approvers = ['m.keller', 'p.olsen', 'r.dubois'];
const testers = ['a.lambert', 'f.horvath', 'y.singh', 'z.cerny'];
const operators = ['adm.weber', 'adm.ricci', 'svc_deploy'];

const changeSubjects = [
  ...['Tax table', 'Absence workflow', 'Salary statement layout', 'Interface to payroll', 'Travel expense form'],
  ...['Role HR Manager', 'Single sign-on', 'Report head count', 'Bank account validation', 'Password settings'],
];
const changeVerbs = ['Correct', 'Extend', 'Replace', 'Speed up', 'Adapt to new law:', 'Fix error in'];

/** How the change process was broken, if it was: most changes keep to it. */
const findException = (index: number, isProduction: boolean): string => {
  if (!isProduction) return index % 3 === 0 ? 'none' : 'by developer';
  if (index % 61 === 17) return 'self-approved';
  if (index % 83 === 40) return 'by developer';
  if (index % 113 === 71) return 'not tested';
  return index % 131 === 90 ? 'emergency' : 'none';
};

/** Changes deployed since October, oldest first. */
export function* changeRecords({ seed, environment, changes }: HrProfile): Generator<DemoRow> {
  const random = createRandom(`${seed}/changes`);
  for (let index = 0; index < changes; index += 1) {
    const exception = findException(index, environment === 'production');
    const day = Math.floor((index / changes) * (dayCount + 92)) - 92;
    const developer = random.pick(developers);
    const requester = exception === 'self-approved' ? random.pick(approvers) : random.pick(requesters);
    const approver = exception === 'self-approved' ? requester : random.pick(approvers);
    const isTested = exception !== 'not tested' && exception !== 'emergency';
    const isApproved = exception !== 'emergency' && (environment === 'production' || random.chance(0.4));
    yield [
      `CHG${String(30_001 + index).padStart(7, '0')}`,
      `${random.pick(changeVerbs)} ${random.pick(changeSubjects)}`,
      exception === 'emergency' ? 'emergency' : random.pick(['normal', 'normal', 'standard']),
      requester,
      developer,
      isApproved ? approver : null,
      isApproved ? timeOf(day - random.between(1, 9), hours(9) + random.between(0, hours(8))) : null,
      isTested ? random.pick(testers) : null,
      isTested ? `TST-${random.between(2000, 9800)}` : null,
      exception === 'by developer' ? developer : random.pick(operators),
      timeOf(day, hours(19) + random.between(0, hours(4))),
      'deployed',
    ];
  }
}

const jobs: readonly (readonly [name: string, startsAt: number, runsAs: string, owner: string])[] = [
  ['Payroll export', 1, 'svc_payroll_if', 'p.olsen'],
  ['Payroll return import', 4, 'svc_payroll_if', 'p.olsen'],
  ['Absence accrual', 2, 'idm.workflow', 'm.keller'],
  ['Leaver synchronisation', 3, 'idm.workflow', 'k.haas'],
  ['Joiner synchronisation', 3, 'idm.workflow', 'k.haas'],
  ['Role recertification reminder', 7, 'idm.workflow', 'k.haas'],
  ['General ledger posting', 5, 'svc_payroll_if', 'r.dubois'],
  ['Time clock import', 0, 'svc_payroll_if', 'm.keller'],
  ['Tax table update', 6, 'svc_payroll_if', 'p.olsen'],
  ['Archive personnel files', 22, 'svc_backup', 'm.keller'],
  ['Index maintenance', 23, 'adm.ricci', 'adm.ricci'],
  ['Log rotation', 23, 'svc_backup', 'adm.weber'],
];

export function* jobRecords(): Generator<DemoRow> {
  for (const [index, [name, startsAt, runsAs, owner]] of jobs.entries()) {
    const schedule = `daily ${String(startsAt).padStart(2, '0')}:00 UTC`;
    yield [
      index + 1,
      name,
      schedule,
      owner,
      runsAs,
      index === 10 ? 'adm.ricci' : 'adm.weber',
      timeOf(-40 * index, hours(15)),
    ];
  }
}

const jobFailures = ['connection to payroll lost', 'input file missing', 'record locked', 'timeout after 3600 s'];

/** One run of each job a day. A failed run is repeated within the hour, unless nobody noticed. */
export function* jobRuns({ seed }: HrProfile): Generator<DemoRow> {
  const random = createRandom(`${seed}/job runs`);
  let runId = 0;
  for (let day = 0; day < dayCount; day += 1) {
    for (const [index, [, startsAt]] of jobs.entries()) {
      const start = hours(startsAt) + random.between(0, 40);
      const failed = random.chance(0.018);
      yield [
        ++runId,
        index + 1,
        ...runTimes(random, day, start),
        failed ? 'failed' : 'succeeded',
        null,
        failed ? random.pick(jobFailures) : null,
      ];
      const repeated = failed && random.chance(0.75);
      if (repeated) yield [++runId, index + 1, ...runTimes(random, day, start + 2400), 'succeeded', runId - 1, null];
    }
  }
}

const runTimes = (random: Random, day: number, start: number): [string, string] => [
  timeOf(day, start),
  timeOf(day, start + random.between(15, 1500)),
];

/** Days in the audited period on which the nightly backup failed; the first three were never repeated. */
const lostBackups = [101, 122, 151];
const repeatedBackups = [95, 139];

/** A full backup on Sundays and an incremental one on the other days; development is backed up weekly only. */
export function* backupRecords({ seed, environment }: HrProfile): Generator<DemoRow> {
  const random = createRandom(`${seed}/backups`);
  const isProduction = environment === 'production';
  let backupId = 0;
  for (let day = 0; day < dayCount; day += 1) {
    const isFull = weekdayOf(day) === 0;
    if (!isFull && !isProduction) continue;
    const failed = isProduction && (lostBackups.includes(day) || repeatedBackups.includes(day));
    const backup = (start: number, succeeded: boolean, repeats: number | null): DemoRow => [
      ++backupId,
      isFull ? 'full' : 'incremental',
      timeOf(day, start),
      timeOf(day, start + random.between(600, isFull ? 9000 : 2000)),
      succeeded ? 'succeeded' : 'failed',
      succeeded ? random.between(4, 9) * (isFull ? 41_000_000_000 : 1_100_000_000) + random.between(0, 99_999) : 0,
      isProduction ? `vault-2/hr/${dateOf(day)}` : `dev-nas/hr/${dateOf(day)}`,
      repeats,
    ];
    yield backup(hours(2), !failed, null);
    if (repeatedBackups.includes(day) && isProduction) yield backup(hours(6), true, backupId);
  }
}

/** Setting, value, unit, when and by whom it was last changed. */
export const passwordSettings: Record<HrProfile['environment'], DemoRow[]> = {
  production: [
    ['minimum_length', '12', 'characters', timeOf(-420, hours(9)), 'k.haas', 'CHG0021877'],
    ['complexity', 'on', null, timeOf(-420, hours(9)), 'k.haas', 'CHG0021877'],
    ['maximum_age', '90', 'days', timeOf(-420, hours(9)), 'k.haas', 'CHG0021877'],
    ['history', '12', 'passwords', timeOf(-420, hours(9)), 'k.haas', 'CHG0021877'],
    ['lockout_threshold', '20', 'failed logins', timeOf(118, hours(21)), 'adm.ricci', null],
    ['lockout_duration', '15', 'minutes', timeOf(118, hours(21)), 'adm.ricci', null],
    ['session_timeout', '30', 'minutes', timeOf(-420, hours(9)), 'n.lindqvist', 'CHG0021877'],
    ['multi_factor', 'required', null, timeOf(-200, hours(9)), 'k.haas', 'CHG0026041'],
  ],
  development: [
    ['minimum_length', '6', 'characters', timeOf(-1400, hours(9)), 'installation', null],
    ['complexity', 'off', null, timeOf(-1400, hours(9)), 'installation', null],
    ['maximum_age', '0', 'days', timeOf(-1400, hours(9)), 'installation', null],
    ['history', '0', 'passwords', timeOf(-1400, hours(9)), 'installation', null],
    ['lockout_threshold', '0', 'failed logins', timeOf(-300, hours(14)), 'devadmin', null],
    ['lockout_duration', '0', 'minutes', timeOf(-300, hours(14)), 'devadmin', null],
    ['session_timeout', '480', 'minutes', timeOf(-1400, hours(9)), 'installation', null],
    ['multi_factor', 'off', null, timeOf(-1400, hours(9)), 'installation', null],
  ],
};
