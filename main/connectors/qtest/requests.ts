import type { Configuration } from '../../../preload/contract';
import type { AllowedRequest } from '../../http/http-client';
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { connectionFailure } from '../connection-failures';
import { readBaseUrl } from '../rest/base-url';
import type { RestSession } from '../rest/rest-driver';

/** The search is defined as POST. */
export const allowedRequests: AllowedRequest[] = [
  { method: 'GET', path: /^\/api\/v3\/re-evaluation$/ },
  { method: 'GET', path: /^\/api\/v3\/projects\/\d+$/ },
  { method: 'GET', path: /^\/api\/v3\/projects\/\d+\/user-profiles\/current$/ },
  { method: 'GET', path: /^\/api\/v3\/projects\/\d+\/settings\/[a-z-]+\/fields$/ },
  { method: 'POST', path: /^\/api\/v3\/projects\/\d+\/search$/ },
];

export const qtestUrl = (configuration: Configuration): Result<URL> =>
  readBaseUrl(textOf(configuration, 'base_url'), configuration);

export const projectPath = ({ configuration }: RestSession, path = ''): string =>
  `/api/v3/projects/${textOf(configuration, 'project_id')}${path}`;

export const logIn = async ({ client, configuration, secrets }: RestSession): Promise<Result<void>> => {
  if (!/^\d{1,18}$/.test(textOf(configuration, 'project_id'))) {
    return connectionFailure(
      'NO_DATABASE',
      'The project of this connector is not a number.',
      'Take it from the address in the browser: …/p/<number>/portal.',
    );
  }
  if (!secrets.api_token) {
    return connectionFailure(
      'AUTH',
      `This connector has no token for ${client.address}.`,
      'Take the bearer token from qTest: Download qTest Resources, API & SDK.',
    );
  }
  client.authorize({ authorization: `Bearer ${secrets.api_token}` });
  return success(undefined);
};
