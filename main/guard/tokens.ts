/** Cuts a query into tokens by the ordered rules of a dialect. What no rule accepts is refused. */
import type { Result } from '../result';
import { findUnreadableText, statementOf } from './verdict';

export type TokenKind = 'word' | 'quotedName' | 'string' | 'number' | 'variable' | 'symbol';

export interface Token {
  kind: TokenKind;
  /** As written, quotes included. */
  text: string;
  /** Of a word written in ASCII letters: in upper case. Otherwise empty, so that no look-alike equals a keyword. */
  keyword: string;
  start: number;
  end: number;
}

/** The first rule whose (sticky) pattern matches decides. */
export type LexicalRule =
  | { kind: TokenKind | 'skipped'; pattern: RegExp }
  /** What is not accepted, with the reason in words. */
  | { refusal: string; pattern: RegExp };

type Statement = { tokens: Token[] } | { reason: string };

/** The tokens of the query's one statement, or the reason why it can't be read. */
export const readOneStatement = (query: string, rules: readonly LexicalRule[]): Statement => {
  const unreadable = findUnreadableText(query);
  if (unreadable) return { reason: unreadable };
  const cut = tokenize(query, rules);
  return 'reason' in cut ? cut : takeOneStatement(cut.tokens);
};

/** The text of the query's one statement without the semicolons and comments around it. */
export const takeStatementText = (query: string, rules: readonly LexicalRule[]): Result<string> => {
  const statement = readOneStatement(query, rules);
  if ('reason' in statement) return statementOf(statement);
  return statementOf({ text: query.slice(statement.tokens[0]?.start, statement.tokens.at(-1)?.end) });
};

const tokenize = (query: string, rules: readonly LexicalRule[]): Statement => {
  const tokens: Token[] = [];
  let position = 0;
  while (position < query.length) {
    const found = matchAt(query, position, rules);
    if (!found) return { reason: `Tickmark doesn't know what ${describeCharacter(query, position)} means here.` };
    if ('refusal' in found.rule) return { reason: found.rule.refusal };
    const end = position + found.text.length;
    if (found.rule.kind !== 'skipped') tokens.push(createToken(found.rule.kind, found.text, position, end));
    position = end;
  }
  return { tokens };
};

const matchAt = (query: string, position: number, rules: readonly LexicalRule[]) => {
  for (const rule of rules) {
    rule.pattern.lastIndex = position;
    const text = rule.pattern.exec(query)?.[0];
    if (text) return { rule, text };
  }
  return undefined;
};

const createToken = (kind: TokenKind, text: string, start: number, end: number): Token => {
  // toUpperCase would turn ſ into S.
  const keyword = kind === 'word' && /^[\w$]+$/.test(text) ? text.toUpperCase() : '';
  return { kind, text, keyword, start, end };
};

const describeCharacter = (query: string, position: number): string =>
  `${String.fromCodePoint(query.codePointAt(position) ?? 0)} at position ${position + 1}`;

const takeOneStatement = (tokens: readonly Token[]): Statement => {
  const isText = (token: Token) => token.text !== ';';
  const statement = tokens.slice(tokens.findIndex(isText), tokens.findLastIndex(isText) + 1);
  if (!tokens.some(isText)) return { reason: 'There is no statement in the query.' };
  if (!statement.every(isText)) return { reason: 'There is more than one statement; send one at a time.' };
  return { tokens: statement };
};

/** Some checks look at all that stands inside a parenthesis: with a limit, their work grows only with the text. */
const deepestNesting = 1_000;

/** Why the parentheses don't pair up, or nest too deeply; undefined when they do and don't. */
export const findParenthesisProblem = (tokens: readonly Token[]): string | undefined => {
  let open = 0;
  for (const { text } of tokens) {
    if (text === '(') open += 1;
    if (text === ')') open -= 1;
    if (open < 0) return 'A parenthesis closes that was not opened.';
    if (open > deepestNesting) return `Parentheses nest deeper than ${deepestNesting} levels; make the query simpler.`;
  }
  return open === 0 ? undefined : 'A parenthesis is opened and not closed.';
};
