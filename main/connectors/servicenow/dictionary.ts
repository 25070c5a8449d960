/**
 * Checks each field against the instance's dictionary before the run: the Table API says nothing of a field or condition
 * that it does not know, it drops it and answers more rows than were asked for.
 */
import { failure, type Result, success } from '../../result';
import { type JsonObject, textIn } from '../rest/json';
import type { RestSession } from '../rest/rest-driver';
import { readRecords } from './requests';

interface Unverified {
  verified: false;
  because: string;
}
export type DictionaryCheck = { verified: true; types: Map<string, string> } | Unverified;

interface FieldEntry {
  type: string;
  /** The table that a reference leads to. */
  reference: string;
}

const deepestHierarchy = 20;
const mostEntries = 10_000;

const unverified = (what: string): Unverified => ({
  verified: false,
  because: `the account may not read ${what}, so nobody checked that the instance knows every field and condition`,
});

/** QUERY_REJECTED where a table or a field does not exist; unverified where the account may not read the dictionary. */
export const checkFields = async (
  session: RestSession,
  table: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Result<DictionaryCheck>> => {
  const types = new Map<string, string>();
  let waiting = [...new Set(paths)].map((path) => ({ path, table, rest: path.split('.') }));
  while (waiting.length > 0) {
    const next: typeof waiting = [];
    for (const owner of new Set(waiting.map((each) => each.table))) {
      const asked = waiting.filter((each) => each.table === owner);
      const names = new Set(asked.map(({ rest }) => rest[0] ?? ''));
      const known = await readDictionary(session, owner, [...names], signal);
      if (!known.ok) return known;
      if ('verified' in known.value) return success(known.value);
      for (const { path, rest } of asked) {
        const [name = '', ...further] = rest;
        const entry = known.value.get(name);
        if (!entry) return unknownField(path, name, owner);
        types.set(path, entry.type);
        if (further.length === 0) continue;
        if (entry.reference === '') return notReference(path, name);
        next.push({ path, table: entry.reference, rest: further });
      }
    }
    waiting = next;
  }
  return success({ verified: true, types });
};

const unknownField = (path: string, name: string, table: string) =>
  failure('QUERY_REJECTED', `The table ${table} has no field “${name}”${path === name ? '' : ` (in ${path})`}.`, {
    hint: 'ServiceNow would drop it without a word and answer other rows than were asked for.',
  });

const notReference = (path: string, name: string) =>
  failure('QUERY_REJECTED', `“${name}” in ${path} is no reference, so nothing follows it.`, {
    hint: 'Take the field without what follows the dot, or a field that refers to another table.',
  });

type Dictionary = Map<string, FieldEntry>;

/** The named fields of a table and of those that it extends. */
const readDictionary = async (
  session: RestSession,
  table: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<Dictionary | Unverified>> => {
  const hierarchy = await readHierarchy(session, table, signal);
  if (!hierarchy.ok) return hierarchy;
  if (!Array.isArray(hierarchy.value)) return success(hierarchy.value);
  // Every table has sys_id: when not even that is listed, the account does not see the dictionary.
  const elements = [...new Set(['sys_id', ...names])];
  const entries = await readRecords(
    session,
    {
      table: 'sys_dictionary',
      query: `nameIN${hierarchy.value.join(',')}^elementIN${elements.join(',')}`,
      fields: ['name', 'element', 'internal_type', 'reference'],
      limit: mostEntries,
    },
    signal,
  );
  if (!entries.ok) return entries.status === 403 ? success(unverified('the dictionary')) : entries;
  const found = toDictionary(entries.value, hierarchy.value);
  return success(found.has('sys_id') ? found : unverified('the dictionary'));
};

/** A field may be listed for the table and for those it extends; the nearest one counts. */
const toDictionary = (entries: readonly JsonObject[], hierarchy: readonly string[]): Dictionary => {
  const distance = (entry: JsonObject) => hierarchy.indexOf(textIn(entry.name));
  const nearestLast = [...entries].sort((left, right) => distance(right) - distance(left));
  return new Map(
    nearestLast.map((entry) => [
      textIn(entry.element),
      { type: textIn(entry.internal_type), reference: textIn(entry.reference) },
    ]),
  );
};

/** The table and those it extends, nearest first. */
const readHierarchy = async (
  session: RestSession,
  table: string,
  signal: AbortSignal,
): Promise<Result<string[] | Unverified>> => {
  const hierarchy: string[] = [];
  for (let name = table; name !== '' && hierarchy.length < deepestHierarchy; ) {
    const found = await readTable(session, `name=${name}`, signal);
    if (!found.ok) return found.status === 403 ? success(unverified('the list of tables')) : found;
    const entry = found.value[0];
    if (!entry) return missingTable(session, name, signal);
    hierarchy.push(name);
    name = textIn(entry['super_class.name']);
  }
  return success(hierarchy);
};

const readTable = (session: RestSession, query: string, signal: AbortSignal) =>
  readRecords(session, { table: 'sys_db_object', query, fields: ['name', 'super_class.name'], limit: 1 }, signal);

/** No such table, or a list of tables that the account does not see at all. */
const missingTable = async (session: RestSession, name: string, signal: AbortSignal) => {
  const any = await readTable(session, 'nameISNOTEMPTY', signal);
  if (!any.ok) return any;
  if (any.value.length === 0) return success(unverified('the list of tables'));
  return failure('QUERY_REJECTED', `The instance has no table ${name}, or this account may not know of it.`, {
    hint: 'Write the table’s name as its list’s address shows it, or ask an administrator for read access to it.',
  });
};
