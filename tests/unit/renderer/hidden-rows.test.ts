import { describe, expect, it } from 'vitest';
import { countHidden, withHidden } from '../../../renderer/components/hidden-rows';

const questions = (...ids: string[]) => ids.map((questionId) => ({ questionId }));

describe('ticked questions that a filter hides', () => {
  it('are counted, and said beside what is done with all ticked ones', () => {
    const chosen = new Set(['1', '2', '3']);
    expect(countHidden(chosen, questions('2', '4'))).toBe(2);
    expect(withHidden('Assign 3 questions', countHidden(chosen, questions('2', '4')))).toBe(
      'Assign 3 questions (2 hidden)',
    );
    expect(withHidden('Assign 3 questions', countHidden(chosen, questions('3', '2', '1')))).toBe('Assign 3 questions');
    expect(countHidden(new Set(), questions('1'))).toBe(0);
  });
});
