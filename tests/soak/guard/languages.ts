/** What the generator knows of each dialect: what is hostile in it, and how harmless text can be put around that. */
import {
  guardMysql,
  guardOracle,
  guardPostgresql,
  guardSqlite,
  guardSqlserver,
  singleMysqlStatement,
  singleOracleStatement,
  singlePostgresqlStatement,
  singleSqliteStatement,
  singleSqlserverStatement,
} from '../../../main/guard';

export interface Language {
  guard: typeof guardMysql;
  singleStatement: typeof singleMysqlStatement;
  /** Expressions that do more than read. Tokens stand apart by spaces. */
  expressions: string[];
  /** What, behind `SELECT … FROM t`, makes it do more than read. */
  tails: string[];
  /** Whole statements that do more than read. */
  statements: string[];
  /** Between two tokens, where they may touch and where they may not. */
  gaps: string[];
  /** Harmless values that look like the beginning or the end of something else. */
  decoys: string[];
  /** Those of them that a word may follow directly. */
  gluing: string[];
}

const plainGaps = [' ', '\n', '\t', '  ', '/**/', ' /* x */ ', '-- it\'s "\n', "/* ' */", '/* " -- ; */', '\r\n'];
const plainDecoys = ["'a'", "'it''s'", "'-- '", "'/* '", "' */'", "';'", "'('", '1', '( 2 )', "''", "''''"];

export const languages: Record<string, Language> = {
  postgresql: {
    guard: guardPostgresql,
    singleStatement: singlePostgresqlStatement,
    expressions: [
      'pg_sleep ( 1 )',
      "pg_read_file ( 'x' )",
      "nextval ( 's' )",
      "set_config ( 'a' , 'b' , false )",
      'app . do_it ( 1 )',
      'pg_catalog . lo_create ( 1 )',
      '"pg_sleep" ( 1 )',
      "'x' :: app . thing",
      "( 'x' :: text ) . pg_read_file",
      '1 operator ( app . + ) 2',
      "query_to_xml ( 'delete from t' , true , true , '' )",
    ],
    tails: ['for update', 'for no key update', 'for share nowait', 'for key share skip locked'],
    statements: ['delete from t', 'update t set a = 1', 'do $x$ begin end $x$', 'commit', 'copy t to program $$id$$'],
    gaps: [...plainGaps, '/* a /* b */ c */', "-- $$ ' \n"],
    decoys: [...plainDecoys, "E'it\\'s'", '$$ -- $$', "$a$ ' /* $a$", '1.5', "U&'\\0027'"],
    gluing: ["'a'", "'it''s'", '( 2 )', '$$ -- $$'],
  },
  mysql: {
    guard: guardMysql,
    singleStatement: singleMysqlStatement,
    expressions: [
      'sleep( 1 )',
      "load_file( 'x' )",
      "get_lock( 'a' , 1 )",
      'app . do_it( 1 )',
      '`sleep`( 1 )',
      'last_insert_id( 5 )',
      '( @a := 1 )',
      'next value for s',
      'benchmark( 9 , 1 )',
    ],
    tails: [
      "into outfile '/tmp/x'",
      'into @x',
      'for update',
      'for share',
      'lock in share mode',
      'procedure analyse( )',
    ],
    statements: [
      'delete from t',
      'do sleep( 1 )',
      'handler t open',
      "set @a = 'x'",
      'call p( )',
      '/*! delete from t */',
    ],
    gaps: [...plainGaps, '# it\'s "\n', '/* a /* b */', "-- ' # \n", '/*/ */'],
    decoys: [...plainDecoys, '"it\'s"', '`a;b`', "'back\\\\slash'", '1.5', '.5', '1e5', "'#'", '"/*"'],
    gluing: ["'a'", '"it\'s"', '( 2 )', '1.5', '.5', '1e5', '2.5e-3', '`a;b`'],
  },
  sqlite: {
    guard: guardSqlite,
    singleStatement: singleSqliteStatement,
    expressions: [
      "load_extension ( 'x' )",
      '"load_extension" ( 1 )',
      '[load_extension] ( 1 )',
      "fts3_tokenizer ( 'x' )",
      "writefile ( 'x' , 'y' )",
      'do_it ( 1 )',
      '( select * from pragma_optimize )',
      '( select 1 from [pragma_wal_checkpoint] )',
    ],
    tails: [', pragma_optimize', "join pragma_journal_mode ( 'delete' )", 'limit edit ( 1 )'],
    statements: ['delete from t', "attach 'x' as y", 'pragma query_only = 0', 'vacuum', 'replace into t values ( 1 )'],
    gaps: [...plainGaps, '/* a /* b */', '/*/ */'],
    decoys: [...plainDecoys, '"it\'s"', '`a;b`', '[a--b]', "x'41'", '1.5', "'\\'"],
    gluing: ["'a'", '"it\'s"', '( 2 )', '`a;b`', '[a--b]'],
  },
  sqlserver: {
    guard: guardSqlserver,
    singleStatement: singleSqlserverStatement,
    expressions: [
      'dbo . do_it ( 1 )',
      '[dbo] . [do_it] ( 1 )',
      'next value for dbo . s',
      "( select 1 from openquery ( s , 'x' ) )",
      '( select a from other . db . dbo . t )',
      '( select a from [other]...[t] )',
      '( select a from t with ( xlock ) )',
      "decryptbypassphrase ( 'x' , 'y' )",
      '( select 1 from reverse ( 1 ) )',
    ],
    tails: [
      'delete from u',
      'exec sp_who',
      'select 2',
      'commit',
      'for browse',
      'option ( querytraceon 1 )',
      "waitfor delay '1'",
      '( updlock )',
    ],
    statements: ['delete t', 'exec p', "sp_executesql N'x'", 'truncate table t', 'use master', 'kill 5'],
    gaps: [...plainGaps, "/* ' [ */", '-- [ " \n'],
    decoys: [...plainDecoys, '[a]', '[a]]b]', '[--]', '"it\'s"', "N'x'", '0x1F', "'\\'"],
    gluing: ["'a'", "N'x'", '( 2 )', '[a]', '"it\'s"'],
  },
  oracle: {
    guard: guardOracle,
    singleStatement: singleOracleStatement,
    expressions: [
      'app . do_it ( 1 )',
      '"DO_IT" ( 1 )',
      'utl_inaddr . get_host_name',
      'seq . nextval',
      "httpuritype ( 'http://x/' )",
      "bfilename ( 'd' , 'x' )",
      '( select 1 from t @ prod )',
      "extract ( d , 'a' || 'b' )",
      "xmltype ( '<a/>' )",
    ],
    tails: [
      'for update',
      'for update of a nowait',
      'union all select 1 from t @ l',
      'fetch first do_it ( 1 ) rows only',
    ],
    statements: ['delete from t', 'begin null end', 'explain plan for select 1', 'select ai show x', 'call p ( )'],
    gaps: [...plainGaps, '/* a /* b */', '/*/ */'],
    decoys: [...plainDecoys, "q'[it's]'", "nq'!x'--!'", '"a b"', "q'(')'", "'\\'", '1.5'],
    gluing: ["'a'", "q'[it's]'", '( 2 )', '"a b"'],
  },
};
