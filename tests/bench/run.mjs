import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/support.mjs';
import { measureBigAudit } from './big-audit.mjs';
import { measureColdStart } from './cold-start.mjs';

// All benchmarks in one run, inside a desktop session: see scripts/bench.mjs. Compare ratios, not milliseconds of
// different runs: computers differ, and so does one computer from minute to minute.

const suites = { 'cold-start': measureColdStart, 'big-audit': measureBigAudit };
const chosen = process.argv.slice(2);

const figures = [];
for (const [name, measure] of Object.entries(suites)) {
  if (chosen.length === 0 || chosen.includes(name)) figures.push(...(await measure()));
}

const folder = join(projectFolder, 'out');
mkdirSync(folder, { recursive: true });
const report = { measuredAt: new Date().toISOString(), cores: cpus().length, figures };
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, undefined, 2)}\n`);

console.table(
  figures.map(({ what, unit, tickmark, peer = '', peerFigure = '', ratio = '' }) => ({
    what,
    Tickmark: `${tickmark} ${unit}`,
    peer: peer && `${peer}: ${peerFigure} ${unit}`,
    ratio,
  })),
);
