import type { BrowserWindow } from 'electron';
import { channelName } from '../../preload/channel-name';

/** Tells the window of an event of the contract. */
export const sendEvent = (window: BrowserWindow | undefined, area: string, event: string, payload: unknown): void => {
  if (window && !window.isDestroyed()) window.webContents.send(channelName(area, event), payload);
};
