import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { showHelp, useHelp } from '../../components/help-store';

const HelpDrawer = lazy(async () => ({ default: (await import('./help-drawer')).HelpDrawer }));

/** The guide, whatever the window shows: also while Tickmark is locked or its store can't be used. Read when first asked for. */
export const HelpHost = () => {
  const opened = useHelp((state) => state.opened);
  const [wanted, setWanted] = useState(false);
  useHotkeys([['F1', () => showHelp()]], [], true);
  useEffect(() => {
    if (opened) setWanted(true);
  }, [opened]);
  return <Suspense>{wanted && <HelpDrawer />}</Suspense>;
};
