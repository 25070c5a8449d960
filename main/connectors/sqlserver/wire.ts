/**
 * The driver's connection with three things changed: it never logs in without the encryption that was asked for, responses
 * are read by our own reader (see token-reader.ts), and what can't be read ends the connection instead of the process.
 */
import { EventEmitter } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Connection, Request, TYPES } from 'tedious';
import type { TdsColumn } from './columns';
import { type Done, TokenReader } from './token-reader';

/** What the driver's own handlers of a response look like. */
type DriverHandler = Record<string, (token: object) => void>;

/** A response, as a stream of the payloads of its packets. */
type Message = NodeJS.ReadableStream;

/** The parts of the driver that its type declarations keep to themselves. */
interface DriverParts {
  routingData?: { server: string; port: number };
  messageIo: { incomingMessageStream: EventEmitter };
}

export interface ResultHandlers {
  onColumns(columns: TdsColumn[]): void;
  onRow(cells: (string | null)[]): void;
}

/** The server does not encrypt although this was asked for. */
export class NoEncryption extends Error {}
/** What came is not what the protocol allows. */
export class Unreadable extends Error {}

const nobody: ResultHandlers = { onColumns: () => {}, onRow: () => {} };

const beginTransaction = 8;
const commitTransaction = 9;
const rollbackTransaction = 10;

export class WireConnection extends Connection {
  results: ResultHandlers = nobody;
  #isOpen = false;
  #socket: Socket | undefined;
  #response: ResponseReader | undefined;
  #rejectOpening: (error: Error) => void = () => {};

  /** Connects and logs in; rejects with the driver's or the network's error. */
  open(): Promise<void> {
    this.on('error', () => {}); // Whatever is under way is rejected with the same error.
    return new Promise((resolve, reject) => {
      this.#rejectOpening = reject;
      this.connect((error) => {
        if (error) return reject(error);
        this.#isOpen = true;
        parts(this).messageIo.incomingMessageStream.on('error', (cause) => this.cut(cause));
        resolve();
      });
    });
  }

  /** Cuts the connection: whatever is under way is rejected. */
  cut(error: Error = new Error('The connection was cut.')): void {
    this.#rejectOpening(error);
    this.#response?.stop();
    if (this.#socket) this.#socket.destroy(error);
    else this.close();
  }

  pauseRows(): void {
    this.#response?.pause();
  }

  resumeRows(): void {
    this.#response?.resume();
  }

  /** Sends a batch, with values as parameters where there are some; calls `done` once with its error or the row count. */
  send(
    sql: string,
    values: Record<string, string>,
    results: ResultHandlers,
    done: (error: Error | undefined, rowCount: number) => void,
  ): void {
    const request = new Request(sql, (error, rowCount) => {
      this.results = nobody;
      done(error ?? undefined, rowCount ?? 0);
    });
    this.results = results;
    for (const [name, value] of Object.entries(values)) request.addParameter(name, TYPES.NVarChar, value);
    if (Object.keys(values).length === 0) this.execSqlBatch(request);
    else this.execSql(request);
  }

  /** Behind a listener the server may name another one, which is then asked instead. */
  override async connectOnPort(port: number): Promise<Socket> {
    const { routingData } = parts(this);
    const host = routingData?.server ?? this.config.server;
    const socket = connect({ host, port: routingData?.port ?? port, noDelay: true });
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('The connection was cut.')));
      socket.once('connect', () => resolve());
    });
    return socket;
  }

  // The driver would go on in clear text when the server answers that it does not encrypt.
  override async performTlsNegotiation(
    ...[prelogin, signal]: Parameters<Connection['performTlsNegotiation']>
  ): Promise<void> {
    const willEncrypt = ['ON', 'REQ'].includes(prelogin.encryptionString);
    if (this.config.options.encrypt && !willEncrypt) throw new NoEncryption();
    await super.performTlsNegotiation(prelogin, signal);
  }

  override createTokenStreamParser(...[message, handler]: Parameters<Connection['createTokenStreamParser']>) {
    const safe = this.#guard(handler as unknown as DriverHandler);
    if (this.#isOpen) {
      this.#response = new ResponseReader(message, safe, this);
      return this.#response as never;
    }
    const parser = super.createTokenStreamParser(message, safe as never);
    (parser as unknown as { parser: EventEmitter }).parser.on('error', (cause) => this.cut(unreadable(cause)));
    return parser;
  }

  /** The handler, but a token that it does not expect cuts the connection instead of ending the process. */
  #guard(handler: DriverHandler): DriverHandler {
    return new Proxy(handler, {
      get: (target, name: string) => (token: object) => {
        try {
          target[name]?.(token);
        } catch (cause) {
          this.cut(unreadable(cause));
        }
      },
    });
  }
}

const parts = (connection: WireConnection): DriverParts => connection as unknown as DriverParts;

const unreadable = (cause: unknown): Unreadable =>
  new Unreadable(cause instanceof Error ? cause.message : String(cause));

/** Feeds a response to the token reader, and what the driver needs of it to the driver. */
class ResponseReader extends EventEmitter {
  #stopped = false;

  constructor(
    private readonly message: Message,
    handler: DriverHandler,
    connection: WireConnection,
  ) {
    super();
    const reader = createReader(handler, connection);
    const attempt = (work: () => void) => {
      if (this.#stopped) return;
      try {
        work();
      } catch (cause) {
        connection.cut(unreadable(cause));
      }
    };
    message.on('data', (chunk: Buffer) => attempt(() => reader.push(chunk)));
    message.on('end', () =>
      attempt(() => {
        reader.end();
        this.emit('end');
      }),
    );
  }

  pause(): void {
    this.message.pause();
  }

  resume(): void {
    this.message.resume();
  }

  /** What still comes is not read any more. */
  stop(): void {
    this.#stopped = true;
  }
}

const doneHandlers = { done: 'onDone', doneProc: 'onDoneProc', doneInProc: 'onDoneInProc' } as const;

const createReader = (handler: DriverHandler, connection: WireConnection): TokenReader =>
  new TokenReader({
    onColumns: (columns) => connection.results.onColumns(columns),
    onRow: (cells) => connection.results.onRow(cells),
    onDone: (done: Done, kind) => handler[doneHandlers[kind]]?.(done),
    onError: (message) => handler.onErrorMessage?.(message),
    onInfo: (message) => handler.onInfoMessage?.(message),
    onChange: (kind, newValue) => {
      // Every later request names the transaction that it belongs to.
      if (kind === beginTransaction) handler.onBeginTransaction?.({ newValue });
      if (kind === commitTransaction) handler.onCommitTransaction?.({});
      if (kind === rollbackTransaction) handler.onRollbackTransaction?.({});
    },
  });
