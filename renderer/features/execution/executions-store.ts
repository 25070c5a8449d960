import { useEffect } from 'react';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Execution, ExecutionProgress, TickmarkError } from '../../../preload/contract';
import { reportProgress } from '../../app/progress-store';
import { bridge } from '../../bridge';
import { addNotice, noticeError, valueOrNotice } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { isActive } from './run-figures';

const t = textsOf('execution');

interface ExecutionList {
  /** Newest first. */
  executions: Execution[];
  loaded: boolean;
  error: TickmarkError | null;
}

interface ExecutionsState extends ExecutionList {
  applicationId: number | null;
  /** What was last heard of runs that go on, by execution. */
  progress: Record<number, ExecutionProgress>;
}

const empty: ExecutionList = { executions: [], loaded: false, error: null };

/** The runs of the application that is open. */
export const useExecutions = create<ExecutionsState>(() => ({ applicationId: null, progress: {}, ...empty }));

const isOpen = (applicationId: number): boolean => useExecutions.getState().applicationId === applicationId;

/** Reads an application's runs, also those whose connector is gone. */
export const loadExecutions = async (applicationId: number): Promise<void> => {
  if (!isOpen(applicationId)) useExecutions.setState({ applicationId, progress: {}, ...empty });
  const answer = await bridge.executions.list({ applicationId });
  if (!isOpen(applicationId)) return;
  if (!answer.ok) {
    useExecutions.setState({ loaded: true, error: answer.error });
    return;
  }
  useExecutions.setState({ executions: answer.value.toSorted((a, b) => b.id - a.id), loaded: true, error: null });
  reportProgress(applicationId, { executions: answer.value });
  refreshEnded();
};

/** Takes over what a call has answered of one run. */
export const replaceExecution = (execution: Execution): void => {
  const { applicationId } = useExecutions.getState();
  if (execution.applicationId !== applicationId) return;
  useExecutions.setState((state) => ({
    executions: state.executions.map((other) => (other.id === execution.id ? execution : other)),
  }));
  reportProgress(applicationId, { executions: useExecutions.getState().executions });
};

const beingRead = new Set<number>();

/** Reads one run again: it has ended, or what is known of it is old. */
const refreshExecution = async (executionId: number): Promise<void> => {
  if (beingRead.has(executionId)) return;
  beingRead.add(executionId);
  const answer = await bridge.executions.get({ executionId });
  beingRead.delete(executionId);
  if (!answer.ok) return;
  replaceExecution(answer.value);
  // It may have ended while it was read.
  refreshEnded();
};

/** A short run may end between the reading of the list and its arrival: what was heard of it then is newer. */
const refreshEnded = (): void => {
  const { executions, progress } = useExecutions.getState();
  for (const { id, status } of executions) {
    const heard = progress[id];
    if (heard && isActive(status) && !isActive(heard.status)) void refreshExecution(id);
  }
};

const takeProgress = (heard: ExecutionProgress): void => {
  const { executions } = useExecutions.getState();
  const known = executions.find((execution) => execution.id === heard.executionId);
  useExecutions.setState((state) => ({ progress: { ...state.progress, [heard.executionId]: heard } }));
  if (known && known.status !== heard.status) void refreshExecution(heard.executionId);
};

/** Keeps what is known of the runs up to date, until the answered function is called. */
export const followRuns = (): (() => void) => bridge.executions.onProgress(takeProgress);

/** The runs of an application, kept up to date while the page is open. */
export const useExecutionsOf = (applicationId: number): ExecutionList => {
  const state = useExecutions(
    useShallow(({ applicationId, executions, loaded, error }) => ({ applicationId, executions, loaded, error })),
  );
  useEffect(() => {
    const unsubscribe = followRuns();
    void loadExecutions(applicationId);
    return unsubscribe;
  }, [applicationId]);
  return state.applicationId === applicationId ? state : empty;
};

/** Puts what an earlier start left waiting back into the queue; what is no longer as it was shown is told. */
export const resumeHeld = async (applicationId: number): Promise<void> => {
  const resumed = await valueOrNotice(
    bridge.executions.resumeQueue({ applicationId }),
    t('held.notResumed'),
    t('held.notResumedKept'),
  );
  await loadExecutions(applicationId);
  if (!resumed || resumed.refused.length === 0) return;
  addNotice({
    tone: 'error',
    title: t('held.refused', { count: resumed.refused.length }),
    message: [...new Set(resumed.refused.map(({ message }) => fromMain(message)))].slice(0, 3).join(' '),
    hint: t('held.refusedHint'),
  });
};

/** Stops a run at the server; what it had kept stays, marked as incomplete. */
export const cancelExecution = async (executionId: number): Promise<void> => {
  const answer = await bridge.executions.cancel({ executionId });
  if (answer.ok) replaceExecution(answer.value);
  else noticeError(answer.error, t('runs.notCancelled'), t('runs.goesOn'));
};
