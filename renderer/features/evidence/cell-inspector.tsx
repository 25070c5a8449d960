import { Button } from '@mantine/core';
import type { Column } from '../../../preload/contract';
import { copyText } from '../../components/copy';
import { formatCount } from '../../components/format';
import { type CellPlace, rowToPaste } from './cell-place';
import styles from './evidence.module.css';

interface CellInspectorProps {
  columns: readonly Column[];
  place: CellPlace;
  cells: readonly (string | null)[] | undefined;
}

/** The focused cell in full, which its column may be too narrow for. */
export const CellInspector = ({ columns, place, cells }: CellInspectorProps) => {
  const column = columns[place.column];
  const text = cells?.[place.column];
  return (
    <div className={styles.inspector}>
      <span className={styles.inspected}>
        Row {formatCount(place.row + 1)}
        {column && ` · ${column.name}`}
        {column && <span className={styles.quiet}> {column.type}</span>}
      </span>
      <div className={styles.inspectedText}>
        {text === null && <span className={styles.null}>NULL</span>}
        {text === '' && <span className={styles.quiet}>empty text</span>}
        {text}
      </div>
      <Button
        size="compact-sm"
        variant="default"
        disabled={typeof text !== 'string'}
        onClick={() => copyText(text ?? '')}
      >
        Copy cell
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!cells}
        onClick={() => cells && copyText(rowToPaste(cells))}
      >
        Copy row
      </Button>
    </div>
  );
};
