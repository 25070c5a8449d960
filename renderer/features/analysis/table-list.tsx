import { VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import type { SchemaTable } from '../../../preload/contract';
import { textsOf } from '../../texts';
import picker from './picker.module.css';
import type { QueryEditorHandle } from './query-editor';
import { type RowPlace, SearchedList } from './searched-list';
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

/** The tables of a system and their columns: what is clicked, or chosen with Enter, is written into the query. */
export const TableList = ({ listId, tables, queryLanguage, editor, onClose, onLeave }: TableListProps) => {
  const all = useMemo(() => searchable(tables), [tables]);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => tableRows(all, search, (key) => open.has(key)), [all, search, open]);
  const [active, setActive] = useState(0);
  const [written, setWritten] = useState('');
  const toggle = (key: string, opens: boolean) =>
    setOpen((before) => new Set(opens ? [...before, key] : [...before].filter((other) => other !== key)));
  const write = (row: TableRow) => {
    const name = nameToWrite(row, queryLanguage);
    editor.current?.insert(name, written !== '');
    setWritten(name);
  };

  /** As in any tree: the arrow keys lead into a table and out of it. */
  const stepInOrOut = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): boolean => {
    const row = rows[active];
    if (!/^Arrow(Left|Right)$/.test(key) || !row || currentTarget.selectionEnd !== search.length) return false;
    const inwards = key === 'ArrowRight';
    const ofTable = rows.findLastIndex(({ level }, index) => index <= active && level === 1);
    const closed = row.expanded === false;
    if (inwards && row.level === 1) closed ? toggle(row.key, true) : setActive(Math.min(active + 1, rows.length - 1));
    else if (!inwards && !closed) {
      toggle(rows[ofTable]?.key ?? '', false);
      setActive(ofTable);
    } else return false;
    return true;
  };

  return (
    <SearchedList
      listId={listId}
      role="tree"
      label={t('tables.list')}
      searchLabel={t('tables.search')}
      placeholder={t('tables.search')}
      nothing={t('tables.nothing')}
      className={styles.list}
      search={search}
      onSearch={setSearch}
      rows={rows}
      active={active}
      onActive={setActive}
      onEnter={write}
      onKey={stepInOrOut}
      dropdown={{ onClose: () => onClose(written !== ''), onLeave }}
      renderRow={(row, place) => (
        <Row
          key={row.key}
          row={row}
          place={place}
          onWrite={() => {
            setActive(place.index);
            write(row);
          }}
          onToggle={() => toggle(row.key, !row.expanded)}
        />
      )}
    >
      <div className={styles.hint}>{t('tables.hint')}</div>
      <VisuallyHidden role="status">{written && t('tables.written', { name: written })}</VisuallyHidden>
    </SearchedList>
  );
};

interface RowProps {
  row: TableRow;
  place: RowPlace;
  onWrite: () => void;
  onToggle: () => void;
}

// The search field keeps the focus and names the active row, so a row itself takes no key.
const Row = ({ row, place, onWrite, onToggle }: RowProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the search field
  <div
    id={place.id}
    role="treeitem"
    tabIndex={-1}
    aria-level={row.level}
    aria-expanded={row.expanded}
    className={`${picker.option} ${styles.row}`}
    data-active={place.active}
    style={{ transform: `translateY(${place.start}px)` }}
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
    <span className={styles.name} title={row.name}>
      {row.name}
    </span>
    <span className={picker.optionDetail} title={row.detail}>
      {row.detail}
    </span>
  </div>
);
