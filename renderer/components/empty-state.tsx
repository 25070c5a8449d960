import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** One or two sentences that teach what would be here and why it helps. */
  children: ReactNode;
  actions?: ReactNode;
}

export const EmptyState = ({ icon, title, children, actions }: EmptyStateProps) => (
  <div className={styles.root}>
    {icon && (
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
    )}
    <h2 className={styles.title}>{title}</h2>
    <div className={styles.text}>{children}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
