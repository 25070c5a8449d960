/** Changes of a pack, as damage, carelessness or somebody with a purpose would make them. */
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile as ZipReader } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Random } from '../../../main/demo/random';
import { sha256, strangersKey } from '../../support/evidence-pack';

export interface Mutation {
  what: string;
  bytes: Buffer;
  /** Where it may be seen; a problem must be about one of them. Anywhere, where there is none. */
  places: string[];
}

/** By name, in the order of the pack. */
type Files = Map<string, Buffer>;

export const unpack = async (pack: Buffer): Promise<Files> => {
  const reader = await new Promise<ZipReader>((resolve, reject) =>
    fromBuffer(pack, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const files: Files = new Map();
  await new Promise((resolve, reject) => {
    const readNext = async (entry: Entry) => {
      files.set(entry.fileName, await contentOf(reader, entry));
      reader.readEntry();
    };
    reader.on('entry', (entry: Entry) => void readNext(entry).catch(reject));
    reader.on('end', resolve).on('error', reject);
    reader.readEntry();
  });
  return files;
};

const contentOf = (reader: ZipReader, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    reader.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream)))),
  );

const zip = async (files: Iterable<[string, Buffer]>): Promise<Buffer> => {
  const zipFile = new ZipFile();
  for (const [name, bytes] of files) zipFile.addBuffer(bytes, name, { mode: 0o100644, forceDosTimestamp: true });
  zipFile.end();
  return buffer(zipFile.outputStream);
};

const textOf = (files: Files, name: string): string => (files.get(name) ?? Buffer.alloc(0)).toString('utf8');

/** SHA256SUMS made new, so that only what is signed can tell. */
const withSums = (files: Files): Files => {
  const rest = [...files].filter(([name]) => name !== 'SHA256SUMS');
  const sums = rest.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  return new Map([...rest, ['SHA256SUMS', Buffer.from(sums)]]);
};

type Manifest = {
  executions: { rowCount: number; evidence: { file: string; bytes: number; sha256: string } | null }[];
  documents: { file: string; bytes: number; sha256: string }[];
  auditLog: { entries: number; hash: string };
  signing: { keyId: string };
  application: { auditName: string };
  exportedAt: string;
};

const readManifest = (files: Files): Manifest => JSON.parse(textOf(files, 'manifest.json')) as Manifest;

/** Hashes in the manifest made new as well; the signature is the old one, or that of a key of one's own. */
const withManifest = (files: Files, key?: typeof strangersKey): Files => {
  const manifest = readManifest(files);
  const listed = [...manifest.documents, ...manifest.executions.flatMap(({ evidence }) => evidence ?? [])];
  for (const entry of listed) {
    const bytes = files.get(entry.file);
    if (bytes) Object.assign(entry, { bytes: bytes.length, sha256: sha256(bytes) });
  }
  if (key) manifest.signing.keyId = key.keyId;
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const changed = new Map(files).set('manifest.json', text);
  if (key) changed.set('manifest.json.sig', key.sign(text)).set('public-key.pem', Buffer.from(key.publicKey));
  return withSums(changed);
};

type Cover = { how: string; places: string[]; apply(files: Files): Files };

/** How far a change is covered up. */
const covers: Cover[] = [
  { how: '', places: [], apply: (files) => files },
  { how: ', sums made new', places: [], apply: withSums },
  { how: ', sums and manifest made new', places: ['manifest.json.sig'], apply: (files) => withManifest(files) },
  {
    how: ', all made new and signed by a stranger',
    places: ['public-key.pem'],
    apply: (files) => withManifest(files, strangersKey),
  },
];

const flip = (bytes: Buffer, random: Random): Buffer => {
  const changed = Buffer.from(bytes);
  const position = random.between(0, bytes.length - 1);
  changed[position] = (changed[position] ?? 0) ^ (1 << random.between(0, 7));
  return changed;
};

const withText = (files: Files, name: string, change: (lines: string[]) => string[]): Files => {
  const lines = textOf(files, name).split('\n').slice(0, -1);
  const text = change(lines)
    .map((line) => `${line}\n`)
    .join('');
  return new Map(files).set(name, Buffer.from(text));
};

