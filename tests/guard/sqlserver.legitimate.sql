-- Queries the SQL Server guard allows. Each starts after a line "-- @next why".

-- @next the smallest
select 1
-- @next a trailing semicolon and comments
/* users */ select name from sys.server_principals -- of the server
order by name; -- end
-- @next logins
select name, type_desc, is_disabled, create_date, modify_date, default_database_name from sys.server_principals where type in ('S', 'U', 'G') order by name
-- @next SQL logins without policy
select name, is_policy_checked, is_expiration_checked, is_disabled from sys.sql_logins where is_policy_checked = 0 or is_expiration_checked = 0
-- @next members of server roles
select r.name as role_name, m.name as member_name, m.type_desc from sys.server_role_members rm join sys.server_principals r on r.principal_id = rm.role_principal_id join sys.server_principals m on m.principal_id = rm.member_principal_id order by 1, 2
-- @next who is sysadmin
select name, is_srvrolemember('sysadmin', name) as is_sysadmin from sys.server_principals where is_srvrolemember('sysadmin', name) = 1
-- @next members of database roles
select r.name, m.name, m.type_desc from sys.database_role_members drm inner join sys.database_principals r on drm.role_principal_id = r.principal_id left outer join sys.database_principals m on drm.member_principal_id = m.principal_id
-- @next database permissions
select pr.name, pe.class_desc, pe.permission_name, pe.state_desc, object_schema_name(pe.major_id) as schema_name, object_name(pe.major_id) as object_name from sys.database_permissions pe join sys.database_principals pr on pr.principal_id = pe.grantee_principal_id where pe.class = 1
-- @next server permissions
select p.name, sp.permission_name, sp.state_desc from sys.server_permissions as sp inner join sys.server_principals as p on p.principal_id = sp.grantee_principal_id
-- @next effective permissions
select * from sys.fn_my_permissions(null, 'SERVER') union all select * from fn_my_permissions(null, N'DATABASE')
-- @next password ages
select name, loginproperty(name, 'PasswordLastSetTime') as last_set, loginproperty(name, 'DaysUntilExpiration') as days_left, loginproperty(name, 'IsLocked') as locked from sys.sql_logins
-- @next blank passwords
select name from sys.sql_logins where pwdcompare('', password_hash) = 1
-- @next orphaned users
select dp.name, dp.sid from sys.database_principals dp left join sys.server_principals sp on dp.sid = sp.sid where sp.sid is null and dp.type in ('S', 'U') and dp.authentication_type_desc = 'INSTANCE'
-- @next settings
select name, value, value_in_use, description from sys.configurations where name in ('xp_cmdshell', 'remote access', 'clr enabled') order by name
-- @next settings, converted
select name, cast(value_in_use as int) as in_use, convert(varchar(200), description) from sys.configurations
-- @next version and identity
select @@version as version, @@servername as server_name, serverproperty('ProductVersion'), serverproperty('Edition'), serverproperty('IsIntegratedSecurityOnly')
-- @next databases
select name, database_id, create_date, state_desc, recovery_model_desc, is_encrypted, is_trustworthy_on, suser_sname(owner_sid) as owner from sys.databases
-- @next backups of the period
select bs.database_name, bs.type, max(bs.backup_finish_date) as last_backup from msdb.dbo.backupset bs where bs.backup_finish_date >= dateadd(day, -90, getdate()) group by bs.database_name, bs.type having count(*) > 0
-- @next databases without a backup
select d.name from sys.databases d where not exists (select 1 from msdb.dbo.backupset b where b.database_name = d.name and b.type = 'D') and d.name <> 'tempdb'
-- @next jobs and their owners
select j.name, suser_sname(j.owner_sid) as owner, j.enabled, j.date_modified from msdb.dbo.sysjobs j order by j.name
-- @next job history
select top (100) j.name, h.step_id, h.run_date, h.run_time, h.run_status, left(h.message, 200) from msdb.dbo.sysjobhistory as h join msdb.dbo.sysjobs as j on j.job_id = h.job_id where h.run_status = 0 order by h.instance_id desc
-- @next audits
select a.name, a.type_desc, a.is_state_enabled, s.name as specification, d.audit_action_name from sys.server_audits a left join sys.server_audit_specifications s on s.audit_guid = a.audit_guid left join sys.server_audit_specification_details d on d.server_specification_id = s.server_specification_id
-- @next triggers
select name, parent_class_desc, is_disabled, create_date, modify_date from sys.triggers
-- @next changed objects
select schema_name(schema_id) + '.' + name as object_name, type_desc, create_date, modify_date from sys.objects where modify_date between '20250101' and '20250630' and is_ms_shipped = 0 order by modify_date desc
-- @next definitions that hold a word
select o.name, m.definition from sys.sql_modules m join sys.objects o on o.object_id = m.object_id where m.definition like '%xp[_]cmdshell%' escape '\'
-- @next definition of an object
select object_definition(object_id('dbo.nightly_job'))
-- @next linked servers
select s.name, s.product, s.provider, s.data_source, l.remote_name, l.uses_self_credential from sys.servers s left join sys.linked_logins l on l.server_id = s.server_id where s.is_linked = 1
-- @next sessions
select session_id, login_name, host_name, program_name, login_time, encrypt_option from sys.dm_exec_sessions s outer apply (select top 1 c.encrypt_option from sys.dm_exec_connections c where c.session_id = s.session_id) as x where is_user_process = 1
-- @next running statements
select r.session_id, t.text, p.query_plan from sys.dm_exec_requests r cross apply sys.dm_exec_sql_text(r.sql_handle) as t outer apply sys.dm_exec_query_plan(r.plan_handle) p
-- @next encryption keys
select db_name(database_id), encryption_state, key_algorithm, key_length from sys.dm_database_encryption_keys
-- @next certificates
select name, expiry_date, pvt_key_encryption_type_desc from sys.certificates where expiry_date < dateadd(month, 6, sysdatetime())
-- @next common table expression
with active as (select id, name from dbo.accounts where status = 'A') select count(*) as accounts from active
-- @next two common table expressions with columns
with a (id, n) as (select id, count(*) from t group by id), b as (select * from a where n > 1) select * from b order by n desc
-- @next recursive
with tree as (select id, parent_id, 0 as depth from dbo.units where parent_id is null union all select u.id, u.parent_id, t.depth + 1 from dbo.units u join tree t on t.id = u.parent_id) select * from tree option (maxrecursion 100)
-- @next STRING_AGG
select department, string_agg(name, ', ') within group (order by name) as people from hr.people group by department
-- @next OFFSET FETCH
select id, name from dbo.accounts order by id offset 100 rows fetch next 50 rows only
-- @next OFFSET FETCH, other words
select id from dbo.accounts order by id offset 0 row fetch first 1 row only
-- @next CROSS APPLY
select a.name, l.last_login from dbo.accounts a cross apply (select max(at) as last_login from dbo.logins where account_id = a.id) l
-- @next PIVOT
select * from (select status, year(opened) as y from dbo.changes) s pivot (count(y) for y in ([2023], [2024], [2025])) as p
-- @next UNPIVOT
select id, kind, value from dbo.flags unpivot (value for kind in (is_admin, is_locked)) u
-- @next FOR XML
select name as [@name], type_desc as kind from sys.tables for xml path('table'), root('tables'), type
-- @next FOR XML to join texts
select stuff((select ', ' + name from sys.schemas order by name for xml path(''), type).value('.', 'nvarchar(max)'), 1, 2, '') as schemas
-- @next FOR JSON
select name, create_date from sys.tables for json path, root('tables'), include_null_values
-- @next FOR JSON AUTO
select top 5 name from sys.tables for json auto, without_array_wrapper
-- @next window functions
select id, row_number() over (partition by account_id order by at desc) as n, lag(at, 1) over (partition by account_id order by at) as previous, sum(amount) over (order by at rows between unbounded preceding and current row) as total from dbo.payments
-- @next ranks
select name, rank() over (order by amount desc), dense_rank() over (order by amount desc), ntile(4) over (order by amount) from dbo.payments
-- @next percentiles
select distinct percentile_cont(0.5) within group (order by amount) over (partition by currency) from dbo.payments
-- @next first and last
select first_value(name) over (order by id), last_value(name) over (order by id rows between current row and unbounded following) from t
-- @next segregation of duties
select created_by, approved_by, count(*) as n from dbo.changes where created_by = approved_by group by created_by, approved_by
-- @next duplicates
select invoice_no, supplier_id, count(*) from dbo.invoices group by invoice_no, supplier_id having count(*) > 1
-- @next leavers who are still active
select a.login, p.left_on from dbo.accounts a join hr.people p on p.id = a.person_id where p.left_on < cast(getdate() as date) and a.disabled_at is null
-- @next set operators
select login from a except select login from b intersect (select login from c) union all select 'x'
-- @next a union in parentheses
(select 1 as a) union (select 2) order by a
-- @next CASE
select name, case when is_disabled = 1 then 'disabled' when modify_date < '2020-01-01' then 'old' else 'active' end as state from sys.server_principals
-- @next IIF, CHOOSE, COALESCE, NULLIF
select iif(a > 1, 'x', 'y'), choose(2, 'a', 'b'), coalesce(a, b, 0), nullif(a, ''), isnull(b, 1) from t
-- @next dates
select datediff(day, opened, closed), datepart(iso_week, opened), eomonth(opened), datefromparts(2025, 1, 31), format(opened, 'yyyy-MM-dd'), opened at time zone 'UTC' from dbo.tickets
-- @next texts
select upper(name), ltrim(rtrim(name)), trim(name), substring(name, 1, 3), charindex('@', mail), patindex('%[0-9]%', name), replace(name, 'a', 'b'), len(name), datalength(name), concat(a, '-', b), concat_ws(',', a, b), quotename(name), reverse(name), replicate('x', 3) from t
-- @next TRY_CAST
select try_cast(a as int), try_convert(date, b, 104), parse('1' as int), cast(c as decimal(18, 4)), convert(nvarchar(max), d) from t
-- @next JSON
select j.[key], j.value, json_value(t.doc, '$.name'), json_query(t.doc, '$.roles') from dbo.t t cross apply openjson(t.doc) j where isjson(t.doc) = 1
-- @next OPENJSON WITH
select p.id, p.name from dbo.t cross apply openjson(doc, '$.people') with (id int '$.id', name nvarchar(50) '$.name', tags nvarchar(max) as json) as p
-- @next xml
select x.n.value('@id', 'int') as id, x.n.query('name') as name from dbo.docs d cross apply d.doc.nodes('/a/b') as x(n) where d.doc.exist('/a') = 1
-- @next xml namespaces
with xmlnamespaces ('http://example.com/a' as a) select doc.value('(/a:b)[1]', 'nvarchar(100)') from dbo.docs
-- @next hierarchyid
select node.ToString() as path, node.GetLevel() as depth from hr.units order by node
-- @next STRING_SPLIT
select s.value from dbo.t cross apply string_split(t.roles, ';') as s
-- @next a list of values
select v.name from (values ('a'), ('b')) as v(name) left join sys.server_principals p on p.name = v.name where p.name is null
-- @next table hints that do not lock
select count(*) from dbo.accounts with (nolock) join dbo.logins l with (readuncommitted, index(ix_at)) on l.id = accounts.id
-- @next old table hint
select a.id from dbo.accounts a (nolock) inner join dbo.logins (nolock) on 1 = 1
-- @next query hints
select * from dbo.accounts option (recompile, maxdop 1)
-- @next more query hints
select * from dbo.a join dbo.b on a.id = b.id option (hash join, force order, optimize for unknown, use hint('DISABLE_OPTIMIZER_ROWGOAL'))
-- @next join hints
select * from dbo.a inner merge join dbo.b on a.id = b.id left hash join dbo.c on c.id = b.id
-- @next GROUPING SETS
select region, product, sum(amount), grouping(region) from sales group by grouping sets ((region, product), (region), ())
-- @next ROLLUP
select region, sum(amount) from sales group by rollup(region, product)
-- @next history of a temporal table
select * from dbo.accounts for system_time as of '2025-06-30T23:59:59' where id = 1
-- @next history of a temporal table, a period
select * from dbo.accounts for system_time between '2025-01-01' and '2025-06-30'
-- @next names that need quotes
select [user], [Key], "Order", [group] as [the group] from dbo.[Order Details] where [from] = N'Ünï ''x'''
-- @next names in other languages
select größe, 名前 from dbo.Mitarbeiter_Übersicht
-- @next words that are statements elsewhere, quoted
select [update], [delete], "insert" from [drop]
-- @next statement words inside texts and comments
select 'drop table x; delete from y' as a /* insert into z */ -- exec sp_who
-- @next another database, three parts
select name from AuditDB.dbo.accounts union select name from AuditDB..people
-- @next numbers
select 1, 1.5, .5, 1e5, 1.5E-3, 0x1F, -1, +2
-- @next operators
select 1 where 1 <> 2 and 3 != 4 and not 5 !< 6 or 7 % 2 = 1 and 8 & 1 = 0 and 9 | 1 = 9 and 10 ^ 1 > 0 and ~1 < 0
-- @next TOP WITH TIES
select top (10) percent with ties name, amount from dbo.payments order by amount desc
-- @next EXISTS, ANY, ALL
select name from a where exists (select 1 from b) and x > all (select y from c) and z = any (select w from d)
-- @next collation
select name from dbo.accounts where name collate Latin1_General_CS_AS = 'Admin'
-- @next users of niladic functions
select current_user, session_user, system_user, original_login(), suser_name(), user_name(), db_name(), host_name(), current_timestamp
-- @next full-text search
select k.[key], k.rank from containstable(dbo.docs, body, '"segregation"') as k where k.rank > 10
-- @next full-text predicate
select id from dbo.docs where contains(body, 'password') or freetext(body, 'password policy')
-- @next sample
select * from dbo.payments tablesample (5 percent) repeatable (42)
-- @next random sample
select top (25) * from dbo.payments order by newid()
-- @next hashes
select convert(varchar(64), hashbytes('SHA2_256', name), 2), checksum(name), binary_checksum(*) from dbo.accounts
-- @next extended properties
select objname, value from fn_listextendedproperty(null, 'schema', 'dbo', 'table', 'accounts', null, null)
-- @next index statistics
select object_name(s.object_id), s.avg_fragmentation_in_percent from sys.dm_db_index_physical_stats(db_id(), null, null, null, 'LIMITED') s
-- @next old catalogue views
select name, xtype, crdate from sysobjects where xtype = 'U'
-- @next information schema
select table_schema, table_name, column_name, data_type from information_schema.columns where column_name like '%password%'
-- @next sysadmins, nested groups left out
select sp.name, sp.type_desc, sp.is_disabled, sp.create_date from sys.server_principals sp where sp.principal_id in (select member_principal_id from sys.server_role_members where role_principal_id = suser_id('sysadmin'))
-- @next logins of Windows groups
select name, sid, create_date from sys.server_principals where type = 'G' and name not like 'NT %'
-- @next passwords older than 90 days
select name, cast(loginproperty(name, 'PasswordLastSetTime') as datetime) as last_set, datediff(day, cast(loginproperty(name, 'PasswordLastSetTime') as datetime), getdate()) as days from sys.sql_logins where is_disabled = 0 order by 3 desc
-- @next passwords that are the name
select name from sys.sql_logins where pwdcompare(name, password_hash) = 1
-- @next who may impersonate
select grantee.name as who, target.name as whom, p.state_desc from sys.server_permissions p join sys.server_principals grantee on grantee.principal_id = p.grantee_principal_id join sys.server_principals target on target.principal_id = p.major_id where p.class = 101 and p.type = 'IM'
-- @next guests that can connect
select p.permission_name, p.state_desc from sys.database_permissions p where p.grantee_principal_id = database_principal_id('guest') and p.permission_name = 'CONNECT'
-- @next permissions of public
select p.class_desc, p.permission_name, object_name(p.major_id) as object_name from sys.database_permissions p where p.grantee_principal_id = database_principal_id('public') and p.class = 1 and p.major_id > 0
-- @next owners of schemas
select s.name, p.name as owner from sys.schemas s join sys.database_principals p on p.principal_id = s.principal_id where s.schema_id < 16384
-- @next audit files and where they lie
select name, log_file_path, max_file_size, max_rollover_files, reserve_disk_space from sys.server_file_audits
-- @next what the audits of a database record
select a.name, d.audit_action_name, d.class_desc, object_name(d.major_id) as object_name, d.audited_result from sys.database_audit_specifications a join sys.database_audit_specification_details d on d.database_specification_id = a.database_specification_id
-- @next failed jobs of the quarter
select j.name, h.run_date, h.run_time, h.message from msdb.dbo.sysjobhistory h inner join msdb.dbo.sysjobs j on j.job_id = h.job_id where h.run_status = 0 and h.step_id = 0 and h.run_date between 20250401 and 20250630 order by h.run_date, h.run_time
-- @next steps of jobs with their accounts
select j.name, s.step_id, s.step_name, s.subsystem, s.command, p.name as proxy from msdb.dbo.sysjobs j join msdb.dbo.sysjobsteps s on s.job_id = j.job_id left join msdb.dbo.sysproxies p on p.proxy_id = s.proxy_id
-- @next days without a backup
with days as (select cast('2025-04-01' as date) as day union all select dateadd(day, 1, day) from days where day < '2025-06-30') select d.day from days d left join msdb.dbo.backupset b on cast(b.backup_finish_date as date) = d.day and b.database_name = 'AuditDB' where b.backup_set_id is null option (maxrecursion 400)
-- @next backups without a checksum or encryption
select database_name, backup_finish_date, has_backup_checksums, key_algorithm from msdb.dbo.backupset where has_backup_checksums = 0 or key_algorithm is null
-- @next restores
select destination_database_name, restore_date, user_name, restore_type from msdb.dbo.restorehistory order by restore_date desc
-- @next tables changed without a ticket
select o.name, o.modify_date, c.ticket from sys.objects o left join chg.changes c on c.object_name = o.name and c.done_on = cast(o.modify_date as date) where o.type in ('U', 'P', 'FN') and o.modify_date >= '20250401' and c.ticket is null
-- @next endpoints
select e.name, e.protocol_desc, e.state_desc, t.port, t.is_dynamic_port from sys.endpoints e left join sys.tcp_endpoints t on t.endpoint_id = e.endpoint_id
-- @next assemblies that reach outside
select name, permission_set_desc, create_date from sys.assemblies where permission_set_desc <> 'SAFE_ACCESS'
-- @next stand-ins for objects of other servers
select name, base_object_name from sys.synonyms where base_object_name like '%.%.%.%'
-- @next encryption of connections
select encrypt_option, auth_scheme, net_transport, count(*) as sessions from sys.dm_exec_connections group by encrypt_option, auth_scheme, net_transport
-- @next certificates that expire
select name, subject, start_date, expiry_date, datediff(day, getdate(), expiry_date) as days from sys.certificates where name not like '##%' order by expiry_date
-- @next columns that are encrypted or masked
select object_name(object_id) as table_name, name, encryption_type_desc, is_masked from sys.columns where encryption_type is not null or is_masked = 1
-- @next row level security
select p.name, p.is_enabled, object_name(pr.target_object_id) as target, pr.predicate_definition from sys.security_policies p join sys.security_predicates pr on pr.object_id = p.object_id
-- @next who changed, by a history table
select id, status, changed_by, valid_from, valid_to from chg.changes for system_time from '2025-04-01' to '2025-07-01' where status <> 'draft' order by id, valid_from
-- @next leavers with open accounts
select u.login, e.left_on from app.users u join hr.employees e on lower(trim(u.email)) = lower(trim(e.email)) where e.left_on < cast(sysdatetime() as date) and u.disabled_at is null
-- @next trims another character
select trim('.' from upper(name)) as name, a.value from dbo.t cross apply string_split(trim(',' from tags), ',') a where note is distinct from upper(name)
-- @next gaps in numbers
select number + 1 as gap_from, next_number - 1 as gap_to from (select number, lead(number) over (order by number) as next_number from pay.invoices) s where next_number - number > 1
-- @next subqueries in parentheses everywhere
select (select count(*) from a), ((select max(id) from b)), case when exists (select 1 from c) then (select 1) else (select 2) end, coalesce((select min(id) from d), 0) from e where x in (select y from f) and z = (select 1) and w > all (select v from g) order by (select null)
-- @next a union in parentheses behind common table expressions
with a as (select 1 as x), b as (select 2 as x) (select x from a) union all (select x from b)
-- @next a list of numbers
select value from generate_series(1, 10) order by value
