import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Execution } from '../../../preload/contract';
import { targetRow } from '../../components/grid-focus';
import type { VirtualRowsHandle } from '../../components/virtual-rows';
import { isActive } from './run-figures';

interface RunRowsProps {
  executions: readonly Execution[];
  onOpen: (executionId: number) => void;
  /** The run whose evidence was just left: its row takes the focus, once. */
  returning: RefObject<number | null>;
}

/** Whether a run can be opened: it has ended, with evidence or with what kept it from any. */
export const canOpen = ({ status }: Pick<Execution, 'status'>): boolean => !isActive(status);

/** A row's own buttons and links do what they say, and text that is being selected is no click on its row. */
const isOnRow = ({ target }: MouseEvent): boolean =>
  !(target as Element).closest('a, button') && window.getSelection()?.isCollapsed !== false;

/** What makes `VirtualRows` a list of runs to walk through by arrow keys, each opened by a click or by Enter. */
export const useRunRows = ({ executions, onOpen, returning }: RunRowsProps) => {
  const list = useRef<VirtualRowsHandle>(null);
  const [activeId, setActiveId] = useState(returning.current);
  const found = executions.findIndex(({ id }) => id === activeId);
  const active = Math.max(0, found);

  const focusRow = (index: number) => {
    list.current?.scrollToIndex(index);
    list.current?.element()?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (returning.current === null) return;
    returning.current = null;
    // Its row is drawn once the list knows its own height.
    if (found !== -1) requestAnimationFrame(() => focusRow(found));
  });

  const open = (execution: Execution | undefined) => {
    if (execution && canOpen(execution)) onOpen(execution.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const onRowItself = (event.target as Element).matches('[data-index]');
    const next = targetRow(event.key, active, executions.length);
    if (next === undefined && !(event.key === 'Enter' && onRowItself)) return;
    event.preventDefault();
    if (next === undefined) return open(executions[active]);
    // The row must be drawn before it can take the focus.
    flushSync(() => setActiveId(executions[next]?.id ?? null));
    focusRow(next);
  };
  return {
    ref: list,
    role: 'grid' as const,
    rows: executions,
    rowKey: ({ id }: Execution) => id,
    keepIndex: active,
    onKeyDown,
    rowProps: (execution: Execution, index: number) => ({
      tabIndex: index === active ? 0 : -1,
      onFocus: () => setActiveId(execution.id),
      onClick: (event: MouseEvent) => isOnRow(event) && open(execution),
    }),
  };
};
