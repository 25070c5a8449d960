import { onAbort } from '../connectors/deadline';

/** The seconds of a Retry-After header (RFC 9110, 10.2.3): a number or a date; undefined where there is none. */
export const retryDelay = (header: string | undefined, now = Date.now()): number | undefined => {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1_000));
};

/** Resolves after that time, or at once when the signal is aborted. */
export const waitFor = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      stopListening();
      resolve();
    };
    const timer = setTimeout(end, seconds * 1_000);
    const stopListening = onAbort(signal, end);
  });
