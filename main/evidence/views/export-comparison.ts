import { type Result, success } from '../../result';
import { type ComparedRow, type CompareInput, type Comparison, compareEvidence } from './compare';
import { type WrittenCsv, writeCsvFile } from './csv-file';

export interface ExportComparisonInput extends Omit<CompareInput, 'offset' | 'limit'> {
  target: string;
  /** What tells the sides apart in the file: the numbers of their runs. */
  runs: { left: number; right: number };
}

const parts = ['changed', 'onlyLeft', 'onlyRight'] as const;
type Part = (typeof parts)[number];

const pageSize = 1_000;

/** Writes all rows that differ: of a row that changed first the left one, then the right one. */
export const exportComparison = async ({
  target,
  runs,
  ...input
}: ExportComparisonInput): Promise<Result<WrittenCsv>> => {
  const readPage = (offset: number, limit: number) => compareEvidence({ ...input, offset, limit }, {});
  const known = await readPage(0, 1);
  if (!known.ok) return known;
  const names = known.value.columns.map(({ name }) => name);
  return writeCsvFile(target, ['difference', 'run', 'row_number', 'changed_columns', ...names], async (add) => {
    for (const part of parts) {
      for (let offset = 0; offset < known.value[part].total; ) {
        const page = await readPage(offset, pageSize);
        if (!page.ok) return page;
        for (const { difference, run, row, changed } of differing[part](page.value)) {
          await add([difference, String(runs[run]), String(row.rowNumber), changed, ...row.cells]);
        }
        // A page may be shorter where its rows are very long.
        offset += page.value[part].rows.length;
      }
    }
    return success(null);
  });
};

interface DifferingRow {
  difference: string;
  run: 'left' | 'right';
  row: ComparedRow;
  /** Names of the columns, where both runs have the row. */
  changed: string;
}

const differing: Record<Part, (page: Comparison) => DifferingRow[]> = {
  changed: ({ columns, changed }) =>
    changed.rows.flatMap(({ left, right, changedColumns }) => {
      const names = changedColumns.map((column) => columns[column]?.name ?? '').join(', ');
      const shared = { difference: 'changed', changed: names };
      return [
        { ...shared, run: 'left' as const, row: left },
        { ...shared, run: 'right' as const, row: right },
      ];
    }),
  onlyLeft: ({ onlyLeft }) =>
    onlyLeft.rows.map((row) => ({ difference: 'only left', run: 'left' as const, row, changed: '' })),
  onlyRight: ({ onlyRight }) =>
    onlyRight.rows.map((row) => ({ difference: 'only right', run: 'right' as const, row, changed: '' })),
};
