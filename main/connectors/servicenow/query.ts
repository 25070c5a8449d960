/** The form of a question to ServiceNow: table, encoded query, fields, and which value of each field. */
import { type Result, success } from '../../result';
import { listItems, parseQueryForm, rejected } from '../rest/query-form';
import { type EncodedQuery, parseEncodedQuery } from './encoded-query';

/** Which of a field's two values are asked for: what is stored, what people see, or both. */
export type Display = 'value' | 'display' | 'both';

export interface TableQuery {
  table: string;
  query: EncodedQuery;
  fields: string[];
  display: Display;
}

const displays: readonly Display[] = ['value', 'display', 'both'];

export const parseTableQuery = (text: string): Result<TableQuery> => {
  const form = parseQueryForm(text, { keys: ['table', 'query', 'fields', 'display'], required: ['table', 'fields'] });
  if (!form.ok) return form;
  const { table = '', query = '', fields = '', display = 'both' } = form.value;
  if (!/^[a-z][a-z0-9_]*$/.test(table)) return rejected(`“${table}” is not the name of a table, such as incident.`);
  const asked = listItems(fields);
  const odd = asked.find((field) => !/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/.test(field));
  if (odd !== undefined || asked.length === 0) return rejected(`“${odd ?? fields}” is not the name of a field.`);
  if (new Set(asked).size < asked.length) return rejected('A field stands there twice.');
  const chosen = displays.find((known) => known === display);
  if (!chosen) return rejected(`“display: ${display}” is none of ${displays.join(', ')}.`);
  // A query that goes on in the next line got a space there.
  const encoded = parseEncodedQuery(query.replaceAll(' ^', '^'));
  return encoded.ok ? success({ table, query: encoded.value, fields: asked, display: chosen }) : encoded;
};
