import { open } from 'node:fs/promises';

/** Some network shares know neither permissions nor folders to settle: that is no failure. */
export const whereSupported = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'].includes(code)) throw error;
  }
};

/** Makes renames in a folder survive a power cut. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await whereSupported(() => handle.sync());
  } finally {
    await handle.close();
  }
};
