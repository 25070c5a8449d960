#!/usr/bin/env node
/**
 * Verifies an evidence pack without Tickmark: `node verify-pack.mjs <pack.zip>`. Needs Node 20.15 or later and nothing
 * else. What a pack holds and what is checked is told in docs/evidence.md. Ends with 0 when nothing is wrong, else 1.
 *
 *     --key <public-key.pem or key id>   the key that must have signed the pack
 *     --checkpoint <checkpoint.json>     an earlier head of the audit log that the pack's log must contain
 *
 * Tickmark itself verifies with this file, so that there is one truth about what a whole pack is.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crc32, createInflateRaw } from 'node:zlib';

const sumsName = 'SHA256SUMS';
const manifestName = 'manifest.json';
const signatureName = 'manifest.json.sig';
const keyName = 'public-key.pem';
const logName = 'audit-log.ndjson';
/** Documents that every pack has, beside the manifest and what proves it. */
const documentNames = [logName, 'report.html', 'workpaper.xlsx'];
/** What stands in each cell of a column that was taken out before the pack was handed over. */
export const redactionMark = '[redacted]';
const genesis = '0'.repeat(64);
const isHash = (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Checks a pack, given as a path or as its bytes. Answers all that is wrong, each with the file and row it is about,
 * what was looked at, and who signed. Never rejects because of what the pack holds.
 */
export const verifyPack = async (pack, { key, checkpoint } = {}) => {
  const problems = [];
  const report = (where, message) => problems.push({ where, message });
  const checked = { files: 0, executions: 0, rows: 0, entries: 0, head: genesis, redacted: 0 };
  let signedBy = null;
  let about = null;
  let questions = null;
  const source = await openSource(pack);
  try {
    const entries = await readDirectory(source);
    checkNames(entries, report);
    checkAlike(entries, report);
    await checkLayout(source, entries, report);
    const files = await readFiles(source, entries, checkpoint, report);
    checked.files = files.size;
    checkSums(files, report);
    signedBy = checkSignature(files, key, report);
    const log = files.get(logName)?.log ?? emptyLog();
    const manifest = parseManifest(files.get(manifestName)?.text, report);
    if (manifest) {
      about = describeManifest(manifest);
      questions = countQuestions(manifest);
      checkManifest(manifest, files, log, report, checked);
      await checkRedactions(source, entries, manifest, report, checked);
      if (signedBy) checkSigner(manifest, log, signedBy, report);
    }
    checked.entries = log.entries;
    checked.head = log.hash;
    if (checkpoint) checkAgainst(checkpoint, log, report);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    report('the zip file', error.message);
  } finally {
    await source.close();
  }
  return { valid: problems.length === 0, problems, checked, signedBy, about, questions };
};

/** What a pack says of itself, once its manifest could be read. */
const describeManifest = ({ application, exportedAt, exportedBy, appVersion }) => ({
  applicationId: application.id,
  auditName: String(application.auditName),
  name: String(application.name),
  ciId: String(application.ciId),
  exportedAt: String(exportedAt),
  exportedBy: String(exportedBy),
  appVersion: String(appVersion),
});

/**
 * How far the audit's questions were answered: with a result that is marked final, with a whole one that is not, not
 * answerable as a person said, or none of these. Null for packs of before, whose manifest has no questions.
 */
const countQuestions = ({ questions, executions }) => {
  if (questions === undefined) return null;
  const counts = { total: questions.length, final: 0, notFinal: 0, notAnswerable: 0, open: 0 };
  for (const { questionId, notAnswerable } of questions) {
    const whole = executions.filter(
      ({ question, status, complete }) => question.questionId === questionId && status === 'succeeded' && complete,
    );
    if (whole.some(({ final }) => final)) counts.final += 1;
    else if (whole.length > 0) counts.notFinal += 1;
    else if (notAnswerable !== null) counts.notAnswerable += 1;
    else counts.open += 1;
  }
  return counts;
};

class Unreadable extends Error {}

// Where the bytes come from

const openSource = async (pack) => {
  if (typeof pack !== 'string') return bytesSource(Buffer.from(pack.buffer, pack.byteOffset, pack.byteLength));
  const handle = await open(pack, 'r');
  const { size } = await handle.stat();
  const read = async (start, length) => {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, start);
    return buffer.subarray(0, bytesRead);
  };
  return { size, read, close: () => handle.close() };
};

const bytesSource = (bytes) => ({
  size: bytes.length,
  read: async (start, length) => bytes.subarray(start, start + length),
  close: async () => {},
});

const readExactly = async (source, start, length) => {
  if (start < 0 || start + length > source.size) throw new Unreadable('It ends before it should.');
  return source.read(start, length);
};

async function* readStretch(source, start, length) {
  const chunkSize = 1024 * 1024;
  for (let position = start; position < start + length; position += chunkSize) {
    yield await readExactly(source, position, Math.min(chunkSize, start + length - position));
  }
}

