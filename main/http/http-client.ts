/** Asks one web system, and only what its tool type is allowed to ask. */
import { noAnswer, webWords } from '../connectors/connection-failures';
import { onAbort } from '../connectors/deadline';
import { type Failure, failure, success } from '../result';
import { quoteOf, redirected, statusFailure, tooLarge, transportFailure, unreadable } from './http-failures';
import { retryDelay, waitFor } from './retry';
import type { IncomingAnswer, OutgoingRequest, Transport } from './transport';

/** Requests that a tool type may make: paths below the base address. POST only for tokens and searches. */
export interface AllowedRequest {
  method: 'GET' | 'POST';
  path: RegExp;
}

export interface HttpRequest {
  method?: 'GET' | 'POST';
  /** Below the base address, starting with `/`, its parts encoded; a link's own query may follow. */
  path: string;
  query?: Record<string, string | undefined>;
  json?: unknown;
  form?: Record<string, string>;
}

export interface JsonAnswer {
  body: unknown;
  header(name: string): string | undefined;
}

/** A failure that tells the status, where there was an answer. */
export type HttpFailure = Failure & { status?: number };
export type HttpResult<Value> = { ok: true; value: Value } | HttpFailure;

export interface HttpClient {
  /** The base address, for people. */
  address: string;
  json(request: HttpRequest, signal: AbortSignal): Promise<HttpResult<JsonAnswer>>;
  /** Hands the body on as it arrives, byte for byte as it lies there. */
  download(request: HttpRequest, signal: AbortSignal, take: (piece: Uint8Array) => void): Promise<HttpResult<void>>;
  /** The path of a request for a link that the system gave; undefined when it leads away from the base address. */
  pathOf(link: string): string | undefined;
  /** The headers that prove who asks; sent with every further request. */
  authorize(headers: Record<string, string>): void;
  close(): void;
}

export interface HttpClientOptions {
  /** Origin and path under which everything lies. */
  baseUrl: URL;
  transport: Transport;
  allowed: readonly AllowedRequest[];
  /** The longest silence before and within an answer. */
  answerSeconds: number;
  /** The largest answer that is read, after decompression. */
  maximumAnswerBytes?: number;
}

const defaultMaximumBytes = 256 * 1_048_576;
/** A compressed answer that ends too early looks whole to Chromium. */
const uncompressed = { 'accept-encoding': 'identity' };
const mostRefusalBytes = 65_536;
const mostAttempts = 5;
const mostWaitSeconds = 60;

