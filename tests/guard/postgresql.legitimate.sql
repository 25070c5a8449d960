-- Queries the PostgreSQL guard allows. Each starts after a line "-- @next why".

-- @next the smallest
select 1
-- @next a trailing semicolon and comments
/* users of the period */ select usename from pg_user order by 1; -- end
-- @next roles and what they may do
select rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolvaliduntil from pg_catalog.pg_roles order by rolname
-- @next role memberships
select r.rolname as role, m.rolname as member, a.admin_option from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member order by 1, 2
-- @next indirect memberships, recursive
with recursive member_of as (
  select m.member, m.roleid, 1 as depth, array[m.roleid] as path from pg_auth_members m
  union all
  select o.member, m.roleid, o.depth + 1, o.path || m.roleid from member_of o join pg_auth_members m on m.member = o.roleid where not m.roleid = any (o.path)
)
select pg_get_userbyid(member), pg_get_userbyid(roleid), depth from member_of order by 1, 2
-- @next privileges from the access control list
select c.oid::regclass as relation, (aclexplode(c.relacl)).grantee::regrole as grantee, (aclexplode(c.relacl)).privilege_type from pg_class c where c.relacl is not null
-- @next privileges, LATERAL
select n.nspname, c.relname, a.grantee, a.privilege_type, a.is_grantable from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) as a order by 1, 2
-- @next table privileges of the information schema
select grantee, table_schema, table_name, string_agg(privilege_type, ', ' order by privilege_type) as privileges from information_schema.role_table_grants where table_schema not in ('pg_catalog', 'information_schema') group by grantee, table_schema, table_name
-- @next may the auditor write
select has_table_privilege(current_user, 'pg_class', 'UPDATE'), has_database_privilege(current_database(), 'CREATE')
-- @next settings of the server
select name, setting, unit, source, sourcefile, pending_restart from pg_settings where name ilike any (array['log%', 'password_encryption', 'ssl%']) order by name
-- @next one setting
select current_setting('log_statement'), current_setting('pgaudit.log', true)
-- @next host-based authentication rules
select line_number, type, database, user_name, address, auth_method, options, error from pg_hba_file_rules order by line_number
-- @next password hashes by kind
select usename, case when passwd is null then 'none' when passwd like 'md5%' then 'md5' when passwd like 'SCRAM-SHA-256$%' then 'scram' else 'other' end as kind from pg_shadow
-- @next expired and never expiring accounts
select rolname, rolvaliduntil, rolvaliduntil < now() as expired, age(rolvaliduntil) from pg_authid where rolcanlogin and (rolvaliduntil is null or rolvaliduntil = 'infinity')
-- @next joiners and leavers of the period
select user_name, created_at at time zone 'UTC' as created_utc from app.users where created_at >= date '2025-04-01' and created_at < date '2025-04-01' + interval '3 months'
-- @next accounts unused for 90 days
select u.user_name, max(l.logged_in_at) as last_login, extract(day from now() - max(l.logged_in_at))::int as days from app.users u left join app.logins l using (user_id) group by u.user_name having coalesce(max(l.logged_in_at), '-infinity') < current_timestamp - interval '90 days'
-- @next failed logins per hour
select date_trunc('hour', at) as hour, count(*) filter (where not succeeded) as failed, round(100.0 * avg((not succeeded)::int), 2) as percent from app.logins group by 1 order by 1
-- @next segregation of duties
select requested_by from app.changes where approved_by is not distinct from requested_by intersect select user_name from app.users except select 'SYSTEM'
-- @next first change of each, a window function
select * from (select c.*, row_number() over (partition by c.system order by c.created_at desc, c.id) as rank from app.changes c) as ranked where rank = 1
-- @next a named window with a frame
select at, sum(amount) over w as running, lag(amount, 1, 0) over (order by at) as previous, ntile(4) over w from app.payments window w as (order by at rows between unbounded preceding and current row)
-- @next gaps in a sequence of document numbers
select number + 1 as gap_from, next_number - 1 as gap_to from (select number, lead(number) over (order by number) as next_number from app.invoices) as n where next_number - number > 1
-- @next duplicates
select iban, count(*), array_agg(distinct vendor_id order by vendor_id) from app.vendors group by iban having count(*) > 1
-- @next Benford's law
select left(ltrim(abs(amount)::text, '0.'), 1) as digit, count(*), log(1 + 1.0 / nullif(left(ltrim(abs(amount)::text, '0.'), 1), '')::numeric) as expected from app.payments group by 1, 3
-- @next grouping sets
select department, status, grouping(department, status) as level, count(*) from app.tickets group by grouping sets ((department, status), (department), ()) order by 1 nulls last
-- @next cube and rollup
select a, b, sum(c) from app.t group by rollup (a), cube (b)
-- @next JSON columns
select payload ->> 'actor' as actor, payload #>> '{object,name}' as object, payload @> '{"ok": true}' as ok, jsonb_typeof(payload -> 'changes') from app.events where payload ? 'actor'
-- @next JSON unnested
select e.id, c.key, c.value ->> 'old' as old, c.value ->> 'new' as new from app.events e cross join lateral jsonb_each(e.payload -> 'changes') as c(key, value)
-- @next a JSON path
select jsonb_path_query_array(payload, '$.items[*] ? (@.price > 100)') from app.orders
-- @next JSON_TABLE of PostgreSQL 17
select j.* from app.orders o, json_table(o.payload, '$.items[*]' columns (position for ordinality, sku text path '$.sku', price numeric path '$.price', nested path '$.tags[*]' columns (tag text path '$'))) as j
-- @next SQL/JSON constructors and queries
select json_object('a': 1, 'b': name absent on null), json_array(1, 2), json_value(payload, '$.a' returning int), json_exists(payload, '$.b'), payload is json object, json_arrayagg(id order by id) over () from app.orders
-- @next arrays
select u.name, r.role, r.position from app.users u, unnest(u.roles) with ordinality as r(role, position) where 'admin' = any (u.roles) and cardinality(u.roles) > 1 and u.roles[1] is not null and u.roles[1:2] && array['admin', 'root']
-- @next days without a backup
select d::date from generate_series(date '2025-04-01', date '2025-06-30', interval '1 day') as d where not exists (select from app.backups b where b.finished_at::date = d::date)
-- @next regular expressions
select name, regexp_replace(name, '\s+', ' ', 'g'), (regexp_match(name, '^([a-z]+)\.'))[1] from app.users where name ~* '^svc[_-]' or name similar to '(test|tmp)%' or name !~ '^[A-Z]'
-- @next strings of every kind
select 'it''s', E'tab\tand quote\'s', U&'d\0061t\+000061', $$dollar $ quoted; -- no comment$$, $q$nested $$ $q$, B'101', X'1F', 'two'
  ' parts'
