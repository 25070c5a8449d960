/** The note that goes with a recipe's query, for as long as the query is that recipe's. */
import type { Recipe } from '../recipes/parse-recipes';

type Noted = Pick<Recipe, 'title' | 'proves' | 'needs'>;

const mainPart = ({ title, proves, needs }: Noted): string => `${title}. ${proves}\nNeeds: ${needs}`;

const fillIn = '\nFill in before running: ';

/** What the query of a recipe proves and needs, and which of its parameters are still to be filled in. */
export const noteOf = (recipe: Noted & Pick<Recipe, 'parameters'>, missing: readonly string[]): string => {
  const open = recipe.parameters
    .filter(({ name }) => missing.includes(name))
    .map(({ name, label }) => `{{${name}}}: ${label}.`);
  return mainPart(recipe) + (open.length > 0 ? fillIn + open.join(' ') : '');
};

/** What a placeholder may have become: a name, a number, a text, or a list of texts. */
const value = String.raw`(?:[^\s'"]+|(?:'[^']*'|"[^"]*")(?:, (?:'[^']*'|"[^"]*"))*)`;

const isFilled = (recipe: Recipe, query: string): boolean => {
  const parts = recipe.query.trim().split(/\{\{\w+\}\}/);
  const literal = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${literal.join(value)}$`).test(query.trim());
};

const unfilled = ({ parameters }: Recipe, query: string): string[] =>
  parameters.map(({ name }) => name).filter((name) => query.includes(`{{${name}}}`));

/** A name, with what it belongs to, a value, or a placeholder. */
const nameOrValue = /\{\{\w+\}\}|'[^']*'|(?:"[^"]*"|`[^`]*`|[\p{L}\p{N}_]+)(?:\.(?:"[^"]*"|`[^`]*`|[\p{L}\p{N}_]+))*/gu;

/** What is left of a query where all names and values count as the same, and so does how many of them a list has. */
const shapeOf = (query: string): string =>
  query
    .replaceAll(nameOrValue, 'x')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/x(?: ?, ?x)+/g, 'x')
    .trim();

/**
 * The note once its query is another one. What a person wrote stays. What a suggestion wrote stays while only names and
 * values are changed, follows to the recipe that was taken instead, and else goes: it would tell of another query. An empty
 * query is one that is not written yet.
 */
export const noteForQuery = (note: string, query: string, recipes: readonly Recipe[]): string => {
  const own = recipes.find((recipe) => {
    const rest = note.startsWith(mainPart(recipe)) ? note.slice(mainPart(recipe).length) : undefined;
    return rest === '' || rest?.startsWith(fillIn);
  });
  if (!own || query.trim() === '') return note;
  const taken = [own, ...recipes].find((recipe) => isFilled(recipe, query));
  const kept = taken ?? (shapeOf(own.query) === shapeOf(query) ? own : undefined);
  if (!kept) return '';
  return noteOf(kept, unfilled(kept, query));
};

/**
 * The note that comes where there is none: that of a recipe whose query the question has got, as when rewriting it is undone.
 * Empty where it had the query before: a person has cleared the note.
 */
export const noteWithQuery = (before: string, query: string, recipes: readonly Recipe[]): string => {
  const taken = recipes.find((recipe) => isFilled(recipe, query));
  return !taken || isFilled(taken, before) ? '' : noteOf(taken, unfilled(taken, query));
};
