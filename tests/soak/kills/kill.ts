import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

export interface Kill {
  /** It is let to say so much, and then to work for so long. */
  afterStatements: number;
  afterMilliseconds: number;
  /** With all the processes beside it, as a power cut does, or alone. */
  whole: boolean;
}

/** Starts a program in a process group of its own, kills it, and answers all it had said until then. */
export const runUntilKilled = async <Statement extends { kind: string }>(
  programsFolder: string,
  program: string,
  orders: object,
  { afterStatements, afterMilliseconds, whole }: Kill,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Statement[]> => {
  const child = spawn(process.execPath, [join(programsFolder, program), JSON.stringify(orders)], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Statement[] = [];
  const lines = createInterface({ input: child.stdout });
  const closed = once(lines, 'close');
  const exited = once(child, 'exit');
  const saidEnough = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      said.push(JSON.parse(line) as Statement);
      if (said.length >= afterStatements) resolve();
    });
  });
  await Promise.race([saidEnough, exited]);
  await Promise.race([pause(afterMilliseconds), exited]);
  kill(child, whole);
  await Promise.all([exited, closed]);
  const failed = said.find(({ kind }) => kind === 'failed');
  if (failed) throw new Error(`The program failed before it was killed: ${JSON.stringify(failed)}`);
  return said;
};

const kill = (child: ChildProcess, whole: boolean): void => {
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(whole ? -child.pid : child.pid, 'SIGKILL');
};
