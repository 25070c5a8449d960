-- Queries the MySQL and MariaDB guard allows. Each starts after a line "-- @next why".

-- @next the smallest
select 1
-- @next a trailing semicolon and comments of all kinds
/* users */ select user, host from mysql.user # of the server
order by user; -- end
-- @next accounts and their global privileges
select User, Host, Select_priv, Insert_priv, Update_priv, Delete_priv, Super_priv, Grant_priv, File_priv from mysql.user where Super_priv = 'Y' or Grant_priv = 'Y' order by User, Host
-- @next accounts, MySQL 8
select user, host, plugin, account_locked, password_expired, password_last_changed, password_lifetime from mysql.user where authentication_string = '' or password_lifetime is null
-- @next accounts, MariaDB
select user, host, json_value(priv, '$.plugin') as plugin, json_value(priv, '$.access') as access from mysql.global_priv
-- @next role memberships
select from_user, to_user, with_admin_option from mysql.role_edges
-- @next grants of the information schema
select grantee, table_schema, group_concat(distinct privilege_type order by privilege_type separator ', ') as privileges from information_schema.schema_privileges group by grantee, table_schema
-- @next table grants
select * from information_schema.table_privileges where privilege_type in ('INSERT', 'UPDATE', 'DELETE') and grantee not like '''root''@%'
-- @next settings
select variable_name, variable_value from performance_schema.global_variables where variable_name like 'validate\_password%' or variable_name in ('log_bin', 'local_infile', 'secure_file_priv')
-- @next system variables
select @@version, @@global.sql_mode, @@session.time_zone, @@hostname, @@datadir
-- @next SHOW VARIABLES
show global variables like 'audit%'
-- @next SHOW GRANTS
show grants for 'app'@'%'
-- @next SHOW GRANTS of oneself
show grants for current_user()
-- @next SHOW statements on objects
show full columns from accounts from app like 'is%'
-- @next SHOW CREATE
show create procedure app.nightly_job
-- @next SHOW with a condition
show table status from app where engine <> 'InnoDB' and create_time > '2025-01-01'
-- @next SHOW PROCESSLIST
show full processlist;
-- @next DESCRIBE
describe app.accounts
-- @next DESC with quoted names
desc `app`.`user accounts` 'is%'
-- @next EXPLAIN
explain format=json select * from app.accounts where id = 1
-- @next accounts unused for 90 days
select u.user_name, max(l.logged_in_at) as last_login, datediff(now(), max(l.logged_in_at)) as days from app.users u left join app.logins l using (user_id) group by u.user_name having coalesce(max(l.logged_in_at), '1970-01-01') < date_sub(current_timestamp, interval 90 day)
-- @next date arithmetic
select created_at + interval 1 month, created_at - interval '1:30' minute_second, timestampdiff(hour, created_at, utc_timestamp()), date_format(created_at, '%Y-%m-%d %H:%i'), last_day(created_at), extract(year_month from created_at), str_to_date('30.06.2025', '%d.%m.%Y'), convert_tz(created_at, '+00:00', 'Europe/Berlin'), date '2025-06-30', timestamp('2025-06-30', '12:00'), adddate(created_at, 3), makedate(2025, 31), unix_timestamp(created_at), from_unixtime(0) from app.users
-- @next failed logins per hour
select date_format(at, '%Y-%m-%d %H:00') as hour, sum(not succeeded) as failed, round(100 * avg(succeeded = 0), 2) as percent from app.logins where at between '2025-04-01' and '2025-06-30 23:59:59' group by 1 with rollup
-- @next strings of every kind
select 'it''s', "double ""quoted""", 'back\\slash \n \t \%', N'national', _utf8mb4'introduced' collate utf8mb4_bin, x'4D7953514C', 0x4D79, b'101', 0b11, 'two' ' parts', '/* no comment */', '-- none', '# none', '; no end', ':= none'
-- @next quoted names and unusual ones
select `User Name`, `update`, `select;` as `--`, größe, t.`key`, 1st_column, t1.2nd from `My Schema`.`Table; drop` as t
-- @next text functions
select concat_ws(', ', name, mail), substring_index(mail, '@', -1), lower(name), trim(both ' ' from name), trim(leading '0' from code), left(name, 3), right(name, 3), replace(name, 'a', 'b'), insert(name, 1, 2, 'xx'), lpad(id, 8, '0'), char_length(name), hex(name), locate('@', mail), position('@' in mail), substring(name from 2 for 3), md5(mail), sha2(mail, 256), char(77, 121 using utf8mb4), field('a', 'b'), find_in_set('admin', roles), format(1234.5, 2), reverse(name), ascii(name), elt(1, 'a'), soundex(name) from app.users
-- @next numbers
select round(a, 2), ceiling(a), floor(a), truncate(a, 2), mod(a, 10), a mod 10, a div 3, power(2, 10), greatest(a, b), least(a, b), rand(42), a % 3, a << 2 | b & ~c ^ d, -a, 1e3, .5, 5., abs(a), sign(a), crc32(name), conv(a, 16, 10) from app.payments
-- @next comparisons and logic
select a <=> b, a <> b, a != b, not a, !a, a xor b, a && b, a is null, a is not true, a between 1 and 2, a in (1, 2), (a, b) in (select 1, 2), if(a, b, c), ifnull(a, b), nullif(a, b), isnull(a), case a when 1 then 'x' else 'y' end, case when (a > b) then (1) else (2) end, interval(a, 1, 10), exists (select 1), a >= all (select 1), a = any (select 2), a <> some (select 3) from app.t
-- @next casts
select cast(a as decimal(12, 2)), cast(a as char(10) character set utf8mb4), cast(a as unsigned), convert(a, datetime), convert(a using utf8mb4), cast(a as datetime(6)), binary a, a collate utf8mb4_general_ci from app.t
-- @next regular expressions
select name, name regexp '^[a-z]+$', name rlike 'x', name not regexp 'y', regexp_replace(name, '[0-9]+', ''), regexp_substr(mail, '@.*$'), regexp_like(name, '^svc') from app.users where name like '%\_test' escape '\\' or name not like 'a|%' escape '|'
-- @next JSON
select payload ->> '$.actor', payload -> '$.object', json_extract(payload, '$.a', '$.b'), json_unquote(json_extract(payload, '$.a')), json_contains(payload, '1', '$.a'), json_arrayagg(id), json_objectagg(id, name), json_length(payload), json_keys(payload), json_search(payload, 'one', 'x'), json_valid(payload), json_object('a', 1), json_array(1, 2) from app.events group by payload
-- @next JSON_TABLE
select o.id, j.* from app.orders o, json_table(o.payload, '$.items[*]' columns (position for ordinality, sku varchar(40) path '$.sku', price decimal(10, 2) path '$.price' default '0' on empty null on error, nested path '$.tags[*]' columns (tag varchar(40) path '$'))) as j
-- @next MEMBER OF
select id from app.orders where 'x' member of (payload -> '$.tags')
-- @next recursive CTE with a column list
with recursive tree (id, parent, depth) as (select id, parent, 0 from app.nodes where parent is null union all select n.id, n.parent, t.depth + 1 from app.nodes n join tree t on n.parent = t.id) select * from tree
-- @next several CTEs
with a as (select 1 as x), b(y, z) as (select 2, 3) select * from a cross join b union all select 4, 5, 6
-- @next window functions
select *, row_number() over (partition by system order by created_at desc) as r, lag(amount, 1, 0) over w, sum(amount) over (w rows between unbounded preceding and current row), ntile(4) over (order by id), first_value(name) over w from app.changes window w as (partition by system order by id)
-- @next the latest of each
select * from (select c.*, rank() over (partition by c.system order by c.created_at desc) as position from app.changes c) as ranked where position = 1
-- @next a lateral derived table
select d.name, l.* from app.departments d join lateral (select u.name from app.users u where u.department_id = d.id order by u.id limit 3) as l on true
-- @next a derived table with a column list
select * from (select 1, 2) as t (a, b)
-- @next set operations
(select name from a) union distinct (select name from b order by name limit 5) except select name from c intersect select name from d order by 1 limit 10 offset 5
-- @next VALUES
values row(1, 'a'), row(2, 'b') order by column_0
-- @next VALUES of MariaDB
select * from (values (1, 'a'), (2, 'b')) as v
-- @next TABLE
table app.accounts order by id limit 10
-- @next duplicates
select iban, count(*), count(distinct vendor_id) from app.vendors group by iban having count(*) > 1
-- @next segregation of duties
select * from app.changes where approved_by = requested_by and status not in ('draft')
-- @next index hints and partitions
select * from app.logins partition (p2025) use index (by_date) ignore index for join (by_user) where at > '2025-01-01'
-- @next old join words
select straight_join a.id from (a, b) left outer join (c natural join d) on (a.id = c.id) where (a.x = b.x)
-- @next SELECT options
select sql_no_cache distinct high_priority name from app.users limit 5, 10
-- @next full text
select title, match (title, body) against ('password policy' in boolean mode) as score from app.documents where match (title, body) against ('+password')
-- @next temporal tables, MariaDB
select * from app.rates for system_time as of timestamp '2025-06-30 00:00:00' where id = 1
-- @next user variables are read
select @audit_from, @`quoted name`, @'other'
-- @next network addresses
select inet_ntoa(ip), inet6_ntoa(ip6), is_ipv4(host) from app.logins
-- @next engine and table sizes
select table_schema, table_name, engine, table_rows, round((data_length + index_length) / 1024 / 1024, 1) as megabytes from information_schema.tables where table_type = 'BASE TABLE' order by 5 desc
-- @next triggers, routines and events
select routine_schema, routine_name, security_type, definer, last_altered from information_schema.routines union all select trigger_schema, trigger_name, event_manipulation, definer, created from information_schema.triggers
-- @next who am I
select user(), current_user(), current_user, database(), schema(), version(), connection_id(), current_role()
-- @next words that are commands elsewhere
select handler, prepare, execute, t.status, truncate(a, 1), value, user from app.t as t
-- @next replication and logs
show replica status
-- @next percentiles of MariaDB
select percentile_cont(0.5) within group (order by amount) over (partition by vendor_id) from app.payments
-- @next XML and geometry
select extractvalue(doc, '//user/@name'), updatexml('<a/>', '/a', '<b/>'), st_astext(location), st_distance_sphere(a, b) from app.docs
-- @next grouping
select department, grouping(department), any_value(name), bit_or(flags), std(amount), var_pop(amount) from app.t group by department with rollup
-- @next user of dual
select now(), sysdate(), curdate(), current_date, uuid() from dual where 1 = 1
-- @next accounts without a password
select user, host, plugin from mysql.user where authentication_string = '' and plugin not in ('unix_socket', 'auth_socket') order by user, host
-- @next accounts that may come from anywhere
select user, host from mysql.user where host in ('%', '') or host like '%\%%' order by 1, 2
-- @next privileges of each account by the information schema
select grantee, privilege_type, is_grantable from information_schema.user_privileges where privilege_type in ('SUPER', 'FILE', 'PROCESS', 'SHUTDOWN', 'RELOAD', 'CREATE USER') order by grantee, privilege_type
-- @next column privileges
select grantee, table_schema, table_name, column_name, privilege_type from information_schema.column_privileges order by 1, 2, 3, 4
-- @next privileges on databases
select Host, Db, User, Select_priv, Insert_priv, Update_priv, Delete_priv, Grant_priv from mysql.db order by Db, User
-- @next roles (MariaDB)
select User, Host, Role, Admin_option from mysql.roles_mapping order by Role, User
-- @next roles that may be used (MariaDB)
select * from information_schema.applicable_roles
-- @next settings on passwords, logging and files
select variable_name, global_value, variable_scope from information_schema.system_variables where variable_name in ('LOG_BIN', 'GENERAL_LOG', 'SLOW_QUERY_LOG', 'LOCAL_INFILE', 'SECURE_FILE_PRIV', 'STRICT_PASSWORD_VALIDATION', 'REQUIRE_SECURE_TRANSPORT') order by 1
-- @next SHOW VARIABLES with a condition
show variables where variable_name like '%password%' or variable_name in ('have_ssl', 'tls_version')
-- @next SHOW STATUS of TLS
show status like 'Ssl\_cipher%'
-- @next SHOW PLUGINS
show plugins
-- @next SHOW DATABASES
show databases like '%a%'
-- @next SHOW TRIGGERS
show triggers from audit
-- @next SHOW EVENTS
show events from audit
-- @next SHOW INDEX
show index from audit.accounts
-- @next SHOW ENGINES
show storage engines
-- @next SHOW CREATE TABLE
show create table audit.accounts
-- @next plugins of authentication
select plugin_name, plugin_status, plugin_type, plugin_library from information_schema.plugins where plugin_type in ('AUTHENTICATION', 'PASSWORD VALIDATION', 'AUDIT')
-- @next sessions
select id, user, host, db, command, time, state from information_schema.processlist order by time desc
-- @next views and their rights
select table_schema, table_name, definer, security_type, is_updatable from information_schema.views where table_schema not in ('sys', 'mysql')
-- @next tables without a primary key
select t.table_schema, t.table_name from information_schema.tables t left join information_schema.table_constraints c on c.table_schema = t.table_schema and c.table_name = t.table_name and c.constraint_type = 'PRIMARY KEY' where c.constraint_name is null and t.table_type = 'BASE TABLE' and t.table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
-- @next columns that may hold personal data
select table_schema, table_name, column_name, column_type from information_schema.columns where column_name regexp 'birth|salary|iban|passport' order by 1, 2, 3
-- @next version and identity
select version(), @@hostname, @@port, @@datadir, @@server_id, database(), current_user(), connection_id()
-- @next what the connection is encrypted with
select * from information_schema.session_status where variable_name in ('SSL_CIPHER', 'SSL_VERSION')
-- @next leavers with open accounts
select u.login, e.left_on from app.users u inner join hr.employees e on e.email = u.email where e.left_on < curdate() and u.disabled_at is null and u.login not in (select x.login from app.exceptions x)
-- @next gaps in invoice numbers
select number + 1 as gap_from, next_number - 1 as gap_to from (select number, lead(number) over (order by number) as next_number from pay.invoices) s where next_number - number > 1
-- @next duplicates by amount, vendor and date
select vendor_id, amount, date(posted_at) as day, count(*) as n, group_concat(id order by id separator ' ') as ids from pay.invoices group by vendor_id, amount, date(posted_at) having n > 1
-- @next weekend postings
select id, posted_at, dayname(posted_at) from pay.postings where weekday(posted_at) >= 5 and posted_at >= '2025-04-01' and posted_at < date_add('2025-06-30', interval 1 day)
-- @next numbers with points, exponents and names that begin with digits
select 1.5 as a, .5 as b, 1e5 as c, 1.5e-3 as d, 2.0*3.0 as e, t.1st_column, 2nd_column, -1.25e+2 as f from `t` where a>.5and b<1.5or c=1e1 limit 10
-- @next a sample that can be repeated
select id from pay.invoices order by md5(concat(id, '2025')) limit 25
-- @next mean time between request and approval
select department, round(avg(timestampdiff(minute, requested_at, approved_at)) / 60.0, 1) as hours, count(*) from chg.changes where approved_at is not null group by department order by hours desc
