import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { Execution } from '../../../preload/contract';
import { targetRow } from '../../components/grid-focus';
import type { VirtualRowsHandle } from '../../components/virtual-rows';
import { isActive } from './run-figures';

/** What a list of runs is told when the evidence that was opened from it is left. */
export interface Returning {
  /** The run that was looked at: its row takes the focus, once. */
  executionId: number | null;
  /** How far down the list was scrolled. */
  scrollTop: number;
}

interface RunRowsProps {
  executions: readonly Execution[];
  onOpen: (executionId: number) => void;
  returning: RefObject<Returning>;
}

/** Whether a run can be opened: it has ended, with evidence or with what kept it from any. */
export const canOpen = ({ status }: Pick<Execution, 'status'>): boolean => !isActive(status);

/** A row's own buttons and links do what they say, and text that is being selected is no click on its row. */
const isOnRow = ({ target }: MouseEvent): boolean =>
  !(target as Element).closest('a, button') && window.getSelection()?.isCollapsed !== false;

/** What makes `VirtualRows` a list of runs to walk through by arrow keys, each opened by a click or by Enter. */
export const useRunRows = ({ executions, onOpen, returning }: RunRowsProps) => {
  const list = useRef<VirtualRowsHandle>(null);
  const [activeId, setActiveId] = useState(returning.current.executionId);
  const found = executions.findIndex(({ id }) => id === activeId);
  const active = Math.max(0, found);

  const focusRow = (index: number) => {
    list.current?.scrollToIndex(index);
    list.current?.element()?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  };
  useEffect(() => {
    const { executionId, scrollTop } = returning.current;
    if (executionId === null) return;
    returning.current.executionId = null;
    if (found === -1) return;
    // Its row is drawn once the list knows its own height.
    requestAnimationFrame(() => {
      list.current?.element()?.scrollTo({ top: scrollTop });
      list.current?.element()?.dispatchEvent(new Event('scroll'));
      focusRow(found);
    });
  });
  // In a layout effect: its end comes while the list is still there.
  useLayoutEffect(
    () => () => {
      returning.current.scrollTop = list.current?.element()?.scrollTop ?? 0;
    },
    [returning],
  );

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
