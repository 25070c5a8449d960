-- Queries the Oracle guard allows. Each starts after a line "-- @next why".

-- @next the smallest
select 1 from dual
-- @next a trailing semicolon and comments of all kinds
/* users */ select username, account_status from dba_users -- of the database
order by username; -- end
-- @next accounts with status, profile and dates
select username, user_id, account_status, lock_date, expiry_date, created, profile, authentication_type, last_login, common, oracle_maintained from dba_users order by username
-- @next open accounts of people
select u.username, u.created, u.last_login from dba_users u where u.account_status = 'OPEN' and u.oracle_maintained = 'N' order by u.last_login nulls first
-- @next accounts that were not used for 90 days
select username, last_login, trunc(sysdate) - trunc(cast(last_login as date)) as days_idle from dba_users where account_status = 'OPEN' and (last_login is null or last_login < systimestamp - interval '90' day)
-- @next default passwords
select d.username, u.account_status from dba_users_with_defpwd d join dba_users u on u.username = d.username order by 1
-- @next holders of the DBA role
select grantee, granted_role, admin_option, default_role from dba_role_privs where granted_role in ('DBA', 'SYSDBA', 'IMP_FULL_DATABASE', 'EXP_FULL_DATABASE') order by grantee, granted_role
-- @next roles of roles, followed down
select lpad(' ', 2 * (level - 1)) || granted_role as granted_role, grantee, level as depth, sys_connect_by_path(granted_role, '/') as path, connect_by_isleaf as leaf from dba_role_privs start with grantee = 'AUDITOR' connect by nocycle prior granted_role = grantee order siblings by granted_role
-- @next the root of a hierarchy
select connect_by_root grantee as holder, granted_role from dba_role_privs connect by prior granted_role = grantee
-- @next ANY privileges
select grantee, privilege, admin_option from dba_sys_privs where privilege like '% ANY %' escape '!' or privilege in ('ALTER SYSTEM', 'ALTER USER', 'CREATE USER', 'GRANT ANY ROLE', 'BECOME USER')
-- @next one line for each grantee
select grantee, listagg(privilege, ', ') within group (order by privilege) as privileges from dba_sys_privs group by grantee
-- @next one line for each grantee, long ones cut
select grantee, listagg(distinct privilege, ', ' on overflow truncate '...' with count) within group (order by privilege) as privileges, count(*) from dba_sys_privs group by grantee having count(*) > 10
-- @next rights to write tables
select grantee, owner, table_name, privilege, grantable from dba_tab_privs where privilege in ('INSERT', 'UPDATE', 'DELETE', 'ALTER') and owner = 'HR'
-- @next who may run packages that reach outside
select grantee, table_name, privilege from dba_tab_privs where table_name in ('UTL_FILE', 'UTL_HTTP', 'UTL_SMTP', 'DBMS_SCHEDULER') and grantee = 'PUBLIC'
-- @next password file users
select username, sysdba, sysoper, sysasm, sysbackup from v$pwfile_users
-- @next password rules of the profiles
select profile, resource_name, limit from dba_profiles where resource_type = 'PASSWORD' order by profile, resource_name
-- @next password rules side by side
select * from (select profile, resource_name, limit from dba_profiles where resource_type = 'PASSWORD') pivot (max(limit) for resource_name in ('FAILED_LOGIN_ATTEMPTS' as failed_logins, 'PASSWORD_LIFE_TIME' as life_time, 'PASSWORD_VERIFY_FUNCTION' as verify_function))
-- @next a table turned the other way
select profile, rule, setting from profile_rules unpivot include nulls (setting for rule in (failed_logins as 'F', life_time as 'L'))
-- @next unified audit trail, failed logins
select event_timestamp, dbusername, os_username, userhost, terminal, action_name, return_code, client_program_name from unified_audit_trail where action_name = 'LOGON' and return_code <> 0 and event_timestamp >= timestamp '2025-04-01 00:00:00' and event_timestamp < timestamp '2025-07-01 00:00:00' order by event_timestamp
-- @next failed logins by day and account
select to_char(event_timestamp, 'YYYY-MM-DD') as day, dbusername, count(*) as failures from unified_audit_trail where return_code in (1017, 28000) group by to_char(event_timestamp, 'YYYY-MM-DD'), dbusername order by 1, 2
-- @next traditional audit trail
select username, timestamp, action_name, returncode, obj_name from dba_audit_trail where timestamp >= date '2025-04-01' and returncode != 0
-- @next what is audited, traditionally
select user_name, privilege, success, failure from dba_priv_audit_opts
-- @next unified audit policies
select policy_name, enabled_option, entity_name, success, failure from audit_unified_enabled_policies
-- @next changed objects of a period
select owner, object_name, object_type, created, last_ddl_time, status from dba_objects where last_ddl_time between date '2025-04-01' and date '2025-06-30' + interval '1' day and owner not in (select username from dba_users where oracle_maintained = 'Y')
-- @next parameters
select name, value, isdefault, ismodified from v$parameter where name in ('audit_trail', 'remote_login_passwordfile', 'sec_case_sensitive_logon', 'os_authent_prefix', 'utl_file_dir')
-- @next names with dollar and hash
select s.sid, s.serial#, s.username, s.program from v$session s, gv$process p where s.paddr = p.addr
-- @next version
select banner_full from v$version
-- @next patches
select patch_id, action, status, action_time, description from dba_registry_sqlpatch order by action_time desc
-- @next backups
select session_key, input_type, status, start_time, end_time, elapsed_seconds from v$rman_backup_job_details where start_time > sysdate - 90 order by start_time
-- @next scheduler jobs
select owner, job_name, enabled, state, last_start_date, next_run_date, run_count, failure_count from dba_scheduler_jobs where owner not in ('SYS', 'ORACLE_OCM')
-- @next runs of jobs that failed
select log_date, owner, job_name, status, error#, additional_info from dba_scheduler_job_run_details where status <> 'SUCCEEDED' fetch first 500 rows only
-- @next database links, listed and not used
select owner, db_link, username, host, created from dba_db_links
-- @next tables without a primary key
select t.owner, t.table_name from dba_tables t where not exists (select 1 from dba_constraints c where c.owner = t.owner and c.table_name = t.table_name and c.constraint_type = 'P')
-- @next the first rows of each group
select * from (select a.*, row_number() over (partition by a.dbusername order by a.event_timestamp desc) as place from unified_audit_trail a) where place = 1
-- @next running totals and neighbours
select posted_on, amount, sum(amount) over (order by posted_on rows between unbounded preceding and current row) as total, lag(amount, 1, 0) over (order by posted_on) as before, ratio_to_report(amount) over () as share_of_all from fin.journal
-- @next the last value that is there
select id, last_value(status ignore nulls) over (partition by id order by changed_at) as status, first_value(status) ignore nulls over (order by changed_at) as first_status from app.history
-- @next the first and the last of a group
select dept, max(salary) keep (dense_rank first order by hired_on) as first_salary from hr.staff group by dept
-- @next rollup, cube and grouping sets
select dept, role, grouping_id(dept, role), count(*) from hr.staff group by grouping sets ((dept, role), (dept), ()) union all select dept, role, 0, count(*) from hr.staff group by rollup (dept, role) union all select dept, role, 0, count(*) from hr.staff group by cube (dept, role)
-- @next paging
select username from dba_users order by username offset 100 rows fetch next 50 rows with ties
-- @next a share of the rows
select * from fin.journal sample block (5) seed (42)
-- @next one partition
select count(*) from fin.journal partition (p2025q2)
-- @next common table expressions
with admins as (select grantee from dba_role_privs where granted_role = 'DBA'), active as (select username from dba_users where account_status = 'OPEN') select a.grantee from admins a join active b on b.username = a.grantee
-- @next a recursive one with a list of columns
with roles (grantee, granted_role, depth) as (select grantee, granted_role, 1 from dba_role_privs where grantee = 'APP' union all select r.grantee, p.granted_role, r.depth + 1 from roles r join dba_role_privs p on p.grantee = r.granted_role) search depth first by granted_role set place cycle granted_role set is_cycle to 'Y' default 'N' select * from roles order by place
-- @next set operators
select username from dba_users minus select grantee from dba_role_privs where granted_role = 'CONNECT'
-- @next set operators in parentheses
(select grantee from dba_sys_privs intersect select grantee from dba_role_privs) union select 'PUBLIC' from dual order by 1
-- @next the old outer join
select u.username, r.granted_role from dba_users u, dba_role_privs r where u.username = r.grantee (+) and r.admin_option(+) = 'YES'
-- @next joins of all kinds
select * from hr.staff s left outer join hr.leavers l using (staff_id) cross join (select max(closed_on) as closed_on from fin.periods) p cross apply (select count(*) as logins from app.logins g where g.staff_id = s.staff_id) natural join hr.sites
-- @next case and decode
select username, case when account_status like '%LOCKED%' then 'locked' when (expiry_date < sysdate) then 'expired' else 'open' end as state, decode(common, 'YES', 1, 'NO', 0) from dba_users
-- @next NVL and its relatives
select nvl(email, '-'), nvl2(email, 'y', 'n'), coalesce(email, phone, 'none'), nullif(a, b), greatest(a, b), lnnvl(a = b) from hr.staff
-- @next regular expressions
select username from dba_users where regexp_like(username, '^(ADM|SVC)_[A-Z]+$', 'i') and regexp_replace(username, '[0-9]', '') = 'SVC'
-- @next alternative quotes
select q'[it's]' as a, Q'{it's "so"}' as b, q'!don't!' as c, nq'<ä's>' as d, n'Zoë' as e, q'(a (b)' as f from dual
-- @next a quote in a text, and names in quotes
select 'it''s' as "Mixed Case", "Größe" from "HR"."Staff List" where name = 'Müller'
-- @next words of other statements, as texts and comments
select 'delete from t; drop table t' from dual /* update t set a = 1 */ where action in ('GRANT', 'UPDATE') -- insert
-- @next dates and times
select to_date('01.04.2025', 'DD.MM.YYYY'), to_timestamp_tz('2025-04-01 00:00:00 +02:00', 'YYYY-MM-DD HH24:MI:SS TZH:TZM'), trunc(sysdate, 'Q'), add_months(sysdate, -3), last_day(sysdate), months_between(sysdate, date '2025-01-01'), extract(year from sysdate), numtodsinterval(90, 'DAY'), systimestamp at time zone 'UTC', from_tz(cast(sysdate as timestamp(6)), 'UTC') from dual
-- @next interval literals
select interval '3' day(3), interval '1 02:03:04.5' day to second(3), interval '1-6' year(4) to month from dual
-- @next conversions
select cast(amount as number(18, 2)), cast(name as varchar2(30 char)), cast(at as timestamp(6) with time zone), to_char(amount, 'FM999G990D00', 'NLS_NUMERIC_CHARACTERS = ''.,'''), rawtohex(id), to_number('1' default 0 on conversion error) from fin.journal
-- @next numbers
select 1, 1.5, .5, 1e10, 1.5E-3, 2f, 2.5d, mod(7, 3), round(1.005, 2), -1 from dual
-- @next what the table held before
select count(*) from fin.journal as of timestamp (systimestamp - interval '1' hour)
-- @next versions of a row
select versions_starttime, versions_operation, status from app.accounts versions between timestamp systimestamp - interval '30' minute and systimestamp where id = 7
-- @next JSON in a table
select j.name, j.role from app.settings s, json_table(s.doc, '$.users[*]' null on error columns (name varchar2(100) path '$.name', role varchar2(30) path '$.role', nested path '$.logins[*]' columns (at timestamp path '$.at'))) j
-- @next JSON functions
select json_value(doc, '$.owner' returning varchar2(100)), json_query(doc, '$.tags' with wrapper), json_object('id' value id, 'name' value name), json_arrayagg(id order by id) from app.settings where json_exists(doc, '$.owner') and doc is json group by doc, id, name
-- @next JSON with dots
select s.doc.owner.name from app.settings s
-- @next XML in a table
select x.name, x.role from app.documents d, xmltable('/users/user[@active="y"]' passing d.content columns name varchar2(100) path '@name', role varchar2(30) path 'role/text()') x
-- @next XML with namespaces
select x.id from app.documents d, xmltable(xmlnamespaces('http://example.com/ns' as "n"), '/n:list/n:item' passing d.content columns id number path '@id') x where xmlexists('/list' passing d.content)
-- @next XML as text
select xmlserialize(content d.content as clob indent), xmlcast(xmlquery('/a/b' passing d.content returning content) as varchar2(10)) from app.documents d
-- @next XML as lists of older versions
select rtrim(xmlagg(xmlelement(e, privilege || ',') order by privilege), ',') from dba_sys_privs
-- @next the session
select sys_context('USERENV', 'DB_NAME'), sys_context('USERENV', 'CON_NAME'), user, uid from dual
-- @next all containers
select con_id, con_id_to_con_name(con_id) as container, count(*) from containers(dba_users) group by con_id
-- @next rows by number, and pseudo columns
select rowid, rownum, ora_rowscn, a.* from app.accounts a where rownum <= 100
-- @next comparing with any and all
select * from hr.staff where salary > all (select limit from hr.bands) or grade = any (1, 2) or grade = some (select g from hr.grades)
-- @next several columns in one comparison
select * from dba_tab_privs where (owner, table_name) in (select owner, table_name from app.sensitive)
-- @next a collection of the table as rows
select a.id, t.column_value from app.accounts a, table(a.roles) t
-- @next segregation of duties
select c.change_id, c.requested_by, c.approved_by from app.changes c where c.approved_by = c.requested_by and c.closed_on >= date '2025-04-01'
-- @next hashes
select standard_hash(name, 'SHA256'), ora_hash(id) from hr.staff
-- @next ^= is not equal
select username from dba_users where account_status ^= 'OPEN'
-- @next accounts and the ages of their passwords
select u.username, u.account_status, u.expiry_date, round(sysdate - s.ptime) as password_days from dba_users u join sys.user$ s on s.name = u.username where u.oracle_maintained = 'N' order by password_days desc nulls last
-- @next system privileges with the admin option
select grantee, privilege from dba_sys_privs where admin_option = 'YES' and grantee not in (select role from dba_roles where oracle_maintained = 'Y')
-- @next what PUBLIC may run
select owner, table_name, privilege from dba_tab_privs where grantee = 'PUBLIC' and privilege = 'EXECUTE' and owner not in ('SYS', 'XDB', 'MDSYS')
-- @next proxies
select proxy, client, authentication, flags from proxy_users
-- @next limits of the default profile
select resource_name, limit from dba_profiles where profile = 'DEFAULT' and resource_name in ('FAILED_LOGIN_ATTEMPTS', 'PASSWORD_LIFE_TIME', 'PASSWORD_REUSE_MAX', 'PASSWORD_LOCK_TIME', 'INACTIVE_ACCOUNT_TIME')
-- @next parameters that matter
select name, value, isdefault, ismodified from v$parameter where name in ('audit_trail', 'remote_login_passwordfile', 'sec_case_sensitive_logon', 'os_authent_prefix', 'utl_file_dir', 'remote_os_authent') order by name
-- @next hidden parameters are left out
select name, display_value from v$system_parameter where not regexp_like(name, '^_') and isdefault = 'FALSE'
-- @next database, role and mode
select dbid, name, db_unique_name, created, log_mode, open_mode, database_role, force_logging, flashback_on from v$database
-- @next version
select banner_full from v$version fetch first 1 row only
-- @next patches
select patch_id, action, status, action_time, description from dba_registry_sqlpatch order by action_time desc
-- @next failed logins, counted by address
select userhost, os_username, count(*) as failures, min(event_timestamp) as first_at, max(event_timestamp) as last_at from unified_audit_trail where action_name = 'LOGON' and return_code in (1017, 28000, 28001) group by userhost, os_username having count(*) >= 5 order by failures desc
-- @next changes of privileges in the period
select event_timestamp, dbusername, action_name, object_schema, object_name, system_privilege_used, sql_text from unified_audit_trail where action_name in ('GRANT', 'REVOKE', 'CREATE USER', 'ALTER USER', 'DROP USER') and event_timestamp >= to_timestamp('2025-04-01', 'YYYY-MM-DD') and event_timestamp < to_timestamp('2025-07-01', 'YYYY-MM-DD')
-- @next administrators' actions
select event_timestamp, os_username, action_name from unified_audit_trail where system_privilege_used like '%SYSDBA%' or dbusername in ('SYS', 'SYSTEM')
-- @next links to other databases
select owner, db_link, username, host, created from dba_db_links
-- @next jobs of the scheduler
select owner, job_name, enabled, state, last_start_date, failure_count, job_action from dba_scheduler_jobs where owner not in ('SYS', 'ORACLE_OCM')
-- @next runs of jobs that failed
select owner, job_name, status, error#, actual_start_date, run_duration from dba_scheduler_job_run_details where status <> 'SUCCEEDED' and log_date >= systimestamp - numtodsinterval(90, 'DAY')
-- @next backups of the period
select session_key, input_type, status, start_time, end_time, output_bytes from v$rman_backup_job_details where start_time >= date '2025-04-01' order by start_time
-- @next tablespaces and their encryption
select t.tablespace_name, t.status, t.encrypted, sum(f.bytes) / 1024 / 1024 as megabytes from dba_tablespaces t left join dba_data_files f on f.tablespace_name = t.tablespace_name group by t.tablespace_name, t.status, t.encrypted
-- @next invalid objects
select owner, object_type, count(*) from dba_objects where status = 'INVALID' group by owner, object_type order by 1, 2
-- @next triggers that are switched off
select owner, trigger_name, table_name, status from dba_triggers where status = 'DISABLED' and owner not in ('SYS', 'SYSTEM')
-- @next row level policies
select object_owner, object_name, policy_name, function, enable from dba_policies where object_owner not in ('XDB')
-- @next sessions
select s.sid, s.serial#, s.username, s.osuser, s.machine, s.program, s.logon_time, c.network_service_banner from v$session s left join v$session_connect_info c on c.sid = s.sid where s.type = 'USER'
-- @next leavers with open accounts
select u.login, e.left_on from app.users u inner join hr.employees e on lower(e.email) = lower(u.email) where e.left_on < trunc(sysdate) and u.disabled_at is null and not exists (select null from app.exceptions x where x.login = u.login)
-- @next gaps in numbers
select prev_number + 1 as gap_from, invoice_number - 1 as gap_to from (select invoice_number, lag(invoice_number) over (order by invoice_number) as prev_number from pay.invoices) where invoice_number - prev_number > 1
-- @next years by EXTRACT, and paths with literals
select extract(year from posted_at) as year, extract(content, '/invoice/number/text()') as invoice, extractvalue(content, '/invoice/@id', 'xmlns="urn:x"') as id, existsnode(content, '/invoice[last()]') as present from pay.documents
-- @next a column with the name AI
select ai, t.ai, count(*) from app.flags t group by ai, t.ai
-- @next a column AI with a word behind it
select ai from app.flags
-- @next a column AI under another name
select ai as artificial from app.flags
