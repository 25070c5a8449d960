/**
 * A double of SQL Server's protocol, TDS 7.4, from Microsoft's open specification MS-TDS. It answers a fixed set of
 * statements (statements.ts) and keeps what it was asked. It proves the protocol, not SQL Server: no SQL is understood.
 */
import { createServer, type Socket } from 'node:net';
import { encryptConnection, type Identity } from './encryption';
import {
  encryption,
  type Login,
  ntlmChallenge,
  preloginAnswer,
  readLogin,
  readNtlmAnswer,
  readPrelogin,
} from './login';
import { headerBytes, MessageCollector, packet, packetTypes, type ReceivedMessage } from './packets';
import { readRequest } from './requests';
import { type Answer, answerTo, type Mishap, type Target } from './statements';
import {
  changedBytes,
  changedText,
  columnMetadata,
  type DoubleMessage,
  done,
  doneStatus,
  latinCollation,
  loginAcknowledged,
  returnStatus,
  row,
  rowWithNulls,
  serverMessage,
  sspi,
} from './tokens';

export interface ReceivedStatement {
  session: number;
  sql: string;
  /** Values of parameters, where there are some. */
  values: string[];
  inTransaction: boolean;
}

export interface TdsServer {
  port: number;
  statements: ReceivedStatement[];
  /** Statements whose answer has not ended. */
  running: Set<string>;
  logins: Login[];
  /** How many requests to stop a statement came. */
  readonly attentions: number;
  /** How many rows were handed to the network. */
  readonly rowsSent: number;
  readonly openConnections: number;
  stop(): Promise<void>;
}

export interface TdsOptions {
  tls?: Identity;
  /** Refuses clients that do not encrypt. */
  requireTls?: boolean;
  logins: Record<string, string>;
  domain?: string;
  databases: string[];
  target?: Partial<Target>;
  /** What the login is told instead of being let in. */
  refusal?: DoubleMessage;
}

const defaultPacketBytes = 4_096;

