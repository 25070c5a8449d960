/** The objects that a query finds, page by page. */
import { unreadable } from '../../http/http-failures';
import { type Result, success } from '../../result';
import type { Row, RowsEnd } from '../pulled-rows';
import { cellOf, type JsonObject, objectOf, objectsOf, textIn } from '../rest/json';
import { createPageTally, endOfPages } from '../rest/page-tally';
import type { RestQuery, RestSession } from '../rest/rest-driver';
import { fieldValue, findFields, type QtestField, readFields } from './fields';
import { parseQtestQuery, type QtestQuery } from './query';
import { projectPath } from './requests';

/** The interface takes up to 999. */
const pageSize = 500;

interface Page {
  items: JsonObject[];
  total: number;
}

export const prepare = async (session: RestSession, text: string, signal: AbortSignal): Promise<Result<RestQuery>> => {
  const query = parseQtestQuery(text);
  if (!query.ok) return query;
  const all = await readFields(session, query.value.object, signal);
  if (!all.ok) return all;
  const fields = findFields(all.value, query.value.fields);
  if (!fields.ok) return fields;
  // Asked before the first row, so that a query that qTest refuses leaves no evidence.
  const first = await readPage(session, query.value, 1, signal);
  if (!first.ok) return first;
  return success({
    columns: fields.value.map(({ name, place }) => ({ name, type: place === 'property' ? 'project field' : 'text' })),
    fetch: (stop) => fetchObjects(session, query.value, fields.value, first.value, stop),
  });
};

async function* fetchObjects(
  session: RestSession,
  query: QtestQuery,
  fields: readonly QtestField[],
  first: Page,
  signal: AbortSignal,
): AsyncGenerator<Row[], RowsEnd> {
  const tally = createPageTally('qTest', 'objects');
  let page = first;
  for (let number = 2; ; number += 1) {
    tally.add(
      page.items.map(({ id }) => textIn(id)),
      page.total,
    );
    yield page.items.map((item) => fields.map((field) => cellOf(fieldValue(item, field))));
    if (tally.rows() >= page.total || page.items.length === 0) return endOfPages(tally, page.total);
    const next = await readPage(session, query, number, signal);
    if (!next.ok) return next;
    page = next.value;
  }
}

const readPage = async (
  session: RestSession,
  { object, query }: QtestQuery,
  page: number,
  signal: AbortSignal,
): Promise<Result<Page>> => {
  const request = {
    method: 'POST' as const,
    path: projectPath(session, '/search'),
    query: { page: String(page), pageSize: String(pageSize) },
    json: { object_type: object, fields: ['*'], query },
  };
  const answer = await session.client.json(request, signal);
  if (!answer.ok) return answer;
  const { items, total } = objectOf(answer.value.body);
  const listed = objectsOf(items);
  if (!listed || typeof total !== 'number') {
    return unreadable(session.client.address, 'it holds no list of objects with their number');
  }
  return success({ items: listed, total });
};
