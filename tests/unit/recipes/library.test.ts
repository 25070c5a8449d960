import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toolTypes } from '../../../main/connectors/registry';
import { fillRecipe, placeholdersOf } from '../../../main/recipes/fill';
import { bundledRecipes, readRecipes } from '../../../main/recipes/library';
import { readVocabulary } from '../../../main/suggestions/vocabulary';
import { completeValues } from './values';

const everyRecipe = toolTypes.flatMap((toolType) =>
  (bundledRecipes().get(toolType.type) ?? []).map((recipe) => ({ toolType, recipe, name: recipe.id })),
);

const topicsOf = (type: string) => new Set((bundledRecipes().get(type) ?? []).map(({ topic }) => topic));

const period = { startDate: '2025-04-01', endDate: '2025-06-30' };

describe('the recipe library', () => {
  it('has recipes for every tool type, each id once', () => {
    expect(toolTypes.filter(({ type }) => topicsOf(type).size === 0)).toEqual([]);
    const ids = everyRecipe.map(({ name }) => name);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['SQL Server DB', 'Oracle DB', 'PostgreSQL DB', 'MySQL DB', 'SQLite File'])(
    'covers 12 topics of %s',
    (type) => {
      expect(topicsOf(type).size).toBeGreaterThanOrEqual(12);
    },
  );

  it('knows the topic of each recipe', () => {
    const known = [...readVocabulary().topics.keys()];
    expect(everyRecipe.filter(({ recipe }) => !known.includes(recipe.topic)).map(({ name }) => name)).toEqual([]);
  });

  it.each(everyRecipe)('$name passes its own guard once it is filled', async ({ toolType, recipe }) => {
    const quoting = toolType.recipes?.quoting;
    if (!quoting) throw new Error('no quoting');
    const filled = fillRecipe(recipe, quoting, period, completeValues(recipe));
    if (!filled.ok) throw new Error(JSON.stringify(filled.error));
    expect(filled.value.missing).toEqual([]);
    expect(placeholdersOf(filled.value.query)).toEqual([]);
    expect(await toolType.guardQuery(filled.value.query)).toEqual({ allowed: true });
  });
});

describe('a recipe with a parameter that nobody has filled in', () => {
  const open = everyRecipe.filter(({ recipe }) => recipe.parameters.length > 0);

  it.each(open)('$name is refused', async ({ toolType, recipe }) => {
    expect(await toolType.guardQuery(recipe.query)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('still has the placeholder'),
    });
  });
});

describe('own recipes', () => {
  let folder: string;
  const own = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const good = `# Recipes for mysql

## Orders of the period

- topic: orders
- proves: Which orders were taken.
- needs: SELECT on shop.orders.
- parameter: period_start (date = period start) First day

\`\`\`sql
SELECT id FROM shop.orders WHERE taken >= '{{period_start}}'
\`\`\`
`;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-recipes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are added behind the bundled ones of their tool type, by any of its names', () => {
    own('shop.md', good);
    const read = readRecipes(folder);
    const ofMysql = read.ok ? (read.value.get('MySQL DB') ?? []) : [];
    expect(ofMysql.length).toBe((bundledRecipes().get('MySQL DB') ?? []).length + 1);
    expect(ofMysql.at(-1)).toMatchObject({ id: 'own/shop.md/mysql/orders-of-the-period', topic: 'orders' });
  });

  it('need no folder', () => {
    expect(readRecipes(join(folder, 'none'))).toEqual({ ok: true, value: bundledRecipes() });
  });

  it.each([
    ['no tool type', '## Orders', /line 1: the file starts with/],
    ['an unknown tool type', good.replace('mysql', 'db2'), /“db2”, which is no tool type/],
    ['no query', good.replaceAll('```', "'''"), /line 3: the query is missing/],
    ['no rights', good.replace('- needs', '- rights'), /line 3: “rights:” is no property/],
    ['no proof', good.replace(/- proves.*\n/, ''), /line 3: “proves” is missing/],
    ['a parameter that can’t be read', good.replace('(date', '(day'), /line 3: a parameter is written/],
    [
      'a placeholder without a parameter',
      good.replace('{{period_start}}', '{{start}}'),
      /line 3: the query has {{start}}/,
    ],
    ['a title twice', good + good.slice(good.indexOf('## ')), /line 13: this title stands there twice/],
  ])('with %s are refused, with file and line', (_, text, message) => {
    own('bad.md', text);
    expect(readRecipes(folder)).toMatchObject({
      ok: false,
      error: { code: 'FILE_REJECTED', message: expect.stringMatching(message) },
    });
  });

  it('are not read through links, nor when they are huge', () => {
    mkdirSync(join(folder, 'elsewhere'));
    writeFileSync(join(folder, 'elsewhere/secret.md'), good);
    symlinkSync(join(folder, 'elsewhere/secret.md'), join(folder, 'link.md'));
    expect(readRecipes(folder)).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });
    rmSync(join(folder, 'link.md'));
    own('huge.md', good.padEnd(1_000_001));
    expect(readRecipes(folder)).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });
  });
});
