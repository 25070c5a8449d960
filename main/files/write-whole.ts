import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** A small file that only its owner may read: on the disk as a whole before it takes its name. */
export const writeWhole = (file: string, text: string): void => {
  const incoming = `${file}.incoming`;
  const descriptor = openSync(incoming, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(incoming, file);
};
