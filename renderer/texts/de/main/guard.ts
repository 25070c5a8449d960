/** Why the guard refuses a query, by main's English words; what a word or function does follows a colon. */
export const guard: Readonly<Record<string, string>> = {
  // Any language
  'The query is empty.': 'Die Abfrage ist leer.',
  'The query is longer than {{1}} characters; shorten it.': 'Die Abfrage ist länger als {{1}} Zeichen; kürzen Sie sie.',
  'The query contains half a character (a lone surrogate); type that part again.':
    'Die Abfrage enthält ein halbes Zeichen (ein einzelnes Surrogat); tippen Sie diese Stelle neu.',
  'The query still has the placeholder {{1}}; write the value there.':
    'In der Abfrage steht noch der Platzhalter {{1}}; setzen Sie den Wert ein.',
  'The query contains the invisible character U+{{1}} at position {{2}}; remove it.':
    'Die Abfrage enthält an Stelle {{2}} das unsichtbare Zeichen U+{{1}}; entfernen Sie es.',
  'Reading the query took more than {{1}} seconds, so it was stopped; make it simpler.':
    'Das Lesen der Abfrage dauerte länger als {{1}} Sekunden und wurde abgebrochen; vereinfachen Sie sie.',
  'The query needs more memory than there is to read it; make it simpler.':
    'Zum Lesen der Abfrage reicht der Speicher nicht; vereinfachen Sie sie.',
  "“{{1}}” can't run.": '„{{1}}“ kann nicht ausgeführt werden.',
  'INSERT adds rows to a table; write a SELECT that shows them.':
    'INSERT fügt einer Tabelle Zeilen hinzu; schreiben Sie ein SELECT, das sie zeigt.',
  'UPDATE changes rows of a table; write a SELECT that shows them.':
    'UPDATE ändert Zeilen einer Tabelle; schreiben Sie ein SELECT, das sie zeigt.',
  'DELETE removes rows of a table; write a SELECT that shows them.':
    'DELETE entfernt Zeilen einer Tabelle; schreiben Sie ein SELECT, das sie zeigt.',
  'One statement that only reads.': 'Eine Anweisung, die nur liest.',

  // Statements
  'There is no statement in the query.': 'Die Abfrage enthält keine Anweisung.',
  'The query ends after “{{1}}”; write what is missing there.':
    'Die Abfrage endet nach „{{1}}“; schreiben Sie, was dort fehlt.',
  'Something is missing between “{{1}}” and “{{2}}”.': 'Zwischen „{{1}}“ und „{{2}}“ fehlt etwas.',
  'The query ends behind its WITH; write the SELECT that reads from it.':
    'Die Abfrage endet nach ihrem WITH; schreiben Sie das SELECT, das daraus liest.',
  'There is more than one statement; send one at a time.':
    'Es sind mehrere Anweisungen; eine Abfrage besteht aus genau einer.',
  'There are {{1}} statements; send one at a time.': 'Es sind {{1}} Anweisungen; eine Abfrage besteht aus genau einer.',
  'There is more than one SELECT statement; send one at a time, or join them with UNION ALL.':
    'Es sind mehrere SELECT-Anweisungen; lassen Sie nur eine stehen, oder verbinden Sie sie mit UNION ALL.',
  '{{1}} {{2}}; only reading statements run ({{3}}).':
    '{{1}} $t({{2}}); ausgeführt werden nur Anweisungen, die lesen ($t({{3}})).',
  'A statement that begins with {{1}} is not known to read; begin with {{2}}.':
    'Dass eine Anweisung mit {{1}} am Anfang nur liest, ist nicht bekannt; beginnen Sie mit $t({{2}}).',
  'SELECT or WITH': 'SELECT oder WITH',
  'SELECT, WITH, VALUES, TABLE, SHOW, DESCRIBE or EXPLAIN': 'SELECT, WITH, VALUES, TABLE, SHOW, DESCRIBE oder EXPLAIN',
  'SELECT, WITH, VALUES, EXPLAIN or a reading PRAGMA': 'SELECT, WITH, VALUES, EXPLAIN oder PRAGMA, das liest',
  '{{1}} {{2}}. If it is a name, quote it: {{3}}.':
    '{{1}} $t({{2}}). Ist es ein Name, setzen Sie ihn in Anführungszeichen: {{3}}.',
  '{{1}} looks like a word of the language. If it is a name, quote it: [name].':
    '{{1}} sieht aus wie ein Wort der Sprache. Ist es ein Name, setzen Sie ihn in Klammern: [name].',
  '{{1}} is not a reading statement; write a SELECT.': '{{1}} ist keine lesende Anweisung; schreiben Sie ein SELECT.',
  'MERGE adds, changes or removes rows of a table; write a SELECT that shows them.':
    'MERGE fügt Zeilen einer Tabelle hinzu, ändert oder entfernt sie; schreiben Sie ein SELECT, das sie zeigt.',
  'COPY moves data in or out of the server; write the SELECT alone.':
    'COPY bringt Daten in den Server oder aus ihm heraus; schreiben Sie nur das SELECT.',
  "EXPLAIN can't be captured as evidence; write the SELECT alone.":
    'EXPLAIN lässt sich nicht als Nachweis festhalten; schreiben Sie nur das SELECT.',
  "SHOW can't be captured as evidence; write SELECT name, setting FROM pg_settings.":
    'SHOW lässt sich nicht als Nachweis festhalten; schreiben Sie SELECT name, setting FROM pg_settings.',
  'SET changes a setting of the session.': 'SET ändert eine Einstellung der Sitzung.',
  'It controls transactions; the read-only transaction around the query must stay.':
    'Die Abfrage steuert Transaktionen; die lesende Transaktion um die Abfrage muss bestehen bleiben.',
  'CALL runs a procedure, which may change data.': 'CALL führt eine Prozedur aus, die Daten ändern kann.',
  'DO runs a block of code, which may change data.': 'DO führt einen Programmblock aus, der Daten ändern kann.',
  'EXECUTE runs a statement that is not visible here.':
    'EXECUTE führt eine Anweisung aus, die hier nicht zu sehen ist.',
  'SELECT … INTO creates a table; leave INTO out.': 'SELECT … INTO legt eine Tabelle an; lassen Sie INTO weg.',
  'FOR UPDATE and FOR SHARE lock rows; leave the clause out.':
    'FOR UPDATE und FOR SHARE sperren Zeilen; lassen Sie diesen Teil weg.',
  'FOR SHARE locks rows; leave it out.': 'FOR SHARE sperrt Zeilen; lassen Sie es weg.',
  'DEFAULT has a meaning only where rows are written.': 'DEFAULT hat nur beim Schreiben von Zeilen einen Sinn.',
  'EXPLAIN ANALYZE runs the statement; leave ANALYZE out.':
    'EXPLAIN ANALYZE führt die Anweisung aus; lassen Sie ANALYZE weg.',
  'SHOW {{1}} is not on the list of SHOW statements that only read.':
    'SHOW {{1}} steht nicht auf der Liste der SHOW-Anweisungen, die nur lesen.',
  'pragma_{{1}} is not on the list of pragmas that only read.':
    'pragma_{{1}} steht nicht auf der Liste der Pragmas, die nur lesen.',
  'PRAGMA {{1}} in this form is not on the list of pragmas that only read.':
    'PRAGMA {{1}} steht in dieser Form nicht auf der Liste der Pragmas, die nur lesen.',
  'WITH {{1}} brings along code of its own.': 'WITH {{1}} bringt eigenen Programmcode mit.',

  // Functions and names
  'It calls {{1}}, which {{2}}.': 'Die Abfrage ruft {{1}} auf. Diese Funktion $t({{2}}).',
  "Tickmark doesn't know the function {{1}}(); it can't tell that it only reads.":
    'Tickmark kennt die Funktion {{1}}() nicht und kann nicht sagen, dass sie nur liest.',
  "Tickmark doesn't know the operator {{1}}; it can't tell that its function only reads.":
    'Tickmark kennt den Operator {{1}} nicht und kann nicht sagen, dass seine Funktion nur liest.',
  "Tickmark doesn't know what {{1}} means here.": 'Tickmark weiß nicht, was $t({{1}}) hier bedeutet.',
  '{{1}} at position {{2}}': '{{1}} an Stelle {{2}}',
  "Tickmark doesn't know the sampling method {{1}}; use BERNOULLI or SYSTEM.":
    'Tickmark kennt das Stichprobenverfahren {{1}} nicht; verwenden Sie BERNOULLI oder SYSTEM.',
  "Write the function {{1}} without quotes; Tickmark can't judge it like this.":
    'Schreiben Sie die Funktion {{1}} ohne Anführungszeichen; so kann Tickmark sie nicht beurteilen.',
  "It uses {{1}}, which Tickmark does not know; it can't tell that the query only reads.":
    'Die Abfrage verwendet {{1}}; das kennt Tickmark nicht und kann nicht sagen, dass die Abfrage nur liest.',
  'A function in FROM has no name; give it one with AS.':
    'Eine Funktion in FROM hat keinen Namen; geben Sie ihr mit AS einen.',
  'It casts to {{1}}, a type that may run functions of its own; cast to text or another built-in type.':
    'Die Abfrage wandelt in {{1}} um, einen Typ, der eigene Funktionen ausführen kann; wandeln Sie in text oder einen anderen eingebauten Typ um.',
  'It reads {{1}}; written like this, {{2}} may be called as a function, which {{3}}.':
    'Die Abfrage liest {{1}}; so geschrieben kann {{2}} als Funktion aufgerufen werden. Diese Funktion $t({{3}}).',
  'It reads {{1}}, but {{2}} is a function, so that {{3}} may be one, too. Name its columns: AS {{4}}({{5}}).':
    'Die Abfrage liest {{1}}, aber {{2}} ist eine Funktion, sodass auch {{3}} eine sein kann. Benennen Sie ihre Spalten: AS {{4}}({{5}}).',
  'It reads (…).{{1}}; written like this, {{2}} may be called as a function. Use a subquery with named columns.':
    'Die Abfrage liest (…).{{1}}; so geschrieben kann {{2}} als Funktion aufgerufen werden. Verwenden Sie eine Unterabfrage mit benannten Spalten.',
  "In FROM, {{1}}() is a function of the client's; Tickmark can't tell that it only reads.":
    '{{1}}() in FROM ist eine Funktion des Mandanten; Tickmark kann nicht sagen, dass sie nur liest.',
  'With a space before the parenthesis {{1}} may be a stored function; write {{2}}( without it.':
    'Mit einem Leerzeichen vor der Klammer kann {{1}} eine gespeicherte Funktion sein; schreiben Sie {{2}}( ohne Leerzeichen.',
  '{{1}} belongs to the packages of the server, which do more than read.':
    '{{1}} gehört zu den Paketen des Servers, die mehr tun als lesen.',
  'A name of four parts reaches another server. For a column, write its table by an alias.':
    'Ein Name aus vier Teilen führt zu einem anderen Server. Für eine Spalte geben Sie der Tabelle einen Alias.',
  'It reads over a database link (@); connect to that database instead.':
    'Die Abfrage liest über einen Datenbank-Link (@); richten Sie stattdessen eine Verbindung zu jener Datenbank ein.',
  'It names a temporary table (#…), which this session does not have.':
    'Die Abfrage nennt eine temporäre Tabelle (#…), die es in dieser Sitzung nicht gibt.',
  'FETCH reads a cursor; only OFFSET … ROWS FETCH … is known.':
    'FETCH liest einen Cursor; bekannt ist nur OFFSET … ROWS FETCH ….',
  "Write the path of {{1}} as one text; a path that is put together can't be judged.":
    'Schreiben Sie den Pfad von {{1}} als einen Text; ein zusammengesetzter Pfad lässt sich nicht beurteilen.',
  'Its XQuery text may open other documents; only paths, text(), count() and the like are let through.':
    'Ihr XQuery-Text kann andere Dokumente öffnen; durchgelassen werden nur Pfade, text(), count() und Ähnliches.',

  // Sequences, variables, parameters, hints
  'NEXT VALUE advances a sequence.': 'NEXT VALUE zählt eine Sequenz weiter.',
  'NEXT VALUE FOR advances a sequence.': 'NEXT VALUE FOR zählt eine Sequenz weiter.',
  'NEXTVAL advances a sequence.': 'NEXTVAL zählt eine Sequenz weiter.',
  '{{1}} uses a sequence, which it may advance.': '{{1}} benutzt eine Sequenz und kann sie weiterzählen.',
  'It assigns a variable (:=); leave the assignment out.':
    'Die Abfrage weist einer Variablen einen Wert zu (:=); lassen Sie die Zuweisung weg.',
  'It has a parameter (?), which nobody fills in; write the value.':
    'Die Abfrage hat einen Parameter (?), den niemand ausfüllt; schreiben Sie den Wert.',
  'It has a parameter ($1), which nobody fills in; write the value.':
    'Die Abfrage hat einen Parameter ($1), den niemand ausfüllt; schreiben Sie den Wert.',
  'It has a parameter (:name, ? or &name), which nobody fills in; write the value.':
    'Die Abfrage hat einen Parameter (:name, ? oder &name), den niemand ausfüllt; schreiben Sie den Wert.',
  'It has a parameter (?, :name, @name or $name), which nobody fills in; write the value.':
    'Die Abfrage hat einen Parameter (?, :name, @name oder $name), den niemand ausfüllt; schreiben Sie den Wert.',
  'It has a variable (@…), which nobody fills in; write the value.':
    'Die Abfrage hat eine Variable (@…), die niemand ausfüllt; schreiben Sie den Wert.',
  'Optimizer hints (/*+ … */) can set variables; leave the hint out.':
    'Optimierungshinweise (/*+ … */) können Variablen setzen; lassen Sie den Hinweis weg.',
  'Hints (/*+ … */) change how the server works; leave the hint out.':
    'Hints (/*+ … */) ändern, wie der Server arbeitet; lassen Sie den Hint weg.',
  'The query hint {{1}} is not known to be harmless; leave it out.':
    'Dass der Abfragehinweis {{1}} harmlos ist, ist nicht bekannt; lassen Sie ihn weg.',
  'The table hint {{1}} is not known to lock nothing; leave it out.':
    'Dass der Tabellenhinweis {{1}} nichts sperrt, ist nicht bekannt; lassen Sie ihn weg.',
  'USE PLAN takes a plan from the text; leave it out.':
    'USE PLAN nimmt einen Ausführungsplan aus dem Text; lassen Sie es weg.',

  // Texts, comments, parentheses
  'A comment is opened and not closed.': 'Ein Kommentar wird geöffnet und nicht geschlossen.',
  'A comment is not closed, or holds another one.': 'Ein Kommentar ist nicht geschlossen oder enthält einen weiteren.',
  'A quote is opened and not closed.': 'Ein Anführungszeichen wird geöffnet und nicht geschlossen.',
  'A quoted name is not closed.': 'Ein Name in Anführungszeichen ist nicht geschlossen.',
  'A quoted name is not closed, or holds a double quote.':
    'Ein Name in Anführungszeichen ist nicht geschlossen oder enthält ein doppeltes Anführungszeichen.',
  'A text is not closed.': 'Ein Text ist nicht geschlossen.',
  "A text is opened and not closed, or begins in a way that is not known (q'…').":
    "Ein Text ist nicht geschlossen oder beginnt auf eine Art, die nicht bekannt ist (q'…').",
  "A text is not closed, or has a backslash before a quote, which depends on the server's sql_mode. Double the quote instead.":
    'Ein Text ist nicht geschlossen oder hat einen Backslash vor einem Anführungszeichen, was vom sql_mode des Servers abhängt. Verdoppeln Sie stattdessen das Anführungszeichen.',
  "A text has a backslash before a quote; its meaning depends on the server's settings. Write it as E'…'.":
    "Ein Text hat einen Backslash vor einem Anführungszeichen; was das bedeutet, hängt von den Einstellungen des Servers ab. Schreiben Sie ihn als E'…'.",
  'A comment holds a carriage return without a line feed; servers disagree whether it ends there.':
    'Ein Kommentar enthält einen Wagenrücklauf ohne Zeilenvorschub; Server sind sich nicht einig, ob er dort endet.',
  'A line ends with a carriage return alone, which servers read in different ways.':
    'Eine Zeile endet nur mit einem Wagenrücklauf, was Server verschieden lesen.',
  'Comments that begin with /*! or /*M! are executed by the server; write what they say, or leave it out.':
    'Kommentare, die mit /*! oder /*M! beginnen, führt der Server aus; schreiben Sie, was darin steht, oder lassen Sie es weg.',
  'A name that begins with $ may be a quote (MySQL 9); write it as `name`.':
    'Ein Name, der mit $ beginnt, kann ein Anführungszeichen sein (MySQL 9); schreiben Sie ihn als `name`.',
  'Write names with other letters than A to Z in double quotes.':
    'Schreiben Sie Namen mit anderen Buchstaben als A bis Z in doppelten Anführungszeichen.',
  'A database with a smaller character set may read {{1}} as a quote or as the end of a comment; write the plain one.':
    'Eine Datenbank mit kleinerem Zeichensatz kann {{1}} als Anführungszeichen oder als Ende eines Kommentars lesen; schreiben Sie das einfache Zeichen.',
  'Leave out the / at the end; it belongs to SQL*Plus.': 'Lassen Sie den / am Ende weg; er gehört zu SQL*Plus.',
  'Commands of psql (\\d, \\copy, …) are not SQL; write the query itself.':
    'Befehle von psql (\\d, \\copy, …) sind kein SQL; schreiben Sie die Abfrage selbst.',
  'Put a space behind the number: T-SQL may end it where the next word begins.':
    'Setzen Sie ein Leerzeichen hinter die Zahl: T-SQL kann sie dort enden lassen, wo das nächste Wort beginnt.',
  'A parenthesis closes that was not opened.': 'Eine Klammer wird geschlossen, die nicht geöffnet wurde.',
  'A parenthesis is opened and not closed.': 'Eine Klammer wird geöffnet und nicht geschlossen.',
  'Parentheses nest deeper than {{1}} levels; make the query simpler.':
    'Klammern sind tiefer als {{1}} Ebenen geschachtelt; vereinfachen Sie die Abfrage.',

  // The parser of PostgreSQL
  'The query is too large or nested too deeply for the parser; make it simpler.':
    'Die Abfrage ist für den Parser zu groß oder zu tief geschachtelt; vereinfachen Sie sie.',
  'The parser for PostgreSQL broke at an earlier query; restart Tickmark.':
    'Der Parser für PostgreSQL ist an einer früheren Abfrage gescheitert; starten Sie Tickmark neu.',
  'The scanner for PostgreSQL does not accept the query.': 'Der Scanner für PostgreSQL nimmt die Abfrage nicht an.',
  "PostgreSQL's grammar does not accept the query: {{1}}.":
    'Die Grammatik von PostgreSQL nimmt die Abfrage nicht an: {{1}}.',

  // What statements and words do
  'inserts rows': 'fügt Zeilen ein',
  'changes rows': 'ändert Zeilen',
  'changes or locks rows': 'ändert oder sperrt Zeilen',
  'deletes rows': 'löscht Zeilen',
  'replaces rows': 'ersetzt Zeilen',
  'locks rows': 'sperrt Zeilen',
  'locks rows until the end': 'sperrt Zeilen bis zum Ende',
  'locks a table': 'sperrt eine Tabelle',
  'locks what others work with': 'sperrt, womit andere arbeiten',
  'runs a procedure': 'führt eine Prozedur aus',
  'runs a procedure, which may change data': 'führt eine Prozedur aus, die Daten ändern kann',
  'runs a procedure or a text': 'führt eine Prozedur oder einen Text aus',
  'runs functions without reading anything': 'führt Funktionen aus, ohne etwas zu lesen',
  'changes settings': 'ändert Einstellungen',
  'changes values': 'ändert Werte',
  'loads a file': 'lädt eine Datei',
  'creates objects': 'legt Objekte an',
  'changes objects': 'ändert Objekte',
  'removes objects': 'entfernt Objekte',
  'renames objects': 'benennt Objekte um',
  'gives privileges': 'vergibt Rechte',
  'takes privileges away': 'entzieht Rechte',
  'prepares a statement that is not visible here': 'bereitet eine Anweisung vor, die hier nicht zu sehen ist',
  'runs a statement that is not visible here': 'führt eine Anweisung aus, die hier nicht zu sehen ist',
  'opens a table outside of the read-only transaction': 'öffnet eine Tabelle außerhalb der lesenden Transaktion',
  'opens another file': 'öffnet eine andere Datei',
  'rewrites the file': 'schreibt die Datei neu',
  'controls transactions': 'steuert Transaktionen',
  'controls transactions or begins a block of code': 'steuert Transaktionen oder beginnt einen Programmblock',
  'ends the read-only transaction': 'beendet die lesende Transaktion',
  'ends the transaction that is rolled back': 'beendet die Transaktion, die zurückgerollt wird',
  'belongs to a statement that writes': 'gehört zu einer Anweisung, die schreibt',
  'begins a statement of its own': 'beginnt eine eigene Anweisung',
  'names a place to write to': 'nennt einen Ort, an den geschrieben wird',
  'writes the result to a table': 'schreibt das Ergebnis in eine Tabelle',
  'writes the result to a file, a variable or a table':
    'schreibt das Ergebnis in eine Datei, eine Variable oder eine Tabelle',
  "is a word of client programs, not of the server's language":
    'ist ein Wort von Client-Programmen, nicht der Sprache des Servers',
  'asks for hidden columns': 'fragt nach verborgenen Spalten',
  'changes how an external table is read': 'ändert, wie eine externe Tabelle gelesen wird',
  'changes what the server audits': 'ändert, was der Server protokolliert',

  // What functions do
  'reads files on the server': 'liest Dateien auf dem Server',
  'reads files on the server by their path': 'liest Dateien auf dem Server über ihren Pfad',
  'reads files on the server and may run a program to prepare them':
    'liest Dateien auf dem Server und kann dazu ein Programm ausführen',
  'writes files on the server': 'schreibt Dateien auf dem Server',
  'lists directories on the server': 'listet Verzeichnisse auf dem Server auf',
  'opens files on the server': 'öffnet Dateien auf dem Server',
  'looks at files of the server': 'sieht Dateien des Servers an',
  'reads files of this computer': 'liest Dateien dieses Rechners',
  'writes files of this computer': 'schreibt Dateien dieses Rechners',
  'makes the server wait': 'lässt den Server warten',
  'makes the server work without reading anything': 'lässt den Server arbeiten, ohne etwas zu lesen',
  'uses locks of the server': 'benutzt Sperren des Servers',
  'takes or releases locks': 'setzt oder löst Sperren',
  'reads or sets the state of the session': 'liest oder setzt den Zustand der Sitzung',
  'reads the session': 'liest die Sitzung',
  'changes the state of the session': 'ändert den Zustand der Sitzung',
  'changes a setting of the session': 'ändert eine Einstellung der Sitzung',
  'uses a sequence, which it may advance': 'benutzt eine Sequenz und kann sie weiterzählen',
  'advances a counter of the server': 'zählt einen Zähler des Servers weiter',
  'runs programs on the server': 'führt Programme auf dem Server aus',
  'changes how the server works': 'ändert, wie der Server arbeitet',
  'is a loadable function, which may do anything': 'ist nachgeladen und kann alles Mögliche tun',
  'can fetch documents over the network': 'kann Dokumente über das Netz holen',
  'builds XML from a text, whose entities the server may fetch':
    'baut XML aus einem Text, dessen Entitäten der Server holen kann',
  'works on documents in ways that are not known to only read':
    'bearbeitet Dokumente auf Arten, von denen nicht bekannt ist, dass sie nur lesen',
  'answers objects or cursors, which no cell can hold':
    'antwortet mit Objekten oder Cursorn, die keine Zelle aufnehmen kann',
  'is replaced by sys_context': 'ist durch sys_context ersetzt',
  'runs models of the server': 'führt Modelle des Servers aus',
  'runs a model on the server': 'führt ein Modell auf dem Server aus',
  'is internal to the server': 'ist eine interne des Servers',
  'uses large objects': 'benutzt große Objekte',
  'sends queries to another server': 'schickt Abfragen an einen anderen Server',
  'reaches another server': 'führt zu einem anderen Server',
  'reaches another server or a file': 'führt zu einem anderen Server oder einer Datei',
  'reaches other systems over the network': 'spricht andere Systeme über das Netz an',
  'runs a query or reads a table that is given as text':
    'führt eine Abfrage aus oder liest eine Tabelle, die als Text angegeben ist',
  'runs a query that is given as text': 'führt eine Abfrage aus, die als Text angegeben ist',
  'runs a statement that is given as text': 'führt eine Anweisung aus, die als Text angegeben ist',
  'runs the input function of a type that is given as text':
    'führt die Eingabefunktion eines Typs aus, der als Text angegeben ist',
  'sends messages to other sessions or servers': 'schickt Nachrichten an andere Sitzungen oder Server',
  'assigns a transaction id, which is written': 'vergibt eine Transaktionsnummer, die geschrieben wird',
  'shares a snapshot, which is written to a file': 'teilt einen Snapshot, der in eine Datei geschrieben wird',
  'creates or removes replication slots or restore points':
    'legt Replikationsslots oder Wiederherstellungspunkte an oder entfernt sie',
  'changes the state of replication': 'ändert den Zustand der Replikation',
  'gives orders to the server': 'gibt dem Server Befehle',
  'changes the catalog': 'ändert den Katalog',
  'maintains indexes': 'wartet Indizes',
  'loads a program library': 'lädt eine Programmbibliothek',
  'hands out addresses in memory': 'gibt Speicheradressen heraus',
  'rewrites a full-text index': 'schreibt einen Volltextindex neu',
  'writes to the error log': 'schreibt in das Fehlerprotokoll',
  'compiles a text, for which the server may connect to another one':
    'übersetzt einen Text, wofür der Server sich mit einem anderen verbinden kann',
  'needs a document that a procedure has prepared': 'braucht ein Dokument, das eine Prozedur vorbereitet hat',
  'is a procedure': 'ist eine Prozedur',
  'reads the transaction log or a backup': 'liest das Transaktionsprotokoll oder eine Sicherung',
  "ends another session's work": 'beendet die Arbeit einer anderen Sitzung',
  "resets or flushes the server's statistics": 'setzt die Statistik des Servers zurück oder schreibt sie',
  'uses keys of the server': 'benutzt Schlüssel des Servers',
  'reads keys of the server': 'liest Schlüssel des Servers',
  'makes a pointer into a stored text': 'erzeugt einen Zeiger in einen gespeicherten Text',
  'makes secrets or numbers instead of reading': 'erzeugt Geheimnisse oder Zahlen, statt zu lesen',
};
