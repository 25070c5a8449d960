import type { Configuration } from '../../../preload/contract';
import { type Failure, type Result, success } from '../../result';
import { booleanOf } from '../configuration';
import { connectionFailure } from '../connection-failures';

/**
 * The address that a person has written, as a URL without query. `https://` is added where no scheme is given. Fails for
 * what is no web address, for one with a login in it, and for http:// while encryption is on.
 */
export const readBaseUrl = (written: string, configuration: Configuration): Result<URL> => {
  const encrypt = booleanOf(configuration, 'encrypt', true);
  const url = toUrl(written, encrypt);
  if (!url) return notAddress(written);
  if (url.username !== '' || url.password !== '') {
    return connectionFailure('PROTOCOL', 'The address holds a login.', 'Write the login into its own fields.');
  }
  if (url.protocol === 'http:' && encrypt) {
    return connectionFailure(
      'TLS',
      `${url.origin} is not encrypted, so no login is sent there.`,
      'Write https://. Only when the network is trusted: turn encryption off in this connector.',
    );
  }
  url.search = '';
  url.hash = '';
  return success(url);
};

/** The URL that a text means; undefined when it means none. */
export const toUrl = (written: string, encrypt = true): URL | undefined => {
  const text = written.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  try {
    const url = new URL(hasScheme ? text : `${encrypt ? 'https' : 'http'}://${text}`);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
};

const notAddress = (written: string): Failure =>
  connectionFailure(
    'PROTOCOL',
    `“${written.slice(0, 200)}” is not a web address.`,
    'Copy the address from the browser, up to the host name or the path under which the system lies.',
  );
