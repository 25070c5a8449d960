import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis, AuditEntry, Bridge, Execution, Input, Question } from '../../../preload/contract';

type LogFilter = NonNullable<Input<'auditLog', 'list'>>;

/** The audit log behind the bridge, newest last, and what it was asked for. */
const { log, asked } = vi.hoisted(() => {
  const log: AuditEntry[] = [];
  const asked: LogFilter[] = [];
  const passes = ({ seq, action, details }: AuditEntry, filter: LogFilter) =>
    (action === filter.action || action.startsWith(`${filter.action}.`)) &&
    seq > (filter.afterSeq ?? 0) &&
    seq < (filter.beforeSeq ?? Number.POSITIVE_INFINITY) &&
    JSON.stringify(details).includes(filter.text ?? '');
  const list = async (filter: LogFilter) => {
    asked.push(filter);
    const found = log.toReversed().filter((entry) => passes(entry, filter));
    return { ok: true, value: found.slice(0, filter.limit) };
  };
  globalThis.tickmark = { auditLog: { list } } as unknown as Bridge;
  return { log, asked };
});

import { reportProgress } from '../../../renderer/app/progress-store';
import { describeNews, tellsOtherwise } from '../../../renderer/features/evidence/pack-news';
import { loadLastPack, refreshNews, usePacks } from '../../../renderer/features/evidence/packs-store';

const applicationId = 1;

const add = (action: string, details: Record<string, unknown> = {}) =>
  log.push({ seq: log.length + 1, at: '2026-03-02T08:00:00.000Z', action, details } as AuditEntry);

const exportPack = async () => {
  add('evidence.packExported', { fileName: 'pack.zip', sha256: 'ab', logEntries: log.length });
  await loadLastPack(applicationId);
  asked.length = 0;
};

const pack = () => usePacks.getState()[applicationId];
const news = () => describeNews(pack()?.news ?? expect.fail('There is no pack.'));

const question = (questionId: string, changes: Partial<Question> = {}) => ({ questionId, ...changes }) as Question;
const analysis = (questionId: string, changes: Partial<Analysis> = {}) =>
  ({ questionId, query: '', ...changes }) as Analysis;
const run = (id: number, changes: Partial<Execution> = {}) =>
  ({ id, questionId: 'q', status: 'succeeded', complete: true, final: false, ...changes }) as Execution;

beforeEach(() => {
  vi.useFakeTimers();
  log.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  usePacks.setState({ [applicationId]: null });
});

describe('the last pack', () => {
  it('is none where none was exported', async () => {
    add('execution.succeeded', { executionId: 1 });
    await loadLastPack(applicationId);
    expect(pack()).toBeNull();
  });

  it('holds what came before it, and not what came since or while it was written', async () => {
    add('execution.succeeded', { executionId: 1 });
    add('evidence.packExported', { fileName: 'pack.zip', sha256: 'ab', logEntries: 1 });
    await loadLastPack(applicationId);
    expect(pack()).toMatchObject({ fileName: 'pack.zip', sha256: 'ab', current: true });
    log.splice(1, 0, { ...log[0], seq: 2 } as AuditEntry);
    await loadLastPack(applicationId);
    expect(pack()?.current).toBe(false);
  });

  it('says what came since: each run once, imports with what they changed, and reasons', async () => {
    await exportPack();
    for (const executionId of [1, 2]) {
      add('execution.queued', { executionId });
      add('execution.succeeded', { executionId });
    }
    add('evidence.markedFinal', { executionId: 2 });
    add('questions.imported', { file: { name: 'same.xlsx' }, added: [], changed: [] });
    add('questions.imported', { file: { name: 'requests.xlsx' }, added: [{}, {}], changed: [{}] });
    add('questions.added', { questions: [{}] });
    add('questions.removed', { questions: [{}, {}] });
    add('analysis.saved', { questionId: 'a', changes: { query: {} } });
    add('analysis.saved', { questionId: 'b', changes: { notAnswerable: {} } });
    await refreshNews(applicationId);
    expect(news()).toEqual([
      '2 runs',
      '1 result marked as final',
      '1 question added',
      '2 questions removed',
      '1 question said to be not answerable, or no longer',
      'import of requests.xlsx (2 questions added, 1 changed)',
    ]);
  });

  it('stays current after an import that changed nothing and after edits that it does not tell of', async () => {
    await exportPack();
    add('questions.imported', { file: { name: 'same.xlsx' }, added: [], changed: [] });
    add('analysis.saved', { questionId: 'a', changes: { query: {} } });
    await refreshNews(applicationId);
    expect(pack()?.current).toBe(true);
    expect(news()).toEqual([]);
  });

  it('counts all runs, however many', async () => {
    await exportPack();
    for (let executionId = 1; executionId <= 1_201; executionId += 1) add('execution.succeeded', { executionId });
    await refreshNews(applicationId);
    expect(news()).toEqual(['1,201 runs']);
  });
});

describe('how often the audit log is asked whether the last pack is current', () => {
  const report = async (known: Parameters<typeof reportProgress>[1]) => {
    reportProgress(applicationId, known);
    await vi.runAllTimersAsync();
  };

  it('is never while questions are edited in Step 3, and once for what the pack tells of', async () => {
    await report({ questions: [question('a')], analyses: [analysis('a')], executions: [run(1)] });
    await exportPack();
    // Twenty saved edits, lists that are read again, and a page that is opened anew: five questions each before.
    for (let edit = 0; edit < 20; edit += 1) await report({ analyses: [analysis('a', { query: `select ${edit}` })] });
    await report({ questions: [question('a')], executions: [run(1)] });
    expect(asked).toEqual([]);

    // Ten runs that end shortly after each other: one question of each kind, and only of what came since.
    for (let id = 2; id <= 11; id += 1) {
      add('execution.succeeded', { executionId: id });
      reportProgress(applicationId, { executions: [run(1), run(id)] });
    }
    await vi.runAllTimersAsync();
    expect(pack()?.current).toBe(false);
    expect(asked).toHaveLength(4);
    expect(asked.every(({ afterSeq }) => afterSeq === pack()?.logEntries)).toBe(true);

    // It is outdated: nothing makes it current again but another export.
    await report({ executions: [run(1), run(12)] });
    expect(asked).toHaveLength(4);
  });
});

describe('tellsOtherwise', () => {
  it('is so for a question, a reason, a run or its mark that is another, and for nothing else', () => {
    const before = { questions: [question('a')], analyses: [analysis('a')], executions: [run(1)] };
    expect(tellsOtherwise(before, { ...before })).toBe(false);
    expect(tellsOtherwise(before, { analyses: [analysis('a', { connectorId: 3, prompt: 'x' })] })).toBe(false);
    expect(tellsOtherwise({}, before)).toBe(false);
    expect(tellsOtherwise(before, { questions: [question('a', { question: 'Who?' })] })).toBe(true);
    expect(tellsOtherwise(before, { questions: [] })).toBe(true);
    expect(tellsOtherwise(before, { analyses: [analysis('a', { notAnswerable: 'No.' })] })).toBe(true);
    expect(tellsOtherwise(before, { executions: [run(1, { final: true })] })).toBe(true);
    expect(tellsOtherwise(before, { executions: [run(1), run(2, { status: 'running' })] })).toBe(true);
  });
});
