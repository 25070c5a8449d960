import { describe, expect, it } from 'vitest';
import type { Analysis, Connector, Execution, Question } from '../../../preload/contract';
import { connectorOptions, searchOptions, toolTypeOptions } from '../../../renderer/features/analysis/picker-options';
import { packContents } from '../../../renderer/features/evidence/pack-contents';
import { whyWithout } from '../../../renderer/features/evidence/without-evidence';

const execution = (id: number, changes: Partial<Execution>) =>
  ({ id, status: 'succeeded', complete: true, sha256: 'aa', ...changes }) as Execution;

describe('packContents', () => {
  it('holds what has ended in the order of the questions, the newest run first, and tells what is incomplete, without a file, or still going on', () => {
    const runs = [
      execution(4, { status: 'running', complete: false, sha256: null }),
      execution(3, { status: 'failed', complete: false, sha256: null, questionId: 'failed' }),
      execution(2, { complete: false, truncatedBy: 'rows' }),
      execution(1, { questionId: 'answered', final: true }),
    ];
    const questions = ['answered', 'failed', 'never asked'].map((questionId) => ({ questionId }) as Question);
    const again = execution(5, { questionId: 'answered' });
    const contents = packContents([again, ...runs], questions, new Map());
    expect(contents.executions.map((each) => each.id)).toEqual([5, 1, 3, 2]);
    expect(contents).toMatchObject({ files: 3, final: 1, incomplete: 1, goingOn: 1 });
    expect(contents.without.map(({ question }) => question.questionId)).toEqual(['failed', 'never asked']);
  });

  it('tells what nobody can answer, and why, apart from what is still open; evidence counts all the same', () => {
    const questions = ['answered', 'closed', 'open'].map((questionId) => ({ questionId }) as Question);
    const said = { notAnswerable: 'The system was switched off in 2024.' };
    const analyses = new Map(
      Object.entries({ answered: said, closed: said, open: { resolution: 'missing', toolSuggestion: 'Alpha' } }),
    ) as Map<string, Analysis>;
    const contents = packContents([execution(1, { questionId: 'answered' })], questions, analyses);
    expect(contents.without).toEqual([
      { question: questions[2], why: { kind: 'state', state: 'missing', toolType: 'Alpha', problem: undefined } },
      { question: questions[1], why: { kind: 'not-answerable', reason: said.notAnswerable } },
    ]);
  });
});

describe('whyWithout', () => {
  const ready = { resolution: 'selected', query: 'select 1', toolSuggestion: 'Alpha' } as Analysis;
  const error = { code: 'CONNECTION_FAILED', message: 'Nothing answers there.' } as const;
  const failed = execution(7, { status: 'failed', sha256: null, error });

  it('tells how the last run ended, with its error, where nothing else is in the way', () => {
    expect(whyWithout(ready, [failed])).toEqual({ kind: 'ended', run: 7, status: 'failed', error });
    expect(whyWithout(ready, [execution(8, { status: 'running', sha256: null }), failed])).toEqual({ kind: 'going' });
    expect(whyWithout(ready, [])).toMatchObject({ kind: 'state', state: 'ready' });
    expect(whyWithout(ready, [{ ...failed, imported: true }])).toMatchObject({ kind: 'state', state: 'ready' });
  });

  it('tells what is to be mended before it could run again, whatever ran before', () => {
    const problem = 'The query is not finished.';
    expect(whyWithout({ ...ready, queryProblem: problem }, [failed])).toMatchObject({
      state: 'query-problem',
      problem,
    });
    expect(whyWithout(undefined, [failed])).toMatchObject({ state: 'no-tool-type', toolType: null });
  });
});

const connector = (id: number, connectorName: string, changes: Partial<Connector> = {}) =>
  ({ id, connectorName, target: null, environment: 'unspecified', status: 'pending', ...changes }) as Connector;

describe('toolTypeOptions', () => {
  it('lists types with connectors on the CI first, each with their number', () => {
    const types = [
      { type: 'Alpha', label: 'Alpha' },
      { type: 'Beta', label: 'Beta' },
    ];
    const options = toolTypeOptions(types, new Map([['Beta', [connector(1, 'one'), connector(2, 'two')]]]));
    expect(options.map(({ key, detail }) => [key, detail])).toEqual([
      ['Beta', '2 on this CI'],
      ['Alpha', 'none on this CI'],
    ]);
  });
});

describe('searchOptions', () => {
  const options = connectorOptions([
    connector(1, 'Production ledger', { environment: 'production', target: 'ledger on db01' }),
    connector(2, 'Development ledger', { environment: 'non-production' }),
  ]);

  it('finds all words in name, target and environment', () => {
    expect(searchOptions(options, 'LEDGER db01').map((option) => option.key)).toEqual(['1']);
    expect(searchOptions(options, 'non-production').map((option) => option.key)).toEqual(['2']);
    expect(searchOptions(options, 'nowhere')).toEqual([]);
  });

  it('answers the same list without a search', () => {
    expect(searchOptions(options, ' ')).toBe(options);
  });
});
