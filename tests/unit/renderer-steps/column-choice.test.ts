import { describe, expect, it } from 'vitest';
import { findProblem, previewLines, toMapping } from '../../../renderer/features/questions/import/column-choice';

const choice = { questionNumber: 'No.', process: null, subProcess: null, question: 'Request' };
const sheet = {
  name: 'One',
  columns: ['No.', 'Request', '__proto__'],
  sampleRows: [
    ['1.10', 'List users', 'x'],
    ['1.11', '', 'y'],
    ['No.', 'Request', ''],
  ],
  sampleRowNumbers: [2, 5, 6],
  rowCount: 3,
  headerRow: 1,
  suggestedMapping: choice,
};

describe('the choice of columns', () => {
  it('can be imported once the question has a column and none is chosen twice', () => {
    expect(toMapping(choice)).toEqual(choice);
    expect(findProblem({ ...choice, question: null })).toEqual({ kind: 'no-question' });
    expect(findProblem({ ...choice, process: 'Request' })).toEqual({ kind: 'twice', column: 'Request' });
    expect(toMapping({ ...choice, process: 'Request' })).toBeNull();
  });

  it('shows what the first lines become, numbered as in their file', () => {
    expect(previewLines(sheet, choice)).toMatchObject([
      { line: 2, item: { questionNumber: '1.10', process: '', question: 'List users' } },
      { line: 5, skipped: { because: 'no-question' } },
      { line: 6, skipped: { because: 'header-again' } },
    ]);
    expect(previewLines(sheet, { ...choice, process: '__proto__' })[0]).toMatchObject({ item: { process: 'x' } });
  });
});
