import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { clampOffset, isScaled, type ListMeasures, offsetOfScroll, offsetToShow, scrollOfOffset } from './row-window';

interface RowScroll {
  measures: ListMeasures;
  /** Offset into all rows, in pixels. */
  offset: number;
  scrollLeft: number;
  viewWidth: number;
  onScroll: () => void;
  showRow: (row: number) => void;
}

/** Height of a wheel's line where the browser counts in lines. */
const lineHeight = 16;

/**
 * Scrolls a list that may be taller than an element can be. As long as it is not, the browser's own scrolling counts;
 * past that, the wheel moves by its pixels and only dragging the scroll bar moves by the bar's scale.
 */
export const useRowScroll = (
  scroller: RefObject<HTMLElement | null>,
  { rowCount, rowHeight, headerHeight }: { rowCount: number; rowHeight: number; headerHeight: number },
): RowScroll => {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [place, setPlace] = useState({ offset: 0, scrollLeft: 0 });
  const measures: ListMeasures = { rowCount, rowHeight, viewHeight: Math.max(0, size.height - headerHeight) };
  const current = useRef({ measures, offset: 0, scrollTopSet: 0 });
  current.current.measures = measures;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  const moveTo = useCallback(
    (offset: number) => {
      const element = scroller.current;
      if (!element) return;
      const { measures } = current.current;
      const clamped = clampOffset(offset, measures);
      element.scrollTop = scrollOfOffset(clamped, measures);
      current.current.offset = clamped;
      // Browsers round what they are given, so the value read back tells own moves from the person's.
      current.current.scrollTopSet = element.scrollTop;
      setPlace({ offset: clamped, scrollLeft: element.scrollLeft });
    },
    [scroller],
  );

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { measures, scrollTopSet } = current.current;
    if (!isScaled(measures) || Math.abs(element.scrollTop - scrollTopSet) >= 1) {
      current.current.offset = offsetOfScroll(element.scrollTop, measures);
      current.current.scrollTopSet = element.scrollTop;
    }
    setPlace({ offset: current.current.offset, scrollLeft: element.scrollLeft });
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!isScaled(current.current.measures) || event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      element.scrollLeft += event.deltaX;
      moveTo(current.current.offset + event.deltaY * (event.deltaMode === 0 ? 1 : lineHeight));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [scroller, moveTo]);

  const showRow = useCallback(
    (row: number) => moveTo(offsetToShow(row, current.current.offset, current.current.measures)),
    [moveTo],
  );

  return { measures, ...place, viewWidth: size.width, onScroll, showRow };
};
