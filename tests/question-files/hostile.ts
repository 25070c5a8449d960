import { workbookOf, workbookParts } from './workbook';
import { type ZipEntry, zipOf } from './zip';

/** A file that must be refused, or read without harm: quickly, in bounded memory, with a sentence for people. */
export interface HostileFile {
  what: string;
  fileName: string;
  bytes: () => Buffer;
  /** What the refusal has to say; none where the file is harmless and is read. */
  says?: RegExp;
}

const megabyte = 1024 * 1024;
const plainSheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c></row>';
const plainParts = (): ZipEntry[] => workbookParts({ sheets: [{ name: 'One', rows: plainSheet }] });
const replacePart = (name: string, data: string | Buffer, more: Partial<ZipEntry> = {}): Buffer =>
  zipOf(plainParts().map((entry) => (entry.name === name ? { name, data, ...more } : entry)));

const sheetPart = 'xl/worksheets/sheet1.xml';
const bomb = () => {
  const head = Buffer.from('<worksheet><sheetData>');
  return Buffer.concat([head, Buffer.alloc(300 * megabyte, '<row/>')]);
};

const laughs = (): string => {
  const levels = Array.from({ length: 10 }, (_value, level) => {
    const inner = level === 0 ? 'ha' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  });
  return `<?xml version="1.0"?><!DOCTYPE x [${levels.join('')}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`;
};

