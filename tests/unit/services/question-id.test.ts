import { describe, expect, it } from 'vitest';
import { chooseQuestionId } from '../../../main/services/question-service';

describe('a question’s id', () => {
  it('stays what the file says where that is unique', () => {
    expect(chooseQuestionId(new Set(['1.1']), '1.10', 'primary')).toBe('1.10');
  });

  it('gets the file type and a counter where the number repeats', () => {
    expect(chooseQuestionId(new Set(['1.10']), '1.10', 'followup')).toBe('1.10-followup-2');
    expect(chooseQuestionId(new Set(['1.10', '1.10-followup-2']), '1.10', 'followup')).toBe('1.10-followup-3');
  });

  it('is counted where the file gives no number', () => {
    expect(chooseQuestionId(new Set(), '', 'primary')).toBe('Q1');
    expect(chooseQuestionId(new Set(['Q1', 'Q2']), '', 'primary')).toBe('Q3');
  });
});
