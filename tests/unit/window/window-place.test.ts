import { describe, expect, it } from 'vitest';
import {
  fitToDisplays,
  readWindowState,
  smallestWindow,
  usualWindow,
  type WindowState,
} from '../../../main/window/window-place';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('the place of the window', () => {
  it('stays where it was while its display is there', () => {
    const state: WindowState = { x: 1500, y: 40, width: 1000, height: 700, maximised: true, language: 'system' };
    expect(fitToDisplays(state, [laptop, beside])).toEqual(state);
  });

  it('is left to the system when its display is gone', () => {
    const state: WindowState = { x: 1500, y: 40, width: 1000, height: 700, maximised: false, language: 'system' };
    expect(fitToDisplays(state, [laptop])).toEqual({ width: 1000, height: 700, maximised: false, language: 'system' });
  });

  it('is left to the system when the title bar could not be reached', () => {
    for (const place of [
      { x: 100, y: -300 },
      { x: 1400, y: 40 },
      { x: -950, y: 40 },
      { x: 100, y: 890 },
    ]) {
      expect(
        fitToDisplays({ ...place, width: 1000, height: 700, maximised: false, language: 'system' }, [laptop]),
      ).not.toHaveProperty('x');
    }
  });

  it('is no larger than a display and no smaller than the page needs', () => {
    expect(fitToDisplays({ width: 5000, height: 3000, maximised: false, language: 'system' }, [laptop])).toMatchObject({
      width: 1440,
      height: 875,
    });
    expect(fitToDisplays({ width: 1, height: 1, maximised: false, language: 'system' }, [laptop])).toMatchObject(
      smallestWindow,
    );
  });

  it('is as usual when nothing sensible was remembered', () => {
    for (const text of ['', 'null', '[]', '{"width":"wide","height":3}', '{"width":1e999,"height":1}']) {
      expect(readWindowState(text)).toEqual(usualWindow);
    }
    expect(readWindowState('{"width":900,"height":600,"x":5,"language":"fr"}')).toEqual({
      width: 900,
      height: 600,
      maximised: false,
      language: 'system',
    });
    expect(readWindowState('{"width":900,"height":600,"language":"de"}')).toMatchObject({ language: 'de' });
  });
});
