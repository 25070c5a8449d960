/** Requests by Electron's network stack: its proxy, its certificate store and its client certificates are the system's. */
import { type IncomingMessage, net } from 'electron';
import type { IncomingAnswer, Transport } from './transport';

/** Chromium's errors (net/base/net_error_list.h) as the codes that Node gives for the same. */
const nodeCodes: [RegExp, string][] = [
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED/, 'ENOTFOUND'],
  [/CONNECTION_REFUSED|UNSAFE_PORT/, 'ECONNREFUSED'],
  [/TIMED_OUT/, 'ETIMEDOUT'],
  [/ADDRESS_UNREACHABLE/, 'EHOSTUNREACH'],
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED|ADDRESS_INVALID/, 'ENETUNREACH'],
  [/CERT_COMMON_NAME_INVALID/, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [/CERT_DATE_INVALID/, 'CERT_HAS_EXPIRED'],
  [/CERT_/, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  [/SSL_|TLS|ECH_/, 'EPROTO'],
  [/NETWORK_ACCESS_DENIED|BLOCKED_BY/, 'EACCES'],
  [/PROXY|TUNNEL/, 'EPROXY'],
  [/CONNECTION_|EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|HTTP2|SOCKET_NOT_CONNECTED/, 'ECONNRESET'],
];

const toNodeError = (error: Error): Error => {
  const code = nodeCodes.find(([pattern]) => pattern.test(error.message))?.[1];
  return code ? Object.assign(new Error(error.message), { code }) : error;
};

const toAnswer = (message: IncomingMessage): IncomingAnswer => ({
  status: message.statusCode,
  header: (name) => {
    const value = message.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  },
  pieces: readPieces(message),
});

async function* readPieces(message: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of message as unknown as AsyncIterable<Uint8Array>) yield piece;
  } catch (error) {
    throw toNodeError(error as Error);
  }
}

export const createElectronTransport = (): Transport => ({
  send: ({ method, url, headers, body }, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const request = net.request({
        method,
        url: url.href,
        redirect: 'manual',
        credentials: 'omit',
        useSessionCookies: false,
      });
      for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
      const abort = () => {
        reject(signal.reason);
        request.abort();
      };
      signal.addEventListener('abort', abort, { once: true });
      // Unless it is followed here, the request ends; what it would have led to is told as an answer without a body.
      request.on('redirect', (status, _method, location) =>
        resolve({ status, header: (name) => (name === 'location' ? location : undefined), pieces: nothing() }),
      );
      request.on('login', (_asker, callback) => callback());
      request.on('response', (message) => resolve(toAnswer(message)));
      request.on('error', (error) => reject(toNodeError(error)));
      request.end(body);
    }),
  close: () => {},
});

async function* nothing(): AsyncGenerator<Uint8Array> {}
