import { startTransition, useEffect, useState } from 'react';

/** Runs work once what was drawn last is on the screen; answers how to call it off. */
export const afterPaint = (work: () => void): (() => void) => {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
};

/** A value that follows a moment later, for what is slow to draw: while a key is held down, only once it is let go. */
export const useAfterPaint = <Value>(value: Value): Value => {
  const [shown, setShown] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setShown(() => value))), [value]);
  return shown;
};
