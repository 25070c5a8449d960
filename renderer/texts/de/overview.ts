import type { overview as english } from '../en/overview';
import type { Translation } from '../types';

export const overview: Translation<typeof english> = {
  title: 'Übersicht',
  asTable: 'Als Tabelle',
  noProcess: 'Ohne Prozess',
  empty: {
    title: 'Noch nichts zu zeigen',
    text: 'Die Übersicht zeigt, wie weit die Fragen dieser Prüfung sind und von welchen Systemen ihre Nachweise stammen.',
    button: 'Fragen hinzufügen',
  },
  standing: {
    evidence: 'Mit Nachweis',
    ready: 'Bereit',
    failed: 'Ausführung ohne vollständiges Ergebnis',
    'query-problem': 'Abfrage zu berichtigen',
    'no-query': 'Ohne Abfrage',
    unsure: 'Unsicherer Vorschlag',
    'no-tool-type': 'Ohne Systemart',
    ambiguous: 'Verbindung zu wählen',
    missing: 'Ohne Verbindung',
    'not-answerable': 'Hier nicht beantwortbar',
  },
  states: {
    title: 'Stand der Fragen',
    text: '{{done}} von {{all}} haben einen Nachweis.',
  },
  coverage: {
    title: 'Abdeckung nach Prozess',
    text: 'Wie die Fragen jedes Prozesses stehen und wie viele einen Nachweis haben.',
    figure: '{{done}} von {{all}}',
    process: 'Prozess',
    summary_one: 'Der Stand der Fragen in {{count, number}} Prozess, als Balken',
    summary_other: 'Der Stand der Fragen in {{count, number}} Prozessen, als Balken',
  },
  evidence: {
    title: 'Nachweise nach Verbindung',
    connector: 'Verbindung',
    results: 'Vollständige Ergebnisse',
    none: 'Noch kein vollständiges Ergebnis.',
    text: 'Vollständige Ergebnisse nach der Verbindung, von der sie stammen; zusammen {{rows}} Zeilen.',
    summary_one: 'Vollständige Ergebnisse von {{count, number}} Verbindung, als Balken',
    summary_other: 'Vollständige Ergebnisse von {{count, number}} Verbindungen, als Balken',
  },
  runs: {
    title: 'Ausführungen im Lauf der Zeit',
    none: 'Es ist noch nichts gelaufen.',
    day: 'Tag',
    succeeded: 'Erfolgreich',
    failed: 'Fehlgeschlagen oder unvollständig',
    summary_one: 'Ausführungen an {{count, number}} Tag, als Säulen',
    summary_other: 'Ausführungen an {{count, number}} Tagen, als Säulen',
  },
  map: {
    title: 'Landkarte der Verbindungen',
    text: 'Welche Fragen welches Prozesses welche Verbindung benutzen.',
    none: 'Dieses CI hat noch keine Verbindungen.',
    connector: 'Verbindung',
    all: 'Alle',
    unused: 'unbenutzt',
  },
};
