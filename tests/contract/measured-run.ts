/** A run in the real execution process, with what it took of the computer's memory. */
import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { createExecutionProcess, type RunOutcome } from '../../main/execution/execution-process-client';
import type { RunInput } from '../../main/execution/run-query';
import { createNodeProcesses } from '../support/node-process';
import { never } from './stage';

/** A figure of the process as Linux keeps it, in bytes. */
const memoryOf = (processId: number, figure: 'VmRSS' | 'VmHWM'): number => {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  return Number(new RegExp(`^${figure}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1]) * 1_024;
};

/** The outcome, and how far the process went above its idle memory at the most, in bytes. */
export const runMeasured = async (input: RunInput): Promise<{ outcome: RunOutcome; growth: number }> => {
  const processes = createNodeProcesses(inject('executionProgram'));
  const execution = createExecutionProcess(processes.startProcess);
  try {
    const { connectorType, access } = input;
    await execution.test({ connectorType, access });
    const processId = processes.started[0]?.pid ?? 0;
    const idle = memoryOf(processId, 'VmRSS');
    const outcome = await execution.run(input, {
      signal: never,
      onSession: () => {},
      onProgress: () => {},
      onRetry: () => {},
    });
    return { outcome, growth: memoryOf(processId, 'VmHWM') - idle };
  } finally {
    processes.killAll();
  }
};
