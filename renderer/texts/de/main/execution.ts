/** Why a question may not run, how a run ended and what may be done with it, by main's English words. */
export const execution: Readonly<Record<string, string>> = {
  // The pre-flight check
  'Its connector was deleted. Choose another one.': 'Ihre Verbindung wurde gelöscht. Wählen Sie eine andere.',
  'No tool type is chosen yet.': 'Es ist noch keine Systemart gewählt.',
  'This CI has {{1}} connectors of type {{2}}. Choose one.':
    'Dieses CI hat {{1}} Verbindungen der Art {{2}}. Wählen Sie eine.',
  'This CI has no connector of type {{1}}. Create one in Step 3, or leave this question.':
    'Dieses CI hat keine Verbindung der Art {{1}}. Legen Sie in Schritt 3 eine an, oder lassen Sie diese Frage aus.',
  'The connector to run on instead is not one of this CI.':
    'Die stattdessen gewählte Verbindung gehört nicht zu diesem CI.',
  'The question is for {{1}}, not for {{2}}.': 'Die Frage richtet sich an {{1}}, nicht an {{2}}.',
  'It is said to be not answerable here: “{{1}}”. Take that back in Step 3 to run it.':
    'Sie gilt als hier nicht beantwortbar: „{{1}}“. Nehmen Sie das in Schritt 3 zurück, um sie auszuführen.',
  'Choose a connector.': 'Wählen Sie eine Verbindung.',
  'The only connector of type {{1}}: starting makes it the choice.':
    'Die einzige Verbindung der Art {{1}}: Mit dem Start wird sie gewählt.',
  'This access could change data; the query can’t.': 'Dieser Zugang könnte Daten ändern; die Abfrage kann es nicht.',
  'There is no query yet.': 'Es gibt noch keine Abfrage.',
  'The connector met {{1}} instead of {{2}}. Confirm or correct it in Settings.':
    'Die Verbindung traf auf {{1}} statt auf {{2}}. Bestätigen oder berichtigen Sie das in den Einstellungen.',
  'This check was already started or is too old.': 'Diese Vorabprüfung wurde schon gestartet oder ist zu alt.',
  'Something changed since this was shown: a connector, a query or a choice.':
    'Seit der Anzeige hat sich etwas geändert: eine Verbindung, eine Abfrage oder eine Auswahl.',
  '{{1}} Nothing was started.': '$t({{1}}) Es wurde nichts gestartet.',
  'Check again, look at it, then start.': 'Prüfen Sie noch einmal, sehen Sie es an, und starten Sie dann.',

  '“{{1}}” lists no table {{2}}. Nearest there: {{3}}.':
    '„{{1}}“ nennt keine Tabelle {{2}}. Am nächsten kommt dort: {{3}}.',
  '“{{1}}” lists no column {{2}}. Nearest there: {{3}}.':
    '„{{1}}“ nennt keine Spalte {{2}}. Am nächsten kommt dort: {{3}}.',
  '“{{1}}” lists no column {{2}}. Write the names that its tables have there.':
    '„{{1}}“ nennt keine Spalte {{2}}. Schreiben Sie die Namen, die ihre Tabellen dort haben.',
  '“{{1}}” lists no table {{2}}. Write the names that it has there, or choose another connector.':
    '„{{1}}“ nennt keine Tabelle {{2}}. Schreiben Sie die Namen, die es dort gibt, oder wählen Sie eine andere Verbindung.',

  // Starting
  'Tickmark is closing. Nothing was started.': 'Tickmark wird beendet. Es wurde nichts gestartet.',
  '{{1}} No query was sent.': '$t({{1}}) Es wurde keine Abfrage gesendet.',
  'This runs on production: {{1}}. Nothing was started.': 'Das läuft auf Produktion: {{1}}. Es wurde nichts gestartet.',
  'Confirm that these production systems are meant.': 'Bestätigen Sie, dass diese Produktionssysteme gemeint sind.',
  'The question was removed since it was checked.': 'Die Frage wurde seit der Vorabprüfung entfernt.',
  'The query was changed since it was checked.': 'Die Abfrage wurde seit der Vorabprüfung geändert.',
  '“{{1}}” was deleted since it was checked.': '„{{1}}“ wurde seit der Vorabprüfung gelöscht.',
  '“{{1}}” was changed since it was checked.': '„{{1}}“ wurde seit der Vorabprüfung geändert.',
  '“{{1}}” was changed before its turn came. No query was sent.':
    '„{{1}}“ wurde geändert, bevor sie an der Reihe war. Es wurde keine Abfrage gesendet.',
  '“{{1}}” refused the login for run {{2}}. It was not tried again, because systems lock logins that are refused several times. No query was sent.':
    '„{{1}}“ hat die Anmeldung für Ausführung {{2}} abgelehnt. Es wurde kein weiterer Versuch gemacht, weil Systeme Anmeldungen sperren, die mehrmals abgelehnt werden. Es wurde keine Abfrage gesendet.',
  'Mend the login, test the connector, then check and start again.':
    'Berichtigen Sie die Anmeldung, testen Sie die Verbindung, und prüfen und starten Sie dann noch einmal.',

  // Running
  "The tool type “{{1}}” can't run.": 'Die Systemart „{{1}}“ kann nicht ausgeführt werden.',
  'Cancelled before the query was sent.': 'Abgebrochen, bevor die Abfrage gesendet war.',
  'Cancelled. The rows that had arrived are kept.':
    'Abgebrochen. Die Zeilen, die schon eingetroffen waren, sind erhalten.',
  'Cancelled before the folder was read.': 'Abgebrochen, bevor der Ordner gelesen war.',
  'Cancelled before the system had answered.': 'Abgebrochen, bevor das System geantwortet hatte.',
  'Another system answered, so nothing was asked. Before: {{1}}. Now: {{2}}.':
    'Ein anderes System hat geantwortet, deshalb wurde nichts gefragt. Vorher: {{1}}. Jetzt: {{2}}.',
  'If that is meant, confirm the new target in the connector.':
    'Ist das so gemeint, bestätigen Sie das neue Zielsystem in der Verbindung.',
  'The time limit of a run passed before the query was sent.':
    'Die Zeitgrenze einer Ausführung war erreicht, bevor die Abfrage gesendet war.',
  'The part of Tickmark that talks to systems stopped unexpectedly.':
    'Der Teil von Tickmark, der mit Systemen spricht, wurde unerwartet beendet.',
  'Try again; it starts anew.': 'Versuchen Sie es noch einmal; er startet neu.',
  'Tickmark stopped in the middle of this run. The rows it had received are kept.':
    'Tickmark wurde mitten in dieser Ausführung beendet. Die eingetroffenen Zeilen sind erhalten.',
  'Check and start the question again for the whole result.':
    'Prüfen und starten Sie die Frage noch einmal, um das ganze Ergebnis zu bekommen.',
  'Something went wrong inside Tickmark during this run. What had arrived is kept.':
    'Bei dieser Ausführung ist in Tickmark etwas schiefgegangen. Was eingetroffen war, ist erhalten.',
  'Check and start the question again. If it happens again, report it with the query.':
    'Prüfen und starten Sie die Frage noch einmal. Geschieht es wieder, melden Sie es mit der Abfrage.',
  'SET SESSION TRANSACTION READ ONLY and START TRANSACTION READ ONLY, one statement':
    'SET SESSION TRANSACTION READ ONLY und START TRANSACTION READ ONLY, eine Anweisung',
  'SET TRANSACTION READ ONLY, always rolled back': 'SET TRANSACTION READ ONLY, immer zurückgerollt',
  'START TRANSACTION READ ONLY, one statement by the extended protocol':
    'START TRANSACTION READ ONLY, eine Anweisung über das erweiterte Protokoll',
  'BEGIN TRANSACTION … ROLLBACK TRANSACTION around one statement that returns rows':
    'BEGIN TRANSACTION … ROLLBACK TRANSACTION um eine Anweisung, die Zeilen liefert',
  'opened read-only with query_only': 'nur zum Lesen geöffnet, mit query_only',
  'private copy, opened read-only with query_only': 'eigene Kopie, nur zum Lesen geöffnet, mit query_only',
  'files are opened for reading only, links are not followed':
    'Dateien werden nur zum Lesen geöffnet, Verknüpfungen wird nicht gefolgt',
  'only requests that read are on the list of allowed requests':
    'Auf der Liste der erlaubten Anfragen stehen nur lesende',
  'Run by the earlier application. Tickmark checked nothing of it and sealed no evidence.':
    'In der früheren Anwendung ausgeführt. Tickmark hat nichts davon geprüft und keinen Nachweis versiegelt.',
  'The access can only read.': 'Der Zugang kann nur lesen.',
  'Files have no login: they were opened read-only.':
    'Dateien haben keine Anmeldung: Sie wurden nur zum Lesen geöffnet.',
  'The access could change data; the guard and the read-only session kept the query from it.':
    'Der Zugang könnte Daten ändern; Schutzprüfung und Nur-Lese-Sitzung haben die Abfrage davon abgehalten.',
  'The system does not tell what the access may do.': 'Das System sagt nicht, was der Zugang darf.',
  "The query was stopped after {{1}} s, this connector's query timeout.":
    'Die Abfrage wurde nach {{1}} s beendet, der Zeitgrenze dieser Verbindung.',
  'Narrow the query, or raise the query timeout of the connector.':
    'Grenzen Sie die Abfrage ein, oder erhöhen Sie die Zeitgrenze der Verbindung.',
  'No answer within {{1}} ms.': 'Keine Antwort innerhalb von {{1}} ms.',

  // Questions and their analysis
  'Tickmark has no tool type “{{1}}”.': 'Tickmark kennt keine Systemart „{{1}}“.',
  'Choose one of the list.': 'Wählen Sie eine aus der Liste.',
  'The connector chosen for question {{1}} is not one of this audit’s CI.':
    'Die für Frage {{1}} gewählte Verbindung gehört nicht zum CI dieser Prüfung.',
  'It may have been deleted meanwhile. Choose another one.':
    'Sie wurde vielleicht inzwischen gelöscht. Wählen Sie eine andere.',
  '“{{1}}” is of type {{2}}, not {{3}}.': '„{{1}}“ ist von der Art {{2}}; gewählt ist: $t({{3}}).',
  'chosen yet': 'noch keine',
  'Choose the tool type first, then one of its connectors.':
    'Wählen Sie zuerst die Systemart, dann eine ihrer Verbindungen.',
  'Question {{1}} is given twice. Nothing was saved.':
    'Frage {{1}} ist zweimal angegeben. Es wurde nichts gespeichert.',
  'There is no question {{1}} in this audit.': 'In dieser Prüfung gibt es keine Frage {{1}}.',
  '{{1}} has evidence, so nothing was removed.': '{{1}} hat Nachweise, deshalb wurde nichts entfernt.',
  'Take the questions with evidence out of the selection.': 'Nehmen Sie die Fragen mit Nachweisen aus der Auswahl.',

  // Evidence that is looked at
  'There is no execution with the number {{1}}.': 'Es gibt keine Ausführung mit der Nummer {{1}}.',
  'Execution {{1}} has no evidence.': 'Ausführung {{1}} hat keinen Nachweis.',
  'Execution {{1}} is missing.': 'Ausführung {{1}} fehlt.',
  'It did not receive anything before it ended.': 'Bis zu ihrem Ende ist nichts eingetroffen.',
  'One is evidence of {{1}}, the other of {{2}}: the same value is written otherwise there.':
    'Der eine Nachweis ist von {{1}}, der andere von {{2}}: Derselbe Wert wird dort anders geschrieben.',
  'Compare two runs on connectors of one type.': 'Vergleichen Sie zwei Ausführungen über Verbindungen einer Art.',
  'There is no column {{1}}.': 'Es gibt keine Spalte {{1}}.',
  'There is no column named “{{1}}”.': 'Es gibt keine Spalte namens „{{1}}“.',
  'There is no column “{{1}}” on both sides.': 'Es gibt nicht auf beiden Seiten eine Spalte „{{1}}“.',
  'The two have no column of the same name.': 'Die beiden haben keine Spalte gleichen Namens.',
  '“{{1}}” is no number. Write it like 1234.5.': '„{{1}}“ ist keine Zahl. Schreiben Sie sie wie 1234.5.',
  '“{{1}}” is no date. Write it like 2025-06-30 or 2025-06-30 14:00:00.':
    '„{{1}}“ ist kein Datum. Schreiben Sie es wie 2025-06-30 oder 2025-06-30 14:00:00.',
  'The rows of this sample are more than 32 MB.': 'Die Zeilen dieser Stichprobe sind größer als 32 MB.',
  'Export the sample, or draw a smaller one.': 'Exportieren Sie die Stichprobe, oder ziehen Sie eine kleinere.',
  'More than 32 MB of rows.': 'Mehr als 32 MB Zeilen.',
  'This was given up because something else is looked at.': 'Das wurde aufgegeben, weil etwas anderes angesehen wird.',

  // Final evidence
  '{{1}} So it can’t be marked final.': '$t({{1}}) Deshalb lässt sich dieser Nachweis nicht als endgültig markieren.',
  'Run the question again for a whole result, then mark that one.':
    'Führen Sie die Frage noch einmal aus, und markieren Sie dann das vollständige Ergebnis.',
  'The result was cut off ({{1}}).': 'Das Ergebnis wurde abgeschnitten ($t({{1}})).',
  'The result is not complete.': 'Das Ergebnis ist nicht vollständig.',
  'This run was taken over from an earlier version as history.':
    'Diese Ausführung wurde aus einer früheren Version als Verlauf übernommen.',
  'This run has not ended.': 'Diese Ausführung ist noch nicht beendet.',
  'This run has not succeeded; it ended as {{1}}.':
    'Diese Ausführung war nicht erfolgreich; sie endete als „$t({{1}})“.',
  failed: 'fehlgeschlagen',
  cancelled: 'abgebrochen',
  interrupted: 'unterbrochen',
  bytes: 'Größe',
  time: 'Zeit',
};
