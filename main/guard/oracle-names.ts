/**
 * The Oracle names that the guard knows. Functions: "Oracle Database SQL Language Reference", chapter "Functions", versions
 * 12.2 to 23ai, read through; left out are those that reach outside of the query's tables (URIs, models, XSLT), make objects
 * or cursors, or build XML from a text. Reserved words: appendix "Oracle SQL Reserved Words and Keywords".
 */
import type { DialectNames } from './token-checks';
import { words } from './verdict';

const textFunctions = words(`
  ascii asciistr chr compose concat convert decompose dump initcap instr instr2 instr4 instrb instrc length length2 length4
  lengthb lengthc lower lpad ltrim nchr nls_charset_decl_len nls_charset_id nls_charset_name nls_collation_id
  nls_collation_name nls_initcap nls_lower nls_upper nlssort regexp_count regexp_instr regexp_like regexp_replace
  regexp_substr replace rpad rtrim soundex substr substr2 substr4 substrb substrc translate trim unistr upper vsize
`);

const numberFunctions = words(`
  abs acos asin atan atan2 bin_to_num bit_and_agg bit_or_agg bit_xor_agg bitand ceil cos cosh exp floor greatest least ln log
  mod nanvl power remainder round sign sin sinh sqrt tan tanh trunc width_bucket
`);

const timeFunctions = words(`
  add_months extract from_tz last_day localtimestamp months_between new_time next_day numtodsinterval numtoyminterval
  current_timestamp systimestamp sys_extract_utc to_date to_dsinterval to_timestamp to_timestamp_tz to_yminterval tz_offset
  ora_dst_affected ora_dst_convert ora_dst_error time_bucket
`);

const conversionFunctions = words(`
  bool_to_int cast chartorowid coalesce decode empty_blob empty_clob hextoraw lnnvl nullif nvl nvl2 rawtohex rawtonhex
  rowidtochar rowidtonchar scn_to_timestamp timestamp_to_scn to_binary_double to_binary_float to_blob to_boolean to_char to_clob to_multi_byte to_nchar to_nclob
  to_number to_single_byte validate_conversion
`);

const aggregateFunctions = words(`
  any_value approx_count approx_count_distinct approx_median approx_percentile approx_rank approx_sum avg boolean_and_agg
  boolean_or_agg checksum corr corr_k corr_s count covar_pop covar_samp cume_dist dense_rank every first first_value group_id grouping
  grouping_id kurtosis_pop kurtosis_samp lag last last_value lead listagg max median min nth_value ntile percent_rank percentile_cont
  percentile_disc rank ratio_to_report regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy
  row_number skewness_pop skewness_samp stats_mode stddev stddev_pop stddev_samp sum var_pop var_samp variance
`);

const jsonAndXmlFunctions = words(`
  existsnode extractvalue json_array json_arrayagg json_dataguide json_equal json_exists json_mergepatch json_object
  json_objectagg json_query json_scalar json_serialize json_table json_textcontains json_transform json_value xmlagg
  xmlattributes xmlcast xmlcdata xmlcolattval xmlcomment xmlconcat xmlelement xmlexists xmlforest xmlisvalid
  xmlnamespaces xmlpi xmlquery xmlserialize xmltable
`);

const systemFunctions = words(`
  con_dbid_to_id con_guid_to_id con_id_to_con_name con_id_to_dbid con_name_to_id con_uid_to_id ora_hash standard_hash
  sys_connect_by_path sys_context sys_guid containers cube rollup vector_distance
`);

const refusedFunctions: DialectNames['refusedFunctions'] = [
  [/^bfilename$/, 'opens files on the server'],
  [
    /^(httpuritype|uritype|dburitype|xdburitype|sys_dburigen|sys_xmlgen|sys_xmlagg)$/,
    'can fetch documents over the network',
  ],
  [/^(xmltype|xmlparse)$/, 'builds XML from a text, whose entities the server may fetch'],
  [
    /^(xmltransform|xmldiff|xmlpatch|updatexml|insertchildxml\w*|insertxml\w+|appendchildxml|deletexml)$/,
    'works on documents in ways that are not known to only read',
  ],
  [/^external$/, 'reads files on the server and may run a program to prepare them'],
  [
    /^(cursor|multiset|collect|the|value|ref|deref|make_ref|treat)$/,
    'answers objects or cursors, which no cell can hold',
  ],
  [/^userenv$/, 'is replaced by sys_context'],
  [/^(prediction\w*|feature_\w+|cluster_\w+|vector_embedding|vector_chunks)$/, 'runs models of the server'],
  [/^sys_op_\w+$/, 'is internal to the server'],
];

/** No function can have such a name without quotes. */
export const reservedWords = words(`
  ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COMMENT COMPRESS CONNECT CREATE CURRENT
  DATE DECIMAL DEFAULT DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM GRANT GROUP HAVING IDENTIFIED
  IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE
  MODIFY NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OF OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME
  RESOURCE REVOKE ROW ROWID ROWNUM ROWS SELECT SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO
  TRIGGER UID UNION UNIQUE UPDATE USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH
`);

/**
 * Keywords that are not reserved. Should the client have a function of such a name, the driver finds it in the server's
 * catalogue before the query is sent, see main/connectors/oracle/catalogue.ts.
 */
const keywords = words(`
  APPLY CASE COLUMNS EXCEPT JOIN KEEP LATERAL LIKE2 LIKE4 LIKEC ONLY OVER PARTITION PIVOT SAMPLE SUBPARTITION UNPIVOT USING WHEN
`);

/** Types that are not reserved words; as a type they are followed by digits. */
export const typeWords = words('NCHAR NVARCHAR2 TIMESTAMP UROWID VECTOR BINARY VARBINARY NUMERIC DEC');

/** Packages and types that come with the server and reach outside of the query: not even as an alias. */
export const suppliedNames = /^(?:(?:UTL|DBMS|OWA|APEX|WWV)_.+|HT[PF]|URIFACTORY|(?:HTTP|DB|XDB)?URITYPE)$/;

export const oracleNames: DialectNames = {
  allowedFunctions: new Set([
    ...textFunctions,
    ...numberFunctions,
    ...timeFunctions,
    ...conversionFunctions,
    ...aggregateFunctions,
    ...jsonAndXmlFunctions,
    ...systemFunctions,
  ]),
  refusedFunctions,
  wordsBeforeParenthesis: new Set([...reservedWords, ...keywords]),
  refusedWords: new Map([
    ['INSERT', 'inserts rows'],
    ['UPDATE', 'changes or locks rows'],
    ['DELETE', 'deletes rows'],
    ['INTO', 'names a place to write to'],
    ['LOCK', 'locks a table'],
    ['MODIFY', 'changes how an external table is read'],
    ['CREATE', 'creates objects'],
    ['ALTER', 'changes objects'],
    ['DROP', 'removes objects'],
    ['RENAME', 'renames objects'],
    ['GRANT', 'gives privileges'],
    ['REVOKE', 'takes privileges away'],
    ['AUDIT', 'changes what the server audits'],
    ['NOAUDIT', 'changes what the server audits'],
  ]),
  quotedNameExample: '"NAME"',
};
