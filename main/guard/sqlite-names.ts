/**
 * The SQLite names that the guard knows. The functions are those that SQLite 3.54 with the options of better-sqlite3
 * lists (`PRAGMA function_list`), read through; left out are those that load code (load_extension, fts3_tokenizer), write
 * (optimize merges a full-text index, sqlite_log writes to the error log), hand out internals of an index (rtreenode,
 * fts5) or tell about the session instead of the file (changes, last_insert_rowid).
 */
import type { DialectNames } from './token-checks';
import { words } from './verdict';

const allowedFunctions = words(`
  abs acos acosh asin asinh atan atan2 atanh avg bm25 ceil ceiling char coalesce concat concat_ws cos cosh count
  cume_dist current_date current_time current_timestamp date datetime degrees dense_rank exp first_value floor format
  fts5_get_locale geopoly_area geopoly_bbox geopoly_blob geopoly_ccw geopoly_contains_point geopoly_group_bbox
  geopoly_json geopoly_overlap geopoly_regular geopoly_svg geopoly_within geopoly_xform glob group_concat hex highlight if
  ifnull iif instr json json_array json_array_insert json_array_length json_each json_error_position json_extract
  json_group_array json_group_object json_insert json_object json_patch json_pretty json_quote json_remove json_replace
  json_set json_tree json_type json_valid jsonb jsonb_array jsonb_array_insert jsonb_each jsonb_extract
  jsonb_group_array jsonb_group_object jsonb_insert jsonb_object jsonb_patch jsonb_remove jsonb_replace jsonb_set
  jsonb_tree julianday lag last_value lead length like likelihood likely ln log log10 log2 lower ltrim match matchinfo max
  median min mod nth_value ntile nullif octet_length offsets percent_rank percentile percentile_cont percentile_disc pi
  pow power printf quote radians random randomblob rank replace round row_number rtrim sign sin sinh snippet soundex
  sqlite_compileoption_get sqlite_compileoption_used sqlite_source_id sqlite_version sqrt strftime string_agg substr
  substring subtype sum tan tanh time timediff total trim trunc typeof unhex unicode unistr unistr_quote unixepoch
  unlikely upper zeroblob
`);

const refusedFunctions: DialectNames['refusedFunctions'] = [
  [/^load_extension$/, 'loads a program library'],
  [/^(readfile|fsdir|zipfile|lsmode)$/, 'reads files of this computer'],
  [/^(writefile|edit)$/, 'writes files of this computer'],
  [/^(fts3_tokenizer|fts5)$/, 'hands out addresses in memory'],
  [/^optimize$/, 'rewrites a full-text index'],
  [/^(eval|sqlite_exec)$/, 'runs a statement that is given as text'],
  [/^sqlite_log$/, 'writes to the error log'],
];

const wordsBeforeParenthesis = words(`
  ALL AND AS BETWEEN BY CASE CAST DISTINCT ELSE ESCAPE EXCEPT EXISTS FILTER FROM GLOB GROUPS HAVING IN INTERSECT IS JOIN
  LIKE LIMIT MATCH MATERIALIZED NOT OFFSET ON OR OVER PARTITION REGEXP SELECT THEN UNION USING VALUES WHEN WHERE
`);

/** Pragmas that answer without an argument and set something when given one. */
export const pragmas = words(`
  application_id collation_list compile_options database_list encoding freelist_count function_list module_list page_count
  page_size pragma_list schema_version user_version
`);

/** Pragmas whose argument only says what to look at. */
export const pragmasWithArgument = words(`
  foreign_key_check foreign_key_list index_info index_list index_xinfo integrity_check quick_check table_info table_list
  table_xinfo
`);

export const sqliteNames: DialectNames = {
  allowedFunctions: new Set([...allowedFunctions, ...[...pragmasWithArgument].map((name) => `pragma_${name}`)]),
  refusedFunctions,
  wordsBeforeParenthesis,
  refusedWords: new Map([
    ['INSERT', 'inserts rows'],
    ['UPDATE', 'changes rows'],
    ['DELETE', 'deletes rows'],
    ['INTO', 'names a place to write to'],
    ['SET', 'changes values'],
    ['CREATE', 'creates objects'],
    ['DROP', 'removes objects'],
    ['ALTER', 'changes objects'],
  ]),
  quotedNameExample: '"name"',
};
