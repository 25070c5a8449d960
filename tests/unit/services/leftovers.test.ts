import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLeftovers } from '../../../main/services/leftovers';
import { openTestStore, temporaryFolder } from '../../support/store';

describe('what a program that was ended in the middle leaves in the evidence folder', () => {
  it('is deleted at the next start where it would be written anew, and nothing else is', () => {
    const dataFolder = temporaryFolder();
    const evidence = join(dataFolder, 'evidence');
    mkdirSync(evidence);
    const kept = ['a.csv', 'a.csv.index', 'a.csv.summary', 'b.csv.partial', 'c.recoded', 'notes.1.partial'];
    const unfinished = ['a.csv.index.9157.partial', 'a.csv.summary.12.partial', 'a.csv.recoded', 'b.csv.partial.cut'];
    for (const name of [...kept, ...unfinished]) writeFileSync(join(evidence, name), 'x');
    createLeftovers(openTestStore().db, dataFolder).sweep();
    expect(readdirSync(evidence).sort()).toEqual(kept);
  });
});
