/**
 * Which rows of a very long list are on the screen. Browsers draw no element taller than some 33 million pixels, so
 * the scrolled height is capped and, past the cap, a pixel of the scroll bar stands for more than a pixel of rows.
 */

/** The tallest scrolled area, well below the limit of every engine and every zoom. */
export const tallestScroll = 8_000_000;

export interface ListMeasures {
  rowCount: number;
  rowHeight: number;
  /** Height of what is visible, in pixels. */
  viewHeight: number;
}

/** Height of all rows, drawn or not. */
const fullHeight = ({ rowCount, rowHeight }: ListMeasures): number => rowCount * rowHeight;

/** Height of the element that gives the scroll bar its length. */
export const scrollHeight = (measures: ListMeasures): number => Math.min(fullHeight(measures), tallestScroll);

const furthestOffset = (measures: ListMeasures): number => Math.max(0, fullHeight(measures) - measures.viewHeight);
const furthestScroll = (measures: ListMeasures): number => Math.max(0, scrollHeight(measures) - measures.viewHeight);

/** Whether the scroll bar is too coarse to reach every row: then wheel and keys move by rows, not by its pixels. */
export const isScaled = (measures: ListMeasures): boolean => fullHeight(measures) > tallestScroll;

export const clampOffset = (offset: number, measures: ListMeasures): number =>
  Math.min(Math.max(0, offset), furthestOffset(measures));

/** The offset into all rows that a place of the scroll bar stands for, both in pixels. */
export const offsetOfScroll = (scrollTop: number, measures: ListMeasures): number => {
  const furthest = furthestScroll(measures);
  return furthest === 0 ? 0 : clampOffset((scrollTop / furthest) * furthestOffset(measures), measures);
};

/** The place of the scroll bar for an offset into all rows. */
export const scrollOfOffset = (offset: number, measures: ListMeasures): number => {
  const furthest = furthestOffset(measures);
  return furthest === 0 ? 0 : (clampOffset(offset, measures) / furthest) * furthestScroll(measures);
};

export interface RowWindow {
  /** The first row drawn, from 0. */
  first: number;
  /** One past the last row drawn. */
  end: number;
  /** Where the first row is drawn, in pixels from the top of what is visible: zero or less. */
  top: number;
}

/** The rows to draw at an offset. */
export const visibleRows = (offset: number, measures: ListMeasures): RowWindow => {
  const { rowCount, rowHeight, viewHeight } = measures;
  const at = clampOffset(offset, measures);
  const first = Math.floor(at / rowHeight);
  const end = Math.min(rowCount, Math.ceil((at + viewHeight) / rowHeight));
  return { first, end, top: first * rowHeight - at };
};

/** The offset, changed as little as possible, at which a row is wholly visible. */
export const offsetToShow = (row: number, offset: number, measures: ListMeasures): number => {
  const top = row * measures.rowHeight;
  const bottom = top + measures.rowHeight;
  if (top < offset) return clampOffset(top, measures);
  if (bottom > offset + measures.viewHeight) return clampOffset(bottom - measures.viewHeight, measures);
  return clampOffset(offset, measures);
};
