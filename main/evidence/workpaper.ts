/**
 * The workpaper of a pack: a workbook with the questions, the runs, and small evidence, a sheet each. Every cell is a
 * text or a number. Texts are stored as texts and in the format *Text*, so that none that starts with `=`, `+`, `-` or
 * `@` is ever a formula, also after somebody edits the cell.
 */
import writeWorkbook, { type CellObject, type Feature, type Image, type Sheet } from 'write-excel-file/node';
import type { Execution } from '../../preload/contract';
import { readRows } from './evidence-reader';
import { evidenceName } from './manifest';
import {
  answeredQuestions,
  askedAs,
  changedSince,
  environmentOf,
  outcomeWords,
  type PackExecution,
  type PackFacts,
  type PackQuestion,
  periodOf,
  timeText,
  verdictOf,
  visible,
  warningsOf,
} from './pack-facts';

/** Where the evidence of an execution lies as it goes into the pack. */
export type EvidenceFiles = ReadonlyMap<number, string>;

type Cell = CellObject | null;
type Row = Cell[];

/** What a sheet of a spreadsheet is good for; anything larger is read in its CSV. */
const small = { rows: 1_000, columns: 200, bytes: 2 * 1024 * 1024 };
/** Of all sheets of evidence together: bounds the memory that a workbook takes while it is written. */
const most = { sheets: 200, cells: 300_000 };

/** Excel's own limit for one cell. */
const longestText = 32_767;
const cut = ' … (cut here: whole in the evidence file)';

const text = (value: string | null): Cell => {
  if (value === null || value === '') return null;
  const shown = visible(value);
  const held = shown.length > longestText ? shown.slice(0, longestText - cut.length) + cut : shown;
  return { type: String, value: held, format: '@', alignVertical: 'top' };
};

const number = (value: number): Cell => ({ type: Number, value, format: '#,##0', alignVertical: 'top' });

const wrapped = (value: string | null): Cell => {
  const cell = text(value);
  return cell && { ...cell, wrap: true };
};

const heading = (value: string): Cell => {
  const cell = text(value);
  return cell && { ...cell, fontWeight: 'bold', backgroundColor: '#E7E5E4' };
};

/** Points of a line, and the most that a row may be high. */
const lineHeight = 14.5;
const highestRow = 400;

const linesOf = (cell: Cell, width: number): number =>
  cell?.wrap
    ? String(cell.value)
        .split('\n')
        .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0)
    : 1;

/** As high as its wrapped texts need: not every program works that out when it opens the file. */
const withHeight = (row: Row, columns: [string, number][]): Row => {
  const lines = Math.max(...row.map((cell, position) => linesOf(cell, columns[position]?.[1] ?? 1)));
  if (lines <= 1) return row;
  return row.map((cell) => cell && { ...cell, height: Math.min(highestRow, lines * lineHeight) });
};

const sheet = (name: string, columns: [string, number][], rows: Row[]): Sheet<never> => ({
  sheet: name,
  data: [columns.map(([title]) => heading(title)), ...rows.map((row) => withHeight(row, columns))],
  columns: columns.map(([, width]) => ({ width })),
  stickyRowsCount: 1,
  orientation: 'landscape',
});

/** Prints a sheet as wide as the page, on as many pages as its rows need. */
const fitToPage: Feature<Image['content']> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/** The workbook as bytes. */
export const writeWorkpaper = async (facts: PackFacts, files: EvidenceFiles): Promise<Buffer> => {
  const sheets = [aboutSheet(facts), questionSheet(facts), runSheet(facts), ...(await evidenceSheets(facts, files))];
  return writeWorkbook(sheets, { features: [fitToPage] }).toBuffer();
};

const aboutSheet = ({ application, exportedAt, exportedBy, appVersion, auditLog, keyId, redactions }: PackFacts) => {
  const lines: [string, string][] = [
    ['Audit', application.auditName],
    ['Application', application.name],
    ['CI', application.ciId],
    ['Period', periodOf(application)],
    ['Exported', `${timeText(exportedAt)} by ${exportedBy}`],
    ['Made with', `Tickmark ${appVersion}`],
    ['Signing key', keyId],
    ['Audit log', `${auditLog.entries} entries`],
    ['Head of the log', auditLog.hash],
    ['Fingerprint', auditLog.fingerprint],
    ['Columns taken out', redactions.length === 0 ? 'none' : `in ${redactions.length} evidence files: see the runs`],
    ['Empty cells', 'NULL and an empty text both are an empty cell here; the evidence files tell them apart.'],
  ];
  return sheet(
    'About',
    [
      ['What', 20],
      ['Value', 80],
    ],
    lines.map(([what, value]) => [text(what), wrapped(value)]),
  );
};

