import type { applications as english } from '../en/applications';
import type { Translation } from '../types';

export const applications: Translation<typeof english> = {
  steps: {
    application: 'Anwendung',
    questions: 'Fragen',
    analysis: 'Fragenanalyse',
    execution: 'Ausführung',
    evidence: 'Nachweispaket',
  },
  place: 'Schritt {{step}} von {{steps}}',
  fields: {
    auditName: 'Name der Prüfung',
    auditNameHelp: 'Wie Sie diesen Auftrag nennen, zum Beispiel Q2CA2025, oder Mandant und Zeitraum.',
    name: 'Name der Anwendung',
    nameHelp: 'Die Anwendung des Mandanten, die geprüft wird.',
    ci: 'CI',
    ciHelp:
      'Configuration Item: das Kennzeichen des Mandanten für die Anwendung, zum Beispiel CI21324354; gibt es keines, ein kurzer Name von Ihnen. Seine Prüfungen teilen seine Verbindungen.',
    startDate: 'Beginn',
    endDate: 'Ende',
    datesHelp:
      'Der geprüfte Zeitraum. Abfragen, die Tickmark vorschlägt („Vorlagen“), betrachten, was zwischen diesen Tagen geschah.',
    status: 'Status',
    statusHelp: 'Für Ihre eigene Übersicht: Sonst hängt nichts davon ab.',
  },
  status: {
    inProgress: 'In Arbeit',
    complete: 'Abgeschlossen',
  },
  missing: {
    auditName: 'Geben Sie der Prüfung einen Namen.',
    name: 'Geben Sie der Anwendung einen Namen.',
    ciId: 'Geben Sie das CI der Anwendung an.',
  },
  endBeforeStart: 'Das Ende liegt vor dem Beginn.',
  unsavedWhat: 'der Anwendung',
  saved: 'Anwendung gespeichert',
  notSaved: 'Die Anwendung wurde nicht gespeichert',
  textKept: 'Was Sie geschrieben haben, ist noch da.',
  save: 'Speichern',
  next: 'Weiter: Fragen',
  form: 'Anwendung',
  connectors: {
    title: 'Verbindungen',
    some_one:
      '{{ci}} hat {{count, number}} Verbindung. Jede Frage läuft auf einer: einem benannten, nur lesenden Zugang zu einem System.',
    some_other:
      '{{ci}} hat {{count, number}} Verbindungen. Jede Frage läuft auf einer: einem benannten, nur lesenden Zugang zu einem System.',
    show: 'Verbindungen zeigen',
  },
  ending: {
    title: 'Diese Prüfung beenden',
    created: 'Angelegt am {{time}}.',
  },
  archive: {
    button: 'Prüfung archivieren',
    what: 'Sie kommt zu „Archivierte Prüfungen“ und kann nicht mehr geändert werden. Alles bleibt erhalten, und ihr Nachweispaket kann weiter exportiert werden.',
    failed: 'Die Prüfung wurde nicht archiviert',
    unchanged: 'Sie ist unverändert.',
    done: '„{{name}}“ archiviert',
    kept: 'Sie steht unter „Archivierte Prüfungen“, mit ihren Nachweisen.',
    title: '„{{name}}“ archivieren?',
    body: 'Sie kann nicht mehr geändert werden, und das lässt sich nicht rückgängig machen. Sie verlässt die Liste links; „Archivierte Prüfungen“, unter dieser Liste, führt zu ihr. Fragen, Nachweise, Verbindungen und das Prüfprotokoll bleiben ganz erhalten, und Pakete können weiter exportiert werden. {{pack}}',
    packNone: 'Bisher wurde kein Nachweispaket exportiert.',
    packOutdated: 'Dem letzten Nachweispaket fehlt, was seit seinem Export dazukam.',
    packWhole: 'Das letzte Nachweispaket enthält alles.',
  },
  remove: {
    button: 'Prüfung entfernen',
    what: 'Für eine versehentlich angelegte Prüfung: Ihre Fragen werden gelöscht. Möglich, bevor etwas ausgeführt wurde.',
    hasRuns_one: 'Sie hat {{count, number}} Ausführung: Archivieren Sie sie stattdessen.',
    hasRuns_other: 'Sie hat {{count, number}} Ausführungen: Archivieren Sie sie stattdessen.',
    title: '„{{name}}“ entfernen?',
    body: 'Ihre Fragen und Analysen werden gelöscht. {{connectors}} Das Prüfprotokoll behält einen Eintrag. Das lässt sich nicht rückgängig machen.',
    failed: 'Die Prüfung wurde nicht entfernt',
    nothing: 'Es wurde nichts gelöscht.',
    moved: 'Ihre Verbindungen gehören jetzt einer anderen Prüfung des CI.',
    connectors_one: 'Mit ihr wurde {{count, number}} Verbindung gelöscht.',
    connectors_other: 'Mit ihr wurden {{count, number}} Verbindungen gelöscht.',
    done: '„{{name}}“ entfernt',
  },
  new: {
    title: 'Neue Prüfung',
    ahead: 'Dann folgen ihre Fragen, deren Analyse und Ausführung und das Nachweispaket.',
    unsavedWhat: 'der neuen Prüfung',
    notCreated: 'Die Prüfung wurde nicht angelegt',
    create: 'Prüfung anlegen',
    cancel: 'Abbrechen',
  },
};
