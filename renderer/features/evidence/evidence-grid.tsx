import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Execution } from '../../../preload/contract';
import { copyText } from '../../components/copy';
import { ErrorNotice } from '../../components/error-notice';
import { addNotice } from '../../components/notices-store';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { findColumn, isWhole, type RowView } from '../looking/row-view';
import type { ViewedRow } from '../looking/use-view-pages';
import { CellInspector } from './cell-inspector';
import { type CellPlace, movedPlace, rangeRows, rangeToPaste, selectedRange } from './cell-place';
import { columnStarts, columnWidths, visibleColumns } from './column-layout';
import styles from './evidence.module.css';
import { GridHeader, GridRow } from './grid-row';
import type { RowPages } from './row-pages';
import { scrollHeight, visibleRows } from './row-window';
import { useRowScroll } from './use-row-scroll';

const t = textsOf('looking');

/** Sizes in rem, so that they follow the size of text. A character of the monospaced font is 0.6 of its 0.75 rem. */
const sizes = { row: 1.75, header: 2.75, character: 0.45, padding: 1.25 };
const sampledRows = 60;

const remInPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Columns as wide as their headings and the first rows that came ask for, in pixels: what is found or sorted moves none. */
const useColumnStarts = (
  { columns }: Execution,
  pages: RowPages<ViewedRow>,
  rem: number,
  numberWidth: number,
): number[] => {
  const [sample, setSample] = useState<ViewedRow['cells'][]>([]);
  if (sample.length === 0 && pages.row(0)) setSample(firstCells(pages));
  return useMemo(() => {
    const widths = columnWidths(columns, sample).map((width) => (width * sizes.character + sizes.padding) * rem);
    return columnStarts(widths).map((start) => start + numberWidth);
  }, [columns, sample, rem, numberWidth]);
};

const firstCells = (pages: RowPages<ViewedRow>): ViewedRow['cells'][] =>
  Array.from({ length: sampledRows }, (_, index) => pages.row(index)?.cells).filter((row) => row !== undefined);

interface EvidenceGridProps {
  execution: Execution;
  view: RowView;
  pages: RowPages<ViewedRow>;
  /** Sorts by a column, or by it after the others. */
  onSort: (column: number, further: boolean) => void;
  /** Takes the keyboard to the field that finds. */
  onFind: () => void;
  ref?: Ref<EvidenceGridHandle>;
}

export interface EvidenceGridHandle {
  /** Goes to the next cell that holds the text, or to the one before. */
  findNext(text: string, backwards: boolean): void;
  focus(): void;
}

