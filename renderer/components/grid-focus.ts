import type { KeyboardEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { VirtualRowsHandle } from './virtual-rows';

interface GridFocus {
  count: number;
  /** The row that holds the focus, or would get it. */
  active: number;
  activate: (index: number) => void;
  /** The active row's index once it is activated, where activating may change which rows there are. */
  place?: () => number;
  list: RefObject<VirtualRowsHandle | null>;
}

/** Marks the controls of a row that arrow keys move between: one name per column. */
export const gridColumn = (column: string) => ({ 'data-grid-column': column });

const rowsPerPage = 10;

/** The row that a key leads to from the active one; undefined for any other key. */
export const targetRow = (key: string, active: number, count: number): number | undefined => {
  const last = count - 1;
  const targets: Record<string, number> = {
    ArrowDown: Math.min(last, active + 1),
    ArrowUp: Math.max(0, active - 1),
    PageDown: Math.min(last, active + rowsPerPage),
    PageUp: Math.max(0, active - rowsPerPage),
    Home: 0,
    End: last,
  };
  return targets[key];
};

const controlsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-grid-column]')];

/** Where a row lacks the column's control, its last one takes the focus, and the rows after it go on in the column. */
let standIn: { control: HTMLElement; column: string } | null = null;

const columnOf = (control: HTMLElement): string | undefined =>
  standIn?.control === control ? standIn.column : control.dataset.gridColumn;

const focusControl = (row: Element | null | undefined, column: string): void => {
  const controls = row ? controlsOf(row) : [];
  const wanted = controls.find((each) => each.dataset.gridColumn === column);
  const control = wanted ?? controls.at(-1);
  standIn = control && !wanted ? { control, column } : null;
  control?.focus({ preventScroll: true });
};

const moveAlongRow = (event: KeyboardEvent, control: HTMLElement): void => {
  const row = control.closest('[data-index]');
  if (!row) return;
  const controls = controlsOf(row);
  const next = controls[controls.indexOf(control) + (event.key === 'ArrowRight' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
};

/** Moves the focus to a row's control in a column. */
export const focusGridRow = (
  { activate, place, list }: Pick<GridFocus, 'activate' | 'place' | 'list'>,
  index: number,
  column: string,
): void => {
  // The row must be drawn before it can take the focus, and it may be far out of sight.
  flushSync(() => {
    activate(index);
    list.current?.scrollToIndex(index);
  });
  const now = place?.() ?? index;
  if (now !== index) list.current?.scrollToIndex(now);
  focusControl(list.current?.element()?.querySelector(`[data-index="${now}"]`), column);
};

/**
 * Arrow keys between the controls of a virtualised grid: up and down stay in the column, left and right in the row.
 * Give it to `VirtualRows` as `onKeyDown`, the active row as `keepIndex`, and let only that row's controls be tab stops.
 */
export const moveGridFocus = (event: KeyboardEvent, focus: GridFocus): void => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || focus.count === 0) return;
  const control = (event.target as HTMLElement).closest<HTMLElement>('[data-grid-column]');
  const column = control ? columnOf(control) : undefined;
  if (!control || !column) return;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    moveAlongRow(event, control);
    return;
  }
  const row = targetRow(event.key, focus.active, focus.count);
  if (row === undefined) return;
  event.preventDefault();
  focusGridRow(focus, row, column);
};
