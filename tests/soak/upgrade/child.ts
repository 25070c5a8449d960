/** Tickmark on a store of before, until the store is ready and no secret waits, or the program is killed. */
import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProgram, value } from '../../support/test-program';
import { readKeychainFile } from './keychain-file';

const { programsFolder, dataFolder, keychainFile } = JSON.parse(process.argv[2] ?? '') as Record<string, string>;

const say = (kind: string, message = ''): void => {
  writeSync(1, `${JSON.stringify({ kind, message })}\n`);
};

/** Tells once how far the upgrade has come, by the files beside the store. */
const watchProgress = (): (() => void) => {
  const store = join(dataFolder ?? '', 'tickmark.db');
  const ahead = [
    { kind: 'keychain', isReached: () => existsSync(`${store}.upgrade`) },
    { kind: 'writing', isReached: () => existsSync(`${store}.upgraded`) },
    { kind: 'renamed', isReached: () => !existsSync(`${store}.upgraded`) },
  ];
  return () => {
    while (ahead[0]?.isReached()) say(ahead.shift()?.kind ?? '');
  };
};

/** It goes last of all, after the file of what waits. */
const waitingKeyIsKept = (): boolean =>
  [...readKeychainFile(keychainFile ?? '').keys()].some((account) => account.endsWith('/moving/key'));

const work = async (): Promise<void> => {
  say('begun');
  const lookAround = watchProgress();
  const env = { ...process.env, TICKMARK_SOAK_KEYCHAIN: keychainFile };
  const program = startProgram({ programs: { folder: programsFolder ?? '' }, dataFolder: dataFolder ?? '', env });
  for (let isReady = false; ; ) {
    const { state, message, secretsUnderWay } = await value(program.bridge.app.storeStatus());
    lookAround();
    if (state !== 'upgrading' && state !== 'ready') throw new Error(`${state}: ${message}`);
    if (state === 'ready' && !isReady) say('ready');
    isReady = state === 'ready';
    if (isReady && !secretsUnderWay && !waitingKeyIsKept()) break;
    await pause(1);
  }
  await program.close();
};

work().catch((error: unknown) => {
  say('failed', error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
