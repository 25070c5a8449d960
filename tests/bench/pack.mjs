import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { median, rounded, timed, withFolder } from './measure.mjs';

const files = 10;
const megabyte = 1024 * 1024;

/** A CSV of that many bytes which no compression makes much smaller. */
const writeFile = (file, bytes) => {
  const handle = openSync(file, 'w');
  const hash = createHash('sha256');
  for (let written = 0; written < bytes; written += megabyte) {
    const chunk = Buffer.from(`${randomBytes(megabyte / 2 - 1).toString('hex')}\n\n`);
    hash.update(chunk);
    writeSync(handle, chunk);
  }
  closeSync(handle);
  return hash.digest('hex');
};

/** A pack, each file hashed on its way in and the whole at the end, beside `zip -0` and `sha256sum` of files and zip. */
export const measurePack = ({ typescript, packMegabytes, repetitions }) =>
  withFolder(async (folder) => {
    const { writePack } = await typescript.load('/main/evidence/pack.ts');
    const figures = [];
    for (const size of packMegabytes) {
      const source = join(folder, `evidence-${size}`);
      mkdirSync(source);
      const evidence = Array.from({ length: files }, (_, position) => {
        const name = `${position + 1}_question.csv`;
        const file = join(source, name);
        return { name, file, sha256: writeFile(file, (size * megabyte) / files) };
      });
      const documents = [{ name: 'manifest.json', content: '{}' }];
      const ours = [];
      const theirs = [];
      for (let turn = 0; turn < repetitions; turn += 1) {
        const target = join(folder, 'pack.zip');
        ours.push(
          await timed(async () => {
            const written = await writePack({ target, evidence, documents, modifiedAt: new Date(0) });
            if (!written.ok) throw new Error(written.error.message);
          }),
        );
        rmSync(target);
        const commands =
          'sha256sum * > ../sums && zip -0 -q -r ../peer.zip . && sha256sum ../peer.zip && sync ../peer.zip';
        theirs.push(
          await timed(() =>
            execFileSync('sh', ['-c', commands], { cwd: source, stdio: ['ignore', 'ignore', 'inherit'] }),
          ),
        );
        rmSync(join(folder, 'peer.zip'));
      }
      rmSync(source, { recursive: true });
      figures.push({
        what: `pack of ${size.toLocaleString('en')} MB of evidence`,
        unit: 'ms',
        tickmark: rounded(median(ours)),
        peer: 'sha256sum + zip -0 + sha256sum',
        peerFigure: rounded(median(theirs)),
        ratio: rounded(median(ours.map((figure, turn) => figure / theirs[turn])), 2),
      });
    }
    return figures;
  });
