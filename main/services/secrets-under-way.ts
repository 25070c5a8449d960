import { findConnector, readFact, removeFact, updateConnector, writeFact } from '../../db';
import type { StoreStatus } from '../../preload/contract';
import { connectorAccount } from '../keychain/connector-secrets';
import type { WaitingRoom } from '../keychain/waiting-room';
import { record, type ServiceContext } from './service-context';

/** How many there were, while any is under way. */
export const totalFact = 'secrets_under_way';

/** What the store and its log know of secrets that wait for the keychain. */
export const createSecretsUnderWay = (context: ServiceContext) => {
  const { db } = context;
  const total = (): number => Number(readFact(db, totalFact) ?? 0);

  const onSealed = (secrets: number): void =>
    db.transaction(() => {
      writeFact(db, totalFact, String(total() + secrets));
      record(context, 'secrets.underWay', 'keychain', { secrets });
    })();

  const onEmpty = (): void =>
    db.transaction(() => {
      record(context, 'secrets.arrived', 'keychain', { secrets: total() });
      removeFact(db, totalFact);
    })();

  /** The list of connectors shows which one has to be mended. */
  const onUnreadable = (account: string): void => {
    const { connectorId, field } = connectorAccount(account) ?? {};
    const connector = connectorId === undefined ? undefined : findConnector(db, connectorId);
    if (!connector || !field) return;
    const statusMessage = `The ${field} was lost on its way into the keychain. Enter it again, then test.`;
    if (connector.statusMessage === statusMessage) return;
    db.transaction(() => {
      updateConnector(db, { ...connector, status: 'pending', statusMessage });
      const { id, ciId, connectorName } = connector;
      record(context, 'connector.secretLost', `connector/${id}`, { connectorId: id, ciId, connectorName, field });
    })();
  };

  return {
    begun: () => total() > 0,
    onSealed,
    onUnreadable,
    onEmpty,
    /** Undefined where none waits. */
    status: ({ state }: WaitingRoom): StoreStatus['secretsUnderWay'] => {
      const { waiting, unreadable, paused } = state();
      return waiting > 0 ? { waiting, total: Math.max(total(), waiting), unreadable, paused } : undefined;
    },
  };
};
