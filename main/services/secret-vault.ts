import {
  type ConnectorRecord,
  endKeychainChange,
  findConnector,
  listKeychainChanges,
  startKeychainChange,
  updateConnector,
} from '../../db';
import { readSecrets, type SecretValues, sweepOrphans, writeSecrets } from '../keychain/connector-secrets';
import type { Keychain } from '../keychain/keychain';
import { createSessionSecrets } from '../keychain/session-secrets';
import { type Result, success } from '../result';
import { record, type ServiceContext } from './service-context';

/**
 * Connectors' secrets, kept in step with the store: what is about to change is written to a journal, then the keychain
 * is changed and read back, then the store commits. If the store can't, the keychain is put back; if the program dies in
 * between, `settle` finds the journal at the next start.
 */
export const createSecretVault = (context: ServiceContext, keychain: Keychain, storeId: string) => {
  const { db } = context;
  const session = createSessionSecrets();
  // One change at a time: the sweep must not meet the secrets of a connector that is being created.
  let lastChange: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = lastChange.then(work, work);
    lastChange = turn;
    return turn;
  };

  /** All secrets of a connector, by field: the session's own over the keychain's. */
  const read = async ({ id, secretKeys }: ConnectorRecord): Promise<Result<Record<string, string>>> => {
    const stored = await readSecrets(keychain, storeId, id, secretKeys);
    if (!stored.ok) return stored;
    const found = Object.entries(stored.value).filter((entry): entry is [string, string] => entry[1] !== null);
    return success({ ...Object.fromEntries(found), ...session.get(id) });
  };

  /**
   * Changes the keychain and then runs `commit` in a store transaction: both happen or neither. A `commit` that answers
   * a failure must have written nothing.
   */
  const change = <Value>(
    connectorId: number,
    values: SecretValues,
    commit: () => Result<Value>,
  ): Promise<Result<Value>> => {
    const fields = Object.keys(values);
    // Without secrets nobody waits for a keychain that may be busy or stuck.
    if (fields.length === 0) return Promise.resolve(db.transaction(commit)());
    return inTurn(async () => {
      startKeychainChange(db, connectorId, fields);
      const written = await writeSecrets(keychain, storeId, connectorId, values);
      if (!written.ok) {
        // What could not be put back stays in the journal, for `settle`.
        if (written.unrestored.length === 0) endKeychainChange(db, connectorId);
        return { ok: false, error: written.error };
      }
      const putBack = async () => {
        const restored = await writeSecrets(keychain, storeId, connectorId, written.value);
        if (restored.ok) endKeychainChange(db, connectorId);
      };
      try {
        const committed = db.transaction(() => {
          const result = commit();
          if (result.ok) endKeychainChange(db, connectorId);
          return result;
        })();
        if (!committed.ok) await putBack();
        return committed;
      } catch (error) {
        await putBack();
        throw error;
      }
    });
  };

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

  /**
   * Once at start: settles changes that were cut off and deletes entries whose connector is gone. Touches no keychain
   * while this store has nothing in one.
   */
  const settle = (hasEntries: boolean): Promise<Result<number>> =>
    inTurn(async () => {
      const changes = listKeychainChanges(db);
      if (!hasEntries && changes.length === 0) return success(0);
      for (const connectorId of new Set(changes.map((change) => change.connectorId))) {
        const connector = findConnector(db, connectorId);
        const fields = changes.filter((change) => change.connectorId === connectorId).map(({ field }) => field);
        const settled = connector ? await settleConnector(connector, fields) : success(undefined);
        if (!settled.ok) return settled;
      }
      const swept = await sweepOrphans(keychain, (id) => findConnector(db, id) !== undefined);
      if (!swept.ok) return swept;
      for (const { connectorId } of changes) if (!findConnector(db, connectorId)) endKeychainChange(db, connectorId);
      return swept;
    });

  return { session, read, change, settle };
};

export type SecretVault = ReturnType<typeof createSecretVault>;
