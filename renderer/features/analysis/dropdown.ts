import { type HTMLAttributes, type RefObject, useLayoutEffect } from 'react';

/** What stays free between a list and its button, and the window's edge, in pixels. */
const gap = 8;

/**
 * Below its button, unless there is no room and more above; to the right of its edge, as far as the window goes. What it
 * grows by later scrolls within the room that is there.
 */
const chooseSide = (list: HTMLElement): void => {
  const button = list.parentElement?.getBoundingClientRect();
  if (!button) return;
  const below = window.innerHeight - button.bottom;
  const above = list.offsetHeight > below && button.top > below;
  list.dataset.above = String(above);
  list.style.maxHeight = `${(above ? button.top : below) - gap}px`;
  const beyond = button.left + list.offsetWidth + gap - window.innerWidth;
  list.style.marginLeft = `${-Math.max(0, Math.min(beyond, button.left))}px`;
};

/** Shows a list as the platform's own popover, above everything, with the focus in its search field. */
export const useShownAsPopover = (
  list: RefObject<HTMLElement | null>,
  searchField: RefObject<HTMLElement | null>,
  isDropdown: boolean,
): void =>
  // Before a virtualizer's own effect, which measures the list.
  useLayoutEffect(() => {
    if (!isDropdown || !list.current) return;
    list.current.showPopover();
    chooseSide(list.current);
    searchField.current?.focus({ preventScroll: true });
  }, [list, searchField, isDropdown]);

/** Closed by a click beside it, and by what takes the focus. */
export const popoverProps = (onLeave: () => void): HTMLAttributes<HTMLDivElement> => ({
  popover: 'auto',
  onToggle: ({ newState }) => {
    if (newState === 'closed') onLeave();
  },
  onBlur: ({ currentTarget, relatedTarget }) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) onLeave();
  },
});
