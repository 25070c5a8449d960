import { create } from 'zustand';
import type { AppInfo } from '../../preload/contract';
import { bridge } from '../bridge';

export const useAppInfo = create<{ info: AppInfo | null }>(() => ({ info: null }));

/** Reads versions, data folder and keychain state; called at start and whenever the keychain may have changed. */
export const loadAppInfo = async (): Promise<void> => {
  const answer = await bridge.app.info();
  if (answer.ok) useAppInfo.setState({ info: answer.value });
};
