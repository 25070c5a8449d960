import { ActionIcon, Loader, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ColumnSummary, RowCondition, RowSort, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { ErrorNotice } from '../../components/error-notice';
import { formatCount } from '../../components/format';
import { textsOf } from '../../texts';
import { Distribution } from './distribution';
import styles from './looking.module.css';
import { numbered } from './row-view';

const t = textsOf('looking');

interface ColumnPanelProps {
  executionId: number;
  sort: readonly RowSort[];
  onSort: (column: number, further: boolean) => void;
  onCondition: (condition: RowCondition) => void;
}

type Loaded = { columns: readonly ColumnSummary[] } | { error: TickmarkError };

/** What each column of the whole evidence holds. */
export const ColumnPanel = ({ executionId, sort, onSort, onCondition }: ColumnPanelProps) => {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let left = false;
    void bridge.executions.summary({ executionId }).then((answer) => {
      if (!left) setLoaded(answer.ok ? { columns: answer.value.columns } : { error: answer.error });
    });
    return () => {
      left = true;
    };
  }, [executionId]);

  return (
    <aside className={styles.panel} aria-label={t('columns.title')} aria-busy={loaded === null}>
      {loaded === null && (
        <p className={styles.waiting} role="status">
          <Loader size="xs" /> {t('columns.loading')}
        </p>
      )}
      {loaded && 'error' in loaded && <ErrorNotice title={t('columns.failed')} error={loaded.error} />}
      {loaded && 'columns' in loaded && (
        <ul className={styles.columns}>
          {numbered(loaded.columns).map(({ item: column, position }) => (
            <li key={position} className={styles.column}>
              <ColumnHead
                column={column}
                direction={sort.find((each) => each.column === position)?.direction}
                onSort={(further) => onSort(position, further)}
              />
              <Distribution column={column} />
              <ColumnFigures column={column} />
              <TopValues
                column={column}
                onValue={(value) => onCondition({ column: position, test: 'equals', value })}
              />
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
};

interface ColumnHeadProps {
  column: ColumnSummary;
  direction: RowSort['direction'] | undefined;
  onSort: (further: boolean) => void;
}

const ColumnHead = ({ column, direction, onSort }: ColumnHeadProps) => {
  const Icon = direction === undefined ? IconArrowsSort : direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <div className={styles.columnHead}>
      <h2 className={styles.columnTitle}>{column.name}</h2>
      <span className={styles.columnType}>{column.type}</span>
      <ActionIcon
        size="sm"
        aria-label={t('columns.sort', { column: column.name })}
        aria-pressed={direction !== undefined}
        title={t('rows.sortHint')}
        onClick={(event) => onSort(event.shiftKey)}
      >
        <Icon size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
};

const ColumnFigures = ({ column }: { column: ColumnSummary }) => {
  const figures: [string, string][] = [
    [
      t('columns.distinct'),
      column.distinctExact
        ? formatCount(column.distinctCount)
        : t('columns.about', { figure: formatCount(column.distinctCount) }),
    ],
    ['NULL', formatCount(column.nullCount)],
  ];
  if (column.emptyCount > 0) figures.push([t('columns.empty'), formatCount(column.emptyCount)]);
  if (column.otherCount > 0) figures.push([t(`columns.other.${otherKind(column)}`), formatCount(column.otherCount)]);
  if (column.minimum !== null) figures.push([t('columns.minimum'), shownValue(column.minimum)]);
  if (column.maximum !== null) figures.push([t('columns.maximum'), shownValue(column.maximum)]);
  if (column.kind === 'text' && column.shortest !== null && column.longest !== null) {
    figures.push([t('columns.length'), `${formatCount(column.shortest)} – ${formatCount(column.longest)}`]);
  }
  return (
    <dl className={styles.figures}>
      {figures.map(([term, figure]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd title={figure}>{figure}</dd>
        </div>
      ))}
    </dl>
  );
};

const shownValue = (value: string): string => (value === '' ? t('columns.emptyText') : value);

const otherKind = ({ kind }: ColumnSummary) => (kind === 'date' ? 'date' : 'number');

/** Values shown in a column's summary; the rest is for the filter. */
const shownValues = 5;

/** The most frequent values, unless each occurs once: then none is more frequent than another. */
const TopValues = ({ column, onValue }: { column: ColumnSummary; onValue: (value: string) => void }) => {
  const [most] = column.topValues;
  if (!most || most.count < 2) return null;
  const total = Math.max(1, column.count);
  return (
    <ul className={styles.values} aria-label={t('columns.frequent', { column: column.name })}>
      {column.topValues.slice(0, shownValues).map(({ value, count }) => (
        <li key={value}>
          <UnstyledButton
            className={styles.value}
            style={{ '--share': `${(count / total) * 100}%` }}
            title={t('columns.show', { column: column.name, value })}
            onClick={() => onValue(value)}
          >
            <span className={styles.valueText}>{shownValue(value)}</span>
            <span>{column.topExact ? formatCount(count) : t('columns.atLeast', { figure: formatCount(count) })}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
};
