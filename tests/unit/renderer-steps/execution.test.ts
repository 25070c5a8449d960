import { describe, expect, it } from 'vitest';
import type { Execution, PreflightItem, Question } from '../../../preload/contract';
import { neighboursOf } from '../../../renderer/features/evidence/turn-results';
import { isDue, type LastRun, lastRunOf } from '../../../renderer/features/execution/last-run';
import { placeToFix, summarise } from '../../../renderer/features/execution/preflight-summary';
import {
  completenessOf,
  durationOf,
  figuresOf,
  isActive,
  rowRate,
} from '../../../renderer/features/execution/run-figures';
import { isShown, type RunFilter } from '../../../renderer/features/execution/run-filter';
import { inOrderOfStarts } from '../../../renderer/features/execution/run-order';
import { comparableRuns } from '../../../renderer/features/looking/comparable-runs';

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
    const succeeded = { status: 'succeeded', rowCount: 3 } as const;
    expect(completenessOf({ ...succeeded, complete: true })).toEqual({ kind: 'whole', text: 'Complete' });
    expect(completenessOf({ ...succeeded, complete: false, truncatedBy: 'rows' })).toEqual({
      kind: 'cut',
      text: 'Incomplete: cut at the row limit',
    });
    const incompleteBecause = 'Jira counts 5 issues and gave 4.';
    expect(completenessOf({ ...succeeded, complete: false, incompleteBecause })?.text).toBe(
      `Incomplete: ${incompleteBecause}`,
    );
    expect(completenessOf({ ...succeeded, status: 'running', complete: false })).toBeNull();
  });

  it('tells a whole result without rows from one with rows, and from one that was cut before any came', () => {
    const none = { status: 'succeeded', rowCount: 0 } as const;
    expect(completenessOf({ ...none, complete: true })).toEqual({ kind: 'empty', text: 'Complete, 0 rows' });
    expect(completenessOf({ ...none, complete: false, truncatedBy: 'time' })?.kind).toBe('cut');
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

describe('isShown', () => {
  const run = (changes: Partial<Execution>) =>
    ({ questionId: 'q', connectorName: 'Prod HR', status: 'succeeded', complete: true, ...changes }) as Execution;
  const question = { questionNumber: '1.1', question: 'List all leavers.' } as Question;

  it('finds final results, and whole ones without rows', () => {
    const shown = (status: RunFilter['status'], changes: Partial<Execution>) =>
      isShown(run(changes), question, { status, search: '' });
    expect(shown('', { rowCount: 0 })).toBe(true);
    expect(shown('final', { final: true })).toBe(true);
    expect(shown('final', { final: false })).toBe(false);
    expect(shown('empty', { rowCount: 0 })).toBe(true);
    expect(shown('empty', { rowCount: 1 })).toBe(false);
    expect(shown('empty', { rowCount: 0, complete: false })).toBe(false);
    expect(shown('empty', { rowCount: 0, imported: true })).toBe(false);
  });

  it('finds a text in the number, the words and the connector, and the id of a question that was removed', () => {
    const found = (search: string, asked: Question | undefined = question) =>
      isShown(run({}), asked, { status: '', search });
    expect([found('1.1'), found(' LEAVERS '), found('prod hr'), found('dev')]).toEqual([true, true, true, false]);
    expect(isShown(run({}), undefined, { status: '', search: 'q' })).toBe(true);
  });
});

describe('inOrderOfStarts', () => {
  const run = (id: number, questionId: string, preflightHash: string) => ({ id, questionId, preflightHash });
  const orderOf = (...runs: ReturnType<typeof run>[]) => inOrderOfStarts(runs.toReversed()).map(({ id }) => id);

  it('puts a newer start above an older one, and the runs of each in the order of their questions', () => {
    expect(orderOf(run(1, 'a', 'x'), run(2, 'b', 'x'), run(3, 'c', 'x'), run(4, 'a', 'y'), run(5, 'c', 'y'))).toEqual([
      4, 5, 1, 2, 3,
    ]);
  });

  it('tells two starts of one check apart, and takes runs without a check one by one', () => {
    expect(orderOf(run(1, 'a', 'x'), run(2, 'b', 'x'), run(3, 'a', 'x'), run(4, 'b', 'x'))).toEqual([3, 4, 1, 2]);
    expect(orderOf(run(1, 'a', ''), run(2, 'b', ''))).toEqual([2, 1]);
  });
});

describe('comparableRuns', () => {
  const run = (id: number, questionId: string, column: string, query: string, changes: Partial<Execution> = {}) =>
    ({
      id,
      questionId,
      query,
      columns: [{ name: column }],
      toolType: 'Alpha DB',
      sha256: 'ab',
      preflightHash: '',
      ...changes,
    }) as Execution;

  it('offers the same question first, then the same columns, then the same query, of each the newest first', () => {
    const other = { toolType: 'Beta DB' };
    const runs = [
      run(1, 'a', 'id', 'select 1'),
      run(2, 'b', 'id', 'select 2'),
      run(3, 'c', 'name', 'select 1'),
      run(4, 'd', 'name', 'select 4'),
      run(5, 'e', 'name', 'select 5'),
      run(6, 'f', 'id', 'select 1', { sha256: null }),
      run(7, 'a', 'id', 'select 1', other),
      run(8, 'g', 'id', 'select 1'),
      run(9, 'a', 'id', 'select 9'),
    ];
    const from = runs[0] ?? expect.fail('There is no run.');
    expect(comparableRuns(from, runs).map(({ id }) => id)).toEqual([9, 8, 2, 3, 5, 4]);
  });
});

describe('neighboursOf', () => {
  const run = (id: number, changes: Partial<Execution> = {}) =>
    ({ id, status: 'succeeded', columns: [{ name: 'a', type: 'TEXT' }], final: false, ...changes }) as Execution;
  const runs = [run(5), run(4, { status: 'running' }), run(3, { columns: [] }), run(2, { final: true }), run(1)];
  const around = (id: number, isListed: (execution: Execution) => boolean = () => true) => {
    const { previous, next } = neighboursOf(run(id), runs, isListed);
    return [previous?.id, next?.id];
  };

  it('goes in the order of the list, past runs that still go on or brought no evidence', () => {
    expect([around(5), around(2), around(1)]).toEqual([
      [undefined, 2],
      [5, 1],
      [2, undefined],
    ]);
  });

  it('goes on from a result that a filter no longer shows', () => {
    const notFinal = ({ final }: Execution) => !final;
    expect(around(5, notFinal)).toEqual([undefined, 1]);
    expect(around(2, notFinal)).toEqual([5, 1]);
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
