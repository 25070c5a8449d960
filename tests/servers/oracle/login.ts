/** O5LOGON, the challenge that Oracle logins go through, with the password verifiers of 11g and of 12c. */
import { createCipheriv, createDecipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';

export type VerifierKind = '11g' | '12c';

export interface Challenge {
  pairs: { key: string; value: string; flags: number }[];
  /** The answer of the client: what to send back when it proves that it knows the password, otherwise undefined. */
  check(answer: ReadonlyMap<string, string>): { serverResponse: string } | undefined;
}

const verifierTypes = { '11g': 0x1b25, '12c': 0x4815 };
const generations = 4_096;
const derivations = 3;

const cipherName = (key: Buffer) => `aes-${key.length * 8}-cbc`;

const decrypt = (key: Buffer, bytes: Buffer): Buffer => {
  const decipher = createDecipheriv(cipherName(key), key, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
};

const encrypt = (key: Buffer, bytes: Buffer): Buffer => {
  const cipher = createCipheriv(cipherName(key), key, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};

const upperHex = (bytes: Buffer) => bytes.toString('hex').toUpperCase();
/** 16 random bytes in front, padding of as many bytes as it is long behind. */
const unwrap = (bytes: Buffer): Buffer => bytes.subarray(16, bytes.length - (bytes.at(-1) ?? 0));

export const createChallenge = (kind: VerifierKind, password: string): Challenge => {
  const salt = randomBytes(kind === '12c' ? 16 : 10);
  const mixingSalt = randomBytes(16);
  const passwordKey = pbkdf2Sync(
    password,
    Buffer.concat([salt, Buffer.from('AUTH_PBKDF2_SPEEDY_KEY')]),
    generations,
    64,
    'sha512',
  );
  const verifier =
    kind === '12c'
      ? createHash('sha512').update(passwordKey).update(salt).digest().subarray(0, 32)
      : Buffer.concat([createHash('sha1').update(password).update(salt).digest(), Buffer.alloc(4)]);
  const own = randomBytes(32);
  const keyBytes = kind === '12c' ? 32 : 24;

  const keyFrom = (others: Buffer): Buffer => {
    const both = upperHex(Buffer.concat([others.subarray(0, keyBytes), own.subarray(0, keyBytes)]));
    return pbkdf2Sync(both, mixingSalt, derivations, keyBytes, 'sha512');
  };

  return {
    pairs: [
      { key: 'AUTH_SESSKEY', value: upperHex(encrypt(verifier, own)), flags: 0 },
      { key: 'AUTH_VFR_DATA', value: upperHex(salt), flags: verifierTypes[kind] },
      { key: 'AUTH_PBKDF2_CSK_SALT', value: upperHex(mixingSalt), flags: 0 },
      { key: 'AUTH_PBKDF2_VGEN_COUNT', value: String(generations), flags: 0 },
      { key: 'AUTH_PBKDF2_SDER_COUNT', value: String(derivations), flags: 0 },
    ],
    check: (answer) => {
      const bytesOf = (key: string) => Buffer.from(answer.get(key) ?? '', 'hex');
      try {
        const key = keyFrom(decrypt(verifier, bytesOf('AUTH_SESSKEY')));
        if (unwrap(decrypt(key, bytesOf('AUTH_PASSWORD'))).toString() !== password) return undefined;
        if (kind === '12c') {
          const speedyKey = decrypt(key, bytesOf('AUTH_PBKDF2_SPEEDY_KEY')).subarray(16, 80);
          if (!speedyKey.equals(passwordKey)) return undefined;
        }
        const response = Buffer.concat([randomBytes(16), Buffer.from('SERVER_TO_CLIENT'), Buffer.alloc(16, 16)]);
        return { serverResponse: upperHex(encrypt(key, response)) };
      } catch {
        return undefined;
      }
    },
  };
};
