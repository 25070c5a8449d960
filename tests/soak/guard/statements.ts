/** Statements put together at random: a hostile part in a harmless surrounding, and the same surrounding without it. */
import type { Random } from '../../../main/demo/random';
import type { Language } from './languages';

/** `{d}` is a harmless value, `{e}` the place of an expression, `{tail}` that of what follows FROM. */
const expressionShapes = [
  'select {e}',
  'select {d} , {e} as x',
  'select {e} , {d} from t',
  'select * from t where {d} = {e}',
  'select case when {e} is null then {d} else 1 end from t',
  'select ( select {e} from t ) from t',
  'with a as ( select {e} as x from t ) select x from a',
  'with a ( x ) as ( select {d} from t ) select {e} from a',
  'select {d} from t union all select {e} from t',
  'select * from ( select {e} as x from t ) s',
  'select 1 from t group by a having {e} = {d}',
  'select 1 from t order by {e} desc',
  'select coalesce( {d} , {e} ) from t',
  'select 1 from t where exists ( select 1 from t where {e} = {d} )',
  'select {d} from t where a in ( {d} , {e} )',
  'select 1 from t a left join t b on {e} = {d}',
  'select upper( {e} ) from t',
  'select a from t where not ( a between {d} and {e} )',
];
const tailShapes = [
  'select {d} from t {tail}',
  'select a , {d} as x from t where a = {d} {tail}',
  'select a from t where a in ( {d} , 1 ) {tail}',
  'select * from ( select {d} as x from t ) s {tail}',
];
const wrappings = [
  '{e}',
  '( {e} )',
  'coalesce( {e} , {d} )',
  '( select {e} from t )',
  'case when {e} = {d} then 1 end',
];

export interface Pair {
  hostile: string;
  /** The same without the hostile part: it has to be let through, or the surrounding alone would be what is refused. */
  harmless: string;
}

export const createPair = (language: Language, random: Random): Pair => {
  const kind = random.between(1, 10);
  if (kind <= 6) return expressionPair(language, random);
  if (kind <= 8) return tailPair(language, random);
  return statementPair(language, random);
};

const expressionPair = (language: Language, random: Random): Pair => {
  let shape = random.pick(expressionShapes);
  for (let depth = random.between(0, 5); depth > 0; depth -= 1) shape = shape.replace('{e}', random.pick(wrappings));
  const filled = fillDecoys(shape, language, random);
  const dress = disguise(language, random);
  return {
    hostile: dress(filled.replace('{e}', () => random.pick(language.expressions))),
    harmless: dress(filled.replace('{e}', '1')),
  };
};

const tailPair = (language: Language, random: Random): Pair => {
  const filled = fillDecoys(random.pick(tailShapes), language, random);
  const dress = disguise(language, random);
  const tail = random.pick(language.tails);
  // Where a value may touch the next word, that is the most telling place.
  const value = random.pick(language.gluing);
  const glued = random.chance(0.5) && /^[a-z]/.test(tail) && !filled.includes(' s {tail}');
  return {
    hostile: glued
      ? `${dress(`select a from t where a = ${value}`)}${dress(tail)}`
      : dress(filled.replace('{tail}', () => tail)),
    harmless: dress(filled.replace('{tail}', '')),
  };
};

const statementPair = (language: Language, random: Random): Pair => {
  const before = fillDecoys('select {d} from t', language, random);
  const dress = disguise(language, random);
  const statement = random.pick(language.statements);
  const hostile = random.chance(0.5) ? dress(statement) : `${dress(before)};${dress(statement)}`;
  return { hostile, harmless: `${random.pick(language.gaps)}${dress(before)} ;` };
};

const fillDecoys = (shape: string, language: Language, random: Random): string =>
  shape.replaceAll('{d}', () => random.pick(language.decoys));

/** Puts gaps between the tokens and changes the case of words: nothing that changes what the statement says. */
const disguise =
  (language: Language, random: Random) =>
  (statement: string): string => {
    let text = '';
    for (const token of splitTokens(statement)) {
      const written = /^[a-z_]+\(?$/.test(token) ? changeCase(token, random) : token;
      text += mayTouch(text, written) && random.chance(0.5) ? written : (text && gap(language, random, text)) + written;
    }
    return text;
  };

const gap = (language: Language, random: Random, before: string): string => {
  const chosen = random.pick(language.gaps);
  // Two signs may make a third: a star before a comment would close nothing, a slash would begin one.
  return /[-/*]$/.test(before) ? ' ' : chosen;
};

/** Quoted texts may hold spaces. */
const splitTokens = (statement: string): string[] =>
  statement.match(
    /\/\*!.*\*\/|n?q'\[.*?\]'|n?q'\(.*?\)'|nq'!.*?!'|\$(\w*)\$.*?\$\1\$|E'(?:\\.|[^'])*'|(?:[a-z]+&?)?'(?:[^']|'')*'|"[^"]*"\(?|`[^`]*`\(?|\[(?:[^\]]|\]\])*\](?!\])\(?|\S+/gi,
  ) ?? [];

const changeCase = (word: string, random: Random): string =>
  [...word].map((letter) => (random.chance(0.3) ? letter.toUpperCase() : letter)).join('');

/** Behind a parenthesis or a comma; elsewhere words, texts and numbers could run together. */
const mayTouch = (before: string, token: string): boolean => /[(,)]$/.test(before) && token[0] !== '(';

const rubble = [
  ...[
    "'",
    '"',
    '`',
    '[',
    ']',
    '(',
    ')',
    ';',
    '--',
    '/*',
    '*/',
    '#',
    '\\',
    '$$',
    "q'",
    "q'[",
    "]'",
    "E'",
    'U&"',
    '@',
    ':',
    '?',
  ],
  ...[
    ' ',
    '\n',
    '\r',
    '\t',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u0000',
    '\ud800',
    'é',
    '日',
    '𝓼',
    '.',
    ',',
    '*',
    '=',
    '1',
    '1.5',
    '1e',
  ],
  ...[
    'select',
    'from',
    'with',
    'as',
    'union',
    'into',
    'delete',
    'for',
    'update',
    'a',
    'b.c',
    'sleep',
    'pragma',
    '/*!',
    '/*+',
    '||',
  ],
];

/** Pieces of language without a meaning, up to some thousand. */
export const createRubble = (random: Random): string => {
  const length = random.chance(0.02) ? random.between(1_000, 5_000) : random.between(1, 40);
  return Array.from({ length }, () => random.pick(rubble)).join(random.pick(['', ' ']));
};
