/**
 * The key of one data folder and the two things that open it. The keychain holds it, sealed with a passphrase where the
 * person set one; the recovery code, shown once, opens the copy that lies in the data folder.
 */
import { hkdfSync, randomBytes, type ScryptOptions, scrypt as scryptWithCallback } from 'node:crypto';
import { promisify } from 'node:util';
import { seal, unseal } from '../sealed';

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptWithCallback);

const keyLength = 32;

export const createDataKey = (): Buffer => randomBytes(keyLength);

/** A key for one use: the store, or evidence. Whoever has one of them has not the other. */
export const deriveKey = (dataKey: Buffer, use: 'store' | 'evidence'): Buffer =>
  Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `Tickmark ${use}`, keyLength));

// The recovery code: 160 random bits in letters and digits that can't be taken for one another.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 32;

/** Eight groups of four, for example `7K2M-…`. */
export const createRecoveryCode = (): string => {
  const characters = Array.from(randomBytes(codeLength), (byte) => alphabet[byte % alphabet.length]).join('');
  return characters.replace(/(.{4})(?=.)/g, '$1-');
};

/** What a person types: any case, any spaces, and the letters that look like digits. */
const readRecoveryCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

const recoveryKey = (code: string): Buffer =>
  Buffer.from(hkdfSync('sha256', readRecoveryCode(code), Buffer.alloc(0), 'Tickmark recovery', keyLength));

export const sealForRecovery = (dataKey: Buffer, code: string): string =>
  seal(dataKey, recoveryKey(code)).toString('base64');

/** The data key, or undefined where the code is not the one. */
export const recoverDataKey = (sealed: string, code: string): Buffer | undefined =>
  unseal(Buffer.from(sealed, 'base64'), recoveryKey(code));

// The keychain's entry: `plain:<key>`, or `passphrase:<salt>:<sealed key>`.

/** 128 MB and a few tenths of a second for each guess. */
const passphraseCost: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const passphraseKey = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  scrypt(passphrase.normalize('NFC'), salt, keyLength, passphraseCost);

export const keychainEntry = async (dataKey: Buffer, passphrase: string | null): Promise<string> => {
  if (passphrase === null) return `plain:${dataKey.toString('base64')}`;
  const salt = randomBytes(16);
  const sealed = seal(dataKey, await passphraseKey(passphrase, salt));
  return `passphrase:${salt.toString('base64')}:${sealed.toString('base64')}`;
};

export const needsPassphrase = (entry: string): boolean => entry.startsWith('passphrase:');

/** The data key in an entry, or undefined where the passphrase is missing or wrong, or the entry is not one of ours. */
export const openKeychainEntry = async (entry: string, passphrase: string | null): Promise<Buffer | undefined> => {
  const [kind, first = '', second = ''] = entry.split(':');
  if (kind === 'plain') {
    const key = Buffer.from(first, 'base64');
    return key.length === keyLength ? key : undefined;
  }
  if (kind !== 'passphrase' || passphrase === null) return undefined;
  return unseal(Buffer.from(second, 'base64'), await passphraseKey(passphrase, Buffer.from(first, 'base64')));
};
