/**
 * The MySQL and MariaDB names that the guard knows. The functions were taken from a MariaDB 10.11 server
 * (information_schema.sql_functions) and the reference manuals of MySQL 5.7 to 9 and read through; left out are those that
 * read files, wait, lock, set something, or tell about the session instead of the data.
 */
import type { DialectNames } from './token-checks';
import { words } from './verdict';

const textFunctions = words(`
  ascii bin bit_length char char_length character_length chr concat concat_ws elt export_set extractvalue field
  find_in_set format from_base64 hex insert instr lcase left length lengthb locate lower lpad ltrim make_set mid
  natural_sort_key oct octet_length ord position quote regexp_instr regexp_like regexp_replace regexp_substr repeat replace
  reverse right rpad rtrim sformat soundex space strcmp substr substring substring_index to_base64 to_char trim ucase unhex
  updatexml upper weight_string
`);

const timeFunctions = words(`
  add_months adddate addtime convert_tz curdate current_date current_time current_timestamp curtime date date_add
  date_format date_sub datediff day dayname dayofmonth dayofweek dayofyear extract from_days from_unixtime get_format hour
  last_day localtime localtimestamp makedate maketime microsecond minute month monthname now period_add period_diff
  quarter sec_to_time second str_to_date subdate subtime sysdate time time_format time_to_sec timediff timestamp
  timestampadd timestampdiff to_days to_seconds unix_timestamp utc_date utc_time utc_timestamp week weekday weekofyear year
  yearweek
`);

const numberFunctions = words(`
  abs acos asin atan atan2 bit_count ceil ceiling conv cos cot crc32 crc32c degrees exp floor greatest interval least ln
  log log10 log2 mod pi pow power radians rand round sign sin sqrt tan truncate
`);

const logicFunctions = words(`
  any_value binary cast charset coalesce coercibility collation convert default grouping if ifnull isnull
  nullif nvl nvl2 values
`);

const aggregateFunctions = words(`
  avg bit_and bit_or bit_xor count cume_dist dense_rank first_value group_concat json_arrayagg json_objectagg lag last_value
  lead max median min nth_value ntile percent_rank percentile_cont percentile_disc rank row_number std stddev stddev_pop
  stddev_samp sum var_pop var_samp variance
`);

const jsonFunctions = words(`
  column_check column_exists column_get column_json column_list json_array json_array_append json_array_insert
  json_array_intersect json_compact json_contains json_contains_path json_depth json_detailed json_equals json_exists
  json_extract json_insert json_key_value json_keys json_length json_loose json_merge json_merge_patch
  json_merge_preserve json_normalize json_object json_object_filter_keys json_object_to_array json_overlaps json_pretty
  json_query json_quote json_remove json_replace json_schema_valid json_schema_validation_report json_search json_set
  json_storage_free json_storage_size json_table json_type json_unquote json_valid json_value
`);

const geometryFunctions = words(`
  linestring mbrcontains mbrcoveredby mbrcovers mbrdisjoint mbrequals mbrintersects mbroverlaps mbrtouches mbrwithin
  multilinestring multipoint multipolygon point polygon st_area st_asbinary st_asgeojson st_astext st_aswkb st_aswkt
  st_buffer st_centroid st_contains st_convexhull st_crosses st_difference st_dimension st_disjoint st_distance
  st_distance_sphere st_endpoint st_envelope st_equals st_exteriorring st_geohash st_geomfromgeojson st_geomfromtext
  st_geomfromwkb st_geometryn st_geometrytype st_interiorringn st_intersection st_intersects st_isclosed st_isempty
  st_issimple st_isvalid st_latfromgeohash st_latitude st_length st_longfromgeohash st_longitude st_numgeometries
  st_numinteriorrings st_numpoints st_overlaps st_pointn st_simplify st_srid st_startpoint st_symdifference st_touches
  st_transform st_union st_within st_x st_y
`);

const digestAndNetworkFunctions = words(`
  aes_decrypt aes_encrypt bin_to_uuid compress inet6_aton inet6_ntoa inet_aton inet_ntoa is_ipv4 is_ipv4_compat
  is_ipv4_mapped is_ipv6 is_uuid md5 random_bytes sha sha1 sha2 statement_digest statement_digest_text uncompress
  uncompressed_length uuid uuid_to_bin uuid_v4 uuid_v7
`);

const systemFunctions = words(`
  connection_id current_role current_user database format_bytes format_pico_time icu_version ps_current_thread_id
  ps_thread_id schema session_user system_user user version gtid_subset gtid_subtract
`);

