/** Packets of TDS: MS-TDS 2.2.3.1, "Packet Header". */

export const packetTypes = {
  sqlBatch: 0x01,
  rpc: 0x03,
  answer: 0x04,
  attention: 0x06,
  login: 0x10,
  sspi: 0x11,
  prelogin: 0x12,
} as const;

export const headerBytes = 8;
const endOfMessage = 0x01;

/** One packet; `last` ends the message. */
export const packet = (type: number, data: Buffer, last: boolean): Buffer => {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt8(type, 0);
  header.writeUInt8(last ? endOfMessage : 0, 1);
  header.writeUInt16BE(headerBytes + data.length, 2);
  return Buffer.concat([header, data]);
};

export interface ReceivedMessage {
  type: number;
  data: Buffer;
}

/** Collects packets into messages. */
export class MessageCollector {
  #bytes: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];

  constructor(private readonly onMessage: (message: ReceivedMessage) => void) {}

  push(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    while (this.#bytes.length >= headerBytes) {
      const length = this.#bytes.readUInt16BE(2);
      if (this.#bytes.length < length) return;
      const [type = 0, status = 0] = this.#bytes;
      this.#parts.push(this.#bytes.subarray(headerBytes, length));
      this.#bytes = this.#bytes.subarray(length);
      if ((status & endOfMessage) === 0) continue;
      const data = Buffer.concat(this.#parts);
      this.#parts = [];
      this.onMessage({ type, data });
    }
  }

  /** What came behind the last whole packet; the collector is empty afterwards. */
  takeRest(): Buffer {
    const rest = this.#bytes;
    this.#bytes = Buffer.alloc(0);
    return rest;
  }
}
