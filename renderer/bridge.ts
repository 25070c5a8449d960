import type { Bridge } from '../preload/contract';

declare global {
  var tickmark: Bridge;
}

/** The calls into main. Each resolves to a result and never rejects; see `preload/contract.ts`. */
export const bridge: Bridge = globalThis.tickmark;
