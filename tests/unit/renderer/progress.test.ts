import { describe, expect, it } from 'vitest';
import type { Analysis, Execution, Question } from '../../../preload/contract';
import { countProgress } from '../../../renderer/app/progress';

const question = (questionId: string) => ({ questionId }) as Question;
const analysis = (questionId: string, resolution: Analysis['resolution'], query = 'select 1') =>
  ({ questionId, resolution, query }) as Analysis;
const execution = (questionId: string, status: Execution['status'], complete = true) =>
  ({ questionId, status, complete }) as Execution;

describe('the progress of an application', () => {
  it('counts questions that have a query and one connector, chosen or the only one', () => {
    const progress = countProgress(
      ['1', '2', '3', '4'].map(question),
      [
        analysis('1', 'selected'),
        analysis('2', 'only-one-of-type'),
        analysis('3', 'ambiguous'),
        analysis('4', 'selected', ''),
      ],
      [],
    );
    expect(progress).toEqual({ questions: 4, analysed: 2, toExecute: 4, executed: 0 });
  });

  it('counts a question once however often it ran, and only for complete evidence', () => {
    const progress = countProgress(
      ['1', '2', '3'].map(question),
      [],
      [
        execution('1', 'failed'),
        execution('1', 'succeeded'),
        execution('1', 'succeeded'),
        execution('2', 'succeeded', false),
        execution('3', 'running'),
      ],
    );
    expect(progress.executed).toBe(1);
  });

  it('has nothing left to do for questions that can not be answered, and keeps what evidence they have', () => {
    const said = (questionId: string) => ({ ...analysis(questionId, 'missing', ''), notAnswerable: 'Switched off.' });
    const progress = countProgress(
      ['1', '2', '3'].map(question),
      [said('1'), said('2'), analysis('3', 'ambiguous')],
      [execution('1', 'succeeded')],
    );
    expect(progress).toEqual({ questions: 3, analysed: 2, toExecute: 2, executed: 1 });
  });

  it('ignores what belongs to questions that were removed', () => {
    expect(countProgress([], [analysis('1', 'selected')], [execution('1', 'succeeded')])).toEqual({
      questions: 0,
      analysed: 0,
      toExecute: 0,
      executed: 0,
    });
  });
});
