/**
 * The secrets of connectors in the keychain: account `<store id>/connector/<id>/<field>`. Several fields change together
 * or not at all. Nothing here knows the store; the caller commits there, and puts the previous values back if it can't.
 */
import { type Failure, failure, type Result, success } from '../result';
import type { Keychain } from './keychain';

/** Secrets by field; null where there is none, or where there shall be none. */
export type SecretValues = Record<string, string | null>;

/** Fields that, after a failure, may hold something else than before: putting their old value back failed too. */
type SecretsFailure = Failure & { unrestored: string[] };

export const accountOf = (storeId: string, connectorId: number, field: string) =>
  `${storeId}/connector/${connectorId}/${field}`;

/** The values of `fields`, all of them or a failure. */
export const readSecrets = async (
  keychain: Keychain,
  storeId: string,
  connectorId: number,
  fields: readonly string[],
): Promise<Result<SecretValues>> => {
  const values: SecretValues = {};
  for (const field of fields) {
    const read = await keychain.get(accountOf(storeId, connectorId, field));
    if (!read.ok) return read;
    values[field] = read.value;
  }
  return success(values);
};

/**
 * Sets each field to its value, or removes it where that is null: all or nothing. Answers the previous values, so that
 * a second call with them undoes the first. VALIDATION, with nothing written, where the platform can't hold a secret.
 */
export const writeSecrets = async (
  keychain: Keychain,
  storeId: string,
  connectorId: number,
  values: SecretValues,
): Promise<{ ok: true; value: SecretValues } | SecretsFailure> => {
  const fields = Object.keys(values);
  if (fields.length === 0) return success({});
  const refused = refuseUnholdable(keychain, values);
  if (refused) return { ...refused, unrestored: [] };

  const writable = await keychain.prepareToWrite();
  if (!writable.ok) return { ...writable, unrestored: [] };
  const previous = await readSecrets(keychain, storeId, connectorId, fields);
  if (!previous.ok) return { ...previous, unrestored: [] };

  const touched: string[] = [];
  for (const field of fields) {
    // A write that failed may still have landed, so it is undone like those that succeeded.
    touched.unshift(field);
    const written = await put(keychain, accountOf(storeId, connectorId, field), values[field] ?? null);
    if (written.ok) continue;
    const unrestored = await restore(keychain, storeId, connectorId, touched, previous.value);
    return { ...withUnrestored(written, unrestored), unrestored };
  }
  return success(previous.value);
};

/** A secret of a connector that is not stored yet: nothing is in the keychain under its id. */
export interface NewSecret {
  connectorId: number;
  field: string;
  secret: string;
}

/** Writes the secrets of new connectors: all, or none and a failure. */
export const addSecrets = async (
  keychain: Keychain,
  storeId: string,
  secrets: readonly NewSecret[],
): Promise<Result<undefined>> => {
  const entries = secrets.map(({ connectorId, field, secret }) => ({
    account: accountOf(storeId, connectorId, field),
    secret,
  }));
  const written = await keychain.setAll(entries);
  if (written.ok) return written;
  const removed = await removeSecrets(keychain, storeId, secrets);
  return removed.ok
    ? written
    : { ok: false, error: { ...written.error, message: `${written.error.message} ${leftOver}` } };
};

const leftOver = 'Some secrets that were written already are removed at the next start.';

/** Removes what `addSecrets` has written. */
export const removeSecrets = (
  keychain: Keychain,
  storeId: string,
  secrets: readonly NewSecret[],
): Promise<Result<undefined>> =>
  keychain.deleteAll(secrets.map(({ connectorId, field }) => accountOf(storeId, connectorId, field)));

/**
 * Deletes those of the accounts whose connector is gone, and answers how many. Only while no connector is being created:
 * its secrets are there before it is.
 */
export const sweepOrphans = async (
  keychain: Keychain,
  accounts: readonly string[],
  isKnownConnector: (connectorId: number) => boolean,
): Promise<Result<number>> => {
  const orphans = accounts.filter((account) => {
    const ofConnector = connectorAccount(account);
    return ofConnector !== undefined && !isKnownConnector(ofConnector.connectorId);
  });
  const removed = await keychain.deleteAll(orphans);
  return removed.ok ? success(orphans.length) : removed;
};

/** Whose secret an account is; undefined for one that is no connector's. */
export const connectorAccount = (account: string): { connectorId: number; field: string } | undefined => {
  const [, id, field] = /^[^/]+\/connector\/(\d+)\/(.*)$/s.exec(account) ?? [];
  return id && field ? { connectorId: Number(id), field } : undefined;
};

const refuseUnholdable = (keychain: Keychain, values: SecretValues): Failure | undefined => {
  const fieldErrors: Record<string, string> = {};
  for (const [field, secret] of Object.entries(values)) {
    const refusal = secret === null ? undefined : keychain.whyRefused(secret);
    if (refusal) fieldErrors[field] = refusal;
  }
  const messages = Object.values(fieldErrors);
  return messages.length > 0 ? failure('VALIDATION', messages.join(' '), { fieldErrors }) : undefined;
};

const put = (keychain: Keychain, account: string, secret: string | null): Promise<Result<unknown>> =>
  secret === null ? keychain.delete(account) : keychain.set(account, secret);

/** Puts the previous values back, and answers the fields for which that failed. */
const restore = async (
  keychain: Keychain,
  storeId: string,
  connectorId: number,
  fields: readonly string[],
  previous: SecretValues,
): Promise<string[]> => {
  const unrestored: string[] = [];
  for (const field of fields) {
    const restored = await put(keychain, accountOf(storeId, connectorId, field), previous[field] ?? null);
    if (!restored.ok) unrestored.push(field);
  }
  return unrestored;
};

const withUnrestored = (failed: Failure, unrestored: string[]): Failure => {
  if (unrestored.length === 0) return failed;
  const message = `${failed.error.message} What the keychain holds for ${unrestored.join(', ')} could not be put back.`;
  return { ok: false, error: { ...failed.error, message } };
};
