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
