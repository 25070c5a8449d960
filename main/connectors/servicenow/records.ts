/** The records of a table, page by page, and whether they are all. */
import type { Column } from '../../../preload/contract';
import { unreadable } from '../../http/http-failures';
import { type Result, success } from '../../result';
import type { Row, RowsEnd } from '../pulled-rows';
import { type JsonObject, objectOf, objectsOf, textIn } from '../rest/json';
import { createPageTally, type PageTally } from '../rest/page-tally';
import type { RestQuery, RestSession } from '../rest/rest-driver';
import { checkFields, type DictionaryCheck } from './dictionary';
import { textBehind } from './encoded-query';
import { parseTableQuery, type TableQuery } from './query';
import { ask } from './requests';

const pageSize = 1_000;

/** Names that the API takes for the values asked for (Table API, `sysparm_display_value`). */
const displayParameter = { value: 'false', display: 'true', both: 'all' } as const;

export const prepare = async (session: RestSession, text: string, signal: AbortSignal): Promise<Result<RestQuery>> => {
  const parsed = parseTableQuery(text);
  if (!parsed.ok) return parsed;
  const query = parsed.value;
  const check = await checkFields(session, query.table, [...query.fields, ...query.query.fields], signal);
  if (!check.ok) return check;
  const counted = await countRows(session, query, signal);
  if (!counted.ok) return counted;
  return success({
    columns: columnsOf(query, check.value),
    fetch: (stop) => fetchRows(session, query, check.value, counted.value, stop),
  });
};

const columnsOf = ({ fields, display }: TableQuery, check: DictionaryCheck): Column[] =>
  fields.flatMap((field) => {
    const type = (check.verified && check.types.get(field)) || 'unknown';
    if (display === 'value') return [{ name: field, type }];
    if (display === 'display') return [{ name: field, type: 'display value' }];
    return [
      { name: field, type },
      { name: `${field} (display)`, type: 'display value' },
    ];
  });

/** How many rows the query has, whether or not the account may see them; undefined where it may not ask. */
const countRows = async (
  session: RestSession,
  { table, query }: TableQuery,
  signal: AbortSignal,
): Promise<Result<number | undefined>> => {
  const request = {
    path: `/api/now/stats/${table}`,
    query: { sysparm_count: 'true', sysparm_query: query.conditions || undefined },
  };
  const answer = await ask(session, request, signal);
  if (!answer.ok) return answer.status === 403 || answer.status === 404 ? success(undefined) : answer;
  const count = textIn(objectOf(objectOf(objectOf(answer.value.body).result).stats).count);
  return success(/^\d+$/.test(count) ? Number(count) : undefined);
};

/** Where a page begins: behind the record of that id, and so many places further. */
interface Position {
  behind?: string;
  offset: number;
}

async function* fetchRows(
  session: RestSession,
  query: TableQuery,
  check: DictionaryCheck,
  counted: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<Row[], RowsEnd> {
  const seen: Seen = { tally: createPageTally('The instance', 'rows'), withheldCells: 0, hidesRows: false };
  const { tally } = seen;
  // A database view has no sys_id of its own to ask for, and none in the dictionary.
  const isById = !query.query.isOrdered && check.verified;
  let total = counted ?? 0;
  let position: Position = { offset: 0 };
  for (;;) {
    const page = await readPage(session, query, position, signal);
    if (!page.ok) return page;
    const { records, ids, matching } = page.value;
    const { behind, offset } = position;
    if (behind !== undefined && ids.includes(behind)) {
      return unreadable(session.client.address, 'it gives the same page again and again');
    }
    const before = behind === undefined ? 0 : tally.rows();
    total = Math.max(total, before + (matching ?? 0));
    if (matching !== undefined) seen.hidesRows ||= records.length < Math.min(pageSize, matching - offset);
    // How many follow behind a record falls from page to page.
    tally.add(ids, behind === undefined ? matching : undefined);
    yield records.map((record) => rowOf(query, record, seen));
    // A page may be short or empty because of rows that the account may not see: more can follow.
    const isLast = before + offset + pageSize >= total && (matching !== undefined || records.length < pageSize);
    if (isLast) return endOf(check, counted, total, seen);
    const last = isById ? ids.at(-1) : undefined;
    position = last ? { behind: last, offset: 0 } : { ...position, offset: offset + pageSize };
  }
}

const readPage = async (
  session: RestSession,
  { table, query, fields, display }: TableQuery,
  { behind, offset }: Position,
  signal: AbortSignal,
) => {
  const request = {
    path: `/api/now/table/${table}`,
    query: {
      sysparm_query: behind === undefined ? query.text : textBehind(query, behind),
      sysparm_fields: [...new Set([...fields, 'sys_id'])].join(','),
      sysparm_display_value: displayParameter[display],
      sysparm_exclude_reference_link: 'true',
      sysparm_limit: String(pageSize),
      sysparm_offset: String(offset),
    },
  };
  const answer = await ask(session, request, signal);
  if (!answer.ok) return answer;
  const records = objectsOf(objectOf(answer.value.body).result);
  if (!records) return unreadable(session.client.address, 'it holds no list of records');
  const header = answer.value.header('x-total-count');
  const matching = header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
  return success({ records, ids: records.map(({ sys_id: id }) => idOf(id)), matching });
};

/** Both values of a sys_id are the id; null where the account may not read it. */
const idOf = (value: unknown): string | null => {
  const id = textIn(value) || textIn(objectOf(value).value);
  return /^\w+$/.test(id) ? id : null;
};

interface Seen {
  tally: PageTally;
  withheldCells: number;
  /** Whether a page had fewer rows than the instance counts for it. */
  hidesRows: boolean;
}

/** A field that is missing from a record is one that the account may not read; an empty one is an empty text. */
const rowOf = ({ fields, display }: TableQuery, record: JsonObject, seen: { withheldCells: number }): Row =>
  fields.flatMap((field) => {
    const value = record[field];
    if (value === undefined) seen.withheldCells += 1;
    if (display !== 'both') return [cellText(value)];
    const both = objectOf(value);
    return [cellText(both.value), cellText(both.display_value)];
  });

const cellText = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const endOf = (check: DictionaryCheck, counted: number | undefined, total: number, seen: Seen): RowsEnd => {
  const reasons: string[] = [];
  if (!check.verified) reasons.push(`Unverified: ${check.because}.`);
  const doubt = seen.tally.doubt();
  if (doubt) reasons.push(doubt);
  const rows = seen.tally.rows();
  if (rows < total) {
    reasons.push(
      `The instance counts ${total} rows and gave ${rows}: the others are hidden from this account by access rules (ACL), or were removed during the run.`,
    );
  } else if (seen.hidesRows) {
    reasons.push('Some rows are hidden from this account by access rules (ACL).');
  } else if (counted === undefined) {
    reasons.push('The account may not count rows (Aggregate API), so hidden ones would not be noticed.');
  }
  if (seen.withheldCells > 0) {
    reasons.push(`${seen.withheldCells} values are hidden from this account by access rules (ACL); they are NULL.`);
  }
  return reasons.length === 0 ? undefined : { incompleteBecause: reasons.join(' ') };
};
