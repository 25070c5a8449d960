import { useEffect } from 'react';
import { useConnectorTypes } from '../settings/connectors-store';
import { readTables, useAnalyses } from './analysis-store';
import { useSchemas } from './schema-store';

/**
 * Reads the tables of files that a test has reached while a person still chooses among them, so that what is said of the
 * queries then holds at once. A file is read by nobody but this computer: there is no session that somebody else would see.
 */
export const useFileTables = (): void => {
  const types = useConnectorTypes();
  const connectors = useAnalyses((state) => state.connectors);
  const known = useSchemas((state) => state.byConnector);
  const unread = types
    .filter(({ withoutLogin, comparesTables }) => withoutLogin && comparesTables)
    .flatMap(({ type }) => connectors.get(type) ?? [])
    .filter(({ id, status }) => status === 'active' && !known.has(id))
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (unread !== '') void readTables(unread.split(' ').map(Number));
  }, [unread]);
};
