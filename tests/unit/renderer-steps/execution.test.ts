import { describe, expect, it } from 'vitest';
import type { Execution, PreflightItem } from '../../../preload/contract';
import { isDue, type LastRun, lastRunOf } from '../../../renderer/features/execution/last-run';
import { placeToFix, summarise } from '../../../renderer/features/execution/preflight-summary';
import {
  completenessOf,
  durationOf,
  figuresOf,
  isActive,
  rowRate,
} from '../../../renderer/features/execution/run-figures';

const item = (changes: Partial<PreflightItem>): PreflightItem => ({
  questionId: '1',
  toolType: 'Alpha DB',
  connectorId: 1,
  connectorName: 'Production',
  environment: 'production',
  target: 'db01 / audit',
  query: 'select 1',
  verdict: 'ready',
  reasons: [],
  ...changes,
});

describe('summarise', () => {
  it('counts verdicts, environments and each production connector once', () => {
    const summary = summarise([
      item({}),
      item({ questionId: '2' }),
      item({ questionId: '3', environment: 'non-production', connectorId: 2, connectorName: 'Development' }),
      item({ questionId: '4', environment: null, connectorId: 3 }),
      item({ questionId: '5', verdict: 'refused', code: 'QUERY_REJECTED', connectorId: 9 }),
    ]);
    expect(summary).toEqual({
      ready: 4,
      refused: 1,
      environments: { production: 2, 'non-production': 1, unspecified: 1 },
      production: [
        { connectorId: 1, connectorName: 'Production', toolType: 'Alpha DB', target: 'db01 / audit', questions: 2 },
      ],
    });
  });

  it('does not name a production connector whose questions are all refused', () => {
    expect(summarise([item({ verdict: 'refused', code: 'QUERY_REJECTED' })]).production).toEqual([]);
  });
});

describe('placeToFix', () => {
  it('sends to Step 3 for a selection or a query', () => {
    expect(placeToFix(item({ code: 'NEEDS_SELECTION', connectorId: null }))).toBe('analysis');
    expect(placeToFix(item({ code: 'QUERY_REJECTED' }))).toBe('analysis');
    expect(placeToFix(item({ code: 'VALIDATION', query: ' ' }))).toBe('analysis');
  });

  it('sends to the connector for its secret, target or settings', () => {
    expect(placeToFix(item({ code: 'KEYCHAIN_UNAVAILABLE' }))).toBe('connector');
    expect(placeToFix(item({ code: 'TARGET_CHANGED' }))).toBe('connector');
  });
});

describe('run figures', () => {
  it('tells a complete result from a cut one and says what cut it', () => {
    expect(completenessOf({ status: 'succeeded', complete: true })).toEqual({ complete: true, text: 'Complete' });
    expect(completenessOf({ status: 'succeeded', complete: false, truncatedBy: 'rows' })).toEqual({
      complete: false,
      text: 'Incomplete: cut at the row limit',
    });
    const incompleteBecause = 'Jira counts 5 issues and gave 4.';
    expect(completenessOf({ status: 'succeeded', complete: false, incompleteBecause })?.text).toBe(
      `Incomplete: ${incompleteBecause}`,
    );
    expect(completenessOf({ status: 'running', complete: false })).toBeNull();
  });

  it('calls a run held only while it waits: neither once it reports nor once it runs', () => {
    const stored = { held: true, rowCount: 0, bytes: 0, startedAt: null, finishedAt: null };
    const heard = { status: 'running', rowCount: 7, bytes: 70, elapsedMs: 20 } as const;
    expect(figuresOf({ ...stored, status: 'queued' }, undefined)).toMatchObject({ status: 'queued', held: true });
    expect(figuresOf({ ...stored, status: 'queued' }, heard)).toEqual({ ...heard, held: false });
    expect(figuresOf({ ...stored, status: 'running' }, undefined)).toMatchObject({ status: 'running', held: false });
  });

  it('gives a duration and a rate only when there is enough to tell', () => {
    expect(durationOf({ startedAt: '2026-01-01T10:00:00.000Z', finishedAt: '2026-01-01T10:00:01.500Z' })).toBe(1_500);
    expect(durationOf({ startedAt: '2026-01-01T10:00:00.000Z', finishedAt: null })).toBeNull();
    expect(rowRate(5_000, 2_000)).toBe(2_500);
    expect(rowRate(5_000, 100)).toBeNull();
  });

  it('knows which runs still go on', () => {
    expect(['queued', 'running', 'succeeded'].map((status) => isActive(status as 'queued'))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('lastRunOf', () => {
  const run = (id: number, changes: Partial<Execution>) =>
    ({ id, connectorId: 1, query: 'select 1', status: 'succeeded', imported: false, ...changes }) as Execution;
  const now = { connectorId: 1, query: 'select 1' };
  const stateWith = (...runs: Execution[]) => lastRunOf(now, runs).state;

  it('asks how the query ran on its connector as both are now, whatever ran elsewhere since', () => {
    expect(stateWith()).toBe('never');
    expect(stateWith(run(1, { imported: true }))).toBe('never');
    expect(stateWith(run(2, { query: 'select 2' }), run(1, { connectorId: 7 }))).toBe('changed');
    expect(lastRunOf(now, [run(3, { connectorId: 7 }), run(2, {}), run(1, { status: 'failed' })])).toMatchObject({
      state: 'succeeded',
      execution: { id: 2 },
    });
    expect(stateWith(run(2, { status: 'interrupted' }), run(1, {}))).toBe('failed');
    expect(stateWith(run(2, { status: 'queued' }), run(1, {}))).toBe('going');
  });

  it('leaves out by default only what has its result or is about to have it', () => {
    const due = (state: LastRun['state']) => isDue({ state, execution: null });
    expect((['never', 'changed', 'failed', 'going', 'succeeded'] as const).filter(due)).toEqual([
      'never',
      'changed',
      'failed',
    ]);
  });
});
