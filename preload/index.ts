import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { BridgeEntry } from './contract';

/** The contract's table, written in by the build: see electron.vite.config.mts. */
declare const BRIDGE_ENTRIES: readonly BridgeEntry[];

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

const carriers: Record<BridgeEntry['kind'], (channel: string) => Call | Subscribe> = {
  call: (channel) => invoke(channel),
  file: (channel) => invoke(channel, pathOf),
  event: subscribe,
};

const bridge: Record<string, Record<string, Call | Subscribe>> = {};
for (const { area, method, channel, kind } of BRIDGE_ENTRIES) {
  bridge[area] = { ...bridge[area], [method]: carriers[kind](channel) };
}

contextBridge.exposeInMainWorld('tickmark', bridge);
