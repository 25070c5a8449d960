import { Button } from '@mantine/core';
import type { Column } from '../../../preload/contract';
import { copyText } from '../../components/copy';
import { textsOf } from '../../texts';
import { rowToPaste } from './cell-place';
import styles from './evidence.module.css';

const t = textsOf('evidence');

interface CellInspectorProps {
  columns: readonly Column[];
  /** -1 stands for the row's number. */
  column: number;
  /** Row of the evidence, from 0. */
  number: number;
  cells: readonly (string | null)[] | undefined;
}

/** The focused cell in full, which its column may be too narrow for. */
export const CellInspector = ({ columns, column: position, number, cells }: CellInspectorProps) => {
  const column = columns[position];
  const text = cells?.[position];
  return (
    <div className={styles.inspector}>
      <span className={styles.inspected}>
        {t('cell.row', { row: number + 1 })}
        {column && ` · ${column.name}`}
        {column && <span className={styles.quiet}> {column.type}</span>}
      </span>
      <div className={styles.inspectedText}>
        {text === null && <span className={styles.null}>NULL</span>}
        {text === '' && <span className={styles.quiet}>{t('cell.emptyText')}</span>}
        {text}
      </div>
      <Button
        size="compact-sm"
        variant="default"
        disabled={typeof text !== 'string'}
        onClick={() => copyText(text ?? '')}
      >
        {t('cell.copyCell')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!cells}
        onClick={() => cells && copyText(rowToPaste(cells))}
      >
        {t('cell.copyRow')}
      </Button>
    </div>
  );
};
