/** Requests by Node's own client, which can be given the authorities of one connector. */
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { TlsSettings } from '../connectors/tls';
import type { IncomingAnswer, OutgoingRequest, Transport } from './transport';

const connections = { keepAlive: true, maxSockets: 1 };

export const createNodeTransport = (tls: TlsSettings | false): Transport => {
  const plain = new http.Agent(connections);
  const encrypted = new https.Agent({ ...connections, ...(tls || {}) });

  const sendOnce = (request: OutgoingRequest, signal: AbortSignal, mayRetry: boolean): Promise<IncomingAnswer> =>
    new Promise((resolve, reject) => {
      const { url, method, headers, body } = request;
      const options = { method, signal, headers: { 'accept-encoding': 'gzip, deflate, br', ...headers } };
      const sent: ClientRequest =
        url.protocol === 'https:'
          ? https.request(url, { ...options, agent: encrypted })
          : http.request(url, { ...options, agent: plain });
      sent.once('response', (message) => resolve(toAnswer(message)));
      sent.once('error', (error: NodeJS.ErrnoException) => {
        // The server closed the connection just as it was used again (see `request.reusedSocket` in Node's manual).
        const staleConnection = sent.reusedSocket && error.code === 'ECONNRESET';
        if (mayRetry && staleConnection) resolve(sendOnce(request, signal, false));
        else reject(signal.aborted ? signal.reason : error);
      });
      sent.end(body);
    });

  return {
    send: (request, signal) => sendOnce(request, signal, true),
    close: () => {
      plain.destroy();
      encrypted.destroy();
    },
  };
};

const toAnswer = (message: IncomingMessage): IncomingAnswer => ({
  status: message.statusCode ?? 0,
  header: (name) => {
    const value = message.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  },
  pieces: decompressed(message),
});

const decompressors: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const decompressed = (message: IncomingMessage): Readable => {
  const create = decompressors[message.headers['content-encoding']?.trim().toLowerCase() ?? ''];
  if (!create) return message;
  // An error on either side reaches the reader of the last stream.
  return pipeline(message, create(), () => {}) as unknown as Readable;
};
