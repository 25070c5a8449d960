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
-- @next merges and shows what it did, as a common table expression (17)
with m as (merge into accounts a using staged s on a.id = s.id when matched then delete returning merge_action(), a.*) select * from m
-- @next updates and shows old and new rows (18)
with u as (update accounts set name = 'x' returning old.name, new.name) table u
-- @next inserts into what another common table expression reads
with recursive x as (insert into accounts select 1, 'x' returning id), y as (select * from x) select * from y
-- @next writes inside EXISTS
select exists (with d as (delete from accounts returning 1) select 1 from d)
-- @next a table command that locks
table accounts for update
-- @next a locking read in one arm of a union
(select id from accounts for update) union all select 1
-- @next a locking read in a scalar subquery
select (select id from accounts limit 1 for no key update nowait)
-- @next INTO in the first arm of a union
select 1 as a into unlogged t union select 2
-- @next runs while it explains, in the list form
explain (analyze, buffers, serialize text) insert into accounts values (2)
-- @next runs a block in dollar quotes with a tag
do language plpgsql $body$ begin execute 'delete from accounts'; end $body$
-- @next calls a procedure with transaction control
call app.commit_in_the_middle(1, null)
-- @next copies a query's result to a program
copy (select * from accounts) to program 'cat > /tmp/x'
-- @next loads with the newer options (17)
copy accounts from '/tmp/in.csv' with (format csv, on_error ignore, log_verbosity verbose)
-- @next runs a query given as text and describes it
select query_to_xml_and_xmlschema('delete from accounts returning *', true, true, '')
-- @next describes a query given as text
select query_to_xmlschema('select app.do_it()', true, true, '')
-- @next reads a whole schema through a function
select schema_to_xml('public', true, true, '')
-- @next reads a table through a function that takes its name
select table_to_xml_and_xmlschema('accounts', true, true, '')
-- @next runs a cursor's next rows and describes them
select cursor_to_xmlschema('c', true, true, '')
-- @next runs SQL given as text, tablefunc
select * from crosstab('delete from accounts returning 1, 2, 3') as t(a int, b int)
-- @next runs SQL given as text with a second query
select * from crosstab('select 1, 2, 3', 'delete from accounts returning 1') as t(a int, b int)
-- @next builds SQL from names given as text, tablefunc
select * from connectby('accounts', 'id', 'parent', '1', 0) as t(id int, parent int, level int)
-- @next builds SQL from a condition given as text, xml2
select * from xpath_table('id', 'doc', 'docs; delete from docs', '/a', 'true') as t(id int, a text)
-- @next transforms with a style sheet that can open documents, xml2
select xslt_process('<a/>', '<x/>')
-- @next another server through dblink, sent and not waited for
select dblink_send_query('host=other', 'delete from t')
-- @next fetches over a connection opened before
select * from dblink_fetch('c', 10) as t(a int)
-- @next closes the connections of foreign servers
select postgres_fdw_disconnect_all()
-- @next asks a web server, extension http
select content from http_get('http://evil.example/')
-- @next writes to cloud storage, extension aws_s3
select * from aws_s3.query_export_to_s3('select 1', 'bucket', 'key')
-- @next plans a job, extension pg_cron
select cron.schedule('* * * * *', 'delete from accounts')
-- @next ends a lock of the session
select pg_advisory_unlock_all()
-- @next tries a shared lock
select pg_try_advisory_lock_shared(1, 2)
-- @next sleeps until a time
select pg_sleep_until('tomorrow')
-- @next the value of a sequence, which only this session has
select currval('accounts_id_seq'), lastval()
-- @next sets the seed of the session's random numbers
select setseed(0.5)
-- @next opens a large object
select lo_open(16400, 131072)
-- @next creates a large object from bytes
select lo_from_bytea(0, '\x00')
-- @next writes into a large object
select lo_put(16400, 0, '\x00')
-- @next removes a large object
select lo_unlink(16400)
-- @next reads through an open large object
select loread(0, 100)
-- @next lists a directory of the write-ahead log
select * from pg_ls_waldir()
-- @next lists the folder of temporary files
select * from pg_ls_tmpdir()
-- @next lists replication files (18 adds more)
select * from pg_ls_replslotdir('s')
-- @next reads the old name of a file function
select pg_catalog.pg_read_file_old('PG_VERSION')
-- @next removes a file, adminpack
select pg_file_unlink('x')
-- @next pauses a standby
select pg_wal_replay_pause()
-- @next starts a backup
select pg_backup_start('x')
-- @next names a restore point
select pg_create_restore_point('x')
-- @next copies a replication slot
select pg_copy_logical_replication_slot('a', 'b')
-- @next advances a replication slot
select pg_replication_slot_advance('s', '0/1')
-- @next synchronises slots (17)
select pg_sync_replication_slots()
-- @next drops a replication origin
select pg_replication_origin_drop('o')
-- @next writes statistics of a table (18)
select pg_restore_relation_stats('relation', 'accounts'::regclass, 'relpages', 5)
-- @next clears statistics of a column (18)
select pg_clear_attribute_stats('public', 'accounts', 'id', false)
-- @next resets statistics of one backend (18)
select pg_stat_reset_backend_stats(1)
-- @next resets the statements' statistics
select pg_stat_statements_reset()
-- @next writes a snapshot of a standby (16)
select pg_log_standby_snapshot()
-- @next imports collations
select pg_import_system_collations('pg_catalog')
-- @next cleans an index's pending list
select gin_clean_pending_list('i')
-- @next summarises an index's new pages
select brin_summarize_new_values('i')
-- @next loads a table into memory, pg_prewarm
select pg_prewarm('accounts')
-- @next empties the buffer, pg_buffercache (17)
select pg_buffercache_evict(1)
-- @next damages a table, pg_surgery
select heap_force_kill('accounts'::regclass, array['(0,1)'::tid])
-- @next waits for the vacuum of a visibility map
select pg_truncate_visibility_map('accounts')
-- @next a function for upgrades only
select binary_upgrade_set_next_pg_type_oid(1)
-- @next the object identifier that is next
select pg_nextoid('pg_class', 'oid', 'pg_class_oid_index')
-- @next promotes, with arguments by name
select pg_promote(wait => false)
-- @next a setting, with the arguments in an array
select set_config(variadic array['a', 'b', 'c'])
-- @next a setting, in the schema of the built-ins and in capitals
select PG_CATALOG.SET_CONFIG('search_path', 'app', false)
-- @next a quoted name of a refused function
select pg_catalog."pg_terminate_backend"(1)
-- @next an escaped name of a refused function with an escape of its own
select U&"pg!005fsleep" UESCAPE '!' (10)
-- @next a refused function behind a comment in its call
select pg_sleep/* (1) */(10)
-- @next a refused function in a row's comparison
select (1, 2) = (1, pg_sleep(10)::text::int)
-- @next a refused function as an argument by name
select make_date(year => 2025, month => nextval('s')::int, day => 1)
-- @next a refused function inside an array slice
select (array[1, 2])[nextval('s'):2]
-- @next a refused function in a window's frame
select sum(1) over (order by 1 rows nextval('s') preceding)
-- @next a refused function in GROUPING SETS
select 1 from accounts group by grouping sets ((nextval('s')), ())
-- @next a refused function in FETCH FIRST
select 1 from accounts fetch first nextval('s') rows only
-- @next a refused function in DISTINCT ON
select distinct on (nextval('s')) 1 from accounts
-- @next a refused function in JSON_TABLE's passing
select * from json_table('{}'::jsonb, '$' passing nextval('s') as x columns (a int path '$.a')) j
-- @next a refused function in JSON_VALUE's default (17)
select json_value('{}'::jsonb, '$.a' default nextval('s') on empty)
-- @next a refused function in JSON_OBJECT's value
select json_object('a' value pg_read_file('PG_VERSION'))
-- @next a refused function in XMLTABLE's default
select * from xmltable('/a' passing '<a/>' columns b text path 'b' default pg_read_file('PG_VERSION')) x
-- @next a refused function in XMLELEMENT's attributes
select xmlelement(name a, xmlattributes(pg_read_file('PG_VERSION') as b))
-- @next a refused function in the pattern of LIKE ... ESCAPE
select 'a' like 'b' escape pg_read_file('PG_VERSION')
-- @next a refused function in AT TIME ZONE
select now() at time zone pg_read_file('PG_VERSION')
-- @next a refused function in an ordered set
select percentile_cont(pg_sleep(1)::text::float8) within group (order by 1)
-- @next a refused function in a repeatable sample
select * from accounts tablesample system (1) repeatable (nextval('s'))
-- @next a refused function in VALUES
values (1), (nextval('s'))
-- @next a refused function in a CASE that is never reached
select case when false then pg_terminate_backend(1) end
-- @next a refused function in a cycle clause's query
with recursive t(a) as (select nextval('s') union all select a from t) cycle a set is_cycle using path select * from t
-- @next a type's name that is also a function of the client's
select app.money('1')
-- @next a cast by the function notation of a client's type
select mytype('x')
-- @next a cast to an array of the client's type
select array[]::app.thing[]
-- @next a cast to the type of a column
select 'x'::accounts.name%type
-- @next a domain's check through a record
select json_populate_record(null::app.checked, '{"a": 1}')
-- @next a domain's check through the row of a table
select (json_populate_record(a, '{"name": "x"}')).* from accounts a
-- @next domains' checks through many rows of a table
select r from accounts a, jsonb_populate_recordset(a, '[{"name": "x"}]') r
-- @next an operator of the client's with a name of built-in signs
select name from accounts where name operator(public.=) 'x'
-- @next an invisible letter inside a name
select name as "aㅤb" from accounts
-- @next invisible tags behind a query
select 1 /* 󠁤󠁲󠁯󠁰 */
-- @next discards the session's state
discard all
-- @next takes on another role
set session authorization postgres
-- @next a psql variable
select * from :table
-- @next reassigns what a role owns
reassign owned by auditor to postgres
-- @next changes a system setting
alter system set log_statement = 'none'
-- @next a security label
security label on table accounts is 'x'
-- @next a comment on an object
comment on table accounts is 'x'
-- @next imports a foreign schema
import foreign schema public from server s into public
-- @next loads a library
load '/tmp/x.so'
-- @next clusters
cluster accounts
-- @next rebuilds indexes
reindex table accounts
-- @next sends a notification as a statement
notify channel, 'payload'
-- @next waits for a log position (18)
wait for lsn '0/1'
-- @next prepares a transaction
prepare transaction 'x'
-- @next a rule that runs instead
create rule r as on select to accounts do instead nothing
