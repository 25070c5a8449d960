import type { ReactNode } from 'react';
import styles from './spoken.module.css';

/** Words for people who hear the page; those who see it are told in another way. */
export const Spoken = ({ children }: { children: ReactNode }) => <span className={styles.spoken}>{children}</span>;
