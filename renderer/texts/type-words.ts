import type { ConnectorType, Recipe } from '../../preload/contract';
import { currentLanguage } from '.';
import { currentDictionary } from './dictionary';

/** What main says of a tool type or a recipe, in the window's language. Main speaks English, and its words are the key. */
const translate = (english: string): string => {
  if (currentLanguage() === 'en') return english;
  const { typeWords, recipeWords } = currentDictionary();
  return typeWords[english] ?? recipeWords[english] ?? english;
};

/** A tool type with its description, its help and its fields in the window's language; names stay as they are stored. */
export const inWindowLanguage = (type: ConnectorType): ConnectorType => ({
  ...type,
  description: translate(type.description),
  queryHelp: translate(type.queryHelp),
  fields: type.fields.map((field) => ({
    ...field,
    label: translate(field.label),
    ...(field.help && { help: translate(field.help) }),
    ...(field.options && { options: field.options.map(({ value, label }) => ({ value, label: translate(label) })) }),
  })),
});

/** A recipe with its title, its facts and its parameters in the window's language; the person's own stay as written. */
export const recipeInWindowLanguage = (recipe: Recipe): Recipe => ({
  ...recipe,
  topic: translate(recipe.topic),
  title: translate(recipe.title),
  proves: translate(recipe.proves),
  needs: translate(recipe.needs),
  parameters: recipe.parameters.map((parameter) => ({ ...parameter, label: translate(parameter.label) })),
});
