import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../preload/contract';
import { describeEntry } from '../../../renderer/features/audit-log/sentences';

const sentence = (action: string, details: AuditEntry['details'] = {}, subject = 'connector/1'): string =>
  describeEntry({ action, details, subject } as AuditEntry);

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

  it('says which question ran where, and how many rows came', () => {
    expect(sentence('execution.succeeded', { questionId: '1.10', connectorName: 'Ledger', rowCount: 1200 })).toBe(
      'Executed question 1.10 on “Ledger” (1,200 rows)',
    );
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
