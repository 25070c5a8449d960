import { dateOf, dayCount, hours, timeOf } from './calendar';
import { createPeople } from './people';
import { createRandom } from './random';
import type { DemoSystem } from './systems';

export interface PayrollTable {
  name: string;
  /** The columns as CREATE TABLE takes them: `name type`. */
  columns: string[];
  rows: Record<string, string | number | boolean | null>[];
}

export interface PayrollProfile {
  system: DemoSystem;
  database: string;
  employees: number;
}

export const payrollProfiles: PayrollProfile[] = [
  { system: 'Production Payroll', database: 'payroll_production', employees: 2400 },
  { system: 'Dev Payroll', database: 'payroll_development', employees: 300 },
];

const operators = [
  { login: 'a.andersson', full_name: 'Aylin Andersson', role: 'Payroll Entry', enabled: true },
  { login: 'h.schmidt', full_name: 'Hannah Schmidt', role: 'Payroll Entry', enabled: true },
  { login: 'k.lambert', full_name: 'Karim Lambert', role: 'Payroll Entry and Approval', enabled: true },
  { login: 'p.olsen', full_name: 'Petra Olsen', role: 'Payroll Approval', enabled: true },
  { login: 'r.dubois', full_name: 'Renée Dubois', role: 'Payroll Approval', enabled: true },
  { login: 'payadmin', full_name: 'Payroll administration (shared)', role: 'Administrator', enabled: true },
  { login: 'consultant1', full_name: 'External consultant', role: 'Administrator', enabled: true },
];

const money = (cents: number): string => (cents / 100).toFixed(2);

const employeesOf = (profile: PayrollProfile): PayrollTable => {
  const random = createRandom(`${profile.database}/employees`);
  const rows = createPeople(random, profile.employees).map(({ fullName }, index) => ({
    employee_id: 10_001 + index,
    full_name: fullName,
    cost_centre: `CC-${random.between(10, 64)}`,
    hired_on: dateOf(-random.between(30, 5000)),
    left_on: random.chance(0.05) ? dateOf(random.between(0, dayCount - 1)) : null,
    monthly_salary: money(random.between(2400, 9800) * 100),
  }));
  return {
    name: 'employees',
    columns: [
      'employee_id integer PRIMARY KEY',
      'full_name text NOT NULL',
      'cost_centre text NOT NULL',
      'hired_on date NOT NULL',
      'left_on date',
      'monthly_salary numeric(10, 2) NOT NULL',
    ],
    rows,
  };
};

/** Six pay runs. The one of May was approved by the clerk who prepared it. */
const payRunsOf = ({ rows: employees }: PayrollTable): PayrollTable => {
  const total = employees.reduce((sum, { monthly_salary }) => sum + Math.round(Number(monthly_salary) * 100), 0);
  const rows = Array.from({ length: 6 }, (_, index) => {
    const month = dateOf(index * 30 + 3).slice(0, 7);
    const preparedBy = index % 2 === 0 ? 'k.lambert' : 'h.schmidt';
    return {
      run_id: 202_501 + index,
      month: `${month}-01`,
      prepared_by: preparedBy,
      approved_by: index === 4 ? preparedBy : 'p.olsen',
      approved_at: `${month}-24T14:${10 + index}:00Z`,
      employees: employees.length,
      gross_total: money(total + index * 184_233),
    };
  });
  return {
    name: 'pay_runs',
    columns: [
      'run_id integer PRIMARY KEY',
      'month date NOT NULL',
      'prepared_by text NOT NULL',
      'approved_by text NOT NULL',
      'approved_at timestamptz NOT NULL',
      'employees integer NOT NULL',
      'gross_total numeric(14, 2) NOT NULL',
    ],
    rows,
  };
};

/** Every 40th change was approved by the clerk who had asked for it. */
const bankAccountChangesOf = (profile: PayrollProfile): PayrollTable => {
  const random = createRandom(`${profile.database}/bank accounts`);
  const rows = Array.from({ length: Math.round(profile.employees / 6) }, (_, index) => {
    const day = Math.floor((index * dayCount * 6) / profile.employees);
    const requestedBy = index % 40 === 31 ? 'k.lambert' : random.pick(['a.andersson', 'h.schmidt', 'k.lambert']);
    return {
      change_id: 5001 + index,
      employee_id: 10_001 + random.between(0, profile.employees - 1),
      old_account_end: String(random.between(1000, 9999)),
      new_account_end: String(random.between(1000, 9999)),
      requested_by: requestedBy,
      requested_at: timeOf(day, hours(9) + random.between(0, hours(3))),
      approved_by: index % 40 === 31 ? requestedBy : random.pick(['p.olsen', 'r.dubois']),
      approved_at: timeOf(day, hours(13) + random.between(0, hours(4))),
    };
  });
  return {
    name: 'bank_account_changes',
    columns: [
      'change_id integer PRIMARY KEY',
      'employee_id integer NOT NULL REFERENCES payroll.employees',
      'old_account_end text NOT NULL',
      'new_account_end text NOT NULL',
      'requested_by text NOT NULL',
      'requested_at timestamptz NOT NULL',
      'approved_by text NOT NULL',
      'approved_at timestamptz NOT NULL',
    ],
    rows,
  };
};

/** Development was filled with names of real employees who work there as operators. */
const operatorsOf = (profile: PayrollProfile, { rows: employees }: PayrollTable): PayrollTable => ({
  name: 'operators',
  columns: ['login text PRIMARY KEY', 'full_name text NOT NULL', 'role text NOT NULL', 'enabled boolean NOT NULL'],
  rows: [
    ...operators,
    ...(profile.system === 'Dev Payroll'
      ? employees.slice(0, 12).map(({ full_name }, index) => ({
          login: `dev${String(index + 1).padStart(2, '0')}`,
          full_name: full_name ?? '',
          role: 'Administrator',
          enabled: index % 4 !== 3,
        }))
      : []),
  ],
});

/** The tables of one payroll system, the same on every machine; those that others refer to come first. */
export const payrollTables = (profile: PayrollProfile): PayrollTable[] => {
  const employees = employeesOf(profile);
  return [employees, operatorsOf(profile, employees), payRunsOf(employees), bankAccountChangesOf(profile)];
};