// The zip format: APPNOTE.TXT 6.3, sections 4.3 to 4.5

const readDirectory = async (source) => {
  const { count, offset, size, end } = await readDirectoryPlace(source);
  const bytes = await readExactly(source, offset, size);
  const entries = [];
  let position = 0;
  while (position < bytes.length) {
    if (bytes.length - position < 46 || bytes.readUInt32LE(position) !== 0x02014b50) {
      throw new Unreadable('Its directory is damaged.');
    }
    const { entry, next } = readDirectoryEntry(bytes, position);
    entries.push(entry);
    position = next;
  }
  if (entries.length !== count)
    throw new Unreadable(`Its directory lists ${entries.length} files and counts ${count}.`);
  if (offset + size !== end) throw new Unreadable('Something stands between its directory and its end.');
  return Object.assign(entries, { directoryAt: offset });
};

/** The end record is the last thing in the file; only a comment may follow, of the length that it states. */
const readDirectoryPlace = async (source) => {
  const length = Math.min(source.size, 22 + 0xffff);
  const tail = await source.read(source.size - length, length);
  for (let position = tail.length - 22; position >= 0; position -= 1) {
    if (tail.readUInt32LE(position) !== 0x06054b50) continue;
    if (position + 22 + tail.readUInt16LE(position + 20) !== tail.length) continue;
    const isOneWholeFile = tail.readUInt32LE(position + 4) === 0 && position + 22 === tail.length;
    const countsAgree = tail.readUInt16LE(position + 8) === tail.readUInt16LE(position + 10);
    if (!isOneWholeFile || !countsAgree) throw new Unreadable('Its end is not as a pack ends: it was changed.');
    const place = {
      end: source.size - length + position,
      count: tail.readUInt16LE(position + 10),
      size: tail.readUInt32LE(position + 12),
      offset: tail.readUInt32LE(position + 16),
    };
    const large = place.count === 0xffff || place.size === 0xffffffff || place.offset === 0xffffffff;
    return large ? readLargeDirectoryPlace(source, source.size - length + position) : place;
  }
  throw new Unreadable('It is no zip file, or its end is missing.');
};

const readLargeDirectoryPlace = async (source, endRecordAt) => {
  const locator = await readExactly(source, endRecordAt - 20, 20);
  if (locator.readUInt32LE(0) !== 0x07064b50) throw new Unreadable('Its zip64 locator is missing.');
  const end = readNumber(locator, 8);
  const record = await readExactly(source, end, 56);
  if (record.readUInt32LE(0) !== 0x06064b50) throw new Unreadable('Its zip64 end record is missing.');
  const isWhole = end + 56 === endRecordAt - 20 && readNumber(record, 4) === 44 && readNumber(record, 16) === 0;
  if (!isWhole || readNumber(record, 24) !== readNumber(record, 32)) throw new Unreadable('Its zip64 end was changed.');
  return { end, count: readNumber(record, 32), size: readNumber(record, 40), offset: readNumber(record, 48) };
};

const readNumber = (bytes, offset) => {
  if (offset + 8 > bytes.length) throw new Unreadable('Its directory is damaged.');
  return Number(bytes.readBigUInt64LE(offset));
};

const readDirectoryEntry = (bytes, position) => {
  const nameEnd = position + 46 + bytes.readUInt16LE(position + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(position + 30);
  const next = extraEnd + bytes.readUInt16LE(position + 32);
  if (next > bytes.length) throw new Unreadable('Its directory is damaged.');
  const rawName = bytes.subarray(position + 46, nameEnd);
  const entry = {
    rawName,
    name: rawName.toString('utf8'),
    // Bytes that say nothing about a file's content; the same for each file of a pack.
    setting: [
      bytes.readUInt16LE(position + 4),
      bytes.readUInt16LE(position + 34),
      bytes.readUInt16LE(position + 36),
      bytes.readUInt32LE(position + 38),
      bytes.readUInt16LE(position + 32),
    ].join(),
    version: bytes.readUInt16LE(position + 6),
    /** What the header beside the data repeats: flags, method, time, date. */
    repeated: bytes.subarray(position + 8, position + 16),
    flags: bytes.readUInt16LE(position + 8),
    method: bytes.readUInt16LE(position + 10),
    crc32: bytes.readUInt32LE(position + 16),
    packedSize: bytes.readUInt32LE(position + 20),
    size: bytes.readUInt32LE(position + 24),
    mode: bytes.readUInt32LE(position + 38) >>> 16,
    offset: bytes.readUInt32LE(position + 42),
  };
  return { entry: withLargeNumbers(entry, bytes.subarray(nameEnd, extraEnd)), next };
};

/** Numbers that don't fit 32 bits stand in extra field 1, those only, in this order. */
const withLargeNumbers = (entry, extra) => {
  for (let position = 0; position + 4 <= extra.length; ) {
    const end = position + 4 + extra.readUInt16LE(position + 2);
    if (extra.readUInt16LE(position) === 1) {
      const field = extra.subarray(position + 4, end);
      let at = 0;
      const large = {};
      for (const key of ['size', 'packedSize', 'offset']) {
        if (entry[key] !== 0xffffffff) continue;
        large[key] = readNumber(field, at);
        at += 8;
      }
      return { ...entry, ...large };
    }
    position = end;
  }
  return entry;
};

/** The bytes of a zip that are neither names nor contents: every one of them must be as its maker wrote it. */
const checkLayout = async (source, entries, report) => {
  let expected = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.offset !== expected) report(entry.name, 'Bytes that belong to no file stand before it in the zip file.');
    expected = entries[index + 1]?.offset ?? entries.directoryAt;
    try {
      await checkLocalHeader(source, entry, expected);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      report(entry.name, error.message);
    }
  }
};

