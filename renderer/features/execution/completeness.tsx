import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import type { Execution } from '../../../preload/contract';
import { textsOf } from '../../texts';
import styles from './execution.module.css';
import { completenessOf } from './run-figures';

const t = textsOf('execution');

const icons = { whole: IconCheck, empty: IconCircleDashed, cut: IconAlertTriangle };

/** Says plainly whether a result is whole, and whether it holds anything. Nothing while its run goes on. */
export const Completeness = ({ execution }: { execution: Execution }) => {
  const completeness = completenessOf(execution);
  if (!completeness) return null;
  const { kind, text } = completeness;
  const Icon = icons[kind];
  return (
    <span className={styles.completeness} data-kind={kind} title={kind === 'empty' ? t('emptyHelp') : text}>
      <Icon size={14} aria-hidden />
      <span className={styles.completenessText}>{text}</span>
    </span>
  );
};
