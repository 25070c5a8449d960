-- Queries the SQLite guard allows. Each starts after a line "-- @next why".

-- @next the smallest
select 1
-- @next a trailing semicolon and comments
/* users */ select name from users order by 1; -- end
-- @next tables of the file
select name, type, sql from sqlite_master where type in ('table', 'view', 'trigger', 'index') order by type, name
-- @next tables under the newer name
select name from sqlite_schema where name not like 'sqlite\_%' escape '\'
-- @next columns of all tables
select m.name as table_name, c.cid, c.name, c.type, c."notnull", c.pk from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' order by 1, 2
-- @next foreign keys of all tables
select m.name, f.* from sqlite_master as m, pragma_foreign_key_list(m.name) as f where m.type = 'table'
-- @next tables as a table
select schema, name, type, strict from pragma_table_list where schema = 'main'
-- @next indexes
select l.name, l."unique", i.name from pragma_index_list('users') as l, pragma_index_info(l.name) as i
-- @next integrity of the file
pragma integrity_check
-- @next quick check with a limit
pragma quick_check(10)
-- @next table_info
pragma table_info(users)
-- @next table_xinfo of a quoted name
pragma main.table_xinfo("user accounts");
-- @next version number of the file
pragma user_version
-- @next foreign keys that are broken
pragma foreign_key_check
-- @next databases
pragma database_list
-- @next EXPLAIN QUERY PLAN
explain query plan select * from users where id = 1
-- @next accounts unused for 90 days
select u.user_name, max(l.logged_in_at) as last_login, cast(julianday('now') - julianday(max(l.logged_in_at)) as integer) as days from users u left join logins l using (user_id) group by u.user_name having coalesce(max(l.logged_in_at), '1970-01-01') < date('now', '-90 days')
-- @next dates
select date('now', 'start of month', '+1 month', '-1 day'), strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch'), datetime(at, 'localtime'), unixepoch('now'), timediff('2025-06-30', '2025-01-01'), current_timestamp, current_date, time('12:00') from logins
-- @next failed logins per hour
select strftime('%Y-%m-%d %H', at) as hour, count(*) filter (where not succeeded) as failed, round(100.0 * avg(succeeded = 0), 2) as percent from logins where at between '2025-04-01' and '2025-06-30' group by 1
-- @next strings of every kind
select 'it''s', 'back\slash', "quoted ""name""", `tick``name`, [bracket name], x'53514C', 'two; no end', '-- none', '/* none */' from t
-- @next unusual names
select "User Name", [update], `select`, größe, 名前, a$b, _c from "Table; drop" as t
-- @next text functions
select trim(name), ltrim(name, '0'), replace(name, 'a', 'b'), substr(name, 1, 3), substring(name, 2), upper(name), lower(name), length(name), instr(mail, '@'), printf('%05d', id), format('%s', name), hex(name), quote(name), char(65, 66), unicode(name), name || ' <' || mail || '>', concat_ws(', ', name, mail), octet_length(name), soundex(name) from users
-- @next numbers
select round(a, 2), abs(a), max(a, b), min(a, b), a % 3, a << 2 | b & ~c, -a, +b, 1e3, .5, 5., 0x1F, 1_000_000, random(), ceil(a), floor(a), sqrt(a), power(a, 2), log(a), sign(a), mod(a, 3), trunc(a) from payments
-- @next comparisons and logic
select a is null, a isnull, a notnull, a not null, a is not b, a is distinct from b, a == b, a != b, a <> b, not a, a between 1 and 2, a in (1, 2), (a, b) in (select 1, 2), a in users, iif(a, b, c), ifnull(a, b), nullif(a, b), coalesce(a, b), case a when 1 then 'x' else 'y' end, case when (a > b) then (1) else (2) end, exists (select 1), not exists (select 2), likely(a) from t
-- @next patterns
select name like 'a%', name not like '%\_%' escape '\', name glob 'A*', like('a%', name), name collate nocase = 'x', typeof(name) from users
-- @next casts
select cast(a as integer), cast(b as numeric(10, 2)), cast(c as varchar(20)), cast(d as text) from t
-- @next JSON
select payload ->> '$.actor', payload -> 'object', json_extract(payload, '$.a'), json_type(payload), json_valid(payload), json_array_length(payload, '$.items'), json_group_array(id), json_group_object(id, name), json_object('a', 1), json_array(1, 2) from events
-- @next JSON unnested
select e.id, j.key, j.value, j.type from events as e, json_each(e.payload, '$.changes') as j where j.value is not null
-- @next JSON as a tree
select t.fullkey, t.atom from events e join json_tree(e.payload) t on t.atom is not null
-- @next recursive CTE
with recursive tree(id, parent, depth) as (select id, parent, 0 from nodes where parent is null union all select n.id, n.parent, t.depth + 1 from nodes n join tree t on n.parent = t.id) select * from tree order by depth desc limit 10 offset 5
-- @next days without a backup
with recursive days(day) as (values ('2025-04-01') union all select date(day, '+1 day') from days where day < '2025-06-30') select day from days except select date(finished_at) from backups
-- @next materialised CTEs
with a as materialized (select 1 as x), b(y) as not materialized (select 2) select * from a cross join b
-- @next window functions
select *, row_number() over (partition by system order by created_at desc nulls last) as r, lag(amount, 1, 0) over w, sum(amount) over (w rows between unbounded preceding and current row exclude ties), ntile(4) over (order by id), first_value(name) over w, group_concat(name, ', ') filter (where id > 1) over w from changes window w as (partition by system order by id)
-- @next aggregates
select department, count(distinct name), total(amount), group_concat(distinct name), string_agg(name, ', ' order by name), median(amount), percentile(amount, 95) from t group by department having count(*) > 1
-- @next segregation of duties
select requested_by from changes where approved_by = requested_by intersect select user_name from users union select 'x'
-- @next gaps in document numbers
select number + 1, next_number - 1 from (select number, lead(number) over (order by number) as next_number from invoices) where next_number - number > 1
-- @next VALUES
values (1, 'a'), (2, 'b')
-- @next VALUES in FROM, to reconcile with a list from the client
select v.column1, u.id from (values ('alice'), ('bob')) as v left join users u on u.name = v.column1
-- @next joins
select a.id from (a cross join b) left outer join (c natural join d) on (a.id = c.id) full join e using (id) where (a.x = b.x)
-- @next index hints
select * from users indexed by users_by_name where name = 'x' union all select * from users not indexed
-- @next full text
select title, snippet(documents, 0, '[', ']', '…', 10), bm25(documents), highlight(documents, 0, '<b>', '</b>') from documents where documents match 'password AND policy' order by rank
-- @next words that are commands elsewhere
select replace, t.status, plan, key, action, after from actions as t where "delete" = 1
-- @next sizes of tables
select name, sum(pgsize) from dbstat group by name order by 2 desc
-- @next versions
select sqlite_version(), sqlite_source_id()
-- @next row values and row ids
select rowid, oid, _rowid_ from users where (a, b) > (1, 2) order by random() limit 25
-- @next correlated subqueries
select d.name, (select count(*) from users u where u.department_id = d.id) as users from departments d where d.budget > (select avg(budget) from departments)
-- @next objects of the file
select type, name, tbl_name, sql from sqlite_schema where name not like 'sqlite\_%' escape '\' order by type, name
-- @next columns of every table
select m.name as table_name, p.cid, p.name, p.type, p."notnull", p.dflt_value, p.pk from sqlite_schema m join pragma_table_info(m.name) p where m.type = 'table' order by m.name, p.cid
-- @next foreign keys of every table
select m.name, f."from", f."table", f."to" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'
-- @next indexes
select m.name, i.name, i."unique", i.origin from sqlite_schema as m, pragma_index_list(m.name) as i
-- @next the file's integrity
pragma integrity_check
-- @next a part of the file's integrity
pragma quick_check(10)
-- @next rows whose parents are gone
pragma foreign_key_check
-- @next version numbers
select sqlite_version(), (select user_version from pragma_user_version) as user_version, (select application_id from pragma_application_id) as application_id
-- @next options it was built with
select compile_options from pragma_compile_options where compile_options like 'ENABLE%'
-- @next leavers with open accounts
select u.login, e.left_on from users u join employees e on e.email = u.email collate nocase where e.left_on < date('now') and u.disabled_at is null
-- @next accounts unused for 90 days
select login, last_login, cast(julianday('2025-06-30') - julianday(last_login) as integer) as days from users where last_login is null or last_login < date('2025-06-30', '-90 days') order by days desc nulls first
-- @next failed logins by hour
select strftime('%Y-%m-%d %H:00', at, 'unixepoch') as hour, sum(not succeeded) as failed, count(*) filter (where succeeded) as succeeded from logins group by hour having failed > 3
-- @next gaps in invoice numbers
select number + 1 as gap_from, next - 1 as gap_to from (select number, lead(number) over (order by number) as next from invoices) where next - number > 1
-- @next duplicates
select vendor_id, amount, date(posted_at) as day, count(*) as n, group_concat(id, ' ') as ids from invoices group by 1, 2, 3 having n > 1
-- @next Benford's law
select substr(ltrim(cast(abs(amount) as text), '0.'), 1, 1) as digit, count(*) as n, round(100.0 * count(*) / sum(count(*)) over (), 2) as percent from invoices group by digit
-- @next approvals by the requester
select id, requested_by from changes where requested_by is approved_by and status <> 'draft'
-- @next a hierarchy
with recursive tree(id, path) as (select id, name from units where parent_id is null union all select u.id, tree.path || ' / ' || u.name from units u join tree on u.parent_id = tree.id) select * from tree order by path
-- @next a list of days
with recursive days(day) as (values ('2025-04-01') union all select date(day, '+1 day') from days where day < '2025-06-30') select day, count(b.id) as backups from days left join backups b on date(b.finished_at) = day group by day having backups = 0
-- @next JSON
select e.id, json_extract(e.payload, '$.actor') as actor, e.payload ->> '$.action' as action, j.key, j.value from events e, json_each(e.payload, '$.roles') j where json_valid(e.payload)
-- @next full text
select title, snippet(documents, 0, '[', ']', '…', 10) from documents where documents match 'password NEAR policy' order by rank
-- @next a sample that can be repeated
select id from invoices order by (id * 2654435761) % 4294967296 limit 25
-- @next the newest of each
select * from (select *, row_number() over (partition by system order by changed_at desc) as place from changes) where place <= 3
-- @next quotes of every kind
select 'it''s; delete', "column; drop", [bracket -- name], `back tick /* */` from "update" where "insert" = 'x''41' and b = x'41'
-- @next numbers
select 1, 1.5, .5, 5., 1e3, 1.5e-3, 0x1F, 1_000, -1, +2, 7 % 3, 6 & 3, 6 | 1, ~1, 1 << 4
-- @next running totals
select day, amount, sum(amount) over (order by day rows between unbounded preceding and current row) as total, avg(amount) over (order by day range between 7 preceding and current row) as week from sales
-- @next pairs that exclude each other
select a.person from grants a join grants b using (person) where a.role = 'create vendor' and b.role = 'pay vendor' except select person from exceptions
