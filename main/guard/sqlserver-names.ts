/**
 * The T-SQL names that the guard knows, from Microsoft's Transact-SQL reference (functions of SQL Server 2012 to 2022).
 * Left out are those that reach files or other servers, decrypt, export keys, or read the transaction log.
 */
import type { DialectNames } from './token-checks';
import { words } from './verdict';

const textFunctions = words(`
  ascii char charindex concat concat_ws datalength difference format left len lower ltrim nchar patindex quotename replace replicate
  reverse right rtrim soundex space str string_agg string_escape string_split stuff substring translate trim unicode upper
`);

const timeFunctions = words(`
  current_timezone current_timezone_id date_bucket dateadd datediff datediff_big datefromparts datename datepart
  datetime2fromparts datetimefromparts datetimeoffsetfromparts datetrunc day eomonth getdate getutcdate isdate month
  smalldatetimefromparts switchoffset sysdatetime sysdatetimeoffset sysutcdatetime timefromparts todatetimeoffset year
`);

const numberFunctions = words(`
  abs acos asin atan atn2 ceiling cos cot degrees exp floor generate_series isnumeric log log10 pi power radians rand round
  sign sin sqrt square tan
`);

const logicFunctions = words(`
  cast choose coalesce convert greatest iif isnull least nullif parse try_cast try_convert try_parse bit_count get_bit
  left_shift right_shift
`);

const aggregateFunctions = words(`
  approx_count_distinct avg checksum_agg count count_big cube cume_dist dense_rank first_value grouping grouping_id lag
  last_value lead max min ntile percent_rank percentile_cont percentile_disc rank rollup row_number stdev stdevp sum var varp
`);

const documentFunctions = words(`
  contains containstable freetext freetexttable isjson json_array json_modify json_object json_path_exists json_query
  json_value openjson
`);

const digestFunctions = words(
  'base64_decode base64_encode binary_checksum checksum compress decompress hashbytes newid pwdcompare',
);

const catalogueFunctions = words(`
  app_name assemblyproperty col_length col_name columnproperty connectionproperty database_principal_id databasepropertyex
  db_id db_name file_id file_idex file_name filegroup_id filegroup_name filegroupproperty fileproperty
  fulltextcatalogproperty fulltextserviceproperty has_dbaccess has_perms_by_name host_id host_name index_col indexkey_property
  indexproperty is_member is_rolemember is_srvrolemember loginproperty object_definition object_id object_name
  object_schema_name objectproperty objectpropertyex original_db_name original_login parsename permissions schema_id
  schema_name serverproperty sessionproperty sql_variant_property stats_date suser_id suser_name suser_sid suser_sname type_id
  type_name typeproperty user_id user_name
`);

/** Types that take a length; behind AS they need no entry. */
const typesWithLength = words(`
  binary char datetime2 datetimeoffset dec decimal float nchar numeric nvarchar time varbinary varchar
`);

/** Functions of the schema `sys`, where nobody else can create any. Those with `fn_` are found without the schema, too. */
export const systemFunctions = words(`
  dm_db_index_physical_stats dm_db_index_operational_stats dm_db_stats_properties dm_exec_input_buffer
  dm_exec_query_plan dm_exec_sql_text dm_exec_text_query_plan dm_exec_plan_attributes
  dm_io_virtual_file_stats dm_os_volume_stats dm_sql_referenced_entities dm_sql_referencing_entities
  fn_builtin_permissions fn_helpcollations fn_listextendedproperty fn_my_permissions fn_virtualfilestats
  fn_hadr_backup_is_preferred_replica fn_hadr_is_primary_replica
`);

/** Functions that answer tables and need no schema; any other one without a schema is the client's. */
export const tableFunctions: ReadonlySet<string> = new Set([
  ...words('containstable freetexttable generate_series openjson string_split'),
  ...[...systemFunctions].filter((name) => name.startsWith('fn_')),
]);

/** Methods of xml, with texts as arguments only; T-SQL tells their names apart by case. */
export const xmlMethods: ReadonlySet<string> = new Set(['value', 'query', 'exist', 'nodes']);
/** Methods of hierarchyid and of the spatial types, without arguments. */
export const plainMethods: ReadonlySet<string> = new Set([
  'ToString',
  'GetLevel',
  'STAsText',
  'AsTextZM',
  'STArea',
  'STLength',
  'STNumPoints',
  'STGeometryType',
  'STIsValid',
]);

