import { posix } from 'node:path';
import { notASpreadsheet, otherFormat, tooMany } from '../file-rejected';
import { limits } from '../work-limits';
import type { Archive } from './archive';
import { attribute, readXml } from './xml';

export interface SheetPart {
  name: string;
  part: string;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  sharedStrings?: string;
  styles?: string;
  /** Days are counted from 1904 instead of 1900. */
  date1904: boolean;
}

interface Link {
  id: string;
  /** The last word of the link's type: `worksheet`, `styles`, … */
  kind: string;
  target: string;
}

/** Where a part's links to other parts stand (ECMA-376 part 2, 9.3). */
const linksPartOf = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

const readLinks = async (archive: Archive, part: string): Promise<Link[]> => {
  const linksPart = linksPartOf(part);
  const links: Link[] = [];
  if (!archive.has(linksPart)) return links;
  await readXml(archive.read(linksPart), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      // An absolute target counts from the root of the zip.
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target);
      links.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: posix.normalize(target) });
    },
  });
  return links;
};

const refuseOtherFormats = (archive: Archive): void => {
  if (archive.has('xl/workbook.bin')) throw otherFormat('a binary Excel workbook (.xlsb)');
  if (archive.has('mimetype') && archive.has('content.xml')) throw otherFormat('an OpenDocument file (.ods)');
  if (archive.has('Index/Document.iwa')) throw otherFormat('an Apple Numbers file');
};

const findWorkbook = async (archive: Archive): Promise<string> => {
  refuseOtherFormats(archive);
  const root = (await readLinks(archive, '')).find(({ kind }) => kind === 'officeDocument')?.target;
  const part = root && archive.has(root) ? root : 'xl/workbook.xml';
  if (!archive.has(part)) throw notASpreadsheet('it is a zip file without a workbook in it');
  return part;
};

/** Finds the sheets of a workbook, in its order, and what they refer to. */
export const findParts = async (archive: Archive): Promise<WorkbookParts> => {
  const workbook = await findWorkbook(archive);
  const links = await readLinks(archive, workbook);
  const targetOf = (wanted: string) => links.find(({ kind, target }) => kind === wanted && archive.has(target))?.target;
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readXml(archive.read(workbook), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const link = links.find(({ id }) => id === attribute(attributes, 'id'));
      // A sheet of another kind holds a chart or a macro, no cells.
      if (link?.kind === 'worksheet') sheets.push({ name: attributes.name ?? '', part: link.target });
      if (sheets.length > limits.sheets) throw tooMany('sheets', limits.sheets);
    },
  });
  const sharedStrings = targetOf('sharedStrings');
  const styles = targetOf('styles');
  return { sheets, ...(sharedStrings && { sharedStrings }), ...(styles && { styles }), date1904 };
};
