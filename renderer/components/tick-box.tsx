import type { ComponentPropsWithoutRef } from 'react';
import styles from './tick-box.module.css';

interface TickBoxProps {
  label: string;
  state: 'none' | 'some' | 'all';
  /** Told whether Shift was held, which ticks a range. */
  onToggle: (asRange: boolean) => void;
  /** What the grid's arrow keys and tab stops need. */
  control?: Pick<ComponentPropsWithoutRef<'input'>, 'tabIndex'>;
}

/** A small tick box for rows of a list; `some` is the mixed state of a header's box. */
export const TickBox = ({ label, state, onToggle, control }: TickBoxProps) => (
  <input
    type="checkbox"
    className={styles.box}
    aria-label={label}
    checked={state === 'all'}
    ref={(box) => {
      if (box) box.indeterminate = state === 'some';
    }}
    // A change event does not tell whether Shift was held; the click that caused it does, also for the space bar.
    onChange={(event) => onToggle((event.nativeEvent as MouseEvent).shiftKey === true)}
    {...control}
  />
);
