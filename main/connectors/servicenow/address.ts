import type { Configuration } from '../../../preload/contract';
import type { Result } from '../../result';
import { textOf } from '../configuration';
import { readBaseUrl, toUrl } from '../rest/base-url';

const cloudSuffix = '.service-now.com';

/** The instance's address: a name such as `acme` is one of ServiceNow's cloud. */
export const instanceUrl = (configuration: Configuration): Result<URL> => {
  const instance = textOf(configuration, 'instance').trim();
  return readBaseUrl(/^[a-z0-9-]+$/i.test(instance) ? `${instance}${cloudSuffix}` : instance, configuration);
};

/** Reads an address of the browser: the instance, and whatever page was open. */
export const parseBrowserAddress = (text: string): Configuration | undefined => {
  const url = toUrl(text);
  if (!url?.hostname.endsWith(cloudSuffix)) return undefined;
  return { instance: `https://${url.host}` };
};
