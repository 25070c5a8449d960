import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import type { Column, RowSort } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { formatCount } from '../../components/format';
import { textsOf } from '../../texts';
import { fold } from '../looking/row-view';
import type { CellPlace, CellRange } from './cell-place';
import styles from './evidence.module.css';

const t = textsOf('looking');

interface GridHeaderProps {
  columns: readonly Column[];
  starts: readonly number[];
  sight: { first: number; end: number };
  sort: readonly RowSort[];
  onSort: (column: number, further: boolean) => void;
}

const placeOf = (starts: readonly number[], column: number) => {
  const left = starts[column] ?? 0;
  return { left, width: (starts[column + 1] ?? left) - left };
};

const range = (first: number, end: number): number[] =>
  Array.from({ length: end - first }, (_, index) => first + index);

export const GridHeader = ({ columns, starts, sight, sort, onSort }: GridHeaderProps) => (
  <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.gridHeader}>
    <HeaderCell className={styles.corner} style={{ width: starts[0] }} aria-label={t('rows.number')} />
    {range(sight.first, sight.end).map((column) => {
      const place = sort.findIndex((each) => each.column === column);
      const direction = sort[place]?.direction;
      return (
        <HeaderCell
          key={column}
          aria-colindex={column + 2}
          aria-sort={direction ?? 'none'}
          className={styles.heading}
          style={placeOf(starts, column)}
          title={`${columns[column]?.name}: ${columns[column]?.type}\n${t('rows.sortHint')}`}
          onClick={(event) => onSort(column, event.shiftKey)}
        >
          <span className={styles.columnName}>
            {columns[column]?.name}
            {direction && <SortMark direction={direction} place={sort.length > 1 ? place + 1 : null} />}
          </span>
          <span className={styles.columnType}>{columns[column]?.type}</span>
        </HeaderCell>
      );
    })}
  </div>
);

const SortMark = ({ direction, place }: { direction: RowSort['direction']; place: number | null }) => {
  const Icon = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <span className={styles.sortMark}>
      <Icon size={12} aria-hidden />
      {place}
    </span>
  );
};

interface GridRowProps {
  id: string;
  row: number;
  /** Row of the evidence, from 0; null while it is not here. */
  number: number | null;
  /** A text to mark where it is found; empty marks nothing. */
  found: string;
  selected: CellRange | null;
  cells: readonly (string | null)[] | undefined;
  starts: readonly number[];
  firstColumn: number;
  endColumn: number;
  focusedColumn: number | null;
  y: number;
  onFocus: (place: CellPlace, extending: boolean) => void;
}

export const GridRow = memo((props: GridRowProps) => {
  const { id, row, number, found, selected, cells, starts, firstColumn, endColumn, focusedColumn, y, onFocus } = props;
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={row + 2}
      className={styles.gridRow}
      data-focused={focusedColumn === -1}
      style={{ transform: `translateY(${y}px)` }}
    >
      {range(firstColumn, endColumn).map((column) => (
        <Cell
          key={column}
          role="gridcell"
          id={`${id}-${column}`}
          aria-colindex={column + 2}
          className={styles.cell}
          style={placeOf(starts, column)}
          data-focused={focusedColumn === column}
          data-found={found !== '' && isFound(cells?.[column], found)}
          aria-selected={selected !== null && column >= selected.left && column <= selected.right}
          onPointerDown={(event) => onFocus({ row, column }, event.shiftKey)}
        >
          <CellText cells={cells} column={column} />
        </Cell>
      ))}
      <Cell
        role="gridcell"
        id={`${id}--1`}
        aria-colindex={1}
        className={styles.number}
        style={{ width: starts[0] }}
        onPointerDown={(event) => onFocus({ row, column: -1 }, event.shiftKey)}
      >
        {number === null ? '…' : formatCount(number + 1)}
      </Cell>
    </div>
  );
});

const isFound = (cell: string | null | undefined, text: string): boolean =>
  typeof cell === 'string' && fold(cell).includes(fold(text));

/** NULL is a word of another look than any text, and an empty text is nothing at all. */
const CellText = ({ cells, column }: { cells: GridRowProps['cells']; column: number }) => {
  if (!cells) return <span className={styles.loading}>…</span>;
  const text = cells[column];
  if (text === null || text === undefined) return <span className={styles.null}>NULL</span>;
  return <>{text.replaceAll('\n', ' ↵ ')}</>;
};
