/** The form of a question to qTest: a kind of object, a query as in its Data Query page, and fields. */
import { type Result, success } from '../../result';
import { listItems, parseQueryForm, rejected } from '../rest/query-form';

/** Kinds that the search knows (qTest Manager API 3.0, "Queries objects"). */
export const objectTypes = [
  'requirements',
  'test-cases',
  'test-runs',
  'test-logs',
  'defects',
  'test-suites',
  'test-cycles',
  'releases',
  'builds',
] as const;
export type ObjectType = (typeof objectTypes)[number];

export interface QtestQuery {
  object: ObjectType;
  query: string;
  /** Empty for all. */
  fields: string[];
}

export const parseQtestQuery = (text: string): Result<QtestQuery> => {
  const form = parseQueryForm(text, { keys: ['object', 'query', 'fields'], required: ['object'] });
  if (!form.ok) return form;
  const { object = '', query = '', fields = '' } = form.value;
  const known = objectTypes.find((type) => type === object.toLowerCase());
  if (!known) return rejected(`“object: ${object}” is none of ${objectTypes.join(', ')}.`);
  const asked = listItems(fields);
  if (new Set(asked.map((field) => field.toLowerCase())).size < asked.length)
    return rejected('A field stands there twice.');
  return success({ object: known, query, fields: asked });
};
