import { useEffect } from 'react';
import type { Connector } from '../../../preload/contract';
import { useConnectorTypes } from '../settings/connectors-store';
import { readTables } from './analysis-store';
import { useSchemas } from './schema-store';

/**
 * Reads the tables of those connectors that are files and that a test has reached. A file is read by nobody but this
 * computer: there is no session that somebody else would see.
 */
export const useFileTables = (connectors: readonly Connector[]): void => {
  const types = useConnectorTypes();
  const known = useSchemas((state) => state.byConnector);
  const isFile = ({ connectorType }: Connector) =>
    types.some(({ type, withoutLogin, comparesTables }) => type === connectorType && withoutLogin && comparesTables);
  const unread = connectors
    .filter((connector) => connector.status === 'active' && !known.has(connector.id) && isFile(connector))
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (unread !== '') void readTables(unread.split(' ').map(Number));
  }, [unread]);
};
