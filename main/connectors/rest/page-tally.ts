import type { RowsEnd } from '../pulled-rows';

/** What pages that are read by their place tell of records that entered or left the result meanwhile. */
export interface PageTally {
  rows(): number;
  /** Notes a page: its records, null for one without an id, and how many the system counts now, where it counts. */
  add(ids: readonly (string | null)[], total: number | undefined): void;
  /** Why records may have been passed over; undefined where nothing speaks for it. */
  doubt(): string | undefined;
  /** That fewer came than the system counts; undefined where as many came, or where it does not count. */
  lack(total: number | undefined): string | undefined;
}

/** For that system (as a sentence begins), and its records (in the plural). */
export const createPageTally = (system: string, records: string): PageTally => {
  const seen = new Set<string>();
  const totals = new Set<number>();
  let rows = 0;
  let pages = 0;
  let unnamed = 0;

  const doubt = (): string | undefined => {
    const again = rows - unnamed - seen.size;
    if (again > 0) {
      return `${again} ${records} came twice: ${records} changed during the run, so others may be missing. Run it again.`;
    }
    // A record that leaves a page already read moves the next one onto it, and the last total agrees with what came.
    const [first, other] = totals;
    if (other !== undefined) {
      return `${system} counted ${first} ${records} at first and ${other} later: some entered or left the result during the run, so others may be missing. Run it again.`;
    }
    if (pages < 2 || unnamed === 0) return undefined;
    return `${unnamed} ${records} came without an id, so ones that came twice would not be noticed.`;
  };

  return {
    rows: () => rows,
    add: (ids, total) => {
      pages += 1;
      rows += ids.length;
      for (const id of ids) {
        if (id === null) unnamed += 1;
        else seen.add(id);
      }
      if (total !== undefined) totals.add(total);
    },
    doubt,
    lack: (total = 0) => (rows < total ? `${system} counts ${total} ${records} and gave ${rows}.` : undefined),
  };
};

/** How records end of which the tally tells all there is to tell. */
export const endOfPages = (tally: PageTally, total: number | undefined): RowsEnd => {
  const because = tally.doubt() ?? tally.lack(total);
  return because ? { incompleteBecause: because } : undefined;
};
