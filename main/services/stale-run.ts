import { type ExecutionRecord, findAnalysis, findConnector } from '../../db';
import { findToolType } from '../connectors/registry';
import type { Guard } from '../guard/guard-client';
import { isAsShown } from './execution-runner';
import { judge, saidNotAnswerable } from './preflight-service';
import type { ServiceContext } from './service-context';

/**
 * Why an execution that has waited over a restart is not what its pre-flight showed any more; undefined where it is. Asks
 * the guard again: it may be of a newer version.
 */
export const whyStale = async (
  { db }: ServiceContext,
  guard: Guard,
  execution: ExecutionRecord,
): Promise<string | undefined> => {
  const { applicationId, questionId, connectorId, connectorName, query } = execution;
  const analysis = findAnalysis(db, applicationId, questionId);
  if (!analysis) return 'The question was removed since it was checked.';
  if (analysis.notAnswerable !== null) return saidNotAnswerable(analysis.notAnswerable);
  if (analysis.query !== query) return 'The query was changed since it was checked.';
  const connector = connectorId === null ? undefined : findConnector(db, connectorId);
  if (!connector) return `“${connectorName}” was deleted since it was checked.`;
  if (!isAsShown(execution, connector)) return `“${connectorName}” was changed since it was checked.`;
  const toolType = findToolType(connector.connectorType);
  if (!toolType) return `This version of Tickmark can’t reach “${connector.connectorType}”.`;
  const refusal = await judge(guard, analysis, connector, toolType);
  return refusal?.reasons.join(' ');
};
