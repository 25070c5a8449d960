import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toolTypes } from '../../../main/connectors/registry';
import { contract } from '../../../preload/contract';

const renderer = resolve(import.meta.dirname, '../../../renderer');

/** An alias of older data that is a plain word: a window speaks of folders that are no tool type. */
const plainWords = ['folder'];

/** The file that colours query languages names those; some are called like the tool type that speaks them. */
const languagesFile = 'features/analysis/query-language.ts';

/** What tool types, recipes and main say in German, by their English words: dictionaries that no code branches on. */
const dictionary = /^texts\/de\/((type|recipe)-words\.ts$|main\/)/;

/**
 * The form that asks where an earlier database lies sends one of the kinds of source that the contract knows. They are no
 * tool types, though two of those are called alike: only the quoted word counts, in that file alone.
 */
const sourceFormFile = 'features/legacy/legacy-page.tsx';
const sourceKinds = contract.legacy.preview.input.options.map(({ shape }) => `'${shape.kind.value}'`);

const withoutSourceKinds = (file: string, text: string): string =>
  file === sourceFormFile ? sourceKinds.reduce((left, kind) => left.replaceAll(kind, "''"), text) : text;

const languages = toolTypes.map(({ queryLanguage }) => queryLanguage.toLowerCase());
const typeNames = [...new Set(toolTypes.flatMap(({ type, label, aliases }) => [type, label, ...aliases]))]
  .map((name) => name.toLowerCase())
  .filter((name) => !plainWords.includes(name));

const mayName = (file: string, name: string) =>
  dictionary.test(file) || (file === languagesFile && languages.includes(name));

/** The name as words of their own, whatever stands between them: `SQL Server DB`, `sql_server_db`, `sql-server-db`. */
const patternOf = (name: string) =>
  new RegExp(`(?<![a-z0-9])${name.split(/[^a-z0-9]+/).join('[\\s_-]*')}(?![a-z0-9])`, 'i');

/** The tool types that a text names, also inside of names of code: `isJiraField`. */
const typesNamedIn = (text: string): string[] => {
  const texts = [text, text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')];
  return typeNames.filter((name) => texts.some((each) => patternOf(name).test(each)));
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

describe('the renderer', () => {
  it('names no tool type of the registry: what it shows of them comes over the bridge', () => {
    const named = filesBelow(renderer).flatMap((path) => {
      const file = relative(renderer, path).replaceAll('\\', '/');
      return typesNamedIn(`${file}\n${withoutSourceKinds(file, readFileSync(path, 'utf8'))}`)
        .filter((name) => !mayName(file, name))
        .map((name) => `${file}: ${name}`);
    });
    expect(named).toEqual([]);
  });

  it.each([
    ["if (type === 'SQL Server DB')", ['sql server db']],
    ['const isJiraField = true;', ['jira']],
    ['class="mysql-icon"', ['mysql']],
    ['a SQLite file', ['sqlite file', 'sqlite_file', 'sqlite']],
    ['in the data folder of MySQLd', []],
  ])('would be found out: %s', (text, names) => {
    expect(typesNamedIn(text)).toEqual(expect.arrayContaining(names));
    expect(typesNamedIn(text).length > 0).toBe(names.length > 0);
  });

  it('lets the form of an earlier database send the kind of source, and say nothing else of a type', () => {
    const text = "send({ kind: 'postgres' }, 'PostgreSQL');";
    expect(typesNamedIn(withoutSourceKinds(sourceFormFile, text))).toEqual(['postgresql']);
    expect(typesNamedIn(withoutSourceKinds('features/run/run-page.tsx', text))).toContain('postgres');
  });
});
