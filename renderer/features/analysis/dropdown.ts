import { type HTMLAttributes, type RefObject, useLayoutEffect } from 'react';

/** Below its button and to the right, unless there is no room and more on the other side. */
const chooseSide = (list: HTMLElement): void => {
  const button = list.parentElement?.getBoundingClientRect();
  if (!button) return;
  const below = window.innerHeight - button.bottom;
  list.dataset.above = String(list.offsetHeight > below && button.top > below);
  list.dataset.leftwards = String(button.left + list.offsetWidth > window.innerWidth);
};

/** Shows a list as the platform's own popover, above everything, with the focus in its search field. */
export const useShownAsPopover = (
  list: RefObject<HTMLElement | null>,
  searchField: RefObject<HTMLElement | null>,
  isDropdown = true,
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
