import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFolderClaim } from '../../../main/keychain/folder-claim';
import { temporaryFolder } from '../../support/store';

describe('the claim of a data folder', () => {
  let original: string;
  let other: string;

  beforeEach(() => {
    const folder = temporaryFolder();
    [original, other] = [join(folder, 'original'), join(folder, 'other')];
    mkdirSync(original);
    writeFileSync(join(original, 'tickmark.db'), '');
    createFolderClaim(original).begin('first');
  });

  const recognise = (dataFolder: string) => {
    const claim = createFolderClaim(dataFolder);
    claim.recognise();
    return { storeId: claim.storeId(), inherits: claim.inherits() };
  };
  const file = () => join(other, 'folder.json');
  const notedAs = (change: object) => {
    const claim = JSON.parse(readFileSync(file(), 'utf8'));
    writeFileSync(file(), JSON.stringify({ ...claim, folder: { ...claim.folder, ...change } }));
  };
  const createdLater = (dataFolder: string) => {
    writeFileSync(join(dataFolder, 'part'), '');
    rmSync(join(dataFolder, 'part'));
    const { birthtimeNs, ctimeNs } = statSync(dataFolder, { bigint: true });
    return birthtimeNs < ctimeNs;
  };
  const same = { storeId: 'first', inherits: [] };
  const another = { storeId: expect.not.stringMatching(/^first$/), inherits: ['first'] };

  it('is none before a folder has a store', () => {
    mkdirSync(other);
    expect(recognise(other)).toEqual({ storeId: undefined, inherits: [] });
    expect(existsSync(file())).toBe(false);
  });

  it('stays at the next start, by a link, and after the folder was renamed', () => {
    expect(recognise(original)).toEqual(same);
    symlinkSync(original, other);
    expect(recognise(other)).toEqual(same);
    const renamed = `${original}-renamed`;
    renameSync(original, renamed);
    expect(recognise(renamed)).toEqual(same);
  });

  it('is another one in a copy, the same at each start from then on', () => {
    cpSync(original, other, { recursive: true, preserveTimestamps: true });
    const first = recognise(other);
    expect(first).toEqual(another);
    expect(recognise(other)).toEqual(first);
    expect(recognise(original)).toEqual(same);
  });

  it('is another one in a copy that stands where the original stood', () => {
    renameSync(original, other);
    cpSync(other, original, { recursive: true, preserveTimestamps: true });
    expect(recognise(original)).toEqual(another);
    expect(recognise(other)).toEqual(same);
  });

  it('is another one in a snapshot with all marks of the folder, as long as that stands where it stood', () => {
    const noted = JSON.parse(readFileSync(join(original, 'folder.json'), 'utf8')).folder.path;
    mkdirSync(other);
    writeFileSync(join(other, 'tickmark.db'), '');
    createFolderClaim(other).begin('first');
    notedAs({ path: noted });
    expect(recognise(other)).toEqual(another);
  });

  it.runIf(process.platform === 'linux')('stays on a drive that numbers its folders anew', async () => {
    // The time of creation counts from the first later change of the folder on.
    await expect.poll(() => createdLater(original)).toBe(true);
    recognise(original);
    renameSync(original, other);
    notedAs({ inode: '7' });
    expect(recognise(other)).toEqual(same);
  });

  it('goes by the inode where the time of creation is not known', () => {
    renameSync(original, other);
    notedAs({ created: null });
    expect(recognise(other)).toEqual(same);
    notedAs({ created: null, inode: '7' });
    expect(recognise(other)).toEqual(another);
  });
});
