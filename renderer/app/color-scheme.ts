import { type MantineColorSchemeManager, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { usePreferences } from './preferences-store';

/**
 * The theme is stored by main with the other preferences, so there is nothing to store here. What the system asks for is
 * what main has set for the window: it also holds while the preferences can't be read, as while Tickmark is locked.
 */
export const pageColorScheme: MantineColorSchemeManager = {
  get: () => 'auto',
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
