-- Queries the PostgreSQL guard refuses. Each starts after a line "-- @next why".

-- @next inserts
insert into accounts (name) values ('mallory')
-- @next updates
update accounts set is_admin = true where name = 'mallory'
-- @next deletes
delete from audit_trail
-- @next merges
merge into accounts a using staged s on a.id = s.id when matched then update set name = s.name
-- @next two statements, the second one writes
select 1; drop table accounts
-- @next two reading statements are still two
select 1; select 2
-- @next a data-modifying CTE
with gone as (delete from sessions returning *) select count(*) from gone
-- @next a data-modifying CTE inside a subquery of a CTE
with outer_cte as (with inner_cte as (update t set a = 1 returning a) select a from inner_cte) select * from outer_cte
-- @next an inserting CTE that is never read
with x as (insert into t values (1)) select 1
-- @next WITH in front of a writing statement
with x as (select 1) insert into t select * from x
-- @next creates a table from a query
select * into new_table from accounts
-- @next creates a temporary table from a query
select * into temp new_table from accounts
-- @next creates a table
create table copy_of_accounts as select * from accounts
-- @next locks rows
select * from accounts for update
-- @next locks rows in a subquery
select * from (select * from accounts for no key update) a
-- @next shares a lock
select * from accounts for share skip locked
-- @next locks rows in a CTE
with a as (select * from accounts for key share) select * from a
-- @next reads a server file
select pg_read_file('/etc/passwd')
-- @next reads a server file in binary
select encode(pg_read_binary_file('/etc/passwd'), 'hex')
-- @next lists a server directory
select * from pg_ls_dir('.')
-- @next looks at a server file
select (pg_stat_file('postgresql.conf')).size
-- @next lists the log directory
select * from pg_ls_logdir()
-- @next reads a file in field notation: (x).f is f(x)
select ('PG_VERSION'::text).pg_read_file
-- @next reads a file in field notation through the alias of a function
select f.pg_read_file from unnest(array['PG_VERSION']) as f
-- @next a function of the client's in field notation through the alias of a function
select f.do_it from unnest(array['x']) as f
-- @next a column name of one subquery is a function in another
select f.do_it, (select f.do_it from unnest(array['x']) as f(do_it)) from unnest(array['x']) as f
-- @next the alias is no column where the columns are named
select do_it.do_it from unnest(array['x']) as do_it(x)
-- @next the value of a keyword in FROM, in field notation
select u.do_it from current_user as u
-- @next a function without a name in FROM
select "current_user".do_it from current_user
-- @next a function of the client's in field notation on an expression
select ('x'::text).do_it
-- @next writes a server file through COPY
copy accounts to '/tmp/out.csv'
-- @next runs a program on the server
copy (select 1) to program 'id'
-- @next loads a file
copy accounts from '/tmp/in.csv'
-- @next reads a large object
select lo_get(16400)
-- @next imports a large object
select lo_import('/etc/passwd')
-- @next exports a large object
select lo_export(16400, '/tmp/out')
-- @next advances a sequence
select nextval('accounts_id_seq')
-- @next sets a sequence
select setval('accounts_id_seq', 1)
-- @next changes a setting
select set_config('role', 'postgres', false)
-- @next switches the transaction to read write
select set_config('transaction_read_only', 'off', false)
-- @next SET
set transaction_read_only = off
-- @next ends a backend
select pg_terminate_backend(pid) from pg_stat_activity
-- @next cancels a query of another session
select pg_cancel_backend(4711)
-- @next reloads the configuration
select pg_reload_conf()
-- @next holds a lock
select pg_advisory_lock(1)
-- @next holds a lock for the transaction
select pg_try_advisory_xact_lock(1)
-- @next sleeps
select pg_sleep(600)
-- @next sleeps inside a condition
select * from accounts where 1 = case when pg_sleep_for('10 minutes') is null then 1 end
-- @next notifies
select pg_notify('channel', 'payload')
-- @next runs another query given as text
select query_to_xml('delete from accounts', true, true, '')
-- @next runs a cursor
select cursor_to_xml('c', 10, true, true, '')
-- @next reads through a table name given as text
select table_to_xml('accounts', true, false, '')
-- @next reads a whole database through a function
select database_to_xml(true, false, '')
-- @next runs SQL given as text in text search statistics
select * from ts_stat('select vector from documents')
-- @next runs SQL given as text in a text search rewrite
select ts_rewrite('a & b'::tsquery, 'select t, s from aliases')
-- @next another server through dblink
select * from dblink('host=other', 'delete from t') as t(a int)
-- @next another server, executing
select dblink_exec('host=other', 'drop table t')
-- @next opens a connection
select dblink_connect('host=attacker')
-- @next a function of the client's
select do_it()
-- @next a qualified function of the client's
select app.do_it(1)
-- @next a built-in's name in another schema
select public.lower(name) from accounts
-- @next a quoted function name that is not the built-in
select "LOWER"(name) from accounts
-- @next a function of the client's in FROM
select * from app.purge_old_rows(30)
-- @next a function of the client's in a LATERAL join
select * from accounts a cross join lateral app.touch(a.id) t
-- @next a function of the client's in ORDER BY
select name from accounts order by app.rank_and_log(name)
-- @next a function of the client's in a window's filter
select count(*) filter (where app.log_it(id)) over () from accounts
-- @next a function of the client's in ROWS FROM
select * from rows from (generate_series(1, 3), app.do_it()) as t(a, b)
-- @next a function of the client's as sampling method
select * from accounts tablesample app.my_method(10)
-- @next a function of the client's in JSON_TABLE's document
select * from json_table(app.fetch_url('x'), '$' columns (a int path '$.a')) as j
-- @next a function of the client's in LIMIT
select name from accounts limit app.do_it()
-- @next an operator of the client's
select 1 operator(app.+) 2
-- @next an unknown operator
select name from accounts where name ~~~~> 'x'
-- @next an operator of the client's in ORDER BY ... USING
select name from accounts order by name using operator(app.<)
-- @next an operator of the client's against a subquery
select 1 where 1 operator(app.=) any (select 1)
-- @next a cast to a type of the client's runs that type's function
select 'x'::app.trigger_type
-- @next a cast to an unknown type
select cast('x' as mytype)
-- @next a type of the client's in a column definition list
select * from json_to_recordset('[]') as t(a app.mytype)
-- @next a type named by an expression given to a validator
select pg_input_is_valid('x', 'app.mydomain')
-- @next an anonymous block
do $$ begin delete from accounts; end $$
-- @next calls a procedure
call app.nightly_job()
-- @next prepares
prepare p as delete from accounts
-- @next executes a prepared statement
execute p
-- @next runs while it explains
explain analyze delete from accounts
-- @next EXPLAIN can't be captured
explain select 1
-- @next SHOW can't be captured
show all
-- @next locks a table
lock table accounts in access exclusive mode
-- @next truncates
truncate accounts
-- @next drops
drop table if exists accounts
-- @next alters a role
alter role auditor superuser
-- @next grants
grant all on accounts to public
-- @next creates a function
create function f() returns int language sql as 'select 1'
-- @next creates an extension
create extension dblink
-- @next starts listening
listen channel
-- @next vacuums
vacuum accounts
-- @next analyses
analyze accounts
-- @next refreshes a materialised view
refresh materialized view totals
-- @next declares a cursor
declare c cursor for select 1
-- @next ends the read-only transaction
commit
-- @next begins a transaction that may write
begin read write
-- @next ends the read-only transaction, then writes
select 1; rollback; delete from accounts
-- @next closes the wrapping parenthesis
select 1) to program 'id' --
-- @next closes the wrapping parenthesis and opens a new statement
select 1) to stdout; drop table accounts; copy (select 1
-- @next a comment that is not closed
select 1 /* unclosed
-- @next a nested comment that is closed only once
select 1 /* a /* b */ ; drop table accounts
-- @next a string that is not closed
select 'unclosed
-- @next a backslash before a quote means two things, depending on a server setting
select 'a\' , pg_read_file(' || '/etc/passwd') -- '
-- @next the same, in a query that is complete under the usual setting
select 'a\', ' , pg_sleep(600) -- '
-- @next a statement hidden behind a comment
/* harmless */ delete from accounts -- select 1
-- @next a psql command
\! id
-- @next a psql command behind a query
select 1 \gexec
-- @next a parameter nobody fills in
select * from accounts where id = $1
-- @next nothing but a comment
-- select 1
-- @next a look-alike function name, Cyrillic letters
select lоwer(name) from accounts
-- @next a Unicode-escaped function name
select U&"pg\005fread_file"('/etc/passwd')
-- @next creates a replication slot
select pg_create_physical_replication_slot('s')
-- @next reads and consumes changes from a slot
select * from pg_logical_slot_get_changes('s', null, null)
-- @next switches the write-ahead log
select pg_switch_wal()
-- @next promotes a standby
select pg_promote()
-- @next resets statistics
select pg_stat_reset()
-- @next assigns a transaction id
select txid_current()
-- @next exports a snapshot
select pg_export_snapshot()
-- @next writes to the write-ahead log
select pg_logical_emit_message(false, 'a', 'b')
-- @next rotates the server's log
select pg_rotate_logfile()
-- @next writes a message into the server's log
select pg_log_backend_memory_contexts(1)
-- @next a file written by the adminpack extension
select pg_file_write('x', 'y', false)
-- @next the default of a column
values (default)
-- @next no SQL
list all users please
