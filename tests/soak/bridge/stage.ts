import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgram, type Program } from '../../../main/program';
import { withoutBus } from '../../support/keyring';
import { createNodeProcesses } from '../../support/node-process';
import { buildTickmarkPrograms } from '../../support/program';

export interface Stage {
  program: Program;
  /** What a write to the store would change: sizes and times of its files. */
  storeMark(): string;
  close(): Promise<void>;
}

/** Tickmark without its window, on a store of its own and without a keychain. */
export const openStage = async (): Promise<Stage> => {
  const programs = await buildTickmarkPrograms();
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-bridge-'));
  const processes = createNodeProcesses(programs.folder, withoutBus().env);
  const program = createProgram({
    dataFolder,
    keychainService: 'Tickmark test',
    appVersion: '0.0.0-test',
    electronVersion: '',
    actor: 'ada',
    startProcess: processes.startProcess,
    dialogs: { pickPath: async () => null, savePath: async () => null },
    takeOpenedPack: () => null,
    showInFolder: () => undefined,
    sendProgress: () => undefined,
    sendLookingProgress: () => undefined,
    connectorMet: () => undefined,
    preferencesChanged: () => undefined,
    locked: () => undefined,
  });
  // What the start itself does with the store and the keychain has ended when this answers.
  await program.handlers().app.info(undefined);
  const files = ['tickmark.db', 'tickmark.db-wal'].map((name) => join(dataFolder, name));
  return {
    program,
    storeMark: () =>
      files
        .map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }))
        .map((stats) => (stats ? `${stats.size} ${stats.mtimeNs}` : 'none'))
        .join(', '),
    close: async () => {
      await program.close();
      processes.killAll();
      programs.remove();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
