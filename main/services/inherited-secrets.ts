/** Secrets of a data folder that was copied: where they lay, and how they come to lie under the folder's own id. */
import { rmSync } from 'node:fs';
import {
  type Database,
  findCurrentSigningKey,
  listStoredSecrets,
  readFact,
  readStoreId,
  removeFact,
  writeStoreId,
} from '../../db';
import { accountOf } from '../keychain/connector-secrets';
import type { FolderClaim } from '../keychain/folder-claim';
import type { PlatformKeychain } from '../keychain/keychain';
import { addInherited } from '../keychain/waiting-file';
import { createWaitingRoom, type ReadInherited, waitingFilePath } from '../keychain/waiting-room';
import { success } from '../result';
import { totalFact } from './secrets-under-way';
import { record, type ServiceContext } from './service-context';
import { signingAccount } from './signing-service';

export const sentinelFact = 'keychain_sentinel_written';

const listAccounts = (db: Database, storeId: string): string[] => [
  ...(findCurrentSigningKey(db) ? [signingAccount(storeId)] : []),
  ...listStoredSecrets(db).map(({ connectorId, field }) => accountOf(storeId, connectorId, field)),
];

/**
 * The id under which this store's secrets lie. The folder's wins over the one in the store, which comes from another
 * folder in a copy and in a backup that was made before it. What may lie under that one is noted first, so that a start
 * that is cut off here is repeated by the next.
 */
export const settleStoreId = (context: ServiceContext, claim: FolderClaim, dataFolder: string): string => {
  const { db } = context;
  const inStore = readStoreId(db);
  const storeId = claim.storeId();
  if (storeId === undefined) claim.begin(inStore);
  if (storeId === undefined || storeId === inStore) return inStore;
  // Of a copy that was copied again before it had written anything.
  if (readFact(db, sentinelFact) === undefined) claim.withoutInherited(inStore);
  const accounts = claim.inherits().length > 0 ? listAccounts(db, storeId) : [];
  addInherited(waitingFilePath(dataFolder, storeId), accounts);
  db.transaction(() => {
    writeStoreId(db, storeId);
    removeFact(db, sentinelFact);
    removeFact(db, totalFact);
    record(context, 'store.keychainIdChanged', 'store', { before: inStore, now: storeId, secrets: accounts.length });
  })();
  return storeId;
};

/**
 * Reads what lies under the ids that the folder inherits from, and what waits for them in its files. Changes nothing there:
 * another folder may own it.
 */
export const createInheritedSecrets = (
  claim: FolderClaim,
  dataFolder: string,
  openKeychain: (storeId: string) => PlatformKeychain,
) => {
  const keychains: PlatformKeychain[] = [];

  const readUnder = (storeId: string, readInherited: ReadInherited): ReadInherited => {
    const keychain = openKeychain(storeId);
    keychains.push(keychain);
    // It is never started, so that it moves nothing.
    const room = createWaitingRoom(keychain, { dataFolder, storeId, readInherited });
    return (account) => room.keychain.get(storeId + account.slice(account.indexOf('/')));
  };

  return {
    read: claim.inherits().reduceRight<ReadInherited>(
      (below, id) => readUnder(id, below),
      async () => success(null),
    ),
    /** Once all of it lies under the folder's own id. */
    end: (): void => {
      for (const id of claim.inherits()) rmSync(waitingFilePath(dataFolder, id), { force: true });
      claim.endInheritance();
    },
    stop: (): void => {
      for (const keychain of keychains) keychain.stop();
    },
  };
};
