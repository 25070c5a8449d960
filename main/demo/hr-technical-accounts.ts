import { hours, timeOf } from './calendar';
import type { HrAccount, HrProfile } from './hr-accounts';

/** An account that belongs to no employee's job: what it is, and where it differs from the others. */
type Technical = Pick<HrAccount, 'userName' | 'fullName' | 'accountType' | 'roles'> & Partial<HrAccount>;

const technicalAccounts: Record<HrProfile['environment'], Technical[]> = {
  production: [
    {
      userName: 'hr_admin',
      fullName: 'HR Administration (shared)',
      accountType: 'shared',
      roles: ['System Administrator'],
    },
    {
      userName: 'k.haas',
      fullName: 'Katarzyna Haas',
      accountType: 'person',
      roles: ['Security Administrator'],
      ticket: 'REQ100482',
      hasMultiFactor: true,
    },
    {
      userName: 'n.lindqvist',
      fullName: 'Niklas Lindqvist',
      accountType: 'person',
      roles: ['Security Administrator'],
      ticket: 'REQ104311',
      hasMultiFactor: true,
    },
    {
      userName: 'adm.weber',
      fullName: 'Paul Weber (administrator)',
      accountType: 'person',
      roles: ['Database Administrator'],
      ticket: 'REQ117760',
      hasMultiFactor: true,
    },
    {
      userName: 'adm.ricci',
      fullName: 'Chiara Ricci (administrator)',
      accountType: 'person',
      roles: ['Database Administrator', 'System Administrator'],
      ticket: 'REQ131009',
    },
    ...['Petra Vogel', 'Priya Patel', 'Hugo Roux', 'Mehmet Demir', 'Beatriz Silva', 'Jakub Nowak'].map(
      (fullName): Technical => ({
        userName: `adm.${fullName.split(' ')[1]?.toLowerCase()}`,
        fullName: `${fullName} (administrator)`,
        accountType: 'person',
        roles: ['System Administrator'],
        dormant: true,
        lastLoginAt: timeOf(-210, hours(11)),
      }),
    ),
    ...[1, 2, 3, 4, 5].map(
      (number): Technical => ({
        userName: `test.user0${number}`,
        fullName: `Test User ${number}`,
        accountType: 'test',
        roles: number % 2 ? ['HR Manager', 'Payroll Approver'] : ['HR Manager'],
        createdDay: 40 + number * 9,
        createdBy: 'adm.ricci',
      }),
    ),
    {
      userName: 'svc_payroll_if',
      fullName: 'Payroll interface',
      accountType: 'service',
      roles: ['Interface'],
      ticket: 'REQ090115',
    },
    {
      userName: 'svc_deploy',
      fullName: 'Deployment',
      accountType: 'service',
      roles: ['Interface'],
      ticket: 'REQ090118',
    },
    {
      userName: 'svc_backup',
      fullName: 'Backup',
      accountType: 'service',
      roles: ['Database Administrator'],
      ticket: 'REQ090116',
    },
    {
      userName: 'idm.workflow',
      fullName: 'Identity management',
      accountType: 'service',
      roles: ['Security Administrator'],
      ticket: 'REQ090120',
    },
  ],
  development: [
    {
      userName: 'devadmin',
      fullName: 'Development administration (shared)',
      accountType: 'shared',
      roles: ['System Administrator'],
    },
    { userName: 'k.haas', fullName: 'Katarzyna Haas', accountType: 'person', roles: ['Security Administrator'] },
    { userName: 'svc_deploy', fullName: 'Deployment', accountType: 'service', roles: ['System Administrator'] },
    {
      userName: 'svc_refresh',
      fullName: 'Copy from production',
      accountType: 'service',
      roles: ['Database Administrator'],
    },
  ],
};

const technicalAccount = (technical: Technical, userId: number): HrAccount => ({
  userId,
  department: 'Information Technology',
  jobTitle: technical.accountType === 'person' ? 'Administrator' : 'Technical account',
  createdDay: -1500 + userId,
  createdBy: 'installation',
  ticket: null,
  approvedBy: technical.ticket ? 'r.dubois' : null,
  leftDay: null,
  disabledDay: null,
  dormant: false,
  hasMultiFactor: false,
  lastLoginAt: null,
  passwordChangedDay: -600,
  ...technical,
});

/** Administrators, shared, test and service accounts: the ones that an auditor looks at first. */
export const createTechnicalAccounts = (environment: HrProfile['environment']): HrAccount[] =>
  technicalAccounts[environment].map((account, index) => technicalAccount(account, index + 1));
