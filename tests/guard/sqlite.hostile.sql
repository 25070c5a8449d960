-- Queries the SQLite guard refuses. Each starts after a line "-- @next why".

-- @next inserts
insert into accounts (name) values ('mallory')
-- @next updates
update accounts set is_admin = 1
-- @next deletes
delete from audit_trail
-- @next replaces
replace into accounts values (1, 'mallory')
-- @next deletes and returns
delete from accounts returning *
-- @next two statements
select 1; drop table accounts
-- @next two reading statements are still two
select 1; select 2
-- @next WITH in front of DELETE
with old as (select 1 as id) delete from accounts where id in (select id from old)
-- @next WITH in front of INSERT
with x(a) as (values (1)) insert into accounts select a from x
-- @next WITH in front of UPDATE
with x as (select 1) update accounts set a = 1
-- @next WITH in front of REPLACE
with x as (select 1) replace into accounts select * from x
-- @next creates a table
create table t as select * from accounts
-- @next creates a temporary table
create temp table t as select * from accounts
-- @next creates a view
create view v as select 1
-- @next drops
drop table accounts
-- @next alters
alter table accounts add column x
-- @next attaches another file
attach database '/tmp/x.db' as x
-- @next attaches and creates a file
attach 'file:/tmp/new.db?mode=rwc' as new
-- @next detaches
detach database x
-- @next rewrites the file
vacuum
-- @next copies the file
vacuum into '/tmp/copy.db'
-- @next rebuilds indexes
reindex
-- @next writes statistics
analyze
-- @next begins
begin immediate
-- @next commits
commit
-- @next rolls back
rollback
-- @next sets a savepoint
savepoint s
-- @next releases a savepoint
release s
-- @next sets a pragma
pragma query_only = off
-- @next sets a pragma in parentheses
pragma query_only(0)
-- @next makes the schema writable
pragma writable_schema = on
-- @next changes the journal
pragma journal_mode = delete
-- @next changes the journal in parentheses
pragma journal_mode('wal')
-- @next changes the version number of the file
pragma user_version = 7
-- @next changes the version number in parentheses
pragma user_version(7)
-- @next writes the log back
pragma wal_checkpoint
-- @next runs ANALYZE
pragma optimize
-- @next frees pages
pragma incremental_vacuum(10)
-- @next sets the encryption key
pragma key = 'x'
-- @next changes a directory
pragma temp_store_directory = '/tmp'
-- @next a pragma with an equals sign
pragma table_info = accounts
-- @next a pragma of another database
pragma main.query_only = 0
-- @next a pragma that only exists elsewhere
pragma something_new
-- @next loads a library
select load_extension('/tmp/x.so')
-- @next loads a library, quoted name
select "load_extension"('/tmp/x.so')
-- @next loads a library, name in brackets
select [load_extension]('/tmp/x.so')
-- @next loads a library, name in backticks
select `load_extension`('/tmp/x.so', 'init')
-- @next loads a library, odd case and spacing
select LOAD_extension /* x */ ('/tmp/x.so')
-- @next reads a file, shell's function
select readfile('/etc/passwd')
-- @next writes a file, shell's function
select writefile('/tmp/x', 'y')
-- @next starts an editor, shell's function
select edit('x', 'vi')
-- @next opens an archive, shell's function
select * from zipfile('/tmp/x.zip')
-- @next lists a directory, shell's function
select * from fsdir('/')
-- @next runs SQL given as text
select eval('delete from accounts')
-- @next a pointer to a tokenizer
select fts3_tokenizer('simple')
-- @next a pointer to a tokenizer, to be called
select fts3_tokenizer('x', x'0011223344556677')
-- @next merges a full-text index
select optimize(documents) from documents limit 1
-- @next writes to the error log
select sqlite_log(1, 'x')
-- @next a function nobody knows
select do_it(name) from accounts
-- @next a function nobody knows in ORDER BY
select name from accounts order by rank_and_log(name)
-- @next a function nobody knows in FROM
select * from generate_something(1, 10)
-- @next a table-valued pragma that writes
select * from pragma_optimize
-- @next a table-valued pragma that writes, called
select * from pragma_wal_checkpoint('TRUNCATE')
-- @next a table-valued pragma that sets
select * from pragma_user_version(7)
-- @next a quoted table-valued pragma
select * from "pragma_optimize"
-- @next a table-valued pragma in brackets, other case
select * from main.[PRAGMA_Optimize]
-- @next a table-valued pragma in single quotes
select * from 'pragma_optimize'
-- @next a comment that is not closed
select 1 /* unclosed
-- @next a comment does not nest
select 1 /* a /* b */ ; drop table accounts
-- @next a comment ends with the line
select 1 -- harmless
; drop table accounts
-- @next a backslash is no escape
select 'a\' ; drop table accounts -- '
-- @next a string that is not closed
select 'unclosed
-- @next a quoted name that is not closed
select "unclosed from t
-- @next a bracket that is not closed
select [unclosed from t
-- @next a # is no comment
select 1 # harmless
-- @next a parameter nobody fills in
select * from accounts where id = ?
-- @next a numbered parameter
select ?1
-- @next a named parameter
select :name
-- @next a named parameter with @
select @name
-- @next a named parameter with $
select $name
-- @next explains a writing statement
explain delete from accounts
-- @next explains the plan of a writing statement
explain query plan insert into accounts values (1)
-- @next explains a pragma that writes
explain pragma journal_mode = delete
-- @next a command of the shell
.dump
-- @next a command of the shell that runs a program
.shell id
-- @next nothing but a comment
-- select 1
-- @next a look-alike function name, Cyrillic letters
select lоwer(name) from accounts
-- @next a look-alike that folds to ASCII
select ſum(a) from accounts
-- @next no-break spaces belong to a name
select sum (a) from accounts
-- @next parentheses that close too early
select 1) ; drop table accounts -- (
-- @next parentheses that never close
select (1
-- @next a trigger
create trigger t after insert on accounts begin delete from accounts; end
-- @next raises
select raise(abort, 'x')
-- @next a statement in parentheses
(delete from accounts)
-- @next a writing subquery in FROM
select * from (delete from accounts returning *)
-- @next a writing CTE
with x as (insert into t values (1) returning *) select * from x
-- @next SELECT INTO of other databases
select * into copy from accounts
-- @next an insert hidden behind VALUES
values (1) insert into t values (2)
-- @next inside a version comment of MySQL there is nothing
/*! delete from accounts */
-- @next no SQL
list all users please
