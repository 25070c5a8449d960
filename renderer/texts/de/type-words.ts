/** What main says of tool types and their fields, by its English words. */
export const typeWords: Readonly<Record<string, string>> = {
  // Folder
  'A folder or network share: an inventory of its files with size, dates, owner and SHA-256. Nothing is changed.':
    'Ein Ordner oder eine Netzfreigabe: ein Verzeichnis der Dateien mit Größe, Daten, Eigentümer und SHA-256. Nichts wird geändert.',
  'Patterns for files, one per line: *.pdf in any folder, policies/**/*.docx below one. ** alone asks for all files.':
    'Muster für Dateien, eines je Zeile: *.pdf in jedem Ordner, policies/**/*.docx unterhalb eines Ordners. ** allein fragt nach allen Dateien.',
  Folder: 'Ordner',
  'All folders below it are read too. Links are listed, not followed.':
    'Alle Ordner darunter werden mitgelesen. Verknüpfungen werden genannt, aber nicht verfolgt.',
  'Only files that match': 'Nur passende Dateien',
  'One pattern per line; all files where there is none.': 'Ein Muster je Zeile; ohne Muster alle Dateien.',
  'Query timeout (seconds)': 'Zeitgrenze der Abfrage (Sekunden)',

  // Gnosis and what the REST types share
  'A document repository with a REST search: metadata of documents, and their SHA-256 on request.':
    'Eine Dokumentenablage mit REST-Suche: Angaben zu Dokumenten und auf Wunsch ihr SHA-256.',
  'Words to search for; on lines of their own filters: type=policy, year=2025 · download: yes for the SHA-256 of each document.':
    'Wörter, nach denen gesucht wird; Filter auf eigenen Zeilen: type=policy, year=2025 · download: yes für den SHA-256 jedes Dokuments.',
  Address: 'Adresse',
  'Documents are fetched only from below this address.': 'Dokumente werden nur von unterhalb dieser Adresse geholt.',
  'Path of the search': 'Pfad der Suche',
  'Below the address; asked with repository, q, offset and limit.':
    'Unterhalb der Adresse; gefragt wird mit repository, q, offset und limit.',
  Repository: 'Ablage',
  'Log in by': 'Anmeldung mit',
  'Bearer token': 'Bearer-Token',
  'API key': 'API-Schlüssel',
  'Header of the API key': 'Kopfzeile des API-Schlüssels',
  'Encrypt the connection (HTTPS)': 'Verbindung verschlüsseln (HTTPS)',
  'When off, an http:// address is accepted: the login and all rows cross the network readable.':
    'Ohne Haken wird eine http://-Adresse angenommen: Anmeldung und alle Zeilen gehen lesbar durch das Netz.',
  'Trust any certificate': 'Jedem Zertifikat vertrauen',
  'Encrypted, but whoever answers is not verified. Prefer the CA file.':
    'Verschlüsselt, aber wer antwortet, wird nicht geprüft. Besser ist die CA-Datei.',
  'CA certificate file': 'CA-Zertifikatsdatei',
  "PEM file of the authority that signed the server's certificate. When set, only this authority counts, and the system's proxy is not used.":
    'PEM-Datei der Stelle, die das Zertifikat des Servers signiert hat. Ist sie angegeben, gilt nur diese Stelle, und der Proxy des Systems wird nicht benutzt.',
  'Answer timeout (seconds)': 'Zeitgrenze der Antwort (Sekunden)',
  'The longest silence of the server before the run is given up.':
    'So lange darf der Server schweigen, bevor die Ausführung aufgegeben wird.',
  'For all pages of a result together.': 'Für alle Seiten eines Ergebnisses zusammen.',
  'Answer: list of documents': 'Antwort: Liste der Dokumente',
  'Answer: number of documents': 'Antwort: Zahl der Dokumente',
  'Document: id': 'Dokument: Kennung',
  'Document: title': 'Dokument: Titel',
  'Document: type': 'Dokument: Art',
  'Document: date': 'Dokument: Datum',
  'Document: download link': 'Dokument: Verweis zum Herunterladen',

  // Jira
  'Issues of Jira Cloud or Jira Data Center, found by JQL.':
    'Vorgänge von Jira Cloud oder Jira Data Center, gesucht mit JQL.',
  'JQL, and on a line of its own the fields: status = Done AND updated >= -30d ORDER BY created · fields: key, summary, status, "Story Points". Without a project in the JQL, the connector’s own is searched.':
    'JQL, und auf einer eigenen Zeile die Felder: status = Done AND updated >= -30d ORDER BY created · fields: key, summary, status, "Story Points". Ohne Projekt in der JQL wird das der Verbindung durchsucht.',
  'As in the browser, up to the path under which Jira lies.': 'Wie im Browser, bis zu dem Pfad, unter dem Jira liegt.',
  Product: 'Produkt',
  'Jira Cloud': 'Jira Cloud',
  'Jira Data Center or Server': 'Jira Data Center oder Server',
  'Default project': 'Vorgegebenes Projekt',
  'Key of the project that is searched when the JQL names none.':
    'Schlüssel des Projekts, das durchsucht wird, wenn die JQL keines nennt.',
  Email: 'E-Mail-Adresse',
  'Of the account that the API token belongs to. Data Center needs none.':
    'Des Kontos, zu dem das API-Token gehört. Data Center braucht keine.',
  Token: 'Token',
  'Cloud: an API token. Data Center: a personal access token. Ask for an account that may only browse.':
    'Cloud: ein API-Token. Data Center: ein persönliches Zugriffstoken. Bitten Sie um ein Konto, das nur lesen darf.',

  // Databases
  'A MySQL database from version 5.7 on, or a MariaDB database from 10.3 on.':
    'Eine MySQL-Datenbank ab Version 5.7 oder eine MariaDB-Datenbank ab 10.3.',
  'One statement that reads: SELECT, WITH, VALUES, TABLE, SHOW, DESCRIBE or EXPLAIN.':
    'Eine Anweisung, die liest: SELECT, WITH, VALUES, TABLE, SHOW, DESCRIBE oder EXPLAIN.',
  Server: 'Server',
  'Host name or IP address.': 'Rechnername oder IP-Adresse.',
  Port: 'Port',
  Database: 'Datenbank',
  'Without one, queries name the database of each table.': 'Ohne sie nennen Abfragen die Datenbank jeder Tabelle.',
  'User name': 'Benutzername',
  'Ask for a login that can only read.': 'Bitten Sie um eine Anmeldung, die nur lesen kann.',
  Password: 'Kennwort',
  'Encrypt the connection (TLS)': 'Verbindung verschlüsseln (TLS)',
  'When off, the login and all rows cross the network readable.':
    'Ohne Haken gehen Anmeldung und alle Zeilen lesbar durch das Netz.',
  "PEM file of the authority that signed the server's certificate. When set, only this authority counts.":
    'PEM-Datei der Stelle, die das Zertifikat des Servers signiert hat. Ist sie angegeben, gilt nur diese Stelle.',
  'Connect timeout (seconds)': 'Zeitgrenze des Verbindens (Sekunden)',
  'A PostgreSQL database, from version 10 on.': 'Eine PostgreSQL-Datenbank ab Version 10.',
  'One statement that reads: SELECT, WITH … SELECT, VALUES or TABLE.':
    'Eine Anweisung, die liest: SELECT, WITH … SELECT, VALUES oder TABLE.',
  'A SQLite database file, read where it lies and never changed.':
    'Eine SQLite-Datenbankdatei, gelesen, wo sie liegt, und nie geändert.',
  'One statement that reads: SELECT, WITH, VALUES, EXPLAIN or a reading PRAGMA.':
    'Eine Anweisung, die liest: SELECT, WITH, VALUES, EXPLAIN oder ein lesendes PRAGMA.',
  'Database file': 'Datenbankdatei',
  'Opened read-only. A file that a program has open is read through a private copy.':
    'Wird nur zum Lesen geöffnet. Eine Datei, die ein Programm offen hat, wird über eine eigene Kopie gelesen.',
  'SQLite file': 'SQLite-Datei',

  // Oracle
  'An Oracle database, from version 12.1 on. No Oracle client is needed.':
    'Eine Oracle-Datenbank ab Version 12.1. Ein Oracle-Client ist nicht nötig.',
  'One statement that reads: SELECT or WITH … SELECT, without hints and without a / at the end. Tested with a protocol double; not yet proven on a real Oracle server.':
    'Eine Anweisung, die liest: SELECT oder WITH … SELECT, ohne Hints und ohne / am Ende. Mit einem Protokolldouble getestet; an einem echten Oracle-Server noch nicht erprobt.',
  'Host name or IP address of the listener. Not needed with a connect descriptor.':
    'Rechnername oder IP-Adresse des Listeners. Mit einem Connect Descriptor nicht nötig.',
  'Without one: 2484 when the connection is encrypted, 1521 when it is not.':
    'Ohne Angabe: 2484, wenn die Verbindung verschlüsselt ist, sonst 1521.',
  'Service name': 'Service-Name',
  'Service name or SID, not both.': 'Service-Name oder SID, nicht beide.',
  SID: 'SID',
  'Only for databases without a service name.': 'Nur für Datenbanken ohne Service-Namen.',
  'Connect descriptor': 'Connect Descriptor',
  'As in tnsnames.ora, from (DESCRIPTION= on. It takes the place of server, port, service name and SID.':
    'Wie in tnsnames.ora, ab (DESCRIPTION=. Er ersetzt Server, Port, Service-Name und SID.',
  'TCPS. When off, all rows cross the network readable, unless the server asks for encryption of its own.':
    'TCPS. Ohne Haken gehen alle Zeilen lesbar durch das Netz, außer der Server verlangt selbst Verschlüsselung.',
  'CA certificate or wallet file': 'CA-Zertifikats- oder Wallet-Datei',
  "PEM file of the authority that signed the server's certificate, or the wallet's ewallet.pem. When set, only its authorities count.":
    'PEM-Datei der Stelle, die das Zertifikat des Servers signiert hat, oder ewallet.pem des Wallets. Ist sie angegeben, gelten nur deren Stellen.',
  'Wallet password': 'Kennwort des Wallets',
  'When the private key in ewallet.pem is encrypted.': 'Wenn der private Schlüssel in ewallet.pem verschlüsselt ist.',

  // SQL Server
  'A SQL Server database, from version 2012 on. Not yet proven on a real server, only on a protocol double.':
    'Eine SQL-Server-Datenbank ab Version 2012. An einem echten Server noch nicht erprobt, nur an einem Protokolldouble.',
  'One SELECT, or WITH … SELECT. Not yet proven on a real SQL Server: check the first results by hand.':
    'Ein SELECT oder WITH … SELECT. An einem echten SQL Server noch nicht erprobt: Prüfen Sie die ersten Ergebnisse von Hand.',
  'Without port and instance name: 1433.': 'Ohne Port und Instanznamen: 1433.',
  'Instance name': 'Instanzname',
  'Only for a named instance whose port is not known: the SQL Server Browser is asked for it (UDP 1434).':
    'Nur für eine benannte Instanz, deren Port nicht bekannt ist: Der SQL Server Browser wird danach gefragt (UDP 1434).',
  "Without one, the login's default database.": 'Ohne Angabe die Standarddatenbank der Anmeldung.',
  'Kind of login': 'Art der Anmeldung',
  'SQL Server login': 'SQL-Server-Anmeldung',
  'Windows login (NTLM)': 'Windows-Anmeldung (NTLM)',
  Domain: 'Domäne',
  'Of a Windows login: the NetBIOS name of its domain.': 'Bei einer Windows-Anmeldung: der NetBIOS-Name ihrer Domäne.',

  // qTest
  'Test cases, runs, logs, requirements and defects of one project of qTest Manager.':
    'Testfälle, Testläufe, Protokolle, Anforderungen und Fehler eines Projekts von qTest Manager.',
  "One “key: value” a line. object: test-cases (or test-runs, test-logs, requirements, defects) · query: 'Status' = 'Approved' (as in qTest’s Data Query; all without it) · fields: pid, name, Status.":
    "Je Zeile ein „Schlüssel: Wert“. object: test-cases (oder test-runs, test-logs, requirements, defects) · query: 'Status' = 'Approved' (wie in Data Query von qTest; ohne sie alle) · fields: pid, name, Status.",
  'As in the browser, up to the host name.': 'Wie im Browser, bis zum Rechnernamen.',
  'Project number': 'Projektnummer',
  'In the address of the browser behind /p/.': 'In der Adresse des Browsers hinter /p/.',
  'From qTest: Download qTest Resources, API & SDK. Ask for an account whose profile may only view.':
    'Aus qTest: Download qTest Resources, API & SDK. Bitten Sie um ein Konto, dessen Profil nur ansehen darf.',

  // ServiceNow
  'Records of a ServiceNow instance, read by its Table API.':
    'Datensätze einer ServiceNow-Instanz, gelesen über ihre Table API.',
  'One “key: value” a line. table: incident · query: active=true^priority=1 (an encoded query, copied from a list’s filter) · fields: number,short_description,caller_id.name · display: value, display or both.':
    'Je Zeile ein „Schlüssel: Wert“. table: incident · query: active=true^priority=1 (eine Encoded Query, aus dem Filter einer Liste kopiert) · fields: number,short_description,caller_id.name · display: value, display oder both.',
  Instance: 'Instanz',
  'Address of the instance, or its name alone.': 'Adresse der Instanz oder nur ihr Name.',
  Tables: 'Tabellen',
  'Tables that are offered while a query is written; any other can still be asked for.':
    'Tabellen, die beim Schreiben einer Abfrage angeboten werden; jede andere kann trotzdem abgefragt werden.',
  'User name and password': 'Benutzername und Kennwort',
  'OAuth 2.0: client and user (password grant)': 'OAuth 2.0: Client und Benutzer (Password Grant)',
  'OAuth 2.0: client only (client credentials)': 'OAuth 2.0: nur Client (Client Credentials)',
  'Ask for an account with the role snc_read_only, and with read access to sys_dictionary and sys_db_object.':
    'Bitten Sie um ein Konto mit der Rolle snc_read_only und mit Lesezugriff auf sys_dictionary und sys_db_object.',
  'OAuth client id': 'OAuth-Client-Kennung',
  'OAuth client secret': 'OAuth-Client-Geheimnis',
};
