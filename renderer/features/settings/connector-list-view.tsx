import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { HeaderCell } from '../../components/cells';
import { MarksLegend } from '../../components/marks-legend';
import headings from '../../components/rows.module.css';
import { VirtualRows, type VirtualRowsHandle } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { findConnectorRow, type ListRow, nextConnectorRow } from './connector-list';
import styles from './connector-list-view.module.css';
import { ConnectorRow } from './connector-row';
import { useNow } from './use-now';

const t = textsOf('settings');

const groupHeight = 40;
const connectorHeight = 36;
const rowsPerPage = 15;

/**
 * All connectors of a CI in one virtualised grid. One row at a time is in the tab order; the arrow keys move between
 * rows and keep to the same action.
 */
export const ConnectorListView = ({ rows, startAt }: { rows: ListRow[]; startAt: number | undefined }) => {
  const now = useNow();
  const list = useRef<VirtualRowsHandle>(null);
  const [active, setActive] = useState(() => findConnectorRow(rows, startAt) ?? nextConnectorRow(rows, -1, 1));
  const [focusOn, setFocusOn] = useState<{ index: number; action: string } | null>(() => {
    const index = findConnectorRow(rows, startAt);
    return index === undefined ? null : { index, action: 'test' };
  });
  const activeRow = rows[active]?.kind === 'connector' ? active : nextConnectorRow(rows, -1, 1);

  useEffect(() => {
    if (!focusOn) return;
    return retryEachFrame(() => focusAction(list.current, focusOn));
  }, [focusOn]);

  useFocusAfterRemoval(rows.length, () => setFocusOn({ index: activeRow, action: 'more' }));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const action = (event.target as HTMLElement).dataset.action;
    const index = action === undefined ? undefined : targetRow(event.key, rows, activeRow);
    if (action === undefined || index === undefined) return;
    event.preventDefault();
    setActive(index);
    setFocusOn({ index, action });
  };

  return (
    <VirtualRows
      ref={list}
      role="grid"
      label={t('list.label')}
      header={<Header />}
      rows={rows}
      rowKey={(row) => (row.kind === 'group' ? `type ${row.connectorType}` : row.connector.id)}
      rowHeight={(row) => (row.kind === 'group' ? groupHeight : connectorHeight)}
      keepIndex={activeRow}
      onKeyDown={onKeyDown}
      rowProps={(row, index) => (row.kind === 'group' ? {} : { onFocus: () => setActive(index) })}
      renderRow={(row, index) =>
        row.kind === 'group' ? (
          <GroupHeading row={row} />
        ) : (
          <ConnectorRow connector={row.connector} type={row.type} now={now} inTabOrder={index === activeRow} />
        )
      }
    />
  );
};

const focusAction = (list: VirtualRowsHandle | null, { index, action }: { index: number; action: string }): boolean => {
  list?.scrollToIndex(index);
  const row = list?.element()?.querySelector(`[data-index="${index}"]`);
  // Not every row offers what only a failed or a generated one does.
  const button =
    row?.querySelector<HTMLElement>(`[data-action="${action}"]`) ?? row?.querySelector('[data-action=test]');
  if (!(button instanceof HTMLElement)) return false;
  button.focus({ preventScroll: true });
  return true;
};

const mostFrames = 10;

// A list that has just appeared draws its rows a frame later, once it knows its height.
const retryEachFrame = (attempt: () => boolean): (() => void) => {
  let frame = 0;
  const run = (left: number) => {
    if (!attempt() && left > 0) frame = requestAnimationFrame(() => run(left - 1));
  };
  run(mostFrames);
  return () => cancelAnimationFrame(frame);
};

// A deleted connector takes the focus with it; the keyboard goes on at the row that is active now.
const useFocusAfterRemoval = (count: number, focusRow: () => void) => {
  const before = useRef(count);
  useEffect(() => {
    const removed = count < before.current;
    before.current = count;
    if (removed && document.activeElement === document.body) focusRow();
  });
};

const Header = () => (
  <div role="presentation" className={`${headings.heading} ${styles.header}`}>
    <HeaderCell className={styles.nameHeading}>
      <MarksLegend />
      {t('columns.name')}
    </HeaderCell>
    <HeaderCell>{t('columns.environment')}</HeaderCell>
    <HeaderCell>{t('columns.target')}</HeaderCell>
    <HeaderCell>{t('columns.status')}</HeaderCell>
    <HeaderCell aria-label={t('columns.actions')} />
  </div>
);

const GroupHeading = ({ row }: { row: ListRow & { kind: 'group' } }) => (
  <div role="gridcell" className={styles.group}>
    <h2 className={styles.groupName} aria-label={t('list.group', { label: row.label, count: row.count })}>
      {row.label} <span className={styles.count}>· {row.count}</span>
    </h2>
    {!row.known && <span className={styles.unknown}>{t('list.unknown')}</span>}
  </div>
);

const targetRow = (key: string, rows: ListRow[], from: number): number | undefined => {
  switch (key) {
    case 'ArrowDown':
      return nextConnectorRow(rows, from, 1);
    case 'ArrowUp':
      return nextConnectorRow(rows, from, -1);
    case 'Home':
      return nextConnectorRow(rows, -1, 1);
    case 'End':
      return nextConnectorRow(rows, rows.length, -1);
    case 'PageDown':
      return nextConnectorRow(
        rows,
        Math.min(rows.length, from + rowsPerPage),
        from + rowsPerPage < rows.length ? 1 : -1,
      );
    case 'PageUp':
      return nextConnectorRow(rows, Math.max(-1, from - rowsPerPage), from - rowsPerPage < 0 ? 1 : -1);
    default:
      return undefined;
  }
};
