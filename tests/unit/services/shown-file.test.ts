import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileTokens } from '../../../main/files/file-tokens';
import { createShowInFolder } from '../../../main/files/shown-file';
import { temporaryFolder } from '../../support/store';

describe('files.showInFolder', () => {
  const tokens = createFileTokens();
  const shown: string[] = [];
  const show = createShowInFolder((path) => shown.push(path), tokens);

  it('shows the file of a token, and no longer once it is gone', async () => {
    const path = join(temporaryFolder(), 'pack.zip');
    writeFileSync(path, '');
    const fileToken = tokens.issue(path);
    expect(await show({ fileToken })).toEqual({ ok: true, value: null });
    rmSync(path);
    expect(await show({ fileToken })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(shown).toEqual([path]);
  });

  it('shows nothing that main has given no token for, a path least of all', async () => {
    shown.length = 0;
    for (const fileToken of ['', '/etc/passwd', 'file:///etc/passwd']) {
      expect(await show({ fileToken })).toMatchObject({ ok: false, error: { code: 'TOKEN_EXPIRED' } });
    }
    expect(shown).toEqual([]);
  });
});
