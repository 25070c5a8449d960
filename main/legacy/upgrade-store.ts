import { dirname } from 'node:path';
import type { LegacyReport } from '../../preload/contract';
import { accountOf } from '../keychain/connector-secrets';
import { createKeychain } from '../keychain/keychain';
import { createWaitingRoom } from '../keychain/waiting-room';
import type { StartProcess } from '../processes/port';
import { createRestartingProcess, ProcessEnded } from '../processes/restarting-process';
import { failure, type Result } from '../result';
import type { LegacyOperations } from './legacy-process';

export interface UpgradeOptions {
  storeFile: string;
  keychainService: string;
  actor: string;
  startProcess: StartProcess;
  /** Secrets that are in the keychain by now, and how many there are. */
  onProgress(written: number, total: number): void;
}

const interrupted = () =>
  failure('STORE_UNAVAILABLE', 'Bringing the store to this version was cut off.', {
    hint: 'It is as it was before, or complete already. Try to open it again.',
  });

/**
 * Main's part of an upgrade: the secrets go from the process that reads the old store to the keychain, each is read back,
 * and only then is the new store made; many wait before it, sealed, and are moved once the new store is open. If the
 * keychain refuses, nothing else has happened; a next try goes on where this one stopped.
 */
export const startUpgrade = (options: UpgradeOptions) => {
  const { storeFile, actor, keychainService: service, startProcess, onProgress } = options;
  const legacyProcess = createRestartingProcess<LegacyOperations>(startProcess, 'legacy-process');
  let stopKeychain = () => {};

  const keepSecrets = async (storeId: string, secrets: { account: string; secret: string }[]) => {
    let written = false;
    const sentinel = { written: () => written, markWritten: () => (written = true) };
    const keychain = createKeychain({ startProcess, service, storeId, sentinel });
    stopKeychain = keychain.stop;
    const waitingRoom = createWaitingRoom(keychain, { dataFolder: dirname(storeFile), storeId });
    return waitingRoom.keychain.setAll(secrets, (count) => onProgress(count, secrets.length));
  };

  const run = async (): Promise<Result<LegacyReport>> => {
    const prepared = await legacyProcess.request('prepareUpgrade', { storeFile, actor });
    if (!prepared.ok) return prepared;
    const { storeId, secrets } = prepared.value;
    const entries = secrets.map(({ connectorId, field, secret }) => ({
      account: accountOf(storeId, connectorId, field),
      secret,
    }));
    if (entries.length > 0) {
      const kept = await keepSecrets(storeId, entries);
      if (!kept.ok) return kept;
    }
    return legacyProcess.request('commitUpgrade', undefined);
  };

  const stop = () => {
    legacyProcess.stop();
    stopKeychain();
  };

  const done = run()
    .catch((error: unknown) => {
      if (error instanceof ProcessEnded) return interrupted();
      throw error;
    })
    .finally(stop);
  return { done, stop };
};
