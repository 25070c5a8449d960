import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { closeHelp, showHelp, useHelp } from '../../components/help-store';

const HelpDrawer = lazy(async () => ({ default: (await import('./help-drawer')).HelpDrawer }));

/** The guide, whatever the window shows: also while Tickmark is locked or its store can't be used. Read when first asked for. */
export const HelpHost = () => {
  const opened = useHelp((state) => state.opened);
  const [wanted, setWanted] = useState(false);
  useHotkeys([['F1', () => showHelp()]], [], true);
  useEscape();
  useEffect(() => {
    if (opened) setWanted(true);
  }, [opened]);
  return <Suspense>{wanted && <HelpDrawer />}</Suspense>;
};

// Before the dialogs hear of it: the guide may lie upon one, which Escape would close with it.
const useEscape = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || !useHelp.getState().opened) return;
      event.stopImmediatePropagation();
      closeHelp();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
};
