import { useEffect } from 'react';
import { create } from 'zustand';
import type { Preferences } from '../../preload/contract';
import { currentLanguage, type Language, languages, speak } from '../texts';
import { loadDictionary } from '../texts/dictionary';
import { usePreferences } from './preferences-store';

type Choice = Preferences['language'];

const useSpoken = create<{ language: Language }>(() => ({ language: currentLanguage() }));

// `navigator.language` would be the language that was chosen at the last start.
const languageOfSystem = (): Language =>
  languages.find((language) => document.documentElement.dataset.systemLanguage === language) ?? 'en';

/** The last choice: words that come in late for an earlier one are not spoken any more. */
let chosen: Language;

const choose = async (choice: Choice): Promise<void> => {
  const language = choice === 'system' ? languageOfSystem() : choice;
  chosen = language;
  await loadDictionary(language);
  if (chosen !== language) return;
  speak(language);
  document.documentElement.lang = language;
  useSpoken.setState({ language });
};

/** Main writes the stored choice into the page, so that the first page already speaks it. */
export const speakAsPageSays = async (): Promise<void> => {
  const written = document.documentElement.dataset.language;
  await choose(written === 'en' || written === 'de' ? written : 'system');
};

/**
 * The language of the window; follows the preferences. Used as a key it shows everything below anew, so that no part of
 * the window has to listen for a change by itself.
 */
export const useLanguage = (): Language => {
  const choice = usePreferences((state) => state.preferences?.language);
  useEffect(() => {
    if (choice) void choose(choice);
  }, [choice]);
  return useSpoken((state) => state.language);
};
