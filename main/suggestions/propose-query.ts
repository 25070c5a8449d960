/** The query and the prompt that go with a suggested tool type: a recipe of its topic, filled for the application's period. */
import { findToolType } from '../connectors/registry';
import { fillRecipe, type Period } from '../recipes/fill';
import type { RecipesByType } from '../recipes/library';
import type { Recipe } from '../recipes/parse-recipes';
import { noteOf } from './recipe-note';

export interface Proposal {
  prompt: string;
  query: string;
}

export const nothingProposed: Proposal = { prompt: '', query: '' };

const stemLength = 5;

/** Words by their beginnings, so that an ending makes no difference. */
const stemsOf = (text: string): Set<string> =>
  new Set([...text.toLowerCase().matchAll(/[\p{L}\p{N}_]{3,}/gu)].map(([word]) => word.slice(0, stemLength)));

const isFor = (recipe: Recipe, question: string): boolean =>
  recipe.words.some((word) => question.toLowerCase().includes(word.toLowerCase()));

/** Read once for a recipe, not for each question that it might be for. */
const recipeStems = new WeakMap<Recipe, readonly string[]>();

const stemsOfRecipe = (recipe: Recipe): readonly string[] => {
  const known = recipeStems.get(recipe);
  if (known) return known;
  const stems = [...stemsOf([recipe.title, ...recipe.words].join(' '))];
  recipeStems.set(recipe, stems);
  return stems;
};

const sharedWords = (recipe: Recipe, asked: ReadonlySet<string>): number =>
  stemsOfRecipe(recipe).filter((stem) => asked.has(stem)).length;

/** Of the topic's recipes the one whose title has most words of the question; of equals the first of the library. */
const chooseRecipe = (recipes: readonly Recipe[], topic: string | null, question: string): Recipe | undefined => {
  const asked = stemsOf(question);
  const scored = recipes
    .filter((recipe) => recipe.topic === topic)
    .map((recipe) => ({ recipe, score: sharedWords(recipe, asked) + (isFor(recipe, question) ? 2 : 0) }));
  return scored.sort((a, b) => b.score - a.score)[0]?.recipe;
};

/** Nothing where the library has no recipe of that topic for the tool type: then a person writes the query. */
export const proposeQuery = (
  question: string,
  { toolType, topic }: { toolType: string; topic: string | null },
  recipes: RecipesByType,
  period: Period,
): Proposal => {
  const quoting = findToolType(toolType)?.recipes?.quoting;
  const recipe = chooseRecipe(recipes.get(toolType) ?? [], topic, question);
  if (!recipe || !quoting) return nothingProposed;
  const filled = fillRecipe(recipe, quoting, period);
  return filled.ok ? { query: filled.value.query, prompt: noteOf(recipe, filled.value.missing) } : nothingProposed;
};
