import type { ColumnSummary } from '../../../preload/contract';
import { formatCount } from '../../components/format';
import { textsOf } from '../../texts';
import styles from './looking.module.css';

const t = textsOf('looking');

const width = 240;
const height = 40;

/** How the numbers or dates of a column are spread, as a small picture and in words. */
export const Distribution = ({ column }: { column: ColumnSummary }) => {
  const { distribution: bins } = column;
  if (bins.length < 2) return null;
  const highest = Math.max(...bins.map(({ count }) => count));
  const barWidth = width / bins.length;
  const fullest = bins.find(({ count }) => count === highest);
  const label = t('columns.distribution', {
    column: column.name,
    from: boundary(column, bins[0]?.from ?? 0),
    to: boundary(column, bins.at(-1)?.to ?? 0),
    fullestFrom: boundary(column, fullest?.from ?? 0),
    fullestTo: boundary(column, fullest?.to ?? 0),
    most: formatCount(highest),
  });
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {bins.map(({ from, to, count }, position) => {
          // A bin that holds anything is seen, however little that is.
          const bar = count === 0 ? 0 : Math.max(1.5, (count / highest) * height);
          return (
            <rect key={from} x={position * barWidth} y={height - bar} width={Math.max(1, barWidth - 1)} height={bar}>
              <title>{`${boundary(column, from)} – ${boundary(column, to)}: ${formatCount(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className={styles.axis} aria-hidden>
        <span>{boundary(column, bins[0]?.from ?? 0)}</span>
        <span>{boundary(column, bins.at(-1)?.to ?? 0)}</span>
      </figcaption>
    </figure>
  );
};

/** The edge of a bin: a figure, or a day in UTC. */
const boundary = ({ kind }: ColumnSummary, value: number): string => {
  if (kind !== 'date') return String(Number(value.toPrecision(12)));
  const date = new Date(value * 1000);
  return Number.isNaN(date.getTime()) ? '…' : date.toISOString().slice(0, 10);
};
