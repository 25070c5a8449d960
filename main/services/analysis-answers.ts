import {
  type AnalysisRecord,
  type ApplicationRecord,
  type ConnectorRecord,
  listConnectorsByCi,
  listQueryOutcomes,
} from '../../db';
import type { Analysis, TickmarkError } from '../../preload/contract';
import { createBreaks } from '../breaks';
import { findToolType } from '../connectors/registry';
import type { ToolType } from '../connectors/types';
import type { Guard } from '../guard/guard-client';
import type { KnownTables, Lacking } from './known-tables';
import { judge } from './preflight-service';
import { rememberByQuery } from './remember-by-query';
import { createDirectory, resolveChoice } from './resolution';
import type { ServiceContext } from './service-context';

const runKey = ({ questionId, connectorId }: { questionId: string; connectorId: number | null }): string =>
  `${connectorId} ${questionId}`;

/** Longer queries are not read in main a second time, only to compare their names. */
const longestCompared = 5_000;

const sayLacking = (connectorName: string, { what, names, nearest }: Lacking): string => {
  const [lacking, near] = [names.join(', '), nearest.join(', ')];
  if (what === 'table') {
    return near
      ? `“${connectorName}” lists no table ${lacking}. Nearest there: ${near}.`
      : `“${connectorName}” lists no table ${lacking}. Write the names that it has there, or choose another connector.`;
  }
  return near
    ? `“${connectorName}” lists no column ${lacking}. Nearest there: ${near}.`
    : `“${connectorName}” lists no column ${lacking}. Write the names that its tables have there.`;
};

/** Makes of stored analyses what crosses the bridge: how each resolves today, and what is known of its query. */
export const createAnalysisAnswers = ({ db }: ServiceContext, guard: Guard, knownTables: KnownTables) => {
  // What starts is judged anew in any case: only what Step 3 shows is remembered.
  const guardOnce: Guard = { ...guard, judge: rememberByQuery(guard.judge) };

  const namesOnce = rememberByQuery(async (toolType, query) => ({
    tables: (await toolType.tablesNamed?.(query)) ?? [],
    columns: (await toolType.columnsNamed?.(query)) ?? [],
  }));

  const describeLacking = async (
    { query }: AnalysisRecord,
    connector: ConnectorRecord,
    toolType: ToolType,
  ): Promise<string | undefined> => {
    if (!knownTables.isKnown(connector) || query.length > longestCompared) return undefined;
    const lacking = knownTables.findLacking(connector, await namesOnce(toolType, query));
    return lacking && sayLacking(connector.connectorName, lacking);
  };

  /** Why the pre-flight would refuse the query on that connector, or which tables or columns its system lacks. */
  const findQueryProblem = async (
    analysis: AnalysisRecord,
    connector: ConnectorRecord,
  ): Promise<string | undefined> => {
    const toolType = findToolType(connector.connectorType);
    if (!toolType || analysis.query.trim() === '') return undefined;
    const refusal = await judge(guardOnce, analysis, connector, toolType);
    return refusal?.reasons.join(' ') ?? describeLacking(analysis, connector, toolType);
  };

  /** The analyses of one application, in their order. Contacts no system. `connectors` are those of its CI, where they are read already. */
  return async (
    { id, ciId }: ApplicationRecord,
    analyses: readonly AnalysisRecord[],
    connectors: readonly ConnectorRecord[] = listConnectorsByCi(db, ciId),
  ): Promise<Analysis[]> => {
    const directory = createDirectory(connectors);
    const connectorById = new Map(connectors.map((connector) => [connector.id, connector]));
    const outcomes = new Map(listQueryOutcomes(db, id).map((outcome) => [runKey(outcome), outcome]));
    const breakWhenDue = createBreaks();
    const answers: Analysis[] = [];
    for (const analysis of analyses) {
      const { connectorToUse: _, questionNumber: _number, selectionLost: _lost, notAnswerable, ...shown } = analysis;
      const resolved = resolveChoice(analysis, directory);
      const connector = connectorById.get(resolved.connectorId ?? Number.NaN);
      const queryProblem = connector && (await findQueryProblem(analysis, connector));
      const outcome = outcomes.get(runKey({ ...shown, ...resolved }));
      const lastFailure = outcome?.error as TickmarkError | null | undefined;
      answers.push({
        ...shown,
        ...resolved,
        ...(queryProblem !== undefined && { queryProblem }),
        hasRun: outcome?.succeeded ?? false,
        ...(lastFailure && { lastFailure }),
        ...(notAnswerable !== null && { notAnswerable }),
      });
      await breakWhenDue();
    }
    return answers;
  };
};

export type AnswerAnalyses = ReturnType<typeof createAnalysisAnswers>;
