/** How a client gets in: PRELOGIN (MS-TDS 2.2.6.5), LOGIN7 (2.2.6.4) and NTLM (MS-NLMP 2.2.1, 3.3.2). */
import { createHmac } from 'node:crypto';
import { md4 } from './md4';

const encryptionOption = 1;
const endOfOptions = 0xff;
export const encryption = { off: 0, on: 1, notSupported: 2, required: 3 } as const;

/** The client's wish for encryption. */
export const readPrelogin = (data: Buffer): number => {
  for (let at = 0; data[at] !== endOfOptions && at < data.length; at += 5) {
    if (data[at] === encryptionOption) return data[data.readUInt16BE(at + 1)] ?? encryption.off;
  }
  return encryption.off;
};

/** Version 15.0.4322, the server's word on encryption, no instance name, no MARS. */
export const preloginAnswer = (encryptionWord: number): Buffer => {
  const values = [
    Buffer.from([15, 0, 0x10, 0xe2, 0, 0]),
    Buffer.of(encryptionWord),
    Buffer.of(0),
    Buffer.of(),
    Buffer.of(0),
  ];
  const options = Buffer.alloc(values.length * 5 + 1, endOfOptions);
  let offset = options.length;
  for (const [index, value] of values.entries()) {
    options.writeUInt8(index, index * 5);
    options.writeUInt16BE(offset, index * 5 + 1);
    options.writeUInt16BE(value.length, index * 5 + 3);
    offset += value.length;
  }
  return Buffer.concat([options, ...values]);
};

export interface Login {
  tdsVersion: number;
  packetSize: number;
  hostName: string;
  userName: string;
  password: string;
  appName: string;
  database: string;
  readOnlyIntent: boolean;
  /** The first message of NTLM, where the client wants to log in with Windows. */
  sspi: Buffer | undefined;
}

const readOnlyIntentFlag = 0x20;
const integratedSecurityFlag = 0x80;

export const readLogin = (data: Buffer): Login => {
  const bytesAt = (at: number, bytesPerUnit: number) => {
    const start = data.readUInt16LE(at);
    return data.subarray(start, start + data.readUInt16LE(at + 2) * bytesPerUnit);
  };
  const textAt = (at: number) => bytesAt(at, 2).toString('utf16le');
  const isIntegrated = ((data[25] as number) & integratedSecurityFlag) !== 0;
  return {
    tdsVersion: data.readUInt32LE(4),
    packetSize: data.readUInt32LE(8),
    hostName: textAt(36),
    userName: textAt(40),
    password: readable(bytesAt(44, 2)).toString('utf16le'),
    appName: textAt(48),
    database: textAt(68),
    readOnlyIntent: ((data[26] as number) & readOnlyIntentFlag) !== 0,
    sspi: isIntegrated ? bytesAt(78, 1) : undefined,
  };
};

/** Each byte of the password has its halves swapped, then 0xA5 added bit by bit (2.2.6.4). */
const readable = (hidden: Buffer): Buffer =>
  Buffer.from(
    hidden.map((byte) => {
      const plain = byte ^ 0xa5;
      return ((plain << 4) & 0xf0) | (plain >> 4);
    }),
  );

const targetDomain = 2;
const targetComputer = 1;

/** CHALLENGE_MESSAGE (MS-NLMP 2.2.1.2) of a computer in `domain`. */
export const ntlmChallenge = (domain: string, nonce: Buffer): Buffer => {
  const name = Buffer.from(domain, 'utf16le');
  const pair = (id: number, text: string) => {
    const value = Buffer.from(text, 'utf16le');
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(value.length, 2);
    return Buffer.concat([head, value]);
  };
  const target = Buffer.concat([pair(targetDomain, domain), pair(targetComputer, 'SQLPROD01'), Buffer.alloc(4)]);
  const message = Buffer.alloc(56);
  message.write('NTLMSSP\0', 0, 'latin1');
  message.writeUInt32LE(2, 8);
  message.writeUInt16LE(name.length, 12);
  message.writeUInt16LE(name.length, 14);
  message.writeUInt32LE(56, 16);
  message.writeUInt32LE(0x00818205, 20);
  nonce.copy(message, 24);
  message.writeUInt16LE(target.length, 40);
  message.writeUInt16LE(target.length, 42);
  message.writeUInt32LE(56 + name.length, 44);
  return Buffer.concat([message, name, target]);
};

export interface NtlmAnswer {
  domain: string;
  userName: string;
  /** Whether it was made with this password. */
  isMadeWith(password: string, nonce: Buffer): boolean;
}

/** AUTHENTICATE_MESSAGE (MS-NLMP 2.2.1.3) with an NTLMv2 response, whose proof is checked by 3.3.2. */
export const readNtlmAnswer = (message: Buffer): NtlmAnswer => {
  const field = (at: number) => {
    const start = message.readUInt32LE(at + 4);
    return message.subarray(start, start + message.readUInt16LE(at));
  };
  const [domain, userName] = [field(28).toString('utf16le'), field(36).toString('utf16le')];
  const response = message.subarray(message.readUInt32LE(24));
  const hmac = (key: Buffer, data: Buffer) => createHmac('md5', key).update(data).digest();
  return {
    domain,
    userName,
    isMadeWith: (password, nonce) => {
      const account = Buffer.from(userName.toUpperCase() + domain, 'utf16le');
      const key = hmac(md4(Buffer.from(password, 'utf16le')), account);
      return hmac(key, Buffer.concat([nonce, response.subarray(16)])).equals(response.subarray(0, 16));
    },
  };
};
