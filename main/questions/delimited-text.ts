import Papa from 'papaparse';
import { damaged } from './file-rejected';
import { createRowCollector, type Table } from './table';
import { limits } from './work-limits';

const separators = ['\t', ';', ',', '|'] as const;

/** Lines that are looked at to tell the separator. */
const looked = 200;

/** How many of the first lines have the same number of cells, more than one; the more cells, the better at equal lines. */
const regularity = (text: string, delimiter: string): number => {
  const widths = new Map<number, number>();
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: looked, skipEmptyLines: 'greedy' });
  for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  return Math.max(0, ...[...widths].map(([width, count]) => count + Math.min(width, 50) / 100));
};

/** The start of a text that is enough to look at, without a cut line at its end. */
const startOf = (text: string): string => {
  if (text.length <= 200_000) return text;
  const start = text.slice(0, 200_000);
  return start.slice(0, start.lastIndexOf('\n') + 1) || start;
};

const findSeparator = (text: string): string => {
  const start = startOf(text);
  const scored = separators.map((delimiter) => ({ delimiter, score: regularity(start, delimiter) }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
};

/** Reads the table of a text file. Cells may hold line ends; a row's number counts rows, as spreadsheet programs do. */
export const readDelimitedText = (text: string, name: string): Table => {
  // Excel writes and hides this line: it tells the separator.
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? findSeparator(body);
  const rows: Table['rows'] = [];
  const collect = createRowCollector();
  let row = 0;
  let failure: unknown;
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data, errors }, parser) => {
      row += 1;
      try {
        if (errors.some(({ code }) => code === 'MissingQuotes')) {
          throw damaged(`a quotation mark opened in row ${row.toLocaleString('en')} never closes`);
        }
        collect(rows, { row, cells: data.slice(0, limits.columns).map((cell) => cell.trim()) });
      } catch (error) {
        failure = error;
        parser.abort();
      }
    },
  });
  if (failure) throw failure;
  return { name, rows };
};
