import type { Identity } from '../../preload/contract';

/** Whether two fingerprints name the same system. */
export const isSameTarget = (left: Identity, right: Identity): boolean =>
  JSON.stringify(Object.entries(left).sort()) === JSON.stringify(Object.entries(right).sort());
