import { describe, expect, it } from 'vitest';
import { readPastedCells } from '../../../renderer/features/questions/pasted-cells';
import { itemsOf, readPastedQuestions } from '../../../renderer/features/questions/pasted-questions';
import { explainSkip } from '../../../renderer/features/questions/skip-reasons';

describe('readPastedCells', () => {
  it('parts cells by tabs and rows by any line end', () => {
    expect(readPastedCells('a\tb\r\nc\td\re\tf\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('reads a quoted cell with line ends, tabs and doubled quotes as one cell', () => {
    expect(readPastedCells('1\t"first\nsecond ""line""\tend"\tx')).toEqual([['1', 'first\nsecond "line"\tend', 'x']]);
  });

  it('keeps quotes that belong to the text', () => {
    expect(readPastedCells('"Prod" users\tsay "no"')).toEqual([['"Prod" users', 'say "no"']]);
  });

  it('takes a quote that is never closed as text', () => {
    expect(readPastedCells('"open\tnext\nlast')).toEqual([['"open', 'next'], ['last']]);
  });

  it('keeps empty cells and drops empty lines at the end only', () => {
    expect(readPastedCells('a\t\n\nb\t\tc\n\n\t\n')).toEqual([['a', ''], [''], ['b', '', 'c']]);
  });

  it('ignores a byte order mark and answers no rows for nothing', () => {
    expect(readPastedCells('\uFEFFa')).toEqual([['a']]);
    expect(readPastedCells('')).toEqual([]);
    expect(readPastedCells(' \n ')).toEqual([]);
  });

  it('keeps a last empty cell', () => {
    expect(readPastedCells('a\t')).toEqual([['a', '']]);
  });
});

describe('readPastedQuestions', () => {
  it('reads number, process, sub-process and question by position', () => {
    const pasted = readPastedQuestions('1.10\tAccess\tUsers\tList all user accounts');
    expect(itemsOf(pasted.lines)).toEqual([
      { questionNumber: '1.10', process: 'Access', subProcess: 'Users', question: 'List all user accounts' },
    ]);
    expect(pasted.hasHeader).toBe(false);
  });

  it('reads three, two and one columns', () => {
    expect(itemsOf(readPastedQuestions('1\tAccess\tWho?').lines)).toEqual([
      { questionNumber: '1', process: 'Access', subProcess: '', question: 'Who?' },
    ]);
    expect(itemsOf(readPastedQuestions('1\tWho?').lines)).toEqual([
      { questionNumber: '1', process: '', subProcess: '', question: 'Who?' },
    ]);
    expect(itemsOf(readPastedQuestions('Who?\nWhen?').lines).map((item) => item.question)).toEqual(['Who?', 'When?']);
  });

  it('takes the columns from a header line in whatever order it names them', () => {
    const pasted = readPastedQuestions('Question\tSub-Process\tOwner\tNo.\nWho?\tUsers\tBob\t7');
    expect(pasted.hasHeader).toBe(true);
    expect(pasted.columns).toEqual(['question', 'subProcess', null, 'questionNumber']);
    expect(itemsOf(pasted.lines)).toEqual([
      { questionNumber: '7', process: '', subProcess: 'Users', question: 'Who?' },
    ]);
  });

  it('takes a first line that names no question column for a question', () => {
    expect(itemsOf(readPastedQuestions('1\tProcess\tWho?').lines)).toHaveLength(1);
  });

  it('uses the first four columns of a wider paste', () => {
    const [item] = itemsOf(readPastedQuestions('1\tAccess\tUsers\tWho?\tremark').lines);
    expect(item).toEqual({ questionNumber: '1', process: 'Access', subProcess: 'Users', question: 'Who?' });
  });

  it('leaves out lines without a question and says which and why', () => {
    const pasted = readPastedQuestions('1\tA\tB\tWho?\nHeading\n\n2\tA\tB\t');
    expect(pasted.lines.map((line) => [line.line, 'skipped' in line ? explainSkip(line.skipped) : 'added'])).toEqual([
      [1, 'added'],
      [2, 'no text in the question column'],
      [4, 'no text in the question column'],
    ]);
  });

  it('leaves out repeats of an earlier line and of existing questions', () => {
    const existing = { questionNumber: '1', process: '', subProcess: '', question: 'Who?' };
    const pasted = readPastedQuestions('1\tWho?\n2\tWho?\n2\tWho?', [existing]);
    expect(pasted.lines.map((line) => ('skipped' in line ? explainSkip(line.skipped) : 'added'))).toEqual([
      'the same as a question that is already there',
      'added',
      'the same as line 2',
    ]);
  });

  it('leaves out a cell that is longer than the store takes', () => {
    const pasted = readPastedQuestions(`${'9'.repeat(201)}\tWho?`);
    expect(pasted.lines[0]).toMatchObject({ skipped: { because: 'too-long', column: 'questionNumber', most: 200 } });
  });

  it('adds at most what one call takes', () => {
    const text = Array.from({ length: 50_001 }, (_, index) => `Question ${index}`).join('\n');
    const pasted = readPastedQuestions(text);
    expect(itemsOf(pasted.lines)).toHaveLength(50_000);
    expect(pasted.lines.at(-1)).toMatchObject({ skipped: { because: 'too-many', most: 50_000 } });
  });
});