/** Needed to unpack (4.4.3): plain, with folders or packed, zip64. */
const zipVersions = [10, 20, 45];

const checkLocalHeader = async (source, entry, end) => {
  const header = await readExactly(source, entry.offset, 30);
  const versions = [entry.version, header.readUInt16LE(4)];
  if (!versions.every((version) => zipVersions.includes(version)) || !header.subarray(6, 14).equals(entry.repeated)) {
    throw new Unreadable('It is described differently beside its data than in the directory.');
  }
  const numbers = [entry.crc32, entry.packedSize, entry.size];
  const isStated = numbers.every((number, index) =>
    [0, 0xffffffff, number].includes(header.readUInt32LE(14 + 4 * index)),
  );
  if (!isStated) throw new Unreadable('Its sizes differ beside its data and in the directory.');
  const dataEnd = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28) + entry.packedSize;
  if (end < dataEnd) throw new Unreadable('It overlaps with what follows in the zip file.');
  const rest = await readExactly(source, dataEnd, Math.min(end - dataEnd, 64));
  const closings = entry.flags & 8 ? dataDescriptors(entry) : [Buffer.alloc(0)];
  if (!closings.some((closing) => closing.equals(rest))) {
    throw new Unreadable('Its bytes do not end in the zip file as they should.');
  }
};

/** Section 4.3.9: checksum and sizes behind the data, where they were not known before it. */
const dataDescriptors = ({ crc32: crc, packedSize, size }) => {
  const small = Buffer.alloc(16);
  const large = Buffer.alloc(24);
  for (const bytes of [small, large]) {
    bytes.writeUInt32LE(0x08074b50, 0);
    bytes.writeUInt32LE(crc, 4);
  }
  small.writeUInt32LE(packedSize % 2 ** 32, 8);
  small.writeUInt32LE(size % 2 ** 32, 12);
  large.writeBigUInt64LE(BigInt(packedSize), 8);
  large.writeBigUInt64LE(BigInt(size), 16);
  return [small, large];
};

/** The file's bytes, unpacked; throws where they don't match what the directory says of them. */
async function* readEntry(source, entry) {
  const header = await readExactly(source, entry.offset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new Unreadable('Its place in the zip file is damaged.');
  const nameLength = header.readUInt16LE(26);
  const localName = await readExactly(source, entry.offset + 30, nameLength);
  if (!localName.equals(entry.rawName))
    throw new Unreadable('It bears another name beside its data than in the directory.');
  const start = entry.offset + 30 + nameLength + header.readUInt16LE(28);
  const packed = readStretch(source, start, entry.packedSize);
  let size = 0;
  let crc = 0;
  for await (const chunk of entry.method === 8 ? inflate(packed, entry.packedSize) : packed) {
    size += chunk.length;
    if (size > entry.size) break;
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size) throw new Unreadable(`It is not ${entry.size} bytes long, as the zip file says.`);
  if (crc !== entry.crc32) throw new Unreadable('Its bytes were changed: the zip checksum (CRC-32) differs.');
}

async function* inflate(packed, length) {
  const unpacker = createInflateRaw();
  const input = Readable.from(packed).on('error', (error) => unpacker.destroy(error));
  try {
    yield* input.pipe(unpacker);
    if (unpacker.bytesWritten !== length) throw new Unreadable('Bytes that belong to nothing stand behind its data.');
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`Its packed bytes are damaged (${error.code ?? error.message}).`);
  } finally {
    input.destroy();
  }
}

// Names

const checkNames = (entries, report) => {
  const seen = new Set();
  for (const { name, rawName, mode, flags, method } of entries) {
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) report(name, 'This name is in the pack twice.');
    seen.add(key);
    if (isOddName(name, rawName))
      report(name, 'This name is not one that a pack uses: it could lead outside its folder.');
    if ((mode & 0o170000) === 0o120000) report(name, 'It is a link, not a file.');
    if (flags & 1) report(name, 'It is encrypted.');
    if (method !== 0 && method !== 8) report(name, `It is packed by an unknown method (${method}).`);
  }
  for (const name of [manifestName, signatureName, keyName, ...documentNames, sumsName]) {
    if (!entries.some((entry) => entry.name === name)) report(name, 'This file is missing from the pack.');
  }
};

