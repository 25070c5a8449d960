import { describe, expect, it } from 'vitest';
import { bundledRecipes } from '../../../main/recipes/library';
import type { Recipe } from '../../../main/recipes/parse-recipes';
import { noteForQuery, noteOf, noteWithQuery } from '../../../main/suggestions/recipe-note';

const recipes = bundledRecipes().get('SQLite File') ?? [];
const [one, other] = recipes as [Recipe, Recipe];
const noteAfter = (query: string, note = noteOf(one, [])) => noteForQuery(note, query, recipes);

describe('the note of a suggested query', () => {
  it.each([...bundledRecipes()].flatMap(([, of]) => of.map((recipe) => [recipe.title, recipe, of] as const)))(
    'stays as it is with its query: %s',
    (_title, recipe, of) => {
      const note = noteOf(recipe, []);
      expect(noteForQuery(note, recipe.query.replaceAll(/\{\{\w+\}\}/g, "'2025-04-01'"), of)).toBe(note);
    },
  );

  it('stays where a table or a column is called otherwise, and while the query is empty', () => {
    const query = other.query.replaceAll(/\{\{\w+\}\}/g, 'users').replace(/\w+$/, 'hr.account_no');
    expect(noteForQuery(noteOf(other, []), query, recipes)).toBe(noteOf(other, []));
    expect(noteAfter('')).toBe(noteOf(one, []));
  });

  it('is that of another recipe where its query was taken, and goes where the query is like none', () => {
    expect(noteAfter(other.query.replaceAll(/\{\{\w+\}\}/g, '1'))).toBe(noteOf(other, []));
    expect(noteAfter('SELECT supplier, iban FROM vendors WHERE iban IS NULL')).toBe('');
  });

  it('goes where the query was given one more condition: it asks something else', () => {
    const filled = other.query.replaceAll(/\{\{\w+\}\}/g, '1');
    expect(noteForQuery(noteOf(other, []), `${filled} LIMIT 5`, recipes)).toBe('');
  });

  it('no longer says what is to be filled in once it is', () => {
    const open = {
      ...one,
      query: `${one.query} {{day}}`,
      parameters: [{ name: 'day', label: 'Day', kind: 'date' }],
    } as Recipe;
    const note = noteOf(open, ['day']);
    expect(note).toContain('{{day}}: Day.');
    expect(noteForQuery(note, `${open.query} `, [open])).toBe(note);
    expect(noteForQuery(note, open.query.replace('{{day}}', '1'), [open])).toBe(noteOf(open, []));
  });

  it('comes back with its query, but not where a person cleared it', () => {
    const query = one.query.replaceAll(/\{\{\w+\}\}/g, "'2025-04-01'");
    expect(noteWithQuery('SELECT 1 FROM vendors', query, recipes)).toBe(noteOf(one, []));
    expect(noteWithQuery(query, query.replace(/2025/, '2024'), recipes)).toBe('');
    expect(noteWithQuery(query, 'SELECT 1 FROM vendors', recipes)).toBe('');
  });

  it('stays as a person wrote it', () => {
    const written = `${noteOf(one, [])}\nAgreed with IT.`;
    expect(noteAfter('SELECT 1 FROM vendors', written)).toBe(written);
  });
});
