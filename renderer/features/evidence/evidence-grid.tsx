import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Execution } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { copyText } from '../../components/copy';
import { ErrorNotice } from '../../components/error-notice';
import rows from '../../components/rows.module.css';
import { CellInspector } from './cell-inspector';
import { type CellPlace, movedPlace, rowToPaste } from './cell-place';
import { columnStarts, columnWidths, visibleColumns } from './column-layout';
import styles from './evidence.module.css';
import { GridHeader, GridRow } from './grid-row';
import { createRowPages, type RowPages } from './row-pages';
import { scrollHeight, visibleRows } from './row-window';
import { useRowScroll } from './use-row-scroll';

/** Sizes in rem, so that they follow the size of text. A character of the monospaced font is 0.6 of its 0.75 rem. */
const sizes = { row: 1.75, header: 2.75, character: 0.45, padding: 1.25 };
const sampledRows = 60;

const remInPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

const useRowPages = (executionId: number): RowPages => {
  const pages = useMemo(
    () => createRowPages((offset, limit) => bridge.executions.rows({ executionId, offset, limit })),
    [executionId],
  );
  useSyncExternalStore(pages.subscribe, pages.version);
  return pages;
};

/** Columns as wide as their headings and first rows ask for, in pixels. */
const useColumnStarts = ({ columns }: Execution, pages: RowPages, rem: number, numberWidth: number): number[] => {
  const sampled = pages.row(0) !== undefined;
  return useMemo(() => {
    const sample = sampled
      ? Array.from({ length: sampledRows }, (_, index) => pages.row(index)).filter((row) => row !== undefined)
      : [];
    const widths = columnWidths(columns, sample).map((width) => (width * sizes.character + sizes.padding) * rem);
    return columnStarts(widths).map((start) => start + numberWidth);
  }, [columns, pages, sampled, rem, numberWidth]);
};

/** The rows of an execution, however many: only those in sight are drawn, and read a page at a time. */
export const EvidenceGrid = ({ execution }: { execution: Execution }) => {
  const { columns, rowCount } = execution;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [rem] = useState(remInPixels);
  const [focus, setFocus] = useState<CellPlace>({ row: 0, column: 0 });
  const pages = useRowPages(execution.id);
  const numberWidth = (String(rowCount).length * sizes.character + sizes.padding) * rem;
  const starts = useColumnStarts(execution, pages, rem, numberWidth);
  const headerHeight = sizes.header * rem;
  const scroll = useRowScroll(scroller, { rowCount, rowHeight: sizes.row * rem, headerHeight });
  const { first, end, top } = visibleRows(scroll.offset, scroll.measures);
  const sight = visibleColumns(starts, scroll.scrollLeft + numberWidth, scroll.viewWidth - numberWidth);
  const width = Math.max(starts.at(-1) ?? numberWidth, scroll.viewWidth);
  const failure = pages.failure();

  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (end > first && !failure) pages.want(first, end);
  }, [pages, first, end, failure]);

  const focusCell = (place: CellPlace) => {
    setFocus(place);
    scroll.showRow(place.row);
    showColumn(scroller.current, starts, place.column, numberWidth);
  };
  const copy = () => {
    const cells = pages.row(focus.row);
    if (cells) copyText(focus.column === -1 ? rowToPaste(cells) : (cells[focus.column] ?? ''));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(scroll.measures.viewHeight / scroll.measures.rowHeight) - 1);
    const moved = movedPlace(focus, event, { rows: rowCount, columns: columns.length, page });
    const copies = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
    if (!moved && !copies) return;
    event.preventDefault();
    if (moved) focusCell(moved);
    else copy();
  };

  return (
    <>
      {failure && (
        <div className={rows.notice}>
          <ErrorNotice
            title="The rows could not be read"
            error={failure}
            kept="The evidence file itself was not touched."
            onRetry={pages.retry}
          />
        </div>
      )}
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        tabIndex={0}
        aria-label="Evidence rows"
        aria-readonly
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={rowCount > 0 ? `${id}-${focus.row}-${focus.column}` : undefined}
        onScroll={scroll.onScroll}
        onKeyDown={onKeyDown}
      >
        <div className={styles.space} style={{ width, height: scrollHeight(scroll.measures) + headerHeight }}>
          <div
            className={styles.layer}
            role="rowgroup"
            style={{ width, height: scroll.measures.viewHeight + headerHeight }}
          >
            <GridHeader columns={columns} starts={starts} sight={sight} />
            {Array.from({ length: end - first }, (_, position) => {
              const row = first + position;
              return (
                <GridRow
                  key={row}
                  id={`${id}-${row}`}
                  row={row}
                  cells={pages.row(row)}
                  starts={starts}
                  firstColumn={sight.first}
                  endColumn={sight.end}
                  focusedColumn={focus.row === row ? focus.column : null}
                  y={headerHeight + top + position * scroll.measures.rowHeight}
                  onFocus={setFocus}
                />
              );
            })}
          </div>
        </div>
        {rowCount === 0 && <p className={styles.noRows}>The query answered no rows.</p>}
      </div>
      {rowCount > 0 && <CellInspector columns={columns} place={focus} cells={pages.row(focus.row)} />}
    </>
  );
};

/** Scrolls sideways, as little as possible, until a column is in sight beside the row numbers. */
const showColumn = (
  element: HTMLElement | null,
  starts: readonly number[],
  column: number,
  numberWidth: number,
): void => {
  const start = starts[column];
  const end = starts[column + 1];
  if (!element || start === undefined || end === undefined) return;
  if (start - numberWidth < element.scrollLeft) element.scrollLeft = start - numberWidth;
  else if (end > element.scrollLeft + element.clientWidth) {
    element.scrollLeft = Math.min(start - numberWidth, end - element.clientWidth);
  }
};
