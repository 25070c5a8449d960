/** Tickmark on a store of before, until the store is ready or the program is killed. */
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startProgram, value } from '../../support/test-program';

const { programsFolder, dataFolder, keychainFile } = JSON.parse(process.argv[2] ?? '') as Record<string, string>;

const say = (kind: string, message = ''): void => {
  writeSync(1, `${JSON.stringify({ kind, message })}\n`);
};

const work = async (): Promise<void> => {
  say('begun');
  const env = { ...process.env, TICKMARK_SOAK_KEYCHAIN: keychainFile };
  const program = startProgram({ programs: { folder: programsFolder ?? '' }, dataFolder: dataFolder ?? '', env });
  for (;;) {
    const { state, message } = await value(program.bridge.app.storeStatus());
    if (state === 'ready') break;
    if (state !== 'upgrading') throw new Error(`${state}: ${message}`);
    await pause(5);
  }
  say('ready');
  await program.close();
};

work().catch((error: unknown) => {
  say('failed', error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
