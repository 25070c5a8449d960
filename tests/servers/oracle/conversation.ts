/** One session with a client: negotiation, login, statements, large objects. */
import type { Duplex } from 'node:stream';
import { type ListenerSettings, listen } from './listener';
import { type Challenge, createChallenge, type VerifierKind } from './login';
import { call, describeColumns, endOfCall, message, option, readExecute } from './messages';
import { marker, PacketLine, packetType } from './packets';
import { answerQuery, OracleError, type Result, type World } from './statements';
import { TtcReader, TtcWriter } from './ttc';
import { dataType, encodeValue, type LargeObject, type OracleColumn, type OracleValue } from './values';

export interface OracleSettings extends ListenerSettings {
  users: Record<string, string>;
  verifier: VerifierKind;
  /** An ORA number that every login ends with, e.g. 28000: the account is locked. */
  refuseLoginWith?: { number: number; text: string };
  world: World;
}

export interface Logbook {
  /** In their order: what was run, and LOGON, COMMIT, ROLLBACK and LOGOFF. */
  statements: string[];
  /** What was only parsed and described. */
  described: string[];
  breaks: number;
  /** Sessions that are logged in. */
  open: number;
  /** Statements that are busy until they are told to break. */
  running: string[];
}

/** Of 19c. */
const fieldVersion = 12;
const serverVersion = (19 << 24) | (3 << 16);
const noMoreRows = 1403;
const networkServicesMagic = 0xdeadbeef;

interface Cursor {
  sql: string;
  columns: OracleColumn[];
  rows: Iterator<OracleValue[]> | undefined;
  result: Result | undefined;
  sent: number;
  /** Types that the client wants the columns in, once it has said so. */
  defined: number[] | undefined;
}

export class Conversation {
  readonly #line: PacketLine;
  readonly #cursors = new Map<number, Cursor>();
  readonly #objects = new Map<number, LargeObject>();
  #user = '';
  #challenge: Challenge | undefined;
  #lengthsInFront = true;
  #wantsLobLengths = true;
  #readOnly = false;
  #broken = false;
  #wakeOnBreak: (() => void) | undefined;

  constructor(
    private readonly socket: Duplex,
    private readonly settings: OracleSettings,
    private readonly log: Logbook,
  ) {
    this.#line = new PacketLine(socket);
    this.#line.intercept = (packet) => packet.type === packetType.marker && this.#meetMarker(packet.body[2] ?? 0);
  }

  async run(): Promise<void> {
    let loggedIn = false;
    try {
      if (!(await listen(this.#line, this.settings))) return;
      for (let data = await this.#line.receiveData(); data; data = await this.#line.receiveData()) {
        const before = this.#user;
        if (!(await this.#answer(data))) break;
        if (before === '' && this.#user !== '' && !this.#challenge) {
          loggedIn = true;
          this.log.open += 1;
        }
      }
    } finally {
      if (loggedIn) this.log.open -= 1;
      this.socket.end();
    }
  }

  /** A break stops what is under way; a reset is answered with a reset and the error that belongs to the break. */
  #meetMarker(kind: number): boolean {
    if (kind === marker.reset) {
      this.#sendMarker(marker.reset);
      this.#broken = false;
      this.#sendError(new OracleError(1013, 'user requested cancel of current operation'));
      return true;
    }
    this.log.breaks += 1;
    this.#broken = true;
    this.#sendMarker(marker.break);
    this.#wakeOnBreak?.();
    return true;
  }

  #sendMarker(kind: number): void {
    this.#line.send(packetType.marker, Buffer.from([1, 0, kind]));
  }

  // Messages

  async #answer(data: Buffer): Promise<boolean> {
    if (data.length >= 4 && data.readUInt32BE(0) === networkServicesMagic) {
      this.#line.sendData(Buffer.concat([data.subarray(0, 10), Buffer.from([0, 0, 0])]));
      return true;
    }
    const reader = new TtcReader(data);
    for (;;) {
      const kind = reader.byte();
      if (kind === message.protocol) return this.#tellProtocol();
      if (kind === message.dataTypes) return this.#agreeOnTypes(reader);
      const code = reader.byte();
      reader.byte(); // sequence number
      if (kind === message.call) return this.#perform(code, reader);
      if (kind !== message.piggyback) return false;
      if (!this.#takePiggyback(code, reader)) return false;
    }
  }

  #tellProtocol(): boolean {
    const capabilities = Buffer.alloc(45);
    capabilities[7] = fieldVersion;
    const characterSets = Buffer.alloc(11);
    characterSets.writeUInt16BE(2_000, 9); // AL16UTF16 for national texts
    this.#line.sendData(
      new TtcWriter()
        .byte(message.protocol, 6, 0)
        .raw(Buffer.from('Tickmark test double\0'))
        .raw([0x69, 0x03]) // 873, AL32UTF8
        .byte(1)
        .raw([0, 0])
        .raw([0, characterSets.length])
        .raw(characterSets)
        .counted(capabilities)
        .counted(Buffer.from([2, 0, 0, 0, 0, 0, 4])) // strings up to 32,767 bytes
        .bytes(),
    );
    return true;
  }

  #agreeOnTypes(reader: TtcReader): boolean {
    reader.skip(4);
    this.#lengthsInFront = (reader.byte() & 2) !== 0;
    const capabilities = reader.counted();
    this.#wantsLobLengths = ((capabilities[23] ?? 0) & 0x40) !== 0;
    this.#line.sendData(new TtcWriter().byte(message.dataTypes).raw([0, 0]).bytes());
    return true;
  }

