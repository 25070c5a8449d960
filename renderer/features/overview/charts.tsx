import { useElementSize } from '@mantine/hooks';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { formatCount } from '../../components/format';
import styles from './charts.module.css';

/** One part of a bar; its look comes from `data-part` in the window's style sheet, so that themes and print choose the colours. */
export interface Part {
  name: string;
  label: string;
}

export interface Bar {
  label: string;
  /** Stands behind the label. */
  mark?: ReactNode;
  values: Record<string, number>;
  /** Stands at the end of the bar instead of its sum. */
  figure?: string;
}

interface ChartProps {
  /** What the picture shows, in a sentence, for people who do not see it; the figures follow as a table. */
  summary: string;
  parts: readonly Part[];
  bars: readonly Bar[];
}

const sumOf = ({ values }: Bar, parts: readonly Part[]): number =>
  parts.reduce((sum, { name }) => sum + (values[name] ?? 0), 0);

/** Where each part of a bar begins and how much it is; what is zero is left out. */
const stack = (bar: Bar, parts: readonly Part[]) => {
  let start = 0;
  return parts.flatMap((part) => {
    const value = bar.values[part.name] ?? 0;
    const placed = { part, value, start };
    start += value;
    return value > 0 ? [placed] : [];
  });
};

const usedParts = (parts: readonly Part[], bars: readonly Bar[]): Part[] =>
  parts.filter(({ name }) => bars.some(({ values }) => (values[name] ?? 0) > 0));

export const Legend = ({ parts }: { parts: readonly Part[] }) => (
  <ul className={styles.legend}>
    {parts.map(({ name, label }) => (
      <li key={name}>
        <span className={styles.swatch} data-part={name} aria-hidden />
        {label}
      </li>
    ))}
  </ul>
);

interface BarChartProps extends ChartProps {
  /** Each bar is as long as the others and shows how its own whole is made up; otherwise lengths compare the sums. */
  ofOwnWhole?: boolean;
}

/** Bars that lie under each other, each with its name, its parts and its sum. */
export const BarChart = ({ summary, parts, bars, ofOwnWhole = false }: BarChartProps) => {
  const longest = Math.max(1, ...bars.map((bar) => sumOf(bar, parts)));
  const shareIn = (bar: Bar) => scaleLinear([0, ofOwnWhole ? sumOf(bar, parts) : longest], [0, 100]);
  return (
    <figure className={styles.figure} role="img" aria-label={summary}>
      <div className={styles.bars}>
        {bars.map((bar) => (
          <div key={bar.label} className={styles.bar}>
            <span className={styles.barLabel}>
              <span className={styles.barName} title={bar.label}>
                {bar.label}
              </span>
              {bar.mark}
            </span>
            <BarParts bar={bar} parts={parts} share={shareIn(bar)} />
            <span className={styles.sum}>{bar.figure ?? formatCount(sumOf(bar, parts))}</span>
          </div>
        ))}
      </div>
      {parts.length > 1 && <Legend parts={usedParts(parts, bars)} />}
    </figure>
  );
};

interface BarPartsProps {
  bar: Bar;
  parts: readonly Part[];
  /** Percent of the track. */
  share: (value: number) => number;
}

const BarParts = ({ bar, parts, share }: BarPartsProps) => (
  <svg className={styles.track} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
    {stack(bar, parts).map(({ part, value, start }) => (
      <rect
        key={part.name}
        className={styles.part}
        data-part={part.name}
        x={share(start)}
        width={Math.max(0.4, share(value) - 0.2)}
        height={10}
      />
    ))}
  </svg>
);

const picture = { height: 170, left: 36, bottom: 22, top: 8 };
/** Until it is known how much room there is. */
const usualWidth = 640;

/** Dates that stand so far apart below the columns don't touch. */
const widthOfDate = 80;

/** Columns that stand beside each other on an axis of counts. */
export const ColumnChart = ({ summary, parts, bars }: ChartProps) => {
  const room = useElementSize<HTMLDivElement>();
  const width = room.width || usualWidth;
  const highest = Math.max(1, ...bars.map((bar) => sumOf(bar, parts)));
  const y = scaleLinear([0, highest], [picture.height - picture.bottom, picture.top]).nice(4);
  const x = scaleBand(
    bars.map(({ label }) => label),
    [picture.left, width],
  )
    .padding(0.25)
    .align(0);
  const every = Math.ceil((bars.length * widthOfDate) / width);
  const columnWidth = Math.min(40, x.bandwidth());
  return (
    <figure className={styles.figure} role="img" aria-label={summary}>
      <div ref={room.ref} className={styles.columns}>
        <svg viewBox={`0 0 ${width} ${picture.height}`} aria-hidden>
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick} transform={`translate(0 ${y(tick)})`}>
                <line className={styles.grid} x1={picture.left} x2={width} />
                <text className={styles.axis} x={picture.left - 6} dy="0.32em" textAnchor="end">
                  {formatCount(tick)}
                </text>
              </g>
            ))}
          {bars.map((bar, index) => (
            <g key={bar.label} transform={`translate(${x(bar.label) ?? 0} 0)`}>
              {stack(bar, parts).map(({ part, value, start }) => (
                <rect
                  key={part.name}
                  className={styles.part}
                  data-part={part.name}
                  y={y(start + value)}
                  width={columnWidth}
                  height={y(start) - y(start + value)}
                />
              ))}
              {index % every === 0 && (
                <text className={styles.axis} x={columnWidth / 2} y={picture.height - 6} textAnchor="middle">
                  {bar.label}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <Legend parts={usedParts(parts, bars)} />
    </figure>
  );
};
