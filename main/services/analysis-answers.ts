import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AnalysisRecord, type ApplicationRecord, type ConnectorRecord, listConnectorsByCi } from '../../db';
import type { Analysis } from '../../preload/contract';
import { findToolType } from '../connectors/registry';
import type { Guard } from '../guard/guard-client';
import { judge } from './preflight-service';
import { rememberByQuery } from './remember-by-query';
import { createDirectory, resolveChoice } from './resolution';
import type { ServiceContext } from './service-context';

/** Makes of stored analyses what crosses the bridge: how each resolves today, and why its query would be refused. */
export const createAnalysisAnswers = ({ db }: ServiceContext, guard: Guard) => {
  // What starts is judged anew in any case: only what Step 3 shows is remembered.
  const guardOnce: Guard = { ...guard, judge: rememberByQuery(guard.judge) };

  /** Why the pre-flight would refuse the query on that connector. Where there is no query, that is said otherwise. */
  const findQueryProblem = async (
    analysis: AnalysisRecord,
    connector: ConnectorRecord,
  ): Promise<string | undefined> => {
    const toolType = findToolType(connector.connectorType);
    if (!toolType || analysis.query.trim() === '') return undefined;
    const refusal = await judge(guardOnce, analysis, connector, toolType);
    return refusal?.reasons.join(' ');
  };

  /** The analyses of one application, in their order. Contacts no system. */
  return async ({ ciId }: ApplicationRecord, analyses: readonly AnalysisRecord[]): Promise<Analysis[]> => {
    const connectors = listConnectorsByCi(db, ciId);
    const directory = createDirectory(connectors);
    const connectorById = new Map(connectors.map((connector) => [connector.id, connector]));
    const answers: Analysis[] = [];
    for (const analysis of analyses) {
      const { connectorToUse: _, questionNumber: _number, selectionLost: _lost, ...shown } = analysis;
      const resolved = resolveChoice(analysis, directory);
      const connector = connectorById.get(resolved.connectorId ?? Number.NaN);
      const queryProblem = connector && (await findQueryProblem(analysis, connector));
      answers.push({ ...shown, ...resolved, ...(queryProblem !== undefined && { queryProblem }) });
      // Parsing thousands of queries must not keep the window waiting.
      if (answers.length % 50 === 0) await nextTurn();
    }
    return answers;
  };
};

export type AnswerAnalyses = ReturnType<typeof createAnalysisAnswers>;
