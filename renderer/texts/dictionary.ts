import type { Language } from '.';

type Words = Readonly<Record<string, string>>;

/** What main says, by its own English words. */
interface Dictionary {
  mainWords: Words;
  typeWords: Words;
  recipeWords: Words;
  /** By the keys of an identity's parts. */
  identityWords: Words;
}

const none: Dictionary = { mainWords: {}, typeWords: {}, recipeWords: {}, identityWords: {} };

let dictionary = none;

/** The words of the window's language; none in English. */
export const currentDictionary = (): Dictionary => dictionary;

/** To be waited for before that language is spoken. An English window never reads the words of others. */
export const loadDictionary = async (language: Language): Promise<void> => {
  dictionary = language === 'de' ? await import('./de/dictionary') : none;
};
