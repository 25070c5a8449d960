import { createServerDriver } from '../server-driver';
import { queryFailure } from './failures';
import { readIdentity } from './identity';
import { openSession, type Session } from './session';
import { prepareQuery, streamResult } from './stream-result';

/** Only what the login may see is listed there; Oracle's own schemas come last. */
const schemaQuery = `
  SELECT C.OWNER AS SCHEMA, C.TABLE_NAME AS "TABLE", C.COLUMN_NAME AS "COLUMN",
    C.DATA_TYPE || CASE
      WHEN C.DATA_TYPE IN ('CHAR', 'NCHAR', 'VARCHAR2', 'NVARCHAR2') THEN '(' || C.CHAR_LENGTH || ')'
      WHEN C.DATA_TYPE = 'RAW' THEN '(' || C.DATA_LENGTH || ')'
      WHEN C.DATA_PRECISION IS NOT NULL AND C.DATA_SCALE > 0 THEN '(' || C.DATA_PRECISION || ',' || C.DATA_SCALE || ')'
      WHEN C.DATA_PRECISION IS NOT NULL THEN '(' || C.DATA_PRECISION || ')' END AS TYPE
  FROM ALL_TAB_COLUMNS C JOIN ALL_USERS U ON U.USERNAME = C.OWNER
  ORDER BY U.ORACLE_MAINTAINED, C.OWNER, C.TABLE_NAME, C.COLUMN_ID`;

export const oracleDriver = createServerDriver<Session>({
  openSession,
  readIdentity,
  prepare: prepareQuery,
  run: streamResult,
  listColumns: async (session) =>
    (await session.ask(schemaQuery)).map((row) => ({
      schema: row.SCHEMA ?? '',
      table: row.TABLE ?? '',
      column: row.COLUMN ?? '',
      type: row.TYPE ?? '',
    })),
  explain: (error, session, query) => queryFailure(error, session, query, 0),
});
