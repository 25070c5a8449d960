/** What every real server of the tests needs: a folder, a free port, a user that is not root, an end. */
import { type ChildProcess, execFile, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const debianPostgresqlFolder = '/usr/lib/postgresql';

/** Where Debian keeps the server programs that are not on the PATH; the newest version first. */
const serverFolders = (): string[] => [
  ...(existsSync(debianPostgresqlFolder)
    ? readdirSync(debianPostgresqlFolder)
        .sort((left, right) => Number(right) - Number(left))
        .map((version) => join(debianPostgresqlFolder, version, 'bin'))
    : []),
  '/usr/sbin',
];

/** The environment of the servers and their tools: no setting of the person who runs the tests reaches them. */
export const toolEnvironment = (more: Record<string, string> = {}): Record<string, string> => ({
  PATH: [...serverFolders(), process.env.PATH ?? ''].join(delimiter),
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  ...more,
});

export interface ServerAccount {
  uid?: number;
  gid?: number;
}

/** The servers refuse to run as root: then their own account is used, otherwise the caller's. */
export const serverAccount = (name: string): ServerAccount => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** A new temporary folder that the account owns. */
export const createServerFolder = (name: string, { uid, gid }: ServerAccount): string => {
  const folder = mkdtempSync(join(tmpdir(), `tickmark-${name}-`));
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Runs a program to its end and answers its standard output; rejects with its error output. */
export const runTool = (
  program: string,
  args: string[],
  options: SpawnOptions & { input?: string } = {},
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const settings = { env: toolEnvironment(), maxBuffer: 2 ** 30, encoding: 'buffer' as const, ...options };
    const child = execFile(program, args, settings as never, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} ended with an error: ${String(stderr)}`));
      else resolve(stdout as unknown as Buffer);
    });
    child.stdin?.on('error', () => {}); // A program may end without reading its input.
    child.stdin?.end(options.input ?? '');
  });

export interface RunningServer {
  /** Everything the server has printed so far. */
  printed(): string;
  /** Ends the server, waits for it and removes its folder. */
  stop(): Promise<void>;
  child: ChildProcess;
}

const readyMilliseconds = 60_000;

/** Starts a server and waits until it prints that it is ready. It never outlives this process. */
export const startServer = async (
  program: string,
  args: string[],
  options: { folder: string; account: ServerAccount; ready: RegExp; stopSignal: NodeJS.Signals },
): Promise<RunningServer> => {
  const child = spawn(program, args, {
    ...options.account,
    cwd: options.folder,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  const pieces: string[] = [];
  const printed = () => pieces.join('');
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${program} was not ready in time: ${printed()}`)),
      readyMilliseconds,
    );
    const collect = (piece: Buffer) => {
      pieces.push(piece.toString());
      if (options.ready.test(pieces.slice(-4).join(''))) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    void exited.then(() => reject(new Error(`${program} ended: ${printed()}`)));
  });

  return {
    child,
    printed,
    stop: async () => {
      process.removeListener('exit', killNow);
      child.kill(options.stopSignal);
      await exited;
      rmSync(options.folder, { recursive: true, force: true });
    },
  };
};

/** Waits until `check` answers something true, at most so many seconds. */
export const eventually = async <Value>(
  check: () => Value | Promise<Value>,
  what: string,
  seconds = 10,
): Promise<NonNullable<Value>> => {
  const until = Date.now() + seconds * 1_000;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > until) throw new Error(`It did not come about: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
