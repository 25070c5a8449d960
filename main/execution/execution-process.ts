/** The process in which all contact with clients' systems happens: a stuck driver or a flood of rows harms nobody else. */
import type { Result, SchemaTable } from '../../preload/contract';
import { findToolType } from '../connectors/registry';
import { hasStuckThreads } from '../connectors/stuck-threads';
import type { ConnectorAccess, ConnectorDriver, DriverReport } from '../connectors/types';
import { receiveEvidenceKey } from '../evidence/evidence-key';
import { openParentPort } from '../processes/parent-port';
import { type RequestContext, serveOperations } from '../processes/requests';
import { createRetirement } from '../processes/restarting-process';
import { failure } from '../result';
import { type RunAnswer, type RunInput, runQuery } from './run-query';

export type { RunAnswer, RunEnd, RunInput, RunNotice } from './run-query';

export interface TestInput {
  connectorType: string;
  access: ConnectorAccess;
}

const withDriver = async <Value>(
  connectorType: string,
  use: (driver: ConnectorDriver) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  const toolType = findToolType(connectorType);
  if (!toolType) return failure('UNSUPPORTED_TYPE', `The tool type “${connectorType}” can't run.`);
  return use(await toolType.loadDriver());
};

const operations = {
  test: ({ connectorType, access }: TestInput, { signal }: RequestContext): Promise<Result<DriverReport>> =>
    withDriver(connectorType, (driver) => driver.test(access, signal)),

  describeSchema: ({ connectorType, access }: TestInput, { signal }: RequestContext): Promise<Result<SchemaTable[]>> =>
    withDriver(connectorType, (driver) => driver.describeSchema(access, signal)),

  run: (input: RunInput, context: RequestContext): Promise<RunAnswer> => runQuery(input, context),
};

export type ExecutionOperations = typeof operations;

let underWay = 0;
let isRetired = false;
/** Long enough for an answer to leave the process. */
const farewellMilliseconds = 500;

const port = openParentPort();

const { retire } = createRetirement(port, () => {
  isRetired = true;
  endWhenStuck();
});

/** Only once main sends nothing more here: what was on its way would be lost with the process. */
const endWhenStuck = () => {
  if (underWay > 0) return;
  // Nothing less frees a processor that native code holds: an orderly exit would wait for that thread.
  if (isRetired) process.kill(process.pid, 'SIGKILL');
  else if (hasStuckThreads()) retire();
};

const counted =
  <Input, Value>(operation: (input: Input, context: RequestContext) => Promise<Value>) =>
  async (input: Input, context: RequestContext): Promise<Value> => {
    underWay += 1;
    try {
      return await operation(input, context);
    } finally {
      underWay -= 1;
      setTimeout(endWhenStuck, farewellMilliseconds);
    }
  };

receiveEvidenceKey(port);
serveOperations(port, {
  test: counted(operations.test),
  describeSchema: counted(operations.describeSchema),
  run: counted(operations.run),
});
