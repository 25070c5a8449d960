import { chooseFile, closeDialog, closeList, go, press, pressEscape } from './getting-about.mjs';

const page = (keys, title) => async (window) => {
  await window.keyboard.press(keys);
  await window.getByRole('heading', { level: 1, name: title }).waitFor();
};

const inRail =
  (name, title = name) =>
  async (window) => {
    await go(window, name);
    await window.getByRole('heading', { level: 1, name: title }).waitFor();
  };

const dialog = (button) => async (window) => {
  await press(window, button);
  await window.getByRole('dialog').waitFor();
};

/** The pages in German, whose words are longer: for pictures. They stand on what the English walk has left. */
export const germanScreens = [
  { name: 'audits', open: inRail('Prüfungen') },
  { name: 'new-audit', open: page('Control+n', 'Neue Prüfung') },
  {
    name: 'application',
    open: async (window) => {
      await go(window, 'Prüfungen');
      await window.getByRole('table').getByRole('button', { name: 'Stark G4' }).first().click();
      await window.getByRole('heading', { level: 1, name: 'Anwendung' }).waitFor();
    },
  },
  { name: 'overview', open: page('Control+6', 'Übersicht') },
  { name: 'questions', open: page('Control+2', 'Fragen') },
  {
    name: 'questions-import',
    open: async (window, { app, folder }) => {
      await chooseFile(app, `${folder}/Data request.csv`);
      await dialog('Datei importieren')(window);
      await window.getByRole('dialog').getByRole('table').waitFor();
    },
    leave: pressEscape,
  },
  { name: 'questions-paste', open: dialog('Fragen einfügen'), leave: (window) => closeDialog(window, 'Abbrechen') },
  { name: 'analysis', open: page('Control+3', 'Fragenanalyse') },
  { name: 'analysis-coverage', open: dialog('Abdeckung'), leave: pressEscape },
  { name: 'analysis-assign', open: dialog('Zuweisen'), leave: pressEscape },
  { name: 'execution', open: page('Control+4', 'Ausführung') },
  {
    name: 'execution-checked',
    open: async (window) => {
      await window.getByRole('tab').first().click();
      await press(window, 'Vorab prüfen');
      await window.getByRole('button', { name: /starten$/ }).waitFor();
    },
  },
  {
    name: 'execution-confirm',
    open: async (window) => {
      await window.getByRole('button', { name: /starten$/ }).click();
      await window.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'runs',
    open: async (window) => {
      await window.getByRole('tab').nth(1).click();
      await window
        .getByRole('button', { name: /^Nachweis der Frage/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'evidence',
    open: async (window) => {
      await window.getByRole('textbox').first().fill('1.30');
      await press(window, 'Nachweis der Frage 1.30 ansehen');
      await window.getByRole('grid').waitFor();
    },
  },
  { name: 'evidence-columns', open: (window) => press(window, 'Spalten') },
  { name: 'evidence-sample', open: dialog('Stichprobe'), leave: pressEscape },
  {
    name: 'compare',
    open: async (window) => {
      await press(window, 'Vergleichen');
      await window.getByRole('menuitem', { name: /Frage 1\.31/ }).click();
      await window.getByRole('heading', { level: 1, name: 'Zwei Ausführungen im Vergleich' }).waitFor();
    },
  },
  { name: 'pack', open: page('Control+5', 'Nachweispaket') },
  { name: 'pack-redaction', open: dialog('Ohne Spalten exportieren…'), leave: pressEscape },
  { name: 'connectors', open: page('Control+,', 'Verbindungen') },
  {
    name: 'connector-form',
    open: async (window) => {
      await window
        .getByRole('button', { name: /bearbeiten$/ })
        .first()
        .click();
      await window.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'connector-menu',
    open: async (window) => {
      await window
        .getByRole('button', { name: /^Weitere Aktionen/ })
        .first()
        .click();
      await window.getByRole('menu').waitFor();
    },
    leave: closeList('menu'),
  },
  { name: 'preferences', open: inRail('Voreinstellungen') },
  { name: 'audit-log', open: inRail('Prüfprotokoll') },
  { name: 'audit-log-head', open: dialog('Kopf und Prüfpunkte…'), leave: pressEscape },
  { name: 'about', open: inRail('Über Tickmark') },
  {
    name: 'palette',
    open: async (window) => {
      await window.keyboard.press('Control+k');
      await window.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'help',
    open: async (window) => {
      await window.keyboard.press('F1');
      await window.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'legacy',
    open: async (window) => {
      await go(window, 'Prüfungen');
      await press(window, 'Frühere Datenbank übernehmen');
      await window.getByRole('heading', { level: 1, name: 'Frühere Datenbank übernehmen' }).waitFor();
    },
  },
];