const externalEntity = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`;
const undeclaredEntity = `<worksheet><sheetData><row><c t="inlineStr"><is><t>&boom;</t></is></c></row></sheetData></worksheet>`;

const oleOf = (streamName: string): Buffer => {
  const file = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  Buffer.from(streamName, 'utf16le').copy(file, 1024);
  return file;
};

const rows = (count: number, cells: string): string => {
  const one = (row: number) => `<row r="${row}">${cells}</row>`;
  return Array.from({ length: count }, (_value, index) => one(index + 1)).join('');
};

const manyMerges = (): Buffer => {
  const merges = Array.from({ length: 20_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
  const cells = '<c t="inlineStr"><is><t>a</t></is></c>';
  return workbookOf({
    sheets: [{ name: 'One', rows: rows(2_000, cells), after: `<mergeCells>${merges}</mergeCells>` }],
  });
};

const deeplyNested = (): Buffer =>
  replacePart(
    sheetPart,
    `<worksheet><sheetData>${'<row>'.repeat(200_000)}${'</row>'.repeat(200_000)}</sheetData></worksheet>`,
  );

const prototypeWorkbook = (): Buffer => {
  const words = ['__proto__', 'constructor', 'toString', 'Question'];
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return workbookOf({
    sheets: [
      { name: '__proto__', rows: `<row>${words.map(cell).join('')}</row><row>${words.map(cell).join('')}</row>` },
    ],
  });
};

const manyEntries = (): Buffer =>
  zipOf([
    ...plainParts(),
    ...Array.from({ length: 20_000 }, (_value, index) => ({ name: `xl/media/${index}`, data: '' })),
  ]);

const noise = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  let state = 7;
  for (let index = 0; index < length; index += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[index] = state >> 16;
  }
  return bytes;
};

export const hostileFiles: readonly HostileFile[] = [
  {
    what: 'a zip bomb that says its size',
    fileName: 'bomb.xlsx',
    bytes: () => replacePart(sheetPart, bomb()),
    says: /too large/,
  },
  {
    what: 'a zip bomb that lies about its size',
    fileName: 'liar.xlsx',
    bytes: () => replacePart(sheetPart, bomb(), { declaredSize: 2_000 }),
    says: /damaged|too large/,
  },
  {
    what: 'a bomb of shared strings',
    fileName: 'strings.xlsx',
    bytes: () =>
      replacePart('xl/sharedStrings.xml', Buffer.alloc(80 * megabyte, '<si><t>a</t></si>'), {
        declaredSize: 80 * megabyte,
      }),
    says: /too large|too many/,
  },
  {
    what: 'a billion laughs',
    fileName: 'laughs.xlsx',
    bytes: () => replacePart(sheetPart, laughs()),
    says: /document type/,
  },
  {
    what: 'an external entity',
    fileName: 'entity.xlsx',
    bytes: () => replacePart(sheetPart, externalEntity),
    says: /document type/,
  },
  {
    what: 'an entity that nobody declared',
    fileName: 'undeclared.xlsx',
    bytes: () => replacePart(sheetPart, undeclaredEntity),
    says: /damaged/,
  },
  {
    what: 'an external entity in the workbook part',
    fileName: 'workbook.xlsx',
    bytes: () => replacePart('xl/workbook.xml', externalEntity),
    says: /document type/,
  },
  {
    what: 'a password-protected workbook',
    fileName: 'secret.xlsx',
    bytes: () => oleOf('EncryptedPackage'),
    says: /password/,
  },
  {
    what: 'a zip with an encrypted part',
    fileName: 'zipped.xlsx',
    bytes: () => replacePart(sheetPart, plainSheet, { encrypted: true }),
    says: /password/,
  },
  { what: 'a workbook of Excel 97', fileName: 'old.xls', bytes: () => oleOf('Workbook'), says: /old Excel format/ },
  {
    what: 'a Word document',
    fileName: 'letter.docx',
    bytes: () => zipOf([{ name: 'word/document.xml', data: '<x/>' }]),
    says: /not a spreadsheet/,
  },
  {
    what: 'an OpenDocument spreadsheet',
    fileName: 'sheet.ods',
    bytes: () =>
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', data: '<x/>' },
      ]),
    says: /OpenDocument/,
  },
  {
    what: 'a binary workbook',
    fileName: 'binary.xlsb',
    bytes: () => zipOf([{ name: 'xl/workbook.bin', data: 'x' }]),
    says: /binary/,
  },
  {
    what: 'a PDF',
    fileName: 'request.pdf',
    bytes: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
    says: /not a spreadsheet/,
  },
  {
    what: 'a picture named as a workbook',
    fileName: 'picture.xlsx',
    bytes: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(2_000)]),
    says: /not a spreadsheet/,
  },
  {
    what: 'a web page named as a workbook',
    fileName: 'page.xls',
    bytes: () => Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
    says: /not a spreadsheet/,
  },
  { what: 'noise named as CSV', fileName: 'noise.csv', bytes: () => noise(50_000), says: /not a spreadsheet/ },
  { what: 'an empty file', fileName: 'empty.csv', bytes: () => Buffer.alloc(0), says: /empty/ },
  {
    what: 'a truncated workbook',
    fileName: 'cut.xlsx',
    bytes: () => workbookOf({ sheets: [{ name: 'One', rows: plainSheet }] }).subarray(0, 700),
    says: /damaged/,
  },
  {
    what: 'a workbook whose sheet is cut',
    fileName: 'cut-sheet.xlsx',
    bytes: () => replacePart(sheetPart, '<worksheet><sheetData><row><c'),
    says: /damaged/,
  },
  {
    what: 'a workbook without sheets',
    fileName: 'none.xlsx',
    bytes: () => workbookOf({ sheets: [] }),
    says: /no sheet/,
  },
  {
    what: 'a hundred megabytes of workbook',
    fileName: 'big.xlsx',
    bytes: () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100 * megabyte)]),
    says: /too large/,
  },
  {
    what: 'a hundred megabytes of CSV',
    fileName: 'big.csv',
    bytes: () => Buffer.alloc(100 * megabyte, 'a;b\n'),
    says: /too large/,
  },
  {
    what: 'a CSV of millions of lines',
    fileName: 'lines.csv',
    bytes: () => Buffer.alloc(12 * megabyte, 'a;b\n'),
    says: /too many rows/,
  },
  {
    what: 'a CSV of one line of millions of cells',
    fileName: 'cells.csv',
    bytes: () => Buffer.alloc(12 * megabyte, 'a;'),
  },
  {
    what: 'a sheet of millions of rows',
    fileName: 'rows.xlsx',
    bytes: () => workbookOf({ sheets: [{ name: 'One', rows: rows(600_000, '<c><v>1</v></c>') }] }),
    says: /too many rows/,
  },
  {
    what: 'twenty thousand merged areas, each the whole sheet',
    fileName: 'merges.xlsx',
    bytes: manyMerges,
    says: /merged/,
  },
  { what: 'twenty thousand parts', fileName: 'parts.xlsx', bytes: manyEntries, says: /too many parts/ },
  { what: 'rows in rows in rows', fileName: 'nested.xlsx', bytes: deeplyNested, says: /damaged/ },
  { what: 'names of the prototype as headers and cells', fileName: 'proto.xlsx', bytes: prototypeWorkbook },
  {
    what: 'names of the prototype in CSV',
    fileName: 'proto.csv',
    bytes: () => Buffer.from('__proto__,constructor,Question\n__proto__,toString,List users\n'),
  },
];
