import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import styles from './split.module.css';

interface SplitProps {
  /** Fills what the pane leaves; brings its own scrolling. */
  children: ReactNode;
  pane: ReactNode;
  /** The accessible name of the handle between them. */
  handleLabel: string;
}

const keyStep = 24;
/** Heights of the pane as part of the whole, beyond which one of the two could not be used. */
const smallest = 0.15;
const largest = 0.8;

/** What a person has chosen lasts until the window closes. */
let chosenShare: number | null = null;

/** A list above and a pane below it, whose height is changed by dragging the edge or with the arrow keys on it. */
export const Split = ({ children, pane, handleLabel }: SplitProps) => {
  const root = useRef<HTMLDivElement>(null);
  const lower = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(chosenShare);

  const resize = (height: number) => {
    const whole = root.current?.clientHeight ?? 0;
    if (whole === 0) return;
    chosenShare = Math.min(largest, Math.max(smallest, height / whole));
    setShare(chosenShare);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize((root.current?.getBoundingClientRect().bottom ?? 0) - event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowUp: keyStep, ArrowDown: -keyStep };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize((lower.current?.clientHeight ?? 0) + step);
  };

  return (
    <div ref={root} className={styles.root}>
      <div className={styles.upper}>{children}</div>
      <div
        role="separator"
        aria-orientation="horizontal"
        aria-label={handleLabel}
        aria-valuenow={Math.round((share ?? 0.4) * 100)}
        tabIndex={0}
        className={styles.handle}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div ref={lower} className={styles.lower} style={share === null ? undefined : { height: `${share * 100}%` }}>
        {pane}
      </div>
    </div>
  );
};
