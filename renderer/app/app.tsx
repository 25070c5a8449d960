import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Result, StoreStatus } from '../../preload/contract';
import { bridge } from '../bridge';
import { afterPaint } from '../components/after-paint';
import { HelpHost } from '../features/help/help-host';
import { loadNames } from '../features/legacy/names-store';
import { LockPage } from '../features/protection/lock-page';
import { loadCis, loadConnectorTypes } from '../features/settings/connectors-store';
import { StoreProblemPage } from '../features/store-problem/store-problem-page';
import { loadAppInfo } from './app-info-store';
import { loadApplications } from './applications-store';
import { pageColorScheme, useThemePreference } from './color-scheme';
import { WindowBoundary } from './error-boundary';
import { useLanguage } from './language';
import { loadPreferences } from './preferences-store';
import { Shell } from './shell';
import { styleNonce } from './style-nonce';
import { createWindowTheme, cssVariables } from './theme';

/** The window's content: the shell, or the one page that is shown while the store can't be used. */
export const App = () => {
  const language = useLanguage();
  return (
    <MantineProvider
      key={language}
      theme={createWindowTheme()}
      colorSchemeManager={pageColorScheme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      <WindowBoundary>
        <StoreGate />
      </WindowBoundary>
      <HelpHost />
    </MantineProvider>
  );
};

const loadEverything = async (): Promise<void> => {
  await Promise.all([loadPreferences(), loadConnectorTypes(), loadCis(), loadApplications(), loadNames()]);
  // Asks the keychain, in a process that has to start for it: once the window shows what it has.
  afterPaint(() => void loadAppInfo());
};

const StoreGate = () => {
  const [status, setStatus] = useState<Result<StoreStatus> | null>(null);
  useThemePreference();
  useEffect(() => {
    void bridge.app.storeStatus().then(setStatus);
  }, []);
  const ready = status?.ok === true && status.value.state === 'ready';
  useEffect(() => {
    if (ready) void loadEverything();
  }, [ready]);

  if (!status) return null;
  if (ready) return <Shell />;
  if (status.ok && status.value.state === 'locked') return <LockPage status={status.value} onStatus={setStatus} />;
  return <StoreProblemPage status={status} onStatus={setStatus} />;
};
