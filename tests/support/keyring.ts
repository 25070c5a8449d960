/**
 * A real GNOME keyring of a test's own: a private D-Bus without service activation, a home in a temporary folder, and
 * (unless told otherwise) a gnome-keyring-daemon with an unlocked login keyring. Needs the Debian packages dbus,
 * gnome-keyring, libglib2.0-bin (gdbus), libsecret-tools (secret-tool) and, for prompts and unlocks, python3-gi.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

const keyringPassword = 'test';

export interface Bus {
  /** What a child process needs to meet this bus and nothing else of the machine's desktop. */
  env: NodeJS.ProcessEnv;
  /** Where the test may put files of its own. */
  home: string;
  stop(): Promise<void>;
}

interface Keyring extends Bus {
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** SIGSTOP: the daemon keeps its name on the bus and answers nothing. */
  pause(): void;
  resume(): void;
  /** Ends the daemon and starts another one on the same files, unlocked. */
  restart(): Promise<void>;
  /** A secret as another program finds it, by service and account; undefined where there is none. */
  lookup(service: string, account: string): Promise<string | undefined>;
  /** All secrets of a service as another program finds them, by account. */
  entries(service: string): Promise<Map<string, string>>;
  /** Removes one, as another program does. */
  remove(service: string, account: string): Promise<void>;
  /** Shows unlock dialogs to nobody: cancels each, or leaves each open. */
  startPrompter(reply: 'cancel' | 'ignore'): Promise<Prompter>;
}

interface Prompter {
  /** How many dialogs there were so far. */
  prompts(): number;
  stop(): Promise<void>;
}

const busConfiguration = (folder: string) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

const isolatedEnvironment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LANG: 'C.UTF-8',
  HOME: home,
  XDG_RUNTIME_DIR: join(home, 'run'),
});

const end = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
};

const firstLine = async (child: ChildProcess, what: string): Promise<void> => {
  if (!child.stdout) throw new Error(`${what} has no output to read.`);
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${what} ended before it was ready.`);
  });
  await Promise.race([once(lines, 'line'), ended]);
};

/** An environment in which there is no D-Bus at all. */
export const withoutBus = (): Bus => {
  const home = mkdtempSync(join(tmpdir(), 'keyring-'));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  return { env: isolatedEnvironment(home), home, stop: async () => rmSync(home, { recursive: true, force: true }) };
};

/** A D-Bus on which nobody serves secrets. */
export const startBus = async (): Promise<Bus> => {
  const { env, home, stop: removeHome } = withoutBus();
  const configuration = join(home, 'bus.conf');
  writeFileSync(configuration, busConfiguration(home));
  const daemon = spawn('dbus-daemon', [`--config-file=${configuration}`, '--nofork', '--print-address'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await firstLine(daemon, 'dbus-daemon');
  return {
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/bus` },
    home,
    stop: async () => {
      await end(daemon);
      await removeHome();
    },
  };
};

const callSecretService = (env: NodeJS.ProcessEnv, method: string, argument: string) =>
  run(
    'gdbus',
    [
      ...['call', '--session', '--dest', 'org.freedesktop.secrets', '--object-path', '/org/freedesktop/secrets'],
      ...['--method', `org.freedesktop.Secret.Service.${method}`, argument],
    ],
    { env },
  );

const startDaemon = async (env: NodeJS.ProcessEnv): Promise<ChildProcess> => {
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin?.end(keyringPassword);
  await run('gdbus', ['wait', '--session', '--timeout', '20', 'org.freedesktop.secrets'], { env });
  return daemon;
};

const loginCollection = "[objectpath '/org/freedesktop/secrets/collection/login']";

/** A secret as another program finds it on the bus of `env`; undefined where there is none. */
export const lookUpSecret = async (
  env: NodeJS.ProcessEnv,
  service: string,
  account: string,
): Promise<string | undefined> => {
  try {
    const found = await run('secret-tool', ['lookup', 'service', service, 'account', account], {
      env,
      maxBuffer: 16 * 1024 * 1024,
    });
    return found.stdout;
  } catch {
    return undefined;
  }
};

const readEntries = async (env: NodeJS.ProcessEnv, service: string): Promise<Map<string, string>> => {
  // An entry's secret is printed to one stream and its attributes to the other: together they are in order.
  const search = 'exec secret-tool search --all service "$1" 2>&1';
  const { stdout } = await run('sh', ['-c', search, 'sh', service], { env, maxBuffer: 16 * 1024 * 1024 });
  const found = new Map<string, string>();
  for (const entry of stdout.split(/^\[.*\]$/m)) {
    const account = /^attribute\.account = (.*)$/m.exec(entry)?.[1];
    const secret = /^secret = (.*)$/m.exec(entry)?.[1];
    // One that is removed while it is looked at has lost its secret already.
    if (account !== undefined && secret !== undefined) found.set(account, secret);
  }
  return found;
};

const python = '/usr/bin/python3';
const script = (name: string) => resolve(import.meta.dirname, name);

const startPrompter = async (env: NodeJS.ProcessEnv, reply: string): Promise<Prompter> => {
  const prompter = spawn(python, [script('keyring-prompter.py'), reply], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let prompts = 0;
  createInterface({ input: prompter.stdout }).on('line', (line) => {
    if (line === 'prompt') prompts += 1;
  });
  await firstLine(prompter, 'The prompter');
  return { prompts: () => prompts, stop: () => end(prompter) };
};

/** Where the keyring of that home keeps its files. */
export const keyringFolder = (home: string): string => join(home, '.local/share/keyrings');

/** A D-Bus with a GNOME keyring on it: unlocked, empty. `prepare` is called before it makes its files. */
export const startKeyring = async (prepare: (home: string) => void = () => undefined): Promise<Keyring> => {
  const bus = await startBus();
  prepare(bus.home);
  const { env } = bus;
  let daemon = await startDaemon(env);
  return {
    ...bus,
    lock: async () => {
      await callSecretService(env, 'Lock', loginCollection);
    },
    unlock: async () => {
      await run(python, [script('keyring-unlock.py'), keyringPassword], { env });
    },
    pause: () => daemon.kill('SIGSTOP'),
    resume: () => daemon.kill('SIGCONT'),
    restart: async () => {
      await end(daemon);
      daemon = await startDaemon(env);
    },
    lookup: (service, account) => lookUpSecret(env, service, account),
    entries: (service) => readEntries(env, service),
    remove: async (service, account) => {
      await run('secret-tool', ['clear', 'service', service, 'account', account], { env });
    },
    startPrompter: (reply) => startPrompter(env, reply),
    stop: async () => {
      await end(daemon);
      await bus.stop();
    },
  };
};
