import { dateOf, dayCount, hours, timeOf } from './calendar';
import { createTechnicalAccounts } from './hr-technical-accounts';
import { createPeople, type Person } from './people';
import { createRandom, type Random } from './random';

/** What makes one HR system differ from the other. */
export interface HrProfile {
  seed: string;
  environment: 'production' | 'development';
  people: number;
  loginsPerWorkday: number;
  changes: number;
}

export const hrProfiles: Record<HrProfile['environment'], HrProfile> = {
  production: { seed: 'hr-production', environment: 'production', people: 2980, loginsPerWorkday: 285, changes: 480 },
  development: { seed: 'hr-development', environment: 'development', people: 396, loginsPerWorkday: 42, changes: 640 },
};

export interface HrAccount {
  userId: number;
  userName: string;
  fullName: string;
  department: string;
  jobTitle: string;
  accountType: 'person' | 'service' | 'shared' | 'test';
  roles: string[];
  createdDay: number;
  createdBy: string;
  ticket: string | null;
  approvedBy: string | null;
  leftDay: number | null;
  disabledDay: number | null;
  /** Nobody signs in with it any more. */
  dormant: boolean;
  hasMultiFactor: boolean;
  /** Known once the login events are made; before that, the last login before they begin. */
  lastLoginAt: string | null;
  passwordChangedDay: number;
}

export const roles = [
  { name: 'Employee Self-Service', isPrivileged: 0, description: 'Own data, absences and pay slips' },
  { name: 'Line Manager', isPrivileged: 0, description: 'Approves absences of the own team' },
  { name: 'HR Clerk', isPrivileged: 0, description: 'Maintains personnel files' },
  { name: 'HR Manager', isPrivileged: 0, description: 'Maintains contracts and salaries' },
  { name: 'Payroll Entry', isPrivileged: 0, description: 'Enters payments and bank accounts' },
  { name: 'Payroll Approver', isPrivileged: 0, description: 'Approves payments and bank accounts' },
  { name: 'Interface', isPrivileged: 0, description: 'Technical account of an interface' },
  { name: 'Security Administrator', isPrivileged: 1, description: 'Maintains users, roles and password settings' },
  { name: 'Database Administrator', isPrivileged: 1, description: 'Direct access to all tables' },
  { name: 'System Administrator', isPrivileged: 1, description: 'Everything' },
] as const;

const jobs: Record<string, readonly (readonly [title: string, roles: readonly string[]])[]> = {
  'Human Resources': [
    ['HR Clerk', ['HR Clerk']],
    ['HR Business Partner', ['HR Clerk', 'HR Manager']],
  ],
  Payroll: [
    ['Payroll Clerk', ['Payroll Entry']],
    ['Payroll Lead', ['Payroll Approver']],
  ],
  Finance: [['Accountant', []]],
  Sales: [
    ['Account Manager', []],
    ['Team Lead Sales', ['Line Manager']],
  ],
  Operations: [
    ['Technician', []],
    ['Shift Lead', ['Line Manager']],
  ],
  Logistics: [['Warehouse Clerk', []]],
  'Customer Care': [['Agent', []]],
  Legal: [['Counsel', []]],
  'Information Technology': [
    ['Developer', []],
    ['Systems Engineer', []],
  ],
};
const departments = Object.keys(jobs);
const largeDepartments = ['Sales', 'Operations', 'Operations', 'Logistics', 'Customer Care', 'Customer Care'];

const securityTeam = ['k.haas', 'n.lindqvist', 'idm.workflow'];

const personAccount = (random: Random, userId: number, person: Person, isProduction: boolean): HrAccount => {
  const department = isProduction
    ? random.pick(random.chance(0.6) ? largeDepartments : departments)
    : random.pick(['Information Technology', 'Information Technology', 'Human Resources', 'Payroll']);
  const [jobTitle, extraRoles] = random.pick(jobs[department] ?? []);
  const createdDay = -random.between(-150, 2400);
  const isDeveloper = jobTitle === 'Developer';
  return {
    ...person,
    userId,
    department,
    jobTitle,
    accountType: 'person',
    roles: ['Employee Self-Service', ...extraRoles, ...(!isProduction && isDeveloper ? ['System Administrator'] : [])],
    createdDay,
    createdBy: random.pick(securityTeam),
    ticket: isProduction && !random.chance(0.015) ? `REQ${random.between(100_000, 499_999)}` : null,
    approvedBy: isProduction && !random.chance(0.01) ? random.pick(['m.keller', 'p.olsen', 'r.dubois']) : null,
    leftDay: null,
    disabledDay: null,
    dormant: random.chance(0.05),
    hasMultiFactor: isProduction && random.chance(0.93),
    lastLoginAt: createdDay < 0 && random.chance(0.9) ? timeOf(-random.between(1, 200), hours(9)) : null,
    passwordChangedDay: Math.max(createdDay, random.between(isProduction ? 70 : -400, dayCount - 1)),
  };
};

/** Employees who left; most accounts were closed within days, 23 of them never. */
const letGo = (random: Random, accounts: HrAccount[]): void => {
  const leavers = accounts.filter(({ createdDay }) => createdDay < -30).slice(40, 220);
  for (const [index, account] of leavers.entries()) {
    account.leftDay = random.between(-60, dayCount - 20);
    const wasForgotten = index % 8 === 3;
    account.disabledDay = wasForgotten ? null : account.leftDay + random.between(0, 4);
    account.dormant = wasForgotten && index % 3 !== 0;
  }
};

/** Clerks who were given the approver's role for a holiday and kept it. */
const combineDuties = (accounts: HrAccount[]): void => {
  const clerks = accounts.filter((account) => account.roles.includes('Payroll Entry') && account.leftDay === null);
  for (const account of clerks.slice(0, 14)) account.roles.push('Payroll Approver');
};

/** All accounts of one HR system, the technical ones first. */
export const createAccounts = ({ seed, environment, people }: HrProfile): HrAccount[] => {
  const random = createRandom(`${seed}/accounts`);
  const isProduction = environment === 'production';
  const technical = createTechnicalAccounts(environment);
  const taken = new Set(technical.map(({ userName }) => userName));
  const persons = createPeople(random, people)
    .map((person) => (taken.has(person.userName) ? { ...person, userName: `${person.userName}0` } : person))
    .map((person, index) => personAccount(random, technical.length + index + 1, person, isProduction));
  if (isProduction) {
    letGo(random, persons);
    combineDuties(persons);
  }
  return [...technical, ...persons];
};

export const accountRow = (account: HrAccount) => [
  account.userId,
  account.userName,
  account.fullName,
  account.department,
  account.jobTitle,
  account.accountType,
  account.disabledDay === null ? 'enabled' : 'disabled',
  timeOf(account.createdDay, hours(8) + account.userId),
  account.createdBy,
  account.ticket,
  account.approvedBy,
  account.leftDay === null ? null : dateOf(account.leftDay),
  account.disabledDay === null ? null : timeOf(account.disabledDay, hours(17)),
  account.lastLoginAt,
  timeOf(account.passwordChangedDay, hours(10)),
  account.hasMultiFactor ? 1 : 0,
];