/** One program wrote all files of a pack in one go, so that what it notes beside them is the same for each. */
const checkAlike = (entries, report) => {
  const counts = new Map();
  for (const { setting } of entries) counts.set(setting, (counts.get(setting) ?? 0) + 1);
  const usual = [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
  for (const { name, setting } of entries) {
    if (setting !== usual)
      report(name, 'The zip file notes it unlike the others: its entry in the directory was changed.');
  }
};

const isOddName = (name, rawName) =>
  !Buffer.from(name).equals(rawName) ||
  /[\\:\p{Cc}]/u.test(name) ||
  name.split('/').some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part));

// Contents, each file read once

const readFiles = async (source, entries, checkpoint, report) => {
  const files = new Map();
  for (const entry of entries) {
    if (files.has(entry.name)) continue;
    const reader = createReader(entry.name, checkpoint, report);
    const hash = createHash('sha256');
    try {
      for await (const chunk of readEntry(source, entry)) {
        hash.update(chunk);
        reader.push(chunk);
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      report(entry.name, error.message);
    }
    files.set(entry.name, { sha256: hash.digest('hex'), bytes: entry.size, ...reader.finish() });
  }
  return files;
};

const createReader = (name, checkpoint, report) => {
  if (name.startsWith('evidence/')) return createRowCounter(name, report);
  if (name === logName) return createLogReader(checkpoint, report);
  if ([manifestName, sumsName, signatureName, keyName].includes(name)) return createTextReader();
  return { push: () => {}, finish: () => ({}) };
};

const createTextReader = () => {
  const chunks = [];
  const finish = () => {
    const content = Buffer.concat(chunks);
    return { content, text: content.toString('utf8') };
  };
  return { push: (chunk) => chunks.push(chunk), finish };
};

/** Counts the records of a CSV: a line end inside quotes is part of a cell. The first record is the header. */
const createRowCounter = (name, report) => {
  const header = [];
  let records = 0;
  let quoted = false;
  let ended = false;
  const push = (chunk) => {
    let headerEnd = chunk.length;
    for (let position = 0; position < chunk.length; position += 1) {
      const byte = chunk[position];
      if (byte === 0x22) quoted = !quoted;
      else if (byte === 0x0a && !quoted) {
        if (records === 0) headerEnd = position;
        records += 1;
      }
    }
    if (records === 0 || headerEnd < chunk.length) header.push(chunk.subarray(0, headerEnd));
    ended = chunk[chunk.length - 1] === 0x0a && !quoted;
  };
  const finish = () => {
    if (!ended) report(name, 'Its last row is not whole.');
    return { rowCount: Math.max(0, records - 1), columns: parseHeader(Buffer.concat(header).toString('utf8')) };
  };
  return { push, finish };
};

const parseHeader = (text) => {
  if (text === '') return [];
  const cells = text.match(/(?:"(?:[^"]|"")*"|[^,"]*)(?:,|$)/g) ?? [];
  // Behind the last cell, which ends at the end of the text, the pattern finds one more, of nothing.
  return cells.slice(0, -1).map((cell) => {
    const name = cell.replace(/,$/, '');
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
  });
};

// SHA256SUMS

const checkSums = (files, report) => {
  const text = files.get(sumsName)?.text;
  if (text === undefined) return;
  const lines = text.split('\n');
  if (lines.pop() !== '') report(sumsName, 'Its last line is not whole.');
  const listed = new Set();
  for (const [index, line] of lines.entries()) {
    const where = `${sumsName}, line ${index + 1}`;
    const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (name === undefined) report(where, 'This line is not a hash and a name.');
    else if (listed.has(name)) report(where, `${name} is listed twice.`);
    else checkSum(files.get(name), name, hash, report);
    listed.add(name);
  }
  const others = [...files.keys()].filter((name) => name !== sumsName);
  for (const name of others) {
    if (!listed.has(name)) report(name, `This file is not listed in ${sumsName}: it was added later.`);
  }
  if (others.join('\n') !== [...listed].join('\n')) {
    report(sumsName, 'It does not list the files in the order in which they stand in the pack.');
  }
};

const checkSum = (file, name, hash, report) => {
  if (!file) report(name, `This file is listed in ${sumsName} and missing from the pack.`);
  else if (file.sha256 !== hash)
    report(name, `It was changed: its SHA-256 is ${file.sha256}, ${sumsName} says ${hash}.`);
};

// The audit log

const wholeKeys = 'action,actor,at,details,entry_hash,hash,prev_hash,salt,seq,subject';
const foreignKeys = 'entry_hash,seq';
const emptyLog = () => ({ entries: 0, hash: genesis, finished: new Map(), hashAtCheckpoint: undefined });

