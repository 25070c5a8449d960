import type { StartProcess } from '../processes/port';
import { type Failure, failure, type Result, success } from '../result';
import {
  createDataKey,
  createRecoveryCode,
  deriveKey,
  keychainEntry,
  needsPassphrase,
  openKeychainEntry,
  recoverDataKey,
  sealForRecovery,
} from './data-key';
import { createKeyKeeper } from './key-keeper';
import { type ProtectionFile, readProtection, removeProtection, writeProtection } from './protection-file';

export interface UnlockInput {
  passphrase?: string | undefined;
  recoveryCode?: string | undefined;
}

interface ProtectionOptions {
  dataFolder: string;
  keychainService: string;
  startProcess: StartProcess;
  /** The id under which this folder may write to the keychain; undefined before its first store was open. */
  ownStoreId(): string | undefined;
}

const lostKey = (): Failure =>
  failure('KEYCHAIN_UNAVAILABLE', 'The keychain no longer has the key of this data folder.', {
    hint: 'Enter the recovery code that was shown when encryption was turned on. The data is as it was.',
  });

const wrongPassphrase = (given: boolean): Failure =>
  failure('LOCKED', given ? 'This is not the passphrase.' : 'Enter the passphrase.', {
    hint: 'If it is lost, the recovery code opens the data too.',
    fieldErrors: { passphrase: given ? 'This is not the passphrase.' : 'Enter the passphrase.' },
  });

const wrongRecoveryCode = (): Failure =>
  failure('LOCKED', 'This is not the recovery code of this data folder.', {
    hint: 'It has eight groups of four characters. One that was renewed is no longer valid.',
    fieldErrors: { recoveryCode: 'This is not the recovery code of this data folder.' },
  });

/**
 * The encryption of one data folder: its key, who holds it, and what is wanted. Knows nothing of an open store; see
 * `program.ts` for what is done with the keys.
 */
export const createProtection = ({ dataFolder, keychainService, startProcess, ownStoreId }: ProtectionOptions) => {
  let dataKey: Buffer | undefined;
  let hasPassphrase = false;

  const keeperOf = (storeId: string) => createKeyKeeper({ startProcess, service: keychainService, storeId });
  const file = (): ProtectionFile | undefined => readProtection(dataFolder);

  /** The folder's own: the entry under the file's id may be that of the folder this one was copied from. */
  const idToChange = (protection: ProtectionFile): string => ownStoreId() ?? protection.storeId;

  const writeEntry = async (protection: ProtectionFile, entry: string): Promise<Result<undefined>> => {
    const storeId = idToChange(protection);
    const written = await keeperOf(storeId).write(entry);
    if (written.ok && storeId !== protection.storeId) writeProtection(dataFolder, { ...protection, storeId });
    return written;
  };

  const remember = (key: Buffer, withPassphrase: boolean): Result<undefined> => {
    dataKey = key;
    hasPassphrase = withPassphrase;
    return success(undefined);
  };

  /** Opens with the code and gives the keychain its key back, without a passphrase: the old one may be what was lost. */
  const recover = async (protection: ProtectionFile, code: string): Promise<Result<undefined>> => {
    const key = recoverDataKey(protection.recovery, code);
    if (!key) return wrongRecoveryCode();
    const written = await writeEntry(protection, await keychainEntry(key, null));
    return written.ok ? remember(key, false) : written;
  };

  const openWithKeychain = async (protection: ProtectionFile, passphrase?: string): Promise<Result<undefined>> => {
    const entry = await keeperOf(protection.storeId).read();
    if (!entry.ok) return entry;
    if (entry.value === null) return lostKey();
    hasPassphrase = needsPassphrase(entry.value);
    const key = await openKeychainEntry(entry.value, passphrase ?? null);
    if (key) {
      // A keychain that refuses it is asked again at the next unlock.
      if (protection.storeId !== idToChange(protection)) await writeEntry(protection, entry.value);
      return remember(key, hasPassphrase);
    }
    return hasPassphrase ? wrongPassphrase(passphrase !== undefined) : lostKey();
  };

  /** Makes the key available. With encryption off there is nothing to open. */
  const unlock = async ({ passphrase, recoveryCode }: UnlockInput): Promise<Result<undefined>> => {
    const protection = file();
    if (!protection || dataKey) return success(undefined);
    return recoveryCode === undefined ? openWithKeychain(protection, passphrase) : recover(protection, recoveryCode);
  };

  /** Makes a key, gives it to the keychain, and writes down that the folder is to be encrypted. */
  const turnOn = async (storeId: string, passphrase: string | null): Promise<Result<{ recoveryCode: string }>> => {
    const key = createDataKey();
    const recoveryCode = createRecoveryCode();
    const written = await keeperOf(storeId).write(await keychainEntry(key, passphrase));
    if (!written.ok) return written;
    writeProtection(dataFolder, {
      version: 1,
      wanted: 'encrypted',
      storeId,
      recovery: sealForRecovery(key, recoveryCode),
    });
    remember(key, passphrase !== null);
    return success({ recoveryCode });
  };

  /** Writes down that the folder is to be in clear again. */
  const wantClear = (): void => {
    const protection = file();
    if (protection) writeProtection(dataFolder, { ...protection, wanted: 'clear' });
  };

  /** Once all is in clear: no key is needed any more. An entry that the keychain keeps opens nothing. */
  const finishTurningOff = async (): Promise<void> => {
    const protection = file();
    if (!protection) return;
    removeProtection(dataFolder);
    dataKey = undefined;
    hasPassphrase = false;
    await keeperOf(idToChange(protection)).remove();
  };

  const setPassphrase = async (passphrase: string | null): Promise<Result<undefined>> => {
    const protection = file();
    if (!protection || !dataKey) return notEncrypted();
    const written = await writeEntry(protection, await keychainEntry(dataKey, passphrase));
    if (written.ok) hasPassphrase = passphrase !== null;
    return written;
  };

  /** The code before stops working. */
  const renewRecoveryCode = (): Result<{ recoveryCode: string }> => {
    const protection = file();
    if (!protection || !dataKey) return notEncrypted();
    const recoveryCode = createRecoveryCode();
    writeProtection(dataFolder, { ...protection, recovery: sealForRecovery(dataKey, recoveryCode) });
    return success({ recoveryCode });
  };

  return {
    /** What is wanted, or undefined where the folder is in clear and stays so. Throws where it can't be read. */
    wanted: () => file()?.wanted,
    keys: () => dataKey && { store: deriveKey(dataKey, 'store'), evidence: deriveKey(dataKey, 'evidence') },
    hasPassphrase: () => hasPassphrase,
    unlock,
    /** Forgets the key: the next `unlock` needs keychain and passphrase again. */
    forget: () => {
      dataKey?.fill(0);
      dataKey = undefined;
    },
    turnOn,
    wantClear,
    finishTurningOff,
    setPassphrase,
    renewRecoveryCode,
  };
};

const notEncrypted = (): Failure =>
  failure('VALIDATION', 'The data folder is not encrypted.', { hint: 'Turn encryption on first.' });
