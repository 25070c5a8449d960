import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { channelName, contractEntries } from './contract';

type Call = (input?: unknown) => Promise<unknown>;
type Subscribe = (listener: (payload: unknown) => void) => () => void;

const notSent = { code: 'VALIDATION', message: 'The call could not be sent: its input is not plain data.' };

const invoke =
  (channel: string, prepare = (input: unknown) => input): Call =>
  async (input) => {
    try {
      return await ipcRenderer.invoke(channel, prepare(input));
    } catch {
      return { ok: false, error: notSent };
    }
  };

const subscribe =
  (channel: string): Subscribe =>
  (listener) => {
    const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.removeListener(channel, forward);
  };

const pathOf = (file: unknown) => ({ path: webUtils.getPathForFile(file as File) });

const bridge: Record<string, Record<string, Call | Subscribe>> = {};
for (const { area, method, entry } of contractEntries) {
  const channel = channelName(area, method);
  const call = 'fromFile' in entry ? invoke(channel, pathOf) : invoke(channel);
  bridge[area] = { ...bridge[area], [method]: 'payload' in entry ? subscribe(channel) : call };
}

contextBridge.exposeInMainWorld('tickmark', bridge);
