/** One end of a message channel between main and one of its child processes. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** A running child process as main sees it. */
export interface ChildProcess extends Port {
  /** Called once, whenever and however the process ends. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** Starts the built program of that name: an Electron utility process in the application, a plain fork in tests. */
export type StartProcess = (program: ProcessName) => ChildProcess;

/** The programs beside main, each an entry of the build. */
export type ProcessName =
  | 'keychain-process'
  | 'execution-process'
  | 'evidence-process'
  | 'guard-process'
  | 'question-file-process'
  | 'legacy-process';

/** Options of the runtime for a program. One that reads what strangers made gets no more memory than it needs. */
export const runtimeOptions: Partial<Record<ProcessName, readonly string[]>> = {
  'question-file-process': ['--max-old-space-size=512'],
  // It holds whole tables for a moment; a collector that expects few objects to live would copy all of them again and again.
  'legacy-process': ['--max-semi-space-size=64'],
};
