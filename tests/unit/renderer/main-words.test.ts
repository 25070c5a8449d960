import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toolTypes } from '../../../main/connectors/registry';
import { refusedByPlatform, withoutSessionAdvice } from '../../../main/keychain/failures';
import { suggestToolType } from '../../../main/suggestions/suggest';
import { readVocabulary } from '../../../main/suggestions/vocabulary';
import { contract } from '../../../preload/contract';
import { speak } from '../../../renderer/texts';
import { mainWords } from '../../../renderer/texts/de/main';
import { suggestions } from '../../../renderer/texts/de/main/suggestions';
import { typeWords } from '../../../renderer/texts/de/type-words';
import { loadDictionary } from '../../../renderer/texts/dictionary';
import { translateMain } from '../../../renderer/texts/main-words';
import { readLabelledQuestions } from '../../eval/evaluation';

const project = resolve(import.meta.dirname, '../../..');

/** Records, which stay English, the demo's data, and what the operating system shows. */
const notInTheWindow =
  /^main\/(demo|suggestions|window)\/|^main\/evidence\/(report|workpaper|pack-facts)|^db\/(migrations|repositories)\//;

/** Thrown as bugs, which the window never hears; told to the terminal; kept in the keychain or in the store as a note. */
const notSaid = [
  'A row was written before begin().',
  'A row of {{1}} cells for {{2}} columns.',
  'The scratch file of a sort is shorter than what was written to it.',
  'Tickmark keeps secrets of this store here.',
  'From the earlier application: {{1}}.',
  'Pack of “{{1}}”, {{2}}, exported {{3}} by {{4}}.',
  'Of {{1}} questions {{2}} have a final result, {{3}} one that is not marked final, {{4}} are not answerable here, {{5}} have no whole result.',
  'Checked {{1}} files, {{2}} executions with {{3}} rows of evidence, and {{4}} entries of the audit log.',
  'Columns were redacted in {{1}} evidence files; their original hashes are in the log.',
  'Signed with the key {{1}}.',
  'No signature that holds.',
  'Compare key and fingerprint with those the auditor handed over: whoever makes a whole new pack can’t make these.',
  'VALID: nothing was changed since the pack was made.',
  'NOT VALID: {{1}} problems.',
];

interface Node {
  type?: string;
  value?: unknown;
  quasis?: { value: { cooked: string } }[];
}

/** Every text of a file; what a template puts in is `{{1}}`, `{{2}}`, … */
const textsIn = (file: string): string[] => {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, quasis } = node as Node;
    if (type === 'Literal' && typeof value === 'string') texts.push(value);
    if (type === 'TemplateLiteral' && quasis)
      texts.push(quasis.map(({ value: part }, index) => (index === 0 ? '' : `{{${index}}}`) + part.cooked).join(''));
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(file, readFileSync(join(project, file), 'utf8')).program);
  return texts;
};

const textsBelow = (folder: string): string[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !notInTheWindow.test(name))
    .flatMap(textsIn);

const isSentence = (text: string): boolean =>
  /^[“A-Z{]/.test(text) && /[a-z}”’')] [a-z{“]/.test(text) && /(\.|[.:] \{\{\d\}\})$/.test(text) && !/\n/.test(text);

/** Main verifies packs by the rules of the script that clients have. */
const said = new Set([...['main', 'preload', 'db'].flatMap(textsBelow), ...textsIn('scripts/verify-pack.mjs')]);

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\d\}\}/g))].sort();

beforeEach(async () => {
  await loadDictionary('de');
  speak('de');
});
afterEach(() => speak('en'));

