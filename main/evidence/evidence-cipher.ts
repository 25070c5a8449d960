/**
 * The form of an encrypted evidence file: a header, then frames that are appended one after the other.
 *
 *     header  "TMENC001", 16 random bytes that name the file
 *     frame   length of the text (4 bytes, big-endian), nonce (12), AES-256-GCM ciphertext, tag (16)
 *
 * Each file has a key of its own, derived from the key of the data folder and the file's random name. A frame's number is
 * authenticated with it, so that frames can't change places. Where frames end, only the sealed hash over the text tells.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const signature = Buffer.from('TMENC001');
const nameLength = 16;
export const headerLength = signature.length + nameLength;
const lengthBytes = 4;
const nonceLength = 12;
const tagLength = 16;
export const frameHeadLength = lengthBytes + nonceLength;
/** Longer texts take several frames: a reader holds one at a time. */
export const largestFrame = 1024 * 1024;

export const isCipherHeader = (bytes: Buffer): boolean =>
  bytes.length >= headerLength && bytes.subarray(0, signature.length).equals(signature);

export const newCipherHeader = (): Buffer => Buffer.concat([signature, randomBytes(nameLength)]);

export const fileKey = (evidenceKey: Buffer, header: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', evidenceKey, header.subarray(signature.length), 'Tickmark evidence file', 32));

/** Length of a frame on disk that holds so many bytes of text. */
export const frameLength = (textLength: number): number => frameHeadLength + textLength + tagLength;

export const textLengthOf = (frameHead: Buffer): number => frameHead.readUInt32BE(0);

const associated = (number: number, textLength: number): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(number));
  bytes.writeUInt32BE(textLength, 8);
  return bytes;
};

export const sealFrame = (key: Buffer, number: number, text: Uint8Array): Buffer => {
  const head = Buffer.alloc(frameHeadLength);
  head.writeUInt32BE(text.length);
  const nonce = randomBytes(nonceLength);
  nonce.copy(head, lengthBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated(number, text.length));
  return Buffer.concat([head, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
};

/** The text of a whole frame, or undefined where it was altered or is another file's. */
export const openFrame = (key: Buffer, number: number, frame: Buffer): Buffer | undefined => {
  const textLength = textLengthOf(frame);
  const decipher = createDecipheriv('aes-256-gcm', key, frame.subarray(lengthBytes, frameHeadLength));
  decipher.setAAD(associated(number, textLength));
  decipher.setAuthTag(frame.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(frame.subarray(frameHeadLength, -tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
};
