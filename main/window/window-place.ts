import type { Preferences } from '../../preload/contract';

/** Where a window may be: plain geometry, without Electron. */

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowState {
  width: number;
  height: number;
  /** Without a place the system chooses one. */
  x?: number;
  y?: number;
  maximised: boolean;
  language: Preferences['language'];
}

export const smallestWindow = { width: 720, height: 480 };
export const usualWindow: WindowState = { width: 1280, height: 800, maximised: false, language: 'system' };

/** So much of the title bar has to be on a display that the window can be seen and dragged. */
const leastVisible = { width: 120, height: 40 };

const isFigure = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Reads what was remembered; whatever is missing or no figure is as usual. */
export const readWindowState = (text: string): WindowState => {
  try {
    const { width, height, x, y, maximised, language } = JSON.parse(text) as Record<string, unknown>;
    if (!isFigure(width) || !isFigure(height)) return usualWindow;
    return {
      width,
      height,
      ...(isFigure(x) && isFigure(y) && { x, y }),
      maximised: maximised === true,
      language: language === 'en' || language === 'de' ? language : 'system',
    };
  } catch {
    return usualWindow;
  }
};

const overlap = (start: number, length: number, areaStart: number, areaLength: number): number =>
  Math.min(start + length, areaStart + areaLength) - Math.max(start, areaStart);

const isReachable = ({ x, y, width }: WindowState & { x: number; y: number }, area: Area): boolean =>
  overlap(x, width, area.x, area.width) >= leastVisible.width &&
  y >= area.y - 1 &&
  overlap(y, leastVisible.height, area.y, area.height) >= leastVisible.height;

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.max(least, Math.min(value, most)));

/** The state on the displays that there are: no larger than the largest of them, and placed where its title bar shows. */
export const fitToDisplays = (state: WindowState, displays: Area[]): WindowState => {
  const widest = Math.max(smallestWindow.width, ...displays.map(({ width }) => width));
  const highest = Math.max(smallestWindow.height, ...displays.map(({ height }) => height));
  const fitting = {
    ...state,
    width: between(smallestWindow.width, state.width, widest),
    height: between(smallestWindow.height, state.height, highest),
  };
  const { x, y, ...unplaced } = fitting;
  if (x === undefined || y === undefined) return unplaced;
  return displays.some((area) => isReachable({ ...fitting, x, y }, area)) ? fitting : unplaced;
};
