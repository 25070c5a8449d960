export const settings = {
  language: {
    title: 'Language',
    system: 'As the system',
    en: 'English',
    de: 'Deutsch',
    notChanged: 'The language was not changed',
  },
} as const;
