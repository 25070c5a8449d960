/** What the doubles of web systems have in common: they note every request, and can be told to behave badly. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGzip, gzipSync } from 'node:zlib';
import { createCertificates } from './certificates';

export interface RecordedRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface DoubleAnswer {
  status?: number;
  json?: unknown;
  text?: string;
  headers?: Record<string, string>;
}

/** `stall`: headers and a piece, then nothing. `cut`: the line is cut in the middle. `bomb`: endless zeros, compressed. */
export type Fault = 'silence' | 'stall' | 'cut' | 'garbage' | 'bomb' | 'web page' | DoubleAnswer;

export interface HttpDouble {
  url: string;
  port: number;
  caPath: string;
  requests: RecordedRequest[];
  /** Asked before each answer: what goes wrong instead. */
  misbehave: (request: RecordedRequest) => Fault | undefined;
  /** Forgets what was noted and behaves well again. */
  reset(): void;
  stop(): Promise<void>;
}

export interface HttpDoubleOptions {
  /** Names for a certificate by an authority of the double's own; without them there is no TLS. */
  tls?: string[];
  answer(request: RecordedRequest): DoubleAnswer;
}

export const startHttpDouble = async ({ tls, answer }: HttpDoubleOptions): Promise<HttpDouble> => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-http-double-'));
  const behaveWell: HttpDouble['misbehave'] = () => undefined;
  const double = { requests: [] as RecordedRequest[], misbehave: behaveWell };

  const handle = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(message);
    double.requests.push(request);
    const fault = double.misbehave(request);
    if (typeof fault === 'string') misbehave(fault, response);
    else send(fault ?? answer(request), message, response);
  };
  const listener = (message: IncomingMessage, response: ServerResponse) => void handle(message, response);

  const certificates = tls && (await createCertificates(folder, tls));
  const server = certificates
    ? createTlsServer(
        { key: readFileSync(certificates.keyPath), cert: readFileSync(certificates.certificatePath) },
        listener,
      )
    : createServer(listener);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return Object.assign(double, {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    caPath: certificates?.caPath ?? '',
    reset: () => {
      double.requests.length = 0;
      double.misbehave = behaveWell;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  });
};

const readRequest = async (message: IncomingMessage): Promise<RecordedRequest> => {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  const url = new URL(message.url ?? '/', 'http://double');
  return {
    method: message.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: message.headers,
    body: Buffer.concat(pieces).toString(),
  };
};

const send = (answer: DoubleAnswer, message: IncomingMessage, response: ServerResponse) => {
  const body = Buffer.from(answer.text ?? JSON.stringify(answer.json ?? {}));
  const compress = body.length > 1_000 && /gzip/.test(String(message.headers['accept-encoding'] ?? ''));
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.text === undefined ? 'application/json;charset=UTF-8' : 'text/plain',
    ...(compress && { 'content-encoding': 'gzip' }),
    ...answer.headers,
  });
  response.end(compress ? gzipSync(body, { level: 1 }) : body);
};

const faults: Record<Extract<Fault, string>, (response: ServerResponse) => void> = {
  silence: () => {},
  stall: (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"result": ['),
  cut: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"result": [', () => response.destroy());
  },
  garbage: (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('\u0000\u0001 not JSON'),
  'web page': (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please log in</body></html>'),
  bomb: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    const zipped = createGzip({ level: 1 });
    zipped.pipe(response);
    const zeros = Buffer.alloc(1_048_576);
    const pour = () => {
      while (!response.destroyed && zipped.write(zeros));
      if (!response.destroyed) zipped.once('drain', pour);
    };
    pour();
  },
};

const misbehave = (fault: Extract<Fault, string>, response: ServerResponse) => faults[fault](response);

/** What the request says of who asks: user name and password of Basic, or the token of Bearer. */
export const credentialsOf = ({ headers }: RecordedRequest): { basic?: string; bearer?: string } => {
  const [scheme = '', value = ''] = String(headers.authorization ?? '').split(' ');
  if (scheme === 'Basic') return { basic: Buffer.from(value, 'base64').toString() };
  return scheme === 'Bearer' ? { bearer: value } : {};
};
