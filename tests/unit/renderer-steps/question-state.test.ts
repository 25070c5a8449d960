import { describe, expect, it } from 'vitest';
import type { Question, Resolution } from '../../../preload/contract';
import { filterQuestions, listProcesses, noFilter } from '../../../renderer/features/analysis/question-filter';
import { countParts, countStates, isDealtWith, stateOf } from '../../../renderer/features/analysis/question-state';

const question = (questionId: string, process: string, text: string): Question => ({
  questionId,
  fileType: 'primary',
  questionNumber: questionId,
  process,
  subProcess: '',
  question: text,
});

const judged = (resolution: Resolution, query = 'select 1') => ({ resolution, query });

describe('stateOf', () => {
  it('is ready only with one connector and a query', () => {
    expect(stateOf(judged('selected'))).toBe('ready');
    expect(stateOf(judged('only-one-of-type'))).toBe('ready');
    expect(stateOf(judged('selected', ' \n'))).toBe('no-query');
  });

  it('is not ready with a query that main says can’t run, as Step 4 says it', () => {
    expect(stateOf({ ...judged('selected'), queryProblem: 'DELETE deletes rows.' })).toBe('query-problem');
    expect(stateOf({ ...judged('selected'), lastFailure: { code: 'QUERY_FAILED', message: 'No such column.' } })).toBe(
      'failed',
    );
    expect(stateOf({ ...judged('ambiguous'), queryProblem: 'DELETE deletes rows.' })).toBe('ambiguous');
  });

  it('keeps what the selection lacks apart, whatever the query', () => {
    expect(stateOf(judged('ambiguous'))).toBe('ambiguous');
    expect(stateOf(judged('missing', ''))).toBe('missing');
    expect(stateOf({ ...judged('needs-selection'), toolSuggestion: null })).toBe('no-tool-type');
    expect(stateOf(judged('needs-selection'))).toBe('ambiguous');
    expect(stateOf(undefined)).toBe('no-tool-type');
  });
});

describe('a question that can not be answered', () => {
  it('is in that state whatever else is chosen for it, and dealt with', () => {
    const said = { notAnswerable: 'Switched off.' };
    expect(stateOf({ ...judged('selected'), ...said })).toBe('not-answerable');
    expect(stateOf({ ...judged('missing', ''), ...said, chosenBy: 'rule', toolSuggestion: null })).toBe(
      'not-answerable',
    );
    expect(isDealtWith('not-answerable')).toBe(true);
    expect(isDealtWith('missing')).toBe(false);
  });
});

describe('countStates', () => {
  const analyses = new Map([
    ['1', judged('selected')],
    ['2', judged('ambiguous')],
    ['3', judged('only-one-of-type', '')],
    ['9', judged('missing')],
  ]);
  const questions = ['1', '2', '3', '4'].map((id) => question(id, '', id));

  it('counts each question once and analyses of removed questions not at all', () => {
    expect(countStates(questions, (id) => analyses.get(id))).toEqual({
      total: 4,
      untried: 1,
      ready: 1,
      failed: 0,
      'query-problem': 0,
      'no-query': 1,
      unsure: 0,
      'no-tool-type': 1,
      ambiguous: 1,
      missing: 0,
      'not-answerable': 0,
    });
  });

  it('tells of those that are ready how many have not run yet', () => {
    const ran = { ...judged('selected'), hasRun: true };
    const counted = countStates(questions, (id) => (id === '1' ? ran : judged('selected')));
    expect(counted).toMatchObject({ total: 4, ready: 4, untried: 3 });
  });

  it('is said in words without what is zero', () => {
    const counts = countStates(questions, (id) => analyses.get(id));
    expect(countParts(counts).map((part) => part.text)).toEqual([
      '1 ready',
      '1 without tool type',
      '1 with a connector to choose',
      '1 without query',
    ]);
  });

  it('keeps what the questions are filtered by, or there would be no taking it back', () => {
    const counts = countStates(questions, (id) => analyses.get(id));
    expect(countParts(counts, 'missing').map((part) => part.text)).toContain('0 without connector');
  });
});

describe('filterQuestions', () => {
  const questions = [
    question('1', 'Access', 'List all user accounts'),
    question('2', 'Access', 'Privileged users'),
    question('3', 'Change', 'Approved changes by user'),
  ];
  const states = (id: string) => (id === '2' ? 'ambiguous' : 'ready');

  it('lets everything through without a filter', () => {
    expect(filterQuestions(questions, noFilter, states)).toEqual(questions);
  });

  it('finds all words in any case and any column', () => {
    const found = filterQuestions(questions, { ...noFilter, text: ' USER access ' }, states);
    expect(found.map((each) => each.questionId)).toEqual(['1', '2']);
  });

  it('joins text, process and state', () => {
    const found = filterQuestions(questions, { ...noFilter, text: 'user', process: 'Access', state: 'ready' }, states);
    expect(found.map((each) => each.questionId)).toEqual(['1']);
  });

  it('lists the processes in the order of the questions with their counts', () => {
    expect(listProcesses(questions)).toEqual([
      { process: 'Access', count: 2 },
      { process: 'Change', count: 1 },
    ]);
  });
});
