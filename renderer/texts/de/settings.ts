import type { settings as english } from '../en/settings';
import type { Translation } from '../types';

export const settings: Translation<typeof english> = {
  language: {
    title: 'Sprache',
    system: 'Wie das System',
    en: 'English',
    de: 'Deutsch',
    notChanged: 'Die Sprache wurde nicht geändert',
  },
};
