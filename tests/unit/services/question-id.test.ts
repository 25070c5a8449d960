import { describe, expect, it } from 'vitest';
import { createQuestionIds } from '../../../main/services/question-ids';

describe('a question’s id', () => {
  it('stays what the file says where that is unique', () => {
    expect(createQuestionIds(['1.1'])('1.10', 'primary')).toBe('1.10');
  });

  it('gets the file type and a counter where the number repeats', () => {
    const nextId = createQuestionIds(['1.10', '1.10-followup-3']);
    expect([nextId('1.10', 'followup'), nextId('1.10', 'followup'), nextId('1.10', 'primary')]).toEqual([
      '1.10-followup-2',
      '1.10-followup-4',
      '1.10-primary-2',
    ]);
  });

  it('is counted where the file gives no number', () => {
    const nextId = createQuestionIds(['Q2']);
    expect([nextId('', 'primary'), nextId('', 'primary'), nextId('Q4', 'primary'), nextId('', 'primary')]).toEqual([
      'Q1',
      'Q3',
      'Q4',
      'Q5',
    ]);
  });
});
