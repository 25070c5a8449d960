import type { Execution } from '../../../preload/contract';
import { Cell } from '../../components/cells';
import { formatExactTime, formatMinute } from '../../components/format';
import styles from './execution.module.css';

/** What tells the runs of a question apart: the number and, below it, the time it was started. */
export const RunCell = ({ execution: { id, startedAt } }: { execution: Pick<Execution, 'id' | 'startedAt'> }) => (
  <Cell role="gridcell" className={styles.runNumber} title={startedAt ? formatExactTime(startedAt) : undefined}>
    {id}
    {startedAt && <span className={styles.runTime}>{formatMinute(startedAt)}</span>}
  </Cell>
);
