import { dispatch } from '../../main/bridge/dispatch';
import { createProgram } from '../../main/program';
import { type Bridge, contractEntries, type ExecutionProgress, type Result } from '../../preload/contract';
import { createNodeProcesses } from './node-processes';

export interface TestProgram {
  /** As `window.tickmark`, each call going through the same validation as from the window. */
  bridge: Bridge;
  /** What the person chooses in the next file dialogs; null cancels. */
  chooses: { path: string | null; savePath: string | null };
  progress: ExecutionProgress[];
  /** Files that were shown in the file manager. */
  shown: string[];
  /** Picks a file as the form does, and answers its token. */
  pick(path: string): Promise<{ fileToken: string }>;
  /** The processes beside main that run now. */
  processIds(): number[];
  /** Ends the processes beside main the hard way. */
  killProcesses(): void;
  close(): Promise<void>;
}

/** The value of a result that has to be one. */
export const value = async <Value>(answer: Promise<Result<Value>>): Promise<Value> => {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} ${JSON.stringify(result.error)}`);
  return result.value;
};

/** Tickmark without its window, under plain Node: the same services, the same processes, a real keychain. */
export const startProgram = (options: {
  programs: { folder: string };
  dataFolder: string;
  /** Names the keychain that the processes meet. */
  env: NodeJS.ProcessEnv;
  /** Hears what the processes beside main print. */
  onOutput?: (printed: Buffer) => void;
}): TestProgram => {
  const processes = createNodeProcesses(options.programs.folder, options.env, options.onOutput);
  const chooses: TestProgram['chooses'] = { path: null, savePath: null };
  const progress: ExecutionProgress[] = [];
  const shown: string[] = [];
  const program = createProgram({
    dataFolder: options.dataFolder,
    keychainService: 'Tickmark test',
    appVersion: '0.0.0-test',
    electronVersion: '',
    actor: 'ada',
    startProcess: processes.startProcess,
    dialogs: { pickPath: async () => chooses.path, savePath: async () => chooses.savePath },
    takeOpenedPack: () => null,
    showInFolder: (path) => shown.push(path),
    sendProgress: (state) => progress.push(state),
    sendLookingProgress: () => undefined,
    connectorMet: () => undefined,
    preferencesChanged: () => undefined,
    locked: () => undefined,
  });

  const bugs = (error: unknown) => {
    throw error;
  };
  const bridge: Record<string, Record<string, unknown>> = {};
  for (const { area, method, entry } of contractEntries) {
    if (!('input' in entry)) continue;
    // What crosses the real bridge is a copy.
    const call = async (input: unknown) =>
      structuredClone(await dispatch(program.handlers(), area, method, structuredClone(input), bugs));
    bridge[area] = { ...bridge[area], [method]: call };
  }
  const typed = bridge as unknown as Bridge;
  return {
    bridge: typed,
    chooses,
    progress,
    shown,
    pick: async (path) => {
      chooses.path = path;
      const picked = await value(typed.files.pick({ purpose: 'sqlite' }));
      return { fileToken: picked?.fileToken ?? '' };
    },
    processIds: () =>
      processes.started.flatMap(({ pid, exitCode, signalCode }) =>
        pid !== undefined && exitCode === null && signalCode === null ? [pid] : [],
      ),
    killProcesses: processes.killAll,
    close: async () => {
      await program.close();
      processes.killAll();
    },
  };
};

/** Waits until the executions have ended, and answers them. */
export const whenEnded = async (bridge: Bridge, executionIds: readonly number[]) => {
  const read = () => Promise.all(executionIds.map((executionId) => value(bridge.executions.get({ executionId }))));
  for (;;) {
    const executions = await read();
    if (executions.every(({ status }) => status !== 'queued' && status !== 'running')) return executions;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
