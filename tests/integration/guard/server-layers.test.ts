import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../main/demo/random';
import { readCorpus } from '../../unit/guard/corpus';
import { type LayeredServer, layeredServers, sqliteVersion } from './layered-servers';
import {
  allowedBy,
  chooseQueries,
  failedOtherwise,
  leftSomething,
  measureHostile,
  measureLegitimate,
  whyOf,
} from './layers';

// `npm run test:soak -- layers` runs the whole corpus and compares with docs/server-layers.md.
const seed = Number(process.env.TICKMARK_TEST_SEED) || randomInt(1, 1_000_000);
const patient = { timeout: 600_000 };

describe.each(Object.entries(layeredServers))('%s with the rights of an administrator', (kind, start) => {
  let server: LayeredServer;

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  it(
    `is left as it was by hostile statements but those that are known, even without the guard (seed ${seed})`,
    patient,
    async () => {
      const random = createRandom(`layers ${kind} ${seed}`);
      const corpus = chooseQueries(readCorpus(`${server.corpus}.hostile`), random, { more: 20, always: server.leaves });
      const hostile = await measureHostile(server, corpus);
      expect(leftSomething(hostile)).toEqual(server.leaves);
      expect(await allowedBy(server.guard, hostile)).toEqual([]);
    },
  );

  it(`answers legitimate queries (seed ${seed})`, patient, async () => {
    const random = createRandom(`layers ${kind} ${seed}`);
    const legitimate = await measureLegitimate(
      server,
      chooseQueries(readCorpus(`${server.corpus}.legitimate`), random, { more: 20 }),
    );
    expect(failedOtherwise(legitimate)).toEqual([]);
    expect(await allowedBy(server.guard, legitimate)).toEqual(whyOf(legitimate));
  });
});

it('is documented for the SQLite that comes with Tickmark', () => {
  const documented = readFileSync(join(import.meta.dirname, '../../../docs/server-layers.md'), 'utf8');
  expect(documented).toContain(`## SQLite ${sqliteVersion()}\n`);
});
