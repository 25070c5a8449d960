/**
 * TLS as TDS 7.x does it: the handshake travels inside of PRELOGIN packets, everything behind it is plain TLS
 * (MS-TDS 2.2.6.5 and 3.2.5.2). Each message of the client's gets exactly one in return.
 */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { headerBytes, packet, packetTypes } from './packets';

export interface Identity {
  key: string;
  cert: string;
}

/** Wraps the connection; `rest` is what already came behind the client's PRELOGIN. */
export const encryptConnection = (socket: Socket, identity: Identity, rest: Buffer): TLSSocket => {
  let inHandshake = true;
  let received = rest;
  let waiting: Buffer[] = [];

  const unwrap = () => {
    // A TLS record (0x14 to 0x17) instead of a packet: the client has ended the handshake.
    while (received[0] === packetTypes.prelogin && received.length >= headerBytes) {
      const length = received.readUInt16BE(2);
      if (received.length < length) return;
      tunnel.push(received.subarray(headerBytes, length));
      received = received.subarray(length);
    }
    if (received.length === 0 || received[0] === packetTypes.prelogin) return;
    tunnel.push(received);
    received = Buffer.alloc(0);
  };
  const flush = () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    if (bytes.length > 0) socket.write(packet(packetTypes.prelogin, bytes, true));
    if (handshakeDone) inHandshake = false;
  };

  let handshakeDone = false;
  const tunnel: Duplex = new Duplex({
    read: () => socket.resume(),
    write: (chunk: Buffer, _encoding, done) => {
      if (!inHandshake) return void socket.write(chunk, () => done());
      waiting.push(chunk);
      if (waiting.length === 1) setImmediate(flush);
      done();
    },
    destroy: (_error, done) => {
      socket.destroy();
      done(null);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    unwrap();
  });
  socket.on('close', () => tunnel.destroy());
  const context = createSecureContext({ ...identity, maxVersion: 'TLSv1.2' });
  const secured = new TLSSocket(tunnel as Socket, { isServer: true, secureContext: context });
  secured.once('secure', () => {
    handshakeDone = true;
    // The last words of the handshake are written in this very turn, and still travel inside of a packet.
    setImmediate(flush);
  });
  unwrap();
  return secured;
};
