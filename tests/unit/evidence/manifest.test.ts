import { describe, expect, it } from 'vitest';
import { buildManifest, evidenceName } from '../../../main/evidence/manifest';
import { askedQuestion } from '../../../main/evidence/pack-facts';
import { application, execution, questions } from './pack-support';

describe('evidenceName', () => {
  it.each([
    ['1.10', 'Production / HR Zürich', '7_1.10_Production-HR-Zurich.csv'],
    ['', '..\\..\\etc', '7_etc.csv'],
    ['漢字', '漢字', '7.csv'],
    ['3', 'x'.repeat(300), `7_3_${'x'.repeat(60)}.csv`],
  ])('makes a safe name of question %j and connector %j', (questionNumber, connectorName, name) => {
    const asked = askedQuestion({ questionNumber, question: 'List all' }, undefined);
    expect(evidenceName(execution(7, { connectorName, asked }))).toBe(name);
  });
});

describe('buildManifest', () => {
  type Input = Parameters<typeof buildManifest>[0];
  const build = (executions: Input['executions'], redacted: Input['redacted'] = new Map()) =>
    buildManifest({
      application,
      questions,
      executions,
      exportedBy: 'auditor',
      exportedAt: '2026-03-02T08:00:00.000Z',
      appVersion: '0.1.0',
      auditLog: { entries: 2, hash: 'b'.repeat(64), fingerprint: 'F' },
      signing: { algorithm: 'Ed25519', keyId: 'k' },
      documents: [],
      redacted,
    });

  it('tells who answered what, and where its evidence lies', () => {
    const manifest = build([execution(1, { sha256: 'c'.repeat(64), bytes: 12, rowCount: 2, truncatedBy: 'rows' })]);
    expect(manifest).toMatchObject({ format: 'tickmark-evidence-pack', schemaVersion: 2, appVersion: '0.1.0' });
    expect(manifest.executions[0]).toMatchObject({
      executionId: 1,
      question: { questionId: 'q1', questionNumber: '1.10', text: 'List all “user accounts” of 0' },
      connector: { id: 5, name: 'Production / HR Zürich', environment: 'production' },
      query: 'select 1',
      truncatedBy: 'rows',
      evidence: { file: 'evidence/1_1.10_Production-HR-Zurich.csv', bytes: 12, sha256: 'c'.repeat(64) },
    });
  });

  it('keeps the hash of the original where columns were taken out', () => {
    const run = execution(1, { sha256: 'c'.repeat(64), bytes: 12 });
    const copy = { columns: ['name'], bytes: 20, sha256: 'd'.repeat(64) };
    expect(build([run], new Map([[1, copy]])).executions[0]?.evidence).toMatchObject({
      bytes: 20,
      sha256: 'd'.repeat(64),
      redacted: { columns: ['name'], original: { bytes: 12, sha256: 'c'.repeat(64) } },
    });
  });

  it('lists runs without evidence and leaves out those that have not ended', () => {
    const manifest = build([execution(1, { status: 'failed' }), execution(2, { status: 'queued' })]);
    expect(manifest.executions).toMatchObject([{ executionId: 1, status: 'failed', evidence: null }]);
  });

  it('keeps a run whose question is gone', () => {
    const asked = askedQuestion({ questionNumber: '1.10', question: 'List all accounts' }, undefined);
    expect(build([execution(1, { questionId: 'removed', asked })]).executions[0]?.question).toEqual({
      questionId: 'removed',
      questionNumber: '1.10',
      process: '',
      subProcess: '',
      text: 'List all accounts',
      changedSince: null,
    });
  });
});
