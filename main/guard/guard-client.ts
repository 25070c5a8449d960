import type { GuardVerdict, ToolType } from '../connectors/types';
import type { StartProcess } from '../processes/port';
import { createRestartingProcess, whileAtWork } from '../processes/restarting-process';
import { createTurns } from '../processes/turns';
import type { GuardOperations } from './guard-process';

/** The guard as main asks it: whatever the query, main is held up for milliseconds only. */
export interface Guard {
  judge(toolType: ToolType, query: string): Promise<GuardVerdict>;
  stop(): void;
}

/** Characters that are judged within some 25 ms in main itself, in any language; the rest is worth a process's start. */
const shortQuery = 5_000;

/** The longest that is judged at all takes about a second; a busy computer gets more. */
const deadline = 20_000;

const refused = (reason: string): GuardVerdict => ({ allowed: false, reason });

/** Fails closed: a query that can't be judged in time, or breaks the process, is refused. */
export const createGuard = (startProcess: StartProcess): Guard => {
  const child = createRestartingProcess<GuardOperations>(startProcess, 'guard-process', whileAtWork);
  const inTurn = createTurns(child, deadline);

  const ended = (late: boolean): GuardVerdict =>
    refused(
      late
        ? `Reading the query took more than ${deadline / 1_000} seconds, so it was stopped; make it simpler.`
        : 'The query needs more memory than there is to read it; make it simpler.',
    );

  return {
    judge: (toolType, query) =>
      query.length <= shortQuery
        ? toolType.guardQuery(query)
        : inTurn(() => child.request('judge', { connectorType: toolType.type, query }), ended),
    stop: child.stop,
  };
};
