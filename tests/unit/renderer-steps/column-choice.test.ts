import { describe, expect, it } from 'vitest';
import {
  countPlans,
  findProblem,
  planPreview,
  previewLines,
  proposeChoice,
  toMapping,
} from '../../../renderer/features/questions/import/column-choice';

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

describe('a file that comes again', () => {
  const suggestedMapping = { questionNumber: 'No.', process: 'Topic', subProcess: null, question: 'Request' };
  const again = {
    name: 'One',
    columns: ['No.', 'Area', 'Topic', 'Request'],
    sampleRows: [
      ['1', 'Access', 'Accounts', 'List all accounts'],
      ['2', 'Access', '', 'Who approves?'],
      ['3', 'Change', 'Tickets', 'List the changes'],
    ],
    sampleRowNumbers: [2, 3, 4],
    rowCount: 3,
    headerRow: 1,
    suggestedMapping,
  };
  const remembered = { questionNumber: 'No.', process: 'Area', subProcess: 'Topic', question: 'Request' };
  const storedAs = (questionNumber: string, process: string, subProcess: string, question: string) => ({
    questionId: questionNumber,
    fileType: 'primary' as const,
    ...{ questionNumber, process, subProcess, question },
  });
  const stored = [
    storedAs('1', 'Access', 'Accounts', 'List all accounts'),
    storedAs('2', 'Access', 'Approval', 'Who approves?'),
  ];

  it('is read by the columns that its questions came from, not by what their names suggest', () => {
    expect(proposeChoice(again, stored)).toEqual(remembered);
    expect(proposeChoice(again, [])).toEqual(suggestedMapping);
  });

  it('says of each line whether it is new, changed or unchanged, and where', () => {
    const lines = planPreview(previewLines(again, remembered), stored, remembered);
    expect(lines.map(({ plan }) => [plan?.before?.questionId, plan?.changed])).toEqual([
      ['1', []],
      ['2', ['subProcess']],
      [undefined, []],
    ]);
    expect(countPlans(lines)).toEqual({ added: 1, changed: 1, unchanged: 1, columns: ['subProcess'] });
  });

  it('shows what is stored where no column is chosen for it', () => {
    const without = { ...remembered, subProcess: null };
    const lines = planPreview(previewLines(again, without), stored, without);
    expect(lines.map(({ plan }) => plan?.after.subProcess)).toEqual(['Accounts', 'Approval', '']);
    expect(countPlans(lines)).toMatchObject({ added: 1, changed: 0, unchanged: 2 });
  });
});
