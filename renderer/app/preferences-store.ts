import { create } from 'zustand';
import type { Preferences, Result } from '../../preload/contract';
import { bridge } from '../bridge';

export const usePreferences = create<{ preferences: Preferences | null }>(() => ({ preferences: null }));

export const loadPreferences = async (): Promise<void> => {
  const answer = await bridge.preferences.get();
  if (answer.ok) usePreferences.setState({ preferences: answer.value });
};

/** Stores some of the preferences; the answer holds all of them as they are now. */
export const savePreferences = async (changed: Partial<Preferences>): Promise<Result<Preferences>> => {
  const answer = await bridge.preferences.set(changed);
  if (answer.ok) usePreferences.setState({ preferences: answer.value });
  return answer;
};
