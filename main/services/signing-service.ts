import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { findCurrentSigningKey, setCurrentSigningKey } from '../../db';
import { keyIdOf } from '../evidence/verification';
import { withoutSessionAdvice } from '../keychain/failures';
import type { Keychain } from '../keychain/keychain';
import { createOneAtATime } from '../one-at-a-time';
import { type Failure, failure, type Result, success } from '../result';
import { record, type ServiceContext } from './service-context';

/** The key that signs for this installation. */
export interface SigningKey {
  keyId: string;
  /** PEM. */
  publicKey: string;
  /** Ed25519, 64 bytes. */
  sign(bytes: Uint8Array | string): Buffer;
}

const unsigned = (failed: Failure): Failure => {
  const { error } = withoutSessionAdvice(failed);
  return {
    ok: false,
    error: { ...error, message: `Nothing was signed: the key for it is in the keychain. ${error.message}` },
  };
};

/** The secret as the keychain holds it: the private key in PKCS #8, base64. */
const secretOf = (privateKey: KeyObject): string =>
  privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

const readSecret = (secret: string): KeyObject | undefined => {
  try {
    const key = createPrivateKey({ key: Buffer.from(secret, 'base64'), type: 'pkcs8', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
};

const publicKeyOf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();

export const signingAccount = (storeId: string): string => `${storeId}/signing/private-key`;

/**
 * The Ed25519 key of this installation. Its private half lives in the keychain, under `<store id>/signing/private-key`,
 * and is read for each signature. The keychain is written before the store: what it holds counts, so that a program that
 * died in between, or a store restored from a backup, goes on with the key that is there.
 */
export const createSigningService = (context: ServiceContext, keychain: Keychain, storeId: string) => {
  const { db } = context;
  const account = signingAccount(storeId);
  // One at a time: two first signatures must not make two keys.
  const inTurn = createOneAtATime();

  const createKey = async (): Promise<Result<KeyObject>> => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const written = await keychain.set(account, secretOf(privateKey));
    return written.ok ? success(privateKey) : written;
  };

  const readOrCreate = async (): Promise<Result<KeyObject>> => {
    const found = await keychain.get(account);
    if (!found.ok) return found;
    if (found.value === null) return createKey();
    const key = readSecret(found.value);
    return key
      ? success(key)
      : failure('KEYCHAIN_UNAVAILABLE', 'What the keychain holds is no signing key: somebody changed it.', {
          hint: `Remove the entry ${account} from the keychain; a new key is made then, and the log says so.`,
        });
  };

  /** The log tells which key signs from here on. */
  const settle = (keyId: string, publicKey: string): void => {
    const before = findCurrentSigningKey(db);
    if (before?.keyId === keyId) return;
    db.transaction(() => {
      setCurrentSigningKey(db, { keyId, publicKey });
      const details = { keyId, publicKey, ...(before && { replaces: before.keyId }) };
      record(context, before ? 'signingKey.replaced' : 'signingKey.created', `signing-key/${keyId}`, details);
    })();
  };

  const openKey = async (): Promise<Result<SigningKey>> => {
    const opened = await readOrCreate();
    if (!opened.ok) return unsigned(opened);
    const privateKey = opened.value;
    const publicKey = publicKeyOf(privateKey);
    const keyId = keyIdOf(publicKey);
    settle(keyId, publicKey);
    return success({ keyId, publicKey, sign: (bytes) => sign(null, Buffer.from(bytes), privateKey) });
  };

  /** The key, made at first use. KEYCHAIN_UNAVAILABLE where it can't be read: nothing is ever handed over unsigned. */
  const signingKey = (): Promise<Result<SigningKey>> => inTurn(openKey);

  return { signingKey };
};

export type SigningService = ReturnType<typeof createSigningService>;
