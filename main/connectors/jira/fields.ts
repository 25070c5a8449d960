/** Fields by the names that people see; custom fields have numbers that differ from site to site. */

import { unreadable } from '../../http/http-failures';
import { failure, type Result, success } from '../../result';
import { objectOf, objectsOf, textIn } from '../rest/json';
import type { RestSession } from '../rest/rest-driver';
import { api } from './requests';

export interface JiraField {
  /** As the interface names it: `customfield_10016`. */
  id: string;
  /** As people see it: `Story Points`. */
  name: string;
  type: string;
}

/** Not fields to Jira: they stand beside the fields of an issue. */
const outside: JiraField[] = [
  { id: 'key', name: 'Key', type: 'string' },
  { id: 'id', name: 'ID', type: 'string' },
];

export const isOutside = ({ id }: JiraField): boolean => outside.some((field) => field.id === id);

export const readFields = async (session: RestSession, signal: AbortSignal): Promise<Result<JiraField[]>> => {
  const answer = await session.client.json({ path: api(session, '/field') }, signal);
  if (!answer.ok) return answer;
  const listed = objectsOf(answer.value.body);
  if (!listed) return unreadable(session.client.address, 'it holds no list of fields');
  const fields = listed.map(({ id, name, schema }) => ({
    id: textIn(id),
    name: textIn(name),
    type: typeOf(objectOf(schema)),
  }));
  return success([...outside, ...fields.filter(({ id }) => !outside.some((field) => field.id === id))]);
};

const typeOf = ({ type, items }: Record<string, unknown>): string =>
  items === undefined ? textIn(type) : `${textIn(type)} of ${textIn(items)}`;

/** The fields of that names or ids. QUERY_REJECTED for a name that none or several have. */
export const findFields = (all: readonly JiraField[], asked: readonly string[]): Result<JiraField[]> => {
  const found: JiraField[] = [];
  for (const name of asked) {
    const same = (text: string) => text.toLowerCase() === name.toLowerCase();
    const byId = all.filter(({ id }) => same(id));
    const matching = byId.length > 0 ? byId : all.filter((field) => same(field.name));
    const [field, another] = matching;
    if (!field)
      return failure('QUERY_REJECTED', `Jira has no field “${name}”, or this account may not see it.`, {
        hint: 'Write the name as Jira shows it among its columns, or ask a Jira administrator to show the field to this account.',
      });
    if (another) {
      const ids = matching.map(({ id }) => id).join(', ');
      return failure('QUERY_REJECTED', `Several fields are called “${name}”: write one of ${ids} instead.`);
    }
    found.push(field);
  }
  if (new Set(found.map(({ id }) => id)).size === found.length) return success(found);
  return failure('QUERY_REJECTED', 'Two of the names mean the same field.', {
    hint: 'Leave one of them out.',
  });
};