describe('what main says in German', () => {
  it('has every sentence of main', () => {
    const sentences = [...said].filter((text) => isSentence(text) && !notSaid.includes(text));
    expect(sentences.length).toBeGreaterThan(600);
    expect(sentences.filter((text) => mainWords[text] === undefined && typeWords[text] === undefined)).toEqual([]);
  });

  it('has everything that the guard holds against a word or a function', () => {
    const effects = textsBelow('main/guard').filter((text) => /^(is|[a-z]+s) ([a-z']+,? ){0,12}[a-z']+$/.test(text));
    expect(effects.length).toBeGreaterThan(100);
    expect(effects.filter((text) => mainWords[text] === undefined)).toEqual([]);
  });

  it('has what keeps a session from writing, of each tool type', () => {
    const measures = readdirSync(join(project, 'main/connectors'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(project, 'main/connectors', name), 'utf8'))
      .flatMap((source) => [...source.matchAll(/readOnly\w*Measure = '(.+)';/gi)].map(([, measure = '']) => measure));
    expect(measures.length).toBeGreaterThan(7);
    expect(measures.filter((measure) => mainWords[measure] === undefined)).toEqual([]);
  });

  it('has nothing that main does not say', () => {
    const made = /^Give the [^{]+\.$|^(\{\{1\}\}: )?(Invalid input|Too small|Too big)/;
    const unsaid = Object.keys(mainWords).filter((text) => !said.has(text) && !made.test(text) && !suggestions[text]);
    expect(unsaid).toEqual([]);
  });

  it('puts in what main puts in', () => {
    const different = Object.entries(mainWords).filter(([english, german]) =>
      placeholders(german).some((name) => !placeholders(english).includes(name)),
    );
    expect(different).toEqual([]);
  });

  it('asks for each required field of a tool type by its name', () => {
    const labels = toolTypes.flatMap(({ fields }) =>
      fields.filter(({ required }) => required).map(({ label }) => label),
    );
    const asked = [...new Set(labels)].map((label) => translateMain(`Give the ${label.toLowerCase()}.`));
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).not.toContain(translateMain('Give the thing.'));
  });

  it('has why a tool type was suggested or not, whatever was asked', () => {
    const wholeCi = new Set(toolTypes.map(({ type }) => type));
    const reasons = readLabelledQuestions('held-out').flatMap((asked) =>
      [wholeCi, new Set<string>()].map((connectorTypes) => suggestToolType(asked, connectorTypes).reason),
    );
    const english = / (and|or|asks|names|which|might|could|this|of|no) /;
    // Words of the question with a colon between them end the sentence's part too early: that part stays English.
    const plain = reasons.filter((reason) => !/\*[^*]*: [^*]*\*/.test(reason));
    const left = plain.map((reason) => translateMain(reason) ?? reason);
    expect(left.filter((reason) => english.test(reason.replaceAll(/\*.*?\*/g, '*')))).toEqual([]);
    expect([...readVocabulary().topics.values()].filter((called) => !mainWords[called])).toEqual([]);
  });

  it('has what the schemas of the bridge say of a wrong input', () => {
    const { error } = contract.connectors.create.input.safeParse({ ciId: 1, connectorName: '', configuration: [] });
    expect(error?.issues.length).toBeGreaterThan(2);
    expect(error?.issues.filter(({ message }) => translateMain(message) === undefined)).toEqual([]);
  });
});

describe('translateMain', () => {
  it('puts names and what a server said in as they are', () => {
    expect(translateMain('There is no column named “rows”.')).toBe('Es gibt keine Spalte namens „rows“.');
    expect(translateMain('PostgreSQL refused the query: relation "rows" does not exist (line 2, column 7)')).toBe(
      'PostgreSQL hat die Abfrage abgelehnt: relation "rows" does not exist (Zeile 2, Spalte 7)',
    );
  });

  it('translates a reason within a sentence', () => {
    expect(translateMain('INSERT inserts rows; only reading statements run (SELECT or WITH).')).toBe(
      'INSERT fügt Zeilen ein; ausgeführt werden nur Anweisungen, die lesen (SELECT oder WITH).',
    );
    expect(translateMain('The connection to sql-prod-01:5432 was lost after 12 rows.')).toBe(
      'Die Verbindung zu sql-prod-01:5432 ist nach 12 Zeilen abgebrochen.',
    );
  });

  it('knows a sentence whose last part was left out', () => {
    const { hint = '' } = withoutSessionAdvice(refusedByPlatform('locked', 'linux')).error;
    expect(translateMain(hint)).toMatch(/^Entsperren Sie Ihren Schlüsselbund .* noch einmal\.$/);
  });

  it('answers nothing for what nobody has translated, and in an English window', () => {
    expect(translateMain('Out of cheese.')).toBeUndefined();
    speak('en');
    expect(translateMain('The query is empty.')).toBeUndefined();
  });
});
