import { type CSSProperties, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Comparison, NumberedRow } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { Cell, HeaderCell } from '../../components/cells';
import { formatCount } from '../../components/format';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { createRowPages, type RowPages } from '../evidence/row-pages';
import type { Part } from './compare-page';
import styles from './looking.module.css';
import { numbered } from './row-view';

const t = textsOf('looking');

/** A row of one side, or of both where they differ. */
interface ComparedRow {
  left: NumberedRow | null;
  right: NumberedRow | null;
  changedColumns: readonly number[];
}

interface ComparedRowsProps {
  request: { leftId: number; rightId: number; key: readonly string[] };
  part: Part;
  columns: Comparison['columns'];
  total: number;
}

/** Rows listed; whoever has more differences looks for another key first. */
const mostListed = 100_000;

/** In rem. Rows are drawn one by one: only equal widths keep their columns under each other. */
const columnWidth = 10;
const gap = 0.75;
/** The two row numbers, the gap between them, and the edges of a row. */
const widthBesideColumns = 4.5 + 5.25 + gap + 2.5;

const rowsOf = (comparison: Comparison, part: Part): ComparedRow[] => {
  if (part === 'changed') return comparison.changed.rows;
  return comparison[part].rows.map((row) => ({
    left: part === 'onlyLeft' ? row : null,
    right: part === 'onlyRight' ? row : null,
    changedColumns: [],
  }));
};

const useComparedPages = ({ leftId, rightId, key }: ComparedRowsProps['request'], part: Part) => {
  const pages = useMemo(
    () =>
      createRowPages<ComparedRow>(async (offset, limit) => {
        const answer = await bridge.executions.compare({ leftId, rightId, key: [...key], offset, limit });
        if (!answer.ok) return answer;
        return { ok: true as const, value: { rows: rowsOf(answer.value, part), total: answer.value[part].total } };
      }),
    [leftId, rightId, key, part],
  );
  useSyncExternalStore(pages.subscribe, pages.version);
  return pages;
};

/** One list of a comparison: each row with its number on either side, and what changed marked in it. */
export const ComparedRows = ({ request, part, columns, total }: ComparedRowsProps) => {
  const pages = useComparedPages(request, part);
  const positions = useMemo(() => Array.from({ length: Math.min(total, mostListed) }, (_, index) => index), [total]);
  const template = {
    '--columns': `4.5rem 5.25rem repeat(${columns.length}, minmax(${columnWidth}rem, 1fr))`,
    '--least-width': `${widthBesideColumns + columns.length * (columnWidth + gap)}rem`,
  } as CSSProperties;
  if (total === 0) return <p className={rows.notice}>{t('compare.none')}</p>;
  return (
    <div className={styles.compared} style={template}>
      {total > mostListed && <p className={rows.notice}>{t('compare.more', { count: mostListed })}</p>}
      <VirtualRows
        role="table"
        onlyText
        label={t('compare.rows')}
        rows={positions}
        rowKey={(position) => position}
        rowHeight={() => (part === 'changed' ? 48 : 34)}
        header={
          <div className={`${rows.header} ${styles.comparedRow} ${styles.comparedHeader}`}>
            <HeaderCell className={rows.figure}>{t('compare.leftRow')}</HeaderCell>
            <HeaderCell className={`${rows.figure} ${styles.rightRow}`}>{t('compare.rightRow')}</HeaderCell>
            {numbered(columns).map(({ item, position }) => (
              <HeaderCell key={position} className={rows.line} title={item.type}>
                {item.name}
                {item.side !== 'both' && <span className={rows.dimmed}> {t(`compare.only.${item.side}`)}</span>}
              </HeaderCell>
            ))}
          </div>
        }
        renderRow={(position) => <Compared pages={pages} position={position} columns={columns} />}
      />
    </div>
  );
};

interface ComparedProps {
  pages: RowPages<ComparedRow>;
  position: number;
  columns: Comparison['columns'];
}

const Compared = ({ pages, position, columns }: ComparedProps) => {
  useEffect(() => pages.want(position, position + 1), [pages, position]);
  const row = pages.row(position);
  if (!row) {
    return (
      <div className={`${rows.row} ${styles.comparedRow}`}>
        <Cell>…</Cell>
      </div>
    );
  }
  return (
    <div className={`${rows.row} ${styles.comparedRow}`}>
      <Cell className={rows.figure}>{row.left && formatCount(row.left.rowNumber)}</Cell>
      <Cell className={`${rows.figure} ${styles.rightRow}`}>{row.right && formatCount(row.right.rowNumber)}</Cell>
      {numbered(columns).map(({ item, position: column }) => (
        <ComparedCell key={column} row={row} column={column} side={item.side} />
      ))}
    </div>
  );
};

interface ComparedCellProps {
  row: ComparedRow;
  column: number;
  side: Comparison['columns'][number]['side'];
}

/** What both sides have alike once; what differs twice, the left one first. */
const ComparedCell = ({ row, column, side }: ComparedCellProps) => {
  const left = row.left?.cells[column];
  const right = row.right?.cells[column];
  if (row.changedColumns.includes(column)) {
    return (
      <Cell className={styles.changed}>
        <del className={rows.line} title={t('compare.cellLeft', { value: left ?? 'NULL' })}>
          <CellText text={left} />
        </del>
        <ins className={rows.line} title={t('compare.cellRight', { value: right ?? 'NULL' })}>
          <CellText text={right} />
        </ins>
      </Cell>
    );
  }
  const text = side === 'right' || row.left === null ? right : left;
  return (
    <Cell className={rows.line} title={text ?? undefined}>
      {(side === 'both' || row[side] !== null) && <CellText text={text} />}
    </Cell>
  );
};

const CellText = ({ text }: { text: string | null | undefined }) => {
  if (text === null || text === undefined) return <span className={rows.dimmed}>NULL</span>;
  return text === '' ? <span className={rows.dimmed}>{t('columns.emptyText')}</span> : text;
};