/** Canonical JSON, RFC 8785: keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. */
const canonicalJson = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
};

const createLogReader = (checkpoint, report) => {
  const log = emptyLog();
  let rest = Buffer.alloc(0);
  let row = 0;
  const push = (chunk) => {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
      row += 1;
      checkLogLine(log, bytes.toString('utf8', start, end), row, report);
      if (log.entries === checkpoint?.entries) log.hashAtCheckpoint = log.hash;
      start = end + 1;
    }
    rest = bytes.subarray(start);
  };
  const finish = () => {
    if (rest.length > 0) report(logName, 'Its last row is not whole.');
    return { log };
  };
  return { push, finish };
};

const checkLogLine = (log, line, row, report) => {
  const entry = parseJson(line);
  const seq = log.entries + 1;
  const where = `${logName}, row ${row} (entry ${entry?.seq ?? 'unknown'})`;
  const keys = isObject(entry) ? Object.keys(entry).sort().join(',') : '';
  if (keys !== wholeKeys && keys !== foreignKeys) {
    log.entries = seq;
    report(where, 'This row is no entry of an audit log.');
    return;
  }
  if (canonicalJson(entry) !== line) report(where, 'This row is not written as canonical JSON.');
  if (entry.seq !== seq) report(where, `Entry ${seq} should stand here: entries were removed, added or moved.`);
  if (!isHash(entry.entry_hash)) report(where, 'Its hash is not a SHA-256.');
  const hash = sha256(log.hash + entry.entry_hash);
  if (keys === wholeKeys) checkWholeEntry(log, entry, hash, where, report);
  // After a break the chain goes on from what the entry claims, so that one change is not reported for each later row.
  log.hash = keys === wholeKeys && isHash(entry.hash) ? entry.hash : hash;
  log.entries = Number.isSafeInteger(entry.seq) ? entry.seq : seq;
};

const checkWholeEntry = (log, entry, hash, where, report) => {
  const { seq, at, actor, action, subject, details, salt, entry_hash: entryHash, prev_hash: prevHash } = entry;
  if (!/^[0-9a-f]+$/.test(salt)) report(where, 'Its salt is not hexadecimal.');
  if (sha256(salt + canonicalJson({ seq, at, actor, action, subject, details })) !== entryHash) {
    report(where, 'This entry was changed: its content does not match its hash.');
  }
  if (prevHash !== log.hash) report(where, 'It does not follow from the entry before it.');
  else if (entry.hash !== hash) report(where, 'Its place in the chain was changed: its chain hash is wrong.');
  const [, status] = /^execution\.(succeeded|failed|cancelled|interrupted)$/.exec(action) ?? [];
  if (!status || !isObject(details)) return;
  const finished = log.finished.get(subject) ?? [];
  log.finished.set(subject, [...finished, { status, details, where }]);
};

const parseJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// The manifest

const parseManifest = (text, report) => {
  if (text === undefined) return undefined;
  const manifest = parseJson(text);
  if (!isObject(manifest) || manifest.format !== 'tickmark-evidence-pack') {
    report(manifestName, 'It is not the manifest of an evidence pack.');
    return undefined;
  }
  if (manifest.schemaVersion !== 2) {
    report(manifestName, `Its version ${manifest.schemaVersion} is not known: take another verify-pack.mjs.`);
    return undefined;
  }
  if (isWholeManifest(manifest)) return manifest;
  report(
    manifestName,
    'It is incomplete: executions, documents, application or the head of the audit log are missing.',
  );
  return undefined;
};

const isWholeManifest = ({ executions, documents, auditLog, application, signing, questions = [] }) =>
  Array.isArray(executions) &&
  executions.every(isExecution) &&
  Array.isArray(documents) &&
  documents.every(isObject) &&
  Array.isArray(questions) &&
  questions.every(isObject) &&
  [auditLog, application, signing].every(isObject);

const isExecution = (execution) =>
  isObject(execution) &&
  isObject(execution.question) &&
  isObject(execution.connector) &&
  Array.isArray(execution.columns) &&
  execution.columns.every(isObject) &&
  (execution.evidence === null || isEvidence(execution.evidence));

const isEvidence = (evidence) => isObject(evidence) && (evidence.redacted === null || isRedaction(evidence.redacted));

const isRedaction = (redacted) =>
  isObject(redacted) && isObject(redacted.original) && Array.isArray(redacted.columns) && redacted.columns.length > 0;

const checkManifest = (manifest, files, log, report, checked) => {
  const named = new Set();
  const seen = new Set();
  for (const execution of manifest.executions) {
    const where = `${manifestName}, execution ${execution.executionId}`;
    if (seen.has(execution.executionId)) report(where, 'This execution is listed twice.');
    seen.add(execution.executionId);
    checkEvidence(execution, files, where, named, report, checked);
    checkFinished(execution, manifest.application.id, log, where, report);
    checked.executions += 1;
  }
  checkDocuments(manifest.documents, files, named, report);
  for (const name of files.keys()) {
    if (named.has(name) || [manifestName, signatureName, keyName, sumsName].includes(name)) continue;
    report(name, `${manifestName} does not name this file: no execution and no document of the pack is in it.`);
  }
  checkOrder(manifest, files, report);
  checkHead(manifest.auditLog, log, report);
};

