import type { analysis as english } from '../en/analysis';
import type { Translation } from '../types';

export const analysis: Translation<typeof english> = {
  states: {
    ready: 'Bereit',
    'no-query': 'Ohne Abfrage',
    unsure: 'Unsicherer Vorschlag',
    'needs-selection': 'Auswahl nötig',
    ambiguous: 'Mehrdeutig',
    missing: 'Verbindung fehlt',
  },
  counts: {
    ready: '{{count, number}} bereit',
    'no-query': '{{count, number}} ohne Abfrage',
    unsure: '{{count, number}} unsicher',
    'needs-selection_one': '{{count, number}} braucht eine Auswahl',
    'needs-selection_other': '{{count, number}} brauchen eine Auswahl',
    ambiguous: '{{count, number}} mehrdeutig',
    missing: '{{count, number}} ohne Verbindung',
  },
  saving: {
    saved: 'Alles gespeichert',
    saving: 'Wird gespeichert …',
    refused_one: '{{count, number}} nicht gespeichert',
    refused_other: '{{count, number}} nicht gespeichert',
  },
  filters: {
    toolType: 'Nach Systemart filtern',
    allToolTypes: 'Alle Systemarten',
    noToolType: 'Noch keine Systemart',
    toolTypeOption: '{{label}} ({{count, number}})',
  },
  history: {
    undo: 'Letzte Auswahl zurücknehmen (Strg+Z)',
    redo: 'Auswahl wiederherstellen (Strg+Umschalt+Z)',
  },
  suggest: {
    all: 'Vorschlagen',
    ticked: 'Für {{count, number}} vorschlagen',
    help: 'Schlägt aus den Wörtern jeder Frage Systemart, Grund und Abfrage vor, ohne Netz. Was eine Person gewählt hat, bleibt.',
    failed: 'Es wurde nichts vorgeschlagen',
    nothingChanged: 'Die Fragen sind, wie sie waren.',
    done: 'Vorschläge gemacht',
    report:
      '{{suggested, number}} vorgeschlagen · {{unsure, number}} unsicher · {{kept, number}} schon gewählt und behalten',
    sure: 'vorgeschlagen, sicher {{confidence}}',
    unsureType: 'vorgeschlagen, unsicher {{confidence}}: bitte ansehen',
    unsureNone: '— unsicher: wählen —',
  },
  assign: {
    ofType: 'Alle mit {{toolType}} ({{count, number}})',
  },
  coverage: {
    button: 'Abdeckung',
    title: 'Abdeckung: Prozesse und Stände',
    process: 'Prozess',
    noProcess: 'Ohne Prozess',
    total: 'Fragen',
    all: 'Alle Prozesse',
    cell: '{{process}}: {{count, number}} {{state}}. Diese anzeigen.',
    share: '{{process}}: {{ready, number}} von {{total, number}} bereit',
  },
  completion: {
    read: 'Tabellen für die Ergänzung lesen',
    known_one: '{{count, number}} Tabelle bekannt: Strg+Leertaste ergänzt',
    known_other: '{{count, number}} Tabellen bekannt: Strg+Leertaste ergänzt',
    failed: 'Tabellen nicht gelesen: {{message}}',
  },
};
