import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis, Connector, Execution, Question } from '../../../preload/contract';
import {
  countCoverage,
  countEvidence,
  countRunDays,
  mapConnectors,
  standings,
  sumCoverage,
} from '../../../renderer/features/overview/figures';

const question = (questionId: string, process: string) =>
  ({ questionId, questionNumber: questionId, process }) as Question;

const analysis = (questionId: string, more: Partial<Analysis>) =>
  ({ questionId, resolution: 'selected', query: 'select 1', connectorId: 1, ...more }) as Analysis;

const execution = (id: number, questionId: string, more: Partial<Execution> = {}) =>
  ({
    id,
    questionId,
    status: 'succeeded',
    complete: true,
    connectorName: 'Ledger',
    environment: 'production',
    rowCount: 10,
    finishedAt: '2026-01-10T12:00:00.000Z',
    ...more,
  }) as Execution;

const connector = (id: number) => ({ id, connectorName: `Connector ${id}` }) as Connector;

const lists = {
  questions: [question('1', 'Access'), question('2', 'Access'), question('3', 'Change'), question('4', 'Change')],
  analyses: [
    analysis('1', {}),
    analysis('2', {}),
    analysis('3', { resolution: 'missing', connectorId: null }),
    analysis('gone', {}),
  ],
  executions: [
    execution(1, '1'),
    execution(2, '1', { status: 'failed', complete: false }),
    execution(3, '2', { status: 'failed', complete: false, finishedAt: '2026-01-13T12:00:00.000Z' }),
    execution(4, '2', { status: 'queued', complete: false, finishedAt: null, id: 2.5 }),
  ],
  connectors: [connector(1), connector(2)],
};

describe('the overview of an audit', () => {
  it('shows each state in a colour', () => {
    const styles = readFileSync(new URL('../../../renderer/app/styles.css', import.meta.url), 'utf8');
    expect(standings.filter((name) => !styles.includes(`[data-part='${name}']`))).toEqual([]);
  });

  it('counts every question once, by the process it belongs to', () => {
    const coverage = countCoverage(lists);
    expect(coverage.map(({ process, questions }) => [process, questions])).toEqual([
      ['Access', 2],
      ['Change', 2],
    ]);
    expect(sumCoverage(coverage)).toEqual({
      evidence: 1,
      ready: 0,
      failed: 1,
      'query-problem': 0,
      'no-query': 0,
      unsure: 0,
      'no-tool-type': 1,
      ambiguous: 0,
      missing: 1,
      'not-answerable': 0,
    });
    const said = lists.analyses.map((each) => ({ ...each, notAnswerable: 'Switched off.' }));
    expect(sumCoverage(countCoverage({ ...lists, analyses: said }))).toMatchObject({
      evidence: 1,
      failed: 0,
      missing: 0,
      'not-answerable': 2,
    });
  });

  it('takes only complete results for evidence, under the name and place of that time', () => {
    expect(countEvidence(lists)).toEqual([
      { connectorName: 'Ledger', environment: 'production', executions: 1, rows: 10 },
    ]);
  });

  it('shows days without runs between days with some', () => {
    expect(countRunDays(lists)).toEqual([
      { day: '2026-01-10', succeeded: 1, failed: 1 },
      { day: '2026-01-11', succeeded: 0, failed: 0 },
      { day: '2026-01-12', succeeded: 0, failed: 0 },
      { day: '2026-01-13', succeeded: 0, failed: 1 },
    ]);
    expect(countRunDays({ ...lists, executions: [] })).toEqual([]);
  });

  it('maps connectors to questions, unused ones included and removed questions left out', () => {
    const [used, unused] = mapConnectors(lists);
    expect([...(used?.questionsOf ?? [])]).toEqual([['Access', ['1', '2']]]);
    expect(used?.questions).toBe(2);
    expect(unused?.questions).toBe(0);
  });
});
