import type { RunsEnded } from './run-attention';

/** In English and in German. */
type Words = readonly [string, string];

/**
 * The few words outside the page: menus and notifications. Main knows nothing of the renderer's catalogue. Items are
 * called as their commands, and those that the platform carries out as their roles.
 */
const words = {
  file: ['&File', '&Datei'],
  edit: ['&Edit', '&Bearbeiten'],
  go: ['&Go', '&Gehe zu'],
  view: ['&View', '&Ansicht'],
  window: ['&Window', '&Fenster'],
  helpMenu: ['&Help', '&Hilfe'],

  'new-audit': ['New audit', 'Neue Prüfung'],
  'open-demo': ['Open the demo audit', 'Demo-Prüfung öffnen'],
  'verify-pack': ['Verify a pack…', 'Nachweispaket prüfen…'],
  connectors: ['Settings', 'Einstellungen'],
  palette: ['Command palette', 'Befehle'],
  back: ['Back', 'Zurück'],
  forward: ['Forward', 'Vorwärts'],
  audits: ['Audits', 'Prüfungen'],
  overview: ['Overview', 'Übersicht'],
  'step-1': ['Application', 'Anwendung'],
  'step-2': ['Questions', 'Fragen'],
  'step-3': ['Question analysis', 'Fragenanalyse'],
  'step-4': ['Execution', 'Ausführung'],
  'step-5': ['Evidence pack', 'Nachweispaket'],
  'audit-log': ['Audit log', 'Prüfprotokoll'],
  theme: ['Theme', 'Farben'],
  'theme-system': ['As the system', 'Wie das System'],
  'theme-light': ['Light', 'Hell'],
  'theme-dark': ['Dark', 'Dunkel'],
  help: ['User guide', 'Handbuch'],
  shortcuts: ['Keyboard shortcuts', 'Tastenkürzel'],
  tour: ['Guided tour', 'Rundgang'],
  about: ['About Tickmark', 'Über Tickmark'],

  undo: ['Undo', 'Rückgängig'],
  redo: ['Redo', 'Wiederholen'],
  cut: ['Cut', 'Ausschneiden'],
  copy: ['Copy', 'Kopieren'],
  paste: ['Paste', 'Einfügen'],
  delete: ['Delete', 'Löschen'],
  selectAll: ['Select all', 'Alles auswählen'],
  resetZoom: ['Actual size', 'Originalgröße'],
  zoomIn: ['Zoom in', 'Vergrößern'],
  zoomOut: ['Zoom out', 'Verkleinern'],
  togglefullscreen: ['Full screen', 'Vollbild'],
  minimize: ['Minimise', 'Minimieren'],
  zoom: ['Zoom', 'Zoomen'],
  front: ['Bring all to front', 'Alle nach vorne bringen'],
  close: ['Close window', 'Fenster schließen'],
  quit: ['Quit Tickmark', 'Tickmark beenden'],
  services: ['Services', 'Dienste'],
  hide: ['Hide Tickmark', 'Tickmark ausblenden'],
  hideOthers: ['Hide others', 'Andere ausblenden'],
  unhide: ['Show all', 'Alle einblenden'],

  allSucceeded: ['All runs succeeded', 'Alle Ausführungen gelungen'],
  allEnded: ['All runs have ended', 'Alle Ausführungen beendet'],
  succeeded: ['{n} succeeded', '{n} gelungen'],
  failed: ['{n} did not', '{n} nicht'],
} satisfies Record<string, Words>;

export type NativeText = keyof typeof words;

/** Answers a text in one language. */
export type NativeTexts = (name: NativeText) => string;

/** The language that was chosen; `locale` is the system's, for the choice to follow it. */
export const languageOf = (choice: 'system' | 'en' | 'de', locale: string): 'en' | 'de' => {
  if (choice !== 'system') return choice;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
};

export const nativeTexts = (choice: 'system' | 'en' | 'de', locale: string): NativeTexts => {
  const language = languageOf(choice, locale);
  return (name) => words[name][language === 'de' ? 1 : 0];
};

/** What a notification says once all runs have ended. */
export const runsEndedText = (text: NativeTexts, { succeeded, failed }: RunsEnded): { title: string; body: string } => {
  const counted = (name: 'succeeded' | 'failed', count: number) => text(name).replace('{n}', String(count));
  const parts = [counted('succeeded', succeeded), ...(failed > 0 ? [counted('failed', failed)] : [])];
  return { title: text(failed === 0 ? 'allSucceeded' : 'allEnded'), body: parts.join(', ') };
};
