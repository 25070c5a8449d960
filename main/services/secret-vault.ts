import {
  type ConnectorRecord,
  countStoredSecrets,
  endKeychainChange,
  findConnector,
  listKeychainChanges,
  startKeychainChange,
  updateConnector,
} from '../../db';
import {
  accountOf,
  addSecrets,
  type NewSecret,
  readSecrets,
  removeSecrets,
  type SecretValues,
  sweepOrphans,
  writeSecrets,
} from '../keychain/connector-secrets';
import type { Keychain } from '../keychain/keychain';
import { createSessionSecrets } from '../keychain/session-secrets';
import { createOneAtATime } from '../one-at-a-time';
import { type Failure, failure, type Result, success } from '../result';
import { record, type ServiceContext } from './service-context';

export interface ConnectorWithSecrets {
  connector: ConnectorRecord;
  secrets: Record<string, string>;
}

/** What is to become of a connector's secrets, by field; null removes one. */
export interface SecretChange {
  connectorId: number;
  values: SecretValues;
}

export const unknownConnector = (id: number): Failure =>
  failure('NOT_FOUND', `There is no connector with the number ${id}.`, { hint: 'It may have been deleted meanwhile.' });

const lostSecret = ({ connectorName }: ConnectorRecord, field: string): Failure =>
  failure('KEYCHAIN_UNAVAILABLE', `The keychain no longer has the ${field} of “${connectorName}”.`, {
    hint: 'Enter it again in Settings. Somebody may have removed it, it was damaged on its way there, or this is another keychain than before.',
    fieldErrors: { [field]: 'The keychain no longer has it: enter it again.' },
  });

/**
 * With more than so many, the keychain is not asked for a list of its entries: keytar reads every secret for it, and
 * GNOME's keyring takes ever longer, half a minute for some thousands, in which it answers nobody else.
 */
const mostListed = 200;

/**
 * Connectors' secrets, kept in step with the store: what is about to change is written to a journal, then the keychain
 * is changed and read back, then the store commits. If the store can't, the keychain is put back; if the program dies in
 * between, `settle` finds the journal at the next start.
 */
