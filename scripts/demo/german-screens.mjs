import { chooseFile, closeDialog, closeList, go, offPaper, onPaper, press, pressEscape } from './getting-about.mjs';
import { passphrase } from './protection-screens.mjs';

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

const chooseAction = (name) => async (window) => {
  await window
    .getByRole('button', { name: /^Weitere Aktionen/ })
    .first()
    .click();
  await window.getByRole('menuitem', { name }).click();
  await window.getByRole('dialog').waitFor();
};

/** The pages in German, whose words are longer: for pictures. They stand on what the English walk has left. */
export const germanScreens = [
  { name: 'audits', open: inRail('Prüfungen') },
  { name: 'new-audit', open: page('Control+n', 'Neue Prüfung') },
  {
    name: 'new-audit-refused',
    open: (window) => press(window, 'Prüfung anlegen'),
  },
  {
    name: 'application',
    open: async (window) => {
      await go(window, 'Prüfungen');
      await window.getByRole('table').getByRole('button', { name: 'Stark G4' }).first().click();
      await window.getByRole('heading', { level: 1, name: 'Anwendung' }).waitFor();
    },
  },
  { name: 'application-archive', open: dialog('Prüfung archivieren'), leave: pressEscape },
  { name: 'application-purge', open: dialog('Prüfung vernichten'), leave: pressEscape },
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
  {
    name: 'questions-add',
    open: (window) => press(window, 'Frage hinzufügen'),
    leave: (window) => press(window, 'Schließen'),
  },
  { name: 'analysis', open: page('Control+3', 'Fragenanalyse') },
  { name: 'marks', placed: true, open: dialog('Was die Zeichen bedeuten'), leave: pressEscape },
  { name: 'analysis-coverage', open: dialog('Abdeckung'), leave: pressEscape },
  { name: 'analysis-assign', placed: true, open: dialog('Zuweisen'), leave: pressEscape },
  {
    name: 'analysis-connectors',
    placed: true,
    open: async (window) => {
      await window
        .getByRole('combobox', { name: /^Verbindung der Frage/ })
        .first()
        .click();
      await window.getByRole('listbox').waitFor();
    },
    leave: closeList('listbox'),
  },
  { name: 'analysis-recipes', open: dialog('Abfragevorlagen'), leave: pressEscape },
  { name: 'analysis-compare', open: dialog('Vergleichen'), leave: pressEscape },
  { name: 'execution', open: page('Control+4', 'Ausführung') },
  {
    name: 'execution-checked',
    open: async (window) => {
      await window.getByRole('tab').first().click();
      await window.getByRole('checkbox', { name: 'Alle Fragen auswählen' }).click();
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
      await window.locator('button:enabled', { hasText: 'Zelle kopieren' }).waitFor();
    },
  },
  {
    name: 'evidence-filter',
    open: (window) => press(window, 'Filtern'),
    leave: (window) => window.keyboard.press('Escape'),
  },
  { name: 'evidence-columns', open: (window) => press(window, 'Spalten') },
  { name: 'evidence-sample', open: dialog('Stichprobe'), leave: pressEscape },
  {
    name: 'compare-elsewhere',
    open: async (window) => {
      await press(window, 'Vergleichen');
      await window.getByRole('menuitem').first().click();
      await window.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'compare',
    open: async (window) => {
      await press(window, 'Vergleichen');
      await window.getByRole('menuitem', { name: /^1\.31/ }).click();
      await window.getByRole('heading', { level: 1, name: 'Zwei Ausführungen im Vergleich' }).waitFor();
      await window.locator('del').first().waitFor();
    },
  },
  { name: 'pack', open: page('Control+5', 'Nachweispaket') },
  { name: 'pack-redaction', open: dialog('Geschwärzt exportieren…'), leave: pressEscape },
  {
    name: 'pack-exported',
    open: async (window, { app, folder }) => {
      await chooseFile(app, `${folder}/Stark G4 (de).zip`);
      await press(window, 'Nachweispaket exportieren…');
      await window
        .getByText(/^Stark G4 \(de\)\.zip/)
        .first()
        .waitFor();
    },
  },
  { name: 'pack-verified', open: dialog('Paket prüfen…'), leave: pressEscape },
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
  { name: 'connector-rename', open: chooseAction('Umbenennen…'), leave: pressEscape },
  { name: 'connector-duplicate', open: chooseAction('Duplizieren…'), leave: pressEscape },
  { name: 'connector-delete', open: chooseAction('Löschen…'), leave: pressEscape },
  { name: 'connector-new', open: dialog('Neue Verbindung') },
  {
    name: 'connector-new-types',
    placed: true,
    open: (window) => window.getByRole('combobox', { name: 'Systemart' }).click(),
    leave: closeList('listbox'),
  },
  {
    name: 'connector-new-type',
    open: async (window) => {
      await window.getByRole('combobox', { name: 'Systemart' }).click();
      await window.getByRole('option', { name: 'SQL Server DB' }).click();
    },
  },
  { name: 'connector-new-refused', open: (window) => press(window, 'Verbindung anlegen') },
  {
    name: 'connector-discard',
    open: async (window) => {
      await window.getByRole('textbox', { name: /^Name/ }).fill('Berichte');
      await window.keyboard.press('Escape');
      await window.getByRole('dialog').nth(1).waitFor();
    },
    leave: (window) => closeDialog(window, 'Änderungen verwerfen'),
  },
  { name: 'preferences', open: inRail('Voreinstellungen') },
  {
    name: 'audit-log',
    open: async (window) => {
      await inRail('Prüfprotokoll')(window);
      await window.getByRole('table').waitFor();
    },
  },
  {
    name: 'audit-log-connectors',
    placed: true,
    open: (window) => window.getByRole('combobox', { name: 'Verbindung' }).click(),
    leave: closeList('listbox'),
  },
  { name: 'audit-log-head', open: dialog('Kopf und Prüfpunkte…') },
  { name: 'audit-log-sheet', open: onPaper, leave: offPaper },
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
    name: 'shortcuts',
    open: async (window) => {
      await window.keyboard.press('Control+/');
      await window.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'tour',
    open: async (window) => {
      await window.keyboard.press('Control+k');
      await window.getByRole('combobox').fill('Rundgang');
      await window.keyboard.press('Enter');
      await window.getByRole('region', { name: 'Rundgang' }).waitFor();
    },
  },
  ...['Fragenanalyse', 'Ausführung', 'Nachweispaket', 'Prüfprotokoll'].map((title, index) => ({
    name: `tour-${index + 2}`,
    open: async (window) => {
      await press(window, 'Weiter');
      await window.getByRole('heading', { level: 1, name: title }).waitFor();
    },
    leave: title === 'Prüfprotokoll' ? (window) => press(window, 'Fertig') : undefined,
  })),
  {
    name: 'legacy',
    open: async (window) => {
      await go(window, 'Prüfungen');
      await press(window, 'Frühere Datenbank übernehmen');
      await window.getByRole('heading', { level: 1, name: 'Frühere Datenbank übernehmen' }).waitFor();
    },
  },
  {
    name: 'protection',
    open: async (window) => {
      await go(window, 'Voreinstellungen');
      await window.getByRole('button', { name: 'Jetzt sperren' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'locked',
    open: async (window) => {
      await press(window, 'Jetzt sperren');
      await window.getByRole('heading', { level: 1, name: 'Tickmark ist gesperrt' }).waitFor();
    },
  },
  {
    name: 'locked-recovery',
    open: (window) => press(window, 'Wiederherstellungscode verwenden'),
    leave: async (window) => {
      await press(window, 'Passphrase verwenden');
      await window.locator('input').fill(passphrase);
      await window.keyboard.press('Enter');
      await window.locator('nav').first().waitFor();
    },
  },
];
