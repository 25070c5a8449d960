import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { popoverProps, useShownAsPopover } from './dropdown';
import dropdownStyles from './dropdown.module.css';
import styles from './picker.module.css';

export interface RowPlace {
  id: string;
  active: boolean;
  index: number;
  count: number;
  /** Where it stands in the list, in pixels. */
  start: number;
}

interface SearchedListProps<Row> {
  listId: string;
  role: 'listbox' | 'tree';
  label: string;
  searchLabel: string;
  placeholder: string;
  /** What is said where nothing is found. */
  nothing: string;
  className?: string | undefined;
  search: string;
  onSearch: (search: string) => void;
  rows: readonly Row[];
  active: number;
  onActive: (index: number) => void;
  onEnter: (row: Row) => void;
  /** Keys of the list's own; answers whether it took one. */
  onKey?: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  /** Where it is a dropdown: Escape closes it, and so does what takes the focus or a click elsewhere. */
  dropdown?: { onClose: () => void; onLeave: () => void } | undefined;
  renderRow: (row: Row, place: RowPlace) => ReactNode;
  /** What stands below the rows. */
  children?: ReactNode;
}

const rowHeight = 34;
const rowsPerPage = 8;

const movesFrom = (active: number): Record<string, number> => ({
  ArrowDown: active + 1,
  ArrowUp: active - 1,
  PageDown: active + rowsPerPage,
  PageUp: active - rowsPerPage,
});

/**
 * A search field over a list that draws only the rows in sight. The field keeps the focus and names the active row. As a
 * dropdown it is the platform's own popover, above everything and closed by a click beside it; `dropdown.module.css`
 * says where it opens.
 */
export const SearchedList = <Row,>(props: SearchedListProps<Row>) => {
  const { listId, role, label, searchLabel, placeholder, nothing, search, rows, active, dropdown } = props;
  const { onSearch, onActive, onEnter, onKey, renderRow } = props;
  const list = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useShownAsPopover(list, searchField, dropdown !== undefined);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialOffset: () => Math.max(0, (active - 3) * rowHeight),
    overscan: 4,
  });
  useEffect(() => {
    if (active < rows.length) virtualizer.scrollToIndex(active);
  }, [virtualizer, active, rows]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = movesFrom(active)[event.key];
    const row = rows[active];
    if (move !== undefined) onActive(Math.max(0, Math.min(move, rows.length - 1)));
    else if (event.key === 'Enter' && row) onEnter(row);
    else if (event.key === 'Escape' && dropdown) dropdown.onClose();
    else if (!onKey?.(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className={`${styles.list} ${dropdown ? dropdownStyles.dropdown : ''} ${props.className ?? ''}`}
      {...(dropdown && popoverProps(dropdown.onLeave))}
    >
      <input
        ref={searchField}
        data-autofocus
        className={styles.search}
        role="combobox"
        aria-label={searchLabel}
        aria-haspopup={role}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={rows[active] && `${listId}-${active}`}
        placeholder={placeholder}
        value={search}
        onChange={(event) => {
          onSearch(event.currentTarget.value);
          onActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={scroller} className={styles.scroller} tabIndex={-1}>
        <div
          {...{ id: listId, role, 'aria-label': label }}
          tabIndex={-1}
          className={styles.canvas}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            const place = { id: `${listId}-${index}`, active: index === active, index, count: rows.length, start };
            return row === undefined ? null : renderRow(row, place);
          })}
        </div>
        {rows.length === 0 && <div className={styles.nothing}>{nothing}</div>}
      </div>
      {props.children}
    </div>
  );
};
