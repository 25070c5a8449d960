import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { readDelimitedText } from './delimited-text';
import { damaged, FileRejected, notASpreadsheet, otherFormat, passwordProtected, tooLarge } from './file-rejected';
import type { Table } from './table';
import { decodeText } from './text-encoding';
import { limits } from './work-limits';
import { readWorkbook } from './workbook';

export interface ReadFile {
  fileName: string;
  /** Lower-case hex, of the whole file. */
  sha256: string;
  tables: Table[];
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const readBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > limits.fileBytes) {
      throw tooLarge(`it has ${Math.ceil(size / 1024 / 1024)} MB of at most ${limits.fileBytes / 1024 / 1024}`);
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
};

const startsWith = (bytes: Buffer, start: string): boolean =>
  bytes.subarray(0, start.length).toString('latin1') === start;

const isCompoundFile = (bytes: Buffer): boolean => startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');

/** A compound file holds the old format, or a new one behind a password ([MS-OFFCRYPTO] 2.3.4.4). */
const compoundFile = (bytes: Buffer): FileRejected =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? passwordProtected()
    : otherFormat('in the old Excel format (.xls)');

const knownStarts: [start: string, what: string][] = [
  ['%PDF', 'it is a PDF'],
  ['\x89PNG', 'it is a picture'],
  ['\xff\xd8\xff', 'it is a picture'],
  ['{\\rtf', 'it is a text document'],
];

const looksLikeMarkup = (text: string): boolean =>
  /^\s*<(!doctype|html|\?xml|table|workbook|svg)\b/i.test(text.slice(0, 1000));

const readText = (bytes: Buffer, name: string): Table => {
  const known = knownStarts.find(([start]) => startsWith(bytes, start));
  if (known) throw notASpreadsheet(known[1]);
  const text = decodeText(bytes);
  if (looksLikeMarkup(text)) throw notASpreadsheet('it is a web page or another marked-up text');
  return readDelimitedText(text, name);
};

const readContent = async (bytes: Buffer, fileName: string): Promise<Table[]> => {
  if (bytes.length === 0) throw new FileRejected('The file is empty.', 'Choose the file that holds the questions.');
  if (isCompoundFile(bytes)) throw compoundFile(bytes);
  if (startsWith(bytes, 'PK\x03\x04')) return readWorkbook(bytes);
  return [readText(bytes, basename(fileName, extname(fileName)))];
};

/** Reads all tables of a file: an Excel workbook or separated text, told apart by content, not by name. */
export const readTables = async (path: string): Promise<ReadFile> => {
  const fileName = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readBytes(path);
  } catch (error) {
    if (error instanceof FileRejected) throw error;
    throw new FileRejected(
      `The file can’t be read: ${describe(error)}.`,
      'Check that it is still there and that you may read it.',
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    return { fileName, sha256, tables: await readContent(bytes, fileName) };
  } catch (error) {
    // What the libraries throw is about bytes and offsets, which help nobody here.
    throw error instanceof FileRejected ? error : damaged('its parts do not fit together');
  }
};