const refusedFunctions: DialectNames['refusedFunctions'] = [
  [/^load_file$/, 'reads files on the server'],
  [
    /^(sleep|(master|source|wsrep|wait)_\w*(wait|until|sync)\w*|wait_for_executed_gtid_set|wsrep_\w+)$/,
    'makes the server wait',
  ],
  [/^(benchmark|name_const)$/, 'makes the server work without reading anything'],
  [
    /^(get_lock|release_lock|release_all_locks|is_free_lock|is_used_lock|service_\w*locks?)$/,
    'uses locks of the server',
  ],
  [/^(last_insert_id|found_rows|row_count)$/, 'reads or sets the state of the session'],
  [/^(nextval|setval|lastval)$/, 'uses a sequence, which it may advance'],
  [/^sys_(exec|eval|get|set)$/, 'runs programs on the server'],
  [
    /^(keyring_\w+|audit_\w+|group_replication_\w+|asynchronous_connection_\w+|mysql_firewall_\w+)$/,
    'changes how the server works',
  ],
  [
    /^(set_firewall_\w+|read_firewall_\w+|version_tokens_\w+|mask_\w+|gen_\w+)$/,
    'is a loadable function, which may do anything',
  ],
  [/^uuid_short$/, 'advances a counter of the server'],
];

// Reserved in all versions of MySQL and MariaDB: no stored function can have such a name without quotes.
const wordsBeforeParenthesis = words(`
  ALL AND AS BETWEEN BIGINT BY CASE DECIMAL DISTINCT DIV DOUBLE ELSE EXISTS FLOAT FROM GROUP HAVING IN INDEX INT JOIN KEY
  LIKE MATCH NOT NUMERIC ON OR PARTITION REGEXP RLIKE ROW SELECT SMALLINT STRAIGHT_JOIN THEN UNION USING VALUES VARBINARY VARCHAR WHEN WHERE XOR
`);

export const mysqlNames: DialectNames = {
  allowedFunctions: new Set([
    ...textFunctions,
    ...timeFunctions,
    ...numberFunctions,
    ...logicFunctions,
    ...aggregateFunctions,
    ...jsonFunctions,
    ...geometryFunctions,
    ...digestAndNetworkFunctions,
    ...systemFunctions,
  ]),
  refusedFunctions,
  wordsBeforeParenthesis,
  refusedWords: new Map([
    ['INSERT', 'inserts rows'],
    ['UPDATE', 'changes or locks rows'],
    ['DELETE', 'deletes rows'],
    ['REPLACE', 'replaces rows'],
    ['INTO', 'writes the result to a file, a variable or a table'],
    ['OUTFILE', 'writes files on the server'],
    ['DUMPFILE', 'writes files on the server'],
    ['LOCK', 'locks rows'],
    ['PROCEDURE', 'runs a procedure'],
    ['CALL', 'runs a procedure'],
    ['LOAD', 'loads a file'],
    ['SET', 'changes values'],
    ['CREATE', 'creates objects'],
    ['ALTER', 'changes objects'],
    ['DROP', 'removes objects'],
    ['GRANT', 'gives privileges'],
    ['REVOKE', 'takes privileges away'],
    ['RETURNING', 'belongs to a statement that writes'],
  ]),
  quotedNameExample: '`name`',
};

/**
 * Built-ins only when the parenthesis follows directly; with a space between, the name is a stored function's
 * (MySQL manual, "Function Name Parsing and Resolution"; window functions: seen on MariaDB 10.11).
 */
export const functionsWithoutSpace = words(`
  adddate bit_and bit_or bit_xor cast count cume_dist curdate curtime date_add date_sub dense_rank extract
  first_value group_concat json_arrayagg json_objectagg lag lead max median mid min now nth_value ntile percent_rank
  percentile_cont percentile_disc position rank session_user std stddev stddev_pop stddev_samp subdate substr
  substring sum sysdate system_user trim var_pop var_samp variance
`);

/** The SHOW statements that only read, over keywords joined by single spaces. */
export const showStatements = new RegExp(
  [
    '^SHOW (?:(?:EXTENDED )?(?:FULL )?(?:TABLES|COLUMNS|FIELDS|PROCESSLIST)',
    '(?:GLOBAL |SESSION |LOCAL )?(?:VARIABLES|STATUS)',
    'CREATE (?:TABLE|VIEW|DATABASE|SCHEMA|PROCEDURE|FUNCTION|TRIGGER|EVENT|USER|SEQUENCE)',
    '(?:OPEN TABLES|TABLE STATUS|PROCEDURE STATUS|FUNCTION STATUS|STORAGE ENGINES|ENGINES|PLUGINS)',
    '(?:DATABASES|SCHEMAS|GRANTS|PRIVILEGES|TRIGGERS|EVENTS|INDEX|INDEXES|KEYS)',
    '(?:CHARACTER SET|COLLATION|WARNINGS|ERRORS)',
    '(?:BINARY LOGS|BINARY LOG STATUS|MASTER STATUS|REPLICA STATUS|SLAVE STATUS|ALL SLAVES STATUS))(?= |$)',
  ].join('|'),
);
