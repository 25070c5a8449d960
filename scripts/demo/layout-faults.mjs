/**
 * What is wrong with how a screen lies in its window, in words; it runs in the page. Only what is on top is looked at: the last
 * dialog, or else the page. Found are texts that are cut with nothing that says so, that lie on each other or beyond the
 * window, cells that don't stand in their columns, and controls beside each other that don't stand in one line.
 */
export function layoutFaults() {
  const roomForRounding = 1.5;
  const fields = '.mantine-Input-wrapper, .mantine-Checkbox-inner, label';
  const faults = new Set();
  const windowWidth = document.documentElement.clientWidth;
  const windowHeight = document.documentElement.clientHeight;
  const top = [...document.querySelectorAll('body > :not(#root) [role="dialog"]')].filter(isShown).at(-1);
  const shown = top ?? document.body;
  const texts = textsIn(shown);

  for (const text of texts) {
    findCut(text);
    if (!canScrollTo(text) && (text.right > windowWidth + roomForRounding || text.left < -roomForRounding)) {
      add('beyond the window', text);
    }
  }
  findOverlaps([...texts, ...controlsIn(shown)].map(inSight).filter((item) => item !== undefined));
  findShortened();
  findMisplacedCells();
  findUnevenControls();
  findSidewaysScrolling();
  return [...faults];

  function add(fault, { label }, other) {
    faults.add(`${fault}: “${label}”${other ? ` and “${other.label}”` : ''}`);
  }

  function isShown(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  /** Only for the ear: it has no size to speak of. */
  function isSpoken(element) {
    for (let at = element; at && at !== shown; at = at.parentElement) {
      if (at.clientWidth <= 1 && at.clientHeight <= 1 && getComputedStyle(at).overflow === 'hidden') return true;
    }
    return false;
  }

  function labelOf(text) {
    const plain = text.replace(/\s+/gu, ' ').trim();
    return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
  }

  /** Each line of each text, where it is drawn. */
  function textsIn(root) {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim() === '' || element.closest('style, script, svg, option')) continue;
      if (!isShown(element) || isSpoken(element)) continue;
      range.selectNodeContents(node);
      for (const { left, right, top: upper, bottom } of range.getClientRects()) {
        if (right - left > 1) found.push({ element, left, right, top: upper, bottom, label: labelOf(node.data) });
      }
    }
    return found;
  }

  function controlsIn(root) {
    return [...root.querySelectorAll('button, input, textarea, select, svg, [role="switch"]')]
      .filter(
        (element) => isShown(element) && !element.closest('button svg, [role="switch"] input') && !isSpoken(element),
      )
      .map((element) => {
        const { left, right, top: upper, bottom } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
        return { element, left, right, top: upper, bottom, label: `${element.tagName.toLowerCase()} ${labelOf(name)}` };
      })
      .filter(({ left, right }) => right - left > 1);
  }

  function clipsOf(element) {
    const clips = [];
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') clips.push({ at, style });
      if (style.position === 'fixed') break;
    }
    return clips;
  }

  /** What is cut by something that neither scrolls nor shows that it cuts. */
  function findCut(text) {
    for (const { at, style } of clipsOf(text.element)) {
      if (/auto|scroll|clip/.test(style.overflowX + style.overflowY)) return;
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return;
      const box = at.getBoundingClientRect();
      const isAway =
        text.left >= box.right || text.right <= box.left || text.top >= box.bottom - 3 || text.bottom <= box.top + 3;
      const isCut =
        text.left < box.left - roomForRounding ||
        text.right > box.right + roomForRounding ||
        text.top < box.top - 2 ||
        text.bottom > box.bottom + 2;
      if (isAway) return;
      if (isCut) return add('cut', text);
    }
  }

  function canScrollTo({ element }) {
    return clipsOf(element).some(({ style }) => /auto|scroll/.test(style.overflowX));
  }

  /** The part of it that can be seen. */
  function inSight(item) {
    let { left, right, top: upper, bottom } = item;
    for (const { at } of clipsOf(item.element)) {
      const box = at.getBoundingClientRect();
      left = Math.max(left, box.left);
      right = Math.min(right, box.right);
      upper = Math.max(upper, box.top);
      bottom = Math.min(bottom, box.bottom);
    }
    bottom = Math.min(bottom, windowHeight);
    return right - left > 1 && bottom - upper > 1 ? { ...item, left, right, top: upper, bottom } : undefined;
  }

  /** What stays in sight while others scroll away below it, and what opens above others. */
  function layerOf(element) {
    for (let at = element; at && at !== shown; at = at.parentElement) {
      const { position, zIndex } = getComputedStyle(at);
      if (/sticky|fixed/.test(position) || (position === 'absolute' && Number(zIndex) >= 100)) return at;
    }
    return shown;
  }

  /** A field and what stands in it: its icon, its unit, the arrow of its list. */
  function isOneField(one, other) {
    const field = one.closest(fields);
    return field !== null && field === other.closest(fields);
  }

  function findOverlaps(items) {
    items.sort((one, other) => one.top - other.top);
    for (const [index, one] of items.entries()) {
      for (let next = index + 1; next < items.length && items[next].top < one.bottom; next += 1) {
        const other = items[next];
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (wide < 2 || high < 3.5) continue;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        if (isOneField(one.element, other.element) || layerOf(one.element) !== layerOf(other.element)) continue;
        add(`on each other by ${Math.round(wide)}×${Math.round(high)}`, one, other);
      }
    }
  }

  /** A text that ends in “…” is whole where the pointer rests on it. */
  function findShortened() {
    for (const element of shown.querySelectorAll('*')) {
      if (element.clientWidth === 0 || element.matches('input') || !isShown(element)) continue;
      const style = getComputedStyle(element);
      const isShortened =
        (style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1) ||
        (style.webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 2);
      if (!isShortened || style.overflowX === 'visible') continue;
      if (element.closest('[title]') || element.querySelector('[title]')) continue;
      add('shortened with nothing to tell the whole', { label: labelOf(element.textContent ?? '') });
    }
  }

  function findMisplacedCells() {
    for (const table of shown.querySelectorAll('[role="table"], [role="grid"], table')) {
      const columns = new Map();
      for (const row of table.querySelectorAll('[role="row"], tr')) {
        const cells = [
          ...row.querySelectorAll('[role="cell"], [role="gridcell"], [role="columnheader"], td, th'),
        ].filter((cell) => isShown(cell) && getComputedStyle(cell).display !== 'contents');
        for (const [index, cell] of cells.entries()) {
          const { left, right } = cell.getBoundingClientRect();
          const key = cell.getAttribute('aria-colindex') ?? `${cells.length} ${index}`;
          const first = columns.get(key);
          if (!first) columns.set(key, { left, right });
          else if (Math.abs(first.left - left) > roomForRounding && Math.abs(first.right - right) > roomForRounding) {
            add(`column ${index + 1} begins at ${Math.round(left)}, not ${Math.round(first.left)}`, {
              label: labelOf(cell.textContent ?? ''),
            });
          }
        }
      }
    }
  }

  /** Two controls that are neighbours: their upper edges, middles or lower edges are level. */
  function findUnevenControls() {
    const kinds = 'button, [role="button"], .mantine-Input-wrapper';
    for (const control of shown.querySelectorAll(kinds)) {
      const next = control.nextElementSibling;
      if (!next?.matches(kinds) || !isShown(control) || !isShown(next)) continue;
      const [one, other] = [control.getBoundingClientRect(), next.getBoundingClientRect()];
      if (Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) < 4) continue;
      const isLevel =
        Math.abs(one.top - other.top) < roomForRounding ||
        Math.abs(one.bottom - other.bottom) < roomForRounding ||
        Math.abs(one.top + one.bottom - other.top - other.bottom) < 2 * roomForRounding;
      if (!isLevel)
        add(
          'not in one line',
          { label: labelOf(control.textContent ?? '') },
          { label: labelOf(next.textContent ?? '') },
        );
    }
  }

  /** What came from a system is set in the letters of code. */
  function isOfCode(element) {
    return getComputedStyle(element).fontFamily.includes('Mono');
  }

  /** Only rows of a result, and what a program reads, are wider than the window. */
  function findSidewaysScrolling() {
    for (const element of [document.documentElement, ...shown.querySelectorAll('*')]) {
      if (!/auto|scroll/.test(getComputedStyle(element).overflowX)) continue;
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue;
      if (element.matches('pre, textarea, .cm-scroller') || isOfCode(element)) continue;
      add(`scrolls sideways by ${element.scrollWidth - element.clientWidth}`, {
        label: labelOf(element.getAttribute('aria-label') ?? element.textContent ?? ''),
      });
    }
  }
}
