import { shell } from 'electron';

/** Shows a file in the folder where it lies; where there is no file manager nothing happens. Looked up at each call, so that tests can listen. */
export const showInFolder = (path: string): void => shell.showItemInFolder(path);