export const startTdsServer = async (options: TdsOptions): Promise<TdsServer> => {
  const sockets = new Set<Socket>();
  const record = {
    statements: [] as ReceivedStatement[],
    running: new Set<string>(),
    logins: [] as Login[],
    attentions: 0,
    rowsSent: 0,
    sessions: 0,
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    record.sessions += 1;
    new Session(socket, options, record, record.sessions);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    statements: record.statements,
    running: record.running,
    logins: record.logins,
    get attentions() {
      return record.attentions;
    },
    get rowsSent() {
      return record.rowsSent;
    },
    get openConnections() {
      return sockets.size;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

type ServerRecord = {
  running: Set<string>;
  statements: ReceivedStatement[];
  logins: Login[];
  attentions: number;
  rowsSent: number;
};

class Session {
  #line: Socket;
  #packetBytes = defaultPacketBytes;
  #login: Login | undefined;
  #nonce = Buffer.from('0123456789abcdef', 'hex');
  #transaction = 0n;
  #running = false;
  #attention = false;

  constructor(
    socket: Socket,
    private readonly options: TdsOptions,
    private readonly record: ServerRecord,
    private readonly number: number,
  ) {
    this.#line = socket;
    const onData = (chunk: Buffer) => collector.push(chunk);
    const collector = new MessageCollector((message) => {
      if (message.type !== packetTypes.prelogin) return this.#receive(message);
      if (!this.#answerPrelogin(readPrelogin(message.data))) return;
      socket.off('data', onData);
      this.#line = encryptConnection(socket, options.tls as Identity, collector.takeRest());
      this.#line.on('error', () => {});
      const encrypted = new MessageCollector((inner) => this.#receive(inner));
      this.#line.on('data', (chunk: Buffer) => encrypted.push(chunk));
    });
    socket.on('data', onData);
  }

  /** True where everything behind the answer is encrypted. */
  #answerPrelogin(wish: number): boolean {
    const canEncrypt = this.options.tls !== undefined;
    const encrypts = canEncrypt && (wish !== encryption.notSupported || this.options.requireTls === true);
    const word = encrypts ? (wish === encryption.on ? encryption.on : encryption.required) : encryption.notSupported;
    this.#send(preloginAnswer(word));
    return encrypts;
  }

  #receive({ type, data }: ReceivedMessage): void {
    if (type === packetTypes.login) this.#startLogin(readLogin(data));
    else if (type === packetTypes.sspi) this.#finishWindowsLogin(data);
    else if (type === packetTypes.attention) this.#stop();
    else if (type === packetTypes.sqlBatch || type === packetTypes.rpc) void this.#run(type, data);
  }

  #startLogin(login: Login): void {
    this.#login = login;
    this.record.logins.push(login);
    if (login.sspi) this.#send(sspi(ntlmChallenge(this.options.domain ?? '', this.#nonce)));
    else this.#decide(this.options.logins[login.userName] === login.password && login.password !== '', login.userName);
  }

  #finishWindowsLogin(message: Buffer): void {
    const answer = readNtlmAnswer(message);
    const password = this.options.logins[`${answer.domain}\\${answer.userName}`];
    this.#decide(
      password !== undefined && answer.isMadeWith(password, this.#nonce),
      `${answer.domain}\\${answer.userName}`,
    );
  }

  #decide(isKnown: boolean, name: string): void {
    const database = this.#login?.database || 'master';
    const refusals = this.#refusals(isKnown, name, database);
    if (refusals.length > 0) {
      this.#send(Buffer.concat([...refusals.map(serverMessage), done(doneStatus.error)]));
      this.#line.end();
      return;
    }
    this.#packetBytes = Math.min(Math.max(this.#login?.packetSize ?? 0, 512), 32_767);
    const size = String(this.#packetBytes);
    this.#send(
      Buffer.concat([
        changedText(1, database, 'master'),
        serverMessage({ number: 5701, message: `Changed database context to '${database}'.`, severity: 0 }),
        changedBytes(7, latinCollation, Buffer.of()),
        changedText(2, 'us_english', ''),
        serverMessage({ number: 5703, message: 'Changed language setting to us_english.', severity: 0 }),
        loginAcknowledged(),
        changedText(4, size, String(defaultPacketBytes)),
        done(doneStatus.final),
      ]),
    );
  }

  #refusals(isKnown: boolean, name: string, database: string): DoubleMessage[] {
    if (this.options.refusal) return [this.options.refusal];
    const failed = { number: 18456, message: `Login failed for user '${name}'.`, severity: 14 };
    if (!isKnown) return [failed];
    if (database === 'master' || this.options.databases.includes(database)) return [];
    const message = `Cannot open database "${database}" requested by the login. The login failed.`;
    return [{ number: 4060, message, severity: 11 }, failed];
  }

  #stop(): void {
    this.record.attentions += 1;
    // Where nothing runs, the acknowledgement is all there is to send (MS-TDS 2.2.1.7).
    if (this.#running) this.#attention = true;
    else this.#send(done(doneStatus.attention));
  }

  async #run(type: number, data: Buffer): Promise<void> {
    const request = readRequest(type === packetTypes.rpc, data);
    const inTransaction = this.#transaction !== 0n && request.transaction === this.#transaction;
    this.record.statements.push({ session: this.number, sql: request.sql, values: request.values, inTransaction });
    this.#running = true;
    this.record.running.add(request.sql);
    const target = {
      login: this.#login?.userName || `${this.options.domain}\\auditor`,
      database: this.#login?.database || 'master',
      ...this.options.target,
    };
    const answer = answerTo(request.sql, request.values, target);
    const output = new Output(this.#line, this.#packetBytes);
    await this.#answer(answer, output, type === packetTypes.rpc);
    this.#running = false;
    this.record.running.delete(request.sql);
    if (!this.#attention) return;
    this.#attention = false;
    this.#send(done(doneStatus.attention));
  }

  async #answer(answer: Answer, output: Output, isProcedure: boolean): Promise<void> {
    await output.write(this.#changeTransaction(answer));
    if (answer.message) await output.write(serverMessage(answer.message));
    for (const result of answer.results ?? []) {
      await output.write(columnMetadata(result.columns));
      let count = 0;
      for (const cells of result.rows()) {
        if (this.#line.destroyed) return;
        if (this.#attention) return output.end(done(doneStatus.error));
        if (typeof cells === 'string') {
          if (await this.#goWrong(cells, output)) return;
          continue;
        }
        const write = result.compact ? rowWithNulls : row;
        await output.write(write(result.columns, cells));
        count += 1;
        this.record.rowsSent += 1;
      }
      if (answer.error) break;
      const counted = answer.wrongCount ? count + 1 : count;
      if (isProcedure) await output.write(done(doneStatus.more | doneStatus.count, counted, 'doneInProc'));
      else if (result !== answer.results?.at(-1)) await output.write(done(doneStatus.more | doneStatus.count, counted));
      else return output.end(done(doneStatus.count, counted));
    }
    if (answer.error) await output.write(serverMessage(answer.error));
    const status = answer.error ? doneStatus.error : doneStatus.final;
    if (isProcedure) return output.end(Buffer.concat([returnStatus(0), done(status, 0, 'doneProc')]));
    output.end(done(status));
  }

  /** True where nothing more can be sent. */
  async #goWrong(mishap: Mishap, output: Output): Promise<boolean> {
    if (mishap === 'unknown token') await output.write(Buffer.from('!!!!'));
    if (mishap === 'wait') {
      await output.untilStopped(() => this.#attention);
      if (this.#attention) output.end(done(doneStatus.error));
      return true;
    }
    if (mishap === 'cut') this.#line.destroy();
    if (mishap === 'no packets') this.#line.write(Buffer.alloc(64));
    return mishap !== 'unknown token';
  }

  #changeTransaction({ transaction, error }: Answer): Buffer {
    const before = Buffer.alloc(8);
    before.writeBigUInt64LE(this.#transaction);
    if (transaction === 'begin') {
      this.#transaction = BigInt(this.number) * 1_000n + 1n;
      const descriptor = Buffer.alloc(8);
      descriptor.writeBigUInt64LE(this.#transaction);
      return changedBytes(8, descriptor, Buffer.of());
    }
    // With XACT_ABORT ON, which every session of the driver sets, an error ends the transaction.
    const ends = transaction === 'commit' || transaction === 'rollback' || error !== undefined;
    if (!ends || this.#transaction === 0n) return Buffer.of();
    this.#transaction = 0n;
    return changedBytes(transaction === 'commit' ? 9 : 10, Buffer.of(), before);
  }

  #send(tokens: Buffer): void {
    new Output(this.#line, this.#packetBytes).end(tokens);
  }
}

/** Cuts tokens into packets and waits for the network. */
class Output {
  #waiting: Buffer[] = [];
  #length = 0;

  constructor(
    private readonly line: Socket,
    private readonly packetBytes: number,
  ) {}

  async write(tokens: Buffer): Promise<void> {
    this.#waiting.push(tokens);
    this.#length += tokens.length;
    if (this.#length >= 16 * this.packetBytes) await this.#flush(false);
  }

  end(tokens: Buffer): void {
    this.#waiting.push(tokens);
    void this.#flush(true);
  }

  /** Sends what there is, then waits until the client wants the statement stopped, or is gone. */
  async untilStopped(isStopped: () => boolean): Promise<void> {
    await this.#flush(false);
    while (!isStopped() && !this.line.destroyed) await new Promise((resolve) => setImmediate(resolve));
  }

  async #flush(last: boolean): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    const room = this.packetBytes - headerBytes;
    const packets: Buffer[] = [];
    let at = 0;
    while (bytes.length - at > room || (last && at === 0) || (last && at < bytes.length)) {
      const end = Math.min(at + room, bytes.length);
      packets.push(packet(packetTypes.answer, bytes.subarray(at, end), last && end === bytes.length));
      at = end;
      if (last && at === bytes.length) break;
    }
    if (!last && bytes.length > at) {
      packets.push(packet(packetTypes.answer, bytes.subarray(at), false));
      at = bytes.length;
    }
    this.#waiting = [];
    this.#length = 0;
    if (this.line.destroyed || this.line.write(Buffer.concat(packets))) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        this.line.off('drain', go);
        this.line.off('close', go);
        resolve();
      };
      this.line.on('drain', go);
      this.line.on('close', go);
    });
  }
}
