import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/** The current time, renewed each minute, for texts like "5 minutes ago". */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), minuteMs);
    return () => window.clearInterval(timer);
  }, []);
  return now;
};
