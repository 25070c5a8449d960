/** How numbers are spread, counted as they come, without knowing where they will lie. */

export interface HistogramBin {
  /** The bin holds what is at least `from` and less than `to`. */
  from: number;
  to: number;
  count: number;
}

export interface Histogram {
  add(value: number): void;
  /** The bins from the least value to the greatest, empty ones included. */
  bins(): HistogramBin[];
}

/** Widths of bins, each a whole multiple of the one before, so that bins can be joined. */
type Widths = (step: number) => number;

const mostBins = 50;
/** A bin's number stays a whole number that a double holds. */
const furthestBin = 2 ** 50;

/** 1, 5, 10, 50, 100, … and as much below 1. */
export const decimalWidths: Widths = (step) => {
  const power = 10 ** Math.floor(Math.abs(step) / 2);
  if (step >= 0) return step % 2 === 0 ? power : 5 * power;
  return step % 2 === 0 ? 1 / power : 0.5 / power;
};

const day = 86_400;
const timeWidths = [1, 60, 3_600, 6 * 3_600, day, 7 * day, 28 * day, 364 * day];

/** A second, a minute, an hour, 6 hours, a day, 7, 28 and 364 days, then ten times as much each. */
export const secondWidths: Widths = (step) =>
  step < timeWidths.length ? (timeWidths[Math.max(0, step)] ?? 1) : 364 * day * 10 ** (step - timeWidths.length + 1);

export const createHistogram = (widths: Widths, finest: number): Histogram => {
  let step = finest;
  let counts = new Map<number, number>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  const coarsen = () => {
    const ratio = Math.round(widths(step + 1) / widths(step));
    const joined = new Map<number, number>();
    for (const [bin, count] of counts) {
      const into = Math.floor(bin / ratio);
      joined.set(into, (joined.get(into) ?? 0) + count);
    }
    counts = joined;
    first = Math.floor(first / ratio);
    last = Math.floor(last / ratio);
    step += 1;
  };

  return {
    add: (value) => {
      while (Math.abs(value / widths(step)) > furthestBin) coarsen();
      const bin = Math.floor(value / widths(step));
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
      first = Math.min(first, bin);
      last = Math.max(last, bin);
      while (last - first >= mostBins) coarsen();
    },
    bins: () => {
      if (counts.size === 0) return [];
      const width = widths(step);
      return Array.from({ length: last - first + 1 }, (_, position) => {
        const bin = first + position;
        return { from: bin * width, to: (bin + 1) * width, count: counts.get(bin) ?? 0 };
      });
    },
  };
};
