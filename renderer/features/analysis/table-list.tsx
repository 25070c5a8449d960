import { VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import type { SchemaTable } from '../../../preload/contract';
import { textsOf } from '../../texts';
import { popoverProps, useShownAsPopover } from './dropdown';
import picker from './picker.module.css';
import type { QueryEditorHandle } from './query-editor';
import styles from './table-list.module.css';
import { nameToWrite, searchable, type TableRow, tableRows } from './table-rows';

const t = textsOf('analysis');

interface TableListProps {
  listId: string;
  tables: readonly SchemaTable[];
  queryLanguage: string | undefined;
  editor: RefObject<QueryEditorHandle | null>;
  /** Escape: the keyboard goes on where `hasWritten` says, in the query or at the button. */
  onClose: (hasWritten: boolean) => void;
  onLeave: () => void;
}

const rowHeight = 34;

/** The tables of a system and their columns: what is clicked, or chosen with Enter, is written into the query. */
export const TableList = ({ listId, tables, queryLanguage, editor, onClose, onLeave }: TableListProps) => {
  const all = useMemo(() => searchable(tables), [tables]);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => tableRows(all, search, (key) => open.has(key)), [all, search, open]);
  const [active, setActive] = useState(0);
  const [written, setWritten] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useShownAsPopover(list, searchField);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    setActive(next);
    if (rows.length > 0) virtualizer.scrollToIndex(next);
  };
  const toggle = (key: string, opens: boolean) =>
    setOpen((before) => new Set(opens ? [...before, key] : [...before].filter((other) => other !== key)));
  const write = (row: TableRow) => {
    const name = nameToWrite(row, queryLanguage);
    editor.current?.insert(name, written !== '');
    setWritten(name);
  };

  /** As in any tree: into a table and out of it. */
  const stepInOrOut = (inwards: boolean): boolean => {
    const row = rows[active];
    if (!row || searchField.current?.selectionEnd !== search.length) return false;
    const ofTable = rows.findLastIndex(({ level }, index) => index <= active && level === 1);
    const closed = row.expanded === false;
    if (inwards && row.level === 1) closed ? toggle(row.key, true) : moveTo(active + 1);
    else if (!inwards && !closed) {
      toggle(rows[ofTable]?.key ?? '', false);
      moveTo(ofTable);
    } else return false;
    return true;
  };
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 8,
    PageUp: active - 8,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    const row = rows[active];
    if (move !== undefined) moveTo(move);
    else if (event.key === 'Enter' && row) write(row);
    else if (event.key === 'Escape') onClose(written !== '');
    else if (!/^Arrow(Left|Right)$/.test(event.key) || !stepInOrOut(event.key === 'ArrowRight')) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={list} className={`${picker.list} ${styles.list}`} {...popoverProps(onLeave)}>
      <input
        ref={searchField}
        className={picker.search}
        role="combobox"
        aria-label={t('tables.search')}
        aria-haspopup="tree"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={rows[active] && `${listId}-${active}`}
        placeholder={t('tables.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          moveTo(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={scroller} className={picker.scroller} tabIndex={-1}>
        <div
          id={listId}
          role="tree"
          tabIndex={-1}
          aria-label={t('tables.list')}
          className={picker.canvas}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <Row
                key={row.key}
                id={`${listId}-${index}`}
                row={row}
                active={index === active}
                start={start}
                onWrite={() => {
                  setActive(index);
                  write(row);
                }}
                onToggle={() => toggle(row.key, !row.expanded)}
              />
            );
          })}
        </div>
        {rows.length === 0 && <div className={picker.nothing}>{t('tables.nothing')}</div>}
      </div>
      <div className={styles.hint}>{t('tables.hint')}</div>
      <VisuallyHidden role="status">{written && t('tables.written', { name: written })}</VisuallyHidden>
    </div>
  );
};

interface RowProps {
  id: string;
  row: TableRow;
  active: boolean;
  start: number;
  onWrite: () => void;
  onToggle: () => void;
}

// The search field keeps the focus and names the active row, so a row itself takes no key.
const Row = ({ id, row, active, start, onWrite, onToggle }: RowProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the search field
  <div
    id={id}
    role="treeitem"
    tabIndex={-1}
    aria-level={row.level}
    aria-expanded={row.expanded}
    className={`${picker.option} ${styles.row}`}
    data-active={active}
    style={{ transform: `translateY(${start}px)` }}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onWrite}
  >
    {row.expanded !== undefined && (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the search field do the same
      // biome-ignore lint/a11y/noStaticElementInteractions: a part of its row for the mouse only
      <span
        className={styles.toggle}
        data-open={row.expanded}
        title={t(row.expanded ? 'tables.close' : 'tables.open')}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        <IconChevronRight size={14} aria-hidden />
      </span>
    )}
    <span className={styles.name}>{row.name}</span>
    <span className={picker.optionDetail}>{row.detail}</span>
  </div>
);
