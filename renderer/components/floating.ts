export const floatingId = 'floating';

/** Draws a menu or dropdown of a page within the page's main part, where a screen reader looks for it. */
export const inMainPart = { target: `#${floatingId}` };
