import type { ConnectorRecord } from '../../db';
import { type Failure, failure, type TickmarkError } from '../result';

interface ConnectionFailed {
  executionId: number;
  /** When the connector was changed last: a mended one is tried like any other. */
  updatedAt: string;
  error: TickmarkError;
}

/** Remembers which connectors the last run could not reach, so that the runs behind it do not knock again and again. */
export const createConnectionFailures = () => {
  const failures = new Map<number, ConnectionFailed>();

  const find = ({ id, updatedAt }: ConnectorRecord): ConnectionFailed | undefined => {
    const failed = failures.get(id);
    return failed?.updatedAt === updatedAt ? failed : undefined;
  };

  return {
    /** A person has started further runs on the connector: it gets its chance again. */
    forget: (connectorId: number): void => {
      failures.delete(connectorId);
    },
    /** What a run on the connector ended with; `error` is null where it has met its system. */
    note: ({ id, updatedAt }: ConnectorRecord, executionId: number, error: TickmarkError | null): void => {
      if (error?.code === 'CONNECTION_FAILED') failures.set(id, { executionId, updatedAt, error });
      else failures.delete(id);
    },
    /** Whether the run before this one has already waited for the system in vain. */
    hasWaited: (connector: ConnectorRecord): boolean => find(connector) !== undefined,
    /** Why the login is not tried again: systems lock logins that are refused several times. */
    refusesLogin: (connector: ConnectorRecord): Failure | null => {
      const failed = find(connector);
      if (failed?.error.reason !== 'AUTH') return null;
      return failure(
        'CONNECTION_FAILED',
        `“${connector.connectorName}” refused the login for run ${failed.executionId}. It was not tried again, because systems lock logins that are refused several times. No query was sent.`,
        { reason: 'AUTH', hint: 'Mend the login, test the connector, then check and start again.' },
      );
    },
  };
};
