import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { toolTypes } from '../../../main/connectors/registry';
import { bundledRecipes } from '../../../main/recipes/library';
import { errorCodes } from '../../../preload/models';
import { formatAgo, formatBytes, formatCount, formatDuration } from '../../../renderer/components/format';
import { speak, textsOf } from '../../../renderer/texts';
import { de } from '../../../renderer/texts/de';
import { identityWords } from '../../../renderer/texts/de/identity-words';
import { recipeWords } from '../../../renderer/texts/de/recipe-words';
import { typeWords } from '../../../renderer/texts/de/type-words';
import { en } from '../../../renderer/texts/en';

/** Every text of a catalogue by its full key. */
const flatten = (texts: object, path = ''): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : flatten(value, `${path}${name}.`),
  ) as [string, string][];

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name ?? '').sort();

afterEach(() => speak('en'));

describe('the catalogues', () => {
  const english = new Map(flatten(en));
  const german = new Map(flatten(de));

  it('have the same keys', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('leave no text empty', () => {
    const empty = [...english, ...german].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('name the same placeholders', () => {
    const different = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(german.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('say in German what kind of error every code is', () => {
    const untold = errorCodes.filter((code) => !de.errors[code] || de.errors[code] === en.errors[code]);
    expect(errorCodes.length).toBeGreaterThan(0);
    expect(untold).toEqual([]);
    expect(Object.keys(de.errors).sort()).toEqual([...errorCodes].sort());
  });

  it('say in German all that a tool type says of itself and its fields, and nothing else', () => {
    const said = toolTypes.flatMap(({ description, queryHelp, fields }) => [
      description,
      queryHelp,
      ...fields.flatMap(({ label, help, options = [] }) => [
        label,
        help ?? label,
        ...options.map((each) => each.label),
      ]),
    ]);
    expect([...new Set(said)].sort()).toEqual(Object.keys(typeWords).sort());
  });

  it('name in German no part of an identity that no tool type gives', () => {
    const folder = resolve(import.meta.dirname, '../../../main/connectors');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const source = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const ungiven = Object.keys(identityWords).filter((key) => !new RegExp(`[{,]\\s+${key}( }|[:,])`).test(source));
    expect(ungiven).toEqual([]);
  });

  it('say in German what recipes are called, prove and need, and nothing else', () => {
    const told = [...bundledRecipes().values()]
      .flat()
      .flatMap(({ topic, title, proves, needs, parameters }) => [
        topic,
        title,
        proves,
        needs,
        ...parameters.map(({ label }) => label),
      ]);
    expect([...new Set(told)].sort()).toEqual(Object.keys(recipeWords).sort());
  });

  it('call a button of another feature as the button is called', () => {
    speak('de');
    expect(textsOf('tour')('stops.execution.text')).toContain(`„${de.preflight.bar.check}“`);
    expect(textsOf('tour')('stops.auditLog.text')).toContain(`„${de['audit-log'].verify}“`);
  });

  it('have both forms of every plural', () => {
    const keys = [...english.keys()].filter((key) => /_(one|other)$/.test(key));
    const alone = keys.filter(
      (key) => !english.has(key.replace(/_(one|other)$/, key.endsWith('_one') ? '_other' : '_one')),
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(alone).toEqual([]);
  });
});

describe('textsOf', () => {
  const t = textsOf('start');

  it('answers in the language of the moment', () => {
    expect(t('newAudit.name')).toBe('New audit');
    speak('de');
    expect(t('newAudit.name')).toBe('Neue Prüfung');
  });

  it('chooses the plural and writes figures as the language does', () => {
    expect([t('audits', { count: 1 }), t('audits', { count: 12_345 })]).toEqual(['1 audit', '12,345 audits']);
    speak('de');
    expect([t('audits', { count: 1 }), t('audits', { count: 12_345 })]).toEqual(['1 Prüfung', '12.345 Prüfungen']);
  });

  it('takes only keys and values that there are', () => {
    // @ts-expect-error no such text
    expect(t('newAudit.title')).toBe('newAudit.title');
    // @ts-expect-error the count is missing
    t('audits');
    // @ts-expect-error this text takes no values
    t('newAudit.name', { count: 1 });
  });
});

describe('figures in German', () => {
  it('have a comma for the fraction and a point for the thousands', () => {
    speak('de');
    const now = Date.parse('2026-01-31T12:00:00.000Z');
    expect(formatCount(12_345)).toBe('12.345');
    expect([1, 1_500].map(formatBytes)).toEqual(['1 Byte', '1,5 KB']);
    expect(formatDuration(4_200)).toBe('4,2 s');
    expect(formatAgo('2026-01-31T11:55:00.000Z', now)).toBe('vor 5 Minuten');
  });
});
