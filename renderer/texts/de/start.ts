import type { start as english } from '../en/start';
import type { Translation } from '../types';

export const start: Translation<typeof english> = {
  title: 'Prüfungen',
  audits_one: '{{count, number}} Prüfung',
  audits_other: '{{count, number}} Prüfungen',
  notShown: 'Die Prüfungen können nicht angezeigt werden',
  welcome: {
    title: 'Nachweise, die belegen, welches System geantwortet hat',
    lead: 'Richten Sie jede Prüfungsfrage auf genau eine benannte Verbindung, führen Sie dort ihre nur lesende Abfrage aus und behalten Sie das versiegelte Ergebnis.',
  },
  demo: {
    name: 'Demo-Prüfung öffnen',
    text: 'Gehen Sie alle fünf Schritte mit kleinen, eigenen Systemen der Demo auf diesem Rechner durch, jedes in Produktion und Entwicklung. Nichts muss installiert werden, und kein System eines Mandanten wird angesprochen.',
    opening: 'Wird geöffnet…',
    opened: 'Das ist die Demo-Prüfung',
    next: 'Die meisten ihrer Fragen sind bereit. Einige sind absichtlich offen: Ein Klick auf eine Zahl über der Liste zeigt sie, ihre Notiz sagt, warum. Sie dürfen offen bleiben.',
    notOpened: 'Die Demo-Prüfung wurde nicht geöffnet',
    kept: 'Ihre eigenen Prüfungen sind unverändert.',
  },
  newAudit: {
    name: 'Neue Prüfung',
    text: 'Beginnen Sie mit der zu prüfenden Anwendung; Fragen und Verbindungen kommen danach.',
  },
  columns: {
    application: 'Anwendung',
    audit: 'Prüfung',
    ci: 'CI',
    period: 'Zeitraum',
    status: 'Status',
  },
  archived: {
    count_one: '{{count, number}} archivierte',
    count_other: '{{count, number}} archivierte',
    title: 'Archivierte Prüfungen',
    text: 'Ganz erhalten und nicht mehr geändert. Öffnen Sie eine für ihr Nachweispaket. Ist die Aufbewahrung zu Ende, exportieren Sie ein vollständiges Paket, prüfen Sie es und vernichten Sie dann die Prüfung.',
    since: 'Archiviert',
    open: 'Nachweise öffnen',
  },
  tour: {
    name: 'Rundgang',
    text: 'Fünf Stationen durch das Fenster, mit der Demo-Prüfung. Sie können jederzeit aufhören.',
  },
};
