import type { ComboboxProps } from '@mantine/core';

export const floatingId = 'floating';

/** Draws a menu or dropdown of a page within the page's main part, where a screen reader looks for it. */
export const inMainPart = { target: `#${floatingId}` };

/** The list of a field opens where there is more room, and says how much there is: see `listHeight`. */
export const listWithinWindow: ComboboxProps['middlewares'] = {
  flip: { fallbackStrategy: 'bestFit', padding: 8 },
  size: {
    padding: 8,
    apply: ({ availableHeight, elements }) =>
      elements.floating.style.setProperty('--list-room', `${availableHeight}px`),
  },
};

/** As high as is wanted, but never beyond the window: what is more than that is scrolled. */
export const listHeight = (wanted: string): string => `min(${wanted}, var(--list-room, ${wanted}) - 0.75rem)`;
