import { create } from 'zustand';
import type { RenameSuggestion, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';

interface NamesState {
  suggestions: RenameSuggestion[];
  loaded: boolean;
  error: TickmarkError | null;
}

/** Connectors whose name was made up and that nobody has renamed or kept yet. */
export const useNames = create<NamesState>(() => ({ suggestions: [], loaded: false, error: null }));

/** Reads them again: at start, and whenever a name may have been given or a connector has come or gone. */
export const loadNames = async (): Promise<void> => {
  const answer = await bridge.legacy.renameSuggestions();
  if (answer.ok) useNames.setState({ suggestions: answer.value, loaded: true, error: null });
  else useNames.setState({ error: answer.error, loaded: true });
};

/** Takes one from the list at once; `loadNames` tells later what is really left. */
export const forgetName = (id: number): void =>
  useNames.setState(({ suggestions }) => ({ suggestions: suggestions.filter((suggestion) => suggestion.id !== id) }));
