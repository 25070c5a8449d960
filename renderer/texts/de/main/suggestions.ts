/** Why a tool type was suggested or not, by main's English words; what it found stands between asterisks. */
export const suggestions: Readonly<Record<string, string>> = {
  'Asks for {{1}}: {{2}}.': 'Fragt nach $t({{1}}): $t({{2}}).',
  'Names {{1}}: {{2}}.': 'Nennt $t({{1}}): $t({{2}}).',
  'Asks for {{1}} and names {{2}}: {{3}}.': 'Fragt nach $t({{1}}) und nennt $t({{2}}): $t({{3}}).',
  '{{1}}, of which this CI has no connector yet': '{{1}}, wofür dieses CI noch keine Verbindung hat',
  'Unsure: {{1}}.': 'Unsicher: $t({{1}}).',
  'no word of it names a system or a topic that Tickmark knows':
    'kein Wort nennt ein System oder Thema, das Tickmark kennt',
  '{{1}} asks for words of people, which no system holds':
    '$t({{1}}) fragt nach Auskünften von Personen, die in keinem System stehen',
  '{{1}}; this CI has no connector of such a tool type':
    '$t({{1}}); dieses CI hat keine Verbindung einer solchen Systemart',
  'it asks for {{1}}, which {{2}} might answer': 'gefragt ist nach $t({{1}}); antworten könnte {{2}}',
  'it asks for {{1}}, which {{2}} or {{3}} could answer':
    'gefragt ist nach $t({{1}}); antworten könnten {{2}} oder {{3}}',
  'it names {{1}}, which {{2}} might answer': 'genannt ist $t({{1}}); antworten könnte {{2}}',
  'it names {{1}}, which {{2}} or {{3}} could answer': 'genannt ist $t({{1}}); antworten könnten {{2}} oder {{3}}',
  '*{{1}}* and *{{2}}*': '*{{1}}* und *{{2}}*',
  '*{{1}}* ({{2}})': '*{{1}}* ($t({{2}}))',
  '*{{1}}* and *{{2}}* ({{3}})': '*{{1}}* und *{{2}}* ($t({{3}}))',

  // Topics
  'user accounts': 'Benutzerkonten',
  'privileged users': 'privilegierte Benutzer',
  'roles and permissions': 'Rollen und Berechtigungen',
  'password settings': 'Kennworteinstellungen',
  'failed logins': 'fehlgeschlagene Anmeldungen',
  'unused accounts': 'ungenutzte Konten',
  'segregation of duties': 'Funktionstrennung',
  'changed database objects': 'geänderte Datenbankobjekte',
  'scheduled jobs': 'geplante Jobs',
  backups: 'Sicherungen',
  'audit and logging settings': 'Einstellungen der Protokollierung',
  encryption: 'Verschlüsselung',
  'configuration and version': 'Konfiguration und Version',
  changes: 'Änderungen',
  incidents: 'Störungen',
  'access requests': 'Zugriffsanträge',
  'development tickets': 'Entwicklungsvorgänge',
  tests: 'Tests',
  documents: 'Dokumente',
  'an explanation by people': 'eine Erklärung durch Personen',
};
