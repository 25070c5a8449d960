import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFile, readFileQuestions } from '../../../main/questions/question-file';
import { readTables } from '../../../main/questions/read-tables';
import { textRows, type WorkbookXml, workbookOf } from '../../question-files/workbook';
import { temporaryFolder } from '../../support/store';

const write = (bytes: Buffer, name = 'requests.xlsx'): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
};

const cellsOf = async (workbook: WorkbookXml) => {
  const { tables } = await readTables(write(workbookOf(workbook)));
  return tables.map(({ rows }) => rows.map(({ cells }) => cells));
};

const one = (rows: string, more: Partial<WorkbookXml> & { after?: string } = {}): WorkbookXml => ({
  ...more,
  sheets: [{ name: 'One', rows, ...(more.after && { after: more.after }) }],
});

describe('a cell of a workbook', () => {
  it('is read as its spreadsheet shows it: numbers and dates by their format', async () => {
    const formats = ['General', '0.00', 'dd.mm.yyyy', '#,##0', '"R-"000', '[$-407]d. mmmm yyyy', 'mm-dd-yy'];
    const cell = (value: string, style: number) => `<c s="${style}"><v>${value}</v></c>`;
    const row = [cell('1.1', 0), cell('1.1', 1), cell('45000', 2), cell('1200', 3), cell('7', 4), cell('45000', 5)];
    expect(await cellsOf(one(`<row>${row.join('')}</row>`, { formats }))).toEqual([
      [['1.1', '1.10', '15.03.2023', '1,200', 'R-007', '15. März 2023']],
    ]);
  });

  it('keeps what floating point adds out of numbers, and text that looks like a number as it is', async () => {
    const row = '<c><v>1.1000000000000001</v></c><c t="str"><v>1.10</v></c><c t="inlineStr"><is><t>2.20</t></is></c>';
    expect(await cellsOf(one(`<row>${row}</row>`))).toEqual([[['1.1', '1.10', '2.20']]]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const workbook = one('<row><c s="0"><v>43538</v></c></row>', { formats: ['yyyy-mm-dd'], date1904: true });
    expect(await cellsOf(workbook)).toEqual([[['2023-03-15']]]);
  });

  it('gives the value that was stored with a formula, and nothing of an error', async () => {
    const row = '<c t="str"><f>CONCAT("1.",A9)</f><v>1.7</v></c><c><f>1+1</f><v>2</v></c><c t="e"><v>#REF!</v></c>';
    expect(await cellsOf(one(`<row>${row}<c t="b"><v>1</v></c></row>`))).toEqual([[['1.7', '2', '', 'TRUE']]]);
  });

  it('joins rich text, and leaves out how a text is pronounced', async () => {
    const sharedStrings =
      '<si><r><t xml:space="preserve">List </t></r><r><t>users</t></r><rPh sb="0" eb="1"><t>yomi</t></rPh></si>' +
      '<si><t>a_x000D_&amp;b</t></si>';
    const row = '<row r="1"><c r="B1" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c></row>';
    expect(await cellsOf(one(row, { sharedStrings }))).toEqual([[['', 'List users', 'a\r&b']]]);
  });

  it('has the value of its merged area, downwards only', async () => {
    const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows =
      `<row r="1">${cell('A1', 'Heading')}</row>` +
      `<row r="2">${cell('A2', 'Access')}${cell('B2', 'q1')}</row>` +
      `<row r="3">${cell('B3', 'q2')}</row><row r="5">${cell('B5', 'q3')}</row><row r="6">${cell('B6', 'q4')}</row>`;
    const after = '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A5"/></mergeCells>';
    expect(await cellsOf(one(rows, { after }))).toEqual([
      [['Heading'], ['Access', 'q1'], ['Access', 'q2'], ['Access', 'q3'], ['', 'q4']],
    ]);
  });

  it('is found under any prefix of the namespace', async () => {
    const rows = '<x:row><x:c t="inlineStr"><x:is><x:t>Question</x:t></x:is></x:c></x:row>';
    const prefixed = one(rows);
    const declared = { ...prefixed, sheets: [{ name: 'One', rows, after: '' }] };
    expect(await cellsOf(declared)).toEqual([[['Question']]]);
  });
});

const request = [
  ['Data request – Stark G4', '', '', '', ''],
  [],
  ['Ref. #', 'Prozess', 'Sub-process / area', 'Control question (EN)', 'Status'],
  ['1.10', 'Access', 'Accounts', 'List all user accounts', 'open'],
  ['1.11', 'Access', 'Accounts', 'List privileged accounts', 'open'],
  [],
  ['', '', '', '', 'open'],
  ['1.11', 'Access', 'Accounts', 'List privileged accounts', 'closed'],
  ['Ref. #', 'Prozess', 'Sub-process / area', 'Control question (EN)', 'Status'],
  ['2.1', 'Change', '', 'Approved changes', ''],
];

describe('a sheet of questions', () => {
  it('is shown with its header found below a title, and with a proposal what its columns are', async () => {
    const path = write(
      workbookOf({
        sheets: [
          { name: 'Read me', rows: textRows([['Please fill in the second sheet.']]) },
          { name: 'Requests', rows: textRows(request) },
        ],
      }),
    );
    const answer = await previewFile({ path });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        fileName: 'requests.xlsx',
        suggestedSheet: 'Requests',
        suggestedMapping: {
          questionNumber: 'Ref. #',
          process: 'Prozess',
          subProcess: 'Sub-process / area',
          question: 'Control question (EN)',
        },
        sheets: [{ name: 'Read me' }, { name: 'Requests', headerRow: 3, rowCount: 6 }],
      },
    });
  });

  it('gives its questions, and a reason with the row for each line that is none', async () => {
    const path = write(workbookOf({ sheets: [{ name: 'Requests', rows: textRows(request) }] }));
    const mapping = {
      questionNumber: 'Ref. #',
      process: 'Prozess',
      subProcess: 'Sub-process / area',
      question: 'Control question (EN)',
    };
    expect(await readFileQuestions({ path, sheet: 'Requests', mapping })).toMatchObject({
      ok: true,
      value: {
        items: [
          { row: 4, item: { questionNumber: '1.10', process: 'Access', subProcess: 'Accounts' } },
          { row: 5, item: { questionNumber: '1.11' } },
          { row: 10, item: { questionNumber: '2.1', subProcess: '' } },
        ],
        skipped: [
          { row: 7, reason: expect.stringContaining('question column') },
          { row: 8, reason: expect.stringContaining('line 5') },
          { row: 9, reason: expect.stringContaining('header') },
        ],
      },
    });
  });

  it('refuses a column that it has not, and one that is given away twice', async () => {
    const path = write(workbookOf({ sheets: [{ name: 'Requests', rows: textRows(request) }] }));
    const unknown = await readFileQuestions({ path, sheet: 'Requests', mapping: { question: '__proto__' } });
    expect(unknown).toMatchObject({ error: { code: 'VALIDATION', fieldErrors: { 'mapping.question': /__proto__/ } } });
    const mapping = { process: 'Status', question: 'Status' };
    expect(await readFileQuestions({ path, sheet: 'Requests', mapping })).toMatchObject({
      error: { code: 'VALIDATION' },
    });
    const elsewhere = await readFileQuestions({ path, sheet: 'Elsewhere', mapping: { question: 'Status' } });
    expect(elsewhere).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('takes the header from the row that a person names, or has none', async () => {
    const path = write(
      workbookOf({
        sheets: [
          {
            name: 'One',
            rows: textRows([
              ['a', 'b'],
              ['a', 'd'],
              ['e', 'f'],
            ]),
          },
        ],
      }),
    );
    const columnsAt = async (headerRow: number) => {
      const answer = await previewFile({ path, sheet: 'One', headerRow });
      return answer.ok && answer.value.sheets[0];
    };
    expect(await columnsAt(2)).toMatchObject({ columns: ['a', 'd'], sampleRows: [['e', 'f']], sampleRowNumbers: [3] });
    expect(await columnsAt(0)).toMatchObject({ columns: ['Column A', 'Column B'], rowCount: 3 });
  });

  it('is told by its content where no header names its columns', async () => {
    const line = (number: number) => [
      `A-${number}`,
      `Process ${number % 2}`,
      `Provide the report of period ${number}.`,
    ];
    const path = write(workbookOf({ sheets: [{ name: 'One', rows: textRows([1, 2, 3, 4, 5, 6].map(line)) }] }));
    expect(await previewFile({ path })).toMatchObject({
      value: {
        sheets: [{ headerRow: 0 }],
        suggestedMapping: { questionNumber: 'Column A', process: 'Column B', subProcess: null, question: 'Column C' },
      },
    });
  });

  it.each([
    ['Process', 'Topic', 'Process', 'Topic'],
    ['Topic', 'Process', 'Process', 'Topic'],
    ['Process', 'Control objective', 'Process', 'Control objective'],
    ['Prozess', 'Thema', 'Prozess', 'Thema'],
    ['Bereich', 'Abschnitt', 'Bereich', 'Abschnitt'],
    ['Section', 'Owner', 'Section', 'Owner'],
    ['Topic', 'Sub-process', 'Topic', 'Sub-process'],
  ])('with the columns %s and %s has %s as process and %s below it', async (first, second, process, subProcess) => {
    const line = (number: number) => [
      `A-${number}`,
      `One ${number % 2}`,
      `Two ${number % 3}`,
      `Report of day ${number}`,
    ];
    const rows = textRows([['No', first, second, 'Question'], ...[1, 2, 3, 4, 5, 6].map(line)]);
    expect(await previewFile({ path: write(workbookOf({ sheets: [{ name: 'One', rows }] })) })).toMatchObject({
      value: { suggestedMapping: { questionNumber: 'No', process, subProcess, question: 'Question' } },
    });
  });

  it('with a column “Topic” alone has it as process, and with “Control objective” alone as question', async () => {
    const mappingOf = async (name: string, cell: (number: number) => string) => {
      const rows = textRows([['No', name, 'Owner'], ...[1, 2, 3].map((number) => [`${number}`, cell(number), 'ACME'])]);
      const read = await previewFile({ path: write(workbookOf({ sheets: [{ name: 'One', rows }] })) });
      return read.ok && read.value.suggestedMapping;
    };
    expect(await mappingOf('Topic', (number) => `Topic ${number % 2}`)).toMatchObject({ process: 'Topic' });
    const objective = (number: number) => `Objective ${number}: only those who need it can change data.`;
    expect(await mappingOf('Control objective', objective)).toMatchObject({ question: 'Control objective' });
  });

  it('has its header above its numbers where no word of it is known', async () => {
    const lines = [1, 2, 3].map((number) => [
      `Q-${number}`,
      `List all users of role ${number}`,
      `AC-0${number}`,
      'high',
    ]);
    const path = write(
      workbookOf({
        sheets: [
          { name: 'Named', rows: textRows([['Lfd. Nr', 'What we want to know!!', 'Ctl', 'Risk?'], ...lines]) },
          { name: 'Titled', rows: textRows([['Wishes of the auditors'], ...lines]) },
        ],
      }),
    );
    expect(await previewFile({ path })).toMatchObject({
      value: {
        sheets: [{ headerRow: 1 }, { headerRow: 0 }],
        suggestedMapping: { questionNumber: 'Lfd. Nr', question: 'What we want to know!!', subProcess: null },
      },
    });
  });
});
