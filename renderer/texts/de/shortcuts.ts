import type { shortcuts as english } from '../en/shortcuts';
import type { Translation } from '../types';

export const shortcuts: Translation<typeof english> = {
  title: 'Tastenkürzel',
  everywhere: 'Überall',
  lists: 'In Listen und Tabellen',
  commands: {
    palette: 'Finden und ausführen',
    'new-audit': 'Neue Prüfung',
    connectors: 'Verbindungen',
    overview: 'Übersicht der Prüfung',
    'step-1': 'Schritt 1: Anwendung',
    'step-2': 'Schritt 2: Fragen',
    'step-3': 'Schritt 3: Fragenanalyse',
    'step-4': 'Schritt 4: Ausführung',
    'step-5': 'Schritt 5: Nachweispaket',
    back: 'Zurück zur vorigen Seite',
    forward: 'Wieder vor zur verlassenen Seite',
    shortcuts: 'Diese Liste',
    help: 'Handbuch öffnen',
  },
  list: {
    move: 'Zeile für Zeile',
    page: 'Seite für Seite',
    ends: 'Erste und letzte Zeile',
    across: 'Zwischen den Bedienelementen einer Zeile',
    tick: 'Zeile auswählen',
    range: 'Bis hierher auswählen',
    open: 'Ausführung öffnen',
    result: 'Voriges und nächstes Ergebnis',
    leave: 'Offenes schließen, Nachweis verlassen',
  },
};
