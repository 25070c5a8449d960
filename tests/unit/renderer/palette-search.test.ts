import { describe, expect, it } from 'vitest';
import { searchEntries } from '../../../renderer/features/palette/search';

const entry = (label: string, more: object = {}) => ({ id: label, label, run: () => undefined, ...more });

const entries = [
  entry('New audit', { keywords: 'create' }),
  entry('Question analysis', { context: 'Stark G4 · Q2CA2025', keywords: 'CI21324354' }),
  entry('All audits'),
  entry('Audit log'),
];

const labels = (search: string) => searchEntries(entries, search).map(({ label }) => label);

describe('the palette', () => {
  it('offers everything while nothing is searched', () => {
    expect(labels('  ')).toEqual(entries.map(({ label }) => label));
  });

  it('puts names that start with the search first, then names with a word that does', () => {
    expect(labels('audit')).toEqual(['Audit log', 'New audit', 'All audits']);
  });

  it('finds by what an entry belongs to and by its other words, in any order and case', () => {
    expect(labels('stark ANALYSIS')).toEqual(['Question analysis']);
    expect(labels('ci2132')).toEqual(['Question analysis']);
    expect(labels('create')).toEqual(['New audit']);
  });

  it('finds nothing where one word is nowhere', () => {
    expect(labels('audit zzz')).toEqual([]);
  });
});