  #takePiggyback(code: number, reader: TtcReader): boolean {
    if (code !== call.closeCursors) return false;
    reader.byte();
    for (let count = reader.number(); count > 0; count -= 1) this.#cursors.delete(reader.number());
    return true;
  }

  async #perform(code: number, reader: TtcReader): Promise<boolean> {
    try {
      switch (code) {
        case call.challenge:
          return this.#sendChallenge(reader);
        case call.authenticate:
          return this.#authenticate(reader);
        case call.execute:
          return await this.#execute(reader);
        case call.fetch: {
          const [cursor, count] = [reader.number(), reader.number()];
          return await this.#fetch(cursor, count);
        }
        case call.reexecute:
        case call.reexecuteAndFetch: {
          const [cursor, count] = [reader.number(), reader.number()];
          return await this.#executeAgain(cursor, code === call.reexecuteAndFetch ? count : 0);
        }
        case call.lobOperation:
          return this.#readObject(reader);
        case call.rollback:
        case call.commit:
          this.log.statements.push(code === call.rollback ? 'ROLLBACK' : 'COMMIT');
          this.#readOnly = false;
          return this.#sendStatus();
        case call.logOff:
          this.log.statements.push('LOGOFF');
          return this.#sendStatus();
        case call.ping:
          return this.#sendStatus();
        default:
          throw new OracleError(3115, 'unsupported network datatype or representation');
      }
    } catch (error) {
      if (!(error instanceof OracleError)) throw error;
      this.#sendError(error);
      return true;
    }
  }

  // Login

  #readPairs(reader: TtcReader): { user: string; pairs: Map<string, string> } {
    reader.byte();
    const userLength = reader.number();
    reader.number(); // mode
    reader.byte();
    const count = reader.number();
    reader.skip(2);
    const user = this.#lengthsInFront ? reader.counted() : reader.raw(userLength);
    const pairs = new Map<string, string>();
    for (let index = 0; index < count; index += 1) {
      reader.number();
      const key = reader.counted().toString();
      const value = reader.number() > 0 ? reader.counted().toString() : '';
      reader.number(); // flags
      pairs.set(key, value);
    }
    return { user: user.toString().toUpperCase(), pairs };
  }

  #sendPairs(pairs: { key: string; value: string; flags: number }[]): boolean {
    const writer = new TtcWriter().byte(message.parameter).number(pairs.length);
    for (const { key, value, flags } of pairs) writer.text(key).text(value).number(flags);
    this.#line.sendData(writer.byte(message.status).number(0, 0).bytes());
    return true;
  }

  #sendChallenge(reader: TtcReader): boolean {
    this.#user = this.#readPairs(reader).user;
    // A user who isn't there is challenged all the same.
    const password = this.settings.users[this.#user] ?? `no such user ${Math.random()}`;
    this.#challenge = createChallenge(this.settings.verifier, password);
    return this.#sendPairs(this.#challenge.pairs);
  }

  #authenticate(reader: TtcReader): boolean {
    const proof = this.#challenge?.check(this.#readPairs(reader).pairs);
    this.#challenge = undefined;
    if (!proof) {
      this.#user = '';
      this.#sendError(new OracleError(1017, 'invalid username/password; logon denied'));
      return false;
    }
    if (this.settings.refuseLoginWith) {
      const { number, text } = this.settings.refuseLoginWith;
      this.#user = '';
      this.#sendError(new OracleError(number, text));
      return false;
    }
    const { context } = this.settings.world;
    this.log.statements.push(`LOGON ${this.#user}`);
    return this.#sendPairs(
      Object.entries({
        AUTH_VERSION_NO: String(serverVersion),
        AUTH_SESSION_ID: '31',
        AUTH_SERIAL_NUM: '4711',
        AUTH_SC_DBUNIQUE_NAME: context.DB_UNIQUE_NAME ?? '',
        AUTH_SC_SERVICE_NAME: context.SERVICE_NAME ?? '',
        AUTH_INSTANCENAME: context.INSTANCE_NAME ?? '',
        AUTH_DBNAME: context.CON_NAME ?? '',
        AUTH_SVR_RESPONSE: proof.serverResponse,
      }).map(([key, value]) => ({ key, value, flags: 0 })),
    );
  }

  // Statements

  async #execute(reader: TtcReader): Promise<boolean> {
    const request = readExecute(reader, this.#lengthsInFront);
    let number = request.cursor;
    if (number === 0) {
      const isRun = (request.options & option.describe) === 0;
      (isRun ? this.log.statements : this.log.described).push(request.sql);
      number = Math.max(0, ...this.#cursors.keys()) + 1;
      this.#cursors.set(number, this.#parse(request.sql));
    }
    const cursor = this.#cursors.get(number);
    if (!cursor) throw new OracleError(1001, 'invalid cursor');
    if (request.options & option.define) {
      cursor.defined = request.defines;
      return this.#sendOutcome(number);
    }
    if (request.options & option.describe) {
      this.#line.sendData(
        describeColumns(cursor.columns, this.#lengthsInFront)
          .raw(endOfCall(number, 0, 0))
          .bytes(),
      );
      return true;
    }
    if (request.options & option.execute) await this.#start(cursor);
    if (cursor.columns.length === 0) return this.#sendOutcome(number);
    const wantsRows = (request.options & option.fetch) !== 0 && !cursor.columns.some(needsDefine);
    return this.#sendRows(
      number,
      cursor,
      wantsRows ? request.rows : 0,
      describeColumns(cursor.columns, this.#lengthsInFront),
    );
  }

  #parse(sql: string): Cursor {
    const cursor = { sql, columns: [], rows: undefined, result: undefined, sent: 0, defined: undefined };
    if (!/^\s*(?:\(|select\b|with\b)/i.test(sql)) return cursor;
    return { ...cursor, columns: answerQuery(sql, this.settings.world, this.#user).columns };
  }

  async #start(cursor: Cursor): Promise<void> {
    if (cursor.columns.length === 0) return this.#change(cursor.sql);
    cursor.result = answerQuery(cursor.sql, this.settings.world, this.#user);
    cursor.rows = cursor.result.rows[Symbol.iterator]();
    cursor.sent = 0;
    if (cursor.result.waits && !this.#broken && !this.#line.closed) await this.#waitForBreak(cursor.sql);
  }

  async #waitForBreak(sql: string): Promise<void> {
    this.log.running.push(sql);
    await new Promise<void>((resolve) => {
      this.#wakeOnBreak = resolve;
      this.socket.once('close', () => resolve());
    });
    this.#wakeOnBreak = undefined;
    this.log.running.splice(this.log.running.indexOf(sql), 1);
  }

  #change(sql: string): void {
    if (/^set\s+transaction\s+read\s+only$/i.test(sql.trim())) {
      this.#readOnly = true;
      return;
    }
    if (/^alter\s+session\b/i.test(sql.trim())) return;
    if (this.#readOnly) {
      throw new OracleError(1456, 'may not perform insert, delete, update operation inside a READ ONLY transaction');
    }
  }

  async #executeAgain(number: number, rows: number): Promise<boolean> {
    const cursor = this.#cursors.get(number);
    if (!cursor) throw new OracleError(1001, 'invalid cursor');
    this.log.statements.push(cursor.sql);
    await this.#start(cursor);
    return cursor.columns.length === 0 ? this.#sendOutcome(number) : this.#sendRows(number, cursor, rows);
  }

  async #fetch(number: number, count: number): Promise<boolean> {
    const cursor = this.#cursors.get(number);
    if (!cursor?.rows) throw new OracleError(1001, 'invalid cursor');
    return this.#sendRows(number, cursor, count);
  }

  /** Sends rows in pieces, waiting whenever the line is full; a break ends it. */
  async #sendRows(number: number, cursor: Cursor, count: number, head = new TtcWriter()): Promise<boolean> {
    if (this.#broken) return true;
    let outcome = 0;
    const writer = head;
    let previous: Buffer[] | undefined;
    writer.byte(message.rowHeader, 0).number(0, 0, 0, 0, 0, 0);
    for (let row = 0; row < count; row += 1) {
      const trouble = cursor.result?.breaksAfter;
      if (trouble && cursor.sent >= trouble.rows) return this.#makeTrouble(trouble.how);
      const next = cursor.rows?.next();
      if (!next || next.done) {
        outcome = noMoreRows;
        break;
      }
      previous = this.#writeRow(writer, cursor, next.value, previous);
      cursor.sent += 1;
    }
    writer.raw(endOfCall(number, outcome, cursor.sent));
    this.#line.sendData(writer.bytes());
    await this.#line.drained();
    return true;
  }

  /** Columns that repeat the row before are left out, with a bit vector that says so, as servers do. */
  #writeRow(writer: TtcWriter, cursor: Cursor, row: OracleValue[], previous: Buffer[] | undefined): Buffer[] {
    const cells = cursor.columns.map((column, index) => this.#cell(cursor, column, index, row[index] ?? null));
    const repeats = cells.map(
      (cell, index) => previous !== undefined && cell.equals(previous[index] ?? Buffer.alloc(0)),
    );
    if (repeats.includes(true)) {
      const bits = Buffer.alloc(Math.ceil(cells.length / 8));
      for (const [index, repeated] of repeats.entries()) {
        if (!repeated) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
      }
      writer
        .byte(message.bitVector)
        .number(repeats.filter((repeated) => !repeated).length)
        .raw(bits);
    }
    writer.byte(message.rowData);
    for (const [index, cell] of cells.entries()) if (!repeats[index]) writer.raw(cell);
    return cells;
  }

  #cell(cursor: Cursor, column: OracleColumn, index: number, value: OracleValue): Buffer {
    if (column.type === dataType.object) {
      const writer = new TtcWriter().number(0, 0, 0, 0);
      if (!Buffer.isBuffer(value)) return writer.number(0, 0).bytes();
      return writer.number(value.length, 0).counted(value).bytes();
    }
    const type = cursor.defined?.[index];
    const asText = column.type === dataType.json && (type === dataType.long || type === dataType.varchar);
    return encodeValue(asText ? { ...column, type: dataType.long } : column, value, {
      locatorOf: (lob) => this.#locator(lob),
      withLengths: this.#wantsLobLengths,
    });
  }

  #makeTrouble(how: 'cut' | 'garbage' | 'stall'): boolean {
    if (how === 'cut') this.socket.destroy();
    if (how === 'garbage') this.#line.sendData(Buffer.from([0x7b, 0x0a, 0x68, 0x65, 0x6c, 0x6c, 0x6f]));
    return true;
  }

  // Large objects

  #locator(object: LargeObject): Buffer {
    const locator = Buffer.alloc(40);
    locator.writeUInt16BE(38, 0);
    locator[6] = 0x80; // texts in UTF-16, as in databases with characters of varying length
    const number = this.#objects.size + 1;
    this.#objects.set(number, object);
    locator.writeUInt32BE(number, 20);
    return locator;
  }

  #readObject(reader: TtcReader): boolean {
    reader.byte();
    const locatorLength = reader.number();
    reader.byte();
    reader.numbers(3);
    reader.skip(3);
    const operation = reader.number();
    reader.skip(2);
    const offset = reader.number();
    reader.number();
    const hasAmount = reader.byte();
    reader.skip(6);
    const locator = Buffer.from(reader.raw(locatorLength));
    const amount = hasAmount ? reader.number() : 0;
    const object = this.#objects.get(locator.readUInt32BE(20));
    if (operation !== 2 || !object) throw new OracleError(22275, 'invalid LOB locator specified');
    const data = object.read(offset - 1, amount);
    const writer = new TtcWriter();
    if (data.length > 0) writer.byte(message.lobData).counted(data);
    writer.byte(message.parameter).raw(locator).number(data.length);
    this.#line.sendData(writer.raw(endOfCall(0, 0, 0)).bytes());
    return true;
  }

  // Endings

  #sendOutcome(number: number): boolean {
    this.#line.sendData(endOfCall(number, 0, 0));
    return true;
  }

  #sendError(error: OracleError): void {
    this.#line.sendData(endOfCall(0, error.number, 0, error.message, error.position));
  }

  #sendStatus(): boolean {
    this.#line.sendData(new TtcWriter().byte(message.status).number(0, 0).bytes());
    return true;
  }
}

/** Columns whose rows come only once the client has said how it wants them. */
const needsDefine = ({ type }: OracleColumn): boolean =>
  type === dataType.clob || type === dataType.blob || type === dataType.json;
