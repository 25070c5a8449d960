import { describe, expect, it } from 'vitest';
import { searchGuide } from '../../../renderer/features/help/guide';
import { guideEntries } from '../../../renderer/features/palette/entries';
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

  it('puts whole words before words that only start so: “guide” is the guide, not the guided tour', () => {
    const offered = [entry('Guided tour'), entry('User guide')];
    expect(searchEntries(offered, 'guide').map(({ label }) => label)).toEqual(['User guide', 'Guided tour']);
  });

  it('puts names that hold the search before those whose other words do', () => {
    const offered = [entry('Verbindungen', { keywords: 'Einstellungen' }), entry('Voreinstellungen')];
    expect(searchEntries(offered, 'einstellungen').map(({ label }) => label)).toEqual([
      'Voreinstellungen',
      'Verbindungen',
    ]);
  });

  it('finds what an audit holds by its number first, else behind everything else, and lists it only when searched', () => {
    const question = entry('W5', { context: 'Audit log of the warehouse', isContent: true });
    const offered = [question, entry('W5 report'), entry('Old audits')];
    const found = (search: string) => searchEntries(offered, search).map(({ label }) => label);
    expect(found('w5')).toEqual(['W5', 'W5 report']);
    expect(found('audit')).toEqual(['Old audits', 'W5']);
    expect(found('')).toEqual(['W5 report', 'Old audits']);
  });

  it('finds by what an entry belongs to and by its other words, in any order and case', () => {
    expect(labels('stark ANALYSIS')).toEqual(['Question analysis']);
    expect(labels('ci2132')).toEqual(['Question analysis']);
    expect(labels('create')).toEqual(['New audit']);
  });

  it('finds nothing where one word is nowhere', () => {
    expect(labels('audit zzz')).toEqual([]);
  });

  it('says of what it finds in the guide that it is English, whatever the language of the window', () => {
    const found = guideEntries(searchGuide('purge an audit'));
    expect(found[0]).toMatchObject({ label: 'Archive, remove or purge an audit', page: 'The five steps' });
    expect(found.every(({ lang }) => lang === 'en')).toBe(true);
  });
});
