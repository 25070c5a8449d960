/** A document search whose answers are read by configurable JSON pointers. */
import { createHash } from 'node:crypto';
import type { Column, Configuration } from '../../../preload/contract';
import type { AllowedRequest } from '../../http/http-client';
import { unreadable } from '../../http/http-failures';
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { connectionFailure } from '../connection-failures';
import type { Row, RowsEnd } from '../pulled-rows';
import { readBaseUrl } from '../rest/base-url';
import { cellOf } from '../rest/json';
import { createPageTally, type PageTally } from '../rest/page-tally';
import {
  createRestDriver,
  type RestIdentity,
  type RestQuery,
  type RestSession,
  restReadOnlyMeasure,
} from '../rest/rest-driver';
import { valueAt } from './json-pointer';
import { type DocumentQuery, parseDocumentQuery } from './query';

/** Nothing is known of its paths but that reading is GET. */
const allowedRequests: AllowedRequest[] = [{ method: 'GET', path: /^\// }];

const pageSize = 100;
const properties = ['id', 'title', 'type', 'modified', 'url'] as const;
const documentColumns: Column[] = properties.map((name) => ({ name, type: 'text' }));
const downloadColumns: Column[] = [
  { name: 'bytes', type: 'integer' },
  { name: 'sha256', type: 'hexadecimal' },
  { name: 'problem', type: 'text' },
];

const pointer = (configuration: Configuration, name: string): string =>
  textOf(configuration, `${name}_pointer`) || `/${name}`;

const endpointOf = (configuration: Configuration): string =>
  `/${(textOf(configuration, 'api_endpoint') || 'search').replace(/^\/+/, '')}`;

const logIn = async ({ client, configuration, secrets }: RestSession): Promise<Result<void>> => {
  const byKey = textOf(configuration, 'authentication') === 'api_key';
  const secret = byKey ? secrets.api_key : secrets.api_token;
  if (!secret) {
    return connectionFailure(
      'AUTH',
      `This connector has no ${byKey ? 'API key' : 'bearer token'} for ${client.address}.`,
      "Ask the repository's administrators for one that may only read.",
    );
  }
  const header = textOf(configuration, 'key_header') || 'X-API-Key';
  if (!/^[\w-]+$/.test(header) || /^(host|connection|content-length|transfer-encoding)$/i.test(header)) {
    return connectionFailure(
      'PROTOCOL',
      `“${header}” can't carry the API key.`,
      'Write the name of a header, such as X-API-Key.',
    );
  }
  if (client.pathOf(`.${endpointOf(configuration)}`) === undefined) {
    return connectionFailure(
      'PROTOCOL',
      `The search lies outside of ${client.address}.`,
      'Check the path of the search.',
    );
  }
  client.authorize(byKey ? { [header]: secret } : { authorization: `Bearer ${secret}` });
  return success(undefined);
};

interface Page {
  items: unknown[];
  /** Undefined where the repository does not count. */
  total: number | undefined;
}

const readPage = async (
  { client, configuration }: RestSession,
  { search, filters }: Pick<DocumentQuery, 'search' | 'filters'>,
  offset: number,
  limit: number,
  signal: AbortSignal,
): Promise<Result<Page>> => {
  const query = {
    ...filters,
    repository: textOf(configuration, 'repository') || undefined,
    q: search,
    offset: String(offset),
    limit: String(limit),
  };
  const answer = await client.json({ path: endpointOf(configuration), query }, signal);
  if (!answer.ok) return answer;
  const items = valueAt(answer.value.body, pointer(configuration, 'items'));
  if (!Array.isArray(items)) {
    return unreadable(
      client.address,
      `there is no list at ${pointer(configuration, 'items')}; check the connector's pointers`,
    );
  }
  const total = valueAt(answer.value.body, pointer(configuration, 'total'));
  return success({ items, total: typeof total === 'number' ? total : undefined });
};

const identify = async (session: RestSession, signal: AbortSignal): Promise<Result<RestIdentity>> => {
  const { client, configuration } = session;
  const probe = await readPage(session, { search: '*', filters: {} }, 0, 1, signal);
  if (!probe.ok) return probe;
  const endpoint = `${client.address}${endpointOf(configuration)}`;
  const repository = textOf(configuration, 'repository');
  const system = { endpoint, ...(repository && { repository }) };
  return success({
    identity: system,
    fingerprint: system,
    target: [endpoint, repository].filter(Boolean).join(' · '),
    serverVersion: 'document search',
    canWrite: null,
    readOnlyMeasure: restReadOnlyMeasure,
    warnings: [
      'This interface does not tell which account answers, nor what it may do: ask for one that may only read.',
    ],
  });
};

const prepare = async (session: RestSession, text: string, signal: AbortSignal): Promise<Result<RestQuery>> => {
  const query = parseDocumentQuery(text);
  if (!query.ok) return query;
  const first = await readPage(session, query.value, 0, pageSize, signal);
  if (!first.ok) return first;
  const columns = query.value.download ? [...documentColumns, ...downloadColumns] : documentColumns;
  return success({ columns, fetch: (stop) => fetchDocuments(session, query.value, first.value, stop) });
};

async function* fetchDocuments(
  session: RestSession,
  query: DocumentQuery,
  first: Page,
  signal: AbortSignal,
): AsyncGenerator<Row[], RowsEnd> {
  const tally = createPageTally('The repository', 'documents');
  let unread = 0;
  let page = first;
  for (;;) {
    const rows = page.items.map((item) =>
      properties.map((name) => cellOf(valueAt(item, pointer(session.configuration, name)))),
    );
    tally.add(
      rows.map(([id]) => id ?? null),
      page.total,
    );
    for (const row of rows) {
      if (!query.download) {
        yield [row];
        continue;
      }
      const document = await hashDocument(session, row.at(-1) ?? '', signal);
      signal.throwIfAborted();
      if (document.problem) unread += 1;
      yield [[...row, document.bytes ?? null, document.sha256 ?? null, document.problem ?? null]];
    }
    const isLast = page.total === undefined ? page.items.length < pageSize : tally.rows() >= page.total;
    if (isLast || page.items.length === 0) return endOf(tally, unread, page.total);
    const next = await readPage(session, query, tally.rows(), pageSize, signal);
    if (!next.ok) return next;
    page = next.value;
  }
}

const endOf = (tally: PageTally, unread: number, total: number | undefined): RowsEnd => {
  const reasons = [
    tally.doubt(),
    total === undefined ? 'The repository does not say how many documents there are.' : tally.lack(total),
    unread > 0 ? `${unread} documents could not be fetched; the column “problem” says why.` : undefined,
  ].filter((reason) => reason !== undefined);
  return reasons.length === 0 ? undefined : { incompleteBecause: reasons.join(' ') };
};

interface FetchedDocument {
  bytes?: string;
  sha256?: string;
  problem?: string;
}

/** Fetches the document for its hash; only from below the connector's own address, so that no key goes elsewhere. */
const hashDocument = async (
  { client, withoutSecrets }: RestSession,
  link: string,
  signal: AbortSignal,
): Promise<FetchedDocument> => {
  if (link === '') return { problem: 'the repository gives no link to it' };
  const path = client.pathOf(link);
  if (path === undefined) return { problem: "its link leads away from the connector's address; not followed" };
  const hash = createHash('sha256');
  let bytes = 0;
  const answer = await client.download({ path }, signal, (piece) => {
    hash.update(piece);
    bytes += piece.length;
  });
  if (!answer.ok) return { problem: withoutSecrets(answer.error.message) };
  return { bytes: String(bytes), sha256: hash.digest('hex') };
};

export const gnosisDriver = createRestDriver({
  allowed: allowedRequests,
  baseUrl: (configuration) => readBaseUrl(textOf(configuration, 'base_url'), configuration),
  logIn,
  identify,
  prepare,
  describe: async () => success([{ schema: '', name: 'documents', columns: documentColumns }]),
});
