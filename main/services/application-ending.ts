import {
  type ApplicationRecord,
  deleteApplication,
  listConnectorsByCi,
  listSiblingApplications,
  moveConnectorsToApplication,
} from '../../db';
import { type Failure, failure, type Result, success } from '../result';
import type { ConnectorService } from './connector-service';
import type { ServiceContext } from './service-context';

export interface ConnectorsLeft {
  /** The audit that has them now; null where none is left on the CI. */
  connectorsMovedTo: number | null;
  /** Those that went with their last audit. */
  connectorsRemoved: number[];
}

export interface Ending {
  /** Why it must not end; asked again inside the transaction, since much may happen while the keychain is busy. */
  refuse(): Failure | undefined;
  /** What else goes, and what the log keeps of it. Runs in the transaction, before the audit's row is deleted. */
  commit(left: ConnectorsLeft): void;
}

/**
 * Deletes an audit. Its connectors go to another audit of the CI; the last one takes all connectors of the CI and their
 * secrets along, also those made in Settings, which no audit has.
 */
export const endApplication = async (
  { db }: ServiceContext,
  connectors: ConnectorService,
  application: ApplicationRecord,
  { refuse, commit }: Ending,
): Promise<Result<ConnectorsLeft>> => {
  const refused = refuse();
  if (refused) return refused;
  const { id, ciId } = application;
  const heirId = listSiblingApplications(db, application)[0]?.id ?? null;
  const listConnectorIds = () => listConnectorsByCi(db, ciId).map((connector) => connector.id);
  const taken = heirId === null ? listConnectorIds() : [];
  return connectors.removeTogether(taken, (deleteConnectors) => {
    const refusedNow = refuse();
    if (refusedNow) return refusedNow;
    if (heirId === null && listConnectorIds().join() !== taken.join()) return connectorsChanged();
    if (heirId === null) deleteConnectors();
    else moveConnectorsToApplication(db, id, heirId);
    const left = { connectorsMovedTo: heirId, connectorsRemoved: taken };
    commit(left);
    deleteApplication(db, id);
    return success(left);
  });
};

const connectorsChanged = (): Failure =>
  failure('VALIDATION', 'The connectors of this CI have changed meanwhile. Nothing was removed.', {
    hint: 'Look at them and try again.',
  });
