import { extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Input } from '../../preload/contract';
import { packExtension } from './opened-pack';

export type PickPurpose = Input<'files', 'pick'>['purpose'];

/** The questions that main asks the person about files. `null` means cancelled. */
export interface Dialogs {
  pickPath(purpose: PickPurpose): Promise<string | null>;
  savePath(suggestedName: string, title: string): Promise<string | null>;
}

const packEndings = ['zip', packExtension.slice(1)];

const pickers: Record<PickPurpose, Electron.OpenDialogOptions> = {
  questions: { title: 'Choose the file of questions', properties: ['openFile'] },
  sqlite: { title: 'Choose the SQLite file', properties: ['openFile'] },
  folder: { title: 'Choose the folder', properties: ['openDirectory'] },
  ca: { title: 'Choose the certificate of the authority (PEM)', properties: ['openFile'] },
  legacy: { title: 'Choose the earlier database', properties: ['openFile'] },
  pack: {
    title: 'Choose the evidence pack',
    properties: ['openFile'],
    filters: [
      { name: 'Evidence packs', extensions: packEndings },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  checkpoint: { title: 'Choose the checkpoint', properties: ['openFile'] },
};

/** What a file that is saved is called, by its ending. */
const savedKinds: Record<string, string> = { '.zip': 'Evidence pack', '.json': 'Checkpoint', '.csv': 'CSV' };

const filterOf = (name: string): Electron.FileFilter => {
  const extension = extname(name);
  return {
    name: savedKinds[extension] ?? 'File',
    extensions: extension === '.zip' ? packEndings : [extension.slice(1)],
  };
};

/** The only place that opens file dialogs. `dialog`'s methods are looked up at each call, so that tests can answer. */
export const createDialogs = (currentWindow: () => BrowserWindow | undefined): Dialogs => ({
  pickPath: async (purpose) => {
    const window = currentWindow();
    const options = pickers[purpose];
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },
  savePath: async (suggestedName, title) => {
    const window = currentWindow();
    const options: Electron.SaveDialogOptions = {
      title,
      defaultPath: suggestedName,
      filters: [filterOf(suggestedName)],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    return answer.canceled ? null : (answer.filePath ?? null);
  },
});

/** Says why Tickmark can't start. On a terminal where no box can be shown yet. */
export const showStartFailure = (reason: string): void =>
  dialog.showErrorBox('Tickmark could not start', `${reason}\n\nCheck the data folder, then start again.`);
