import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** A file that only its owner may read: on the disk as a whole before it takes its name. */
export const writeWhole = (file: string, text: string): void => {
  const incoming = `${file}.incoming`;
  const descriptor = openSync(incoming, 'w', 0o600);
  try {
    // Not `writeSync`, which on a disk that fills up writes a part and says nothing.
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(incoming, file);
};
