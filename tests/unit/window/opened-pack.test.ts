import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOpenedPack, packAmong } from '../../../main/files/opened-pack';

describe('packAmong', () => {
  it('finds a pack by its ending, wherever it stands', () => {
    expect(packAmong(['--no-sandbox', 'a.zip', 'Q2.TickmarkPack'], resolve('/packs'))).toBe(
      resolve('/packs/Q2.TickmarkPack'),
    );
  });

  it.runIf(process.platform !== 'win32')('understands the addresses that Linux desktops hand over', () => {
    expect(packAmong(['file:///packs/Q2%20CI1.tickmarkpack'], '/')).toBe('/packs/Q2 CI1.tickmarkpack');
    expect(packAmong(['file://elsewhere/Q2.tickmarkpack'], '/')).toBeUndefined();
  });

  it('takes no other file, and no option, for a pack', () => {
    expect(packAmong(['pack.zip', '--x=a.tickmarkpack', 'tickmarkpack', ''], '/')).toBeUndefined();
  });
});

describe('the opened pack', () => {
  it('is the newest one, and is given once', () => {
    const opened = createOpenedPack();
    expect(opened.take()).toBeNull();
    opened.offer('/first');
    opened.offer('/second');
    expect(opened.take()).toBe('/second');
    expect(opened.take()).toBeNull();
  });
});
