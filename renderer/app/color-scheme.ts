import { type MantineColorScheme, type MantineColorSchemeManager, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { usePreferences } from './preferences-store';

// Main writes the stored theme into the page, so that a dark window never flashes white.
const schemeOfPage = (): MantineColorScheme => {
  const written = document.documentElement.dataset.mantineColorScheme;
  return written === 'light' || written === 'dark' ? written : 'auto';
};

/** The theme is stored by main with the other preferences, so there is nothing to store here. */
export const pageColorScheme: MantineColorSchemeManager = {
  get: schemeOfPage,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Makes the window follow the theme of the preferences. */
export const useThemePreference = (): void => {
  const theme = usePreferences((state) => state.preferences?.theme);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
};
