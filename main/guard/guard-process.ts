/** Judges long queries, so that the window never waits for a parser and a query that none can cope with can be stopped. */
import { findToolType } from '../connectors/registry';
import type { GuardVerdict } from '../connectors/types';
import { openParentPort } from '../processes/parent-port';
import { serveOperations } from '../processes/requests';

const operations = {
  judge: async ({ connectorType, query }: { connectorType: string; query: string }): Promise<GuardVerdict> =>
    findToolType(connectorType)?.guardQuery(query) ?? { allowed: false, reason: `“${connectorType}” can't run.` },
};
export type GuardOperations = typeof operations;

serveOperations(openParentPort(), operations);
