import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channelName } from '../../preload/channel-name';
import { contractEntries, type Handlers } from '../../preload/contract';
import { failure } from '../result';
import { isAppUrl } from '../window/app-protocol';
import { dispatch } from './dispatch';

/** Only the main frame of our own page may call: no sub-frame, no page that was navigated elsewhere. */
const isOwnMainFrame = (event: IpcMainInvokeEvent): boolean => {
  const frame = event.senderFrame;
  // A frame that is gone by now is null, in some versions undefined.
  return Boolean(frame) && frame === event.sender.mainFrame && isAppUrl(frame.url);
};

/** The only file that touches `ipcMain`. `currentHandlers` is asked at each call: the store may have been restored. */
export const registerBridge = (currentHandlers: () => Handlers): void => {
  for (const { area, method, entry } of contractEntries) {
    if (!('input' in entry)) continue;
    ipcMain.handle(channelName(area, method), (event, input: unknown) =>
      isOwnMainFrame(event)
        ? dispatch(currentHandlers(), area, method, input, reportBug(area, method))
        : failure('VALIDATION', 'This call did not come from the window of Tickmark.'),
    );
  }
};

/** To the terminal only, and without the input: it may hold a secret. */
const reportBug = (area: string, method: string) => (error: unknown) => {
  console.error(`${area}.${method} failed:`, error instanceof Error ? error.stack : error);
};
