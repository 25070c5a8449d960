import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import { damaged, passwordProtected, tooLarge, tooMany } from '../file-rejected';
import { limits } from '../work-limits';

/** The parts of a zip file. Together no more is unpacked than the limit, whatever the zip says of itself. */
export interface Archive {
  has(name: string): boolean;
  /** The unpacked bytes of a part; refuses where there is none. */
  read(name: string): AsyncGenerator<Buffer>;
}

type OpenZip = (bytes: Buffer, options: Options) => Promise<ZipFile>;

const readDirectory = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    if (zip.entryCount > limits.zipEntries) reject(tooMany('parts', limits.zipEntries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

const isEncrypted = (entry: Entry): boolean => (entry.generalPurposeBitFlag & 1) === 1;

export const openArchive = async (bytes: Buffer): Promise<Archive> => {
  // Sizes are checked while unpacking: a part that is longer than it says ends the reading.
  const zip = await (promisify(fromBuffer) as OpenZip)(bytes, { lazyEntries: true, validateEntrySizes: true });
  const entries = await readDirectory(zip);
  const open = promisify(zip.openReadStream.bind(zip)) as (entry: Entry) => Promise<NodeJS.ReadableStream>;
  let unpacked = 0;

  const checkSize = (more: number): void => {
    if (unpacked + more <= limits.unpackedBytes) return;
    throw tooLarge(`unpacked it has more than ${limits.unpackedBytes / 1024 / 1024} MB of text`);
  };

  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: async function* read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw damaged(`its part ${name} is missing`);
      if (isEncrypted(entry)) throw passwordProtected();
      checkSize(entry.uncompressedSize);
      for await (const chunk of await open(entry)) {
        const part = chunk as Buffer;
        checkSize(part.length);
        unpacked += part.length;
        yield part;
      }
    },
  };
};
