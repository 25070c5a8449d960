/** How many different values there are and which are the most frequent, in bounded memory. */
import { createHash } from 'node:crypto';
import { type ByteString, textOfBytes } from './record-batches';

export interface ValueCounts {
  add(value: ByteString): void;
  /** Different values: counted as long as there are few enough to keep, else estimated within some 2 %. */
  distinct(): { count: number; exact: boolean };
  /** The most frequent values, most frequent first. Where not exact, each count is a lower bound. */
  top(most: number): { values: { value: string; count: number }[]; exact: boolean };
}

/** Of a longer value only the beginning is kept, and a hash that tells it from others. */
const keptBytes = 200;
const registerBits = 14;
const registers = 2 ** registerBits;

export const createValueCounts = (capacity: number): ValueCounts => {
  const counts = new Map<ByteString, number>();
  let estimator: Uint8Array | undefined;

  /**
   * Makes room as Misra and Gries do (Finding repeated elements, 1982): one less of each. What occurs in more than one
   * of `capacity` cells stays.
   */
  const makeRoom = () => {
    for (const [value, count] of counts) {
      if (count === 1) counts.delete(value);
      else counts.set(value, count - 1);
    }
  };

  const add = (value: ByteString) => {
    const key = value.length <= keptBytes ? value : shorten(value);
    const count = counts.get(key);
    if (estimator) note(estimator, key);
    if (count !== undefined) {
      counts.set(key, count + 1);
    } else if (counts.size < capacity) {
      counts.set(key, 1);
    } else {
      estimator ??= estimatorOf(counts.keys());
      note(estimator, key);
      makeRoom();
    }
  };

  return {
    add,
    distinct: () => (estimator ? { count: estimate(estimator), exact: false } : { count: counts.size, exact: true }),
    top: (most) => ({
      exact: estimator === undefined,
      values: [...counts]
        .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
        .slice(0, most)
        .map(([value, count]) => ({ value: displayed(value), count })),
    }),
  };
};

const shorten = (value: ByteString): ByteString =>
  value.slice(0, keptBytes) + createHash('sha256').update(value, 'latin1').digest('binary').slice(0, 16);

const displayed = (key: ByteString): string =>
  key.length <= keptBytes ? textOfBytes(key) : `${textOfBytes(key.slice(0, keptBytes)).replace(/\ufffd$/, '')}…`;

// HyperLogLog, P. Flajolet and others 2007

const estimatorOf = (values: Iterable<ByteString>): Uint8Array => {
  const estimator = new Uint8Array(registers);
  for (const value of values) note(estimator, value);
  return estimator;
};

const note = (estimator: Uint8Array, value: ByteString): void => {
  const hash = hashOf(value);
  const register = hash >>> (32 - registerBits);
  const rank = Math.min(Math.clz32(hash << registerBits) + 1, 33 - registerBits);
  if (rank > (estimator[register] ?? 0)) estimator[register] = rank;
};

const estimate = (estimator: Uint8Array): number => {
  let sum = 0;
  for (const rank of estimator) sum += 2 ** -rank;
  const raw = ((0.7213 / (1 + 1.079 / registers)) * registers * registers) / sum;
  const zeros = estimator.reduce((count, rank) => count + (rank === 0 ? 1 : 0), 0);
  if (raw <= 2.5 * registers && zeros > 0) return Math.round(registers * Math.log(registers / zeros));
  // So many values that their hashes of 32 bits begin to coincide.
  return Math.round(raw <= 2 ** 32 / 30 ? raw : -(2 ** 32) * Math.log(1 - raw / 2 ** 32));
};

/** FNV-1a, with the finish of MurmurHash3 that spreads its bits. */
const hashOf = (value: ByteString): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at += 1) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
