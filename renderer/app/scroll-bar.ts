const property = '--tick-scroll-bar';

/**
 * Tells style sheets how wide a scroll bar is, in pixels of the page: 0 where it lies upon what it scrolls, and less at a
 * larger zoom, which it does not follow.
 */
export const measureScrollBar = (): void => {
  const probe = document.createElement('div');
  probe.style.cssText = 'position: absolute; visibility: hidden; overflow: scroll; scrollbar-width: thin';
  const inner = document.createElement('div');
  probe.append(inner);
  document.body.append(probe);
  const width = probe.getBoundingClientRect().width - inner.getBoundingClientRect().width;
  probe.remove();
  document.documentElement.style.setProperty(property, `${width}px`);
};
