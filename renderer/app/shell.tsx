import { ActionIcon } from '@mantine/core';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AppCommand } from '../../preload/contract';
import { ConfirmHost } from '../components/confirm-dialog';
import { floatingId } from '../components/floating';
import { Notices } from '../components/notices';
import { ConnectorFormDrawer } from '../features/settings/connector-form-drawer';
import { followConnectors } from '../features/settings/connectors-store';
import { textsOf } from '../texts';
import { commandKeys, runCommand, useMenuCommands } from './commands';
import { PageBoundary } from './error-boundary';
import { useRoute } from './navigation';
import { Overlays } from './overlays';
import { CurrentPage } from './pages';
import { Rail } from './rail';
import styles from './shell.module.css';

const t = textsOf('app');

/** The window once the store is ready: the rail at the left, one page at the right, and what floats above both. */
export const Shell = () => {
  const [railOpen, setRailOpen] = useState(false);
  const main = useFocusOnNavigation(() => setRailOpen(false));
  useMenuCommands();
  useEffect(followConnectors, []);
  useHotkeys(
    [
      ...(Object.entries(commandKeys) as [AppCommand, string][]).map(
        ([command, keys]): HotkeyItem => [keys, () => runCommand(command)],
      ),
      ['Escape', () => setRailOpen(false), { preventDefault: false }],
    ],
    // In fields and in the query editor too: none of these keys writes anything.
    [],
    true,
  );
  return (
    <div className={styles.shell} data-rail-open={railOpen || undefined}>
      <div className={styles.topbar}>
        <ActionIcon aria-label={t('menu')} aria-expanded={railOpen} onClick={() => setRailOpen(!railOpen)}>
          <IconMenu2 size={18} aria-hidden />
        </ActionIcon>
        <span>Tickmark</span>
      </div>
      <div className={styles.rail}>
        <Rail />
      </div>
      <main ref={main} className={styles.main} tabIndex={-1}>
        <PageBoundary>
          <CurrentPage />
        </PageBoundary>
        <div id={floatingId} />
      </main>
      <Notices />
      <ConnectorFormDrawer />
      <Overlays />
      <ConfirmHost />
    </div>
  );
};

// A page that appears under the keyboard's feet would leave the focus on nothing; it starts at the page instead, except
// while the person walks through the rail.
const useFocusOnNavigation = (onNavigated: () => void) => {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(route);
  useEffect(() => {
    if (shown.current === route) return;
    shown.current = route;
    onNavigated();
    const focused = document.activeElement;
    if (focused === null || focused === document.body) main.current?.focus({ preventScroll: true });
  });
  return main;
};
