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
-- @next updates from another table
update accounts set name = s.name from staged s where s.id = accounts.id
-- @next upserts
insert into accounts values (1, 'x') on conflict (id) do update set name = excluded.name returning *
-- @next inserts defaults
insert into accounts default values
-- @next replaces on conflict
insert or replace into accounts values (1, 'x')
-- @next WITH RECURSIVE in front of DELETE
with recursive n(i) as (select 1 union all select i + 1 from n where i < 9) delete from accounts where id in n
-- @next WITH MATERIALIZED in front of INSERT
with x as materialized (select 1) insert into accounts(id) select * from x
-- @next WITH NOT MATERIALIZED in front of UPDATE that shows
with x as not materialized (select 1) update accounts set name = 'x' returning id
-- @next a statement behind a full stop of a number
select 1.;delete from accounts
-- @next attaches with an expression
attach 'a' || '.db' as x
-- @next attaches memory
attach ':memory:' as m
-- @next attaches with a key
attach 'x.db' as x key 'secret'
-- @next detaches the shorter way
detach x
-- @next vacuums one schema
vacuum main
-- @next copies with an expression
vacuum main into 'a' || '.db'
-- @next an index
create unique index i on accounts(name)
-- @next a virtual table of a module that reads files
create virtual table v using csv(filename = '/etc/passwd')
-- @next a virtual table in the temporary schema
create virtual table temp.v using fts5(a)
-- @next removes an index
drop index i
-- @next rebuilds one index
reindex accounts
-- @next statistics of one table
analyze accounts
-- @next the longer way to commit
end transaction
-- @next goes back to a point
rollback to s
-- @next turns off triggers
pragma recursive_triggers = 0
-- @next turns off checks
pragma ignore_check_constraints = 1
-- @next keeps deleted content
pragma secure_delete = 0
-- @next changes the encoding
pragma encoding = 'UTF-16'
-- @next changes the encoding in parentheses
pragma encoding('UTF-16')
-- @next changes the size of pages
pragma page_size(512)
-- @next changes the id of an application
pragma application_id(1)
-- @next trusts functions of the schema
pragma trusted_schema(1)
-- @next the heap
pragma hard_heap_limit(1)
-- @next the pages of the file
pragma max_page_count(1)
-- @next a folder for data
pragma data_store_directory('/tmp')
-- @next reads uncommitted
pragma read_uncommitted(1)
-- @next locks the file
pragma locking_mode(exclusive)
-- @next cuts the log
pragma journal_size_limit(0)
-- @next changes the key (cipher)
pragma rekey = 'x'
-- @next changes the key in hex (cipher)
pragma hexrekey('00')
-- @next changes the cipher
pragma cipher('aes256cbc')
-- @next a pragma's name in quotes
pragma "query_only" = 0
-- @next a pragma's name in brackets
pragma [query_only](0)
-- @next a pragma's schema in quotes
pragma "main".query_only(off)
-- @next a pragma with a negative number
pragma user_version = -1
-- @next a pragma with a number in parentheses that is signed
pragma schema_version(-1)
-- @next a pragma behind a semicolon
select 1;pragma query_only=0
-- @next a table-valued pragma behind a schema
select * from main.pragma_optimize
-- @next a table-valued pragma in a join
select * from accounts, pragma_wal_checkpoint
-- @next a table-valued pragma in a subquery
select (select busy from pragma_wal_checkpoint)
-- @next a table-valued pragma in IN
select 1 where 1 in pragma_incremental_vacuum
-- @next a table-valued pragma in IN, with an argument
select 1 where 1 in pragma_incremental_vacuum(1)
-- @next a table-valued pragma under an alias
select x.* from pragma_journal_mode('delete') as x
-- @next a table-valued pragma in backticks
select * from `pragma_optimize`(1)
-- @next loads a library in a condition
select 1 where load_extension('/tmp/x.so') is null
-- @next loads a library in a FILTER
select count(*) filter (where load_extension('x')) from accounts
-- @next loads a library in ORDER BY
select 1 order by load_extension('x')
-- @next loads a library in LIMIT
select 1 limit load_extension('x')
-- @next loads a library in a window
select sum(1) over (order by load_extension('x'))
-- @next loads a library in VALUES
values (1), (load_extension('x'))
-- @next loads a library in a CASE
select case when 0 then load_extension('x') end
-- @next loads a library in a table function's argument
select * from json_each(load_extension('x'))
-- @next loads a library in a pragma's argument
select * from pragma_table_info(load_extension('x'))
-- @next loads a library in an ON clause
select * from accounts a join accounts b on load_extension('x')
-- @next loads a library in COLLATE's neighbour
select load_extension('x') collate nocase
-- @next loads a library in BETWEEN
select 1 between 0 and load_extension('x')
-- @next loads a library in a row
select (1, 2) = (1, load_extension('x'))
-- @next loads a library behind an arrow
select '{}' -> load_extension('x')
-- @next loads a library over lines
select load_extension -- x
 ('x')
-- @next loads a library in a CTE that nobody reads
with x as (select load_extension('x')) select 1
-- @next the program of a statement that is given as text
select * from bytecode('delete from accounts')
-- @next the tables of a statement that is given as text
select * from tables_used('delete from accounts')
-- @next an array by its address in memory
select * from carray(1, 2)
-- @next pages of the file
select * from sqlite_dbpage('main')
-- @next a pointer
select fts5('x')
-- @next a tokenizer's pointer in a quoted call
select "fts3_tokenizer"('simple')
-- @next an archive
select * from sqlar_uncompress(x'00', 1)
-- @next opens a file line by line
select * from lines_read('/etc/passwd')
-- @next asks a web server
select http_get_body('http://evil.example/')
-- @next a command of the operating system
select shell('id')
-- @next a debug function of geometry
select geopoly_debug(1)
-- @next a string as a function
select 'load_extension'('x')
-- @next a comment that ends the statement early
select 1 /* a */; /* b */ delete from accounts
-- @next a NUL by its number is no end, the rest is a statement
select char(0); delete from accounts
-- @next dashes inside a text that is closed before
select '--' ; drop table accounts
-- @next a doubled bracket does not escape
select [a]] ; drop table accounts --]
-- @next a doubled backtick keeps the name open
select `a`` ; drop table accounts --
-- @next a number that runs into a word
select 1delete from accounts
-- @next a hexadecimal number that runs into a word
select 0x1gdrop table accounts
-- @next explains a trigger
explain create trigger t after insert on accounts begin select 1; end
-- @next explains twice
explain explain select 1
-- @next an invisible letter in a name
select name as "aㅤb" from accounts
-- @next a parameter of Tcl with parentheses
select $a::b(c)
-- @next raises to ignore
select raise(ignore)
