import { damaged } from '../file-rejected';
import { createRowCollector, type Table } from '../table';
import { openArchive } from './archive';
import { listenToStyles } from './number-formats';
import { findParts } from './parts';
import { readSheet } from './sheet';
import { listenToSharedStrings } from './texts';
import { readXml } from './xml';

/** Reads the sheets of an Excel workbook (.xlsx, .xlsm) as text, each cell as its spreadsheet shows it. */
export const readWorkbook = async (bytes: Buffer): Promise<Table[]> => {
  const archive = await openArchive(bytes);
  const parts = await findParts(archive);
  if (parts.sheets.length === 0) throw damaged('it has no sheet with cells');
  const sharedStrings: string[] = [];
  const formats: string[] = [];
  if (parts.sharedStrings) await readXml(archive.read(parts.sharedStrings), listenToSharedStrings(sharedStrings));
  if (parts.styles) await readXml(archive.read(parts.styles), listenToStyles(formats));
  const collect = createRowCollector();
  const tables: Table[] = [];
  for (const { name, part } of parts.sheets) {
    const rows: Table['rows'] = [];
    const sheet = await readSheet(archive.read(part), { sharedStrings, formats, date1904: parts.date1904 });
    for (const { row, cells } of sheet) collect(rows, { row, cells: Array.from(cells, (cell) => cell ?? '') });
    tables.push({ name, rows });
  }
  return tables;
};
