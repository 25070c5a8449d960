/** MD4 (RFC 1320), which NTLM needs and today's OpenSSL leaves out. */

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const orders = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
  [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
];
const shifts = [
  [3, 7, 11, 19],
  [3, 5, 9, 13],
  [3, 9, 11, 15],
];
const constants = [0, 0x5a827999, 0x6ed9eba1];
const mix = [
  (x: number, y: number, z: number) => (x & y) | (~x & z),
  (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z),
  (x: number, y: number, z: number) => x ^ y ^ z,
];

export const md4 = (data: Buffer): Buffer => {
  const padding = Buffer.alloc(((119 - (data.length % 64)) % 64) + 1);
  padding[0] = 0x80;
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(data.length) * 8n);
  const message = Buffer.concat([data, padding, length]);
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < message.length; block += 64) {
    let [a, b, c, d] = state as [number, number, number, number];
    for (let step = 0; step < 48; step += 1) {
      const round = Math.floor(step / 16);
      const word = message.readUInt32LE(block + 4 * (orders[round]?.[step % 16] as number));
      const sum = (a + (mix[round]?.(b, c, d) as number) + word + (constants[round] as number)) | 0;
      [a, d, c, b] = [d, c, b, rotate(sum, shifts[round]?.[step % 4] as number)];
    }
    state = [a, b, c, d].map((part, index) => (part + (state[index] as number)) | 0);
  }
  const digest = Buffer.alloc(16);
  for (const [index, part] of state.entries()) digest.writeInt32LE(part, index * 4);
  return digest;
};
