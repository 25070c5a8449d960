/** What recipes are called, prove and need, and their parameters, by the English words of `recipes.md`; queries stay. */
export const recipeWords: Readonly<Record<string, string>> = {
  // Topics
  documents: 'Dokumente',
  'user access': 'Benutzerkonten',
  'access requests': 'Zugriffsanträge',
  'privileged users': 'privilegierte Benutzer',
  'password policy': 'Kennwortrichtlinie',
  changes: 'Änderungen',
  tests: 'Tests',
  development: 'Entwicklung',
  backups: 'Sicherungen',
  incidents: 'Störungen',
  jobs: 'Jobs',
  'audit settings': 'Protokollierung',
  configuration: 'Konfiguration',
  'segregation of duties': 'Funktionstrennung',
  encryption: 'Verschlüsselung',
  permissions: 'Berechtigungen',
  'failed logins': 'fehlgeschlagene Anmeldungen',
  'dormant accounts': 'ungenutzte Konten',
  'schema changes': 'Schemaänderungen',
  // Titles
  'All files': 'Alle Dateien',
  'Policies and guidelines': 'Richtlinien und Leitlinien',
  'Contracts and service levels': 'Verträge und Dienstgütevereinbarungen',
  'Assurance reports of providers': 'Prüfberichte von Dienstleistern',
  'Access reviews and forms': 'Berechtigungsprüfungen und Formulare',
  'Access requests': 'Zugriffsanträge',
  'Privileged access': 'Privilegierter Zugriff',
  'Password policy': 'Kennwortrichtlinie',
  'Change records': 'Änderungsunterlagen',
  'Test protocols': 'Testprotokolle',
  'Development documents': 'Entwicklungsunterlagen',
  'Backup and restore protocols': 'Protokolle von Sicherung und Wiederherstellung',
  'Incident reports': 'Störungsberichte',
  'Job schedules': 'Jobpläne',
  'Log files': 'Protokolldateien',
  'Configuration files': 'Konfigurationsdateien',
  'Segregation of duties matrix': 'Matrix der Funktionstrennung',
  'Documents by words': 'Dokumente nach Wörtern',
  Policies: 'Richtlinien',
  'Access control and password policy documents': 'Unterlagen zu Zugriffsschutz und Kennwortrichtlinie',
  'Access reviews': 'Berechtigungsprüfungen',
  'Privileged access documents': 'Unterlagen zu privilegiertem Zugriff',
  'Signed access requests': 'Unterschriebene Zugriffsanträge',
  'Change procedure and approvals': 'Änderungsverfahren und Freigaben',
  'Development methodology': 'Entwicklungsmethodik',
  'Operating procedures for jobs': 'Betriebsverfahren für Jobs',
  'Logging concept': 'Protokollierungskonzept',
  'Encryption concept': 'Verschlüsselungskonzept',
  'Changes closed in the period': 'Im Zeitraum abgeschlossene Änderungen',
  'Changes that reached a status without an approval before':
    'Änderungen, die einen Status ohne vorherige Freigabe erreichten',
  'Emergency changes of the period': 'Notfalländerungen des Zeitraums',
  'Issues of a release': 'Vorgänge einer Version',
  'Bugs resolved in the period': 'Im Zeitraum behobene Fehler',
  'Stories and epics done in the period': 'Im Zeitraum erledigte Storys und Epics',
  'Access requests of the period': 'Zugriffsanträge des Zeitraums',
  'Incidents of the period': 'Störungen des Zeitraums',
  'Security issues that are open': 'Offene Sicherheitsvorgänge',
  'Test issues and defects of a release': 'Testvorgänge und Fehler einer Version',
  'Issues that were resolved by their reporter': 'Vorgänge, die ihr Ersteller selbst gelöst hat',
  'Backup and restore tickets of the period': 'Vorgänge zu Sicherung und Wiederherstellung im Zeitraum',
  'Tickets about failed jobs': 'Vorgänge zu fehlgeschlagenen Jobs',
  'Issues that mention a document': 'Vorgänge, die ein Dokument erwähnen',
  'Accounts of the server': 'Konten des Servers',
  'Accounts with lock and password dates (MySQL)': 'Konten mit Sperr- und Kennwortdaten (MySQL)',
  'Accounts with lock and password dates (MariaDB)': 'Konten mit Sperr- und Kennwortdaten (MariaDB)',
  'Anonymous accounts and accounts from any host': 'Anonyme Konten und Konten von jedem Rechner',
  'Accounts with administrative privileges': 'Konten mit Verwaltungsrechten',
  'Privileges of each account': 'Rechte jedes Kontos',
  'Roles and their holders (MySQL)': 'Rollen und ihre Inhaber (MySQL)',
  'Roles and their holders (MariaDB)': 'Rollen und ihre Inhaber (MariaDB)',
  'Password and lockout variables': 'Variablen zu Kennwort und Sperre',
  'Accounts with an empty password': 'Konten mit leerem Kennwort',
  "Failed connections since the server's start": 'Fehlgeschlagene Verbindungen seit dem Start des Servers',
  'Failed connections by host': 'Fehlgeschlagene Verbindungen nach Rechner',
  "Accounts without a connection since the server's start": 'Konten ohne Verbindung seit dem Start des Servers',
  'Tables created or changed in the period': 'Im Zeitraum angelegte oder geänderte Tabellen',
  'Procedures, functions and triggers changed in the period':
    'Im Zeitraum geänderte Prozeduren, Funktionen und Trigger',
  'Events of the scheduler': 'Ereignisse des Schedulers',
  'Binary logging and how long it is kept': 'Binärprotokoll und seine Aufbewahrung',
  'Logging and audit settings': 'Einstellungen der Protokollierung',
  'Installed plugins': 'Installierte Plugins',
  'TLS and encryption variables': 'Variablen zu TLS und Verschlüsselung',
  'Accounts and whether they must use TLS': 'Konten und ob sie TLS verwenden müssen',
  'Tables and their encryption': 'Tabellen und ihre Verschlüsselung',
  'System variables': 'Systemvariablen',
  'Version of the server': 'Version des Servers',
  'Accounts that may change both structure and data': 'Konten, die Struktur und Daten ändern dürfen',
  'Database users with status and profile': 'Datenbankbenutzer mit Status und Profil',
  'Holders of the administrative roles': 'Inhaber der Verwaltungsrollen',
  'Accounts of the password file (SYSDBA, SYSOPER, …)': 'Konten der Kennwortdatei (SYSDBA, SYSOPER, …)',
  'System privileges': 'Systemrechte',
  'Roles of each account': 'Rollen jedes Kontos',
  'Object privileges of a schema': 'Objektrechte eines Schemas',
  'Object privileges granted to PUBLIC': 'An PUBLIC vergebene Objektrechte',
  'Password parameters of the profiles': 'Kennwortparameter der Profile',
  'Accounts with a default password': 'Konten mit einem Standardkennwort',
  'Failed logins of the period (unified auditing)': 'Fehlgeschlagene Anmeldungen des Zeitraums (Unified Auditing)',
  'Failed logins of the period (traditional auditing)':
    'Fehlgeschlagene Anmeldungen des Zeitraums (klassisches Auditing)',
  'Open accounts without a recent login': 'Offene Konten ohne jüngere Anmeldung',
  'Objects created or changed in the period': 'Im Zeitraum angelegte oder geänderte Objekte',
  'Scheduler jobs': 'Jobs des Schedulers',
  'Scheduler runs of the period that did not succeed': 'Nicht erfolgreiche Läufe des Schedulers im Zeitraum',
  'RMAN backups of the period': 'RMAN-Sicherungen des Zeitraums',
  'Enabled unified audit policies': 'Eingeschaltete Unified-Audit-Richtlinien',
  'Audited statements and audit parameters': 'Protokollierte Anweisungen und Audit-Parameter',
  'Audit parameters of the instance': 'Audit-Parameter der Instanz',
  'Encrypted tablespaces': 'Verschlüsselte Tablespaces',
  'Network encryption of this session': 'Netzverschlüsselung dieser Sitzung',
  'Initialisation parameters that are not default': 'Initialisierungsparameter abweichend vom Standard',
  'Version and installed components': 'Version und installierte Komponenten',
  'Installed patches': 'Installierte Patches',
  'Database links': 'Datenbank-Links',
  'Accounts that hold two roles that must not meet': 'Konten mit zwei unvereinbaren Rollen',
  'Roles that can log in': 'Rollen, die sich anmelden können',
  'Roles that may connect to this database': 'Rollen, die sich mit dieser Datenbank verbinden dürfen',
  'Superusers and roles with administrative attributes': 'Superuser und Rollen mit Verwaltungsattributen',
  'Members of the predefined roles': 'Mitglieder der vordefinierten Rollen',
  'Role memberships, inherited ones included': 'Rollenmitgliedschaften, geerbte eingeschlossen',
  'Privileges on tables and views': 'Rechte an Tabellen und Sichten',
  'Rules of pg_hba.conf': 'Regeln der pg_hba.conf',
  'Password settings and expiry': 'Kennworteinstellungen und Ablauf',
  'Where failed logins are written': 'Wo fehlgeschlagene Anmeldungen stehen',
  'Login roles without a session': 'Anmelderollen ohne Sitzung',
  'Tables, views and functions with the digest of their definition':
    'Tabellen, Sichten und Funktionen mit der Prüfsumme ihrer Definition',
  'Jobs of pg_cron': 'Jobs von pg_cron',
  'Failed runs of pg_cron in the period': 'Fehlgeschlagene Läufe von pg_cron im Zeitraum',
  'State of WAL archiving': 'Stand der WAL-Archivierung',
  'Standby servers and replication': 'Standby-Server und Replikation',
  'Logging settings': 'Protokollierungseinstellungen',
  'TLS of the connections': 'TLS der Verbindungen',
  'TLS settings of the server': 'TLS-Einstellungen des Servers',
  'Settings that differ from the default': 'Einstellungen abweichend vom Standard',
  'Version and installed extensions': 'Version und installierte Erweiterungen',
  'Settings per database and role': 'Einstellungen je Datenbank und Rolle',
  'Roles that hold two roles that must not meet': 'Rollen mit zwei unvereinbaren Rollen',
  'Roles that own tables and can log in': 'Rollen, die Tabellen besitzen und sich anmelden können',
  'Test cases of the project': 'Testfälle des Projekts',
  'Test runs of the period': 'Testläufe des Zeitraums',
  'Executions and their results in the period': 'Testdurchführungen und Ergebnisse im Zeitraum',
  'Requirements of the project': 'Anforderungen des Projekts',
  'Defects of the period': 'Fehler des Zeitraums',
  'Test cycles': 'Testzyklen',
  'Releases of the project': 'Versionen des Projekts',
  'Builds of the project': 'Builds des Projekts',
  'Approvals of changes in the period': 'Freigaben von Änderungen im Zeitraum',
  'Incidents of high priority in the period': 'Störungen hoher Priorität im Zeitraum',
  'Problems and their causes': 'Probleme und ihre Ursachen',
  'Requested items of the period': 'Bestellte Leistungen des Zeitraums',
  'Approvals of requested items in the period': 'Freigaben bestellter Leistungen im Zeitraum',
  'Users of the instance': 'Benutzer der Instanz',
  'Administrators of the instance': 'Administratoren der Instanz',
  'Roles of the users': 'Rollen der Benutzer',
  'Active users without a recent login': 'Aktive Benutzer ohne jüngere Anmeldung',
  'Failed logins of the period': 'Fehlgeschlagene Anmeldungen des Zeitraums',
  'Security and password properties': 'Sicherheits- und Kennworteigenschaften',
  'Configuration items': 'Configuration Items',
  'Scheduled jobs of the instance': 'Geplante Jobs der Instanz',
  'Update sets completed in the period': 'Im Zeitraum fertiggestellte Update Sets',
  'Tables that are audited': 'Tabellen mit Änderungsverlauf',
  'Changes that their requester carried out': 'Änderungen, die ihr Antragsteller selbst ausgeführt hat',
  'Published knowledge articles': 'Veröffentlichte Wissensartikel',
  'Accounts of the application': 'Konten der Anwendung',
  'Accounts that hold a privileged role': 'Konten mit einer privilegierten Rolle',
  'Password settings of the application': 'Kennworteinstellungen der Anwendung',
  'Enabled accounts without a login since a day': 'Aktive Konten ohne Anmeldung seit einem Tag',
  'Changes of the period, as the application records them': 'Von der Anwendung aufgezeichnete Änderungen',
  'Definition of all tables, views and triggers': 'Definition aller Tabellen, Sichten und Trigger',
  'Jobs of the application': 'Jobs der Anwendung',
  'Failed runs of jobs in the period': 'Fehlgeschlagene Jobläufe im Zeitraum',
  'Backups of the period, as the application records them': 'Von der Anwendung aufgezeichnete Sicherungen',
  'Triggers, such as those that record changes': 'Trigger, etwa solche, die Änderungen aufzeichnen',
  'Tables and columns': 'Tabellen und Spalten',
  'Logins of the server': 'Anmeldungen des Servers',
  'Users of the database and their logins': 'Benutzer der Datenbank und ihre Anmeldungen',
  'Members of the server roles': 'Mitglieder der Serverrollen',
  'Members of the database roles': 'Mitglieder der Datenbankrollen',
  'Permissions granted in the database': 'In der Datenbank erteilte Berechtigungen',
  'Permissions granted on the server': 'Auf dem Server erteilte Berechtigungen',
  'Password policy of SQL logins': 'Kennwortrichtlinie der SQL-Anmeldungen',
  'Failed and locked SQL logins': 'Fehlgeschlagene und gesperrte SQL-Anmeldungen',
  'Enabled SQL logins with an old password and no session':
    'Aktive SQL-Anmeldungen mit altem Kennwort und ohne Sitzung',
  'Agent jobs with owner, schedule and last change': 'Agent-Jobs mit Eigentümer, Zeitplan und letzter Änderung',
  'Steps of the agent jobs': 'Schritte der Agent-Jobs',
  'Runs of agent jobs in the period that did not succeed': 'Nicht erfolgreiche Läufe von Agent-Jobs im Zeitraum',
  'Backups of the period': 'Sicherungen des Zeitraums',
  'Last backup of each database': 'Letzte Sicherung jeder Datenbank',
  'Restores recorded on this server': 'Auf diesem Server verzeichnete Wiederherstellungen',
  'Server audits and what they record': 'Server-Audits und was sie aufzeichnen',
  'Database audit and what it records': 'Datenbank-Audit und was es aufzeichnet',
  'Encryption of the databases at rest': 'Verschlüsselung der ruhenden Datenbanken',
  'Encryption of the connections': 'Verschlüsselung der Verbindungen',
  'Server configuration': 'Serverkonfiguration',
  'Version and patch level': 'Version und Patchstand',
  'Options of the databases': 'Optionen der Datenbanken',
  'Linked servers and the logins they use': 'Verbindungsserver und die Anmeldungen dafür',
  'Users who hold two roles that must not meet': 'Benutzer mit zwei unvereinbaren Rollen',
  // What they prove
  'Inventory of the folder: every file with size, dates, owner and SHA-256.':
    'Verzeichnis des Ordners: jede Datei mit Größe, Daten, Eigentümer und SHA-256.',
  'The policies that lie there, with date and SHA-256.': 'Die dort liegenden Richtlinien mit Datum und SHA-256.',
  'Contracts and agreements with providers.': 'Verträge und Vereinbarungen mit Dienstleistern.',
  'SOC and ISAE reports that were received.': 'Erhaltene SOC- und ISAE-Berichte.',
  'Results of access reviews and signed forms.': 'Ergebnisse von Berechtigungsprüfungen und unterschriebene Formulare.',
  'Requests for access that were filed as forms.': 'Zugriffsanträge, die als Formular abgelegt wurden.',
  'Concepts and approvals of privileged access.': 'Konzepte und Freigaben privilegierten Zugriffs.',
  'What is required of passwords, in writing.': 'Was schriftlich von Kennwörtern verlangt wird.',
  'Change procedure, forms and approvals that were filed.': 'Abgelegte Änderungsverfahren, Formulare und Freigaben.',
  'Test plans, protocols and sign-offs.': 'Testpläne, Protokolle und Abnahmen.',
  'Specifications and the development methodology.': 'Spezifikationen und die Entwicklungsmethodik.',
  'Backup concept and protocols of restore tests.': 'Sicherungskonzept und Protokolle von Wiederherstellungstests.',
  'Reports on incidents that were filed.': 'Abgelegte Berichte über Störungen.',
  'Schedules and logs of batch jobs that were filed.': 'Abgelegte Zeitpläne und Protokolle von Batch-Jobs.',
  'Log files that were kept, with size, date and SHA-256.':
    'Aufbewahrte Protokolldateien mit Größe, Datum und SHA-256.',
  'Configuration files with date and SHA-256; the same SHA-256 later means that nothing changed.':
    'Konfigurationsdateien mit Datum und SHA-256; derselbe SHA-256 später heißt, dass sich nichts geändert hat.',
  'Which duties must not meet, in writing.': 'Welche Funktionen nicht zusammentreffen dürfen, schriftlich.',
  'Which documents the repository has for these words, with type, date and the SHA-256 of each.':
    'Welche Dokumente die Ablage zu diesen Wörtern hat, mit Art, Datum und SHA-256 jedes einzelnen.',
  'The policies in force, with date and SHA-256.': 'Die geltenden Richtlinien mit Datum und SHA-256.',
  'What the organisation requires of passwords, in writing.':
    'Was die Organisation schriftlich von Kennwörtern verlangt.',
  'Results of access reviews that were filed.': 'Abgelegte Ergebnisse von Berechtigungsprüfungen.',
  'Concepts and approvals of privileged access that were filed.':
    'Abgelegte Konzepte und Freigaben privilegierten Zugriffs.',
  'Requests for access that were filed as documents.': 'Zugriffsanträge, die als Dokument abgelegt wurden.',
  'The change management procedure and approvals that were filed.':
    'Abgelegtes Verfahren des Änderungsmanagements und Freigaben.',
  'How software is developed, in writing.': 'Wie Software entwickelt wird, schriftlich.',
  'Test plans, protocols and sign-offs that were filed.': 'Abgelegte Testpläne, Protokolle und Abnahmen.',
  'How batch jobs are run and watched, in writing.': 'Wie Batch-Jobs betrieben und überwacht werden, schriftlich.',
  'What is to be logged and for how long, in writing.': 'Was wie lange zu protokollieren ist, schriftlich.',
  'What is to be encrypted and how keys are kept, in writing.':
    'Was zu verschlüsseln ist und wie Schlüssel verwahrt werden, schriftlich.',
  'The population of changes that were resolved in the period, with requester, assignee and dates.':
    'Die Grundgesamtheit der im Zeitraum erledigten Änderungen mit Antragsteller, Bearbeiter und Daten.',
  "Changes that are done although they were never in the approval's status.":
    'Erledigte Änderungen, die nie den Status der Freigabe hatten.',
  'Issues of the period that are marked as emergency or hotfix by label or by priority.':
    'Vorgänge des Zeitraums, die durch Stichwort oder Priorität als Notfall oder Hotfix gekennzeichnet sind.',
  'What went into a version: stories, tasks and bugs with their state.':
    'Was in eine Version einging: Storys, Aufgaben und Fehler mit ihrem Stand.',
  'Faults that were corrected in the period, with reporter and resolution.':
    'Behobene Fehler des Zeitraums mit Ersteller und Lösung.',
  'Requirements that were delivered in the period.': 'Im Zeitraum gelieferte Anforderungen.',
  'Requests for access created in the period, who asked, who handled them and when they were closed.':
    'Im Zeitraum angelegte Zugriffsanträge: wer sie stellte, wer sie bearbeitete und wann sie abgeschlossen wurden.',
  'Incidents created in the period with priority, assignee and resolution.':
    'Im Zeitraum angelegte Störungen mit Priorität, Bearbeiter und Lösung.',
  'Security findings that are not resolved, with their age.':
    'Nicht gelöste Sicherheitsfeststellungen mit ihrem Alter.',
  'Issues of a version that carry test work, where tests are kept in Jira.':
    'Vorgänge einer Version mit Testarbeiten, wo Tests in Jira geführt werden.',
  "Candidates for changes without a second person: the assignee reported them. JQL can't compare two fields; both columns are there to be compared.":
    'Kandidaten für Änderungen ohne zweite Person: Der Bearbeiter hat sie selbst erstellt. JQL kann zwei Felder nicht vergleichen; beide Spalten sind zum Vergleich da.',
  'Tickets about backups and restores, as a trace of restore tests and of failures.':
    'Vorgänge zu Sicherung und Wiederherstellung, als Spur von Wiederherstellungstests und Fehlschlägen.',
  'How failed batch jobs were followed up.': 'Wie fehlgeschlagenen Batch-Jobs nachgegangen wurde.',
  'Issues whose text names a document, such as a policy, with its state.':
    'Vorgänge, deren Text ein Dokument nennt, etwa eine Richtlinie, mit ihrem Stand.',
  'Which accounts exist, from which hosts, how they log in and whether their password has expired.':
    'Welche Konten es gibt, von welchen Rechnern, wie sie sich anmelden und ob ihr Kennwort abgelaufen ist.',
  'Which accounts are locked, and when each password was changed.':
    'Welche Konten gesperrt sind und wann jedes Kennwort geändert wurde.',
  'Accounts without a name, or reachable from every host.': 'Konten ohne Namen oder von jedem Rechner erreichbar.',
  'Accounts that hold global privileges of administration: SUPER, GRANT OPTION, CREATE USER, SHUTDOWN, FILE and the like.':
    'Konten mit globalen Verwaltungsrechten: SUPER, GRANT OPTION, CREATE USER, SHUTDOWN, FILE und Ähnliches.',
  'What each account may do: for the whole server, for each schema and for single tables.':
    'Was jedes Konto darf: auf dem ganzen Server, je Schema und an einzelnen Tabellen.',
  'Which roles were granted to which accounts.': 'Welche Rollen welchen Konten erteilt wurden.',
  'Length, complexity, life time, history and lockout as the server enforces them.':
    'Länge, Komplexität, Gültigkeit, Verlauf und Sperre, wie der Server sie durchsetzt.',
  'Accounts without a stored password, by the way they log in. Sockets, PAM and the like need none.':
    'Konten ohne gespeichertes Kennwort, nach der Art ihrer Anmeldung. Sockets, PAM und Ähnliches brauchen keines.',
  "How many connections were aborted or refused since the start. Single attempts stand in the error log or an audit plugin's log, which are files of the server.":
    'Wie viele Verbindungen seit dem Start abgebrochen oder abgelehnt wurden. Einzelne Versuche stehen im Fehlerprotokoll oder im Protokoll eines Audit-Plugins; das sind Dateien des Servers.',
  'From which hosts failed handshakes and wrong passwords came since the host cache was emptied.':
    'Von welchen Rechnern fehlgeschlagene Handshakes und falsche Kennwörter kamen, seit der Host-Cache geleert wurde.',
  'Candidates for unused accounts. MySQL and MariaDB keep no date of the last login.':
    'Kandidaten für ungenutzte Konten. MySQL und MariaDB halten kein Datum der letzten Anmeldung fest.',
  'Tables whose creation date lies in the period; a table that was rebuilt by ALTER counts as created.':
    'Tabellen, deren Anlegedatum im Zeitraum liegt; eine durch ALTER neu aufgebaute Tabelle zählt als angelegt.',
  'Stored programs created or altered in the period, with their definer.':
    'Im Zeitraum angelegte oder geänderte gespeicherte Programme mit ihrem Definierer.',
  'What the event scheduler runs, as whom, how often, and when each event was changed and last run.':
    'Was der Scheduler ausführt, als wer, wie oft, und wann jedes Ereignis geändert und zuletzt ausgeführt wurde.',
  'Whether point-in-time recovery is possible: binary log on, its format and retention.':
    'Ob eine Wiederherstellung auf einen Zeitpunkt möglich ist: Binärprotokoll an, sein Format und seine Aufbewahrung.',
  'Whether the general log, the slow log or an audit plugin records what is done, and where to.':
    'Ob das allgemeine Protokoll, das Slow Log oder ein Audit-Plugin aufzeichnet, was geschieht, und wohin.',
  'Which plugins are active, among them those for audit, passwords and authentication.':
    'Welche Plugins aktiv sind, darunter die für Audit, Kennwörter und Anmeldung.',
  'Whether TLS is available and required, its versions, and whether tables and logs are encrypted.':
    'Ob TLS verfügbar und verlangt ist, in welchen Versionen, und ob Tabellen und Protokolle verschlüsselt sind.',
  'Which accounts may connect without TLS (an empty ssl_type).':
    'Welche Konten sich ohne TLS verbinden dürfen (leerer ssl_type).',
  'Which tables of a schema are created with encryption.':
    'Welche Tabellen eines Schemas mit Verschlüsselung angelegt sind.',
  'All settings of the server, those of security (local_infile, secure_file_priv, skip_name_resolve, …) included.':
    'Alle Einstellungen des Servers, auch die zur Sicherheit (local_infile, secure_file_priv, skip_name_resolve, …).',
  "Product and version, to compare with the vendor's support dates and patches.":
    'Produkt und Version, zum Vergleich mit Supportdaten und Patches des Herstellers.',
  'Accounts that hold rights to alter tables and to write rows of the same schema.':
    'Konten, die Tabellen ändern und in dasselbe Schema Zeilen schreiben dürfen.',
  'Which accounts exist, their status, profile, creation, lock and expiry date and last login.':
    'Welche Konten es gibt, mit Status, Profil, Anlege-, Sperr- und Ablaufdatum und letzter Anmeldung.',
  'Who was granted DBA and the other powerful roles directly, and whether they may hand them on.':
    'Wem DBA und die anderen mächtigen Rollen direkt erteilt wurden und ob sie weitergegeben werden dürfen.',
  'Who may connect AS SYSDBA, SYSOPER, SYSBACKUP, SYSDG or SYSKM.':
    'Wer sich AS SYSDBA, SYSOPER, SYSBACKUP, SYSDG oder SYSKM verbinden darf.',
  'Which accounts and roles hold system privileges, ANY privileges included, and which may hand them on.':
    'Welche Konten und Rollen Systemrechte haben, ANY-Rechte eingeschlossen, und welche sie weitergeben dürfen.',
  'Which roles each account and each role was granted directly.':
    'Welche Rollen jedem Konto und jeder Rolle direkt erteilt wurden.',
  "Who may read or change the objects of the application's schema, PUBLIC included.":
    'Wer die Objekte des Schemas der Anwendung lesen oder ändern darf, PUBLIC eingeschlossen.',
  "What every account may do with objects outside of Oracle's own schemas.":
    'Was jedes Konto mit Objekten außerhalb der Schemas von Oracle darf.',
  'Life time, reuse, lock time, failed attempts and verify function of each profile, and how many accounts have it.':
    'Gültigkeit, Wiederverwendung, Sperrdauer, Fehlversuche und Prüffunktion jedes Profils und wie viele Konten es haben.',
  'Accounts whose password is still the one that Oracle delivers, and whether they are open.':
    'Konten, deren Kennwort noch das von Oracle gelieferte ist, und ob sie offen sind.',
  'Each failed logon in the period with account, machine and return code (1017: wrong password, 28000: locked).':
    'Jede fehlgeschlagene Anmeldung im Zeitraum mit Konto, Rechner und Rückgabewert (1017: falsches Kennwort, 28000: gesperrt).',
  'Each failed logon in the period, where the traditional audit trail is written to the database.':
    'Jede fehlgeschlagene Anmeldung im Zeitraum, wo der klassische Audit-Trail in die Datenbank geschrieben wird.',
  'Open accounts that were not used for the given days, or never since Oracle records it.':
    'Offene Konten, die so viele Tage nicht benutzt wurden, oder nie, seit Oracle es aufzeichnet.',
  "Objects outside of Oracle's schemas that were created or whose definition changed in the period; grants move LAST_DDL_TIME, too.":
    'Objekte außerhalb der Schemas von Oracle, die im Zeitraum angelegt wurden oder deren Definition sich änderte; auch Rechtevergaben ändern LAST_DDL_TIME.',
  "What the database's scheduler runs, as whom, when, and how often it failed.":
    'Was der Scheduler der Datenbank ausführt, als wer, wann, und wie oft es fehlschlug.',
  'Failed and stopped runs in the period with their error.':
    'Fehlgeschlagene und abgebrochene Läufe im Zeitraum mit ihrem Fehler.',
  'Each backup job that RMAN ran in the period, its kind, status, start, end and size.':
    'Jeder Sicherungsjob von RMAN im Zeitraum mit Art, Status, Beginn, Ende und Größe.',
  'Which unified audit policies are on, for whom, and for success or failure.':
    'Welche Unified-Audit-Richtlinien eingeschaltet sind, für wen, und ob für Erfolg oder Fehlschlag.',
  'Which statements the traditional auditing records, and for whom.':
    'Welche Anweisungen das klassische Auditing aufzeichnet und für wen.',
  'Where the audit trail goes, and whether what SYS does is audited.':
    'Wohin der Audit-Trail geschrieben wird und ob aufgezeichnet wird, was SYS tut.',
  'Which tablespaces are encrypted at rest.': 'Welche Tablespaces auf dem Datenträger verschlüsselt sind.',
  "Whether the auditor's own connection was encrypted and by what; a sample of what clients get.":
    'Ob die eigene Verbindung des Prüfers verschlüsselt war und womit; ein Beispiel dessen, was Clients bekommen.',
  'Which parameters of the instance were set, among them those of security.':
    'Welche Parameter der Instanz gesetzt wurden, darunter die zur Sicherheit.',
  'Release of the database and of its components.': 'Version der Datenbank und ihrer Komponenten.',
  'Which release updates and patches of SQL were applied and when.':
    'Welche Release Updates und SQL-Patches wann eingespielt wurden.',
  'Which other databases are reached from here, and with which account.':
    'Welche anderen Datenbanken von hier erreicht werden und mit welchem Konto.',
  'Accounts that were granted both roles directly.': 'Konten, denen beide Rollen direkt erteilt wurden.',
  'Which accounts exist on the server and until when their password is valid. (No date means: for ever.)':
    'Welche Konten es auf dem Server gibt und bis wann ihr Kennwort gilt. (Kein Datum heißt: unbegrenzt.)',
  "Who can enter the connector's database: roles that can log in and hold CONNECT, by themselves or through PUBLIC.":
    'Wer in die Datenbank der Verbindung kommt: Rollen, die sich anmelden können und CONNECT haben, selbst oder durch PUBLIC.',
  'Who administers the server: superusers and roles that create roles or databases, replicate or pass row security.':
    'Wer den Server verwaltet: Superuser und Rollen, die Rollen oder Datenbanken anlegen, replizieren oder Row Security umgehen.',
  'Who holds pg_read_all_data, pg_write_server_files, pg_execute_server_program and the like, directly.':
    'Wer pg_read_all_data, pg_write_server_files, pg_execute_server_program und Ähnliches direkt hat.',
  'Which roles each role is a member of, directly or through others.':
    'In welchen Rollen jede Rolle Mitglied ist, direkt oder über andere.',
  "Who may read or change each table or view outside of the system's schemas; an empty grantee is PUBLIC.":
    'Wer jede Tabelle oder Sicht außerhalb der Systemschemas lesen oder ändern darf; ein leerer Empfänger ist PUBLIC.',
  'From where, as whom and by which method clients may log in; `trust` asks for no password.':
    'Von wo, als wer und mit welchem Verfahren sich Clients anmelden dürfen; `trust` verlangt kein Kennwort.',
  'How passwords are stored and checked, and which login roles have no expiry. PostgreSQL has no length or lockout of its own.':
    'Wie Kennwörter gespeichert und geprüft werden und welche Anmelderollen nicht ablaufen. PostgreSQL selbst kennt weder Länge noch Sperre.',
  'Whether connections are logged, and to which log. PostgreSQL keeps failed logins in its log only, which is a file of the server: ask for it.':
    'Ob Verbindungen protokolliert werden und wo. PostgreSQL hält fehlgeschlagene Anmeldungen nur in seinem Protokoll fest, einer Datei des Servers: Fragen Sie danach.',
  'Candidates for unused accounts: roles that can log in and are not connected now. PostgreSQL keeps no date of the last login.':
    'Kandidaten für ungenutzte Konten: Rollen, die sich anmelden können und jetzt nicht verbunden sind. PostgreSQL hält kein Datum der letzten Anmeldung fest.',
  'What the schema looks like today; run before and after, or on production and test, the differences are the changes. PostgreSQL keeps no date of a change.':
    'Wie das Schema heute aussieht; vorher und nachher oder auf Produktion und Test ausgeführt sind die Unterschiede die Änderungen. PostgreSQL hält kein Datum einer Änderung fest.',
  'What pg_cron runs, when, as whom, in which database.': 'Was pg_cron ausführt, wann, als wer, in welcher Datenbank.',
  'Runs of the period that did not succeed, with their message.':
    'Nicht erfolgreiche Läufe des Zeitraums mit ihrer Meldung.',
  'Whether archiving for point-in-time recovery is on, how many segments were archived and when one failed last.':
    'Ob die Archivierung für die Wiederherstellung auf einen Zeitpunkt eingeschaltet ist, wie viele Segmente archiviert wurden und wann zuletzt eines fehlschlug.',
  'Which standby servers follow and in which state.': 'Welche Standby-Server folgen und in welchem Zustand.',
  'What the server logs: connections, statements, durations, DDL; settings of pgaudit where it is loaded.':
    'Was der Server protokolliert: Verbindungen, Anweisungen, Dauern, DDL; Einstellungen von pgaudit, wo es geladen ist.',
  'Whether the sessions that are open now are encrypted, by which version and cipher.':
    'Ob die jetzt offenen Sitzungen verschlüsselt sind, mit welcher Version und welchem Verfahren.',
  'Whether TLS is on, with which least version and ciphers.':
    'Ob TLS eingeschaltet ist, mit welcher Mindestversion und welchen Verfahren.',
  'Which settings of postgresql.conf and others were changed, and from where each comes.':
    'Welche Einstellungen in postgresql.conf und anderswo geändert wurden und woher jede kommt.',
  'Version of the server and of each extension of the database.':
    'Version des Servers und jeder Erweiterung der Datenbank.',
  "Settings that were changed for one database or one role, past the server's own.":
    'Einstellungen, die abweichend vom Server für eine Datenbank oder eine Rolle geändert wurden.',
  'Login roles that are members of both roles, directly or through others.':
    'Anmelderollen, die in beiden Rollen Mitglied sind, direkt oder über andere.',
  'Accounts that can change structure and data alike, because they own the tables they work on.':
    'Konten, die Struktur und Daten ändern können, weil ihnen die Tabellen gehören, mit denen sie arbeiten.',
  'Which test cases exist, their version, and when each was changed last.':
    'Welche Testfälle es gibt, ihre Version und wann jeder zuletzt geändert wurde.',
  'Which test runs were created in the period, by test case version.':
    'Welche Testläufe im Zeitraum angelegt wurden, nach Version des Testfalls.',
  'Who executed which test run when, and with what result.':
    'Wer welchen Testlauf wann durchgeführt hat und mit welchem Ergebnis.',
  'The requirements that tests can be compared with for coverage.':
    'Die Anforderungen, mit denen Tests auf Abdeckung verglichen werden können.',
  "Defects submitted in the period, in qTest's own defects.":
    'Im Zeitraum gemeldete Fehler in der eigenen Fehlerliste von qTest.',
  'How tests were organised: cycles with their description.':
    'Wie Tests gegliedert waren: Zyklen mit ihrer Beschreibung.',
  'Releases with start and end, to compare with what was deployed.':
    'Versionen mit Beginn und Ende, zum Vergleich mit dem, was in Betrieb ging.',
  'Builds with their date, as tested.': 'Builds mit ihrem Datum, wie getestet.',
  'The population of changes that ended in the period, with type, risk, requester, approval and dates.':
    'Die Grundgesamtheit der im Zeitraum beendeten Änderungen mit Art, Risiko, Antragsteller, Freigabe und Daten.',
  'Emergency changes opened in the period and how each was approved.':
    'Im Zeitraum eröffnete Notfalländerungen und wie jede freigegeben wurde.',
  'Who approved or rejected which change and when; members of the change advisory board among them.':
    'Wer welche Änderung wann freigab oder ablehnte, darunter Mitglieder des Change Advisory Board.',
  'Incidents opened in the period with priority, category, assignment and resolution.':
    'Im Zeitraum eröffnete Störungen mit Priorität, Kategorie, Zuweisung und Lösung.',
  'Incidents of priority 1 and 2 of the period with the times of their resolution.':
    'Störungen der Priorität 1 und 2 im Zeitraum mit den Zeiten ihrer Lösung.',
  'Problem records opened in the period with cause and workaround.':
    'Im Zeitraum eröffnete Probleme mit Ursache und Umgehung.',
  'Requests from the catalogue in the period, access requests among them, with who asked, for whom, and the approval.':
    'Bestellungen aus dem Katalog im Zeitraum, darunter Zugriffsanträge: wer sie stellte, für wen, und die Freigabe.',
  'Who approved which request and when.': 'Wer welche Bestellung wann freigab.',
  'Accounts of ServiceNow itself, active or locked, with their last login.':
    'Konten von ServiceNow selbst, aktiv oder gesperrt, mit ihrer letzten Anmeldung.',
  'Who holds admin or security_admin in ServiceNow.': 'Wer in ServiceNow admin oder security_admin hat.',
  'Which roles each user of the instance holds, and which are inherited from a group.':
    'Welche Rollen jeder Benutzer der Instanz hat und welche von einer Gruppe geerbt sind.',
  'Active accounts of the instance that were not used since the given day.':
    'Aktive Konten der Instanz, die seit dem angegebenen Tag nicht benutzt wurden.',
  'Failed logins to the instance, as far as its event log reaches back (7 days unless set otherwise).':
    'Fehlgeschlagene Anmeldungen an der Instanz, so weit ihr Ereignisprotokoll zurückreicht (7 Tage, wenn nicht anders eingestellt).',
  "Values of the instance's properties about passwords, sessions and security.":
    'Werte der Eigenschaften der Instanz zu Kennwörtern, Sitzungen und Sicherheit.',
  'What the CMDB says of a configuration item: class, owner, state, support group.':
    'Was die CMDB zu einem Configuration Item sagt: Klasse, Eigentümer, Stand, Supportgruppe.',
  'Scheduled jobs of ServiceNow, whether they are on and as whom they run.':
    'Geplante Jobs von ServiceNow, ob sie eingeschaltet sind und als wer sie laufen.',
  'Changes to the instance itself that were packed for deployment in the period, and by whom.':
    'Änderungen an der Instanz selbst, die im Zeitraum zur Verteilung gepackt wurden, und von wem.',
  'Which tables of the instance record the history of their fields.':
    'Welche Tabellen der Instanz den Verlauf ihrer Felder aufzeichnen.',
  'Changes of the period whose requester is also assigned to carry them out.':
    'Änderungen des Zeitraums, deren Antragsteller sie auch ausführen soll.',
  'Procedures and guidelines that are kept as knowledge articles, with their state and date.':
    'Verfahren und Leitlinien, die als Wissensartikel geführt werden, mit Stand und Datum.',
  'Which accounts the application knows, with everything it keeps of them.':
    'Welche Konten die Anwendung kennt, mit allem, was sie zu ihnen speichert.',
  'Which accounts hold roles that the application marks as privileged.':
    'Welche Konten Rollen haben, die die Anwendung als privilegiert kennzeichnet.',
  'Which roles each account holds, since when and by whom.': 'Welche Rollen jedes Konto hat, seit wann und durch wen.',
  'The settings that the application enforces for passwords and lockout.':
    'Die Einstellungen, die die Anwendung bei Kennwörtern und Sperre durchsetzt.',
  'Each failed login that the application recorded in the period.':
    'Jede fehlgeschlagene Anmeldung, die die Anwendung im Zeitraum aufgezeichnet hat.',
  'Enabled accounts that were not used since the given day, or never.':
    'Aktive Konten, die seit dem angegebenen Tag oder nie benutzt wurden.',
  'Accounts with both roles, such as entering and approving payments.':
    'Konten mit beiden Rollen, etwa Erfassen und Freigeben von Zahlungen.',
  'The changes that were deployed in the period, with request, approval, test and deployment.':
    'Die im Zeitraum in Betrieb genommenen Änderungen mit Antrag, Freigabe, Test und Inbetriebnahme.',
  "What the file's schema looks like today; compared with another day or another file, the differences are the changes.":
    'Wie das Schema der Datei heute aussieht; im Vergleich mit einem anderen Tag oder einer anderen Datei sind die Unterschiede die Änderungen.',
  'What the application runs on its own, when and as whom.': 'Was die Anwendung von selbst ausführt, wann und als wer.',
  'Runs of jobs that failed in the period.': 'Im Zeitraum fehlgeschlagene Jobläufe.',
  'The backups that the application took in the period and how each ended.':
    'Die Sicherungen, die die Anwendung im Zeitraum gemacht hat, und wie jede endete.',
  'Which triggers exist; an application that records changes in the database does it by them.':
    'Welche Trigger es gibt; eine Anwendung, die Änderungen in der Datenbank aufzeichnet, tut es durch sie.',
  'Every column of every table with its declared type.': 'Jede Spalte jeder Tabelle mit ihrem angegebenen Typ.',
  'Which logins exist on the server, of which kind, whether they are enabled and since when.':
    'Welche Anmeldungen es auf dem Server gibt, welcher Art, ob sie eingeschaltet sind und seit wann.',
  "Who can enter the connector's database and by which login; a user without a login is orphaned or contained.":
    'Wer in die Datenbank der Verbindung kommt und mit welcher Anmeldung; ein Benutzer ohne Anmeldung ist verwaist oder eigenständig (contained).',
  'Who administers the server: members of sysadmin, securityadmin and all other server roles.':
    'Wer den Server verwaltet: Mitglieder von sysadmin, securityadmin und allen anderen Serverrollen.',
  'Which roles each user of the database holds, db_owner included.':
    'Welche Rollen jeder Benutzer der Datenbank hat, db_owner eingeschlossen.',
  'Every permission granted or denied to a user or role directly, with its object and who granted it.':
    'Jede Berechtigung, die einem Benutzer oder einer Rolle direkt erteilt oder verweigert wurde, mit Objekt und Erteilendem.',
  'Server-wide permissions beside the roles, such as CONTROL SERVER, IMPERSONATE ANY LOGIN, ALTER ANY LOGIN.':
    'Serverweite Berechtigungen neben den Rollen, etwa CONTROL SERVER, IMPERSONATE ANY LOGIN, ALTER ANY LOGIN.',
  "Whether Windows' password policy and expiration are enforced for each SQL login, and when its password was set.":
    'Ob Kennwortrichtlinie und Ablauf von Windows für jede SQL-Anmeldung durchgesetzt werden und wann ihr Kennwort gesetzt wurde.',
  "Wrong passwords since each SQL login's last good one, when the last was, and whether it is locked. Only logins with the password policy are counted.":
    'Falsche Kennwörter seit dem letzten richtigen jeder SQL-Anmeldung, wann das letzte war und ob sie gesperrt ist. Gezählt werden nur Anmeldungen mit Kennwortrichtlinie.',
  'Candidates for unused accounts: enabled, not logged in now, password older than the given days. SQL Server keeps no date of the last login.':
    'Kandidaten für ungenutzte Konten: eingeschaltet, jetzt nicht angemeldet, Kennwort älter als so viele Tage. SQL Server hält kein Datum der letzten Anmeldung fest.',
  'Tables, views, procedures, functions and triggers whose definition was created or altered in the period. The population of database changes to compare with tickets.':
    'Tabellen, Sichten, Prozeduren, Funktionen und Trigger, deren Definition im Zeitraum angelegt oder geändert wurde. Die Grundgesamtheit der Datenbankänderungen zum Vergleich mit Vorgängen.',
  'What the SQL Server Agent runs, as whom, when, and when each job was changed last.':
    'Was der SQL Server Agent ausführt, als wer, wann, und wann jeder Job zuletzt geändert wurde.',
  'What each step of a job runs: subsystem, database and command.':
    'Was jeder Schritt eines Jobs ausführt: Subsystem, Datenbank und Befehl.',
  'Failed, retried and cancelled runs of jobs in the period, with their message.':
    'Fehlgeschlagene, wiederholte und abgebrochene Jobläufe im Zeitraum mit ihrer Meldung.',
  "Each backup that was taken of the server's databases in the period: kind, start, end, size, who took it. D is a full backup, I differential, L of the log.":
    'Jede Sicherung der Datenbanken des Servers im Zeitraum: Art, Beginn, Ende, Größe und wer sie machte. D ist eine vollständige Sicherung, I eine differenzielle, L eine des Protokolls.',
  'Which databases have no recent full or log backup, and their recovery model.':
    'Welche Datenbanken keine jüngere vollständige oder Protokollsicherung haben, und ihr Wiederherstellungsmodell.',
  'Which databases were restored here, when and by whom; a trace of restore tests.':
    'Welche Datenbanken hier wiederhergestellt wurden, wann und durch wen; eine Spur von Wiederherstellungstests.',
  "Which audits exist, whether they are on, what happens when they can't write, and which action groups are recorded.":
    'Welche Audits es gibt, ob sie eingeschaltet sind, was geschieht, wenn sie nicht schreiben können, und welche Aktionsgruppen aufgezeichnet werden.',
  "Which actions on which objects of the connector's database are audited.":
    'Welche Aktionen an welchen Objekten der Datenbank der Verbindung aufgezeichnet werden.',
  'Which databases are encrypted (TDE), with which algorithm and by which certificate or key.':
    'Welche Datenbanken verschlüsselt sind (TDE), mit welchem Verfahren und welchem Zertifikat oder Schlüssel.',
  'Whether the sessions that are open now are encrypted and how they logged in.':
    'Ob die jetzt offenen Sitzungen verschlüsselt sind und wie sie sich angemeldet haben.',
  'All options of the server with the value set and the one in use (xp_cmdshell, remote access, clr enabled, …).':
    'Alle Optionen des Servers mit eingestelltem und wirksamem Wert (xp_cmdshell, remote access, clr enabled, …).',
  'Product version, level and cumulative update of the server, edition and way of logging in.':
    'Produktversion, Stand und kumulatives Update des Servers, Edition und Art der Anmeldung.',
  'Owner, recovery model, trustworthiness and other options of each database.':
    'Eigentümer, Wiederherstellungsmodell, Trustworthy und andere Optionen jeder Datenbank.',
  'Which other systems this server reaches, and whether by a stored login.':
    'Welche anderen Systeme dieser Server erreicht und ob mit einer gespeicherten Anmeldung.',
  'Users of the database who are members of both roles, such as changing structure and changing data.':
    'Benutzer der Datenbank, die in beiden Rollen Mitglied sind, etwa Struktur und Daten ändern.',
  // What they need
  "read access to the folder and everything below it; what can't be read is listed with the reason.":
    'Lesezugriff auf den Ordner und alles darunter; was nicht lesbar ist, wird mit dem Grund aufgeführt.',
  'read access to the folder.': 'Lesezugriff auf den Ordner.',
  'read and download access to the repository.': 'Lese- und Downloadzugriff auf die Ablage.',
  'Browse projects in the project.': '„Browse projects“ im Projekt.',
  'Browse projects in the project. The history is searched by WAS, in Cloud and Data Center.':
    '„Browse projects“ im Projekt. Im Verlauf wird mit WAS gesucht, in Cloud und Data Center.',
  'Browse projects in the service project.': '„Browse projects“ im Serviceprojekt.',
  'SELECT on mysql.user.': 'SELECT auf mysql.user.',
  'MySQL 5.7.6 or later, not MariaDB; SELECT on mysql.user.': 'MySQL ab 5.7.6, nicht MariaDB; SELECT auf mysql.user.',
  'MariaDB 10.4 or later, not MySQL; SELECT on mysql.global_priv.':
    'MariaDB ab 10.4, nicht MySQL; SELECT auf mysql.global_priv.',
  'SELECT on the schema mysql, otherwise only the own privileges are shown.':
    'SELECT auf das Schema mysql, sonst sind nur die eigenen Rechte zu sehen.',
  'MySQL 8.0 or later, not MariaDB; SELECT on mysql.role_edges.':
    'MySQL ab 8.0, nicht MariaDB; SELECT auf mysql.role_edges.',
  'MariaDB 10.0.5 or later, not MySQL; SELECT on mysql.roles_mapping.':
    'MariaDB ab 10.0.5, nicht MySQL; SELECT auf mysql.roles_mapping.',
  "any login. A plugin's variables show when it is loaded: validate_password (MySQL), simple_password_check, cracklib (MariaDB).":
    'jede Anmeldung. Die Variablen eines Plugins sind zu sehen, wenn es geladen ist: validate_password (MySQL), simple_password_check, cracklib (MariaDB).',
  "any login. Access_denied_errors is MariaDB's.": 'jede Anmeldung. Access_denied_errors gibt es nur in MariaDB.',
  'SELECT on performance_schema.host_cache and performance_schema=ON (off by default in MariaDB).':
    'SELECT auf performance_schema.host_cache und performance_schema=ON (in MariaDB standardmäßig aus).',
  'SELECT on mysql.user and performance_schema.accounts, performance_schema=ON (off by default in MariaDB: then every account is listed).':
    'SELECT auf mysql.user und performance_schema.accounts, performance_schema=ON (in MariaDB standardmäßig aus: dann sind alle Konten aufgeführt).',
  'any privilege on the tables: others are not shown.': 'irgendein Recht an den Tabellen: andere sind nicht zu sehen.',
  'SHOW_ROUTINE or SELECT on the schema mysql, and TRIGGER on the tables; others are not shown.':
    'SHOW_ROUTINE oder SELECT auf das Schema mysql und TRIGGER auf die Tabellen; andere sind nicht zu sehen.',
  'the privilege EVENT on the schemas: others are not shown.':
    'das Recht EVENT auf die Schemas: andere sind nicht zu sehen.',
  'any login. The server keeps no list of backups, unless the backup tool writes one.':
    'jede Anmeldung. Der Server führt keine Liste der Sicherungen, außer das Sicherungswerkzeug schreibt eine.',
  "any login. A plugin's variables show when it is loaded.":
    'jede Anmeldung. Die Variablen eines Plugins sind zu sehen, wenn es geladen ist.',
  'any login.': 'jede Anmeldung.',
  'SELECT on DBA_USERS. LAST_LOGIN and ORACLE_MAINTAINED from 12.1 on.':
    'SELECT auf DBA_USERS. LAST_LOGIN und ORACLE_MAINTAINED ab 12.1.',
  'SELECT on DBA_ROLE_PRIVS and DBA_USERS.': 'SELECT auf DBA_ROLE_PRIVS und DBA_USERS.',
  'SELECT on V_$PWFILE_USERS. SYSBACKUP, SYSDG and SYSKM from 12.1 on.':
    'SELECT auf V_$PWFILE_USERS. SYSBACKUP, SYSDG und SYSKM ab 12.1.',
  'SELECT on DBA_SYS_PRIVS and DBA_USERS. Accounts that Oracle maintains are left out (12.1 and later).':
    'SELECT auf DBA_SYS_PRIVS und DBA_USERS. Von Oracle gepflegte Konten sind weggelassen (ab 12.1).',
  'SELECT on DBA_TAB_PRIVS.': 'SELECT auf DBA_TAB_PRIVS.',
  'SELECT on DBA_TAB_PRIVS and DBA_USERS (12.1 and later).': 'SELECT auf DBA_TAB_PRIVS und DBA_USERS (ab 12.1).',
  'SELECT on DBA_PROFILES and DBA_USERS.': 'SELECT auf DBA_PROFILES und DBA_USERS.',
  'SELECT on DBA_USERS_WITH_DEFPWD and DBA_USERS.': 'SELECT auf DBA_USERS_WITH_DEFPWD und DBA_USERS.',
  'AUDIT_VIEWER, or SELECT on UNIFIED_AUDIT_TRAIL, and an enabled policy that audits failed logons (ORA_LOGON_FAILURES, later ORA_LOGIN_LOGOUT). 12.1 and later.':
    'AUDIT_VIEWER oder SELECT auf UNIFIED_AUDIT_TRAIL und eine eingeschaltete Richtlinie, die fehlgeschlagene Anmeldungen aufzeichnet (ORA_LOGON_FAILURES, später ORA_LOGIN_LOGOUT). Ab 12.1.',
  'SELECT on DBA_AUDIT_SESSION, and AUDIT SESSION WHENEVER NOT SUCCESSFUL; up to 21c.':
    'SELECT auf DBA_AUDIT_SESSION und AUDIT SESSION WHENEVER NOT SUCCESSFUL; bis 21c.',
  'SELECT on DBA_USERS; LAST_LOGIN from 12.1 on.': 'SELECT auf DBA_USERS; LAST_LOGIN ab 12.1.',
  'SELECT on DBA_OBJECTS. A dropped object leaves no trace here.':
    'SELECT auf DBA_OBJECTS. Ein gelöschtes Objekt hinterlässt hier keine Spur.',
  'SELECT on DBA_SCHEDULER_JOBS.': 'SELECT auf DBA_SCHEDULER_JOBS.',
  'SELECT on DBA_SCHEDULER_JOB_RUN_DETAILS. The scheduler keeps 30 days unless set otherwise.':
    'SELECT auf DBA_SCHEDULER_JOB_RUN_DETAILS. Der Scheduler behält 30 Tage, wenn nicht anders eingestellt.',
  'SELECT on V_$RMAN_BACKUP_JOB_DETAILS. The control file keeps as long as CONTROL_FILE_RECORD_KEEP_TIME says.':
    'SELECT auf V_$RMAN_BACKUP_JOB_DETAILS. Die Steuerdatei behält so lange, wie CONTROL_FILE_RECORD_KEEP_TIME sagt.',
  'AUDIT_VIEWER, or SELECT on AUDIT_UNIFIED_ENABLED_POLICIES. Columns as of 12.2.':
    'AUDIT_VIEWER oder SELECT auf AUDIT_UNIFIED_ENABLED_POLICIES. Spalten ab 12.2.',
  'SELECT on DBA_STMT_AUDIT_OPTS; up to 21c.': 'SELECT auf DBA_STMT_AUDIT_OPTS; bis 21c.',
  'SELECT on V_$PARAMETER.': 'SELECT auf V_$PARAMETER.',
  'SELECT on DBA_TABLESPACES.': 'SELECT auf DBA_TABLESPACES.',
  'SELECT on V_$SESSION_CONNECT_INFO.': 'SELECT auf V_$SESSION_CONNECT_INFO.',
  'SELECT on DBA_REGISTRY.': 'SELECT auf DBA_REGISTRY.',
  'SELECT on DBA_REGISTRY_SQLPATCH (12.1 and later; columns as of 18c).':
    'SELECT auf DBA_REGISTRY_SQLPATCH (ab 12.1; Spalten ab 18c).',
  'SELECT on DBA_DB_LINKS.': 'SELECT auf DBA_DB_LINKS.',
  'SELECT on DBA_ROLE_PRIVS. Roles within roles are not followed.':
    'SELECT auf DBA_ROLE_PRIVS. Rollen in Rollen wird nicht gefolgt.',
  'any login. Which addresses they may come from stands in pg_hba.conf.':
    'jede Anmeldung. Von welchen Adressen sie kommen dürfen, steht in pg_hba.conf.',
  'superuser, or EXECUTE on pg_hba_file_rules() and SELECT on the view pg_hba_file_rules. The rules of the file, in force after the last reload.':
    'Superuser oder EXECUTE auf pg_hba_file_rules() und SELECT auf die Sicht pg_hba_file_rules. Die Regeln der Datei gelten ab dem letzten Neuladen.',
  'any login; a setting of a library shows when the library is loaded.':
    'jede Anmeldung; eine Einstellung einer Bibliothek ist zu sehen, wenn diese geladen ist.',
  'pg_read_all_settings, to see log_directory.': 'pg_read_all_settings, um log_directory zu sehen.',
  "the extension pg_cron in the connector's database, USAGE on schema cron and SELECT on cron.job; row security shows the own jobs only, unless the login bypasses it.":
    'die Erweiterung pg_cron in der Datenbank der Verbindung, USAGE auf das Schema cron und SELECT auf cron.job; Row Security zeigt nur die eigenen Jobs, außer die Anmeldung umgeht sie.',
  'the extension pg_cron 1.4 or later, USAGE on schema cron and SELECT on cron.job_run_details (own runs only, see above).':
    'die Erweiterung pg_cron ab 1.4, USAGE auf das Schema cron und SELECT auf cron.job_run_details (nur eigene Läufe, siehe oben).',
  'any login; pg_read_all_settings to see archive_command.':
    'jede Anmeldung; pg_read_all_settings, um archive_command zu sehen.',
  'pg_monitor or pg_read_all_stats; others see only that a row is there.':
    'pg_monitor oder pg_read_all_stats; andere sehen nur, dass es eine Zeile gibt.',
  'any login; pg_read_all_settings for all of them.': 'jede Anmeldung; pg_read_all_settings für alle.',
  'pg_monitor or pg_read_all_stats, to see the sessions of others.':
    'pg_monitor oder pg_read_all_stats, um die Sitzungen anderer zu sehen.',
  "any login; pg_read_all_settings for the files' names.":
    'jede Anmeldung; pg_read_all_settings für die Namen der Dateien.',
  "pg_read_all_settings for all of them and for the file's name.":
    'pg_read_all_settings für alle und für den Namen der Datei.',
  'any login. A superuser is a member of everything and is listed, too.':
    'jede Anmeldung. Ein Superuser ist überall Mitglied und wird auch aufgeführt.',
  'a profile that may view test cases.': 'ein Profil, das Testfälle ansehen darf.',
  'a profile that may view test runs.': 'ein Profil, das Testläufe ansehen darf.',
  'a profile that may view test logs.': 'ein Profil, das Testprotokolle ansehen darf.',
  'a profile that may view requirements.': 'ein Profil, das Anforderungen ansehen darf.',
  'a profile that may view defects. Defects that are kept in Jira are asked for there.':
    'ein Profil, das Fehler ansehen darf. Nach Fehlern, die in Jira geführt werden, ist dort zu fragen.',
  'a profile that may view test executions.': 'ein Profil, das Testdurchführungen ansehen darf.',
  'a profile that may view test plans.': 'ein Profil, das Testpläne ansehen darf.',
  'read access to change_request (role itil or sn_change_read).':
    'Lesezugriff auf change_request (Rolle itil oder sn_change_read).',
  'read access to sysapproval_approver (role approval_admin or itil).':
    'Lesezugriff auf sysapproval_approver (Rolle approval_admin oder itil).',
  'read access to incident (role itil or sn_incident_read).':
    'Lesezugriff auf incident (Rolle itil oder sn_incident_read).',
  'read access to problem (role itil or sn_problem_read).':
    'Lesezugriff auf problem (Rolle itil oder sn_problem_read).',
  'read access to sc_req_item (role itil or sn_request_read).':
    'Lesezugriff auf sc_req_item (Rolle itil oder sn_request_read).',
  'read access to sys_user.': 'Lesezugriff auf sys_user.',
  'read access to sys_user_has_role.': 'Lesezugriff auf sys_user_has_role.',
  'read access to sysevent.': 'Lesezugriff auf sysevent.',
  'read access to sys_properties.': 'Lesezugriff auf sys_properties.',
  'read access to cmdb_ci.': 'Lesezugriff auf cmdb_ci.',
  'read access to sysauto.': 'Lesezugriff auf sysauto.',
  'read access to sys_update_set.': 'Lesezugriff auf sys_update_set.',
  'read access to sys_dictionary.': 'Lesezugriff auf sys_dictionary.',
  'read access to kb_knowledge.': 'Lesezugriff auf kb_knowledge.',
  'the file alone.': 'nur die Datei.',
  'the file alone; the application must record its logins.':
    'nur die Datei; die Anwendung muss ihre Anmeldungen aufzeichnen.',
  'the file alone; the application must record the last login.':
    'nur die Datei; die Anwendung muss die letzte Anmeldung aufzeichnen.',
  'the file alone; the application must record its changes.':
    'nur die Datei; die Anwendung muss ihre Änderungen aufzeichnen.',
  'the file alone. SQLite keeps no date of a change.': 'nur die Datei. SQLite hält kein Datum einer Änderung fest.',
  'the file alone; the application must record its backups.':
    'nur die Datei; die Anwendung muss ihre Sicherungen aufzeichnen.',
  'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION); without it a login sees itself and the fixed roles only.':
    'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION); ohne das sieht eine Anmeldung nur sich selbst und die festen Rollen.',
  'VIEW DEFINITION in the database and VIEW ANY DEFINITION on the server (SQL Server 2022: the SECURITY DEFINITION ones).':
    'VIEW DEFINITION in der Datenbank und VIEW ANY DEFINITION auf dem Server (SQL Server 2022: die mit SECURITY DEFINITION).',
  'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION). Members of Windows groups are known to the domain only.':
    'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION). Mitglieder von Windows-Gruppen kennt nur die Domäne.',
  'VIEW DEFINITION in the database (SQL Server 2022: VIEW SECURITY DEFINITION).':
    'VIEW DEFINITION in der Datenbank (SQL Server 2022: VIEW SECURITY DEFINITION).',
  'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION).':
    'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION).',
  "VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION); otherwise only the own login and sa are shown. The lengths and times themselves are Windows' policy.":
    'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION); sonst sind nur die eigene Anmeldung und sa zu sehen. Längen und Zeiten selbst stehen in der Windows-Richtlinie.',
  'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION). Single attempts stand in the error log or an audit, which are files of the server.':
    'VIEW ANY DEFINITION (SQL Server 2022: VIEW ANY SECURITY DEFINITION). Einzelne Versuche stehen im Fehlerprotokoll oder einem Audit; das sind Dateien des Servers.',
  'VIEW ANY DEFINITION and VIEW SERVER STATE (SQL Server 2022: VIEW ANY SECURITY DEFINITION, VIEW SERVER SECURITY STATE).':
    'VIEW ANY DEFINITION und VIEW SERVER STATE (SQL Server 2022: VIEW ANY SECURITY DEFINITION, VIEW SERVER SECURITY STATE).',
  'VIEW DEFINITION in the database. A dropped object leaves no trace here.':
    'VIEW DEFINITION in der Datenbank. Ein gelöschtes Objekt hinterlässt hier keine Spur.',
  'SELECT on msdb.dbo.sysjobs, sysjobschedules and sysschedules (role SQLAgentReaderRole, or db_datareader in msdb). Not on Azure SQL Database.':
    'SELECT auf msdb.dbo.sysjobs, sysjobschedules und sysschedules (Rolle SQLAgentReaderRole oder db_datareader in msdb). Nicht auf Azure SQL Database.',
  'SELECT on msdb.dbo.sysjobs and sysjobsteps (db_datareader in msdb). Not on Azure SQL Database.':
    'SELECT auf msdb.dbo.sysjobs und sysjobsteps (db_datareader in msdb). Nicht auf Azure SQL Database.',
  'SELECT on msdb.dbo.sysjobs and sysjobhistory (db_datareader in msdb). The Agent keeps 1,000 rows in all and 100 a job unless set otherwise.':
    'SELECT auf msdb.dbo.sysjobs und sysjobhistory (db_datareader in msdb). Der Agent behält insgesamt 1.000 Zeilen und 100 je Job, wenn nicht anders eingestellt.',
  'SELECT on msdb.dbo.backupset (db_datareader in msdb). Not on Azure SQL Database. Backups by the storage or the virtual machine may not be listed.':
    'SELECT auf msdb.dbo.backupset (db_datareader in msdb). Nicht auf Azure SQL Database. Sicherungen durch den Speicher oder die virtuelle Maschine können fehlen.',
  'VIEW ANY DATABASE and SELECT on msdb.dbo.backupset (db_datareader in msdb). Not on Azure SQL Database.':
    'VIEW ANY DATABASE und SELECT auf msdb.dbo.backupset (db_datareader in msdb). Nicht auf Azure SQL Database.',
  'SELECT on msdb.dbo.restorehistory (db_datareader in msdb). Not on Azure SQL Database.':
    'SELECT auf msdb.dbo.restorehistory (db_datareader in msdb). Nicht auf Azure SQL Database.',
  'VIEW ANY DEFINITION or ALTER ANY SERVER AUDIT (SQL Server 2022: VIEW ANY SECURITY DEFINITION).':
    'VIEW ANY DEFINITION oder ALTER ANY SERVER AUDIT (SQL Server 2022: VIEW ANY SECURITY DEFINITION).',
  'VIEW SERVER STATE (SQL Server 2022: VIEW SERVER SECURITY STATE).':
    'VIEW SERVER STATE (SQL Server 2022: VIEW SERVER SECURITY STATE).',
  'the role public.': 'die Rolle public.',
  'the role public. ProductUpdateLevel is empty before SQL Server 2012.':
    'die Rolle public. ProductUpdateLevel ist vor SQL Server 2012 leer.',
  'VIEW ANY DATABASE.': 'VIEW ANY DATABASE.',
  'VIEW ANY DEFINITION; not on Azure SQL Database.': 'VIEW ANY DEFINITION; nicht auf Azure SQL Database.',
  // Parameters
  'Words to search for': 'Wörter, nach denen gesucht wird',
  'Issue types that are changes': 'Vorgangstypen, die Änderungen sind',
  'First day of the period': 'Erster Tag des Zeitraums',
  'Last day of the period': 'Letzter Tag des Zeitraums',
  'Status of an approved change': 'Status einer freigegebenen Änderung',
  'Labels of emergency changes': 'Stichwörter von Notfalländerungen',
  'Name of the version': 'Name der Version',
  'Word in the summary of such requests': 'Wort in der Zusammenfassung solcher Anträge',
  'Issue types that are incidents': 'Vorgangstypen, die Störungen sind',
  'Labels of security issues': 'Stichwörter von Sicherheitsvorgängen',
  'Issue types of tests and defects': 'Vorgangstypen von Tests und Fehlern',
  "Words of the document's name": 'Wörter aus dem Namen des Dokuments',
  "Schema that owns the application's objects": 'Schema, dem die Objekte der Anwendung gehören',
  'Days without a login': 'Tage ohne Anmeldung',
  'First role': 'Erste Rolle',
  'Second role': 'Zweite Rolle',
  "Word in the catalogue item's name": 'Wort im Namen des Katalogeintrags',
  'Not used since this day': 'Nicht benutzt seit diesem Tag',
  "Part of the item's name": 'Teil des Namens des Eintrags',
  'Word in the title': 'Wort im Titel',
  'Table of the accounts': 'Tabelle der Konten',
  "Column of the account's name": 'Spalte mit dem Namen des Kontos',
  'Table of the roles': 'Tabelle der Rollen',
  'Table that gives roles to accounts': 'Tabelle, die Konten Rollen zuordnet',
  'Key of an account, in both tables': 'Schlüssel eines Kontos, in beiden Tabellen',
  'Key of a role, in both tables': 'Schlüssel einer Rolle, in beiden Tabellen',
  'Column that marks privileged roles with 1': 'Spalte, die privilegierte Rollen mit 1 kennzeichnet',
  "Column of the role's name": 'Spalte mit dem Namen der Rolle',
  'Table of the settings': 'Tabelle der Einstellungen',
  "Column of the setting's name": 'Spalte mit dem Namen der Einstellung',
  'Table of the logins': 'Tabelle der Anmeldungen',
  'Column of the time': 'Spalte mit der Zeit',
  'Column of the outcome': 'Spalte mit dem Ausgang',
  'What the outcome column says of a failed login':
    'Was bei einer fehlgeschlagenen Anmeldung in der Spalte des Ausgangs steht',
  'Column of the status': 'Spalte mit dem Status',
  'What the status column says of an enabled account': 'Was bei einem aktiven Konto in der Spalte des Status steht',
  'Column of the last login': 'Spalte mit der letzten Anmeldung',
  'Table of the changes': 'Tabelle der Änderungen',
  "Column of the deployment's time": 'Spalte mit der Zeit der Inbetriebnahme',
  'Table of the jobs': 'Tabelle der Jobs',
  "Column of the job's name": 'Spalte mit dem Namen des Jobs',
  'Table of the runs': 'Tabelle der Läufe',
  'Column of the start': 'Spalte mit dem Beginn',
  'What the status column says of a failed run': 'Was bei einem fehlgeschlagenen Lauf in der Spalte des Status steht',
  'Table of the backups': 'Tabelle der Sicherungen',
  'Age of the password in days': 'Alter des Kennworts in Tagen',
};
