/** Fields of an object: those that every object has, and those that the project's administrators defined, by label. */
import { failure, type Result, success } from '../../result';
import { type JsonObject, objectsOf, textIn } from '../rest/json';
import type { RestSession } from '../rest/rest-driver';
import type { ObjectType } from './query';
import { projectPath } from './requests';

export interface QtestField {
  name: string;
  /** Where the value is: beside the properties of the object, or among them. */
  place: 'object' | 'property';
}

const common = ['id', 'pid', 'name', 'created_date', 'last_modified_date', 'web_url'];

/** Beside the common ones (qTest Manager API 3.0, the resources of each kind). */
const ofObject: Record<ObjectType, string[]> = {
  requirements: ['parent_id', 'order'],
  'test-cases': ['parent_id', 'order', 'version', 'test_case_version_id', 'description', 'precondition'],
  'test-runs': ['parentId', 'parentType', 'order', 'test_case_version_id', 'test_case_version'],
  'test-logs': ['status', 'exe_start_date', 'exe_end_date', 'user_id', 'note', 'test_case_version_id', 'test_run_id'],
  defects: ['submitted_date', 'last_modified_user_id'],
  'test-suites': ['parentId', 'parentType', 'order'],
  'test-cycles': ['order', 'description'],
  releases: ['order', 'start_date', 'end_date', 'note'],
  builds: ['order', 'date', 'note'],
};

/** All fields of that kind in the connector's project. Some kinds have none that can be defined. */
export const readFields = async (
  session: RestSession,
  object: ObjectType,
  signal: AbortSignal,
): Promise<Result<QtestField[]>> => {
  const own = [...common, ...ofObject[object]].map((name): QtestField => ({ name, place: 'object' }));
  const answer = await session.client.json({ path: projectPath(session, `/settings/${object}/fields`) }, signal);
  if (!answer.ok) return answer.status === 400 || answer.status === 404 ? success(own) : answer;
  const labels = (objectsOf(answer.value.body) ?? []).map(({ label }) => textIn(label)).filter((label) => label !== '');
  const isNew = (label: string) => !own.some(({ name }) => name.toLowerCase() === label.toLowerCase());
  return success([...own, ...labels.filter(isNew).map((name): QtestField => ({ name, place: 'property' }))]);
};

/** The fields of that names, or all. QUERY_REJECTED for a name that does not exist. */
export const findFields = (all: readonly QtestField[], asked: readonly string[]): Result<QtestField[]> => {
  const found: QtestField[] = [];
  for (const name of asked) {
    const field = all.find((known) => known.name.toLowerCase() === name.toLowerCase());
    if (!field)
      return failure('QUERY_REJECTED', `There is no field “${name}” in this project.`, {
        hint: 'Write the name as qTest shows it in the project’s field settings; without fields all are given.',
      });
    found.push(field);
  }
  return success(asked.length === 0 ? [...all] : found);
};

/** A property's shown value where it has one, otherwise what is stored. */
export const fieldValue = (item: JsonObject, { name, place }: QtestField): unknown => {
  if (place === 'object') return item[name];
  const property = objectsOf(item.properties)?.find((each) => textIn(each.field_name) === name);
  const shown = property?.field_value_name;
  return shown === undefined || shown === null || shown === '' ? property?.field_value : shown;
};
