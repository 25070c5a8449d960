import { SaxesParser } from 'saxes';
import { damaged, FileRejected } from '../file-rejected';

/** What is heard of a document, with names as they are without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Elements in elements: a sheet needs about ten. */
const deepest = 100;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The encodings that XML may have without saying so; the others are not used for workbooks. */
const encodingOf = (start: Uint8Array): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
};

const createParser = (listener: XmlListener): SaxesParser => {
  const parser = new SaxesParser();
  let depth = 0;
  // A workbook has no document type. Without one there are no entities but the five of XML itself, and none from outside.
  parser.on('doctype', () => {
    throw new FileRejected(
      'The file declares a document type, which no workbook has.',
      'Such a file can be an attack. Ask where it comes from; save it anew in a spreadsheet program.',
    );
  });
  parser.on('error', () => {
    throw damaged('a part of it is not well-formed');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw damaged('its elements are nested too deeply');
    listener.open?.(localName(name), attributes as Record<string, string>);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close?.(localName(name));
  });
  return parser;
};

/** Reads an XML part as it is unpacked; never resolves an entity. */
export const readXml = async (chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> => {
  const parser = createParser(listener);
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
};

/** An attribute by its name without prefix: `r:id` is found as `id`. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];
