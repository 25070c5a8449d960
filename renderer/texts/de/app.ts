import type { app as english } from '../en/app';
import type { Translation } from '../types';

export const app: Translation<typeof english> = {
  discard: {
    title: 'Nicht gespeicherte Änderungen verwerfen?',
    body: 'Die Änderungen an {{what}} sind nicht gespeichert.',
    confirm: 'Änderungen verwerfen',
    cancel: 'Weiter bearbeiten',
  },
  steps: {
    application: 'Anwendung',
    questions: 'Fragen',
    analysis: 'Analyse',
    execution: 'Ausführung',
    evidence: 'Nachweispaket',
  },
  progress: {
    questions_one: '{{count, number}} Frage',
    questions_other: '{{count, number}} Fragen',
    ready: '{{done}} von {{all}} erledigt',
    executed: '{{done}} von {{all}} ausgeführt',
    exported: 'Paket exportiert',
    exportedBefore: 'im letzten Paket fehlt, was seither kam',
    done: 'fertig',
    underway: 'in Arbeit',
  },
  rail: {
    main: 'Hauptnavigation',
    audits: 'Prüfungen',
    newAudit: 'Neue Prüfung',
    newAuditHint: 'Neue Prüfung ({{keys}})',
    noAudits: 'Noch keine Prüfungen.',
    archived: 'Archivierte Prüfungen',
    settings: 'Einstellungen',
    connectors: 'Verbindungen',
    noConnectors: 'noch keine',
    preferences: 'Voreinstellungen',
    auditLog: 'Prüfprotokoll',
    guide: 'Handbuch',
    about: 'Über Tickmark',
    keychain: 'Geheimnisse: im Schlüsselbund',
    noKeychain: 'Kein Schlüsselbund: Geheimnisse gelten nur für diese Sitzung',
    overview: 'Übersicht',
    search: 'Finden und ausführen',
  },
  broken: {
    page: 'Diese Seite ließ sich nicht anzeigen',
    window: 'Das Fenster kann nicht weitermachen',
    what: 'Ein Teil des Fensters ist ausgefallen',
    pageHint:
      'Alle anderen Seiten lassen sich weiterhin öffnen. Scheitert diese auch nach dem Neuladen des Fensters, geben Sie die Einzelheiten weiter, wo Sie Hilfe zu Tickmark bekommen.',
    windowHint:
      'Scheitert es auch nach dem Neuladen, geben Sie die Einzelheiten weiter, wo Sie Hilfe zu Tickmark bekommen.',
    copy: 'Einzelheiten kopieren',
    copied: 'Einzelheiten kopiert',
    loadAnew: 'Fenster neu laden',
    kept: 'Was gespeichert war, ist erhalten, und Ausführungen laufen weiter.',
  },
  menu: 'Menü',
  languageNotChanged: 'Die Sprache wurde nicht geändert',
  themeNotChanged: 'Die Farben wurden nicht geändert',
  chooseAudit: 'Wählen Sie zuerst eine Prüfung',
};
