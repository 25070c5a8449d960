import { type RefObject, useLayoutEffect } from 'react';

/** A field that takes Escape itself, to be emptied first, says so in the way in which Mantine's open lists do. */
export const takesEscape = (takes: boolean) => ({ 'data-mantine-stop-propagation': takes || undefined });

/** What takes Escape: such a field, and what has a menu or a dialog open that is about to take the focus. */
const takers = '[data-mantine-stop-propagation="true"], [aria-haspopup][aria-expanded="true"]';

/**
 * Leaves a page by Escape. A dialog, a menu or a list that is open on it takes Escape first, as it has the focus; what stands
 * beside the page, as the rail, has none of it.
 */
export const useLeaveByEscape = (page: RefObject<HTMLElement | null>, onLeave: (() => void) | undefined): void => {
  // Heard before what the page holds hears of it and closes, and looks as if nothing had been open.
  useLayoutEffect(() => {
    if (!onLeave) return;
    const onKeyDown = ({ key, isComposing, target }: KeyboardEvent) => {
      if (key !== 'Escape' || isComposing || !(target instanceof Element)) return;
      // Where nothing on the page has the focus, what holds the page has it, unless a dialog lies upon it.
      const isHere = page.current?.contains(target) || target.contains(page.current);
      if (isHere && !target.closest(takers) && !document.querySelector('[aria-modal="true"]')) onLeave();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [page, onLeave]);
};
