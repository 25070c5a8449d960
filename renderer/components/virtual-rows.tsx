import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type HTMLAttributes, type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import styles from './virtual-rows.module.css';

export interface VirtualRowsHandle {
  scrollToIndex: (index: number) => void;
  element: () => HTMLElement | null;
}

interface VirtualRowsProps<Row> {
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  /** The height of a row in pixels at 100 % text size; taller rows are measured when they are drawn. */
  rowHeight: (row: Row) => number;
  renderRow: (row: Row, index: number) => ReactNode;
  /** The accessible name of the list. */
  label: string;
  /** `list` holds items; `table` and `grid` hold rows, which `renderRow` fills with cells. */
  role?: 'list' | 'table' | 'grid';
  /** A header row that stays at the top; counted as the first row of a table or grid. */
  header?: ReactNode;
  /** Further attributes of a row's element: `aria-selected`, `data-…`, handlers. */
  rowProps?: (row: Row, index: number) => HTMLAttributes<HTMLDivElement>;
  /** A row that stays drawn while it is out of sight, because it holds the focus. */
  keepIndex?: number;
  /** Nothing in the rows takes the focus: the list itself does, to be scrolled by keyboard. */
  onlyText?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  ref?: Ref<VirtualRowsHandle>;
}

const overscan = 1;

/** A scrolling list that draws only the rows in sight, and tells assistive technology how many there are. */
export const VirtualRows = <Row,>({
  rows,
  rowKey,
  rowHeight,
  renderRow,
  label,
  role = 'list',
  header,
  rowProps,
  keepIndex = -1,
  onlyText = false,
  onKeyDown,
  ref,
}: VirtualRowsProps<Row>) => {
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const headHeight = useRef(0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index], rowHeight),
    getItemKey: (index) => keyOf(rows[index], index, rowKey),
    overscan,
    scrollPaddingEnd: headHeight.current,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), keepIndex, range.count),
  });
  useImperativeHandle(ref, () => ({
    scrollToIndex: (index) => {
      // The header lies before the rows: a row that is scrolled to at the lower edge would stand below it by that much.
      headHeight.current = head.current?.offsetHeight ?? 0;
      virtualizer.setOptions({ ...virtualizer.options, scrollPaddingEnd: headHeight.current });
      virtualizer.scrollToIndex(index, { align: 'auto' });
      // The browser tells of it in the next frame; told now, the rows there are drawn once, together with what chose them.
      scroller.current?.dispatchEvent(new Event('scroll'));
    },
    element: () => scroller.current,
  }));

  const isList = role === 'list';
  const headerRows = header ? 1 : 0;
  return (
    <div ref={scroller} className={styles.scroller} {...(onlyText && scrolledByKeyboard(label))}>
      <div {...attributesOf(role, label, rows.length + headerRows)} {...{ onKeyDown }}>
        {header && (
          <div ref={head} {...(isList ? {} : { role: 'row', 'aria-rowindex': 1 })} className={styles.header}>
            {header}
          </div>
        )}
        <div
          role={isList ? 'presentation' : 'rowgroup'}
          className={styles.canvas}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles.row}
                style={{ top: item.start }}
                {...rowProps?.(row, item.index)}
                {...positionOf(isList, item.index, rows.length, headerRows)}
              >
                {renderRow(row, item.index)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

const scrolledByKeyboard = (label: string) => ({ role: 'group', 'aria-label': label, tabIndex: 0 });

/** The indexes drawn anyway and one more, in order. */
const withIndex = (indexes: number[], kept: number, count: number): number[] => {
  const [first = 0] = indexes;
  if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes;
  return kept < first ? [kept, ...indexes] : [...indexes, kept];
};

const estimate = <Row,>(row: Row | undefined, rowHeight: (row: Row) => number): number =>
  row === undefined ? 0 : rowHeight(row);

const keyOf = <Row,>(row: Row | undefined, index: number, rowKey: (row: Row, index: number) => string | number) =>
  row === undefined ? index : rowKey(row, index);

const attributesOf = (role: 'list' | 'table' | 'grid', label: string, rowCount: number) =>
  role === 'list' ? { role, 'aria-label': label } : { role, 'aria-label': label, 'aria-rowcount': rowCount };

const positionOf = (isList: boolean, index: number, count: number, headerRows: number) =>
  isList
    ? { role: 'listitem', 'aria-posinset': index + 1, 'aria-setsize': count }
    : { role: 'row', 'aria-rowindex': index + 1 + headerRows };
