import { describe, expect, it } from 'vitest';
import type { Question } from '../../../preload/contract';
import { countCoverage } from '../../../renderer/features/analysis/coverage';
import {
  countToolTypes,
  filterQuestions,
  noFilter,
  noToolType,
} from '../../../renderer/features/analysis/question-filter';
import { isUnsure, stateOf } from '../../../renderer/features/analysis/question-state';

const question = (questionId: string, process: string): Question => ({
  questionId,
  fileType: 'primary',
  questionNumber: questionId,
  process,
  subProcess: '',
  question: 'Who?',
});
const questions = [question('1', 'Access'), question('2', 'Change'), question('3', 'Access')];

describe('coverage', () => {
  it('counts the questions of each process by state, processes in their order', () => {
    const rows = countCoverage(questions, (id) => (id === '3' ? 'missing' : 'ready'));
    expect(rows).toMatchObject([
      { process: 'Access', total: 2, counts: { ready: 1, missing: 1, ambiguous: 0 } },
      { process: 'Change', total: 1, counts: { ready: 1, missing: 0 } },
    ]);
  });
});

describe('an unsure suggestion', () => {
  const suggested = {
    chosenBy: 'rule',
    toolSuggestion: 'Jira',
    confidence: 0.79,
    resolution: 'selected',
    query: 'x',
  } as const;

  it('is not ready, however complete it looks, until it is sure or a person has chosen', () => {
    expect(stateOf(suggested)).toBe('unsure');
    expect(stateOf({ ...suggested, confidence: 0.8 })).toBe('ready');
    expect(stateOf({ ...suggested, chosenBy: 'person' })).toBe('ready');
  });

  it('is one without a tool type too', () => {
    expect(isUnsure({ chosenBy: 'rule', toolSuggestion: null, confidence: 0.95 })).toBe(true);
    expect(isUnsure({ chosenBy: null, toolSuggestion: null, confidence: null })).toBe(false);
  });
});

describe('the filter by tool type', () => {
  const toolTypes = new Map([['1', 'Jira']]);
  const toolTypeOf = (id: string) => toolTypes.get(id) ?? noToolType;
  const idsWith = (toolType: string | null) =>
    filterQuestions(questions, { ...noFilter, toolType }, () => 'ready', toolTypeOf).map(
      ({ questionId }) => questionId,
    );

  it('shows the questions of a type, those without one, or all', () => {
    expect(idsWith('Jira')).toEqual(['1']);
    expect(idsWith(noToolType)).toEqual(['2', '3']);
    expect(idsWith(null)).toEqual(['1', '2', '3']);
  });

  it('is counted', () => {
    expect(countToolTypes([{ toolSuggestion: 'Jira' }, { toolSuggestion: null }, { toolSuggestion: 'Jira' }])).toEqual(
      new Map([
        ['Jira', 2],
        [noToolType, 1],
      ]),
    );
  });
});
