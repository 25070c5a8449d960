import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/support.mjs';
import { openTypeScript } from '../support/load-typescript.mjs';
import { measureAuditLog } from './audit-log.mjs';
import { measureBigAudit } from './big-audit.mjs';
import { measureMariadbCapture, measurePostgresqlCapture } from './capture.mjs';
import { measureColdStart } from './cold-start.mjs';
import { measureFootprint } from './footprint.mjs';
import { measureHostileFiles } from './hostile-files.mjs';
import { measurePack } from './pack.mjs';
import { measurePaging } from './paging.mjs';
import { measureQuestions } from './questions.mjs';
import { measureUpgrade } from './upgrade.mjs';

// All benchmarks in one run, inside a desktop session: npm run bench -- [suite …] [--small | --once]. See scripts/bench.mjs. Compare
// ratios, not milliseconds of different runs: computers differ, and so does one computer from minute to minute.

const suites = {
  'cold-start': measureColdStart,
  footprint: measureFootprint,
  questions: measureQuestions,
  'hostile-files': measureHostileFiles,
  'big-audit': measureBigAudit,
  postgresql: measurePostgresqlCapture,
  mariadb: measureMariadbCapture,
  paging: measurePaging,
  'audit-log': measureAuditLog,
  pack: measurePack,
  upgrade: measureUpgrade,
};

const whole = {
  repetitions: 5,
  sizes: [10_000, 100_000, 1_000_000],
  pagedSizes: [10_000, 1_000_000, 10_000_000],
  logSizes: [10_000, 100_000, 1_000_000],
  packMegabytes: [10, 100, 1_000],
  earlierStores: [{ connectors: 10_000, analyses: 100_000 }],
  moves: 500,
};
/** Enough to see that the suites work; no figure of it says anything. */
const small = {
  repetitions: 1,
  sizes: [1_000, 10_000],
  pagedSizes: [10_000],
  logSizes: [1_000],
  packMegabytes: [10],
  earlierStores: [{ connectors: 150, analyses: 1_000 }],
  moves: 20,
};

const words = process.argv.slice(2);
const extents = { '--small': small, '--once': { ...whole, repetitions: 1 } };
const extent = words.map((word) => extents[word]).find(Boolean) ?? whole;
const chosen = words.filter((word) => !(word in extents));
const unknown = chosen.filter((name) => !(name in suites));
if (unknown.length > 0)
  throw new Error(`There is no suite ${unknown.join(' ')}. Suites: ${Object.keys(suites).join(' ')}`);

const show = (figures) =>
  console.table(
    figures.map(({ what, unit, tickmark, peer = '', peerFigure = '', ratio = '' }) => ({
      what,
      Tickmark: `${tickmark} ${unit}`,
      peer: peer && `${peer}: ${peerFigure} ${unit}`,
      ratio,
    })),
  );

const folder = join(projectFolder, 'out');
mkdirSync(folder, { recursive: true });
const save = (figures) => {
  const report = { measuredAt: new Date().toISOString(), cores: cpus().length, figures };
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, undefined, 2)}\n`);
};

const typescript = await openTypeScript();
const figures = [];
for (const [name, measure] of Object.entries(suites)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`measuring: ${name}`);
  const measured = await measure({ typescript, ...extent });
  // A long run that is cut off keeps what it has measured.
  show(measured);
  figures.push(...measured);
  save(figures);
}
await typescript.close();
show(figures);
