/** All recipes: those of each tool type's folder, and those that a consultant keeps in the data folder. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findToolType, toolTypes } from '../connectors/registry';
import { failure, type Result, success } from '../result';
import { parseRecipes, type Recipe, type RecipeFile } from './parse-recipes';

const largestFile = 1_000_000;
const mostFiles = 200;

export type RecipesByType = ReadonlyMap<string, readonly Recipe[]>;

let bundled: RecipesByType | undefined;

/** The recipes that come with Tickmark. They are checked by its tests, so a fault in them is a bug. */
export const bundledRecipes = (): RecipesByType => {
  bundled ??= new Map(
    toolTypes.map(({ type, recipes }) => {
      if (!recipes) return [type, []];
      const read = parseRecipes(recipes.text, type);
      if (!read.ok) throw new Error(read.error.message);
      return [type, read.value.recipes];
    }),
  );
  return bundled;
};

/** The bundled recipes and behind them the folder's own. FILE_REJECTED names the file and line of the first fault. */
export const readRecipes = (folder: string): Result<RecipesByType> => {
  const own = readFolder(folder);
  if (!own.ok) return own;
  const all = new Map(bundledRecipes());
  for (const { connectorType, recipes } of own.value)
    all.set(connectorType, [...(all.get(connectorType) ?? []), ...recipes]);
  return success(all);
};

/** As `readRecipes`; where the folder has a fault, which is told where recipes are listed, the bundled ones. */
export const readableRecipes = (folder: string): RecipesByType => {
  const library = readRecipes(folder);
  return library.ok ? library.value : bundledRecipes();
};

const rejected = (fileName: string, reason: string) =>
  failure('FILE_REJECTED', `${fileName} in the folder of own recipes ${reason}`, {
    hint: 'Mend the file, or take it out of the folder.',
  });

const listFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.md'))
      .sort();
  } catch {
    // There is no such folder, as on most computers.
    return [];
  }
};

const readFolder = (folder: string): Result<RecipeFile[]> => {
  const names = listFiles(folder);
  if (names.length > mostFiles)
    return failure('FILE_REJECTED', `The folder of own recipes has more than ${mostFiles} files.`);
  const files: RecipeFile[] = [];
  for (const name of names) {
    const file = readOwnFile(folder, name);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return success(files);
};

const readText = (path: string): string | undefined => {
  try {
    const { size } = lstatSync(path);
    return lstatSync(path).isFile() && size <= largestFile ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
};

/** An own recipe may have a title of the bundled ones: its id says whose it is. */
const readOwnFile = (folder: string, name: string): Result<RecipeFile> => {
  const text = readText(join(folder, name));
  if (text === undefined) return rejected(name, `can't be read, is a link, or is larger than ${largestFile} bytes.`);
  const read = parseRecipes(text, name);
  if (!read.ok) return read;
  const toolType = findToolType(read.value.connectorType);
  if (!toolType?.recipes) return rejected(name, `is for “${read.value.connectorType}”, which is no tool type.`);
  const recipes = read.value.recipes.map((recipe) => ({ ...recipe, id: `own/${name}/${recipe.id}` }));
  return success({ connectorType: toolType.type, recipes });
};
