import type { Configuration } from '../../../preload/contract';
import { textOf } from '../configuration';

/** The whole address of the search in one place becomes an address and the path below it. */
const splitEndpoint = (configuration: Configuration): Configuration => {
  const endpoint = textOf(configuration, 'api_endpoint');
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) return {};
  const { origin, pathname, search } = new URL(endpoint);
  const base = textOf(configuration, 'base_url') || origin;
  // Of another system than the address says: a person has to look at it.
  if (!endpoint.startsWith(base)) return {};
  const path = base === origin ? pathname + search : endpoint.slice(base.length);
  return { base_url: base, api_endpoint: /^\/?$/.test(path) ? '/search' : path };
};

/** A key and no token: that is how one logged in, also where nothing says so. */
const chooseLogin = (configuration: Configuration, secretKeys: readonly string[]): Configuration =>
  configuration.authentication === undefined && secretKeys.includes('api_key') && !secretKeys.includes('api_token')
    ? { authentication: 'api_key' }
    : {};

/** What older data says in another way than today's fields. */
export const completeOlderData = (configuration: Configuration, secretKeys: readonly string[]): Configuration => ({
  ...splitEndpoint(configuration),
  ...chooseLogin(configuration, secretKeys),
});
