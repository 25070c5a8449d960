import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Execution } from '../../../preload/contract';
import styles from './execution.module.css';
import { completenessOf } from './run-figures';

/** Says plainly whether a result is whole. Nothing while its run goes on. */
export const Completeness = ({ execution }: { execution: Execution }) => {
  const completeness = completenessOf(execution);
  if (!completeness) return null;
  const Icon = completeness.complete ? IconCheck : IconAlertTriangle;
  return (
    <span className={styles.completeness} data-complete={completeness.complete} title={completeness.text}>
      <Icon size={14} aria-hidden />
      <span className={styles.completenessText}>{completeness.text}</span>
    </span>
  );
};