const checkDocuments = (documents, files, named, report) => {
  for (const { file: name, bytes, sha256: stated } of documents) {
    if (named.has(name)) report(manifestName, `It names ${name} twice.`);
    named.add(name);
    const file = files.get(name);
    if (!file) report(manifestName, `It names ${name}, which is missing from the pack.`);
    else if (file.sha256 !== stated)
      report(name, `It was changed: its SHA-256 is ${file.sha256}, ${manifestName} says ${stated}.`);
    else if (file.bytes !== bytes) report(name, `It is ${file.bytes} bytes long, ${manifestName} says ${bytes}.`);
  }
  for (const name of documentNames) {
    if (!named.has(name)) report(manifestName, `It does not name ${name}, which every pack has.`);
  }
};

const checkOrder = ({ documents, executions }, files, report) => {
  const evidence = executions.flatMap((execution) => execution.evidence?.file ?? []);
  const order = [manifestName, signatureName, keyName, ...documents.map(({ file }) => file), ...evidence, sumsName];
  const present = order.filter((name) => files.has(name));
  if (present.join('\n') !== [...files.keys()].filter((name) => order.includes(name)).join('\n')) {
    report('the zip file', `Its files do not stand in the order of ${manifestName}: they were moved.`);
  }
};

const checkEvidence = ({ evidence, rowCount, columns }, files, where, named, report, checked) => {
  if (!evidence) return;
  if (named.has(evidence.file)) report(where, `Another execution names ${evidence.file} too.`);
  named.add(evidence.file);
  const file = files.get(evidence.file);
  if (file?.rowCount === undefined) return report(where, `Its evidence ${evidence.file} is missing from the pack.`);
  const compare = (what, stated, found) => {
    if (stated !== found) report(evidence.file, `The manifest states ${what} ${stated}, the file has ${found}.`);
  };
  compare('SHA-256', evidence.sha256, file.sha256);
  compare('a length in bytes of', evidence.bytes, file.bytes);
  compare('a number of rows of', rowCount, file.rowCount);
  compare('the columns', JSON.stringify(columns.map(({ name }) => name)), JSON.stringify(file.columns));
  checked.rows += file.rowCount;
};

/** The evidence as it was sealed: of a redacted file, that is not the one in the pack. */
const sealedEvidence = (evidence) => (evidence?.redacted ? evidence.redacted.original : evidence);

/** What the audit log wrote down when the execution ended must be what the manifest says of it. */
const checkFinished = (execution, applicationId, log, where, report) => {
  if (execution.imported) return;
  const finished = log.finished.get(`execution/${execution.executionId}`) ?? [];
  if (finished.length !== 1) {
    return report(where, `The audit log has ${finished.length} entries for its end; there must be one.`);
  }
  const [{ status, details, where: entry }] = finished;
  const stated = {
    status: execution.status,
    executionId: execution.executionId,
    applicationId,
    questionId: execution.question.questionId,
    connectorName: execution.connector.name,
    rowCount: execution.rowCount,
    ...(execution.evidence && { bytes: sealedEvidence(execution.evidence).bytes }),
    sha256: sealedEvidence(execution.evidence)?.sha256 ?? null,
    complete: execution.complete,
  };
  const logged = { ...details, status, sha256: details.sha256 ?? null };
  for (const [key, value] of Object.entries(stated)) {
    if (logged[key] === value) continue;
    report(where, `Its ${key} is ${JSON.stringify(value)}; ${entry} says ${JSON.stringify(logged[key])}.`);
  }
};

const checkHead = ({ entries, hash }, log, report) => {
  if (log.entries < entries)
    report(logName, `It was cut short: the manifest states ${entries} entries, ${log.entries} are there.`);
  else if (log.entries > entries) report(logName, `It has ${log.entries} entries, the manifest states ${entries}.`);
  else if (log.hash !== hash) report(logName, `Its last hash is ${log.hash}, the manifest states ${hash}.`);
};

// Redacted columns

/** A column that was taken out says so in each of its cells; one that claims it and does not is no redaction. */
const checkRedactions = async (source, entries, manifest, report, checked) => {
  for (const { evidence, columns } of manifest.executions) {
    if (!evidence?.redacted) continue;
    const entry = entries.find(({ name }) => name === evidence.file);
    const positions = columns.flatMap(({ name }, index) => (evidence.redacted.columns.includes(name) ? [index] : []));
    const known = evidence.redacted.columns.every((name) => columns.some((column) => column.name === name));
    if (!known) report(evidence.file, 'The manifest names a redacted column that the file does not have.');
    checked.redacted += 1;
    if (entry) await checkRedactedCells(source, entry, positions, report);
  }
};

