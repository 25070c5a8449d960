import { join } from 'node:path';
import type { Random } from '../../../main/demo/random';
import { writePack } from '../../../main/evidence/pack';
import type { PackExecution } from '../../../main/evidence/pack-facts';
import { assemblePack, execution, finishingEntry, type LogEntry, writeCsv } from '../../support/evidence-pack';

const words = ['Ada', 'Zürich', '', '=1+1', 'a,b', '"', 'line\nend', '\\.', '😀', 'x'.repeat(300)];

const randomRow = (random: Random, width: number): (string | null)[] =>
  Array.from({ length: width }, () => (random.chance(0.1) ? null : random.pick(words)));

const createRun = async (folder: string, id: number, random: Random): Promise<PackExecution> => {
  if (random.chance(0.2)) return execution(id, { status: 'failed', complete: false, columns: [] });
  const width = random.between(1, 5);
  const columns = Array.from({ length: width }, (_, index) => ({ name: `column ${index + 1}`, type: 'text' }));
  const rows = Array.from({ length: random.between(0, 60) }, () => randomRow(random, width));
  return execution(id, { columns, ...(await writeCsv(folder, String(id), columns, rows)) });
};

const foreign = (random: Random): LogEntry[] => Array.from({ length: random.between(0, 3) }, () => 'another client');

/** Writes a pack of a few runs, some without evidence, some redacted, its log shared with other clients. */
export const generatePack = async (folder: string, random: Random): Promise<string> => {
  const runs: PackExecution[] = [];
  const count = random.between(2, 5);
  for (let id = 1; id <= count; id += 1) runs.push(await createRun(folder, id, random));
  const log = [
    ...foreign(random),
    { action: 'application.created', subject: 'application/3', details: { name: random.pick(words) } },
    ...runs.flatMap((run) => [...foreign(random), finishingEntry(run)]),
    ...foreign(random),
  ];
  const redact = runs
    .filter(({ sha256 }) => sha256 !== null && random.chance(0.3))
    .map(({ id, columns }) => ({ executionId: id, columns: [random.pick(columns).name] }));
  const input = await assemblePack({ folder, runs, log, redact });
  const target = join(folder, 'pack.zip');
  const written = await writePack({ ...input, target });
  if (!written.ok) throw new Error(written.error.message);
  return target;
};
