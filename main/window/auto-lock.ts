import { powerMonitor } from 'electron';
import type { Program } from '../program';

const lookEveryMilliseconds = 15_000;

/** Locks Tickmark when nobody is at the computer, as far as the preferences say so. */
export const lockWhenAway = ({ readPreferences, lock }: Pick<Program, 'readPreferences' | 'lock'>): void => {
  const lockWithScreen = () => {
    if (readPreferences().lockWithScreen) void lock();
  };
  powerMonitor.on('lock-screen', lockWithScreen);
  powerMonitor.on('suspend', lockWithScreen);
  setInterval(() => {
    const { lockAfterMinutes } = readPreferences();
    if (lockAfterMinutes > 0 && powerMonitor.getSystemIdleTime() >= lockAfterMinutes * 60) void lock();
  }, lookEveryMilliseconds).unref();
};
