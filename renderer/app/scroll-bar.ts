const property = '--tick-scroll-bar';

/** Of which zoom the width is known: it depends on nothing else, and to measure it lays out the page. */
let measuredAt: number | undefined;

/**
 * Tells style sheets how wide a scroll bar is, in pixels of the page: 0 where it lies upon what it scrolls, and less at a
 * larger zoom, which it does not follow.
 */
export const measureScrollBar = (): void => {
  if (window.devicePixelRatio === measuredAt) return;
  measuredAt = window.devicePixelRatio;
  const probe = document.createElement('div');
  probe.style.cssText = 'position: absolute; visibility: hidden; overflow: scroll; scrollbar-width: thin';
  const inner = document.createElement('div');
  probe.append(inner);
  document.body.append(probe);
  const width = probe.getBoundingClientRect().width - inner.getBoundingClientRect().width;
  probe.remove();
  document.documentElement.style.setProperty(property, `${width}px`);
};
