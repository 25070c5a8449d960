/** The two interfaces: Jira Cloud (REST version 3) and Jira Data Center (version 2). */
import type { Configuration } from '../../../preload/contract';
import type { AllowedRequest } from '../../http/http-client';
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { connectionFailure } from '../connection-failures';
import { readBaseUrl } from '../rest/base-url';
import type { RestSession } from '../rest/rest-driver';

/** The searches are defined as POST too: a JQL text may be longer than an address can be. */
export const allowedRequests: AllowedRequest[] = [
  { method: 'GET', path: /^\/rest\/api\/[23]\/(myself|serverInfo|field|mypermissions)$/ },
  { method: 'GET', path: /^\/rest\/api\/[23]\/project\/[^/]+$/ },
  { method: 'POST', path: /^\/rest\/api\/(3\/search\/jql|2\/search)$/ },
];

export const isCloud = ({ configuration }: Pick<RestSession, 'configuration'>): boolean =>
  textOf(configuration, 'api_version') !== '2';

export const api = (session: RestSession, path: string): string => `/rest/api/${isCloud(session) ? 3 : 2}${path}`;

export const jiraUrl = (configuration: Configuration): Result<URL> =>
  readBaseUrl(textOf(configuration, 'base_url'), configuration);

/** Cloud: email and API token (Basic). Data Center: personal access token (Bearer). */
export const logIn = async (session: RestSession): Promise<Result<void>> => {
  const { client, configuration, secrets, keepSecret } = session;
  const token = secrets.api_token ?? '';
  if (token === '') {
    return connectionFailure(
      'AUTH',
      `This connector has no token for ${client.address}.`,
      'Create an API token (Cloud) or a personal access token (Data Center) in the account of the audit and enter it here.',
    );
  }
  if (!isCloud(session)) {
    client.authorize({ authorization: `Bearer ${token}` });
    return success(undefined);
  }
  const login = Buffer.from(`${textOf(configuration, 'username')}:${token}`).toString('base64');
  keepSecret(login);
  client.authorize({ authorization: `Basic ${login}` });
  return success(undefined);
};
