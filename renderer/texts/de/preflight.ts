import type { preflight as english } from '../en/preflight';
import type { Translation } from '../types';

export const preflight: Translation<typeof english> = {
  check: {
    of: 'Vorabprüfung der Frage {{question}}',
    runsOn: 'läuft auf <strong>{{connector}}</strong>',
    noQuery: 'Noch keine Abfrage.',
    openConnector: 'Verbindung in den Einstellungen öffnen',
    fix: 'In Schritt 3 beheben',
  },
  bar: {
    explain: 'Die Vorabprüfung zeigt, was wo laufen würde, und spricht keinen Server an.',
    check: 'Vorab prüfen',
    checkSome_one: '{{count, number}} Frage vorab prüfen',
    checkSome_other: '{{count, number}} Fragen vorab prüfen',
    due_one:
      'Angehakt ist, was neu, geändert oder fehlgeschlagen ist. {{count, number}} Frage hat ein Ergebnis: Haken Sie sie an, um sie noch einmal auszuführen.',
    due_other:
      'Angehakt ist, was neu, geändert oder fehlgeschlagen ist. {{count, number}} Fragen haben ein Ergebnis: Haken Sie sie an, um sie noch einmal auszuführen.',
    nothingDue:
      'Jede Frage hat ein Ergebnis ihrer Abfrage auf ihrer Verbindung. Haken Sie an, was noch einmal laufen soll.',
    leftOut_one: '{{count, number}} Frage ist hier nicht beantwortbar und ausgelassen.',
    leftOut_other: '{{count, number}} Fragen sind hier nicht beantwortbar und ausgelassen.',
    start: 'Starten',
    startSome_one: '{{count, number}} Ausführung starten',
    startSome_other: '{{count, number}} Ausführungen starten',
    otherSelected: 'Es sind andere Fragen angehakt, als geprüft wurden. Prüfen Sie diese, bevor Sie starten.',
  },
  stale: {
    title: 'Seit der Vorabprüfung hat sich etwas geändert',
    message:
      'Eine Verbindung, eine Abfrage oder eine Auswahl ist nicht mehr, was gezeigt wurde. Es lief keine Abfrage.',
    kept: 'Es wurde eben erneut geprüft. Sehen Sie es noch einmal an und starten Sie dann.',
  },
  notStarted: {
    title: 'Es wurde nichts gestartet',
    kept: 'Es lief keine Abfrage.',
  },
  summary: {
    ready: '{{count, number}} bereit',
    refused: '{{count, number}} abgelehnt',
    onlyRefused: 'Nur die abgelehnten anzeigen',
    production: '{{questions}} auf Produktion ({{connectors}})',
    connectors_one: '{{count, number}} Verbindung',
    connectors_other: '{{count, number}} Verbindungen',
    nonProduction: '{{questions}} auf Nicht-Produktion',
    unspecified: '{{questions}} ohne Angabe',
  },
  questionsNotStarted_one: '{{count, number}} Frage nicht gestartet',
  questionsNotStarted_other: '{{count, number}} Fragen nicht gestartet',
  table: {
    handle: 'Höhe der Vorabprüfung der Frage',
    selectAll: 'Alle Fragen auswählen',
    select: 'Frage {{question}} auswählen',
    number: 'Nr.',
    question: 'Frage',
    connector: 'Verbindung',
    target: 'Zielsystem',
    query: 'Abfrage',
    verdict: 'Urteil',
    lastRun: 'Zuletzt',
    none: 'keine',
    notChecked: 'nicht geprüft',
    notAnswerable: 'Hier nicht beantwortbar: {{why}}',
    ready: 'Bereit',
    refused: 'Abgelehnt: {{why}}',
  },
  lastRun: {
    never: 'noch nie',
    changed: 'geändert seit {{run}}',
    failed: '{{run}}: fehlgeschlagen',
    going: '{{run}}: läuft noch',
    succeeded: '{{run}}: Ergebnis',
  },
  production: {
    titleOne: 'Auf einem Produktionssystem ausführen?',
    titleMany: 'Auf Produktionssystemen ausführen?',
    confirm_one: '{{count, number}} Frage auf Produktion ausführen',
    confirm_other: '{{count, number}} Fragen auf Produktion ausführen',
    text: 'Diese Abfragen lesen nur. Sie laufen auf Systemen, die als Produktion gekennzeichnet sind.',
    label: 'Produktionsverbindungen',
    noTarget: 'Zielsystem noch nicht bekannt',
    others_one: '{{count, number}} Frage auf einem anderen System startet mit ihnen.',
    others_other: '{{count, number}} Fragen auf anderen Systemen starten mit ihnen.',
    questions_one: '{{count, number}} Frage',
    questions_other: '{{count, number}} Fragen',
  },
};
