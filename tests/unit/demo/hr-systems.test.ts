import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hrProfiles } from '../../../main/demo/hr-accounts';
import { writeHrFile } from '../../../main/demo/hr-file';
import { writeHrFiles } from '../../../main/demo/hr-systems';
import { demoQuestions } from '../../../main/demo/questions';
import { guardPostgresql, guardSqlite } from '../../../main/guard';

let folder: string;
const open = (name: string) => new SqliteDatabase(join(folder, name), { readonly: true });
let production: SqliteDatabase.Database;
let development: SqliteDatabase.Database;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-demo-'));
  expect(await writeHrFiles(folder)).toMatchObject({ ok: true, value: [{ isNew: true }, { isNew: true }] });
  production = open('production-hr.db');
  development = open('dev-hr.db');
});

afterAll(() => {
  production.close();
  development.close();
  rmSync(folder, { recursive: true, force: true });
});

const queryOf = (questionNumber: string): string =>
  demoQuestions.find((item) => item.questionNumber === questionNumber)?.query ?? '';

const count = (db: SqliteDatabase.Database, from: string): number =>
  db.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number;

describe('the demo’s HR systems', () => {
  it('hold as much as a small company’s system', () => {
    expect(count(production, 'users')).toBeGreaterThan(2_990);
    expect(count(production, 'login_events')).toBeGreaterThan(38_000);
    expect(count(production, 'changes')).toBe(480);
    expect(count(production, 'job_runs')).toBeGreaterThan(2_000);
    expect(count(development, 'users')).toBe(400);
  });

  it('are whole: every reference leads somewhere', () => {
    for (const db of [production, development]) {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.pragma('foreign_key_check')).toEqual([]);
    }
  });

  it('hold the same bytes whenever they are written', async () => {
    const again = join(folder, 'again.db');
    await writeHrFile(again, hrProfiles.development);

    expect(readFileSync(again).equals(readFileSync(join(folder, 'dev-hr.db')))).toBe(true);
  });

  it('are written once and left alone afterwards', async () => {
    expect(await writeHrFiles(folder)).toMatchObject({ ok: true, value: [{ isNew: false }, { isNew: false }] });
  });

  it('leave no file under the system’s name when writing fails, and say why', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'tickmark-demo-'));
    mkdirSync(join(elsewhere, 'production-hr.db.unfinished'));
    mkdirSync(join(elsewhere, 'production-hr.db.unfinished', 'in the way'));

    const written = await writeHrFiles(elsewhere);

    expect(written).toMatchObject({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });
    expect(written.ok ? '' : written.error.message).toContain(elsewhere);
    expect(existsSync(join(elsewhere, 'production-hr.db'))).toBe(false);
    rmSync(elsewhere, { recursive: true });
  });

  it('give way to other work while they are written', async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await writeHrFile(join(folder, 'turns.db'), hrProfiles.production);
    clearInterval(counting);

    expect(turns).toBeGreaterThan(10);
    expect(readdirSync(folder)).not.toContain('turns.db.unfinished');
  });
});

describe('what an auditor finds in production', () => {
  const rows = (questionNumber: string, db = production) =>
    db.prepare<[], Record<string, unknown>>(queryOf(questionNumber)).all();

  it('leavers whose accounts are open, some of them used afterwards', () => {
    const leavers = rows('1.12');
    expect(leavers).toHaveLength(23);
    expect(leavers.some((row) => Number(row.logins_after_leaving) > 0)).toBe(true);
  });

  it('dormant administrators and a shared one without a second factor', () => {
    const dormant = rows('1.20').filter((row) => String(row.last_login_at) < '2025-01-01');
    expect(dormant).toHaveLength(6);
    expect(rows('1.21')[0]).toMatchObject({ user_name: 'hr_admin', account_type: 'shared' });
  });

  it('clerks who enter and approve payments', () => {
    expect(rows('1.14')).toHaveLength(14);
  });

  it('one night of guessing the shared account’s password, until it was right', () => {
    expect(rows('1.40')).toEqual([
      { day: '2025-05-17', user_name: 'hr_admin', source_address: '10.99.4.17', failures: 117 },
    ]);
    const success = "login_events WHERE source_address = '10.99.4.17' AND outcome = 'success'";
    expect(count(production, success)).toBe(1);
  });

  it('changes that nobody else approved or tested, and failed backups that were not repeated', () => {
    expect(rows('2.11')).toHaveLength(5);
    expect(rows('2.12')).toHaveLength(2);
    expect(rows('3.20').filter((row) => row.repeated_by === null)).toHaveLength(3);
  });

  it('stronger password settings than in development', () => {
    const settingOf = (db: SqliteDatabase.Database, setting: string) =>
      rows('1.30', db).find((row) => row.setting === setting)?.value;
    expect([settingOf(production, 'minimum_length'), settingOf(development, 'minimum_length')]).toEqual(['12', '6']);
    expect([settingOf(production, 'multi_factor'), settingOf(development, 'multi_factor')]).toEqual([
      'required',
      'off',
    ]);
  });
});

describe('the demo’s questions', () => {
  it('have numbers of their own, in order', () => {
    const numbers = demoQuestions.map(({ questionNumber }) => questionNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('look at the audited period from its first day to its last', () => {
    const bounds = (query: string, bound: RegExp) => query.match(bound)?.length ?? 0;
    for (const { question, questionNumber, query } of demoQuestions) {
      const begins = bounds(query, />= [A-Z ]*'2025-04-01'/g);
      expect(bounds(query, /< [A-Z ]*'2025-07-01'/g), questionNumber).toBe(begins);
      if (/(of|in|during) the period/.test(question) && questionNumber !== '1.13') expect(begins, question).toBe(1);
    }
  });

  it('ask for what the systems answer, except for one that the guard refuses', async () => {
    for (const { toolType, system, query, questionNumber } of demoQuestions) {
      if (toolType === 'PostgreSQL DB') expect(await guardPostgresql(query)).toEqual({ allowed: true });
      if (toolType !== 'SQLite File') continue;
      const verdict = await guardSqlite(query);
      expect(verdict.allowed, questionNumber).toBe(questionNumber !== '1.42');
      const db = system === 'Dev HR' ? development : production;
      if (verdict.allowed) expect(db.prepare(query).all().length, questionNumber).toBeGreaterThan(0);
    }
  });
});