/** One line taken out, repeated, moved, changed, or the last ones cut off; undefined where that changes nothing. */
const changeLines = (lines: string[], random: Random): { how: string; lines: string[] } | undefined => {
  const at = random.between(0, lines.length - 1);
  const line = lines[at] ?? '';
  const other = random.between(0, lines.length - 1);
  const [how, changed] = random.pick<[string, string[]]>([
    ['taken out', lines.toSpliced(at, 1)],
    ['put in twice', lines.toSpliced(at, 0, line)],
    ['moved', lines.with(at, lines[other] ?? '').with(other, line)],
    ['changed', lines.with(at, flip(Buffer.from(line || ' '), random).toString('latin1'))],
    ['cut off at the end', lines.slice(0, at)],
  ]);
  return changed.join('\n') === lines.join('\n') ? undefined : { how, lines: changed };
};

const evidenceOf = (files: Files): string[] => [...files.keys()].filter((name) => name.startsWith('evidence/'));

const changeRows = (files: Files, name: string, random: Random): { what: string; files: Files } => {
  for (;;) {
    const lines = textOf(files, name).split('\n').slice(0, -1);
    const changed = changeLines(lines, random);
    const kind = name === 'audit-log.ndjson' ? 'an entry of the log' : 'a row of evidence';
    if (changed) return { what: `${kind} ${changed.how}`, files: withText(files, name, () => changed.lines) };
  }
};

const changeManifest = (files: Files, random: Random): Files => {
  const manifest = readManifest(files);
  const change = random.pick([
    () => Object.assign(manifest.application, { auditName: 'Another audit' }),
    () => Object.assign(manifest, { exportedAt: '2020-01-01T00:00:00.000Z' }),
    () => Object.assign(manifest.auditLog, { entries: manifest.auditLog.entries - 1 }),
    () => Object.assign(manifest.auditLog, { hash: sha256('another') }),
    () => manifest.executions.pop(),
    () => manifest.documents.pop(),
    () => manifest.executions.reverse(),
  ]);
  change();
  return new Map(files).set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
};

/** A change of what is in the pack, zipped anew as tidily as it was. */
const changeContent = (files: Files, random: Random): { what: string; place: string; files: Files } => {
  const evidence = evidenceOf(files);
  const any = random.pick([...files.keys()].filter((name) => name !== 'SHA256SUMS'));
  const kind = random.pick([
    'byte',
    'byte',
    'row',
    'row',
    'log',
    'log',
    'manifest',
    'file gone',
    'file more',
    'renamed',
  ]);
  if (kind === 'row' && evidence.length > 0) {
    const place = random.pick(evidence);
    return { place, ...changeRows(files, place, random) };
  }
  if (kind === 'log') return { place: 'audit-log.ndjson', ...changeRows(files, 'audit-log.ndjson', random) };
  if (kind === 'manifest') {
    return { what: 'a fact of the manifest', place: 'manifest.json', files: changeManifest(files, random) };
  }
  if (kind === 'file gone') {
    return { what: 'a file taken out', place: any, files: new Map([...files].filter(([name]) => name !== any)) };
  }
  if (kind === 'file more') {
    const place = 'evidence/99_extra.csv';
    return { what: 'a file put in', place, files: withSums(new Map(files).set(place, Buffer.from('a\n1\n'))) };
  }
  if (kind === 'renamed') {
    const renamed = [...files].map(([name, bytes]): [string, Buffer] => [name === any ? `${name}x` : name, bytes]);
    return { what: 'a file renamed', place: any, files: new Map(renamed) };
  }
  return {
    what: 'a byte of a file',
    place: any,
    files: new Map(files).set(any, flip(files.get(any) ?? Buffer.alloc(1), random)),
  };
};

const changeZip = (pack: Buffer, random: Random): Mutation => {
  if (random.chance(0.2)) {
    const bytes = pack.subarray(0, random.between(0, pack.length - 1));
    return { what: 'the zip file cut short', bytes, places: ['the zip file'] };
  }
  return { what: 'a bit of the zip file', bytes: flip(pack, random), places: [] };
};

/** One change of a pack that is whole. */
export const mutate = async (pack: Buffer, random: Random): Promise<Mutation> => {
  if (random.chance(0.25)) return changeZip(pack, random);
  const changed = changeContent(await unpack(pack), random);
  // A manifest that can't be read can't be made new.
  const isWhole =
    !(changed.place === 'manifest.json' && changed.what !== 'a fact of the manifest') &&
    changed.files.has('manifest.json');
  const cover = random.pick(isWhole ? covers : covers.slice(0, 2));
  const places = [changed.place, 'manifest.json', 'SHA256SUMS', ...cover.places];
  return { what: `${changed.what}${cover.how}`, bytes: await zip(cover.apply(changed.files)), places };
};
