/** Requests to ServiceNow, with a login that is renewed when its token has expired. */
import type { AllowedRequest, HttpRequest, HttpResult, JsonAnswer } from '../../http/http-client';
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { connectionFailure } from '../connection-failures';
import { type JsonObject, objectOf, objectsOf, textIn } from '../rest/json';
import type { RestSession } from '../rest/rest-driver';

/** Table API and Aggregate API for data; POST for OAuth tokens only. */
export const allowedRequests: AllowedRequest[] = [
  { method: 'GET', path: /^\/api\/now\/(table|stats)\/[a-z][a-z0-9_]*$/ },
  { method: 'POST', path: /^\/oauth_token\.do$/ },
];

const usesOauth = ({ configuration }: RestSession) => textOf(configuration, 'authentication').startsWith('oauth');

export const logIn = async (session: RestSession, signal: AbortSignal): Promise<Result<void>> => {
  const { client, configuration, secrets } = session;
  if (usesOauth(session)) return logInByToken(session, signal);
  const login = Buffer.from(`${textOf(configuration, 'username')}:${secrets.password ?? ''}`).toString('base64');
  session.keepSecret(login);
  client.authorize({ authorization: `Basic ${login}` });
  return success(undefined);
};

/** The two grants that need no browser (RFC 6749, 4.3 and 4.4), as ServiceNow's `oauth_token.do` takes them. */
const logInByToken = async (session: RestSession, signal: AbortSignal): Promise<Result<void>> => {
  const { client, configuration, secrets } = session;
  const isPasswordGrant = textOf(configuration, 'authentication') === 'oauth_password';
  client.authorize({});
  const answer = await client.json(
    {
      method: 'POST',
      path: '/oauth_token.do',
      form: {
        grant_type: isPasswordGrant ? 'password' : 'client_credentials',
        client_id: textOf(configuration, 'client_id'),
        client_secret: secrets.client_secret ?? '',
        ...(isPasswordGrant && { username: textOf(configuration, 'username'), password: secrets.password ?? '' }),
      },
    },
    signal,
  );
  if (!answer.ok) return answer.status === 400 ? refusedToken(client.address, answer.error.message) : answer;
  const token = textIn(objectOf(answer.value.body).access_token);
  if (token === '') return refusedToken(client.address, 'It gave no access token.');
  session.keepSecret(token);
  client.authorize({ authorization: `Bearer ${token}` });
  return success(undefined);
};

const refusedToken = (address: string, said: string) =>
  connectionFailure(
    'AUTH',
    `${address} gave no token for this login. ${said}`,
    "Check client id, client secret and account; ask the instance's administrators whether this grant type is on.",
  );

/** Asks; once more with a new token when the token has expired. */
export const ask = async (
  session: RestSession,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpResult<JsonAnswer>> => {
  const answer = await session.client.json(request, signal);
  if (answer.ok || answer.status !== 401 || !usesOauth(session)) return answer;
  const renewed = await logInByToken(session, signal);
  return renewed.ok ? session.client.json(request, signal) : renewed;
};

export interface RecordsQuery {
  table: string;
  query: string;
  fields: readonly string[];
  limit: number;
}

/** Records of a system table, values as stored. An account that may not see the table gets PERMISSION, or no records. */
export const readRecords = async (
  session: RestSession,
  { table, query, fields, limit }: RecordsQuery,
  signal: AbortSignal,
): Promise<HttpResult<JsonObject[]>> => {
  const request = {
    path: `/api/now/table/${table}`,
    query: {
      sysparm_query: query,
      sysparm_fields: fields.join(','),
      sysparm_limit: String(limit),
      sysparm_exclude_reference_link: 'true',
    },
  };
  const answer = await ask(session, request, signal);
  if (!answer.ok) return answer;
  return success(objectsOf(objectOf(answer.value.body).result) ?? []);
};
