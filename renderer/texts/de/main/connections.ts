/**
 * Why a system was not reached or did not answer as it should, by main's English words. What a server says stays as it
 * said it.
 */
export const connections: Readonly<Record<string, string>> = {
  // Network and TLS
  'the database team': 'das Datenbankteam',
  "the system's administrators": 'die Administratoren des Systems',
  'Check the address and the VPN. Ask the network or database team whether a firewall drops this port.':
    'Prüfen Sie die Adresse und das VPN. Fragen Sie das Netz- oder Datenbankteam, ob eine Firewall diesen Port sperrt.',
  'Check the spelling and the VPN, or use the IP address.':
    'Prüfen Sie die Schreibweise und das VPN, oder verwenden Sie die IP-Adresse.',
  'Check server and port. Ask the database team whether the server runs and listens on that address.':
    'Prüfen Sie Server und Port. Fragen Sie das Datenbankteam, ob der Server läuft und auf dieser Adresse erreichbar ist.',
  'Check that the port belongs to this kind of server. Ask the database team what its log says.':
    'Prüfen Sie, ob der Port zu dieser Art von Server gehört. Fragen Sie das Datenbankteam, was im Protokoll des Servers steht.',
  'Check the address and the VPN. Ask the network team whether this computer may reach it, directly or through the proxy.':
    'Prüfen Sie die Adresse und das VPN. Fragen Sie das Netzteam, ob dieser Rechner sie erreichen darf, direkt oder über den Proxy.',
  'Check the spelling of the address in the connector, and the VPN.':
    'Prüfen Sie die Schreibweise der Adresse in der Verbindung und das VPN.',
  "Check the address in the connector. Ask the system's administrators whether it is up.":
    'Prüfen Sie die Adresse in der Verbindung. Fragen Sie die Administratoren des Systems, ob es läuft.',
  "Check the address in the connector, and whether it is http or https. Ask the system's administrators.":
    'Prüfen Sie die Adresse in der Verbindung und ob sie http oder https ist. Fragen Sie die Administratoren des Systems.',
  'Nothing usable came from {{1}} within {{2}} s.': 'Von {{1}} kam innerhalb von {{2}} s nichts Brauchbares.',
  'The server at {{1}} offers no encryption.': 'Der Server unter {{1}} bietet keine Verschlüsselung an.',
  'Ask the database team to turn TLS on. Only when the network is trusted: turn encryption off in this connector.':
    'Bitten Sie das Datenbankteam, TLS einzuschalten. Nur in einem vertrauenswürdigen Netz: Schalten Sie die Verschlüsselung in dieser Verbindung aus.',
  'The connection to {{1}} was lost {{2}}.': 'Die Verbindung zu {{1}} ist $t({{2}}) abgebrochen.',
  'while logging in': 'bei der Anmeldung',
  'while it was read; nothing was imported': 'beim Lesen (es wurde nichts übernommen)',
  'after {{1}} rows': 'nach {{1}} Zeilen',
  "Check the network and the VPN, then try again. The server's log says whether it closed the session.":
    'Prüfen Sie das Netz und das VPN, und versuchen Sie es noch einmal. Im Protokoll des Servers steht, ob er die Sitzung beendet hat.',
  'The host name of {{1}} is not known here.': 'Der Rechnername von {{1}} ist hier nicht bekannt.',
  'The name service did not answer for {{1}}.': 'Der Namensdienst hat zu {{1}} nicht geantwortet.',
  'Nothing accepts connections at {{1}}.': 'Unter $t({{1}}) nimmt nichts Verbindungen an.',
  'There is no route to {{1}}.': 'Es gibt keinen Netzweg zu {{1}}.',
  'Check the network and the VPN.': 'Prüfen Sie das Netz und das VPN.',
  '{{1}} did not answer.': '{{1}} hat nicht geantwortet.',
  'This computer does not allow a connection to {{1}}.': 'Dieser Rechner erlaubt keine Verbindung zu {{1}}.',
  'Check the local firewall.': 'Prüfen Sie die Firewall dieses Rechners.',
  '{{1}} closed the connection.': '{{1}} hat die Verbindung beendet.',
  'The certificate of {{1}} is for another host.{{2}}':
    'Das Zertifikat von {{1}} gilt für einen anderen Rechner.$t({{2}})',
  ' It names {{1}}.': ' Es nennt {{1}}.',
  'Use the host name that the certificate carries, or ask {{1}} for a certificate with this name.':
    'Verwenden Sie den Rechnernamen aus dem Zertifikat, oder bitten Sie $t({{1}}) um ein Zertifikat mit diesem Namen.',
  'The certificate of {{1}} is not valid today.': 'Das Zertifikat von {{1}} ist heute nicht gültig.',
  'Check the clock here, and ask {{1}} to renew it.':
    'Prüfen Sie die Uhr dieses Rechners, und bitten Sie $t({{1}}), es zu erneuern.',
  'The certificate of {{1}} is signed by an authority that is not trusted here.':
    'Das Zertifikat von {{1}} ist von einer Stelle signiert, der hier nicht vertraut wird.',
  "Ask {{1}} for the CA certificate (PEM) and choose it as this connector's CA file.":
    'Bitten Sie $t({{1}}) um das CA-Zertifikat (PEM), und wählen Sie es als CA-Datei dieser Verbindung.',
  'No encrypted connection came about with {{1}}: {{2}}':
    'Mit {{1}} kam keine verschlüsselte Verbindung zustande: {{2}}',
  'Ask {{1}} which TLS versions the server offers; 1.2 is needed.':
    'Fragen Sie $t({{1}}), welche TLS-Versionen der Server anbietet; nötig ist 1.2.',
  'The CA file {{1}} holds no readable certificate.': 'Die CA-Datei {{1}} enthält kein lesbares Zertifikat.',
  'Choose a PEM file (BEGIN CERTIFICATE).': 'Wählen Sie eine PEM-Datei (BEGIN CERTIFICATE).',
  'The connection is not encrypted: the login and all rows cross the network readable.':
    'Die Verbindung ist nicht verschlüsselt: Anmeldung und alle Zeilen gehen lesbar durch das Netz.',
  "The server's certificate is not verified: whoever answers at this address is trusted.":
    'Das Zertifikat des Servers wird nicht geprüft: Vertraut wird jedem, der unter dieser Adresse antwortet.',
  'Another system answered at {{1}}.': 'Unter {{1}} hat ein anderes System geantwortet.',
  'Another system or account answered at {{1}}.': 'Unter {{1}} hat ein anderes System oder Konto geantwortet.',
  'Not encrypted.': 'Nicht verschlüsselt.',
  'Given up.': 'Aufgegeben.',
  'The connection was closed.': 'Die Verbindung wurde beendet.',
  'The connection was cut.': 'Die Verbindung wurde getrennt.',

  // Databases
  'Check server and port.': 'Prüfen Sie Server und Port.',
  'What answers at {{1}} does not speak MySQL: {{2}}': 'Was unter {{1}} antwortet, spricht nicht MySQL: {{2}}',
  'What answers at {{1}} does not speak PostgreSQL: {{2}}':
    'Was unter {{1}} antwortet, spricht nicht PostgreSQL: {{2}}',
  "What answers at {{1}} does not speak SQL Server's protocol: {{2}}":
    'Was unter {{1}} antwortet, spricht nicht das Protokoll von SQL Server: {{2}}',
  "What answers at {{1}} does not speak Oracle's protocol: {{2}}":
    'Was unter {{1}} antwortet, spricht nicht das Protokoll von Oracle: {{2}}',
  'The server at {{1}} says: {{2}}': 'Der Server unter {{1}} sagt: {{2}}',
  '{{1}} {{2}} says: {{3}}': '$t({{1}}) {{2}} sagt: {{3}}',
  'The database at': 'Die Datenbank unter',
  '{{1}} refused user {{2}}: wrong user name or password, or not allowed from this computer.':
    '{{1}} hat den Benutzer {{2}} abgelehnt: Benutzername oder Kennwort ist falsch, oder er darf sich von diesem Rechner nicht anmelden.',
  '{{1}} refused user {{2}}: wrong user name or password.':
    '{{1}} hat den Benutzer {{2}} abgelehnt: Benutzername oder Kennwort ist falsch.',
  '{{1}} refused {{2}}: wrong user name or password, or a login of the other kind.':
    '{{1}} hat {{2}} abgelehnt: Benutzername oder Kennwort ist falsch, oder es ist eine Anmeldung der anderen Art.',
  'Check both; ask the database team whether the login exists for this address.':
    'Prüfen Sie beides; fragen Sie das Datenbankteam, ob es die Anmeldung für diese Adresse gibt.',
  'Check both; ask the database team whether the login is locked or expired.':
    'Prüfen Sie beides; fragen Sie das Datenbankteam, ob die Anmeldung gesperrt oder abgelaufen ist.',
  'Check both, also upper and lower case; ask the database team whether the login exists in this database.':
    'Prüfen Sie beides, auch die Großschreibung; fragen Sie das Datenbankteam, ob es die Anmeldung in dieser Datenbank gibt.',
  'Check both, and whether it is a SQL or a Windows login. The reason is in the error log of the server: ask the database team for the state of error 18456.':
    'Prüfen Sie beides und ob es eine SQL- oder Windows-Anmeldung ist. Der Grund steht im Fehlerprotokoll des Servers: Fragen Sie das Datenbankteam nach dem Zustand (State) des Fehlers 18456.',
  'Ask the database team to unlock the login or renew its password.':
    'Bitten Sie das Datenbankteam, die Anmeldung zu entsperren oder ihr Kennwort zu erneuern.',
  'Ask the database team which way of login is set up for this user.':
    'Fragen Sie das Datenbankteam, welche Art der Anmeldung für diesen Benutzer eingerichtet ist.',
  'There is no database {{1}} at {{2}}.': 'Unter {{2}} gibt es keine Datenbank {{1}}.',
  'There is no database {{1}} at {{2}}, or {{3}} is not let into it.':
    'Unter {{2}} gibt es keine Datenbank {{1}}, oder {{3}} hat keinen Zugang zu ihr.',
  'Check the spelling, also upper and lower case.': 'Prüfen Sie die Schreibweise, auch die Großschreibung.',
  'Check the spelling. Ask the database team whether this login has a user in the database.':
    'Prüfen Sie die Schreibweise. Fragen Sie das Datenbankteam, ob diese Anmeldung einen Benutzer in der Datenbank hat.',
  'Ask the database team to let user {{1}} in from this computer.':
    'Bitten Sie das Datenbankteam, den Benutzer {{1}} von diesem Rechner aus zuzulassen.',
  'Ask the database team to let {{1}} in from this computer.':
    'Bitten Sie das Datenbankteam, {{1}} von diesem Rechner aus zuzulassen.',
  "Ask the database team to allow user {{1}} from this computer's address (pg_hba.conf).":
    'Bitten Sie das Datenbankteam, den Benutzer {{1}} von der Adresse dieses Rechners aus zuzulassen (pg_hba.conf).',
  'Ask the database team: GRANT SELECT ON {{1}} TO {{2}}.':
    'Bitten Sie das Datenbankteam um: GRANT SELECT ON {{1}} TO {{2}}.',
  'Ask the database team: GRANT CONNECT ON DATABASE … TO {{1}}.':
    'Bitten Sie das Datenbankteam um: GRANT CONNECT ON DATABASE … TO {{1}}.',
  'Ask the database team: GRANT CREATE SESSION TO {{1}}.':
    'Bitten Sie das Datenbankteam um: GRANT CREATE SESSION TO {{1}}.',
  'Ask the database team: ALTER USER … ACCOUNT UNLOCK.':
    'Bitten Sie das Datenbankteam um: ALTER USER … ACCOUNT UNLOCK.',
  'Try again later, or ask the database team.':
    'Versuchen Sie es später noch einmal, oder fragen Sie das Datenbankteam.',
  'Show this message to the database team.': 'Zeigen Sie diese Meldung dem Datenbankteam.',
  'Try again. If it happens again, show this message to the database team.':
    'Versuchen Sie es noch einmal. Geschieht es wieder, zeigen Sie diese Meldung dem Datenbankteam.',
  '{{1}} asks for a password and this connector has none.':
    '{{1}} verlangt ein Kennwort, und diese Verbindung hat keines.',
  'Enter the password of the login.': 'Geben Sie das Kennwort der Anmeldung ein.',
  'The login of {{1}} at {{2}} did not come about: {{3}}': 'Die Anmeldung von {{1}} an {{2}} kam nicht zustande: {{3}}',
  'The login of {{1}} at {{2}} needs a way of login that is not supported here: {{3}}':
    'Die Anmeldung von {{1}} an {{2}} braucht ein Verfahren, das hier nicht unterstützt wird: {{3}}',
  'Ask the database team for a login with a password.': 'Bitten Sie das Datenbankteam um eine Anmeldung mit Kennwort.',
  'Ask the database team for a login that can only read.':
    'Bitten Sie das Datenbankteam um eine Anmeldung, die nur lesen kann.',
  "The server's read-only transaction refused the query: {{1}}":
    'Die lesende Transaktion des Servers hat die Abfrage abgelehnt: {{1}}',
  'The server refused the query: {{1}}': 'Der Server hat die Abfrage abgelehnt: {{1}}',
  'The server refused to write: {{1}}': 'Der Server hat das Schreiben abgelehnt: {{1}}',
  'PostgreSQL refused the query: {{1}}{{2}}': 'PostgreSQL hat die Abfrage abgelehnt: {{1}}$t({{2}})',
  'Oracle refused the query: {{1}}{{2}}': 'Oracle hat die Abfrage abgelehnt: {{1}}$t({{2}})',
  'SQL Server refused the query: {{1}}{{2}}': 'SQL Server hat die Abfrage abgelehnt: {{1}}$t({{2}})',
  'SQLite refused the query: {{1}}': 'SQLite hat die Abfrage abgelehnt: {{1}}',
  'SQLite refused to write: {{1}}': 'SQLite hat das Schreiben abgelehnt: {{1}}',
  'SQLite says that this statement writes.': 'SQLite sagt, dass diese Anweisung schreibt.',
  'Ask the database team to grant SELECT on it to this login.':
    'Bitten Sie das Datenbankteam, dieser Anmeldung SELECT darauf zu gewähren.',
  'Another session holds a lock. Try again later.':
    'Eine andere Sitzung hält eine Sperre. Versuchen Sie es später noch einmal.',
  'This statement returns more than one result.': 'Diese Anweisung liefert mehr als ein Ergebnis.',
  'This statement returns no rows, so it is not run.':
    'Diese Anweisung liefert keine Zeilen und wird deshalb nicht ausgeführt.',
  '{{1}} rows arrived, but the server says "{{2}}".': 'Es trafen {{1}} Zeilen ein, aber der Server sagt „{{2}}“.',
  'Connect to the PostgreSQL server itself, without a proxy in between.':
    'Verbinden Sie sich mit dem PostgreSQL-Server selbst, ohne einen Proxy dazwischen.',

  // Oracle
  'SELECT AI sends what follows to a language model. If AI is a column, write its table before it: t.ai.':
    'SELECT AI schickt, was folgt, an ein Sprachmodell. Ist AI eine Spalte, schreiben Sie ihre Tabelle davor: t.ai.',
  'If a column is meant, write the alias of its table in front of it, or choose another alias.':
    'Ist eine Spalte gemeint, schreiben Sie den Alias ihrer Tabelle davor, oder wählen Sie einen anderen Alias.',
  'Column {{1}} is a {{2}}, which no cell can hold.': 'Spalte {{1}} ist vom Typ {{2}}, den keine Zelle aufnehmen kann.',
  'Leave the column out, or name the parts that you need: alias.column.attribute.':
    'Lassen Sie die Spalte weg, oder nennen Sie die Teile, die Sie brauchen: alias.spalte.attribut.',
  '{{1}} is a function in this database, which a name in the query may call.':
    '{{1}} ist in dieser Datenbank eine Funktion, die ein Name in der Abfrage aufrufen kann.',
  'Check server and port. A port for encrypted connections (TCPS, often 2484) needs encryption on.':
    'Prüfen Sie Server und Port. Ein Port für verschlüsselte Verbindungen (TCPS, oft 2484) braucht eingeschaltete Verschlüsselung.',
  '{{1}} took the connection and did not answer the TLS handshake within {{2}} s.':
    '{{1}} hat die Verbindung angenommen und den TLS-Handshake innerhalb von {{2}} s nicht beantwortet.',
  'It may offer no encryption. {{1}}': 'Vielleicht bietet er keine Verschlüsselung an. $t({{1}})',
  'Ask the database team for the TCPS address (often port 2484). Only when the network is trusted: turn encryption off in this connector (usual port 1521).':
    'Bitten Sie das Datenbankteam um die TCPS-Adresse (oft Port 2484). Nur in einem vertrauenswürdigen Netz: Schalten Sie die Verschlüsselung in dieser Verbindung aus (üblicher Port 1521).',
  'The listener at {{1}} sends on to an address that is not encrypted.':
    'Der Listener unter {{1}} verweist auf eine Adresse, die nicht verschlüsselt ist.',
  'Ask the database team for an address that is encrypted all the way (TCPS).':
    'Bitten Sie das Datenbankteam um eine Adresse, die durchgehend verschlüsselt ist (TCPS).',
  'The wallet for {{1}} can not be opened: {{2}}': 'Das Wallet für {{1}} lässt sich nicht öffnen: {{2}}',
  'Check the wallet password, and that the file is the ewallet.pem of the wallet.':
    'Prüfen Sie das Kennwort des Wallets und ob die Datei ewallet.pem aus dem Wallet ist.',
  'Ask the database team which TLS versions and certificates the listener takes.':
    'Fragen Sie das Datenbankteam, welche TLS-Versionen und Zertifikate der Listener annimmt.',
  'The account {{1}} at {{2}} is locked.': 'Das Konto {{1}} unter {{2}} ist gesperrt.',
  'The password of {{1}} at {{2}} has expired.': 'Das Kennwort von {{1}} unter {{2}} ist abgelaufen.',
  'Ask the database team for a new password; it can not be changed from here.':
    'Bitten Sie das Datenbankteam um ein neues Kennwort; von hier aus lässt es sich nicht ändern.',
  '{{1}} lets SYS in as SYSDBA only, and Tickmark never connects as SYSDBA.':
    '{{1}} lässt SYS nur als SYSDBA zu, und Tickmark meldet sich nie als SYSDBA an.',
  'The user {{1}} may not log in to {{2}}.': 'Der Benutzer {{1}} darf sich an {{2}} nicht anmelden.',
  'The listener at {{1}} knows no service {{2}}.': 'Der Listener unter {{1}} kennt keinen Service {{2}}.',
  'Check the spelling, the domain behind the name included. Ask the database team what `lsnrctl services` lists.':
    'Prüfen Sie die Schreibweise samt der Domäne hinter dem Namen. Fragen Sie das Datenbankteam, was `lsnrctl services` auflistet.',
  'The listener at {{1}} knows no SID {{2}}.': 'Der Listener unter {{1}} kennt keine SID {{2}}.',
  'Check the spelling. Databases in containers have no SID of their own: ask the database team for the service name.':
    'Prüfen Sie die Schreibweise. Datenbanken in Containern haben keine eigene SID: Fragen Sie das Datenbankteam nach dem Service-Namen.',
  'The listener at {{1}} was given neither service name nor SID.':
    'Der Listener unter {{1}} bekam weder Service-Namen noch SID.',
  'Give one of them in the connector.': 'Geben Sie eines davon in der Verbindung an.',
  'The listener at {{1}} does not know the instance that the descriptor names.':
    'Der Listener unter {{1}} kennt die Instanz nicht, die der Descriptor nennt.',
  'Check INSTANCE_NAME, or leave it out.': 'Prüfen Sie INSTANCE_NAME, oder lassen Sie es weg.',
  "{{1}} asks for Oracle's native network encryption, which is not supported here.":
    '{{1}} verlangt die eigene Netzverschlüsselung von Oracle, die hier nicht unterstützt wird.',
  'Ask the database team for a TCPS address, or to let this login in without native encryption (SQLNET.ENCRYPTION_SERVER).':
    'Bitten Sie das Datenbankteam um eine TCPS-Adresse oder darum, diese Anmeldung ohne diese Verschlüsselung zuzulassen (SQLNET.ENCRYPTION_SERVER).',
  'Try again later, or ask the database team whether the database is open.':
    'Versuchen Sie es später noch einmal, oder fragen Sie das Datenbankteam, ob die Datenbank geöffnet ist.',
  'The listener at {{1}} refused: {{2}}': 'Der Listener unter {{1}} hat abgelehnt: {{2}}',
  'Ask the database team what the listener’s log says.':
    'Fragen Sie das Datenbankteam, was im Protokoll des Listeners steht.',
  'The password of {{1}} at {{2}} is kept in a form that is too old to be used from here.':
    'Das Kennwort von {{1}} unter {{2}} ist in einer Form gespeichert, die für diesen Zugang zu alt ist.',
  'Ask the database team to set the password again, so that its verifier is of 11g or later.':
    'Bitten Sie das Datenbankteam, das Kennwort neu zu setzen, damit sein Verifier von 11g oder später ist.',
  'The database at {{1}} is older than 12.1, which is not supported here.':
    'Die Datenbank unter {{1}} ist älter als 12.1 und wird hier nicht unterstützt.',
  'Ask the database team for an extract.': 'Bitten Sie das Datenbankteam um einen Auszug.',
  'The connect descriptor can not be read: {{1}}': 'Der Connect Descriptor ist nicht lesbar: {{1}}',
  'the connect descriptor': 'der Adresse im Connect Descriptor',
  'Check that the port is that of an Oracle listener; a port for encrypted connections (TCPS) needs encryption on. Ask the database team what its log says.':
    'Prüfen Sie, ob der Port der eines Oracle-Listeners ist; ein Port für verschlüsselte Verbindungen (TCPS) braucht eingeschaltete Verschlüsselung. Fragen Sie das Datenbankteam, was im Protokoll steht.',
  'Oracle says the same of a table that is missing and of one that this login may not read. Check the spelling; ask the database team to grant SELECT on it.':
    'Oracle sagt dasselbe von einer Tabelle, die fehlt, und von einer, die diese Anmeldung nicht lesen darf. Prüfen Sie die Schreibweise; bitten Sie das Datenbankteam, SELECT darauf zu gewähren.',
  'The data changed for longer than the server remembers. Narrow the query, or run it at a quieter time.':
    'Die Daten änderten sich länger, als der Server zurückblickt. Grenzen Sie die Abfrage ein, oder führen Sie sie zu einer ruhigeren Zeit aus.',
  'The query can not be sent: {{1}}': 'Die Abfrage lässt sich nicht senden: {{1}}',
  'What {{1}} sent after {{2}} rows can not be read: {{3}}':
    'Was {{1}} nach {{2}} Zeilen gesendet hat, ist nicht lesbar: {{3}}',
  ' (line {{1}}, column {{2}})': ' (Zeile {{1}}, Spalte {{2}})',
  ' (line {{1}})': ' (Zeile {{1}})',
  'The login {{1}} {{2}}. Ask the database team for a login that can only read.':
    'Die Anmeldung {{1}} $t({{2}}). Bitten Sie das Datenbankteam um eine Anmeldung, die nur lesen kann.',
  'is connected as SYSDBA': 'ist als SYSDBA verbunden',
  'holds the role DBA': 'hat die Rolle DBA',
  'administers the whole database': 'verwaltet die ganze Datenbank',
  'Column {{1}} holds large objects that are longer than a cell can be; they were cut.':
    'Spalte {{1}} enthält große Objekte, die länger sind, als eine Zelle sein kann; sie wurden gekürzt.',

  // SQL Server
  'The server at {{1}} accepts encrypted connections only.':
    'Der Server unter {{1}} nimmt nur verschlüsselte Verbindungen an.',
  '{{1}} does not trust the domain {{2}} of {{3}}, or takes Windows logins only. It says: {{4}}':
    '{{1}} vertraut der Domäne {{2}} von {{3}} nicht oder nimmt nur Windows-Anmeldungen an. Die Antwort: {{4}}',
  'Check the domain. Ask the database team for a login of the kind that this server takes.':
    'Prüfen Sie die Domäne. Bitten Sie das Datenbankteam um eine Anmeldung der Art, die dieser Server annimmt.',
  'Ask the database team which replica of the availability group can be read.':
    'Fragen Sie das Datenbankteam, welches Replikat der Verfügbarkeitsgruppe lesbar ist.',
  'Ask the database team to create a user for the login {{1}} in this database (CREATE USER … FOR LOGIN …).':
    'Bitten Sie das Datenbankteam, für die Anmeldung {{1}} einen Benutzer in dieser Datenbank anzulegen (CREATE USER … FOR LOGIN …).',
  'Ask the database team what {{1}} lacks the right to.': 'Fragen Sie das Datenbankteam, welches Recht {{1}} fehlt.',
  'What came from {{1}} after {{2}} rows could not be read: {{3}}':
    'Was von {{1}} nach {{2}} Zeilen kam, war nicht lesbar: {{3}}',
  'Try again. If it comes back, something between here and the server changes the data: ask the network team.':
    'Versuchen Sie es noch einmal. Geschieht es wieder, ändert etwas zwischen hier und dem Server die Daten: Fragen Sie das Netzteam.',
  'Ask the database team to grant what the message names: SELECT on it, or VIEW SERVER STATE, VIEW DEFINITION.':
    'Bitten Sie das Datenbankteam, zu gewähren, was die Meldung nennt: SELECT darauf oder VIEW SERVER STATE, VIEW DEFINITION.',
  'Check database, schema and spelling; ask whether this login may see it.':
    'Prüfen Sie Datenbank, Schema und Schreibweise; fragen Sie, ob diese Anmeldung es sehen darf.',
  'Ask the database team for the port of the instance, and enter it here instead of the instance name.':
    'Fragen Sie das Datenbankteam nach dem Port der Instanz, und geben Sie ihn hier statt des Instanznamens ein.',
  'What answers at {{1}} is no SQL Server Browser.': 'Was unter {{1}} antwortet, ist kein SQL Server Browser.',
  'The instance {{1}} on {{2}} does not accept connections over TCP/IP.':
    'Die Instanz {{1}} auf {{2}} nimmt keine Verbindungen über TCP/IP an.',
  'Ask the database team to turn TCP/IP on for this instance.':
    'Bitten Sie das Datenbankteam, TCP/IP für diese Instanz einzuschalten.',
  'The SQL Server Browser at {{1}} did not tell the port of the instance {{2}}.':
    'Der SQL Server Browser unter {{1}} hat den Port der Instanz {{2}} nicht genannt.',
  'Check the spelling of the instance: an unknown one gets no answer. A firewall may drop UDP 1434. {{1}}':
    'Prüfen Sie die Schreibweise der Instanz: Eine unbekannte bekommt keine Antwort. Vielleicht sperrt eine Firewall UDP 1434. $t({{1}})',
  'No SQL Server Browser runs at {{1}}, so the port of the instance {{2}} is not known.':
    'Unter {{1}} läuft kein SQL Server Browser, deshalb ist der Port der Instanz {{2}} nicht bekannt.',
  'The server did not begin a transaction, so nothing is run.':
    'Der Server hat keine Transaktion begonnen, deshalb wird nichts ausgeführt.',
  'This statement ended the transaction that was to be rolled back. Ask the database team what it has changed.':
    'Diese Anweisung hat die Transaktion beendet, die zurückgerollt werden sollte. Fragen Sie das Datenbankteam, was sie geändert hat.',
  '{{1}} counted {{2}} rows, but {{3}} arrived.': '{{1}} hat {{2}} Zeilen gezählt, aber {{3}} trafen ein.',
  'Run the query again.': 'Führen Sie die Abfrage noch einmal aus.',
  'The response ended in the middle.': 'Die Antwort endete mittendrin.',
  'The server sent the unknown token 0x{{1}}.': 'Der Server hat das unbekannte Token 0x{{1}} gesendet.',
  'The server sent a column of the unknown type 0x{{1}}.':
    'Der Server hat eine Spalte des unbekannten Typs 0x{{1}} gesendet.',
  'The server sent a sql_variant of the unknown type 0x{{1}}.':
    'Der Server hat ein sql_variant des unbekannten Typs 0x{{1}} gesendet.',
  'A cell has more than 500 million characters.': 'Eine Zelle hat mehr als 500 Millionen Zeichen.',

  // Files and folders
  '{{1}} is a file, not a folder.': '{{1}} ist eine Datei, kein Ordner.',
  'Choose the folder in which it lies.': 'Wählen Sie den Ordner, in dem sie liegt.',
  'There is no folder {{1}}.': 'Es gibt keinen Ordner {{1}}.',
  'Check whether the drive or share is connected, or choose the folder again.':
    'Prüfen Sie, ob das Laufwerk oder die Freigabe verbunden ist, oder wählen Sie den Ordner noch einmal.',
  "This computer's user may not read {{1}}.": 'Der Benutzer dieses Rechners darf {{1}} nicht lesen.',
  'Ask for read access to the folder and all below it.': 'Bitten Sie um Lesezugriff auf den Ordner und alles darunter.',
  "{{1}} can't be read: {{2}}": '{{1}} ist nicht lesbar: {{2}}',
  'Check whether the drive or share is connected.': 'Prüfen Sie, ob das Laufwerk oder die Freigabe verbunden ist.',
  'Another folder lies at {{1}}.': 'Unter {{1}} liegt ein anderer Ordner.',
  '{{1}} could not be read; the column “problem” says why.':
    '$t({{1}}): nicht lesbar. Die Spalte „problem“ sagt, warum.',
  'One file or folder': 'Eine Datei oder ein Ordner',
  '{{1}} files or folders': '{{1}} Dateien oder Ordner',
  'The pattern “{{1}}” {{2}}': 'Das Muster „{{1}}“ $t({{2}})',
  'is longer than {{1}} characters.': 'ist länger als {{1}} Zeichen.',
  'has a backslash; write / between folders.': 'hat einen Backslash; schreiben Sie / zwischen Ordnern.',
  'starts at a drive or a root; patterns start at the folder.':
    'beginnt bei einem Laufwerk oder einer Wurzel; Muster beginnen beim Ordner.',
  'has a part that is only dots.': 'hat einen Teil, der nur aus Punkten besteht.',
  '{{1}} is not a SQLite database, or it is encrypted.': '{{1}} ist keine SQLite-Datenbank oder ist verschlüsselt.',
  'Choose the database file itself, or ask for an unencrypted copy.':
    'Wählen Sie die Datenbankdatei selbst, oder bitten Sie um eine unverschlüsselte Kopie.',
  '{{1}} is being written to, so no consistent copy of it came about.':
    'In {{1}} wird gerade geschrieben, deshalb kam keine stimmige Kopie zustande.',
  'Close the program that writes to it, or ask for a copy made with its backup function.':
    'Schließen Sie das Programm, das hineinschreibt, oder bitten Sie um eine Kopie aus dessen Sicherungsfunktion.',
  'There is no file {{1}}.': 'Es gibt keine Datei {{1}}.',
  'Check whether the drive or share is there, or choose the file again.':
    'Prüfen Sie, ob das Laufwerk oder die Freigabe da ist, oder wählen Sie die Datei noch einmal.',
  'Ask for read access to the file and its folder.': 'Bitten Sie um Lesezugriff auf die Datei und ihren Ordner.',
  'There is no room for a private copy of {{1}} in {{2}}.': 'Für eine eigene Kopie von {{1}} ist in {{2}} kein Platz.',
  'Free some space and try again.': 'Schaffen Sie Platz, und versuchen Sie es noch einmal.',
  'Copy the file to a local drive and try again.':
    'Kopieren Sie die Datei auf ein lokales Laufwerk, und versuchen Sie es noch einmal.',
  '{{1}} is open in another program or in WAL mode: each run reads a private copy of it.':
    '{{1}} ist in einem anderen Programm oder im WAL-Modus geöffnet: Jede Ausführung liest eine eigene Kopie.',
  'Another file lies at {{1}}.': 'Unter {{1}} liegt eine andere Datei.',
  'Another program has locked {{1}}.': 'Ein anderes Programm hat {{1}} gesperrt.',
  'Close that program, or ask for a copy of the file.':
    'Schließen Sie dieses Programm, oder bitten Sie um eine Kopie der Datei.',
  "{{1}} can't be opened.": '{{1}} lässt sich nicht öffnen.',
  "{{1}} can't be read as a SQLite database: {{2}}": '{{1}} ist nicht als SQLite-Datenbank lesbar: $t({{2}})',
  '{{1}} is damaged: {{2}}': '{{1}} ist beschädigt: {{2}}',
  'it can not be described': 'Sie lässt sich nicht beschreiben.',
  'it ended without a word': 'Das Lesen endete ohne Meldung.',
  'its tables can not be listed': 'Ihre Tabellen lassen sich nicht auflisten.',
  'Ask for an intact, unencrypted copy of the file.':
    'Bitten Sie um eine unbeschädigte, unverschlüsselte Kopie der Datei.',
  'Ask for an intact copy of the file.': 'Bitten Sie um eine unbeschädigte Kopie der Datei.',

  // Web systems
  'The address holds a login.': 'Die Adresse enthält eine Anmeldung.',
  'Write the login into its own fields.': 'Schreiben Sie die Anmeldung in ihre eigenen Felder.',
  '{{1}} is not encrypted, so no login is sent there.':
    '{{1}} ist nicht verschlüsselt, deshalb wird keine Anmeldung dorthin gesendet.',
  'Write https://. Only when the network is trusted: turn encryption off in this connector.':
    'Schreiben Sie https://. Nur in einem vertrauenswürdigen Netz: Schalten Sie die Verschlüsselung in dieser Verbindung aus.',
  '“{{1}}” is not a web address.': '„{{1}}“ ist keine Webadresse.',
  'Copy the address from the browser, up to the host name or the path under which the system lies.':
    'Kopieren Sie die Adresse aus dem Browser, bis zum Rechnernamen oder zu dem Pfad, unter dem das System liegt.',
  'The proxy of this computer does not reach {{1}}.': 'Der Proxy dieses Rechners erreicht {{1}} nicht.',
  "Check the proxy in the system's settings, or ask the network team to allow this address.":
    'Prüfen Sie den Proxy in den Einstellungen des Betriebssystems, oder bitten Sie das Netzteam, diese Adresse zuzulassen.',
  "The answer of {{1}} can't be read: {{2}}.": 'Die Antwort von {{1}} ist nicht lesbar: $t({{2}}).',
  'its compressed answer is damaged': 'Ihre komprimierten Daten sind beschädigt',
  'what answers does not speak HTTP': 'Was antwortet, spricht nicht HTTP',
  'it is a web page instead of data, perhaps one to log in': 'Statt Daten kam eine Webseite, vielleicht zur Anmeldung',
  'it is not JSON': 'Sie ist kein JSON',
  'it ended too early': 'Sie endete zu früh',
  'it gives the same page again and again': 'Es kommt immer wieder dieselbe Seite',
  'it holds no list of records': 'Sie enthält keine Liste von Datensätzen',
  'it holds no list of issues': 'Sie enthält keine Liste von Vorgängen',
  'it holds no list of fields': 'Sie enthält keine Liste von Feldern',
  'it holds no list of objects with their number': 'Sie enthält keine Liste von Objekten mit ihrer Nummer',
  'it does not say how many issues there are': 'Sie sagt nicht, wie viele Vorgänge es gibt',
  "there is no list at {{1}}; check the connector's pointers":
    'Bei {{1}} steht keine Liste; prüfen Sie die Zeiger der Verbindung',
  'Check the address of the connector.': 'Prüfen Sie die Adresse der Verbindung.',
  "Check whether the system's interface is of a version that this tool type knows.":
    'Prüfen Sie, ob die Schnittstelle des Systems eine Version hat, die diese Systemart kennt.',
  'The answer of {{1}} could not be read after {{2}} rows: {{3}}':
    'Die Antwort von {{1}} war nach {{2}} Zeilen nicht lesbar: {{3}}',
  'An answer of {{1}} is larger than {{2}} MB and was cut off.':
    'Eine Antwort von {{1}} ist größer als {{2}} MB und wurde abgebrochen.',
  'Ask for fewer or smaller fields.': 'Fragen Sie nach weniger oder kleineren Feldern.',
  '{{1}} sends on to {{2}}. Nothing was sent there.':
    '{{1}} verweist weiter auf $t({{2}}). Dorthin wurde nichts gesendet.',
  'another place': 'einen anderen Ort',
  'another page': 'eine andere Seite',
  'If that is the right place, make it the address of the connector. A page to log in means that the login was not accepted.':
    'Ist das der richtige Ort, tragen Sie ihn als Adresse der Verbindung ein. Eine Anmeldeseite bedeutet, dass die Anmeldung nicht angenommen wurde.',
  '{{1}} asks to wait: too many requests by this account.': '{{1}} bittet zu warten: zu viele Anfragen dieses Kontos.',
  'Try again later.': 'Versuchen Sie es später noch einmal.',
  'Try again in {{1}} s.': 'Versuchen Sie es in {{1}} s noch einmal.',
  ' It says: {{1}}': ' Die Antwort: {{1}}',
  '{{1}} did not accept the login.{{2}}': '{{1}} hat die Anmeldung nicht angenommen.$t({{2}})',
  'Check account and secret; ask {{1}} whether the account is locked or the token has expired.':
    'Prüfen Sie Konto und Geheimnis; fragen Sie $t({{1}}), ob das Konto gesperrt oder das Token abgelaufen ist.',
  'The account may not do this at {{1}}.{{2}}': 'Das Konto darf das unter {{1}} nicht.$t({{2}})',
  'Ask {{1}} for read access through the interface (API) for this account.':
    'Bitten Sie $t({{1}}) um Lesezugriff über die Schnittstelle (API) für dieses Konto.',
  '{{1}} does not have what was asked for.{{2}}': '{{1}} hat nicht, wonach gefragt wurde.$t({{2}})',
  'Check the address, and the project, table or repository.':
    'Prüfen Sie die Adresse und das Projekt, die Tabelle oder die Ablage.',
  'The query and its fields are too long for one request to {{1}}.':
    'Die Abfrage und ihre Felder sind zu lang für eine Anfrage an {{1}}.',
  'Ask for fewer fields, or shorten the query.': 'Fragen Sie nach weniger Feldern, oder kürzen Sie die Abfrage.',
  '{{1}} could not answer (HTTP {{2}}).{{3}}': '{{1}} konnte nicht antworten (HTTP {{2}}).$t({{3}})',
  'Try again later, or ask {{1}}.': 'Versuchen Sie es später noch einmal, oder fragen Sie $t({{1}}).',
  '{{1}} refused the request (HTTP {{2}}).{{3}}': '{{1}} hat die Anfrage abgelehnt (HTTP {{2}}).$t({{3}})',
  '{{1}} {{2}} is not on the list of allowed requests.':
    '{{1}} {{2}} steht nicht auf der Liste der erlaubten Anfragen.',

  // Queries of web systems
  '“{{1}}:” stands there twice.': '„{{1}}:“ steht zweimal da.',
  'The line “{{1}}: …” is missing.': 'Die Zeile „{{1}}: …“ fehlt.',
  '“{{1}}” is not understood. Lines start with {{2}}.': '„{{1}}“ ist nicht verständlich. Zeilen beginnen mit {{2}}.',
  'A field stands there twice.': 'Ein Feld steht zweimal da.',
  '{{1}} {{2}} came twice: {{3}} changed during the run, so others may be missing. Run it again.':
    '{{1}} $t({{2}}) kamen doppelt: Während der Ausführung hat sich etwas geändert, andere können also fehlen. Führen Sie sie noch einmal aus.',
  '{{1}} counted {{2}} {{3}} at first and {{4}} later: some entered or left the result during the run, so others may be missing. Run it again.':
    '$t({{1}}) zählte erst {{2}} $t({{3}}), später {{4}}: Während der Ausführung kamen welche hinzu oder fielen weg, andere können also fehlen. Führen Sie sie noch einmal aus.',
  '{{1}} {{2}} came without an id, so ones that came twice would not be noticed.':
    '{{1}} $t({{2}}) kamen ohne Kennung, doppelte wären also nicht zu bemerken.',
  '{{1}} counts {{2}} {{3}} and gave {{4}}.': '$t({{1}}) zählt {{2}} $t({{3}}) und lieferte {{4}}.',
  issues: 'Vorgänge',
  objects: 'Objekte',
  rows: 'Zeilen',
  'The repository': 'Die Ablage',
  'The instance': 'Die Instanz',

  // Document repositories
  'This connector has no {{1}} for {{2}}.': 'Diese Verbindung hat für {{2}} nichts im Feld „$t({{1}})“.',
  'API key': 'API-Schlüssel',
  'bearer token': 'Bearer-Token',
  "Ask the repository's administrators for one that may only read.":
    'Bitten Sie die Administratoren der Ablage um einen Zugang, der nur lesen darf.',
  "“{{1}}” can't carry the API key.": '„{{1}}“ kann den API-Schlüssel nicht tragen.',
  'Write the name of a header, such as X-API-Key.': 'Schreiben Sie den Namen einer Kopfzeile, etwa X-API-Key.',
  'The search lies outside of {{1}}.': 'Die Suche liegt außerhalb von {{1}}.',
  'Check the path of the search.': 'Prüfen Sie den Pfad der Suche.',
  'This interface does not tell which account answers, nor what it may do: ask for one that may only read.':
    'Diese Schnittstelle sagt nicht, welches Konto antwortet und was es darf: Bitten Sie um eines, das nur lesen darf.',
  'The repository does not say how many documents there are.': 'Die Ablage sagt nicht, wie viele Dokumente es gibt.',
  '{{1}} documents could not be fetched; the column “problem” says why.':
    '{{1}} Dokumente ließen sich nicht holen; die Spalte „problem“ sagt, warum.',
  '“download:” is yes or no.': '„download:“ ist yes oder no.',
  '“{{1}}” is no filter such as type=policy.': '„{{1}}“ ist kein Filter wie type=policy.',
  'The filter “{{1}}” stands there twice.': 'Der Filter „{{1}}“ steht zweimal da.',

  // Jira
  'Jira has no field “{{1}}”, or this account may not see it.':
    'Jira hat kein Feld „{{1}}“, oder dieses Konto darf es nicht sehen.',
  'Write the name as Jira shows it among its columns, or ask a Jira administrator to show the field to this account.':
    'Schreiben Sie den Namen, wie Jira ihn bei seinen Spalten zeigt, oder bitten Sie einen Jira-Administrator, das Feld für dieses Konto freizugeben.',
  'Several fields are called “{{1}}”: write one of {{2}} instead.':
    'Mehrere Felder heißen „{{1}}“: Schreiben Sie stattdessen eines von {{2}}.',
  'Two of the names mean the same field.': 'Zwei der Namen meinen dasselbe Feld.',
  'Leave one of them out.': 'Lassen Sie einen davon weg.',
  '{{1}} is Jira {{2}}.': '{{1}} ist Jira {{2}}.',
  'Choose {{1}} as the product of this connector.': 'Wählen Sie {{1}} als Produkt dieser Verbindung.',
  '{{1}} has no project {{2}}, or this account may not see it.':
    '{{1}} hat kein Projekt {{2}}, oder dieses Konto darf es nicht sehen.',
  'Check the key, or ask the project lead for the permission to browse the project.':
    'Prüfen Sie den Schlüssel, oder bitten Sie die Projektleitung um das Recht, das Projekt zu sehen.',
  'A quotation mark of the JQL is never closed.': 'Ein Anführungszeichen der JQL wird nicht geschlossen.',
  'The parentheses of the JQL do not match.': 'Die Klammern der JQL passen nicht zusammen.',
  'The JQL has a character that is not part of the language.': 'Die JQL hat ein Zeichen, das nicht zur Sprache gehört.',
  'ORDER BY stands within parentheses.': 'ORDER BY steht in Klammern.',
  'Nothing stands behind ORDER BY.': 'Hinter ORDER BY steht nichts.',
  'The line “fields: …” names no field.': 'Die Zeile „fields: …“ nennt kein Feld.',
  'Create an API token (Cloud) or a personal access token (Data Center) in the account of the audit and enter it here.':
    'Legen Sie im Konto der Prüfung ein API-Token (Cloud) oder ein persönliches Zugriffstoken (Data Center) an, und geben Sie es hier ein.',
  'This connector has no token for {{1}}.': 'Diese Verbindung hat kein Token für {{1}}.',

  // qTest
  'There is no field “{{1}}” in this project.': 'In diesem Projekt gibt es kein Feld „{{1}}“.',
  'Write the name as qTest shows it in the project’s field settings; without fields all are given.':
    'Schreiben Sie den Namen, wie qTest ihn in den Feldeinstellungen des Projekts zeigt; ohne Felder kommen alle.',
  '{{1}} has no project {{2}}, or this account is not assigned to it.':
    '{{1}} hat kein Projekt {{2}}, oder dieses Konto ist ihm nicht zugewiesen.',
  'Check the number, or ask the project administrator to assign the account with a profile that may only view.':
    'Prüfen Sie die Nummer, oder bitten Sie den Projektadministrator, das Konto mit einem Profil zuzuweisen, das nur ansehen darf.',
  '“object: {{1}}” is none of {{2}}.': '„object: {{1}}“ ist keines von {{2}}.',
  'The project of this connector is not a number.': 'Das Projekt dieser Verbindung ist keine Zahl.',
  'Take it from the address in the browser: …/p/<number>/portal.':
    'Nehmen Sie sie aus der Adresse im Browser: …/p/<Nummer>/portal.',
  'Take the bearer token from qTest: Download qTest Resources, API & SDK.':
    'Nehmen Sie das Bearer-Token aus qTest: Download qTest Resources, API & SDK.',

  // ServiceNow
  'The table {{1}} has no field “{{2}}”{{3}}.': 'Die Tabelle {{1}} hat kein Feld „{{2}}“$t({{3}}).',
  ' (in {{1}})': ' (in {{1}})',
  'ServiceNow would drop it without a word and answer other rows than were asked for.':
    'ServiceNow ließe es stillschweigend weg und lieferte andere Zeilen als gefragt.',
  '“{{1}}” in {{2}} is no reference, so nothing follows it.':
    '„{{1}}“ in {{2}} ist kein Verweis, deshalb folgt ihm nichts.',
  'Take the field without what follows the dot, or a field that refers to another table.':
    'Nehmen Sie das Feld ohne den Teil hinter dem Punkt oder ein Feld, das auf eine andere Tabelle verweist.',
  'The instance has no table {{1}}, or this account may not know of it.':
    'Die Instanz hat keine Tabelle {{1}}, oder dieses Konto darf nicht von ihr wissen.',
  'Write the table’s name as its list’s address shows it, or ask an administrator for read access to it.':
    'Schreiben Sie den Namen der Tabelle, wie ihn die Adresse ihrer Liste zeigt, oder bitten Sie einen Administrator um Lesezugriff.',
  'the account may not read {{1}}, so nobody checked that the instance knows every field and condition':
    'Das Konto darf $t({{1}}) nicht lesen, deshalb ist ungeprüft, ob die Instanz jedes Feld und jede Bedingung kennt',
  'the dictionary': 'das Feldverzeichnis',
  'the list of tables': 'die Liste der Tabellen',
  'A caret within a value (^^) is not supported; ask for a part of the text.':
    'Ein Zirkumflex in einem Wert (^^) wird nicht unterstützt; fragen Sie nach einem Teil des Textes.',
  '“{{1}}” stands behind the order; put ORDERBY at the end.':
    '„{{1}}“ steht hinter der Sortierung; setzen Sie ORDERBY ans Ende.',
  'The condition “{{1}}” is not understood.': 'Die Bedingung „{{1}}“ ist nicht verständlich.',
  '“{{1}}” takes no value: “{{2}}”.': '„{{1}}“ nimmt keinen Wert: „{{2}}“.',
  "“{{1}}” compares with a field's name.": '„{{1}}“ vergleicht mit dem Namen eines Feldes.',
  'The script “{{1}}” is not one of the known functions of dates.':
    'Das Skript „{{1}}“ ist keine der bekannten Datumsfunktionen.',
  'The account has the roles {{1}}{{2}}: it may be able to write. Ask for the role {{3}}.':
    'Das Konto hat die Rollen {{1}}{{2}}: Vielleicht kann es schreiben. Bitten Sie um die Rolle {{3}}.',
  '“{{1}}” is not the name of a table, such as incident.': '„{{1}}“ ist kein Tabellenname wie etwa incident.',
  '“{{1}}” is not the name of a field.': '„{{1}}“ ist kein Feldname.',
  '“display: {{1}}” is none of {{2}}.': '„display: {{1}}“ ist keines von {{2}}.',
  'The instance counts {{1}} rows and gave {{2}}: the others are hidden from this account by access rules (ACL), or were removed during the run.':
    'Die Instanz zählt {{1}} Zeilen und lieferte {{2}}: Die anderen sind für dieses Konto durch Zugriffsregeln (ACL) verborgen oder wurden während der Ausführung entfernt.',
  'Some rows are hidden from this account by access rules (ACL).':
    'Einige Zeilen sind für dieses Konto durch Zugriffsregeln (ACL) verborgen.',
  'The account may not count rows (Aggregate API), so hidden ones would not be noticed.':
    'Das Konto darf Zeilen nicht zählen (Aggregate API), verborgene wären also nicht zu bemerken.',
  '{{1}} values are hidden from this account by access rules (ACL); they are NULL.':
    '{{1}} Werte sind für dieses Konto durch Zugriffsregeln (ACL) verborgen; sie sind NULL.',
  'It gave no access token.': 'Es kam kein Zugriffstoken.',
  '{{1}} gave no token for this login. {{2}}': '{{1}} hat für diese Anmeldung kein Token ausgegeben. $t({{2}})',
  "Check client id, client secret and account; ask the instance's administrators whether this grant type is on.":
    'Prüfen Sie Client-Kennung, Client-Geheimnis und Konto; fragen Sie die Administratoren der Instanz, ob dieses Anmeldeverfahren eingeschaltet ist.',
};
