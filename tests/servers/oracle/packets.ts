/** TNS packets: a header of eight bytes, then the body. From ACCEPT on the length takes four bytes instead of two. */
import type { Duplex } from 'node:stream';

export const packetType = {
  connect: 1,
  accept: 2,
  refuse: 4,
  data: 6,
  resend: 11,
  marker: 12,
} as const;

export const marker = { break: 1, reset: 2, interrupt: 3 } as const;

const headerBytes = 8;
const endOfFileFlag = 0x40;
const endOfRequestFlag = 0x800;
/** The largest packet that is agreed upon, in bytes. */
export const sessionDataUnit = 8_192;
/** A packet that is not the last of its message is this full at least: numbers are not cut in two. */
const fullBytes = sessionDataUnit - 16;

export interface Packet {
  type: number;
  body: Buffer;
}

/** One end of a TNS conversation. */
export class PacketLine {
  /** Set once the session is accepted. */
  largeLengths = false;
  #received: Buffer = Buffer.alloc(0);
  #waiting: Packet[] = [];
  #wake: (() => void) | undefined;
  #closed = false;
  /** Called for each packet as it arrives; `true` means it is dealt with. */
  intercept: (packet: Packet) => boolean = () => false;

  constructor(readonly socket: Duplex) {
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    const end = () => {
      this.#closed = true;
      this.#wake?.();
    };
    socket.on('error', end);
    socket.on('close', end);
    socket.on('end', end);
  }

  get closed(): boolean {
    return this.#closed;
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    while (this.#received.length >= headerBytes) {
      if (!Object.values(packetType).includes(this.#received[4] as 1)) {
        this.socket.destroy();
        return;
      }
      const length = this.largeLengths ? this.#received.readUInt32BE(0) : this.#received.readUInt16BE(0);
      if (length < headerBytes) {
        this.socket.destroy();
        return;
      }
      if (this.#received.length < length) return;
      const packet = { type: this.#received[4] ?? 0, body: this.#received.subarray(headerBytes, length) };
      this.#received = this.#received.subarray(length);
      if (!this.intercept(packet)) this.#waiting.push(packet);
      this.#wake?.();
    }
  }

  /** The next packet; undefined once the line is closed. */
  async receive(): Promise<Packet | undefined> {
    while (this.#waiting.length === 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#waiting.shift();
  }

  /** The bytes of the next message, put together from its packets; undefined at the end. */
  async receiveData(): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    for (;;) {
      const packet = await this.receive();
      if (packet?.type !== packetType.data) return undefined;
      const flags = packet.body.readUInt16BE(0);
      if (flags & endOfFileFlag) return undefined;
      pieces.push(packet.body.subarray(2));
      const isLast = (flags & endOfRequestFlag) !== 0 || headerBytes + packet.body.length < fullBytes;
      if (isLast) return Buffer.concat(pieces);
    }
  }

  send(type: number, body: Buffer): void {
    if (this.#closed) return;
    const header = Buffer.alloc(headerBytes);
    if (this.largeLengths) header.writeUInt32BE(headerBytes + body.length, 0);
    else header.writeUInt16BE(headerBytes + body.length, 0);
    header[4] = type;
    this.socket.write(Buffer.concat([header, body]));
  }

  /** A message in as many data packets as it takes. */
  sendData(message: Buffer): void {
    const room = sessionDataUnit - headerBytes - 2;
    for (let start = 0; start < message.length || start === 0; start += room) {
      this.send(packetType.data, Buffer.concat([Buffer.alloc(2), message.subarray(start, start + room)]));
    }
  }

  /** Waits until what was sent has left, so that answers never pile up in memory. */
  async drained(): Promise<void> {
    if (!this.socket.writableNeedDrain || this.#closed) return;
    await new Promise<void>((resolve) => {
      this.socket.once('drain', resolve);
      this.socket.once('close', resolve);
    });
  }
}
