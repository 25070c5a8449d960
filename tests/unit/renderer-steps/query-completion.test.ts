import { CompletionContext, type CompletionSource } from '@codemirror/autocomplete';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { languageSupport, toNamespace } from '../../../renderer/features/analysis/query-language';

const columns = [{ name: 'name', type: 'text' }];
const tables = [{ schema: 'main', name: 'accounts', columns }];

/** A text that is parsed to its end: a new state gives parsing 20 ms, which a busy machine may not have. */
const parsed = (doc: string): EditorState => {
  const state = EditorState.create({ doc, extensions: languageSupport('sqlite', tables) });
  if (!ensureSyntaxTree(state, doc.length, 10_000)) throw new Error('The text was not parsed in ten seconds.');
  return state.update({}).state;
};

/** What is offered behind a text. */
const offered = async (text: string, explicit = false): Promise<string[]> => {
  const state = parsed(text);
  const context = new CompletionContext(state, text.length, explicit);
  const sources = state.languageDataAt<CompletionSource>('autocomplete', text.length);
  const results = await Promise.all(sources.map((source) => source(context)));
  return results.flatMap((result) => result?.options.map(({ label }) => label) ?? []);
};

describe('completing a query', () => {
  it('offers keywords, tables and columns while a word is written', async () => {
    expect(await offered('SELECT name FROM acc')).toEqual(expect.arrayContaining(['accounts', 'from']));
    expect(await offered('SELECT accounts.na')).toContain('name');
  });

  it('offers nothing more once the word is written out, so that Enter starts a line', async () => {
    expect(await offered('SELECT name FROM accounts WHERE name IS NULL')).toEqual([]);
    expect(await offered('SELECT name FROM accounts')).toEqual([]);
    expect(await offered('SELECT name FROM accounts ')).toEqual([]);
  });

  it('offers tables without their schema where most are that are not the database’s own', () => {
    const own = ['TABLES', 'COLUMNS', 'VIEWS'].map((name) => ({ schema: 'information_schema', name, columns }));
    expect(toNamespace([...own, { schema: 'audit', name: 'accounts', columns }]).defaultSchema).toBe('audit');
    expect(toNamespace(own).defaultSchema).toBeUndefined();
  });

  it('offers what goes on from a whole word when asked', async () => {
    expect(await offered('SELECT null', true)).toContain('isnull');
  });
});
