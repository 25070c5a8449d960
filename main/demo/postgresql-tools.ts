/** The PostgreSQL that is installed on this computer, if any: Tickmark brings none of its own. */
import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Runs one of PostgreSQL's programs to its end; rejects when it fails, takes too long or is aborted. */
export type RunPostgresql = (
  program: 'initdb' | 'pg_ctl' | 'postgres',
  args: string[],
  options: { signal: AbortSignal; input?: string },
) => Promise<void>;

export interface PostgresqlTools {
  run: RunPostgresql;
  /** PostgreSQL refuses to run as root: then its files belong to its own account, otherwise to the person's. */
  account: { uid?: number; gid?: number };
}

/** Where packages put the server's programs without adding them to the PATH; a folder for each version. */
const versionFolders = [
  '/usr/lib/postgresql',
  '/Applications/Postgres.app/Contents/Versions',
  'C:\\Program Files\\PostgreSQL',
];

const listVersions = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort((left, right) => (Number.parseInt(right, 10) || 0) - (Number.parseInt(left, 10) || 0))
        .map((version) => join(folder, version, 'bin'))
    : [];

const findProgramFolder = (): string | undefined => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versionFolders.flatMap(listVersions)];
  return folders.find((folder) =>
    ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(join(folder, name + suffix))),
  );
};

const idOf = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

/** Rejects where root has no other account to run PostgreSQL as. */
const chooseAccount = (): PostgresqlTools['account'] =>
  process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};

/** No PostgreSQL setting of the person reaches the demo's server. Messages are in English, times in UTC. */
const toolEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))),
  LC_ALL: 'C',
  TZ: 'UTC',
});

const longestMilliseconds = 60_000;

const runProgram = async (path: string, args: string[], options: SpawnOptions, input = ''): Promise<void> => {
  const child = spawn(path, args, { ...options, stdio: ['pipe', 'ignore', 'ignore'], timeout: longestMilliseconds });
  // A program that ends before it has read everything says so with its exit code.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${path} ${args[0] ?? ''} ended with code ${code}.`);
};

/** The newest PostgreSQL found; undefined without one. */
export const findPostgresqlTools = (): PostgresqlTools | undefined => {
  const folder = findProgramFolder();
  if (!folder) return undefined;
  const account = chooseAccount();
  return {
    account,
    run: (program, args, { signal, input }) =>
      runProgram(join(folder, program), args, { ...account, signal, cwd: folder, env: toolEnvironment() }, input),
  };
};
