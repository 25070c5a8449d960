/** What is wrong with a pack, a checkpoint or the log that is compared with one, by the words of `verify-pack.mjs`. */
export const verifying: Readonly<Record<string, string>> = {
  // Where
  'the checkpoint': 'der Prüfpunkt',
  'the audit log': 'das Prüfprotokoll',
  'the audit log, entry {{1}}': 'das Prüfprotokoll, Eintrag {{1}}',
  'the pack': 'das Paket',
  'the zip file': 'die ZIP-Datei',
  '{{1}}, line {{2}}': '{{1}}, Zeile {{2}}',
  '{{1}}, row {{2}}': '{{1}}, Zeile {{2}}',
  '{{1}}, row {{2}} (entry {{3}})': '{{1}}, Zeile {{2}} (Eintrag {{3}})',
  '{{1}}, execution {{2}}': '{{1}}, Ausführung {{2}}',

  // The zip file
  'It ends before it should.': 'Endet zu früh.',
  'Its directory is damaged.': 'Das Verzeichnis ist beschädigt.',
  'Its directory lists {{1}} files and counts {{2}}.': 'Das Verzeichnis führt {{1}} Dateien auf und zählt {{2}}.',
  'Something stands between its directory and its end.': 'Zwischen dem Verzeichnis und dem Ende steht etwas.',
  'Its end is not as a pack ends: it was changed.': 'Das Ende ist nicht das eines Pakets: Es wurde geändert.',
  'It is no zip file, or its end is missing.': 'Ist keine ZIP-Datei, oder das Ende fehlt.',
  'Its zip64 locator is missing.': 'Der ZIP64-Verweis fehlt.',
  'Its zip64 end record is missing.': 'Der ZIP64-Endeintrag fehlt.',
  'Its zip64 end was changed.': 'Das ZIP64-Ende wurde geändert.',
  'Bytes that belong to no file stand before it in the zip file.':
    'Davor stehen in der ZIP-Datei Bytes, die zu keiner Datei gehören.',
  'It is described differently beside its data than in the directory.':
    'Ist bei den Daten anders beschrieben als im Verzeichnis.',
  'Its sizes differ beside its data and in the directory.':
    'Die Größen bei den Daten und im Verzeichnis sind verschieden.',
  'It overlaps with what follows in the zip file.': 'Überschneidet sich mit dem, was in der ZIP-Datei folgt.',
  'Its bytes do not end in the zip file as they should.': 'Die Bytes enden in der ZIP-Datei nicht, wie sie sollen.',
  'Its place in the zip file is damaged.': 'Die Stelle in der ZIP-Datei ist beschädigt.',
  'It bears another name beside its data than in the directory.': 'Heißt bei den Daten anders als im Verzeichnis.',
  'It is not {{1}} bytes long, as the zip file says.': 'Ist nicht {{1}} Byte lang, wie die ZIP-Datei sagt.',
  'Its bytes were changed: the zip checksum (CRC-32) differs.':
    'Die Bytes wurden geändert: Die ZIP-Prüfsumme (CRC-32) ist eine andere.',
  'Bytes that belong to nothing stand behind its data.': 'Hinter den Daten stehen Bytes, die zu nichts gehören.',
  'Its packed bytes are damaged ({{1}}).': 'Die gepackten Bytes sind beschädigt ({{1}}).',
  'This name is in the pack twice.': 'Diesen Namen gibt es im Paket zweimal.',
  'This name is not one that a pack uses: it could lead outside its folder.':
    'Diesen Namen verwendet kein Paket: Er könnte aus dem Ordner hinausführen.',
  'It is a link, not a file.': 'Ist eine Verknüpfung, keine Datei.',
  'It is encrypted.': 'Ist verschlüsselt.',
  'It is packed by an unknown method ({{1}}).': 'Ist mit einem unbekannten Verfahren gepackt ({{1}}).',
  'The zip file notes it unlike the others: its entry in the directory was changed.':
    'Die ZIP-Datei führt sie anders als die übrigen: Ihr Eintrag im Verzeichnis wurde geändert.',
  'Its files do not stand in the order of {{1}}: they were moved.':
    'Die Dateien stehen nicht in der Reihenfolge von {{1}}: Sie wurden umgestellt.',

  // Files and hashes
  'This file is missing from the pack.': 'Diese Datei fehlt im Paket.',
  'Its last row is not whole.': 'Die letzte Zeile ist nicht vollständig.',
  'Its last line is not whole.': 'Die letzte Zeile ist nicht vollständig.',
  'This line is not a hash and a name.': 'Diese Zeile ist nicht ein Hash und ein Name.',
  '{{1}} is listed twice.': '{{1}} ist zweimal aufgeführt.',
  'This file is not listed in {{1}}: it was added later.':
    'Diese Datei ist in {{1}} nicht aufgeführt: Sie wurde später hinzugefügt.',
  'It does not list the files in the order in which they stand in the pack.':
    'Führt die Dateien nicht in der Reihenfolge auf, in der sie im Paket stehen.',
  'This file is listed in {{1}} and missing from the pack.': 'Diese Datei ist in {{1}} aufgeführt und fehlt im Paket.',
  'It was changed: its SHA-256 is {{1}}, {{2}} says {{3}}.':
    'Wurde geändert: Der SHA-256 ist {{1}}, laut {{2}} ist er {{3}}.',

  // The audit log
  'This row is no entry of an audit log.': 'Diese Zeile ist kein Eintrag eines Prüfprotokolls.',
  'This row is not written as canonical JSON.': 'Diese Zeile ist nicht als kanonisches JSON geschrieben.',
  'Entry {{1}} should stand here: entries were removed, added or moved.':
    'Hier müsste Eintrag {{1}} stehen: Einträge wurden entfernt, hinzugefügt oder umgestellt.',
  'Its hash is not a SHA-256.': 'Der Hash ist kein SHA-256.',
  'Its salt is not hexadecimal.': 'Das Salt ist nicht hexadezimal.',
  'This entry was changed: its content does not match its hash.':
    'Dieser Eintrag wurde geändert: Sein Inhalt passt nicht zu seinem Hash.',
  'It does not follow from the entry before it.': 'Folgt nicht aus dem vorigen Eintrag.',
  'Its place in the chain was changed: its chain hash is wrong.':
    'Der Platz in der Kette wurde geändert: Der Kettenhash ist falsch.',
  'The audit log has {{1}} entries for its end; there must be one.':
    'Das Prüfprotokoll hat für ihr Ende {{1}} Einträge; es muss einer sein.',
  'Its {{1}} is {{2}}; {{3}} says {{4}}.': '{{1}} ist {{2}}; laut {{3}} ist es {{4}}.',
  'It was cut short: the manifest states {{1}} entries, {{2}} are there.':
    'Wurde gekürzt: Das Manifest nennt {{1}} Einträge, da sind {{2}}.',
  'It has {{1}} entries, the manifest states {{2}}.': 'Hat {{1}} Einträge, das Manifest nennt {{2}}.',
  'Its last hash is {{1}}, the manifest states {{2}}.': 'Der letzte Hash ist {{1}}, das Manifest nennt {{2}}.',
  'It was cut short: the checkpoint states {{1}} entries, {{2}} are there.':
    'Wurde gekürzt: Der Prüfpunkt nennt {{1}} Einträge, da sind {{2}}.',
  'It was changed: this entry does not follow from the one before it.':
    'Wurde geändert: Dieser Eintrag folgt nicht aus dem vorigen.',
  'It was rewritten: up to entry {{1}} it is not the log that the checkpoint was taken of.':
    'Wurde neu geschrieben: Bis Eintrag {{1}} ist es nicht das Protokoll, von dem der Prüfpunkt stammt.',

  // The manifest
  'It is not the manifest of an evidence pack.': 'Ist nicht das Manifest eines Nachweispakets.',
  'Its version {{1}} is not known: take another verify-pack.mjs.':
    'Die Version {{1}} ist nicht bekannt: Verwenden Sie eine andere verify-pack.mjs.',
  'It is incomplete: executions, documents, application or the head of the audit log are missing.':
    'Ist unvollständig: Ausführungen, Dokumente, Anwendung oder der Kopf des Prüfprotokolls fehlen.',
  'This execution is listed twice.': 'Diese Ausführung ist zweimal aufgeführt.',
  '{{1}} does not name this file: no execution and no document of the pack is in it.':
    '{{1}} nennt diese Datei nicht: Sie enthält keine Ausführung und kein Dokument des Pakets.',
  'It names {{1}} twice.': 'Nennt {{1}} zweimal.',
  'It names {{1}}, which is missing from the pack.': 'Nennt {{1}}; das fehlt im Paket.',
  'It is {{1}} bytes long, {{2}} says {{3}}.': 'Ist {{1}} Byte lang, laut {{2}} sind es {{3}}.',
  'It does not name {{1}}, which every pack has.': 'Nennt {{1}} nicht, was jedes Paket hat.',
  'Another execution names {{1}} too.': 'Eine andere Ausführung nennt {{1}} auch.',
  'Its evidence {{1}} is missing from the pack.': 'Der Nachweis {{1}} fehlt im Paket.',
  'The manifest states {{1}} {{2}}, the file has {{3}}.': 'Das Manifest nennt $t({{1}}) {{2}}, die Datei hat {{3}}.',
  'a length in bytes of': 'als Länge in Byte',
  'a number of rows of': 'als Zahl der Zeilen',
  'the columns': 'die Spalten',
  'The manifest names a redacted column that the file does not have.':
    'Das Manifest nennt eine geschwärzte Spalte, die die Datei nicht hat.',
  'A cell of a redacted column does not bear the mark of one.':
    'Eine Zelle einer geschwärzten Spalte trägt deren Zeichen nicht.',

  // Signature and checkpoint
  'It is no Ed25519 public key as a pack holds one.':
    'Ist kein öffentlicher Ed25519-Schlüssel, wie ein Paket ihn enthält.',
  'It is not the signature of {{1}} by {{2}}: one of the three was changed.':
    'Ist nicht die Signatur von {{1}} durch {{2}}: Eines der drei wurde geändert.',
  'The pack is signed with the key {{1}}, not with {{2}}: somebody else made it.':
    'Das Paket ist mit dem Schlüssel {{1}} signiert, nicht mit {{2}}: Jemand anderes hat es gemacht.',
  'It names the key {{1}}, and the pack is signed with {{2}}.':
    'Nennt den Schlüssel {{1}}, und das Paket ist mit {{2}} signiert.',
  "It states the fingerprint {{1}}; the log's head has {{2}}.":
    'Nennt den Fingerabdruck {{1}}; der Kopf des Protokolls hat {{2}}.',
  'It is no checkpoint of an audit log.': 'Ist kein Prüfpunkt eines Prüfprotokolls.',
  'Its version {{1}} is not known.': 'Die Version {{1}} ist nicht bekannt.',
  'It is damaged: its head or its key is missing.': 'Ist beschädigt: Der Kopf oder der Schlüssel fehlt.',
  'It was changed: its signature does not belong to its head.': 'Wurde geändert: Die Signatur gehört nicht zum Kopf.',
  'The pack is not signed.': 'Das Paket ist nicht signiert.',
  'It is signed with the key {{1}}, which never signed for this store: it is of another log, or somebody else made it.':
    'Ist mit dem Schlüssel {{1}} signiert, der nie für diesen Datenbestand signiert hat: Er gehört zu einem anderen Protokoll, oder jemand anderes hat ihn gemacht.',
  '{{1}} more problems were found.': 'Es wurden {{1}} weitere Fehler gefunden.',
};
