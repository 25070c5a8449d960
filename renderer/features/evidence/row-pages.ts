import type { Result } from '../../../preload/contract';

interface PageAnswer<Row> {
  rows: readonly Row[];
  total: number;
}

export interface RowPages<Row> {
  /** A row, or undefined while its page is not here. */
  row(index: number): Row | undefined;
  /** Number of all rows; null until the first page came. */
  total(): number | null;
  /** Asks for the pages of these rows that are not here yet. `end` is one past the last row. */
  want(first: number, end: number): void;
  /** Called after every page that came, and after a failure. */
  subscribe(listener: () => void): () => void;
  /** Grows with every change, for React's external stores. */
  version(): number;
  failure(): Extract<Result<never>, { ok: false }>['error'] | null;
  /** Forgets a failure and asks again at the next `want`. */
  retry(): void;
}

export const pageSize = 200;
/** Pages kept: 20,000 rows, some tens of megabytes at worst. */
const pagesKept = 100;
/** Pages asked for at the same time: whoever drags the scroll bar over a million rows wants the last place only. */
const requestsAtOnce = 2;

/**
 * The rows of a long list in main, a page at a time. Pages that were not looked at for longest are dropped, and of the
 * pages asked for while others are under way only the latest wish is kept.
 */
export const createRowPages = <Row>(
  load: (offset: number, limit: number) => Promise<Result<PageAnswer<Row>>>,
): RowPages<Row> => {
  const pages = new Map<number, readonly Row[]>();
  const underWay = new Set<number>();
  const listeners = new Set<() => void>();
  let wished: number[] = [];
  let failure: ReturnType<RowPages<Row>['failure']> = null;
  let total: number | null = null;
  let version = 0;

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const keep = (page: number, rows: readonly Row[]) => {
    pages.set(page, rows);
    const [oldest] = pages.keys();
    if (pages.size > pagesKept && oldest !== undefined) pages.delete(oldest);
  };

  const request = async (page: number) => {
    underWay.add(page);
    const answer = await load(page * pageSize, pageSize);
    underWay.delete(page);
    if (answer.ok) {
      total = answer.value.total;
      keep(page, answer.value.rows);
    } else failure = answer.error;
    changed();
    requestNext();
  };

  const requestNext = () => {
    while (failure === null && underWay.size < requestsAtOnce) {
      const page = wished.shift();
      if (page === undefined) return;
      if (!pages.has(page) && !underWay.has(page)) void request(page);
    }
  };

  /** A map keeps the order of insertion: what is looked at moves to its end. */
  const touch = (page: number) => {
    const rows = pages.get(page);
    if (!rows) return false;
    pages.delete(page);
    pages.set(page, rows);
    return true;
  };

  return {
    row: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    total: () => total,
    want: (first, end) => {
      wished = [];
      for (let page = Math.floor(first / pageSize); page * pageSize < end; page += 1) {
        if (!touch(page)) wished.push(page);
      }
      requestNext();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    failure: () => failure,
    retry: () => {
      failure = null;
      changed();
    },
  };
};
