import type { Input, Recipe, Value } from '../../preload/contract';
import { findToolType } from '../connectors/registry';
import { fillRecipe } from '../recipes/fill';
import { readRecipes } from '../recipes/library';
import { type Failure, failure, type Result, success } from '../result';
import { requireApplication } from './application-service';
import type { ServiceContext } from './service-context';

const unknownRecipe = (): Failure =>
  failure('NOT_FOUND', 'There is no such recipe.', { hint: 'Read the list of recipes again.' });

/** Recipes of the library; `ownFolder` is where a consultant keeps further ones. */
export const createRecipeService = (context: ServiceContext, ownFolder: string) => {
  const findType = (name: string) => {
    const toolType = findToolType(name);
    if (toolType) return success(toolType);
    return failure('UNSUPPORTED_TYPE', `Tickmark has no tool type “${name}”.`, { hint: 'Choose one of the list.' });
  };

  const list = ({ connectorType, topic }: Input<'recipes', 'list'>): Result<Recipe[]> => {
    const toolType = findType(connectorType);
    if (!toolType.ok) return toolType;
    const library = readRecipes(ownFolder);
    if (!library.ok) return library;
    const recipes = library.value.get(toolType.value.type) ?? [];
    const asked = recipes.filter((recipe) => topic === undefined || recipe.topic === topic);
    return success(asked.map(({ words: _, ...recipe }) => recipe));
  };

  /** A recipe's query with values for its parameters; those of the application's period where none are given. */
  const fill = ({
    connectorType,
    recipeId,
    applicationId,
    values,
  }: Input<'recipes', 'fill'>): Result<Value<'recipes', 'fill'>> => {
    const toolType = findType(connectorType);
    if (!toolType.ok) return toolType;
    const application = requireApplication(context, applicationId);
    if (!application.ok) return application;
    const library = readRecipes(ownFolder);
    if (!library.ok) return library;
    const recipe = library.value.get(toolType.value.type)?.find(({ id }) => id === recipeId);
    if (!recipe || !toolType.value.recipes) return unknownRecipe();
    return fillRecipe(recipe, toolType.value.recipes.quoting, application.value, values);
  };

  return { list, fill };
};
