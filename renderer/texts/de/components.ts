import type { components as english } from '../en/components';
import type { Translation } from '../types';

export const components: Translation<typeof english> = {
  bytes_one: '{{count, number}} Byte',
  bytes_other: '{{count, number}} Byte',
  ago: {
    now: 'gerade eben',
    minutes_one: 'vor {{count, number}} Minute',
    minutes_other: 'vor {{count, number}} Minuten',
    hours_one: 'vor {{count, number}} Stunde',
    hours_other: 'vor {{count, number}} Stunden',
    days_one: 'vor {{count, number}} Tag',
    days_other: 'vor {{count, number}} Tagen',
  },
  day: {
    pattern: 'JJJJ-MM-TT',
    wrong: 'Diesen Tag gibt es nicht. Schreiben Sie ihn als 2026-01-31 oder 31.1.2026.',
  },
  environment: {
    production: 'Produktion',
    'non-production': 'Nicht-Produktion',
    unspecified: 'Nicht angegeben',
  },
  environmentShort: {
    production: 'PROD',
    'non-production': 'NICHT-PROD',
    unspecified: '—',
  },
  marks: {
    title: 'Was die Zeichen bedeuten',
    inGuide: 'Mehr über die fünf Schritte im Handbuch',
    steps: {
      title: 'Schritte, links',
      done: 'erledigt',
      underway: 'in Arbeit',
    },
    questions: {
      title: 'Fragen, in Schritt 3',
      ran: 'bereit und schon ausgeführt',
      untried: 'bereit, noch nicht ausgeführt',
      noQuery: 'ohne Abfrage',
      unsure: 'unsicherer Vorschlag: ansehen und wählen',
      lacking:
        'ohne Systemart oder Verbindung, Verbindung zu wählen, Abfrage zu berichtigen oder letzte Ausführung fehlgeschlagen: Was, sagt der Hinweis am Zeichen',
      notAnswerable: 'hier nicht beantwortbar: Es ist nichts mehr zu tun',
    },
    connectors: {
      title: 'Verbindungen',
      active: 'der letzte Test hat das System erreicht',
      pending: 'noch nicht getestet',
      failed: 'der letzte Test ist gescheitert',
    },
    environments: {
      title: 'Umgebungen',
      production: 'Produktion: Vor jeder Abfrage werden Sie gefragt',
      other: 'Test, Entwicklung, eine Kopie der Produktion und dergleichen',
    },
  },
  identity: {
    fileId:
      'Die Nummer, unter der der Datenträger diese Datei kennt: Eine andere Datei an ihrer Stelle hat eine andere.',
    schema:
      'Ein SHA-256 über die Definitionen ihrer Tabellen, Sichten, Indizes und Trigger: Er ändert sich mit ihnen, nicht mit den Zeilen.',
  },
  environmentTitle: 'Umgebung: {{name}}',
  withHidden: '{{label}} ({{count, number}} verborgen)',
  archived: {
    title: 'Archiviert: nur zum Lesen.',
    since: 'Seit {{time}} bleibt alles, wie es ist; die Nachweise lassen sich weiterhin ansehen und exportieren.',
  },
  cancel: 'Abbrechen',
  close: 'Schließen',
  tryAgain: 'Erneut versuchen',
  aboutError: 'Mehr zu diesem Fehler',
  reason: 'Grund: {{reason}}',
  copied: 'Kopiert',
  copiedWhat: '{{what}} kopiert',
  copyWhat: '{{what}} kopieren',
  notices: 'Meldungen',
  dismiss: 'Schließen: {{title}}',
  keys: {
    ctrl: 'Strg',
    alt: 'Alt',
    shift: 'Umschalt',
    pageUp: 'Bild↑',
    pageDown: 'Bild↓',
    home: 'Pos1',
    end: 'Ende',
    space: 'Leertaste',
  },
};
