import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Manifest } from '../../../main/evidence/manifest';
import { writePack } from '../../../main/evidence/pack';
import { type PackProblem, verifyPack } from '../../../scripts/verify-pack.mjs';
import { sha256 as hashOf, ownKey, packInput, strangersKey } from './pack-support';
import { expectSuccess, temporaryFolder } from './support';

/** By name; in `latin1`, so that bytes stay bytes. */
type Files = Map<string, string>;
type ZipOptions = { compress?: boolean; forceZip64Format?: boolean };

const script = join(__dirname, '../../../scripts/verify-pack.mjs');
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const sha256 = (text: string) => hashOf(bytesOf(text));

let goodFiles: Files;
let goodPack: Buffer;
const firstEvidence = 'evidence/1_1.10_Production-HR-Zurich.csv';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-pack-'));
  const input = await packInput(folder);
  const contents = input.documents.map(({ name, content }): [string, string] => [
    name,
    Buffer.from(content).toString('latin1'),
  ]);
  const evidence = input.evidence.map(({ name, file }): [string, string] => [
    `evidence/${name}`,
    readFileSync(file, 'latin1'),
  ]);
  expectSuccess(await writePack(input));
  goodPack = readFileSync(input.target);
  goodFiles = withSums(new Map([...contents, ...evidence]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files with the manifest's hashes, the signature and SHA256SUMS made new, as somebody could who has a key. */
const sealed = (files: Files, key = ownKey): Files => {
  const manifest = JSON.parse(bytesOf(textOf(files, 'manifest.json')).toString('utf8'));
  for (const document of manifest.documents) {
    const text = files.get(document.file);
    if (text !== undefined) Object.assign(document, { bytes: text.length, sha256: sha256(text) });
  }
  const text = Buffer.from(JSON.stringify(manifest)).toString('latin1');
  const signature = key.sign(bytesOf(text)).toString('latin1');
  return withSums(new Map(files).set('manifest.json', text).set('manifest.json.sig', signature));
};

/** The files with SHA256SUMS made new, as somebody would who covers a change and has no key. */
const withSums = (files: Files): Files => {
  const rest = [...files].filter(([name]) => name !== 'SHA256SUMS');
  return new Map([...rest, ['SHA256SUMS', rest.map(([name, text]) => `${sha256(text)}  ${name}\n`).join('')]]);
};

const zip = async (files: Iterable<[string, string]>, options: ZipOptions = {}): Promise<Buffer> => {
  const zipFile = new ZipFile();
  for (const [name, text] of files) zipFile.addBuffer(bytesOf(text), name, options);
  zipFile.end({ forceZip64Format: options.forceZip64Format ?? false, comment: '' });
  return buffer(zipFile.outputStream);
};

const textOf = (files: Files, name: string): string => {
  const text = files.get(name);
  if (text === undefined) throw new Error(`The good pack has no ${name}.`);
  return text;
};

const changed = (name: string, change: (text: string) => string): Files =>
  new Map(goodFiles).set(name, change(textOf(goodFiles, name)));

const changedLog = (change: (lines: string[]) => string[]): Files =>
  sealed(changed('audit-log.ndjson', (text) => change(text.split('\n').slice(0, -1)).join('\n').concat('\n')));

const changedManifest = (change: (manifest: Manifest) => void): Files =>
  sealed(
    changed('manifest.json', (text) => {
      const manifest = JSON.parse(bytesOf(text).toString('utf8'));
      change(manifest);
      return Buffer.from(JSON.stringify(manifest)).toString('latin1');
    }),
  );

const problemsOf = async (files: Iterable<[string, string]>): Promise<PackProblem[]> =>
  (await verifyPack(await zip(files))).problems;

/** A problem about this place whose message holds these words. */
const problem = (where: string, message: string) =>
  expect.objectContaining({ where: expect.stringContaining(where), message: expect.stringContaining(message) });

describe('verifyPack', () => {
  it.each<[string, ZipOptions]>([
    ['packed', {}],
    ['not packed', { compress: false }],
    ['as zip64', { forceZip64Format: true }],
    ['as zip64, not packed', { forceZip64Format: true, compress: false }],
  ])('accepts a good pack %s', async (_, options) => {
    expect(await verifyPack(await zip(goodFiles, options))).toMatchObject({ valid: true, problems: [] });
  });

  it('says whose key signed it', async () => {
    const { signedBy, about } = await verifyPack(goodPack);
    expect(signedBy).toEqual({ keyId: ownKey.keyId, publicKey: ownKey.publicKey });
    expect(about).toMatchObject({ auditName: 'Q2CA2025', ciId: 'CI21324354', exportedBy: 'auditor' });
  });

  it('counts how far the questions were answered, and says nothing of packs that do not tell', async () => {
    const countsWith = async (change: (manifest: Manifest) => void) =>
      (await verifyPack(await zip(changedManifest(change)))).questions;
    const said = { total: 3, final: 0, notFinal: 2, notAnswerable: 0, open: 1 };
    expect((await verifyPack(goodPack)).questions).toEqual(said);
    const decided = await countsWith(({ executions: [first], questions: [, , last] }) => {
      if (first) first.final = true;
      if (last) last.notAnswerable = 'Nobody keeps it.';
    });
    expect(decided).toEqual({ ...said, final: 1, notFinal: 1, notAnswerable: 1, open: 0 });
    // A reason counts for a question that has no whole result only.
    const answered = await countsWith(({ questions: [first] }) => {
      if (first) first.notAnswerable = 'Nobody keeps it.';
    });
    expect(answered).toEqual(said);
    expect(await countsWith((manifest) => Reflect.deleteProperty(manifest, 'questions'))).toBeNull();
  });

  it('finds whatever was changed by somebody without the key', async () => {
    const manifest = textOf(goodFiles, 'manifest.json').replace('Q2CA2025', 'Q3CA2025');
    const problems = await problemsOf(withSums(new Map(goodFiles).set('manifest.json', manifest)));
    expect(problems).toEqual([problem('manifest.json.sig', 'not the signature of manifest.json')]);
  });

  it.each(['report.html', 'workpaper.xlsx', 'audit-log.ndjson'])(
    'finds a change of %s of which all sums were made new',
    async (name) => {
      const problems = await problemsOf(withSums(changed(name, (text) => text.replace(/[a-z](?=[^a-z]*$)/, 'Q'))));
      expect(problems).toContainEqual(problem(name, 'manifest.json says'));
    },
  );

  it('finds the sum of any one file that was changed', async () => {
    for (const name of [...goodFiles.keys()].filter((each) => each !== 'SHA256SUMS')) {
      const files = changed('SHA256SUMS', (text) =>
        text.replace(/^(\S+)(?= {2}(.*)$)/gm, (sum, _, of) => (of === name ? sha256(sum) : sum)),
      );
      expect(await problemsOf(files)).toContainEqual(problem(name, 'SHA256SUMS says'));
    }
  });

  it('finds a pack that somebody else signed, where the key is known', async () => {
    const own = new Map(goodFiles).set('public-key.pem', strangersKey.publicKey);
    const pack = await zip(sealed(own, strangersKey));
    expect((await verifyPack(pack)).problems).toContainEqual(problem('manifest.json', `the key ${ownKey.keyId}`));
    const { problems } = await verifyPack(pack, { key: ownKey.keyId });
    expect(problems).toContainEqual(problem('public-key.pem', 'somebody else made it'));
  });

  it('finds a key in other words', async () => {
    const spaced = withSums(new Map(goodFiles).set('public-key.pem', `${ownKey.publicKey}\n`));
    expect(await problemsOf(spaced)).toContainEqual(problem('public-key.pem', 'no Ed25519 public key'));
  });

  it('finds bytes between its files, and files in another order', async () => {
    const middle = goodPack.indexOf('PK\x03\x04', 10, 'latin1');
    const more = Buffer.concat([goodPack.subarray(0, middle), Buffer.alloc(3), goodPack.subarray(middle)]);
    expect((await verifyPack(more)).valid).toBe(false);
    const [first, ...rest] = [...goodFiles];
    const moved = first ? withSums(new Map([...rest, first])) : new Map();
    expect(await problemsOf(moved)).toContainEqual(problem('the zip file', 'they were moved'));
  });

  it('finds a change of a single bit in any file', async () => {
    const bytes = await zip(goodFiles, { compress: false });
    for (const text of goodFiles.values()) {
      const start = bytes.indexOf(bytesOf(text));
      const length = text.length;
      for (let position = start; position < start + length; position += 1 + Math.floor(length / 40)) {
        const changedBytes = Buffer.from(bytes);
        changedBytes[position] = (changedBytes[position] ?? 0) ^ 1;
        expect((await verifyPack(changedBytes)).valid, `byte ${position}`).toBe(false);
      }
    }
  });

  it('finds a pack cut short anywhere', async () => {
    for (let length = 0; length < goodPack.length; length += 997) {
      expect((await verifyPack(goodPack.subarray(0, length))).valid).toBe(false);
    }
  });

  it('answers in words where the file is no zip', async () => {
    const { problems } = await verifyPack(Buffer.from('no zip'));
    expect(problems).toEqual([problem('the zip file', 'no zip file')]);
  });

  it('names the file in which one byte was changed', async () => {
    const files = changed(firstEvidence, (text) => `${text.slice(0, -2)}#\n`);
    expect(await problemsOf(files)).toContainEqual(problem(firstEvidence, 'It was changed'));
  });

  it('names the evidence from which a row was taken, when the hashes were made new', async () => {
    const problems = await problemsOf(sealed(changed(firstEvidence, (text) => `${text}a,b,c\n`)));
    expect(problems).toContainEqual(problem(firstEvidence, 'number of rows of 200, the file has 201'));
    expect(problems).toContainEqual(problem(firstEvidence, 'SHA-256'));
  });

  it('finds evidence changed together with SHA256SUMS and the manifest, by the audit log', async () => {
    const text = textOf(goodFiles, firstEvidence).replace(/\n$/, 'x\n');
    const files = changedManifest((manifest) => {
      const [run] = manifest.executions;
      Object.assign(run?.evidence ?? {}, { sha256: sha256(text), bytes: text.length });
    }).set(firstEvidence, text);
    const problems = await problemsOf(sealed(files));
    expect(problems).toContainEqual(problem('execution 1', 'Its sha256 is'));
    expect(problems).toContainEqual(problem('execution 1', 'audit-log.ndjson, row 4 (entry 4) says'));
  });

  it.each<[string, string, unknown]>([
    ['status', 'status', 'cancelled'],
    ['completeness', 'complete', false],
    ['number of rows', 'rowCount', 1],
  ])('finds a changed %s of an execution', async (_, key, value) => {
    const files = changedManifest((manifest) => {
      Object.assign(manifest.executions[0] ?? {}, { [key]: value });
    });
    expect(await problemsOf(files)).toContainEqual(problem('execution 1', `Its ${key} is`));
  });

  it('finds another connector or question put in', async () => {
    const files = changedManifest((manifest) => {
      const [run] = manifest.executions;
      Object.assign(run?.connector ?? {}, { name: 'Development' });
      Object.assign(run?.question ?? {}, { questionId: 'q9' });
    });
    const problems = await problemsOf(files);
    expect(problems).toContainEqual(problem('execution 1', 'Its connectorName is "Development"'));
    expect(problems).toContainEqual(problem('execution 1', 'Its questionId is "q9"'));
  });

  it('finds renamed columns', async () => {
    const files = changedManifest((manifest) => {
      Object.assign(manifest.executions[0] ?? {}, { columns: [{ name: 'id', type: 'int' }] });
    });
    expect(await problemsOf(files)).toContainEqual(problem(firstEvidence, 'the columns'));
  });

  it('finds an execution that was left out of the manifest', async () => {
    const files = changedManifest((manifest) => void manifest.executions.shift());
    expect(await problemsOf(files)).toContainEqual(problem(firstEvidence, 'manifest.json does not name this file'));
  });

  it('finds an added file, and a missing one', async () => {
    const added = new Map(goodFiles).set('evidence/extra.csv', 'a\n1\n');
    expect(await problemsOf(added)).toContainEqual(problem('evidence/extra.csv', 'not listed in SHA256SUMS'));
    const missing = [...goodFiles].filter(([name]) => name !== firstEvidence);
    const problems = await problemsOf(missing);
    expect(problems).toContainEqual(problem(firstEvidence, 'missing from the pack'));
    expect(problems).toContainEqual(problem('execution 1', 'missing from the pack'));
  });

  it.each([
    'SHA256SUMS',
    'manifest.json',
    'manifest.json.sig',
    'public-key.pem',
    'audit-log.ndjson',
    'report.html',
    'workpaper.xlsx',
  ])('finds that %s is missing', async (name) => {
    const files = [...goodFiles].filter(([other]) => other !== name);
    expect(await problemsOf(files)).toContainEqual(problem(name, 'missing'));
  });

  it('finds a name that is there twice, also in other letters', async () => {
    for (const name of [firstEvidence, firstEvidence.toUpperCase()]) {
      expect(await problemsOf([...goodFiles, [name, 'other']])).toContainEqual(problem(name, 'twice'));
    }
  });

  it.each(['../outside.csv', '/etc/passwd', 'a\\..\\b', 'evidence//x', 'C:x.csv', 'x/./y', 'nul\u0000.csv'])(
    'finds the odd name %j',
    async (name) => {
      const plain = 'p'.repeat(Buffer.byteLength(name));
      const bytes = await zip([...goodFiles, [plain, 'x']]);
      const odd = Buffer.from(
        bytes.toString('latin1').replaceAll(plain, Buffer.from(name).toString('latin1')),
        'latin1',
      );
      expect((await verifyPack(odd)).problems).toContainEqual(problem(name, 'not one that a pack uses'));
    },
  );

  it('finds a zip checksum that is not the file’s', async () => {
    const bytes = await zip(goodFiles);
    const directoryEntry = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    bytes.writeUInt32LE(1, directoryEntry + 16);
    expect((await verifyPack(bytes)).problems).toContainEqual(problem('manifest.json', 'CRC-32'));
  });

  it('finds a name beside the data that differs from the directory', async () => {
    const bytes = await zip(goodFiles);
    bytes.write('X', bytes.indexOf('manifest.json'));
    expect((await verifyPack(bytes)).problems).toContainEqual(problem('manifest.json', 'another name'));
  });

  describe('on the audit log', () => {
    const edit = (line: string | undefined, change: (entry: Record<string, unknown>) => void): string => {
      const entry = JSON.parse(line ?? '');
      change(entry);
      return JSON.stringify(
        Object.fromEntries(Object.entries(entry).sort(([left], [right]) => (left < right ? -1 : 1))),
      );
    };

    it('names the entry that was changed, and only that one', async () => {
      const files = changedLog((lines) =>
        lines.with(
          1,
          edit(lines[1], (entry) => Object.assign(entry, { actor: 'somebody' })),
        ),
      );
      expect(await problemsOf(files)).toEqual([problem('row 2 (entry 2)', 'its content does not match its hash')]);
    });

    it('finds an entry changed together with its hash', async () => {
      const files = changedLog((lines) =>
        lines.with(
          2,
          edit(lines[2], (entry) => Object.assign(entry, { entry_hash: 'e'.repeat(64) })),
        ),
      );
      expect(await problemsOf(files)).toContainEqual(problem('row 4 (entry 4)', 'does not follow'));
    });

    it('finds two entries in another order', async () => {
      const files = changedLog((lines) => lines.with(3, lines[4] ?? '').with(4, lines[3] ?? ''));
      const problems = await problemsOf(files);
      expect(problems).toContainEqual(problem('row 4 (entry 5)', 'Entry 4 should stand here'));
      expect(problems).toContainEqual(problem('row 5 (entry 4)', 'should stand here'));
    });

    it('finds an entry that was taken out, also another client’s', async () => {
      for (const gone of [1, 2]) {
        const problems = await problemsOf(changedLog((lines) => lines.toSpliced(gone, 1)));
        expect(problems).toContainEqual(problem(`row ${gone + 1} (entry ${gone + 2})`, 'entries were removed'));
      }
    });

    it('finds that the end was cut off', async () => {
      const cutOne = await problemsOf(changedLog((lines) => lines.slice(0, -1)));
      const stated = 'cut short: the manifest states 7 entries, 6 are there';
      expect(cutOne).toContainEqual(problem('audit-log.ndjson', stated));
      const cutMore = await problemsOf(changedLog((lines) => lines.slice(0, 4)));
      expect(cutMore).toContainEqual(problem('execution 2', '0 entries for its end'));
    });

    it('finds a log that was cut at the manifest too, where an execution ended later', async () => {
      const files = changedLog((lines) => lines.slice(0, 4));
      const last = JSON.parse(textOf(files, 'audit-log.ndjson').split('\n')[3] ?? '');
      const manifest = JSON.parse(textOf(files, 'manifest.json'));
      manifest.auditLog = { entries: 4, hash: last.hash };
      files.set('manifest.json', JSON.stringify(manifest));
      expect(await problemsOf(sealed(files))).toContainEqual(problem('execution 2', '0 entries for its end'));
    });

    it('finds rows that are no entries, not canonical, or not whole', async () => {
      const odd = await problemsOf(changedLog((lines) => lines.with(1, '{"seq":2}')));
      expect(odd).toContainEqual(problem('row 2', 'no entry of an audit log'));
      const spaced = await problemsOf(changedLog((lines) => lines.with(0, (lines[0] ?? '').replace(':', ': '))));
      expect(spaced).toEqual([problem('row 1 (entry 1)', 'not written as canonical JSON')]);
      const torn = await problemsOf(sealed(changed('audit-log.ndjson', (text) => text.slice(0, -1))));
      expect(torn).toContainEqual(problem('audit-log.ndjson', 'last row is not whole'));
    });
  });

  it('refuses a manifest of a version it does not know', async () => {
    const files = changedManifest((manifest) => void Object.assign(manifest, { schemaVersion: 3 }));
    expect(await problemsOf(files)).toContainEqual(problem('manifest.json', 'another verify-pack.mjs'));
  });
});

describe('node verify-pack.mjs', () => {
  const run = (bytes: Buffer) => {
    const file = join(temporaryFolder(), 'pack.zip');
    writeFileSync(file, bytes);
    return spawnSync(process.execPath, [script, file], { encoding: 'utf8', cwd: dirname(file) });
  };

  it('prints what was checked and ends with 0', () => {
    const { status, stdout } = run(goodPack);
    expect(stdout).toContain('3 executions with 400 rows of evidence, and 7 entries of the audit log');
    expect(stdout).toContain('\nVALID');
    expect(status).toBe(0);
  });

  it('prints each problem and ends with 1', async () => {
    const { status, stdout } = run(await zip(changed(firstEvidence, (text) => `${text}x,y,z\n`)));
    expect(stdout).toMatch(/PROBLEM {2}evidence\/1_.*It was changed/);
    expect(stdout).toContain('NOT VALID');
    expect(status).toBe(1);
  });

  it('ends with 1 where there is no such file', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '/no/such/pack.zip'], { encoding: 'utf8' });
    expect(stderr).toContain('/no/such/pack.zip');
    expect(status).toBe(1);
  });
});
