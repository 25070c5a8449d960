/** The issues that a JQL text finds, page by page. */
import { unreadable } from '../../http/http-failures';
import { type Failure, type Result, success } from '../../result';
import { textOf } from '../configuration';
import type { Row, RowsEnd } from '../pulled-rows';
import { type JsonObject, objectOf, objectsOf, textIn } from '../rest/json';
import { createPageTally, endOfPages } from '../rest/page-tally';
import type { RestQuery, RestSession } from '../rest/rest-driver';
import { cellText } from './cells';
import { findFields, isOutside, type JiraField, readFields } from './fields';
import { parseJiraQuery, toJql } from './jql';
import { api, isCloud } from './requests';

const pageSize = 100;

export const prepare = async (session: RestSession, text: string, signal: AbortSignal): Promise<Result<RestQuery>> => {
  const query = parseJiraQuery(text);
  if (!query.ok) return query;
  const all = await readFields(session, signal);
  if (!all.ok) return all;
  const fields = findFields(all.value, query.value.fields);
  if (!fields.ok) return fields;
  const search: Search = {
    session,
    fields: fields.value,
    jql: toJql(query.value, textOf(session.configuration, 'project_key')),
  };
  // Asked before the first row, so that a JQL text that Jira refuses leaves no evidence.
  const first = await readPage(search, {}, signal);
  if (!first.ok) return first;
  return success({
    columns: fields.value.map(({ id, name, type }, index) => ({
      name: query.value.fields[index] === id ? id : name,
      type,
    })),
    fetch: (stop) => fetchIssues(search, first.value, stop),
  });
};

interface Search {
  session: RestSession;
  fields: JiraField[];
  jql: string;
}

interface Page {
  issues: JsonObject[];
  /** Where the next page begins; undefined behind the last one. */
  next?: { nextPageToken: string } | { startAt: number };
  /** How many there are; Cloud does not tell. */
  total?: number;
}

async function* fetchIssues(search: Search, first: Page, signal: AbortSignal): AsyncGenerator<Row[], RowsEnd> {
  const tally = createPageTally('Jira', 'issues');
  let page = first;
  for (;;) {
    tally.add(
      page.issues.map(({ id }) => textIn(id)),
      page.total,
    );
    yield page.issues.map((issue) => rowOf(search.fields, issue));
    if (!page.next) return endOfPages(tally, page.total);
    const next = await readPage(search, page.next, signal);
    if (!next.ok) return next;
    if (JSON.stringify(next.value.next ?? {}) === JSON.stringify(page.next)) {
      return unreadable(search.session.client.address, 'it gives the same page again and again');
    }
    page = next.value;
  }
}

const readPage = async (search: Search, from: object, signal: AbortSignal): Promise<Result<Page>> => {
  const { session, fields, jql } = search;
  const asked = fields.filter((field) => !isOutside(field)).map(({ id }) => id);
  // An empty list would mean all fields.
  const body = { jql, fields: asked.length > 0 ? asked : ['summary'], maxResults: pageSize, ...from };
  const path = api(session, isCloud(session) ? '/search/jql' : '/search');
  const answer = await session.client.json({ method: 'POST', path, json: body }, signal);
  if (!answer.ok) return answer;
  return toPage(session, objectOf(answer.value.body));
};

const toPage = (session: RestSession, answer: JsonObject): Result<Page> => {
  const issues = objectsOf(answer.issues);
  if (!issues) return unreadable(session.client.address, 'it holds no list of issues');
  if (isCloud(session)) {
    const nextPageToken = textIn(answer.nextPageToken);
    return success({ issues, ...(nextPageToken !== '' && answer.isLast !== true && { next: { nextPageToken } }) });
  }
  const total = Number(answer.total);
  const end = Number(answer.startAt) + issues.length;
  if (!Number.isInteger(total) || !Number.isInteger(end)) return noNumbers(session);
  return success({ issues, total, ...(issues.length > 0 && end < total && { next: { startAt: end } }) });
};

const noNumbers = (session: RestSession): Failure =>
  unreadable(session.client.address, 'it does not say how many issues there are');

const rowOf = (fields: readonly JiraField[], issue: JsonObject): Row => {
  const values = objectOf(issue.fields);
  return fields.map((field) => cellText(isOutside(field) ? issue[field.id] : values[field.id]));
};
