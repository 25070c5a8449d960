/** What is wrong with what was entered, by main's English words. */
export const forms: Readonly<Record<string, string>> = {
  // Any form
  'Give the audit a name.': 'Geben Sie der Prüfung einen Namen.',
  'Give the application a name.': 'Geben Sie der Anwendung einen Namen.',
  'Give the connector a name.': 'Geben Sie der Verbindung einen Namen.',
  'Give the CI.': 'Geben Sie das CI an.',
  'Give the {{1}}.': 'Füllen Sie dieses Feld aus.',
  'Give the reason.': 'Geben Sie den Grund an.',
  'Give the folder.': 'Wählen Sie den Ordner.',
  'Give the address.': 'Geben Sie die Adresse an.',
  'Give the server.': 'Geben Sie den Server an.',
  'Give the user name.': 'Geben Sie den Benutzernamen an.',
  'Give the database.': 'Geben Sie die Datenbank an.',
  'Give the project number.': 'Geben Sie die Projektnummer an.',
  'Give the instance.': 'Geben Sie die Instanz an.',
  'Give the database file.': 'Wählen Sie die Datenbankdatei.',
  'Choose a tool type.': 'Wählen Sie eine Systemart.',
  'At most 200 characters.': 'Höchstens 200 Zeichen.',
  'At most 1,000 characters.': 'Höchstens 1.000 Zeichen.',
  'At least 8 characters.': 'Mindestens 8 Zeichen.',
  'At least one row.': 'Mindestens eine Zeile.',
  'At most 10,000 rows.': 'Höchstens 10.000 Zeilen.',
  'Give a seed.': 'Geben Sie einen Startwert an.',
  'Write the date as YYYY-MM-DD.': 'Schreiben Sie das Datum als JJJJ-MM-TT.',
  'Write the question.': 'Schreiben Sie die Frage.',
  'This is no file of this computer.': 'Das ist keine Datei dieses Rechners.',
  'Not valid.': 'Nicht gültig.',
  // The schema library's own words, for what the window's forms do not send
  '{{1}}: Invalid input{{2}}': 'Die Eingabe „{{1}}“ ist nicht gültig.',
  '{{1}}: Too small{{2}}': 'Die Eingabe „{{1}}“ ist zu kurz oder zu klein.',
  '{{1}}: Too big{{2}}': 'Die Eingabe „{{1}}“ ist zu lang oder zu groß.',
  'Invalid input{{1}}': 'Diese Eingabe ist nicht gültig.',
  'Too small{{1}}': 'Diese Eingabe ist zu kurz oder zu klein.',
  'Too big{{1}}': 'Diese Eingabe ist zu lang oder zu groß.',

  // A connector's fields
  'Some fields of the connector need attention.': 'Einige Felder der Verbindung stimmen noch nicht.',
  'This tool type has no such field.': 'Diese Systemart hat kein solches Feld.',
  'A secret belongs in the keychain, not in the configuration.':
    'Ein Geheimnis gehört in den Schlüsselbund, nicht in die Konfiguration.',
  'Write a text.': 'Schreiben Sie einen Text.',
  'Control characters and line breaks are not allowed.': 'Steuerzeichen und Zeilenumbrüche sind nicht erlaubt.',
  'Write a whole number.': 'Schreiben Sie eine ganze Zahl.',
  'Write a number from {{1}} to {{2}}.': 'Schreiben Sie eine Zahl von {{1}} bis {{2}}.',
  'Choose yes or no.': 'Wählen Sie ja oder nein.',
  'Choose one of the values offered.': 'Wählen Sie einen der angebotenen Werte.',
  'Write a list.': 'Schreiben Sie eine Liste.',
  'Choose the file again.': 'Wählen Sie die Datei noch einmal.',
  'Write the address alone, without @, ? or #. A login or a token belongs in its own field.':
    'Schreiben Sie nur die Adresse, ohne @, ? oder #. Eine Anmeldung oder ein Token gehört in das eigene Feld.',
  'That choice of a file is no longer known.': 'Diese Dateiauswahl ist nicht mehr bekannt.',
  'The file is no longer where it was saved.': 'Die Datei liegt nicht mehr dort, wo sie gesichert wurde.',
  'It was moved, renamed or deleted since.': 'Sie wurde seither verschoben, umbenannt oder gelöscht.',
  'Give the server, or a connect descriptor.': 'Geben Sie den Server oder einen Connect Descriptor an.',
  'Give the service name, or the SID, or a connect descriptor.':
    'Geben Sie den Service-Namen, die SID oder einen Connect Descriptor an.',
  'Give the service name or the SID, not both.': 'Geben Sie den Service-Namen oder die SID an, nicht beide.',
  'Brackets, quotes, commas, = and spaces can not be part of it.':
    'Klammern, Anführungszeichen, Kommas, = und Leerzeichen dürfen nicht darin stehen.',
  'Begin with (DESCRIPTION=…, as in tnsnames.ora behind the name and the =.':
    'Beginnen Sie mit (DESCRIPTION=…, wie in tnsnames.ora hinter dem Namen und dem =.',
  'Leave the wallet out of the descriptor, and choose the file in its own field.':
    'Lassen Sie das Wallet im Descriptor weg, und wählen Sie die Datei in ihrem eigenen Feld.',
  'The descriptor has no (PROTOCOL=…).': 'Im Descriptor fehlt (PROTOCOL=…).',
  'The connect descriptor asks for an unencrypted connection (PROTOCOL=TCP), and this connector for an encrypted one.':
    'Der Connect Descriptor verlangt eine unverschlüsselte Verbindung (PROTOCOL=TCP), diese Verbindung eine verschlüsselte.',
  'The connect descriptor asks for encryption (PROTOCOL=TCPS), and encryption is off in this connector.':
    'Der Connect Descriptor verlangt Verschlüsselung (PROTOCOL=TCPS), und in dieser Verbindung ist sie ausgeschaltet.',
  'Ask the database team for a TCPS address. Only when the network is trusted: turn encryption off in this connector.':
    'Bitten Sie das Datenbankteam um eine TCPS-Adresse. Nur in einem vertrauenswürdigen Netz: Schalten Sie die Verschlüsselung in dieser Verbindung aus.',
  'Turn encryption on in this connector.': 'Schalten Sie in dieser Verbindung die Verschlüsselung ein.',
  'This version of Tickmark can’t reach “{{1}}”.': 'Diese Version von Tickmark kann „{{1}}“ nicht ansprechen.',
  'The connector is kept as it is. Choose a supported tool type.':
    'Die Verbindung bleibt, wie sie ist. Wählen Sie eine unterstützte Systemart.',
  'Not supported by this version.': 'Von dieser Version nicht unterstützt.',
  '{{1}} already has a connector named “{{2}}”.': '{{1}} hat schon eine Verbindung namens „{{2}}“.',
  'Capitals and spaces make no difference. Choose another name.':
    'Großschreibung und Leerzeichen machen keinen Unterschied. Wählen Sie einen anderen Namen.',
  'This name is taken.': 'Dieser Name ist vergeben.',
  'The connector was changed meanwhile. Nothing was stored.':
    'Die Verbindung wurde inzwischen geändert. Es wurde nichts gespeichert.',
  'Look at it and try again.': 'Sehen Sie sie an, und versuchen Sie es noch einmal.',
  'This tool type has no such secret.': 'Diese Systemart hat kein solches Geheimnis.',
  'Some secrets do not belong to this tool type.': 'Einige Geheimnisse gehören nicht zu dieser Systemart.',
  'That audit is of {{1}}, not of {{2}}.': 'Jene Prüfung gehört zu {{1}}, nicht zu {{2}}.',
  'There is no connector with the number {{1}}.': 'Es gibt keine Verbindung mit der Nummer {{1}}.',
  'It may have been deleted meanwhile.': 'Sie wurde vielleicht inzwischen gelöscht.',
  'No tool type knows this connection string or address.':
    'Keine Systemart kennt diese Verbindungszeichenfolge oder Adresse.',
  'Paste the whole text, or choose the tool type and fill in its fields.':
    'Fügen Sie den ganzen Text ein, oder wählen Sie die Systemart und füllen Sie ihre Felder aus.',
  'Not understood.': 'Nicht verstanden.',
  'The address or its protection has changed, so stored secrets do not follow there.':
    'Die Adresse oder ihr Schutz hat sich geändert, deshalb gehen gespeicherte Geheimnisse nicht dorthin mit.',
  'Nothing was changed or sent. Enter the secret again, or remove it.':
    'Es wurde nichts geändert oder gesendet. Geben Sie das Geheimnis neu ein, oder entfernen Sie es.',
  'Enter it again: it was given for another address.':
    'Geben Sie es neu ein: Es wurde für eine andere Adresse angegeben.',
  'This is another system than before. Before: {{1}}. Now: {{2}}. Confirm the new target if that is meant.':
    'Das ist ein anderes System als vorher. Vorher: {{1}}. Jetzt: {{2}}. Bestätigen Sie das neue Zielsystem, wenn das so gemeint ist.',
  'The connector was changed meanwhile. Nothing was sent.':
    'Die Verbindung wurde inzwischen geändert. Es wurde nichts gesendet.',
  'Test it again.': 'Testen Sie sie noch einmal.',
  'The system that answers is not the one shown when you confirmed.':
    'Das antwortende System ist nicht das, das bei Ihrer Bestätigung angezeigt wurde.',
  'Test the connector again and compare both targets.':
    'Testen Sie die Verbindung noch einmal, und vergleichen Sie beide Zielsysteme.',

  // Audits
  'There is no audit with the number {{1}}.': 'Es gibt keine Prüfung mit der Nummer {{1}}.',
  'It may have been removed meanwhile.': 'Sie wurde vielleicht inzwischen entfernt.',
  'The audit “{{1}}” is archived and kept as it is.': 'Die Prüfung „{{1}}“ ist archiviert und bleibt, wie sie ist.',
  'The audit ends before it starts.': 'Die Prüfung endet vor ihrem Beginn.',
  'Choose a day on or after the start.': 'Wählen Sie einen Tag, der nicht vor dem Beginn liegt.',
  'This audit has {{1}} executions on {{2}}, so its CI stays.':
    'Diese Prüfung hat Ausführungen auf {{2}} ({{1}}), deshalb bleibt ihr CI.',
  'Has evidence: the CI can’t change.': 'Es gibt Nachweise: Das CI lässt sich nicht ändern.',
  'This audit uses connectors of {{1}}, so its CI stays.':
    'Diese Prüfung benutzt Verbindungen von {{1}}, deshalb bleibt ihr CI.',
  'Create another audit for the other CI.': 'Legen Sie für das andere CI eine weitere Prüfung an.',
  'Uses connectors of this CI: it can’t change.': 'Sie benutzt Verbindungen dieses CI: Es lässt sich nicht ändern.',
  '“{{1}}” has {{2}} executions and is not deleted.': '„{{1}}“ hat Ausführungen ({{2}}) und wird nicht gelöscht.',
  'Archive it: it disappears from the list and is kept whole.':
    'Archivieren Sie sie: Sie verschwindet aus der Liste und bleibt ganz erhalten.',
  'The connectors of this CI have changed meanwhile. Nothing was removed.':
    'Die Verbindungen dieses CI haben sich inzwischen geändert. Es wurde nichts entfernt.',
  'Look at them and try again.': 'Sehen Sie sie an, und versuchen Sie es noch einmal.',
  '“{{1}}” has no evidence to destroy.': '„{{1}}“ hat keine Nachweise, die zu vernichten wären.',
  'Remove it instead.': 'Entfernen Sie sie stattdessen.',
  '“{{1}}” has {{2}} runs that have not ended. Nothing was destroyed.':
    '„{{1}}“ hat Ausführungen, die noch nicht beendet sind ({{2}}). Es wurde nichts vernichtet.',
  'Wait for them or cancel them.': 'Warten Sie darauf, oder brechen Sie sie ab.',
  'No whole pack of “{{1}}” was exported and verified since its last run.':
    'Seit der letzten Ausführung wurde kein vollständiges Paket von „{{1}}“ exportiert und geprüft.',
  'Export the evidence pack without taking columns out, keep it where it belongs, verify it, then purge.':
    'Exportieren Sie das Nachweispaket, ohne Schwärzungen, bewahren Sie es am richtigen Ort auf, prüfen Sie es, und vernichten Sie dann.',

  // Recipes
  'Write a whole number, digits only.': 'Schreiben Sie eine ganze Zahl, nur Ziffern.',
  'Write the name of a table or column, without quotation marks.':
    'Schreiben Sie den Namen einer Tabelle oder Spalte, ohne Anführungszeichen.',
  'This text has a character that the query can’t hold.':
    'Dieser Text hat ein Zeichen, das in der Abfrage nicht stehen kann.',
  'Write the items with commas between them.': 'Schreiben Sie die Einträge mit Kommas dazwischen.',
  'This recipe has no such parameter.': 'Diese Abfragevorlage hat keinen solchen Parameter.',
  'Some values of the recipe need attention.': 'Einige Werte der Abfragevorlage stimmen noch nicht.',
  'There is no such recipe.': 'Diese Abfragevorlage gibt es nicht.',
  'Read the list of recipes again.': 'Lesen Sie die Liste der Abfragevorlagen neu.',
  'Mend the file, or take it out of the folder.': 'Berichtigen Sie die Datei, oder nehmen Sie sie aus dem Ordner.',
  'The folder of own recipes has more than {{1}} files.':
    'Der Ordner der eigenen Abfragevorlagen hat mehr als {{1}} Dateien.',
  "can't be read, is a link, or is larger than {{1}} bytes.":
    'ist nicht lesbar, ist eine Verknüpfung oder ist größer als {{1}} Byte.',
  'is for “{{1}}”, which is no tool type.': 'ist für „{{1}}“, und das ist keine Systemart.',
  'Mend that line, or take the file out of the folder. How recipes are written is described in docs/recipes.md.':
    'Berichtigen Sie diese Zeile, oder nehmen Sie die Datei aus dem Ordner. Wie Abfragevorlagen geschrieben werden, steht in docs/recipes.md.',
  'the file starts with “# Recipes for …” and a tool type.':
    'Die Datei beginnt mit „# Recipes for …“ und einer Systemart.',
  '{{1}}, line {{2}}: {{3}}': '{{1}}, Zeile {{2}}: $t({{3}})',
  'this title stands there twice.': 'Diesen Titel gibt es zweimal.',
  'the query is missing: a block of code behind the properties.':
    'Die Abfrage fehlt: ein Codeblock hinter den Eigenschaften.',
  '“{{1}}:” is no property of a recipe.': '„{{1}}:“ ist keine Eigenschaft einer Abfragevorlage.',
  'a parameter is written “name ({{1}} = default) What it is”.':
    'Ein Parameter wird geschrieben als „Name ({{1}} = Vorgabe) Was es ist“.',
  '“{{1}}” is missing or not as it should be.': '„{{1}}“ fehlt oder ist nicht, wie es sein soll.',
  'the query has {{{{1}}}}, which is no parameter.': 'Die Abfrage hat {{{{1}}}}, und das ist kein Parameter.',
  'the parameter “{{1}}” is not in the query.': 'Der Parameter „{{1}}“ steht nicht in der Abfrage.',
};