const refusedFunctions: DialectNames['refusedFunctions'] = [
  [/^(openquery|openrowset|opendatasource)$/, 'reaches another server or a file'],
  [/^dm_exec_describe_\w+$/, 'compiles a text, for which the server may connect to another one'],
  [/^openxml$/, 'needs a document that a procedure has prepared'],
  [/^(xp|sp)_\w+$/, 'is a procedure'],
  [/^fn_(get_audit_file\w*|trace_\w+|xe_file_\w+)$/, 'reads files on the server by their path'],
  [/^fn_(dblog|dump_dblog|full_dblog)\w*$/, 'reads the transaction log or a backup'],
  [/^dm_os_(file_exists|enumerate_\w+)$/, 'looks at files of the server'],
  [/^(decrypt|encrypt|sign|verifysigned)by\w+$/, 'uses keys of the server'],
  [/^(certprivatekey|certencoded|key_\w+|symkeyproperty|asymkey\w*|cert_\w+)$/, 'reads keys of the server'],
  [/^(textptr|textvalid)$/, 'makes a pointer into a stored text'],
  [/^(get_filestream_transaction_context|context_info|session_context|current_request_id)$/, 'reads the session'],
  [/^(crypt_gen_random|newsequentialid|pwdencrypt)$/, 'makes secrets or numbers instead of reading'],
  [/^predict$/, 'runs a model on the server'],
];

const wordsBeforeParenthesis = words(`
  ALL AND ANY APPLY AS BETWEEN BY CASE DISTINCT ELSE ESCAPE EXCEPT EXISTS FOR FROM GROUP HAVING HINT IN INDEX INTERSECT IS
  JOIN LIKE NOT ON OPTION OR OVER PATH PERCENT PIVOT RAW REPEATABLE ROOT SELECT SETS SOME TABLESAMPLE THEN TOP UNION UNPIVOT
  VALUES WHEN WHERE WITH WITHIN XMLNAMESPACES XMLSCHEMA FORCESEEK
`);

// All but a few are reserved in T-SQL, so unquoted they can't be names. T-SQL needs no semicolon between statements:
// wherever such a word stands, a statement of its own may begin.
const statementWords = `
  ADD ALTER BACKUP BEGIN BREAK BROWSE BULK CHECKPOINT CLOSE COMMIT CONTINUE CONVERSATION CREATE CURSOR DBCC DEALLOCATE DECLARE
  DELETE DENY DIALOG DISK DROP DUMP EXEC EXECUTE GO GOTO GRANT HOLDLOCK IF INSERT INTO KILL LINENO LOAD MERGE OPEN OPENQUERY
  OPENROWSET OPENDATASOURCE OPENXML OUTPUT PREDICT PRINT PROC PROCEDURE RAISERROR READTEXT RECEIVE RECONFIGURE RENAME RESTORE RETURN
  REVERT REVOKE ROLLBACK SAVE SET SETUSER SHUTDOWN THROW TRAN TRANSACTION TRIGGER TRUNCATE UPDATE UPDATETEXT USE WAITFOR WHILE
  WRITETEXT`;

const effects: Readonly<Record<string, string>> = {
  INTO: 'writes the result to a table',
  INSERT: 'inserts rows',
  UPDATE: 'changes or locks rows',
  DELETE: 'deletes rows',
  MERGE: 'changes rows',
  TRUNCATE: 'deletes rows',
  OUTPUT: 'belongs to a statement that writes',
  EXEC: 'runs a procedure or a text',
  EXECUTE: 'runs a procedure or a text',
  COMMIT: 'ends the transaction that is rolled back',
  ROLLBACK: 'ends the transaction that is rolled back',
  HOLDLOCK: 'locks rows until the end',
  BROWSE: 'asks for hidden columns',
  OPENQUERY: 'reaches another server',
  OPENROWSET: 'reaches another server or a file',
  OPENDATASOURCE: 'reaches another server',
  GO: "is a word of client programs, not of the server's language",
};

const lockingHints = words('UPDLOCK XLOCK TABLOCK TABLOCKX PAGLOCK SERIALIZABLE REPEATABLEREAD');

export const sqlserverNames: DialectNames = {
  allowedFunctions: new Set([
    ...textFunctions,
    ...timeFunctions,
    ...numberFunctions,
    ...logicFunctions,
    ...aggregateFunctions,
    ...documentFunctions,
    ...digestFunctions,
    ...catalogueFunctions,
    ...typesWithLength,
    ...[...systemFunctions].filter((name) => name.startsWith('fn_')),
  ]),
  refusedFunctions,
  wordsBeforeParenthesis,
  refusedWords: new Map([
    ...[...words(statementWords)].map((word) => [word, effects[word] ?? 'begins a statement of its own'] as const),
    ...[...lockingHints].map((word) => [word, 'locks what others work with'] as const),
  ]),
  quotedNameExample: '[name]',
};

/** What may stand in `WITH (…)` behind a table: hints that lock nothing more than reading does. */
export const harmlessTableHints = words(`
  FORCESCAN FORCESEEK INDEX NOEXPAND NOLOCK NOWAIT READCOMMITTED READPAST READUNCOMMITTED ROWLOCK SNAPSHOT
`);

/** The words of `OPTION (…)`; what stands there besides is refused. */
export const harmlessQueryHints = words(`
  CONCAT EXPAND FAST FOR FORCE GROUP HASH HINT JOIN KEEP KEEPFIXED LOOP MAXDOP MAXRECURSION MAX_GRANT_PERCENT MERGE OPTIMIZE
  ORDER PLAN RECOMPILE ROBUST UNION UNKNOWN USE VIEWS
`);
