/** What is said of files of questions and of data of an earlier version, by main's English words. */
export const importing: Readonly<Record<string, string>> = {
  // Files of questions
  'Copy the sheet of questions to a workbook of its own, or save it as CSV, and choose that file.':
    'Kopieren Sie das Blatt mit den Fragen in eine eigene Arbeitsmappe, oder speichern Sie es als CSV, und wählen Sie diese Datei.',
  'Copy the questions to a workbook of their own, or save them as CSV, and choose that file.':
    'Kopieren Sie die Fragen in eine eigene Arbeitsmappe, oder speichern Sie sie als CSV, und wählen Sie diese Datei.',
  'The file is too large: {{1}}.': 'Die Datei ist zu groß: $t({{1}}).',
  'it has {{1}} MB of at most {{2}}': '{{1}} MB von höchstens {{2}}',
  'unpacked it has more than {{1}} MB of text': 'ausgepackt mehr als {{1}} MB Text',
  'The file has too many {{1}}: Tickmark reads at most {{2}}.':
    'Die Datei hat zu viele $t({{1}}): Tickmark liest höchstens {{2}}.',
  sheets: 'Blätter',
  columns: 'Spalten',
  cells: 'Zellen',
  parts: 'Teile',
  'merged cells': 'verbundene Zellen',
  'different texts': 'verschiedene Texte',
  'The file is damaged: {{1}}.': 'Die Datei ist beschädigt: $t({{1}}).',
  'its parts do not fit together': 'Ihre Teile passen nicht zusammen',
  'a quotation mark opened in row {{1}} never closes':
    'Ein Anführungszeichen, das in Zeile {{1}} geöffnet wird, wird nicht geschlossen',
  'its part {{1}} is missing': 'Ihr Teil {{1}} fehlt',
  'it names a cell that cannot be': 'Sie nennt eine Zelle, die es nicht geben kann',
  'its rows are not in order': 'Ihre Zeilen sind nicht in der richtigen Reihenfolge',
  'a part of it is not well-formed': 'Ein Teil von ihr ist nicht wohlgeformt',
  'its elements are nested too deeply': 'Ihre Elemente sind zu tief geschachtelt',
  'Open it in the program that it comes from, save it anew and choose that file.':
    'Öffnen Sie sie in dem Programm, aus dem sie stammt, speichern Sie sie neu, und wählen Sie diese Datei.',
  'The file is not a spreadsheet: {{1}}.': 'Die Datei ist keine Tabelle: $t({{1}}).',
  'it is a PDF': 'Sie ist ein PDF',
  'it is a picture': 'Sie ist ein Bild',
  'it is a text document': 'Sie ist ein Textdokument',
  'it is a web page or another marked-up text': 'Sie ist eine Webseite oder ein anderer ausgezeichneter Text',
  'it is a zip file without a workbook in it': 'Sie ist eine ZIP-Datei ohne Arbeitsmappe',
  'it has no sheet with cells': 'Sie hat kein Blatt mit Zellen',
  'its content is not text': 'Ihr Inhalt ist kein Text',
  'Choose an Excel workbook (.xlsx) or a text file with separated columns (.csv).':
    'Wählen Sie eine Excel-Arbeitsmappe (.xlsx) oder eine Textdatei mit getrennten Spalten (.csv).',
  'The file is {{1}}, which Tickmark does not read.': 'Die Datei ist $t({{1}}); das liest Tickmark nicht.',
  'in the old Excel format (.xls)': 'im alten Excel-Format (.xls)',
  'a binary Excel workbook (.xlsb)': 'eine binäre Excel-Arbeitsmappe (.xlsb)',
  'an OpenDocument file (.ods)': 'eine OpenDocument-Datei (.ods)',
  'an Apple Numbers file': 'eine Datei von Apple Numbers',
  'Save it as an Excel workbook (.xlsx) or CSV.': 'Speichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder CSV.',
  'The file is protected by a password.': 'Die Datei ist mit einem Kennwort geschützt.',
  'Open it with its password, save a copy without one and choose that file.':
    'Öffnen Sie sie mit dem Kennwort, speichern Sie eine Kopie ohne Kennwort, und wählen Sie diese Datei.',
  'Reading the file took more than {{1}} seconds, so it was stopped.':
    'Das Lesen der Datei dauerte länger als {{1}} Sekunden und wurde abgebrochen.',
  'The file needs more memory than Tickmark gives it.': 'Die Datei braucht mehr Speicher, als Tickmark ihr gibt.',
  'The file has no table in it.': 'Die Datei enthält keine Tabelle.',
  'Choose another file.': 'Wählen Sie eine andere Datei.',
  'There is no text in the question column.': 'In der Spalte der Frage steht kein Text.',
  'It repeats the header.': 'Sie wiederholt die Kopfzeile.',
  'It is the same as line {{1}}.': 'Sie ist gleich der Zeile {{1}}.',
  'A question that is already there is the same.': 'Die gleiche Frage ist schon da.',
  'Its {{1}} has more than {{2}} characters.': '$t({{1}}): mehr als {{2}} Zeichen.',
  'One import takes at most {{1}} questions.': 'Ein Import nimmt höchstens {{1}} Fragen auf.',
  'The sheet has no column “{{1}}”.': 'Das Blatt hat keine Spalte „{{1}}“.',
  'The column “{{1}}” was chosen for two things.': 'Die Spalte „{{1}}“ ist für zwei Dinge gewählt.',
  'The file has no sheet “{{1}}”.': 'Die Datei hat kein Blatt „{{1}}“.',
  'The file is empty.': 'Die Datei ist leer.',
  'Choose the file that holds the questions.': 'Wählen Sie die Datei mit den Fragen.',
  'The file can’t be read: {{1}}.': 'Die Datei ist nicht lesbar: {{1}}.',
  'Check that it is still there and that you may read it.':
    'Prüfen Sie, ob sie noch da ist und ob Sie sie lesen dürfen.',
  'The file declares a document type, which no workbook has.':
    'Die Datei erklärt einen Dokumenttyp, was keine Arbeitsmappe tut.',
  'Such a file can be an attack. Ask where it comes from; save it anew in a spreadsheet program.':
    'Eine solche Datei kann ein Angriff sein. Fragen Sie, woher sie kommt; speichern Sie sie in einem Tabellenprogramm neu.',
  'The file has changed since it was shown. Nothing was imported.':
    'Die Datei hat sich seit der Anzeige geändert. Es wurde nichts importiert.',
  'Choose the file again and look at it as it is now.':
    'Wählen Sie die Datei noch einmal, und sehen Sie an, wie sie jetzt ist.',

  // Data of an earlier version
  'The earlier database was changed since it was looked at; nothing was imported.':
    'Die frühere Datenbank wurde seit der Ansicht geändert; es wurde nichts übernommen.',
  'Look at it again, then import. Best while nobody works with the earlier application.':
    'Sehen Sie sie noch einmal an, und übernehmen Sie dann; am besten, während niemand mit der früheren Anwendung arbeitet.',
  'Not imported, and kept as a file in the data folder: {{1}}.':
    'Nicht übernommen und als Datei im Datenordner aufbewahrt: {{1}}.',
  'Secrets that stand in clear text there and move to the keychain: {{1}}.':
    'Geheimnisse, die dort im Klartext stehen und in den Schlüsselbund umziehen: {{1}}.',
  'Nothing is prepared to be imported.': 'Es ist nichts zur Übernahme vorbereitet.',
  'Look at it again.': 'Sehen Sie sie noch einmal an.',
  'What was looked at is no longer known, or was imported already.':
    'Was angesehen wurde, ist nicht mehr bekannt oder schon übernommen.',
  'Look at the earlier database again, then import.':
    'Sehen Sie die frühere Datenbank noch einmal an, und übernehmen Sie dann.',
  'The part of Tickmark that reads earlier databases stopped unexpectedly; nothing was imported.':
    'Der Teil von Tickmark, der frühere Datenbanken liest, wurde unerwartet beendet; es wurde nichts übernommen.',
  '{{1}} has neither the table applications nor tool_connectors, or this login may not see them.':
    '{{1}} hat weder die Tabelle applications noch tool_connectors, oder diese Anmeldung darf sie nicht sehen.',
  'Check the name of the database, and ask for USAGE on its schema and SELECT on its tables.':
    'Prüfen Sie den Namen der Datenbank, und bitten Sie um USAGE auf ihr Schema und SELECT auf ihre Tabellen.',
  'The table {{1}} is not there; what it would hold is not imported.':
    'Die Tabelle {{1}} ist nicht da; was sie enthielte, wird nicht übernommen.',
  'The table {{1}} has no column {{2}}, so its rows are not imported.':
    'Die Tabelle {{1}} hat keine Spalte {{2}}, deshalb werden ihre Zeilen nicht übernommen.',
  "{{1}} can't be read to its end: {{2}}.": '{{1}} ist nicht bis zum Ende lesbar: {{2}}.',
  "{{1}} can't be read: {{2}}.": '{{1}} ist nicht lesbar: {{2}}.',
  '{{1}} refused to be read: {{2}}': '{{1}} ließ sich nicht lesen: {{2}}',
  'The file is damaged or incomplete. Ask for a fresh copy; nothing was imported.':
    'Die Datei ist beschädigt oder unvollständig. Bitten Sie um eine neue Kopie; es wurde nichts übernommen.',
  'Ask the database team to grant SELECT on all tables of the application to this login. Nothing was imported.':
    'Bitten Sie das Datenbankteam, dieser Anmeldung SELECT auf alle Tabellen der Anwendung zu gewähren. Es wurde nichts übernommen.',
  'Show this message to the database team. Nothing was imported.':
    'Zeigen Sie diese Meldung dem Datenbankteam. Es wurde nichts übernommen.',
  '{{1}} is a database, but not one of the earlier application.':
    '{{1}} ist eine Datenbank, aber keine der früheren Anwendung.',
  'It has neither the table applications nor tool_connectors. Choose the application’s own database file.':
    'Sie hat weder die Tabelle applications noch tool_connectors. Wählen Sie die Datenbankdatei der Anwendung.',
  'A newer analysis of the same question was taken.': 'Es wurde eine neuere Analyse derselben Frage übernommen.',
  'Its question was removed here since the last import.': 'Ihre Frage wurde seit der letzten Übernahme hier entfernt.',
  'The question was analysed here meanwhile; that stays.': 'Die Frage wurde inzwischen hier analysiert; das bleibt.',
  'Its question is in no file, and the analysis does not hold its text.':
    'Ihre Frage steht in keiner Datei, und die Analyse enthält den Text nicht.',
  'Its settings are not valid JSON and were left out.':
    'Die Einstellungen sind kein gültiges JSON und wurden weggelassen.',
  'A secret in its settings was left out: {{1}}.': 'Ein Geheimnis in den Einstellungen wurde weggelassen: {{1}}.',
  '{{1}}, 1 row (no. {{2}}): {{3}}': '{{1}}, 1 Zeile (Nr. {{2}}): $t({{3}})',
  '{{1}}, {{2}} rows (no. {{3}}): {{4}}': '{{1}}, {{2}} Zeilen (Nr. {{3}}): $t({{4}})',
  'It names no CI.': 'Es ist kein CI genannt.',
  'Taken over without its settings: {{1}}.': 'Ohne Einstellungen übernommen: $t({{1}}).',
  'its configuration is not valid JSON; the text is kept in the keychain as it is, to be entered again by hand':
    'Die Konfiguration ist kein gültiges JSON; der Text liegt unverändert im Schlüsselbund und muss von Hand neu eingegeben werden',
  'Its questions are not valid JSON.': 'Die Fragen sind kein gültiges JSON.',
  'An entry without the text of a question.': 'Ein Eintrag ohne den Text einer Frage.',
  'It belongs to no application.': 'Gehört zu keiner Anwendung.',
  'Its application is not in the source, or was skipped.':
    'Die Anwendung ist nicht in der Quelle oder wurde übersprungen.',
  'Its application was removed here since the last import.':
    'Die Anwendung wurde seit der letzten Übernahme hier entfernt.',
  'Connectors without a name get one, to be looked through afterwards: {{1}}.':
    'Verbindungen ohne Namen bekommen einen, der danach anzusehen ist: {{1}}.',
  'Connectors whose name is taken on their CI get a number behind it: {{1}}.':
    'Verbindungen, deren Name auf ihrem CI vergeben ist, bekommen eine Nummer dahinter: {{1}}.',
  'Connectors of a type that can’t run here are kept as they are: {{1}}.':
    'Verbindungen einer Art, die hier nicht ausgeführt werden kann, bleiben, wie sie sind: {{1}}.',
  'Changed in the source since the last import, and left as it is here: {{1}}.':
    'In der Quelle seit der letzten Übernahme geändert und hier unverändert gelassen: {{1}}.',
  '{{1}}: no environment is suggested': '$t({{1}}): Es wird keine Umgebung vorgeschlagen',
  '{{1}} “{{2}}” says {{3}}, {{4}} “{{5}}” says {{6}}': '{{1}} „{{2}}“ sagt {{3}}, {{4}} „{{5}}“ sagt {{6}}',
  '{{1}} “{{2}}” names {{3}}': '{{1}} „{{2}}“ nennt {{3}}',
  'the {{1}} is “{{2}}”': '{{1}} ist „{{2}}“',
  'nothing in its configuration tells it from others': 'Nichts in der Konfiguration unterscheidet sie von anderen',
};
