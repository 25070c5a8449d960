import { dayCount, hours, isWorkday, timeOf } from './calendar';
import type { HrAccount, HrProfile } from './hr-accounts';
import { createRandom, type Random } from './random';
import type { DemoRow } from './sqlite-file';

const canSignIn = (account: HrAccount, day: number): boolean =>
  !account.dormant && account.createdDay <= day && (account.disabledDay === null || day < account.disabledDay);

/** Who signs in on that day. Leavers whose account stayed open do so now and then. */
const pickAccount = (random: Random, accounts: readonly HrAccount[], day: number): HrAccount => {
  for (;;) {
    const account = random.chance(0.04) ? random.pick(accounts.slice(0, 5)) : random.pick(accounts);
    const hasLeft = account.leftDay !== null && day > account.leftDay;
    if (canSignIn(account, day) && (!hasLeft || random.chance(0.2))) return account;
  }
};

const officeAddress = (random: Random): string => `10.20.${random.between(1, 30)}.${random.between(10, 250)}`;

const failureReasons = ['wrong password', 'wrong password', 'wrong password', 'password expired', 'account locked'];

/** One night in May somebody tried passwords for the shared account, from one address, until one was right. */
const attackDay = 136;
const attackAddress = '10.99.4.17';

const attackRows = (account: HrAccount): DemoRow[] =>
  Array.from({ length: 118 }, (_, index) => {
    const isLast = index === 117;
    const reason = isLast ? null : 'wrong password';
    const time = timeOf(attackDay, hours(1) + 600 + index * 7);
    return [account.userId, account.userName, time, isLast ? 'success' : 'failure', reason, attackAddress, 'API'];
  });

const loginRow = (random: Random, account: HrAccount, time: string): DemoRow => {
  const failed = random.chance(0.034);
  const client = account.accountType === 'service' ? 'API' : random.pick(['Web', 'Web', 'Web', 'Mobile']);
  const reason = failed ? random.pick(failureReasons) : null;
  const outcome = failed ? 'failure' : 'success';
  return [account.userId, account.userName, time, outcome, reason, officeAddress(random), client];
};

/** Seconds of a day in order, most of them in office hours. */
const loginSeconds = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () =>
    random.chance(0.95) ? random.between(hours(6), hours(18)) : random.between(0, hours(24) - 1),
  ).sort((left, right) => left - right);

/** Every login event of the half year, oldest first. Notes each account's last successful login on the way. */
export function* loginEvents(profile: HrProfile, accounts: readonly HrAccount[]): Generator<DemoRow> {
  const random = createRandom(`${profile.seed}/logins`);
  const shared = accounts.find(({ userName }) => userName === 'hr_admin');
  let loginId = 0;
  for (let day = 0; day < dayCount; day += 1) {
    if (shared && day === attackDay) for (const row of attackRows(shared)) yield [++loginId, ...row];
    const count = isWorkday(day) ? profile.loginsPerWorkday : Math.round(profile.loginsPerWorkday / 12);
    for (const second of loginSeconds(random, count)) {
      const account = pickAccount(random, accounts, day);
      const time = timeOf(day, second);
      const row = loginRow(random, account, time);
      if (row[3] === 'success') account.lastLoginAt = time;
      yield [++loginId, ...row];
    }
  }
}
