import { memo } from 'react';
import type { Column } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { formatCount } from '../../components/format';
import type { CellPlace } from './cell-place';
import styles from './evidence.module.css';

interface GridHeaderProps {
  columns: readonly Column[];
  starts: readonly number[];
  sight: { first: number; end: number };
}

const placeOf = (starts: readonly number[], column: number) => {
  const left = starts[column] ?? 0;
  return { left, width: (starts[column + 1] ?? left) - left };
};

const range = (first: number, end: number): number[] =>
  Array.from({ length: end - first }, (_, index) => first + index);

export const GridHeader = ({ columns, starts, sight }: GridHeaderProps) => (
  <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.gridHeader}>
    <HeaderCell className={styles.corner} style={{ width: starts[0] }} aria-label="Row" />
    {range(sight.first, sight.end).map((column) => (
      <HeaderCell
        key={column}
        aria-colindex={column + 2}
        className={styles.heading}
        style={placeOf(starts, column)}
        title={`${columns[column]?.name}: ${columns[column]?.type}`}
      >
        <span className={styles.columnName}>{columns[column]?.name}</span>
        <span className={styles.columnType}>{columns[column]?.type}</span>
      </HeaderCell>
    ))}
  </div>
);

interface GridRowProps {
  id: string;
  row: number;
  cells: readonly (string | null)[] | undefined;
  starts: readonly number[];
  firstColumn: number;
  endColumn: number;
  focusedColumn: number | null;
  y: number;
  onFocus: (place: CellPlace) => void;
}

export const GridRow = memo((props: GridRowProps) => {
  const { id, row, cells, starts, firstColumn, endColumn, focusedColumn, y, onFocus } = props;
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
          onPointerDown={() => onFocus({ row, column })}
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
        onPointerDown={() => onFocus({ row, column: -1 })}
      >
        {formatCount(row + 1)}
      </Cell>
    </div>
  );
});

/** NULL is a word of another look than any text, and an empty text is nothing at all. */
const CellText = ({ cells, column }: { cells: GridRowProps['cells']; column: number }) => {
  if (!cells) return <span className={styles.loading}>…</span>;
  const text = cells[column];
  if (text === null || text === undefined) return <span className={styles.null}>NULL</span>;
  return <>{text.replaceAll('\n', ' ↵ ')}</>;
};