export const createSecretVault = (context: ServiceContext, keychain: Keychain, storeId: string) => {
  const { db } = context;
  const session = createSessionSecrets();
  // One change at a time: the sweep must not meet the secrets of a connector that is being created.
  const inTurn = createOneAtATime();

  const readStored = async (connector: ConnectorRecord): Promise<Result<ConnectorWithSecrets>> => {
    const ofSession = session.get(connector.id);
    const inKeychain = connector.secretKeys.filter((field) => !(field in ofSession));
    const read = await readSecrets(keychain, storeId, connector.id, inKeychain);
    if (!read.ok) return read;
    const secrets: Record<string, string> = { ...ofSession };
    for (const [field, secret] of Object.entries(read.value)) {
      if (secret === null) return lostSecret(connector, field);
      secrets[field] = secret;
    }
    return success({ connector, secrets });
  };

  /**
   * A connector as it is stored now with all its secrets, the session's own over the keychain's. Both are of one moment:
   * a new password never goes to the old server.
   */
  const access = async (connectorId: number): Promise<Result<ConnectorWithSecrets>> => {
    const read = async () => {
      const connector = findConnector(db, connectorId);
      return connector ? readStored(connector) : unknownConnector(connectorId);
    };
    // Without secrets in the keychain nobody waits for one that may be busy or stuck.
    return findConnector(db, connectorId)?.secretKeys.length ? inTurn(read) : read();
  };

  const putBack = async (previous: readonly SecretChange[]): Promise<void> => {
    for (const { connectorId, values } of previous.toReversed()) {
      const restored = await writeSecrets(keychain, storeId, connectorId, values);
      // What could not be put back stays in the journal, for `settle`.
      if (restored.ok) endKeychainChange(db, connectorId);
    }
  };

  /** Changes the keychain for each connector in turn; answers what to put back, or has put it back already. */
  const writeAll = async (changes: readonly SecretChange[]): Promise<Result<SecretChange[]>> => {
    const previous: SecretChange[] = [];
    for (const { connectorId, values } of changes) {
      startKeychainChange(db, connectorId, Object.keys(values));
      const written = await writeSecrets(keychain, storeId, connectorId, values);
      if (!written.ok) {
        if (written.unrestored.length === 0) endKeychainChange(db, connectorId);
        await putBack(previous);
        return { ok: false, error: written.error };
      }
      previous.push({ connectorId, values: written.value });
    }
    return success(previous);
  };

  /**
   * Changes the keychain and then runs `commit` in a store transaction: all of it happens or none. A `commit` that
   * answers a failure must have written nothing.
   */
  const change = <Value>(changes: readonly SecretChange[], commit: () => Result<Value>): Promise<Result<Value>> => {
    const withSecrets = changes.filter(({ values }) => Object.keys(values).length > 0);
    if (withSecrets.length === 0) return Promise.resolve(db.transaction(commit)());
    return inTurn(async () => {
      const written = await writeAll(withSecrets);
      if (!written.ok) return written;
      try {
        const committed = db.transaction(() => {
          const result = commit();
          if (result.ok) for (const { connectorId } of withSecrets) endKeychainChange(db, connectorId);
          return result;
        })();
        if (!committed.ok) await putBack(written.value);
        return committed;
      } catch (error) {
        await putBack(written.value);
        throw error;
      }
    });
  };

  /** What can't be removed stays in the journal, for `settle`. */
  const takeBack = async (secrets: readonly NewSecret[]): Promise<void> => {
    const removed = await removeSecrets(keychain, storeId, secrets);
    if (!removed.ok) return;
    db.transaction(() => {
      for (const { connectorId } of secrets) endKeychainChange(db, connectorId);
    })();
  };

  /**
   * Keeps the secrets of connectors that `commit` then stores, in a transaction of its own: all of it happens or none.
   * Their journal is written by then, and `commit` ends it.
   */
  const addTogether = <Value>(
    secrets: readonly NewSecret[],
    commit: () => Promise<Result<Value>>,
  ): Promise<Result<Value>> =>
    inTurn(async () => {
      const added = secrets.length > 0 ? await addSecrets(keychain, storeId, secrets) : success(undefined);
      if (!added.ok) return added;
      try {
        const committed = await commit();
        if (!committed.ok) await takeBack(secrets);
        return committed;
      } catch (error) {
        await takeBack(secrets);
        throw error;
      }
    });

  /** A connector whose change was cut off: says what the keychain really holds and asks for a test. */
  const settleConnector = async (connector: ConnectorRecord, fields: string[]): Promise<Result<undefined>> => {
    const found = await readSecrets(keychain, storeId, connector.id, fields);
    if (!found.ok) return found;
    const untouched = connector.secretKeys.filter((field) => !fields.includes(field));
    db.transaction(() => {
      updateConnector(db, {
        ...connector,
        secretKeys: [...untouched, ...fields.filter((field) => found.value[field] !== null)],
        status: 'pending',
        statusMessage: `A change of ${fields.join(', ')} was cut off. Enter it again, then test.`,
      });
      endKeychainChange(db, connector.id);
      record(context, 'connector.secretsSettled', `connector/${connector.id}`, {
        connectorId: connector.id,
        ciId: connector.ciId,
        fields,
      });
    })();
    return success(undefined);
  };

  /** Where the connectors that are gone may have left something. */
  const findAccounts = async (waiting: readonly string[]): Promise<Result<string[]>> => {
    if (countStoredSecrets(db) <= mostListed) return keychain.list();
    const changed = listKeychainChanges(db).map(({ connectorId, field }) => accountOf(storeId, connectorId, field));
    return success([...waiting, ...changed]);
  };

  /**
   * Once at start: settles changes that were cut off and deletes entries whose connector is gone. `waiting` are accounts
   * on their way into the keychain. Touches no keychain while this store has nothing in one.
   */
  const settle = (hasEntries: boolean, waiting: readonly string[] = []): Promise<Result<number>> =>
    inTurn(async () => {
      const changes = listKeychainChanges(db);
      if (!hasEntries && changes.length === 0) return success(0);
      for (const connectorId of new Set(changes.map((change) => change.connectorId))) {
        const connector = findConnector(db, connectorId);
        const fields = changes.filter((change) => change.connectorId === connectorId).map(({ field }) => field);
        const settled = connector ? await settleConnector(connector, fields) : success(undefined);
        if (!settled.ok) return settled;
      }
      const accounts = await findAccounts(waiting);
      if (!accounts.ok) return accounts;
      const swept = await sweepOrphans(keychain, accounts.value, (id) => findConnector(db, id) !== undefined);
      if (!swept.ok) return swept;
      for (const { connectorId } of changes) if (!findConnector(db, connectorId)) endKeychainChange(db, connectorId);
      return swept;
    });

  return { session, access, change, addTogether, settle };
};

export type SecretVault = ReturnType<typeof createSecretVault>;