const questionSheet = (facts: PackFacts) =>
  sheet(
    'Questions',
    [
      ['No.', 10],
      ['Process', 16],
      ['Sub-process', 16],
      ['Question', 48],
      ['Asked as, where changed since', 36],
      ['Evidence', 12],
      ['Verdict', 40],
      ['Connector', 22],
      ['Tool type', 16],
      ['Environment', 22],
      ['System that answered', 34],
      ['Rows', 12],
      ['Final', 7],
      ['Runs', 7],
      ['Run', 7],
      ['SHA-256', 36],
    ],
    answeredQuestions(facts).map(({ question, execution, outcome, runs }) => [
      text(question.questionNumber),
      wrapped(question.process),
      wrapped(question.subProcess),
      wrapped(question.question),
      wrapped(execution ? askedAs(execution) : null),
      text(outcomeWords[outcome]),
      wrapped(questionVerdict(question, execution)),
      ...(execution ? placeCells(execution) : [null, null, null, null]),
      execution?.sha256 ? number(execution.rowCount) : null,
      text(execution?.final ? 'yes' : 'no'),
      number(runs),
      execution ? number(execution.id) : null,
      wrapped(execution?.sha256 ?? null),
    ]),
  );

/** What a person said of the question, then how its run ended. */
const questionVerdict = ({ notAnswerable }: PackQuestion, execution: PackExecution | undefined): string => {
  const said = notAnswerable === undefined ? [] : [`Not answerable here: ${notAnswerable}`];
  return [...said, execution ? verdictOf(execution) : 'The question was not run.'].join('\n');
};

const placeCells = (execution: Execution): Row => [
  wrapped(execution.connectorName),
  text(execution.toolType),
  text(environmentOf(execution)),
  wrapped(execution.target ?? 'none was reached'),
];

const runSheet = ({ executions, redactions }: PackFacts) => {
  const redacted = new Map(redactions.map(({ executionId, columns }) => [executionId, columns.join(', ')]));
  return sheet(
    'Runs',
    [
      ['Run', 8],
      ['Question', 12],
      ['Asked', 48],
      ['Since changed', 36],
      ['Status', 12],
      ['Verdict', 50],
      ['Connector', 26],
      ['Tool type', 18],
      ['Environment', 22],
      ['System that answered', 36],
      ['Started', 24],
      ['Finished', 24],
      ['Rows', 12],
      ['Bytes', 14],
      ['SHA-256 as sealed', 66],
      ['Evidence file', 44],
      ['Columns taken out', 24],
      ['Warnings', 40],
      ['Query', 80],
    ],
    executions.map((execution) => [
      number(execution.id),
      text(execution.asked.questionNumber || execution.questionId),
      wrapped(execution.asked.text),
      wrapped(changedSince(execution)),
      text(execution.status),
      wrapped(verdictOf(execution)),
      ...placeCells(execution),
      text(timeText(execution.startedAt)),
      text(timeText(execution.finishedAt)),
      execution.sha256 === null ? null : number(execution.rowCount),
      execution.sha256 === null ? null : number(execution.bytes),
      text(execution.sha256),
      text(execution.sha256 === null ? null : `evidence/${evidenceName(execution)}`),
      text(redacted.get(execution.id) ?? null),
      wrapped(warningsOf(execution).join(' ')),
      wrapped(execution.query),
    ]),
  );
};

// Small evidence, a sheet each

const isSmall = ({ rowCount, columns, bytes, sha256 }: Execution): boolean =>
  sha256 !== null &&
  columns.length > 0 &&
  rowCount <= small.rows &&
  columns.length <= small.columns &&
  bytes <= small.bytes;

const evidenceSheets = async ({ executions }: PackFacts, files: EvidenceFiles) => {
  const sheets: Sheet<never>[] = [];
  let cells = 0;
  for (const execution of executions.filter(isSmall)) {
    const more = (execution.rowCount + 1) * execution.columns.length;
    if (sheets.length >= most.sheets || cells + more > most.cells) continue;
    cells += more;
    const file = files.get(execution.id);
    const page = file === undefined ? undefined : await readRows(file, { offset: 0, limit: small.rows });
    // Evidence that is damaged ends the export when its turn comes, with its own words.
    if (!page?.ok) continue;
    const name = sheetName(execution);
    const titles = page.value.columns.map((title, column): [string, number] => [
      title,
      widthFor([title, ...page.value.rows.slice(0, 100).map((row) => row[column] ?? '')]),
    ]);
    sheets.push(
      sheet(
        name,
        titles,
        page.value.rows.map((row) => row.map(text)),
      ),
    );
  }
  return sheets;
};

/** A column's width in characters: as its texts need, within reason. */
const widthFor = (texts: string[]): number =>
  Math.min(70, Math.max(8, ...texts.map((each) => visible(each).length)) + 2);

/** At most 31 characters, none of `\ / ? * : [ ]`, no apostrophe at an end; the run's number makes it unique. */
const sheetName = ({ id, asked }: PackExecution): string =>
  `${id} ${visible(asked.questionNumber)}`
    .replace(/[\\/?*:[\]'\s]+/g, ' ')
    .slice(0, 31)
    .trim();
