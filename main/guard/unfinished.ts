/**
 * Queries that stop in the midst of a clause: `SELECT * FROM`, `SELECT a, FROM t`. The system would refuse them, but only
 * once they run. Only what no dialect could read as whole is told: the words are reserved, so that none is a name.
 */
import type { Token } from './tokens';
import { words } from './verdict';

/** Reserved in SQLite, MySQL, SQL Server and Oracle, and never the last word of a statement. */
const openWords = words('AND AS BETWEEN DISTINCT FROM GROUP HAVING IN IS NOT ON OR ORDER SELECT UNION WHERE');

/** Of these also what may not close a parenthesis; not ORDER, GROUP and UNION: `OPTION (FORCE ORDER, HASH GROUP)`. */
const openOperands = words('AND AS BETWEEN FROM HAVING IN IS NOT ON OR SELECT WHERE');

const nextClauses = words('FROM GROUP HAVING UNION WHERE');

/**
 * Why the statement is not whole; undefined when it may be.
 * @param reserved - what else only this dialect reserves of words that something has to follow, in upper case
 */
export const findUnfinished = (tokens: readonly Token[], reserved: ReadonlySet<string>): string | undefined => {
  const last = tokens.at(-1);
  if (last && isOpen(tokens, tokens.length - 1, reserved)) return endsAfter(last.text);
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next && isCutOff(tokens[index - 1], token, next))
      return `Something is missing between “${token.text}” and “${next.text}”.`;
  }
  return lacksMainQuery(tokens) ? 'The query ends behind its WITH; write the SELECT that reads from it.' : undefined;
};

/** The reason against a query that ends too early. */
export const endsAfter = (text: string): string => `The query ends after “${text}”; write what is missing there.`;

const isOpen = (tokens: readonly Token[], index: number, reserved: ReadonlySet<string>): boolean => {
  const [previous, token] = [tokens[index - 1], tokens[index]];
  if (!token || previous?.text === '.') return false;
  if (token.kind === 'symbol') return token.text !== ')' && token.text !== '*';
  if (token.keyword === 'BY') return /^(GROUP|ORDER)$/.test(previous?.keyword ?? '');
  return openWords.has(token.keyword) || reserved.has(token.keyword);
};

/** Whether a parenthesis closes, or the next clause begins, where a value has to stand. */
const isCutOff = (previous: Token | undefined, token: Token, next: Token): boolean => {
  // `schema.from` is a name in MySQL.
  if (previous?.text === '.') return false;
  const wantsOperand = openOperands.has(token.keyword);
  // A sign may close a parenthesis: Oracle's outer join `(+)`, the patterns of MATCH_RECOGNIZE.
  if (next.text === ')') return wantsOperand || (token.kind === 'symbol' && !/^[()*+]$/.test(token.text));
  return nextClauses.has(next.keyword) && (wantsOperand || token.text === ',');
};

/** `WITH recent AS (SELECT …)` and nothing behind it. */
const lacksMainQuery = (tokens: readonly Token[]): boolean => {
  if (tokens[0]?.keyword !== 'WITH' || tokens.at(-1)?.text !== ')') return false;
  const opening = lastOpening(tokens);
  return /^(AS|MATERIALIZED)$/.test(tokens[opening - 1]?.keyword ?? '') && !hasOuterSelect(tokens);
};

/** Where the parenthesis opens that the last token closes. */
const lastOpening = (tokens: readonly Token[]): number => {
  let open = 0;
  return tokens.findLastIndex(({ text }) => {
    if (text === ')') open += 1;
    if (text === '(') open -= 1;
    return open === 0;
  });
};

const hasOuterSelect = (tokens: readonly Token[]): boolean => {
  let open = 0;
  return tokens.some(({ text, keyword }) => {
    if (text === '(') open += 1;
    if (text === ')') open -= 1;
    return open === 0 && /^(SELECT|VALUES|TABLE)$/.test(keyword);
  });
};