/** The rows of a view of an execution, however many: only those in sight are drawn, and read a page at a time. */
export const EvidenceGrid = ({ execution, view, pages, onSort, onFind, ref }: EvidenceGridProps) => {
  const { columns } = execution;
  const whole = isWhole(view);
  const rowCount = whole ? execution.rowCount : (pages.total() ?? 0);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [rem] = useState(remInPixels);
  const [focus, setFocus] = useState<CellPlace>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<CellPlace>(focus);
  const numberWidth = (String(execution.rowCount).length * sizes.character + sizes.padding) * rem;
  const starts = useColumnStarts(execution, pages, rem, numberWidth);
  const headerHeight = sizes.header * rem;
  const scroll = useRowScroll(scroller, { rowCount, rowHeight: sizes.row * rem, headerHeight });
  const { first, end, top } = visibleRows(scroll.offset, scroll.measures);
  const sight = visibleColumns(starts, scroll.scrollLeft + numberWidth, scroll.viewWidth - numberWidth);
  const width = Math.max(starts.at(-1) ?? numberWidth, scroll.viewWidth);
  const failure = pages.failure();

  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    // How many rows a view has is known with its first page.
    if (!failure) pages.want(first, Math.max(end, first + 1));
  }, [pages, first, end, failure]);
  // Another view is looked at from its first row on.
  const viewBefore = useRef(view);
  useEffect(() => {
    if (viewBefore.current === view) return;
    viewBefore.current = view;
    focusCell({ row: 0, column: Math.max(0, focus.column) });
  });

  const focusCell = (place: CellPlace, extending = false) => {
    setFocus(place);
    if (!extending) setAnchor(place);
    scroll.showRow(place.row);
    showColumn(scroller.current, starts, place.column, numberWidth);
  };
  const selection = selectedRange(anchor, focus, columns.length);
  const isRange = anchor.row !== focus.row || anchor.column !== focus.column;
  const copy = () => {
    const selected = rangeRows(selection).map((row) => pages.row(row)?.cells);
    if (selected.some((cells) => cells === undefined)) {
      addNotice({ tone: 'error', title: t('copy.tooMany'), hint: t('copy.hint') });
      return;
    }
    copyText(rangeToPaste(selected as (readonly (string | null)[])[], selection));
  };
  const findNext = (text: string, backwards: boolean) => {
    const cells = pages.row(focus.row)?.cells;
    const further = cells && !backwards ? findColumn(cells, text, focus.column + 1) : -1;
    if (further !== -1) return focusCell({ row: focus.row, column: further });
    const row = (focus.row + (backwards ? -1 : 1) + rowCount) % Math.max(1, rowCount);
    focusCell({ row, column: Math.max(0, findColumn(pages.row(row)?.cells ?? [], text, 0)) });
  };
  useImperativeHandle(ref, () => ({ findNext, focus: () => scroller.current?.focus({ preventScroll: true }) }));

  const onPoint = useCallback((place: CellPlace, extending: boolean) => {
    setFocus(place);
    if (!extending) setAnchor(place);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    // With Alt, arrows lead to other pages and results.
    if (event.altKey) return;
    const page = Math.max(1, Math.floor(scroll.measures.viewHeight / scroll.measures.rowHeight) - 1);
    const command = commandOf(event);
    const moved = command ? undefined : movedPlace(focus, event, { rows: rowCount, columns: columns.length, page });
    if (!moved && !command) return;
    event.preventDefault();
    if (moved) focusCell(moved, event.shiftKey);
    if (command === 'copy') copy();
    if (command === 'find') onFind();
    if (command === 'sort' && focus.column >= 0) onSort(focus.column, event.shiftKey);
    if (command === 'all') {
      setAnchor({ row: 0, column: -1 });
      setFocus({ row: Math.max(0, rowCount - 1), column: -1 });
    }
  };

  return (
    <>
      {failure && (
        <div className={rows.notice}>
          <ErrorNotice title={t('rows.failed')} error={failure} kept={t('rows.kept')} onRetry={pages.retry} />
        </div>
      )}
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('rows.label')}
        aria-readonly
        aria-multiselectable
        aria-busy={!whole && pages.total() === null}
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
            <GridHeader columns={columns} starts={starts} sight={sight} sort={view.sort} onSort={onSort} />
            {Array.from({ length: end - first }, (_, position) => {
              const row = first + position;
              return (
                <GridRow
                  key={row}
                  id={`${id}-${row}`}
                  row={row}
                  number={pages.row(row)?.number ?? null}
                  cells={pages.row(row)?.cells}
                  found={view.filter.text}
                  selected={isRange && row >= selection.top && row <= selection.bottom ? selection : null}
                  starts={starts}
                  firstColumn={sight.first}
                  endColumn={sight.end}
                  focusedColumn={focus.row === row ? focus.column : null}
                  y={headerHeight + top + position * scroll.measures.rowHeight}
                  onFocus={onPoint}
                />
              );
            })}
          </div>
        </div>
        {rowCount === 0 && whole && (
          <p className={styles.noRows}>{t(execution.complete ? 'rows.none' : 'rows.noneCut')}</p>
        )}
        {rowCount === 0 && !whole && pages.total() === 0 && <p className={styles.noRows}>{whyNoRows(view)}</p>}
      </div>
      {rowCount > 0 && (
        <CellInspector
          columns={columns}
          column={focus.column}
          number={pages.row(focus.row)?.number ?? focus.row}
          cells={pages.row(focus.row)?.cells}
        />
      )}
    </>
  );
};

/** Whether the text that is sought or the filter, or only both together, leave no row. */
const whyNoRows = ({ filter: { text, conditions } }: RowView): string => {
  if (text === '') return t('rows.nonePass');
  return t(conditions.length === 0 ? 'rows.noneHolds' : 'rows.noneOfBoth', { text });
};

type Command = 'copy' | 'find' | 'sort' | 'all';

const commandOf = ({ key, ctrlKey, metaKey }: KeyboardEvent): Command | undefined => {
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) return ({ c: 'copy', f: 'find', a: 'all' } as const)[letter];
  return ({ s: 'sort', '/': 'find' } as const)[letter];
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