const checkRedactedCells = async (source, entry, positions, report) => {
  let row = 0;
  try {
    for await (const record of readRecords(readEntry(source, entry))) {
      const cells = row === 0 ? undefined : parseHeader(record);
      if (cells && positions.some((position) => cells[position] !== redactionMark)) {
        return report(`${entry.name}, row ${row}`, 'A cell of a redacted column does not bear the mark of one.');
      }
      row += 1;
    }
  } catch (error) {
    // Told already, when the file was read for its hash.
    if (!(error instanceof Unreadable)) throw error;
  }
};

/** The records of a CSV as text, without their line ends. */
async function* readRecords(chunks) {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    let quoted = false;
    for (let position = 0; position < bytes.length; position += 1) {
      if (bytes[position] === 0x22) quoted = !quoted;
      else if (bytes[position] === 0x0a && !quoted) {
        yield bytes.toString('utf8', start, position);
        start = position + 1;
      }
    }
    rest = bytes.subarray(start);
  }
}

// Who signed

/** The public key of a PEM text, in the only writing that a pack has for it; undefined where it is none. */
const readPublicKey = (pem) => {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' && exportPem(key) === pem ? key : undefined;
  } catch {
    return undefined;
  }
};

const exportPem = (key) => key.export({ type: 'spki', format: 'pem' });
const exportDer = (key) => key.export({ type: 'spki', format: 'der' });

/** The short name of a public key (PEM): the start of the SHA-256 of its bytes. */
export const keyIdOf = (publicKey) => sha256(exportDer(createPublicKey(publicKey))).slice(0, 16);

/** The digits of Crockford's base 32: no letter that looks like a digit. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A head of an audit log as people compare it: 120 bits of the SHA-256 of entries, hash and the public key (PEM) of
 * the installation that keeps the log, in six groups of four.
 */
export const headFingerprint = ({ entries, hash }, publicKey) => {
  const key = exportDer(createPublicKey(publicKey)).toString('base64');
  const number = BigInt(`0x${sha256(`${entries}\n${hash}\n${key}`).slice(0, 30)}`);
  const text = Array.from({ length: 24 }, (_, index) => digits[Number((number >> BigInt(115 - 5 * index)) & 31n)]);
  return text.join('').replace(/.{4}(?=.)/g, '$&-');
};

/** The text that is signed of a head; `signedAt` is ISO 8601 in UTC. */
export const headText = ({ entries, hash, signedAt }) =>
  `tickmark-audit-log-head 1\n${entries}\n${hash}\n${signedAt}\n`;

const checkSignature = (files, expected, report) => {
  const manifest = files.get(manifestName)?.content;
  const signature = files.get(signatureName)?.content;
  const publicKey = files.get(keyName)?.text;
  if (!manifest || !signature || publicKey === undefined) return null;
  const key = readPublicKey(publicKey);
  if (!key) {
    report(keyName, 'It is no Ed25519 public key as a pack holds one.');
    return null;
  }
  if (!isSignature(manifest, key, signature)) {
    const message = `It is not the signature of ${manifestName} by ${keyName}: one of the three was changed.`;
    report(signatureName, message);
    return null;
  }
  const keyId = keyIdOf(publicKey);
  if (expected !== undefined && keyId !== expected) {
    report(keyName, `The pack is signed with the key ${keyId}, not with ${expected}: somebody else made it.`);
  }
  return { keyId, publicKey };
};

const isSignature = (bytes, key, signature) => signature.length === 64 && verify(null, bytes, key, signature);

const checkSigner = ({ signing, auditLog }, log, { keyId, publicKey }, report) => {
  if (signing.algorithm !== 'Ed25519' || signing.keyId !== keyId) {
    report(manifestName, `It names the key ${signing.keyId}, and the pack is signed with ${keyId}.`);
  }
  const fingerprint = headFingerprint(log, publicKey);
  if (auditLog.fingerprint !== fingerprint) {
    report(manifestName, `It states the fingerprint ${auditLog.fingerprint}; the log's head has ${fingerprint}.`);
  }
};

// Checkpoints: an earlier head of a log, signed and handed over

/**
 * Reads a checkpoint: the file that Tickmark saved, or the head in a pack, given as a path or as its bytes. Answers the
 * head and all that is wrong with it.
 */
export const readCheckpoint = async (file) => {
  const source = await openSource(file);
  try {
    const isPack = (await source.read(0, 2)).toString('latin1') === 'PK';
    return isPack ? await readPackedHead(source) : readHead(await source.read(0, Math.min(source.size, 65_536)));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return unusable(error.message);
  } finally {
    await source.close();
  }
};

const unusable = (message) => ({ head: null, problems: [{ where: 'the checkpoint', message }] });

