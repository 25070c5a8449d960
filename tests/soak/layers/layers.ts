import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LayeredServer, layeredServers } from '../../integration/guard/layered-servers';
import {
  allowedBy,
  describeMeasured,
  failedOtherwise,
  leftSomething,
  type Measured,
  measureHostile,
  measureLegitimate,
  whyOf,
} from '../../integration/guard/layers';
import { readCorpus } from '../../unit/guard/corpus';
import { createTally, type SoakPart } from '../part';

const project = resolve(import.meta.dirname, '../../..');

/**
 * docs/server-layers.md holds what was measured on the versions it names; on others the report shows what is different.
 * Reports lie in `out/test-results/`.
 */
const compareWithDocs = (server: string, hostile: readonly Measured[], legitimate: readonly Measured[]): void => {
  const measured = describeMeasured(server, hostile, legitimate);
  const folder = join(project, 'out/test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `server-layers ${server}.md`), measured);
  const documented = readFileSync(join(project, 'docs/server-layers.md'), 'utf8');
  if (documented.includes(`## ${server}\n`))
    assert.ok(documented.includes(measured), `${server} measured anew:\n${measured}`);
  else console.log(`docs/server-layers.md has no figures for ${server}; they are in ${folder}.`);
};

const measure = async (server: LayeredServer) => {
  const hostile = await measureHostile(server, readCorpus(`${server.corpus}.hostile`));
  const legitimate = await measureLegitimate(server, readCorpus(`${server.corpus}.legitimate`));
  compareWithDocs(server.name, hostile, legitimate);
  assert.deepEqual(leftSomething(hostile), server.leaves);
  assert.deepEqual(await allowedBy(server.guard, hostile), []);
  assert.deepEqual(failedOtherwise(legitimate), []);
  assert.deepEqual(await allowedBy(server.guard, legitimate), whyOf(legitimate));
  return { hostile: hostile.length, legitimate: legitimate.length };
};

/** Every query of the guard's corpus, past the guard; nothing of it is left to chance. */
export const layers: SoakPart = {
  what: 'all queries of the corpus on real servers without the guard',
  rounds: 1,
  run: async ({ rounds, roundDone }) => {
    const tally = createTally();
    for (let round = 0; round < rounds; round += 1) {
      for (const start of Object.values(layeredServers)) {
        const server = await start();
        try {
          const { hostile, legitimate } = await measure(server);
          tally.add(`${server.name}: hostile statements`, hostile);
          tally.add(`${server.name}: legitimate queries`, legitimate);
        } finally {
          await server.stop();
        }
      }
      roundDone();
    }
    return tally.figures;
  },
};
