/** What goes wrong where Tickmark keeps things: its store, the keychain, evidence files, by main's English words. */
export const keeping: Readonly<Record<string, string>> = {
  // Anywhere
  'The disk is full.': 'Der Datenträger ist voll.',
  'Make room on the disk of the data folder and try again.':
    'Schaffen Sie auf dem Datenträger des Datenordners Platz, und versuchen Sie es noch einmal.',
  "The store can't be used just now ({{1}}).": 'Der Datenbestand ist gerade nicht benutzbar ({{1}}).',
  'Check the disk of the data folder, then start Tickmark again.':
    'Prüfen Sie den Datenträger des Datenordners, und starten Sie Tickmark dann neu.',
  'Something went wrong inside Tickmark.': 'In Tickmark ist etwas schiefgegangen.',
  'Look whether the change was kept, then try again. If it happens again, report it with what you were doing.':
    'Sehen Sie nach, ob die Änderung erhalten ist, und versuchen Sie es dann noch einmal. Geschieht es wieder, melden Sie es mit dem, was Sie gerade getan haben.',
  'There is no call {{1}}.{{2}}.': 'Es gibt keinen Aufruf {{1}}.{{2}}.',
  'This call did not come from the window of Tickmark.': 'Dieser Aufruf kam nicht aus dem Fenster von Tickmark.',
  'There is no operation {{1}}.': 'Es gibt keinen Vorgang {{1}}.',
  'The {{1}} ended before it answered.': 'Ein Teil von Tickmark ({{1}}) endete, bevor er antwortete.',
  'The call could not be sent: its input is not plain data.':
    'Der Aufruf ließ sich nicht senden: Seine Eingabe besteht nicht aus einfachen Daten.',

  // The store and its encryption
  'This data folder was last used by a newer Tickmark. It was left as it is.':
    'Dieser Datenordner wurde zuletzt von einem neueren Tickmark benutzt. Er blieb, wie er ist.',
  'Install the newer version again, or choose another data folder.':
    'Installieren Sie die neuere Version wieder, oder wählen Sie einen anderen Datenordner.',
  'The store records another form of schema step {{1}} than this Tickmark knows. It was left as it is.':
    'Der Datenbestand nennt eine andere Form des Schemaschritts {{1}}, als dieses Tickmark kennt. Er blieb, wie er ist.',
  'It may come from a test build. Restore a backup, or use the version that made it.':
    'Vielleicht stammt er aus einer Testversion. Stellen Sie eine Sicherung wieder her, oder verwenden Sie die Version, die ihn angelegt hat.',
  "The store can't be read: {{1}}. It was left as it is.":
    'Der Datenbestand ist nicht lesbar: {{1}}. Er blieb, wie er ist.',
  'Restore a backup below, or copy the data folder to a safe place and ask for help before you go on.':
    'Stellen Sie unten eine Sicherung wieder her, oder kopieren Sie den Datenordner an einen sicheren Ort und bitten Sie um Hilfe, bevor Sie weitermachen.',
  'The audit log lacks {{1}}: changes that were acknowledged are gone from the store. It was left as it is.':
    'Fehlt im Prüfprotokoll: $t({{1}}). Änderungen, die bestätigt waren, sind aus dem Datenbestand verschwunden. Er blieb unverändert.',
  '{{1}} {{2}} at its end': '{{1}} Einträge am Ende',
  'its entry {{1}} as it was written': 'Eintrag {{1}}, wie er geschrieben wurde',
  'The disk may have damaged it, or an older copy was put in its place. If you have a newer copy of the data folder, close Tickmark and put it back first.':
    'Vielleicht hat der Datenträger ihn beschädigt, oder eine ältere Kopie wurde an seine Stelle gesetzt. Haben Sie eine neuere Kopie des Datenordners, beenden Sie Tickmark und setzen Sie zuerst diese zurück.',
  "The store {{1}} can't be opened: {{2}}.": 'Der Datenbestand {{1}} lässt sich nicht öffnen: {{2}}.',
  'Check that the folder exists, that you may write to it and that the disk is not full; then start again.':
    'Prüfen Sie, ob es den Ordner gibt, ob Sie darin schreiben dürfen und ob der Datenträger nicht voll ist; starten Sie dann neu.',
  'The file tickmark.db in this data folder is a database, but not a store of Tickmark. It was left as it is.':
    'Die Datei tickmark.db in diesem Datenordner ist eine Datenbank, aber kein Datenbestand von Tickmark. Sie blieb, wie sie ist.',
  'Choose another data folder, or move that file elsewhere.':
    'Wählen Sie einen anderen Datenordner, oder verschieben Sie diese Datei.',
  'The store is of the version before schema steps were recorded.':
    'Der Datenbestand stammt aus der Version, in der Schemaschritte noch nicht festgehalten wurden.',
  'It is brought to this version before it can be opened.':
    'Er wird auf diese Version gebracht, bevor er sich öffnen lässt.',
  'The store could not be brought to this version: {{1}}. It is as it was before.':
    'Der Datenbestand ließ sich nicht auf diese Version bringen: {{1}}. Er ist, wie er vorher war.',
  'A copy is kept as backups/{{1}}.': 'Eine Kopie liegt unter backups/{{1}}.',
  'Start again; if it fails again, ask for help.': 'Starten Sie neu; scheitert es wieder, bitten Sie um Hilfe.',
  'The migration left {{1}} rows that refer to nothing.':
    'Die Umstellung hinterließ {{1}} Zeilen, die auf nichts verweisen.',
  'The store of an earlier version is brought to this one.':
    'Der Datenbestand einer früheren Version wird auf diese gebracht.',
  'Leave Tickmark open. Should it end before it is done, the store is as it was and the next start goes on.':
    'Lassen Sie Tickmark offen. Endet es vorher, ist der Datenbestand, wie er war, und der nächste Start macht weiter.',
  'The store of an earlier version could not be brought to this one: {{1}}.':
    'Der Datenbestand einer früheren Version ließ sich nicht auf diese bringen: $t({{1}}).',
  'It is as it was before. Check that the disk is not full and that no other program has the file open.':
    'Er ist, wie er vorher war. Prüfen Sie, ob der Datenträger nicht voll ist und kein anderes Programm die Datei geöffnet hat.',
  'nothing was prepared': 'Es war nichts vorbereitet',
  'another program is writing to it': 'Ein anderes Programm schreibt hinein',
  'the backup was cut off': 'Die Sicherung brach ab',
  'Bringing the store to this version was cut off.': 'Die Umstellung des Datenbestands auf diese Version brach ab.',
  'It is as it was before, or complete already. Try to open it again.':
    'Er ist, wie er vorher war, oder schon fertig. Versuchen Sie noch einmal, ihn zu öffnen.',
  'The store is being replaced.': 'Der Datenbestand wird ersetzt.',
  'Wait a moment.': 'Warten Sie einen Augenblick.',
  'Nothing can be seen or changed until it is unlocked.': 'Bis es entsperrt ist, lässt sich nichts sehen oder ändern.',
  'What runs goes on and is kept.': 'Was läuft, geht weiter und bleibt erhalten.',
  'Unlock Tickmark first.': 'Entsperren Sie zuerst Tickmark.',
  'Secrets move to the keychain: {{1}} of {{2}}.': 'Geheimnisse ziehen in den Schlüsselbund um: {{1}} von {{2}}.',
  "The data folder can't be used: {{1}}.": 'Der Datenordner ist nicht benutzbar: $t({{1}}).',
  'The store is open.': 'Der Datenbestand ist geöffnet.',
  'There is no backup named {{1}}.': 'Es gibt keine Sicherung namens {{1}}.',
  'The backup was not restored: {{1}}.': 'Die Sicherung wurde nicht wiederhergestellt: $t({{1}}).',
  'The store is as it was. Choose another backup, or make room on the disk.':
    'Der Datenbestand ist, wie er war. Wählen Sie eine andere Sicherung, oder schaffen Sie auf dem Datenträger Platz.',
  'The data folder is encrypted already.': 'Der Datenordner ist schon verschlüsselt.',
  'The data folder is not encrypted.': 'Der Datenordner ist nicht verschlüsselt.',
  'Encryption was not turned on: {{1}}': 'Die Verschlüsselung wurde nicht eingeschaltet: $t({{1}})',
  'the store was not rewritten': 'Der Datenbestand wurde nicht neu geschrieben',
  'The data is as it was. Make room on the disk and try again.':
    'Die Daten sind, wie sie waren. Schaffen Sie auf dem Datenträger Platz, und versuchen Sie es noch einmal.',
  'Something is still running: a query, a pack or an import.':
    'Es läuft noch etwas: eine Abfrage, ein Paket oder ein Import.',
  'Wait until it has ended, or cancel the query; then try again.':
    'Warten Sie, bis es beendet ist, oder brechen Sie die Abfrage ab; versuchen Sie es dann noch einmal.',
  'The keychain no longer has the key of this data folder.':
    'Der Schlüsselbund hat den Schlüssel dieses Datenordners nicht mehr.',
  'Enter the recovery code that was shown when encryption was turned on. The data is as it was.':
    'Geben Sie den Wiederherstellungscode ein, der beim Einschalten der Verschlüsselung angezeigt wurde. Die Daten sind, wie sie waren.',
  'This is not the passphrase.': 'Das ist nicht die Passphrase.',
  'Enter the passphrase.': 'Geben Sie die Passphrase ein.',
  'If it is lost, the recovery code opens the data too.':
    'Ist sie verloren, öffnet auch der Wiederherstellungscode die Daten.',
  'This is not the recovery code of this data folder.': 'Das ist nicht der Wiederherstellungscode dieses Datenordners.',
  'It has eight groups of four characters. One that was renewed is no longer valid.':
    'Er hat acht Gruppen aus vier Zeichen. Einer, der erneuert wurde, gilt nicht mehr.',
  'Turn encryption on first.': 'Schalten Sie zuerst die Verschlüsselung ein.',

  // The keychain
  'The keychain could not be used: {{1}}': 'Der Schlüsselbund war nicht benutzbar: $t({{1}})',
  'it gave no reason': 'Er nannte keinen Grund',
  'You can also keep the secret for this session only.':
    'Sie können das Geheimnis auch nur für diese Sitzung behalten.',
  'Install libsecret (package libsecret-1-0 or libsecret), then start Tickmark again. {{1}}':
    'Installieren Sie libsecret (Paket libsecret-1-0 oder libsecret), und starten Sie Tickmark dann neu. $t({{1}})',
  'Make room on the disk where your keyring is kept, then try again. {{1}}':
    'Schaffen Sie auf dem Datenträger Ihres Schlüsselbunds Platz, und versuchen Sie es dann noch einmal. $t({{1}})',
  'No Secret Service answers on D-Bus: start GNOME Keyring or KWallet, then try again. {{1}}':
    'Auf D-Bus antwortet kein Secret Service: Starten Sie GNOME Keyring oder KWallet, und versuchen Sie es dann noch einmal. $t({{1}})',
  'Unlock your keyring (for example in Passwords and Keys, or KWalletManager), then try again. {{1}}':
    'Entsperren Sie Ihren Schlüsselbund (etwa in „Passwörter und Verschlüsselung“ oder KWalletManager), und versuchen Sie es dann noch einmal. $t({{1}})',
  'Unlock the login keychain in Keychain Access and allow Tickmark to use its entries, then try again. {{1}}':
    'Entsperren Sie den Schlüsselbund „Anmeldung“ in der Schlüsselbundverwaltung, und erlauben Sie Tickmark den Zugriff auf seine Einträge; versuchen Sie es dann noch einmal. $t({{1}})',
  "Check in Windows' Credential Manager that this account may keep credentials, then try again. {{1}}":
    'Prüfen Sie in der Anmeldeinformationsverwaltung von Windows, ob dieses Konto Anmeldedaten speichern darf, und versuchen Sie es dann noch einmal. $t({{1}})',
  'The keychain was not unlocked, or this is another keychain than before.':
    'Der Schlüsselbund wurde nicht entsperrt, oder es ist ein anderer als vorher.',
  '{{1}} If it is another keychain, enter the connectors’ secrets again.':
    '$t({{1}}) Ist es ein anderer Schlüsselbund, geben Sie die Geheimnisse der Verbindungen neu ein.',
  'The keychain did not answer within {{1}} seconds.':
    'Der Schlüsselbund hat innerhalb von {{1}} Sekunden nicht geantwortet.',
  'If a dialog asks you to unlock it, answer the dialog and try again. {{1}}':
    'Fragt ein Dialog nach dem Entsperren, beantworten Sie ihn, und versuchen Sie es noch einmal. $t({{1}})',
  'The process that reads the keychain ended before it answered.':
    'Der Prozess, der den Schlüsselbund liest, endete, bevor er antwortete.',
  'Try again: it is started anew. {{1}}': 'Versuchen Sie es noch einmal: Er wird neu gestartet. $t({{1}})',
  'The keychain did not keep what was written to it.':
    'Der Schlüsselbund hat nicht behalten, was hineingeschrieben wurde.',
  'Try again. {{1}}': 'Versuchen Sie es noch einmal. $t({{1}})',
  'Some secrets that were written already are removed at the next start.':
    'Einige schon geschriebene Geheimnisse werden beim nächsten Start entfernt.',
  '{{1}} What the keychain holds for {{2}} could not be put back.':
    '$t({{1}}) Was der Schlüsselbund für {{2}} enthält, ließ sich nicht zurücksetzen.',
  'An empty secret can’t be kept.': 'Ein leeres Geheimnis lässt sich nicht aufbewahren.',
  'A secret can’t contain the character NUL.': 'Ein Geheimnis kann das Zeichen NUL nicht enthalten.',
  'The secret contains half a character (an unpaired surrogate).':
    'Das Geheimnis enthält ein halbes Zeichen (ein einzelnes Surrogat).',
  'Windows’ Credential Manager holds at most 2,560 bytes; this secret has {{1}}.':
    'Die Anmeldeinformationsverwaltung von Windows fasst höchstens 2.560 Byte; dieses Geheimnis hat {{1}}.',
  'Secrets that are to go to the keychain could not be kept in the data folder until then ({{1}}).':
    'Geheimnisse, die in den Schlüsselbund sollen, ließen sich bis dahin nicht im Datenordner aufbewahren ($t({{1}})).',
  '{{1}} can’t be read': '{{1}} ist nicht lesbar',
  'it can’t be read': 'Die Datei ist nicht lesbar',
  'Make room on the disk of the data folder, check that you may write there, and try again.':
    'Schaffen Sie auf dem Datenträger des Datenordners Platz, prüfen Sie, ob Sie dort schreiben dürfen, und versuchen Sie es noch einmal.',
  'The keychain no longer has the {{1}} of “{{2}}”.': 'Der Schlüsselbund hat {{1}} von „{{2}}“ nicht mehr.',
  'Enter it again in Settings. Somebody may have removed it, it was damaged on its way there, or this is another keychain than before.':
    'Geben Sie es in den Einstellungen neu ein. Vielleicht hat es jemand entfernt, es wurde auf dem Weg dorthin beschädigt, oder es ist ein anderer Schlüsselbund als vorher.',
  'The keychain no longer has it: enter it again.': 'Der Schlüsselbund hat es nicht mehr: Geben Sie es neu ein.',
  'A change of {{1}} was cut off. Enter it again, then test.':
    'Eine Änderung von {{1}} brach ab. Geben Sie es neu ein, und testen Sie dann.',
  'The {{1}} was lost on its way into the keychain. Enter it again, then test.':
    '{{1}} ging auf dem Weg in den Schlüsselbund verloren. Geben Sie es neu ein, und testen Sie dann.',
  'Nothing was signed: the key for it is in the keychain. {{1}}':
    'Es wurde nichts signiert: Der Schlüssel dafür liegt im Schlüsselbund. $t({{1}})',
  'What the keychain holds is no signing key: somebody changed it.':
    'Was der Schlüsselbund enthält, ist kein Signaturschlüssel: Jemand hat ihn geändert.',
  'Remove the entry {{1}} from the keychain; a new key is made then, and the log says so.':
    'Entfernen Sie den Eintrag {{1}} aus dem Schlüsselbund; dann wird ein neuer Schlüssel erzeugt, und das Protokoll vermerkt es.',

  // Evidence files and packs
  'The evidence is encrypted, and its key is not at hand.':
    'Der Nachweis ist verschlüsselt, und sein Schlüssel ist nicht zur Hand.',
  'The evidence was altered: part {{1}} of its file can’t be decrypted.':
    'Der Nachweis wurde verändert: Teil {{1}} seiner Datei lässt sich nicht entschlüsseln.',
  'The evidence file {{1}} ends in the middle.': 'Die Nachweisdatei {{1}} endet mittendrin.',
  'Bring the file back from a backup of the data folder, with the same name. Otherwise run the question again; the earlier run stays in the log.':
    'Holen Sie die Datei unter demselben Namen aus einer Sicherung des Datenordners zurück. Führen Sie sonst die Frage noch einmal aus; die frühere Ausführung bleibt im Protokoll.',
  'There is no room left on the disk of {{1}}.': 'Auf dem Datenträger von {{1}} ist kein Platz mehr.',
  'Free some space there, or use a folder on a larger disk, and try again.':
    'Schaffen Sie dort Platz, oder verwenden Sie einen Ordner auf einem größeren Datenträger, und versuchen Sie es noch einmal.',
  'The file {{1}} could not be read or written ({{2}}).':
    'Die Datei {{1}} ließ sich nicht lesen oder schreiben ({{2}}).',
  'Check that the disk is connected and that you may write to its folder.':
    'Prüfen Sie, ob der Datenträger verbunden ist und ob Sie in seinen Ordner schreiben dürfen.',
  'Evidence of that name is there already: {{1}}. Nothing was overwritten.':
    'Es gibt schon einen Nachweis dieses Namens: {{1}}. Es wurde nichts überschrieben.',
  'It may belong to a newer copy of the store. Move it to another folder and run the question again.':
    'Vielleicht gehört er zu einer neueren Kopie des Datenbestands. Verschieben Sie ihn in einen anderen Ordner, und führen Sie die Frage noch einmal aus.',
  'The evidence file {{1}} is missing.': 'Die Nachweisdatei {{1}} fehlt.',
  'The evidence file {{1}} is not the one that was sealed: its SHA-256 is {{2}}, sealed was {{3}}.':
    'Die Nachweisdatei {{1}} ist nicht die versiegelte: Ihr SHA-256 ist {{2}}, versiegelt wurde {{3}}.',
  'The evidence file {{1}} is not a whole CSV.': 'Die Nachweisdatei {{1}} ist keine vollständige CSV-Datei.',
  'The evidence file {{1}} has no header.': 'Die Nachweisdatei {{1}} hat keine Kopfzeile.',
  'The export was cancelled. No pack was written.': 'Der Export wurde abgebrochen. Es wurde kein Paket geschrieben.',
  'Two files of a pack have the same name.': 'Zwei Dateien eines Pakets haben denselben Namen.',
  'The evidence of execution {{1}} has no column “{{2}}”.':
    'Der Nachweis der Ausführung {{1}} hat keine Spalte „{{2}}“.',
  'Choose the columns again. Nothing was exported.': 'Wählen Sie die Spalten noch einmal. Es wurde nichts exportiert.',
};
