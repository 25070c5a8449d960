import type { RunsEnded } from './run-attention';

/** The few words outside the page: menus and notifications. Main knows nothing of the renderer's catalogue. */
export interface NativeTexts {
  file: string;
  edit: string;
  go: string;
  view: string;
  window: string;
  help: string;
  newAudit: string;
  openDemo: string;
  verifyPack: string;
  settings: string;
  palette: string;
  audits: string;
  overview: string;
  steps: [string, string, string, string, string];
  connectors: string;
  auditLog: string;
  back: string;
  theme: string;
  themes: { system: string; light: string; dark: string };
  guide: string;
  shortcuts: string;
  tour: string;
  about: string;
  runsEnded(runs: RunsEnded): { title: string; body: string };
}

const english: NativeTexts = {
  file: '&File',
  edit: '&Edit',
  go: '&Go',
  view: '&View',
  window: '&Window',
  help: '&Help',
  newAudit: 'New audit',
  openDemo: 'Open the demo audit',
  verifyPack: 'Verify a pack…',
  settings: 'Settings',
  palette: 'Command palette',
  audits: 'Audits',
  overview: 'Overview',
  steps: ['Application', 'Questions', 'Question analysis', 'Execution', 'Evidence pack'],
  connectors: 'Connectors',
  auditLog: 'Audit log',
  back: 'Back',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  guide: 'User guide',
  shortcuts: 'Keyboard shortcuts',
  tour: 'Guided tour',
  about: 'About Tickmark',
  runsEnded: ({ succeeded, failed }) => ({
    title: failed === 0 ? 'All runs succeeded' : 'All runs have ended',
    body: failed === 0 ? `${succeeded} succeeded` : `${succeeded} succeeded, ${failed} did not`,
  }),
};

const german: NativeTexts = {
  file: '&Datei',
  edit: '&Bearbeiten',
  go: '&Gehe zu',
  view: '&Ansicht',
  window: '&Fenster',
  help: '&Hilfe',
  newAudit: 'Neue Prüfung',
  openDemo: 'Demo-Prüfung öffnen',
  verifyPack: 'Nachweispaket prüfen…',
  settings: 'Einstellungen',
  palette: 'Befehle',
  audits: 'Prüfungen',
  overview: 'Übersicht',
  steps: ['Anwendung', 'Fragen', 'Fragenanalyse', 'Ausführung', 'Nachweispaket'],
  connectors: 'Verbindungen',
  auditLog: 'Prüfprotokoll',
  back: 'Zurück',
  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  guide: 'Handbuch',
  shortcuts: 'Tastenkürzel',
  tour: 'Rundgang',
  about: 'Über Tickmark',
  runsEnded: ({ succeeded, failed }) => ({
    title: failed === 0 ? 'Alle Ausführungen gelungen' : 'Alle Ausführungen beendet',
    body: failed === 0 ? `${succeeded} gelungen` : `${succeeded} gelungen, ${failed} nicht`,
  }),
};

/** `locale` is the system's, for the choice to follow it. */
export const nativeTexts = (choice: 'system' | 'en' | 'de', locale: string): NativeTexts => {
  const language = choice === 'system' ? locale.toLowerCase().slice(0, 2) : choice;
  return language === 'de' ? german : english;
};
