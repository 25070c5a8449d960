import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** Between a page's header and its rows: one sentence and, where it asks for something, one button. */
export const Banner = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className={styles.root} role="status">
    <span>{children}</span>
    {action}
  </div>
);
