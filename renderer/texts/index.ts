/**
 * The words of the window: one catalogue for each language, one file for each feature. `docs/texts.md` tells how to add
 * to them. Knows neither React nor the bridge, so that functions which answer sentences run in unit tests as they are.
 */
import { createInstance } from 'i18next';
import { de } from './de';
import { en } from './en';
import type { Key, Values } from './types';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
export type Catalogue = typeof en;
export type Feature = keyof Catalogue;

const i18n = createInstance();
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en, de },
  // Everything is at hand: there is nothing to wait for before the first page.
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  returnNull: false,
});

export const currentLanguage = (): Language => i18n.language as Language;

/** Changes what every later call answers. What is on the screen has to be shown anew; see `app/language.ts`. */
export const speak = (language: Language): void => {
  void i18n.changeLanguage(language);
};

export type Texts<F extends Feature> = <K extends Key<Catalogue[F]>>(
  key: K,
  ...values: Values<Catalogue[F], K>
) => string;

type Given = Record<string, string | number> | undefined;

const plainTexts = new Map<string, string | null>();

/** A text that needs values put in and nothing else, or null: plurals and numbers are i18next's. */
const plainText = (feature: Feature, key: string): string | null => {
  const place = `${i18n.language} ${feature} ${key}`;
  const known = plainTexts.get(place);
  if (known !== undefined) return known;
  const text: unknown = i18n.getResource(i18n.language, feature, key);
  const plain = typeof text === 'string' && !/\{\{\w+, |\$t\(/.test(text) ? text : null;
  plainTexts.set(place, plain);
  return plain;
};

/** What i18next answered lately: rows of a grid say the same plurals again and again. */
const wordedTexts = new Map<string, string>();
const mostWorded = 500;

/** i18next takes ten times as long for this, and a page of a grid has hundreds of texts, drawn while a key is held down. */
const putIn = (text: string, values: Given): string =>
  values ? text.replace(/\{\{(\w+)\}\}/g, (_placeholder, name: string) => String(values[name])) : text;

const worded = (feature: Feature, key: string, given: Given): string => {
  const place = `${i18n.language} ${feature} ${key} ${JSON.stringify(given)}`;
  const known = wordedTexts.get(place);
  if (known !== undefined) return known;
  const text = i18n.t(key, { ...given, ns: feature });
  if (wordedTexts.size >= mostWorded) wordedTexts.clear();
  wordedTexts.set(place, text);
  return text;
};

/**
 * The texts of one feature, in the language of the moment: `const t = textsOf('start')`, then `t('title')` while showing.
 * A key or a value that is missing is a type error. Never keep an answer in a constant of a module: it would stay in the
 * language of the start.
 */
export const textsOf =
  <F extends Feature>(feature: F): Texts<F> =>
  (key, ...values) => {
    const given: Given = values[0];
    const plain = plainText(feature, key as string);
    return plain === null ? worded(feature, key as string, given) : putIn(plain, given);
  };