export const createHttpClient = (options: HttpClientOptions): HttpClient => {
  const { baseUrl, transport, allowed, answerSeconds, maximumAnswerBytes = defaultMaximumBytes } = options;
  const basePath = baseUrl.pathname.replace(/\/$/, '');
  const address = `${baseUrl.origin}${basePath}`;
  let credentials: Record<string, string> = {};

  /** An encoded slash or backslash may mean another path to the system than to us. */
  const isBelow = ({ origin, pathname }: URL): boolean =>
    origin === baseUrl.origin && pathname.startsWith(`${basePath}/`) && !/%2f|%5c/i.test(pathname);

  /** Throws for a request that is not on the list: no tool type may make one. */
  const toOutgoing = (request: HttpRequest, more: Record<string, string>): OutgoingRequest => {
    const { method = 'GET', path, query = {}, json, form } = request;
    const url = new URL(`${address}${path}`);
    const pathBelow = url.pathname.slice(basePath.length);
    if (!isBelow(url) || !allowed.some((entry) => entry.method === method && entry.path.test(pathBelow))) {
      throw new Error(`${method} ${path} is not on the list of allowed requests.`);
    }
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const body = form ? new URLSearchParams(form).toString() : json === undefined ? undefined : JSON.stringify(json);
    const contentType = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const headers = {
      accept: 'application/json',
      'user-agent': 'Tickmark',
      ...(body !== undefined && { 'content-type': contentType }),
      ...more,
      ...credentials,
    };
    return { method, url, headers, ...(body !== undefined && { body }) };
  };

  /** Sends, and lets `read` take the answer; both under a deadline that starts anew with each sign of life. */
  const converse = async <Value>(
    request: OutgoingRequest,
    signal: AbortSignal,
    read: (answer: IncomingAnswer, alive: () => void) => Promise<HttpResult<Value>>,
  ): Promise<HttpResult<Value>> => {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), answerSeconds * 1_000);
    const stop = new AbortController();
    const forget = [signal, silence.signal].map((each) => onAbort(each, () => stop.abort()));
    try {
      const whole = transport.send(request, stop.signal).then((answer) => read(answer, () => timer.refresh()));
      const result = await orAborted(whole, stop.signal);
      // The rest of an answer that is too large, for one, is not waited for.
      if (!result.ok) stop.abort();
      return result;
    } catch (error) {
      if (signal.aborted) return stopped(signal, address, answerSeconds);
      return silence.signal.aborted ? noAnswer(address, answerSeconds, webWords) : transportFailure(error, address);
    } finally {
      clearTimeout(timer);
      for (const stopListening of forget) stopListening();
    }
  };

  const refusal = async (answer: IncomingAnswer, alive: () => void): Promise<HttpFailure> => {
    const { status } = answer;
    if (status >= 300 && status < 400) return { ...redirected(address, answer.header('location')), status };
    const text = await readText(answer, mostRefusalBytes, alive);
    const said = quoteOf(text === undefined ? undefined : parse(text));
    const retryAfterSeconds = retryDelay(answer.header('retry-after'));
    return { ...statusFailure({ status, address, said, retryAfterSeconds }), status };
  };

  const isSuccess = ({ status }: IncomingAnswer) => status >= 200 && status < 300;

  const readJson = async (answer: IncomingAnswer, alive: () => void): Promise<HttpResult<JsonAnswer>> => {
    if (!isSuccess(answer)) return refusal(answer, alive);
    const text = await readText(answer, maximumAnswerBytes, alive);
    if (text === undefined) return tooLarge(address, maximumAnswerBytes);
    const body = parse(text);
    if (body !== undefined) return success({ body, header: answer.header });
    if (answer.header('content-type')?.includes('html')) {
      return unreadable(address, 'it is a web page instead of data, perhaps one to log in');
    }
    return unreadable(address, 'it is not JSON');
  };

  const readInto =
    (take: (piece: Uint8Array) => void) =>
    async (answer: IncomingAnswer, alive: () => void): Promise<HttpResult<void>> => {
      if (!isSuccess(answer)) return refusal(answer, alive);
      let bytes = 0;
      for await (const piece of answer.pieces) {
        alive();
        bytes += piece.length;
        take(piece);
      }
      const announced = answer.header('content-encoding') ? undefined : answer.header('content-length');
      if (announced !== undefined && Number(announced) !== bytes) return unreadable(address, 'it ended too early');
      return success(undefined);
    };

  /** Waits and asks again where the system says that it is busy; a few times, and not for long. */
  const withRetries = async <Value>(
    request: HttpRequest,
    signal: AbortSignal,
    read: (answer: IncomingAnswer, alive: () => void) => Promise<HttpResult<Value>>,
    headers: Record<string, string> = {},
  ): Promise<HttpResult<Value>> => {
    const outgoing = toOutgoing(request, headers);
    for (let attempt = 1; ; attempt += 1) {
      let busySeconds: number | undefined;
      const result = await converse(outgoing, signal, (answer, alive) => {
        const isBusy = answer.status === 429 || answer.status === 503;
        if (isBusy) busySeconds = retryDelay(answer.header('retry-after')) ?? 2 ** (attempt - 1);
        return read(answer, alive);
      });
      if (busySeconds === undefined || attempt === mostAttempts || busySeconds > mostWaitSeconds) return result;
      await waitFor(busySeconds, signal);
      if (signal.aborted) return stopped(signal, address, answerSeconds);
    }
  };

  return {
    address,
    json: (request, signal) => withRetries(request, signal, readJson),
    download: (request, signal, take) => withRetries(request, signal, readInto(take), uncompressed),
    pathOf: (link) => {
      const url = parseUrl(link, `${address}/`);
      return url && isBelow(url) ? `${url.pathname.slice(basePath.length)}${url.search}` : undefined;
    },
    authorize: (headers) => {
      credentials = headers;
    },
    close: transport.close,
  };
};

/** Rejects as soon as the signal is aborted: not every transport ends its answer by itself. */
const orAborted = <Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  new Promise((resolve, reject) => {
    promise.then(resolve, reject);
    onAbort(signal, () => reject(signal.reason));
  });

const stopped = (signal: AbortSignal, address: string, seconds: number): Failure =>
  (signal.reason as Error | undefined)?.name === 'TimeoutError'
    ? noAnswer(address, seconds, webWords)
    : failure('CANCELLED', 'Cancelled before the system had answered.');

const readText = async (
  answer: IncomingAnswer,
  maximumBytes: number,
  alive: () => void,
): Promise<string | undefined> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer.pieces) {
    alive();
    bytes += piece.length;
    if (bytes > maximumBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const parseUrl = (link: string, base: string): URL | undefined => {
  try {
    return new URL(link, base);
  } catch {
    return undefined;
  }
};
