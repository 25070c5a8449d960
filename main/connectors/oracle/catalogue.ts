/**
 * Oracle calls functions without arguments also without parentheses: `SELECT purge_all FROM dual` runs a function where no
 * column has that name. The guard can't tell; the server's catalogue can.
 */
import { type OracleNamesUsed, oracleNamesUsed } from '../../guard';
import { failure, type Result, success } from '../../result';
import type { Session } from './session';

const namesPerQuery = 500;

/** QUERY_REJECTED when a name in the query is also the name of a function or package of the database. */
export const refuseHiddenCalls = async (session: Session, query: string): Promise<Result<void>> => {
  const names = oracleNamesUsed(query);
  if (!names.ok) return names;
  for (const sql of catalogueQueries(names.value)) {
    const [hit] = await session.ask(sql);
    if (hit) {
      return failure(
        'QUERY_REJECTED',
        `${hit.NAME} is a function in this database, which a name in the query may call.`,
        {
          hint: 'If a column is meant, write the alias of its table in front of it, or choose another alias.',
        },
      );
    }
  }
  return success(undefined);
};

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / namesPerQuery) }, (_, index) =>
    items.slice(index * namesPerQuery, (index + 1) * namesPerQuery),
  );

const catalogueQueries = ({ single, pairs }: OracleNamesUsed): string[] => [
  ...chunks(single).map(functionQuery),
  ...chunks(pairs).map(memberQuery),
];

/** Functions of the login's schema, and those that a synonym leads to. SYS only has functions that read there. */
const functionQuery = (names: string[]): string => {
  const list = names.map(literal).join(', ');
  return `
    SELECT OWNER || '.' || OBJECT_NAME AS NAME FROM ALL_PROCEDURES
    WHERE OBJECT_TYPE = 'FUNCTION' AND OWNER IN (USER, SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')) AND OWNER <> 'SYS'
      AND OBJECT_NAME IN (${list})
    UNION ALL
    SELECT P.OWNER || '.' || P.OBJECT_NAME FROM ALL_SYNONYMS S
      JOIN ALL_PROCEDURES P ON P.OWNER = S.TABLE_OWNER AND P.OBJECT_NAME = S.TABLE_NAME AND P.OBJECT_TYPE = 'FUNCTION'
    WHERE S.OWNER IN ('PUBLIC', USER, SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')) AND P.OWNER <> 'SYS'
      AND S.SYNONYM_NAME IN (${list})`;
};

/** Functions of a schema, and members of a package, also by a synonym of the package. */
const memberQuery = (pairs: [string, string][]): string => {
  const list = pairs.map((pair) => `(${pair.map(literal).join(', ')})`).join(', ');
  return `
    SELECT OWNER || '.' || OBJECT_NAME AS NAME FROM ALL_PROCEDURES
    WHERE OBJECT_TYPE = 'FUNCTION' AND (OWNER, OBJECT_NAME) IN (${list})
    UNION ALL
    SELECT OWNER || '.' || OBJECT_NAME || '.' || PROCEDURE_NAME FROM ALL_PROCEDURES
    WHERE PROCEDURE_NAME IS NOT NULL AND (OBJECT_NAME, PROCEDURE_NAME) IN (${list})
    UNION ALL
    SELECT P.OWNER || '.' || P.OBJECT_NAME || '.' || P.PROCEDURE_NAME FROM ALL_SYNONYMS S
      JOIN ALL_PROCEDURES P ON P.OWNER = S.TABLE_OWNER AND P.OBJECT_NAME = S.TABLE_NAME
    WHERE P.PROCEDURE_NAME IS NOT NULL AND (S.SYNONYM_NAME, P.PROCEDURE_NAME) IN (${list})`;
};
