/** Charts as inline SVG: bars with their figures beside them, so that they are read without colour too. */
import { type Outcome, outcomes, outcomeWords } from '../pack-facts';
import { Html, html } from './html';

export interface Bar {
  label: string;
  counts: Record<Outcome, number>;
}

const colours: Record<Outcome, string> = {
  complete: '#0f766e',
  incomplete: '#d97706',
  failed: '#b91c1c',
  cancelled: '#71717a',
  'not-answerable': '#6d28d9',
  none: '#d4d4d8',
};

const width = 700;
const labelWidth = 245;
const figuresWidth = 190;
const barWidth = width - labelWidth - figuresWidth - 20;
const rowHeight = 20;
const mostBars = 24;

const total = ({ counts }: Bar): number => outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);

const short = (text: string): string => (text.length > 44 ? `${text.slice(0, 43)}…` : text);

const figures = ({ counts }: Bar): string =>
  outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcomeWords[outcome].toLowerCase()}`)
    .join(', ');

const drawBar = (bar: Bar, row: number, most: number): Html => {
  const top = row * rowHeight;
  let left = labelWidth;
  const parts = outcomes.map((outcome) => {
    const length = (bar.counts[outcome] / most) * barWidth;
    const part = new Html(
      `<rect x="${left.toFixed(1)}" y="${top + 4}" width="${length.toFixed(1)}" height="12" fill="${colours[outcome]}"/>`,
    );
    left += length;
    return length > 0 ? part : new Html('');
  });
  return html`<text x="${labelWidth - 8}" y="${top + 14}" text-anchor="end" font-size="10.5" fill="#18181b">${short(bar.label)}<title>${bar.label}</title></text>${parts}<text x="${(left + 8).toFixed(1)}" y="${top + 14}" font-size="9.5" fill="#3f3f46">${figures(bar)}</text>`;
};

/** Bars over one another in the order given; beyond two dozen the rest become one bar. */
export const barChart = (title: string, bars: readonly Bar[]): Html => {
  const shown = bars.length > mostBars ? [...bars.slice(0, mostBars - 1), sum(bars.slice(mostBars - 1))] : bars;
  if (shown.length === 0) return html``;
  const most = Math.max(1, ...shown.map(total));
  const height = shown.length * rowHeight + 4;
  return html`<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">${shown.map((bar, row) => drawBar(bar, row, most))}</svg></figure>`;
};

const sum = (bars: readonly Bar[]): Bar => ({
  label: `${bars.length} others`,
  counts: Object.fromEntries(
    outcomes.map((outcome) => [outcome, bars.reduce((count, { counts }) => count + counts[outcome], 0)]),
  ) as Bar['counts'],
});
