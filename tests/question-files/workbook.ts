import { type ZipEntry, zipOf } from './zip';

export interface SheetXml {
  name: string;
  /** What stands in `<sheetData>`. */
  rows: string;
  /** Further elements after it: `<mergeCells>…`. */
  after?: string;
}

export interface WorkbookXml {
  sheets: readonly SheetXml[];
  /** What stands in `<sst>`. */
  sharedStrings?: string;
  /** Number formats by the index that a cell's `s` names. */
  formats?: readonly string[];
  date1904?: boolean;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageLinks = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const stylesXml = (formats: readonly string[]): string => {
  const own = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`);
  const uses = formats.map((_code, index) => `<xf numFmtId="${200 + index}"/>`);
  return `${head}<styleSheet ${main}><numFmts>${own.join('')}</numFmts><cellXfs>${uses.join('')}</cellXfs></styleSheet>`;
};

const workbookXml = ({ sheets, date1904 = false }: WorkbookXml): string => {
  const names = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '';
  return `${head}<workbook ${main} xmlns:r="${links}">${properties}<sheets>${names.join('')}</sheets></workbook>`;
};

const linksXml = (targets: readonly string[]): string => {
  const all = targets.map((target, index) => {
    const kind = target.startsWith('worksheets/') ? 'worksheet' : target.replace('.xml', '');
    return `<Relationship Id="rId${index + 1}" Type="${links}/${kind}" Target="${target}"/>`;
  });
  return `${head}<Relationships ${packageLinks}>${all.join('')}</Relationships>`;
};

export const sheetXml = ({ rows, after = '' }: Pick<SheetXml, 'rows' | 'after'>): string =>
  `${head}<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The parts of an .xlsx as spreadsheet programs write them. */
export const workbookParts = (workbook: WorkbookXml): ZipEntry[] => {
  const { sheets, sharedStrings = '', formats = ['General'] } = workbook;
  const sheetFiles = sheets.map((_sheet, index) => `worksheets/sheet${index + 1}.xml`);
  const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
  const rootLinks = `${head}<Relationships ${packageLinks}><Relationship Id="rId1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  return [
    { name: '[Content_Types].xml', data: contentTypes },
    { name: '_rels/.rels', data: rootLinks },
    { name: 'xl/workbook.xml', data: workbookXml(workbook) },
    { name: 'xl/_rels/workbook.xml.rels', data: linksXml([...sheetFiles, 'styles.xml', 'sharedStrings.xml']) },
    { name: 'xl/styles.xml', data: stylesXml(formats) },
    { name: 'xl/sharedStrings.xml', data: `${head}<sst ${main}>${sharedStrings}</sst>` },
    ...sheets.map((sheet, index) => ({ name: `xl/${sheetFiles[index]}`, data: sheetXml(sheet) })),
  ];
};

export const workbookOf = (workbook: WorkbookXml): Buffer => zipOf(workbookParts(workbook));

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;

const textCell = (text: string, reference: string): string =>
  text === '' ? '' : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** Rows of text, the first one in row 1. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, row) => {
      const drawn = cells.map((text, column) => textCell(text, `${columnName(column)}${row + 1}`));
      return `<row r="${row + 1}">${drawn.join('')}</row>`;
    })
    .join('');

/** Two thousand questions under a title, as a client's data request has them. */
export const bigWorkbook = (questions: number): Buffer => {
  const rows = Array.from({ length: questions }, (_value, index) => [
    `${Math.floor(index / 100) + 1}.${index % 100}`,
    `Process ${index % 12}`,
    `Part ${index % 40}`,
    `Provide the list of accounts number ${index} with the person who approved each of them and the date of approval.`,
    'Open',
    'Client team',
  ]);
  const header = ['No.', 'Process', 'Sub-process', 'Question', 'Status', 'Owner'];
  return workbookOf({ sheets: [{ name: 'Requests', rows: textRows([['Data request'], [], header, ...rows]) }] });
};
