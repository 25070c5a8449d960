import type { help as english } from '../en/help';
import type { Translation } from '../types';

export const help: Translation<typeof english> = {
  title: 'Handbuch (englisch)',
  close: 'Handbuch schließen',
  search: 'Im Handbuch suchen',
  pages: 'Seiten des Handbuchs',
  script: 'Skript',
  found_one: '{{count, number}} Abschnitt gefunden',
  found_other: '{{count, number}} Abschnitte gefunden',
  backToHits: 'Zurück zu den Treffern für „{{query}}“',
  nothing: 'Kein Abschnitt enthält „{{query}}“.',
};
