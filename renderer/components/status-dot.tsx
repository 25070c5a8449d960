import { Loader } from '@mantine/core';
import styles from './status-dot.module.css';

export type DotState = 'active' | 'half' | 'pending' | 'failed' | 'busy';

interface StatusDotProps {
  state: DotState;
  /** What the dot means, for people who do not see it; leave it out where a text beside it says the same. */
  label?: string;
}

/** A state in one glyph: filled and round, half of that, a ring, a cross, or a spinner. Shapes differ, so colour is never alone. */
export const StatusDot = ({ state, label }: StatusDotProps) => (
  <span
    className={styles.dot}
    data-state={state}
    {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
  >
    {state === 'busy' && <Loader size={12} />}
  </span>
);
