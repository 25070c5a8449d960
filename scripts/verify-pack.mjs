#!/usr/bin/env node
/**
 * Verifies an evidence pack without Tickmark: `node verify-pack.mjs <pack.zip>`. Needs Node 20.15 or later and nothing
 * else. What a pack holds and what is checked is told in docs/evidence.md. Ends with 0 when nothing is wrong, else 1.
 */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { crc32, createInflateRaw } from 'node:zlib';

const sumsName = 'SHA256SUMS';
const manifestName = 'manifest.json';
const logName = 'audit-log.ndjson';
const genesis = '0'.repeat(64);
const isHash = (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Checks a pack, given as a path or as its bytes. Answers all that is wrong, each with the file and row it is about,
 * and what was looked at. Never rejects because of what the pack holds.
 */
export const verifyPack = async (pack) => {
  const problems = [];
  const report = (where, message) => problems.push({ where, message });
  const checked = { files: 0, executions: 0, rows: 0, entries: 0, head: genesis };
  const source = await openSource(pack);
  try {
    const entries = await readDirectory(source);
    checkNames(entries, report);
    const files = await readFiles(source, entries, report);
    checked.files = files.size;
    checkSums(files, report);
    const log = files.get(logName)?.log ?? emptyLog();
    const manifest = parseManifest(files.get(manifestName)?.text, report);
    if (manifest) checkManifest(manifest, files, log, report, checked);
    checked.entries = log.entries;
    checked.head = log.hash;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    report('the zip file', error.message);
  } finally {
    await source.close();
  }
  return { valid: problems.length === 0, problems, checked };
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
  const { count, offset, size } = await readDirectoryPlace(source);
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
  return entries;
};

/** The end record is the last thing in the file; only a comment may follow, of the length that it states. */
const readDirectoryPlace = async (source) => {
  const length = Math.min(source.size, 22 + 0xffff);
  const tail = await source.read(source.size - length, length);
  for (let position = tail.length - 22; position >= 0; position -= 1) {
    if (tail.readUInt32LE(position) !== 0x06054b50) continue;
    if (position + 22 + tail.readUInt16LE(position + 20) !== tail.length) continue;
    const place = {
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
  const record = await readExactly(source, readNumber(locator, 8), 56);
  if (record.readUInt32LE(0) !== 0x06064b50) throw new Unreadable('Its zip64 end record is missing.');
  return { count: readNumber(record, 32), size: readNumber(record, 40), offset: readNumber(record, 48) };
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
  for await (const chunk of entry.method === 8 ? inflate(packed) : packed) {
    size += chunk.length;
    if (size > entry.size) break;
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size) throw new Unreadable(`It is not ${entry.size} bytes long, as the zip file says.`);
  if (crc !== entry.crc32) throw new Unreadable('Its bytes were changed: the zip checksum (CRC-32) differs.');
}

async function* inflate(packed) {
  const unpacker = createInflateRaw();
  const input = Readable.from(packed).on('error', (error) => unpacker.destroy(error));
  try {
    yield* input.pipe(unpacker);
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
  for (const name of [sumsName, manifestName, logName]) {
    if (!entries.some((entry) => entry.name === name)) report(name, 'This file is missing from the pack.');
  }
};

const isOddName = (name, rawName) =>
  !Buffer.from(name).equals(rawName) ||
  /[\\:\p{Cc}]/u.test(name) ||
  name.split('/').some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part));

// Contents, each file read once

const readFiles = async (source, entries, report) => {
  const files = new Map();
  for (const entry of entries) {
    if (files.has(entry.name)) continue;
    const reader = createReader(entry.name, report);
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

const createReader = (name, report) => {
  if (name.startsWith('evidence/')) return createRowCounter(name, report);
  if (name === logName) return createLogReader(report);
  if (name === manifestName || name === sumsName) return createTextReader();
  return { push: () => {}, finish: () => ({}) };
};

const createTextReader = () => {
  const chunks = [];
  return { push: (chunk) => chunks.push(chunk), finish: () => ({ text: Buffer.concat(chunks).toString('utf8') }) };
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
    const [, hash, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (name === undefined) report(where, 'This line is not a hash and a name.');
    else if (listed.has(name)) report(where, `${name} is listed twice.`);
    else checkSum(files.get(name), name, hash, report);
    listed.add(name);
  }
  for (const name of files.keys()) {
    if (name !== sumsName && !listed.has(name))
      report(name, `This file is not listed in ${sumsName}: it was added later.`);
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
const emptyLog = () => ({ entries: 0, hash: genesis, finished: new Map() });

/** Canonical JSON, RFC 8785: keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. */
const canonicalJson = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
};

const createLogReader = (report) => {
  const log = emptyLog();
  let rest = Buffer.alloc(0);
  let row = 0;
  const push = (chunk) => {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
      row += 1;
      checkLogLine(log, bytes.toString('utf8', start, end), row, report);
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
  if (manifest.schemaVersion !== 1) {
    report(manifestName, `Its version ${manifest.schemaVersion} is not known: take a newer verify-pack.mjs.`);
    return undefined;
  }
  const executions = Array.isArray(manifest.executions) ? manifest.executions : undefined;
  if (executions?.every(isExecution) && isObject(manifest.auditLog) && isObject(manifest.application)) return manifest;
  report(manifestName, 'It is incomplete: executions, application or the head of the audit log are missing.');
  return undefined;
};

const isExecution = (execution) =>
  isObject(execution) &&
  isObject(execution.question) &&
  isObject(execution.connector) &&
  Array.isArray(execution.columns) &&
  execution.columns.every(isObject) &&
  (execution.evidence === null || isObject(execution.evidence));

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
  for (const name of files.keys()) {
    if (name.startsWith('evidence/') && !named.has(name)) report(name, 'No execution of the manifest names this file.');
  }
  checkHead(manifest.auditLog, log, report);
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
    ...(execution.evidence && { bytes: execution.evidence.bytes }),
    sha256: execution.evidence?.sha256 ?? null,
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

// The command

const describe = ({ valid, problems, checked }) => [
  `Checked ${checked.files} files, ${checked.executions} executions with ${checked.rows} rows of evidence, and ${checked.entries} entries of the audit log.`,
  `Head of the audit log: ${checked.entries} entries, ${checked.head}`,
  "Compare this head with the one the auditor handed over: whoever rebuilds a whole pack can't rebuild that.",
  ...problems.map(({ where, message }) => `PROBLEM  ${where}: ${message}`),
  valid ? 'VALID: nothing was changed since the pack was made.' : `NOT VALID: ${problems.length} problems.`,
];

const main = async (path) => {
  if (!path) throw new Error('Usage: node verify-pack.mjs <pack.zip>');
  const verified = await verifyPack(path);
  console.log(describe(verified).join('\n'));
  process.exitCode = verified.valid ? 0 : 1;
};

const isMain = process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isMain) {
  main(process.argv[2]).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
