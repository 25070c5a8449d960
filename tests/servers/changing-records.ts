/** Records of a double that leave or enter the result while somebody reads it page by page. */
export interface Change {
  /** It happens when that many pages were given. */
  afterPages: number;
  /** Numbers of records, in the order of the result; -1 enters at its front. */
  leave?: number[];
  enter?: number[];
}

export interface Records {
  count: number;
  /** The numbers of the records from one place to another. */
  slice(from: number, to: number): number[];
}

/** The records that there are after so many pages. */
export const recordsAfter = (pages: number, count: number, change: Change | undefined): Records => {
  if (!change || pages < change.afterPages) {
    const slice = (from: number, to: number) =>
      Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, index) => from + index);
    return { count, slice };
  }
  const { leave = [], enter = [] } = change;
  const before = Array.from({ length: count }, (_, index) => index);
  const numbers = [...before.filter((number) => !leave.includes(number)), ...enter].sort((a, b) => a - b);
  return { count: numbers.length, slice: (from, to) => numbers.slice(from, to) };
};
