import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median, rounded, timed, withFolder } from './measure.mjs';

const pageSize = 100;
const pages = 21;

const unlimited = { rows: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

const writeEvidence = async (typescript, folder, name, rows) => {
  const { createEvidenceWriter } = await typescript.load('/main/evidence/evidence-writer.ts');
  const { value: writer } = await createEvidenceWriter({ folder, name, limits: unlimited });
  writer.begin(['id', 'account', 'amount'].map((column) => ({ name: column, type: 'text' })));
  for (let row = 1; row <= rows; row += 1) {
    if (!writer.writeRow([String(row), `account ${row}`, String(row % 1000)])) await writer.drained();
  }
  await writer.seal();
  return join(folder, `${name}.csv`);
};

/** One page at nine tenths of the evidence, as the grid asks for it, beside what a shell does. */
export const measurePaging = ({ typescript, pagedSizes }) =>
  withFolder(async (folder) => {
    const { readRows } = await typescript.load('/main/evidence/evidence-reader.ts');
    const figures = [];
    for (const rows of pagedSizes) {
      const file = await writeEvidence(typescript, folder, `rows-${rows}`, rows);
      const offset = Math.floor(rows * 0.9);
      const ours = [];
      const theirs = [];
      for (let turn = 0; turn < pages; turn += 1) {
        // Another page each time, so that no page is met twice.
        const at = offset - turn * pageSize;
        ours.push(await timed(() => readRows(file, { offset: at, limit: pageSize })));
        theirs.push(
          await timed(() => execFileSync('sh', ['-c', `tail -n +${at + 2} "$1" | head -n ${pageSize}`, 'sh', file])),
        );
      }
      const what = `a page at row ${offset.toLocaleString('en')} of ${rows.toLocaleString('en')}`;
      const ratio = rounded(median(ours.map((figure, turn) => figure / theirs[turn])), 2);
      const shared = { unit: 'ms', peer: 'tail | head', peerFigure: rounded(median(theirs)), ratio };
      figures.push({ what, tickmark: rounded(median(ours), 2), ...shared });
    }
    return figures;
  });