const readHead = (bytes) => {
  const head = parseJson(bytes.toString('utf8'));
  if (!isObject(head) || head.format !== 'tickmark-checkpoint') return unusable('It is no checkpoint of an audit log.');
  if (head.schemaVersion !== 1) return unusable(`Its version ${head.schemaVersion} is not known.`);
  const key = readPublicKey(String(head.publicKey));
  const isWhole = key && Number.isSafeInteger(head.entries) && head.entries > 0 && isHash(head.hash);
  if (!isWhole) return unusable('It is damaged: its head or its key is missing.');
  const signature = Buffer.from(String(head.signature), 'base64');
  const isSigned =
    isSignature(Buffer.from(headText(head)), key, signature) &&
    signature.toString('base64') === head.signature &&
    head.keyId === keyIdOf(head.publicKey) &&
    head.fingerprint === headFingerprint(head, head.publicKey);
  return isSigned ? { head, problems: [] } : unusable('It was changed: its signature does not belong to its head.');
};

/** A pack's signed manifest holds the head of its log. The rest of the pack is not looked at. */
const readPackedHead = async (source) => {
  const problems = [];
  const report = (where, message) => problems.push({ where, message });
  const wanted = [manifestName, signatureName, keyName];
  const entries = (await readDirectory(source)).filter(({ name }) => wanted.includes(name));
  const files = await readFiles(source, entries, undefined, report);
  const signedBy = checkSignature(files, undefined, report);
  const manifest = parseManifest(files.get(manifestName)?.text, report);
  if (!signedBy || !manifest || problems.length > 0) {
    return problems.length > 0 ? { head: null, problems } : unusable('The pack is not signed.');
  }
  const { entries: count, hash, fingerprint } = manifest.auditLog;
  return { head: { ...signedBy, entries: count, hash, fingerprint, signedAt: manifest.exportedAt }, problems };
};

const checkAgainst = ({ entries, hash }, log, report) => {
  if (log.entries < entries)
    report(logName, `It was cut short: the checkpoint states ${entries} entries, ${log.entries} are there.`);
  else if (log.hashAtCheckpoint !== hash)
    report(logName, `It was rewritten: up to entry ${entries} it is not the log that the checkpoint was taken of.`);
};

// The command

const describe = ({ valid, problems, checked, signedBy, about, questions }) => [
  ...(about
    ? [`Pack of “${about.auditName}”, ${about.ciId}, exported ${about.exportedAt} by ${about.exportedBy}.`]
    : []),
  ...(questions
    ? [
        `Of ${questions.total} questions ${questions.final} have a final result, ${questions.notFinal} one that is not marked final, ${questions.notAnswerable} are not answerable here, ${questions.open} have no whole result.`,
      ]
    : []),
  `Checked ${checked.files} files, ${checked.executions} executions with ${checked.rows} rows of evidence, and ${checked.entries} entries of the audit log.`,
  ...(checked.redacted > 0
    ? [`Columns were redacted in ${checked.redacted} evidence files; their original hashes are in the log.`]
    : []),
  `Head of the audit log: ${checked.entries} entries, ${checked.head}`,
  ...(signedBy
    ? [`Fingerprint: ${headFingerprint({ entries: checked.entries, hash: checked.head }, signedBy.publicKey)}`]
    : []),
  signedBy ? `Signed with the key ${signedBy.keyId}.` : 'No signature that holds.',
  'Compare key and fingerprint with those the auditor handed over: whoever makes a whole new pack can’t make these.',
  ...problems.map(({ where, message }) => `PROBLEM  ${where}: ${message}`),
  valid ? 'VALID: nothing was changed since the pack was made.' : `NOT VALID: ${problems.length} problems.`,
];

const usage =
  'Usage: node verify-pack.mjs <pack.zip> [--key <public-key.pem or key id>] [--checkpoint <checkpoint.json>]';

const readArguments = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' }, checkpoint: { type: 'string' } },
  });
  if (positionals.length !== 1) throw new Error(usage);
  return {
    pack: positionals[0],
    key: await readKeyId(values.key),
    checkpoint: await openCheckpoint(values.checkpoint),
  };
};

const readKeyId = async (key) => {
  if (key === undefined || /^[0-9a-f]{16}$/.test(key)) return key;
  return keyIdOf(await readFile(key, 'utf8'));
};

const openCheckpoint = async (path) => {
  if (path === undefined) return undefined;
  const { head, problems } = await readCheckpoint(path);
  if (!head) throw new Error(problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
  return head;
};

const main = async (args) => {
  const { pack, key, checkpoint } = await readArguments(args);
  const verified = await verifyPack(pack, { key: key ?? checkpoint?.keyId, checkpoint });
  console.log(describe(verified).join('\n'));
  process.exitCode = verified.valid ? 0 : 1;
};

// Inside Tickmark this file is part of a bundle, which is no .mjs.
const isMain =
  import.meta.url.endsWith('.mjs') &&
  process.argv[1] &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isMain) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
