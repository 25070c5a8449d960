import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../preload/contract';
import { describeEntry } from '../../../renderer/features/audit-log/sentences';
import { speak } from '../../../renderer/texts';

const sentence = (action: string, details: AuditEntry['details'] = {}, subject = 'connector/1'): string =>
  describeEntry({ action, details, subject } as AuditEntry);

afterEach(() => speak('en'));

describe('an entry of the audit log as a sentence', () => {
  it('names the connector and what came of its test', () => {
    expect(sentence('connector.tested', { connectorName: 'Ledger', target: 'ledger on A' })).toBe(
      'Tested “Ledger”: reached ledger on A',
    );
    expect(sentence('connector.tested', { connectorName: 'Ledger', code: 'CONNECTION_FAILED', reason: 'TLS' })).toBe(
      'Tested “Ledger”: failed, the encryption could not be set up',
    );
  });

  it('tells a rename from another change', () => {
    const renamed = { connectorName: { from: 'Old', to: 'New' } };
    const changed = { connectorName: { from: 'Old', to: 'Old' } };
    expect(sentence('connector.updated', renamed)).toBe('Renamed connector “Old” to “New”');
    expect(sentence('connector.updated', changed)).toBe('Changed connector “Old”');
  });

  it('says which preference was changed, from what to what; an older entry tells only that some were', () => {
    const changes = { theme: { from: 'system', to: 'dark' }, maximumRows: { from: 10_000_000, to: 5000 } };
    expect(sentence('preferences.changed', changes)).toBe(
      'Changed the preferences: theme from “As the system” to “Dark”, limit of rows from “10,000,000” to “5,000”',
    );
    expect(sentence('preferences.changed', { lockWithScreen: { from: false, to: true } })).toBe(
      'Changed the preferences: locking with the screen from “off” to “on”',
    );
    expect(sentence('preferences.changed', { theme: 'dark' })).toBe('Changed the preferences');
  });

  it('says what was decided for a question', () => {
    const changes = {
      toolSuggestion: { from: null, to: 'Jira' },
      connectorToUse: { from: 'Old', to: 'New' },
      query: { from: '', to: 'project = HR' },
      prompt: { from: 'Tickets', to: '' },
    };
    expect(sentence('analysis.saved', { questionId: '1.10', changes })).toBe(
      'Changed question 1.10: tool type set to “Jira”, connector from “Old” to “New”, query written, note removed',
    );
    expect(sentence('analysis.saved', { questionId: '1.10', changes: {} })).toBe('Saved the analysis of question 1.10');
    const suggested = Array.from({ length: 9 }, (_, index) => ({ questionId: `Q${index}` }));
    expect(sentence('analysis.suggested', { suggested })).toBe(
      'Suggested for 9 questions: Q0, Q1, Q2, Q3, Q4, Q5, Q6, Q7 …',
    );
  });

  it('says what was changed of a connector and of an audit, and never a secret', () => {
    const connector = {
      connectorName: { from: 'Ledger', to: 'Ledger' },
      environment: { from: 'unspecified', to: 'production' },
      configuration: { query_timeout: { from: 30, to: 60 }, schemas: { from: null, to: ['hr', 'pay'] } },
      secretsChanged: { password: 'set', api_key: 'removed' },
    };
    expect(sentence('connector.updated', connector)).toBe(
      'Changed connector “Ledger”: environment from “Unspecified” to “Production”, query timeout from “30” to “60”, schemas set to “hr, pay”, password replaced, api key removed',
    );
    const before = { name: 'HR', auditName: '2026', startDate: '2026-01-01', endDate: null, status: 'In Progress' };
    const after = { ...before, startDate: '2026-02-01', endDate: '2026-06-30' };
    expect(sentence('application.updated', { before, after })).toBe(
      'Changed the audit “2026” of HR: start date from “1 Jan 2026” to “1 Feb 2026”, end date set to “30 Jun 2026”',
    );
  });

  it('calls an audit by its own name, and the application by the application’s', () => {
    const details = { before: {}, after: { name: 'Warehouse system', auditName: 'Warehouse 2026' } };
    expect(sentence('application.archived', details)).toBe('Archived the audit “Warehouse 2026” of Warehouse system');
  });

  it('says that a question can not be answered, why, and that this was taken back', () => {
    const said = (from: string | null, to: string | null) =>
      sentence('analysis.saved', { questionId: '1.10', changes: { notAnswerable: { from, to } } });
    expect(said(null, 'Switched off.')).toBe('Said that question 1.10 can’t be answered here: Switched off.');
    expect(said('Switched off.', null)).toBe('Took back that question 1.10 can’t be answered here');
  });

  it('says which question ran where, and how many rows came', () => {
    expect(sentence('execution.succeeded', { questionId: '1.10', connectorName: 'Ledger', rowCount: 1200 })).toBe(
      'Executed question 1.10 on “Ledger” (1,200 rows)',
    );
  });

  it('is told in German', () => {
    speak('de');
    expect(sentence('execution.succeeded', { questionId: '1.10', connectorName: 'Ledger', rowCount: 1200 })).toBe(
      'Ausgeführt: Frage 1.10 auf „Ledger“ (1.200 Zeilen)',
    );
  });

  it('is a sentence for every action that main records', () => {
    const main = join(import.meta.dirname, '../../../main');
    const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const source = files.map((name) => readFileSync(join(main, name), 'utf8')).join('\n');
    const recorded = new Set(
      [...source.matchAll(/record\([^()]*?'([a-zA-Z]+\.[a-zA-Z]+)'/g)].map(([, action]) => action),
    );
    expect(recorded.size).toBeGreaterThan(30);
    const untold = [...recorded].filter((action = '') => sentence(action).endsWith('(connector/1)'));
    expect(untold).toEqual([]);
  });

  it('tells an action of another version by its own words', () => {
    expect(sentence('evidence.madeFinal', {}, 'execution/4')).toBe('Evidence made final (execution/4)');
  });

  it('survives details of another shape', () => {
    const details = { connectorName: 4, questions: 'none', changes: null, theme: { from: {}, to: 4 }, before: 'none' };
    for (const action of [
      'connector.updated',
      'questions.added',
      'analysis.saved',
      'application.updated',
      'preferences.changed',
    ]) {
      expect(sentence(action, details)).not.toBe('');
    }
  });
});