-- @next quoted names and unusual ones
select "User Name", "update", "select;" as "--" from "My Schema"."Table; drop" where "Ünïcödé" = 'x' and größe > 1
-- @next text functions
select trim(both ' ' from name), position('@' in mail), substring(mail from 1 for 5), overlay(name placing '***' from 2 for 3), lower(name) || upper(mail), lpad(id::text, 8, '0'), split_part(mail, '@', 2), format('%s (%s)', name, id), concat_ws(', ', name, mail), md5(mail), encode(sha256(mail::bytea), 'hex'), initcap(name), reverse(name), translate(name, 'äöü', 'aou'), char_length(name), octet_length(name) from app.users
-- @next dates and times
select to_char(at, 'YYYY-MM-DD"T"HH24:MI:SSOF'), make_date(2025, 6, 30), date_part('dow', at), at::timestamptz at time zone 'Europe/Berlin', justify_interval(at - created_at), (date '2025-01-01', interval '1 month') overlaps (at, at), localtimestamp, isfinite(at), to_timestamp(0), date_bin('15 minutes', at, timestamp '2025-01-01') from app.logins
-- @next numbers
select round(amount, 2), ceil(amount), trunc(amount), mod(id, 10), power(2, 10), greatest(a, b), least(a, b), width_bucket(amount, 0, 100, 10), stddev_samp(amount) over (), amount::numeric(12, 2), 5 / 2, 5 % 2, -a, @ b, 2 ^ 3, |/ 25.0, 1e3, 0.5, 12::bit(8) from app.payments
-- @next statistics
select percentile_cont(0.95) within group (order by amount), mode() within group (order by vendor_id), corr(a, b), regr_slope(a, b), bool_and(ok), every(ok), rank(100) within group (order by amount) from app.payments
-- @next null tests and booleans
select a is null, b is not true, c is unknown, d is distinct from e, nullif(a, b), a between symmetric b and c, (a, b) in (select 1, 2), row(a, b) = row(1, 2), a is not null and not b or c from app.t
-- @next VALUES
values (1, 'a'), (2, 'b') order by 1 desc limit 1
-- @next VALUES in FROM, to reconcile with a list from the client
select v.name, u.id from (values ('alice'), ('bob')) as v(name) left join app.users u on u.name = v.name
-- @next TABLE
table pg_catalog.pg_database
-- @next set operations in parentheses
(select 'a' as source, count(*) from app.a union all (select 'b', count(*) from app.b limit 1)) order by 1 offset 0 rows fetch first 5 rows with ties
-- @next materialised CTEs, SEARCH and CYCLE
with recursive tree(id, parent) as not materialized (select id, parent from app.nodes where parent is null union all select n.id, n.parent from app.nodes n join tree t on n.parent = t.id) search depth first by id set sorted cycle id set is_cycle using path select * from tree
-- @next a reproducible sample
select * from app.payments tablesample bernoulli (5) repeatable (42)
-- @next a random sample
select * from app.payments order by random() limit 25
-- @next sessions
select pid, usename, application_name, client_addr, backend_start, state, left(query, 200) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
-- @next sizes
select datname, pg_size_pretty(pg_database_size(datname)), age(datfrozenxid) from pg_database where datallowconn
-- @next table sizes and statistics
select s.schemaname, s.relname, s.n_live_tup, s.last_autovacuum, pg_total_relation_size(s.relid), obj_description(s.relid, 'pg_class') from pg_stat_user_tables s order by 5 desc nulls last
-- @next functions that run with their owner's rights
select n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), pg_get_userbyid(p.proowner) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname !~ '^pg_'
-- @next definitions of views and triggers
select pg_get_viewdef(c.oid, true), pg_get_triggerdef(t.oid) from pg_class c left join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal where c.relkind = 'v'
-- @next row-level security policies
select schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check from pg_policies
-- @next columns of all tables
select table_schema, table_name, ordinal_position, column_name, data_type, is_nullable, col_description((quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass, ordinal_position::int) from information_schema.columns where table_schema = 'public'
-- @next extensions
select extname, extversion, extnamespace::regnamespace from pg_extension
-- @next replication
select application_name, state, sync_state, pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) from pg_stat_replication
-- @next who am I, where am I
select version(), current_database(), current_schema(), session_user, current_user, inet_server_addr(), pg_postmaster_start_time(), pg_is_in_recovery()
-- @next built-in functions and operators named with their schema
select pg_catalog.lower(a.name) operator(pg_catalog.||) 'x', a.name collate "C" from only app.a as a where a.name operator(pg_catalog.~) '^x'
-- @next correlated and scalar subqueries
select d.name, (select count(*) from app.users u where u.department_id = d.id) as users, array(select u.name from app.users u where u.department_id = d.id order by 1) as names from app.departments d where d.budget > all (select min(budget) from app.departments)
-- @next XML
select xmlelement(name user, xmlattributes(id as id), xmlforest(name, mail)), xmlagg(x), (xpath('/a/text()', '<a>1</a>'::xml))[1], t.* from app.docs, xmltable('/r/i' passing doc columns n int path '@n', v text path '.' default 'none') as t group by t.n, t.v
-- @next full text search
select title, ts_rank(to_tsvector('english', body), websearch_to_tsquery('password policy')) from app.documents where to_tsvector('english', body) @@ plainto_tsquery('english', 'password policy')
-- @next ranges
select booking, lower(during), upper(during), during && tstzrange(now() - interval '1 day', now(), '[)'), range_agg(during) over () from app.bookings
-- @next network addresses
select client, host(client), client << inet '10.0.0.0/8', masklen(client), family(client) from app.logins
-- @next columns whose names are functions, and words that are commands elsewhere
select t.name, t.count, t.date, t.update, t.delete, t.version, execute, prepare, listen, call from app.t as t
-- @next a row as JSON
select to_jsonb(u) - 'password_hash', row_to_json(u.*) from app.users u
-- @next the alias of a set-returning function
select g, g.g, e.value, o.ordinality from generate_series(1, 3) g, jsonb_array_elements('[1]') e, unnest(array[1]) with ordinality o
-- @next logins that may log in, with their connection limits and expiry
select rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolconnlimit, rolvaliduntil from pg_catalog.pg_roles where rolcanlogin order by rolname
-- @next superusers and who is a member of which role, followed down
with recursive m as (select r.oid, r.rolname::text as path, r.rolname from pg_roles r where r.rolname in ('pg_read_all_data', 'pg_monitor') union all select r.oid, m.path || ' < ' || r.rolname, r.rolname from m join pg_auth_members a on a.roleid = m.oid join pg_roles r on r.oid = a.member) select path from m order by path
-- @next passwords that never expire
select rolname, coalesce(rolvaliduntil::text, 'never') as valid_until from pg_roles where rolcanlogin and (rolvaliduntil is null or rolvaliduntil = 'infinity') order by 1
-- @next hashes of an old kind
select rolname, case when rolpassword like 'md5%' then 'md5' when rolpassword like 'SCRAM-SHA-256%' then 'scram' else 'none' end as kind from pg_authid order by 1
-- @next settings that matter to logging
select name, setting, source, pending_restart from pg_settings where name in ('log_connections', 'log_disconnections', 'log_statement', 'log_line_prefix', 'logging_collector', 'log_min_duration_statement') order by name
-- @next settings of TLS and of passwords
select name, setting, sourcefile, sourceline from pg_settings where name ~ '^ssl' or name = 'password_encryption' order by 1
-- @next rules of the host-based authentication
select line_number, type, database, user_name, address, netmask, auth_method, options, error from pg_hba_file_rules where auth_method in ('trust', 'password', 'md5') order by line_number
-- @next privileges on tables, from their access lists
select n.nspname, c.relname, a.grantor::regrole, a.grantee::regrole, a.privilege_type, a.is_grantable from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a where c.relkind in ('r', 'v', 'p') and n.nspname !~ '^pg_' order by 1, 2, 4, 5
-- @next privileges by the information schema
select grantee, table_schema, table_name, string_agg(privilege_type, ', ' order by privilege_type) as privileges from information_schema.role_table_grants where table_schema not in ('pg_catalog', 'information_schema') group by 1, 2, 3 order by 1, 2, 3
-- @next what everybody may run
select n.nspname, p.proname, pg_get_function_identity_arguments(p.oid) as arguments, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where has_function_privilege('public', p.oid, 'execute') and n.nspname not in ('pg_catalog', 'information_schema') order by 1, 2, 3
-- @next functions with their owner's rights
select p.oid::regprocedure, pg_get_userbyid(p.proowner) as owner, p.proconfig from pg_proc p where p.prosecdef order by 1
-- @next default privileges
select pg_get_userbyid(d.defaclrole) as owner, d.defaclobjtype, d.defaclacl from pg_default_acl d
-- @next row level security
select c.oid::regclass as table_name, c.relrowsecurity, c.relforcerowsecurity, p.polname, pg_get_expr(p.polqual, p.polrelid) as using_expression from pg_class c left join pg_policy p on p.polrelid = c.oid where c.relrowsecurity
-- @next sessions with their encryption
select a.pid, a.usename, a.client_addr, a.application_name, a.backend_start, s.ssl, s.version, s.cipher from pg_stat_activity a left join pg_stat_ssl s using (pid) where a.datname is not null order by a.backend_start
-- @next extensions that are installed
select extname, extversion, extnamespace::regnamespace from pg_extension order by extname
-- @next databases and their sizes
select datname, pg_get_userbyid(datdba) as owner, pg_size_pretty(pg_database_size(oid)) as size, datallowconn, datconnlimit, datacl from pg_database order by pg_database_size(oid) desc
-- @next foreign servers, without their passwords
select srvname, srvoptions, umuser::regrole from pg_foreign_server s left join pg_user_mapping u on u.umserver = s.oid
-- @next triggers that are switched off
select tgrelid::regclass as table_name, tgname, tgenabled from pg_trigger where not tgisinternal and tgenabled = 'D'
-- @next the largest tables
select schemaname, relname, n_live_tup, last_vacuum, last_analyze, pg_total_relation_size(relid) as bytes from pg_stat_user_tables order by bytes desc limit 20
-- @next replication
select slot_name, plugin, slot_type, active, restart_lsn from pg_replication_slots
-- @next version and identity
select version(), current_database(), current_user, session_user, inet_server_addr(), inet_server_port(), pg_postmaster_start_time(), pg_is_in_recovery()
-- @next accounts of leavers, with anti-join
select u.login, u.disabled_at, e.left_on from app.users u join hr.employees e on e.email = u.email where e.left_on < current_date and u.disabled_at is null and not exists (select from app.exceptions x where x.login = u.login)
-- @next approvals by the requester, over several systems
select 'payments' as system, id, requested_by from pay.orders where requested_by = approved_by union all select 'vendors', id, created_by from pay.vendors where created_by = approved_by order by 1, 2
-- @next gaps in a number sequence
select number + 1 as gap_from, next - 1 as gap_to from (select number, lead(number) over (order by number) as next from pay.invoices) s where next - number > 1
-- @next Benford's law over amounts
select left(ltrim(abs(amount)::text, '0.'), 1) as digit, count(*), round(100.0 * count(*) / sum(count(*)) over (), 2) as percent from pay.invoices where amount <> 0 group by 1 order by 1
-- @next weekend postings
select id, posted_at, extract(isodow from posted_at at time zone 'Europe/Berlin') as day from pay.postings where extract(isodow from posted_at at time zone 'Europe/Berlin') in (6, 7) and posted_at between timestamp '2025-04-01' and timestamp '2025-06-30 23:59:59'
-- @next a sample that can be repeated
select id from pay.invoices where mod(abs(hashtext(id::text)), 100) < 5 order by md5(id::text || '2025') limit 25
-- @next changes with their approvals as JSON
select c.id, jsonb_agg(jsonb_build_object('by', a.approver, 'at', a.at) order by a.at) filter (where a.id is not null) as approvals from chg.changes c left join chg.approvals a on a.change_id = c.id group by c.id having count(a.id) = 0
-- @next JSON of an event log
select e.payload #>> '{actor,name}' as actor, e.payload ->> 'action' as action, (e.payload -> 'at')::text::timestamptz as at from log.events e where e.payload @> '{"outcome": "denied"}' and jsonb_path_exists(e.payload, '$.roles[*] ? (@ == "admin")')
-- @next XML that is kept as text
select (xpath('/user/@name', doc::xml))[1]::text as name from log.documents where xml_is_well_formed_document(doc)
-- @next a text over several lines with every kind of quote
select $q$it's; delete from t -- $q$ as a, E'tab\tquote\'' as b, U&'\00e4' as c, 'two'
' parts' as d, "update"."delete" from app."update"
