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

  it('calls an audit by its own name, and the application by the application’s', () => {
    const details = { before: {}, after: { name: 'Warehouse system', auditName: 'Warehouse 2026' } };
    expect(sentence('application.archived', details)).toBe('Archived the audit “Warehouse 2026” of Warehouse system');
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
    for (const action of ['connector.updated', 'questions.added', 'analysis.saved', 'application.updated']) {
      expect(sentence(action, { connectorName: 4, questions: 'none', changes: null })).not.toBe('');
    }
  });
});
