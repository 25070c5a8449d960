/** What goes wrong with a web interface, in words a person can act on. */
import { connectionFailure, describeError, networkFailure, webWords } from '../connectors/connection-failures';
import { type Failure, failure } from '../result';

const administrators = webWords.team;

/** Why no whole answer came. */
export const transportFailure = (error: unknown, address: string): Failure => {
  const { code, message } = describeError(error);
  if (code === 'EPROXY') {
    return connectionFailure(
      'REFUSED',
      `The proxy of this computer does not reach ${address}.`,
      "Check the proxy in the system's settings, or ask the network team to allow this address.",
    );
  }
  if (code.startsWith('Z_') || code.startsWith('ERR__')) return unreadable(address, 'its compressed answer is damaged');
  if (code.startsWith('HPE_')) return unreadable(address, 'what answers does not speak HTTP');
  return networkFailure(error, address, webWords) ?? unreadable(address, message);
};

export const unreadable = (address: string, why: string): Failure =>
  connectionFailure(
    'PROTOCOL',
    `The answer of ${address} can't be read: ${why}.`,
    'Check the address of the connector.',
  );

export const tooLarge = (address: string, bytes: number): Failure =>
  failure(
    'QUERY_FAILED',
    `An answer of ${address} is larger than ${Math.round(bytes / 1_048_576)} MB and was cut off.`,
    {
      hint: 'Ask for fewer or smaller fields.',
    },
  );

export const redirected = (address: string, location: string | undefined): Failure =>
  connectionFailure(
    'PROTOCOL',
    `${address} sends on to ${originOf(location)}. Nothing was sent there.`,
    'If that is the right place, make it the address of the connector. A page to log in means that the login was not accepted.',
  );

/** Where a redirect leads, without its path and query: those may carry tokens. */
const originOf = (location = ''): string => {
  try {
    return new URL(location).origin;
  } catch {
    return location === '' ? 'another place' : 'another page';
  }
};

const rateLimited = (address: string, seconds: number | undefined): Failure =>
  failure('RATE_LIMITED', `${address} asks to wait: too many requests by this account.`, {
    hint: seconds === undefined ? 'Try again later.' : `Try again in ${seconds} s.`,
  });

export interface Refusal {
  status: number;
  address: string;
  /** What the system said, already shortened; may be empty. */
  said: string;
  retryAfterSeconds?: number;
}

/** The failure behind a status that is no success. */
export const statusFailure = ({ status, address, said, retryAfterSeconds }: Refusal): Failure => {
  const words = said === '' ? '' : ` It says: ${said}`;
  if (status === 401) {
    return connectionFailure(
      'AUTH',
      `${address} did not accept the login.${words}`,
      `Check account and secret; ask ${administrators} whether the account is locked or the token has expired.`,
    );
  }
  if (status === 403) {
    return connectionFailure(
      'PERMISSION',
      `The account may not do this at ${address}.${words}`,
      `Ask ${administrators} for read access through the interface (API) for this account.`,
    );
  }
  if (status === 404) {
    return connectionFailure(
      'NO_DATABASE',
      `${address} does not have what was asked for.${words}`,
      'Check the address, and the project, table or repository.',
    );
  }
  if (status === 429) return rateLimited(address, retryAfterSeconds);
  if (status === 414 || status === 431) {
    return failure('QUERY_FAILED', `The query and its fields are too long for one request to ${address}.`, {
      hint: 'Ask for fewer fields, or shorten the query.',
    });
  }
  if (status >= 500) {
    return connectionFailure(
      'REFUSED',
      `${address} could not answer (HTTP ${status}).${words}`,
      `Try again later, or ask ${administrators}.`,
    );
  }
  return failure('QUERY_FAILED', `${address} refused the request (HTTP ${status}).${words}`);
};

const longestQuote = 300;

/** What the system said about an error, from the places in which such interfaces put it. Web pages are not quoted. */
export const quoteOf = (body: unknown): string => {
  if (typeof body !== 'object' || body === null) return '';
  const { errorMessages, errors, error, error_description, message, detail } = body as Record<string, unknown>;
  const parts = [errorMessages, errors, error, error_description, message, detail].flatMap(textsIn);
  return [...new Set(parts)].join(' ').slice(0, longestQuote);
};

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value.replaceAll(/\s+/g, ' ').trim()].filter(Boolean);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => (typeof inner === 'string' ? textsIn(inner) : []));
};
