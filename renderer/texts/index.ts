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

/**
 * The texts of one feature, in the language of the moment: `const t = textsOf('start')`, then `t('title')` while showing.
 * A key or a value that is missing is a type error. Never keep an answer in a constant of a module: it would stay in the
 * language of the start.
 */
export const textsOf =
  <F extends Feature>(feature: F): Texts<F> =>
  (key, ...values) =>
    i18n.t(key as string, { ...values[0], ns: feature });
