import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { LookingProgress } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { createRowPages, type RowPages } from '../evidence/row-pages';
import { isWhole, type RowView } from './row-view';

export interface ViewedRow {
  /** Row of the evidence, from 0. */
  number: number;
  cells: readonly (string | null)[];
}

/** The rows of a view, a page at a time; drawn anew with every page that comes. */
export const useViewPages = (executionId: number, view: RowView): RowPages<ViewedRow> => {
  const pages = useMemo(
    () => createRowPages((offset, limit) => loadPage(executionId, view, offset, limit)),
    [executionId, view],
  );
  useSyncExternalStore(pages.subscribe, pages.version);
  return pages;
};

const loadPage = async (executionId: number, view: RowView, offset: number, limit: number) => {
  const asked = isWhole(view) ? {} : { sort: [...view.sort], filter: view.filter };
  const answer = await bridge.executions.rows({ executionId, offset, limit, ...asked });
  if (!answer.ok) return answer;
  const { rows, total, rowNumbers } = answer.value;
  const numbered = rows.map((cells, position) => ({ number: rowNumbers?.[position] ?? offset + position, cells }));
  return { ok: true as const, value: { rows: numbered, total } };
};

/** How far a long look at an execution's evidence is; null while nothing is heard. */
export const useLookingProgress = (executionId: number, busy: boolean): LookingProgress | null => {
  const [progress, setProgress] = useState<LookingProgress | null>(null);
  useEffect(() => {
    if (!busy) return;
    setProgress(null);
    return bridge.executions.onLookingProgress((heard) => {
      if (heard.executionId === executionId) setProgress(heard);
    });
  }, [executionId, busy]);
  return busy ? progress : null;
};
