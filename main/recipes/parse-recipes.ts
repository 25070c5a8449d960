/**
 * Reads a file of recipes: Markdown that a consultant can read and extend. `# Recipes for <tool type>`, and for each recipe
 * a heading `## <title>`, a list of its properties, and the query as a block of code. See docs/recipes.md.
 */
import { z } from 'zod';
import { parameterKinds, recipe as recipeModel } from '../../preload/contract';
import { failure, type Result, success } from '../result';
import { placeholdersOf } from './fill';

const recipeSchema = recipeModel.extend({
  /** Words that make this recipe the one to take among others of its topic. */
  words: z.array(z.string()),
});
export type Recipe = z.infer<typeof recipeSchema>;

export interface RecipeFile {
  connectorType: string;
  recipes: Recipe[];
}

interface Section {
  line: number;
  title: string;
  text: string;
}

const refused = (fileName: string, line: number, reason: string) =>
  failure('FILE_REJECTED', `${fileName}, line ${line}: ${reason}`, {
    hint: 'Mend that line, or take the file out of the folder. How recipes are written is described in docs/recipes.md.',
  });

/** The file's tool type as it stands there, and its recipes. FILE_REJECTED with the line of the first fault. */
export const parseRecipes = (text: string, fileName: string): Result<RecipeFile> => {
  const [head = '', ...sections] = splitAtHeadings(text.replaceAll('\r\n', '\n'));
  const connectorType = /^# Recipes for (.+)$/m.exec(head)?.[1]?.trim();
  if (!connectorType) return refused(fileName, 1, 'the file starts with “# Recipes for …” and a tool type.');
  const recipes: Recipe[] = [];
  for (const section of withLines(head, sections)) {
    const read = readSection(section, connectorType);
    if (typeof read === 'string') return refused(fileName, section.line, read);
    if (recipes.some(({ id }) => id === read.id))
      return refused(fileName, section.line, 'this title stands there twice.');
    recipes.push(read);
  }
  return success({ connectorType, recipes });
};

const splitAtHeadings = (text: string): string[] => text.split(/^(?=## )/m);

const withLines = (head: string, sections: readonly string[]): Section[] => {
  let line = head.split('\n').length;
  return sections.map((text) => {
    const section = { line, title: (text.split('\n')[0] ?? '').slice(3).trim(), text };
    line += text.split('\n').length - 1;
    return section;
  });
};

const codeBlock = /^```[a-z]*\n(.*?)\n```\s*$/ms;

/** The recipe, or what is wrong with it in words. */
const readSection = ({ title, text }: Section, connectorType: string): Recipe | string => {
  const query = codeBlock.exec(text)?.[1];
  if (query === undefined) return 'the query is missing: a block of code behind the properties.';
  const properties = [...text.slice(0, text.indexOf('```')).matchAll(/^- ([a-z]+): (.+)$/gm)];
  const property = (name: string) => properties.find(([, key]) => key === name)?.[2]?.trim() ?? '';
  const unknown = properties.find(([, key = '']) => !['topic', 'proves', 'needs', 'for', 'parameter'].includes(key));
  if (unknown) return `“${unknown[1]}:” is no property of a recipe.`;
  const parameters = properties
    .filter(([, key]) => key === 'parameter')
    .map(([, , value = '']) => readParameter(value));
  const odd = parameters.indexOf(undefined);
  if (odd !== -1) return `a parameter is written “name (${parameterKinds.join(' or ')} = default) What it is”.`;
  const read = recipeSchema.safeParse({
    id: `${slug(connectorType)}/${slug(title)}`,
    topic: property('topic'),
    title,
    proves: property('proves'),
    needs: property('needs'),
    query,
    parameters,
    words: property('for')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  });
  if (!read.success) return `“${read.error.issues[0]?.path.join('.')}” is missing or not as it should be.`;
  return unnamedPlaceholder(read.data) ?? read.data;
};

const readParameter = (text: string) => {
  const [, name, kind, value, label] = /^([a-z][a-z0-9_]*) \((\w+)(?: = ([^)]*))?\) (.+)$/.exec(text) ?? [];
  if (name === undefined || !parameterKinds.some((known) => known === kind)) return undefined;
  const given = value?.trim() ?? null;
  if (kind !== 'date') return { name, kind, label, default: given, defaultFrom: null };
  const from = { 'period start': 'period-start', 'period end': 'period-end' }[given ?? ''] ?? null;
  return { name, kind, label, default: from ? null : given, defaultFrom: from };
};

const unnamedPlaceholder = ({ query, parameters }: Recipe): string | undefined => {
  const names = parameters.map(({ name }) => name);
  const used = placeholdersOf(query);
  const unnamed = used.find((name) => !names.includes(name));
  if (unnamed !== undefined) return `the query has {{${unnamed}}}, which is no parameter.`;
  const unused = names.find((name) => !used.includes(name));
  return unused === undefined ? undefined : `the parameter “${unused}” is not in the query.`;
};

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
