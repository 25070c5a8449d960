import { damaged, tooMany } from '../file-rejected';
import { limits } from '../work-limits';
import { type CellArea, readArea, readPlace } from './cell-references';
import { type SparseRow, spreadMergedAreas } from './merged-areas';
import { type CellFormats, showNumber } from './number-formats';
import { createTextCollector } from './texts';
import { readXml, type XmlListener } from './xml';

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookTexts {
  sharedStrings: readonly string[];
  formats: CellFormats;
  date1904: boolean;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
}

/** The text of a cell as its spreadsheet shows it; of a formula, the value that was stored with it. */
const textOf = ({ type, style, value }: OpenCell, inline: string, workbook: WorkbookTexts): string => {
  if (type === 's') return workbook.sharedStrings[Number(value)] ?? '';
  if (type === 'inlineStr') return inline;
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  // An error such as #REF! is no text that anyone wrote.
  if (type === 'e') return '';
  if (type === 'n') return showNumber(value, workbook.formats[style] ?? 'General', workbook.date1904);
  return value;
};

const listenToSheet = (rows: SparseRow[], areas: CellArea[], workbook: WorkbookTexts): XmlListener => {
  const inline = createTextCollector();
  let row: SparseRow | undefined;
  let cell: OpenCell | undefined;
  let inValue = false;
  let nextColumn = 0;

  const openRow = ({ r }: Readonly<Record<string, string>>): void => {
    if (row) throw damaged('its rows are not in order');
    row = { row: r === undefined ? (rows.at(-1)?.row ?? 0) + 1 : Number(r), cells: [] };
    if (!Number.isInteger(row.row) || row.row <= (rows.at(-1)?.row ?? 0)) throw damaged('its rows are not in order');
    nextColumn = 0;
  };
  const openCell = ({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void => {
    const column = r === undefined ? nextColumn : readPlace(r).column;
    nextColumn = column + 1;
    cell = { column, type: t, style: Number(s), value: '' };
  };
  const closeCell = (): void => {
    const text = inline.take();
    if (row && cell && cell.column < limits.columns) row.cells[cell.column] = textOf(cell, text, workbook).trim();
    cell = undefined;
  };
  const closeRow = (): void => {
    if (row?.cells.some(Boolean)) rows.push(row);
    if (rows.length > limits.rows) throw tooMany('rows', limits.rows);
    row = undefined;
  };

  return {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'v') inValue = true;
      else if (name === 'mergeCell') areas.push(readArea(attributes.ref ?? ''));
      else inline.open(name);
    },
    text: (text) => {
      if (inValue && cell) cell.value += text;
      else inline.text(text);
    },
    close: (name) => {
      if (name === 'v') inValue = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
      else inline.close(name);
    },
  };
};

/** Reads the rows of a sheet that have any text. */
export const readSheet = async (part: AsyncIterable<Buffer>, workbook: WorkbookTexts): Promise<SparseRow[]> => {
  const rows: SparseRow[] = [];
  const areas: CellArea[] = [];
  await readXml(part, listenToSheet(rows, areas, workbook));
  spreadMergedAreas(rows, areas);
  return rows;
};
