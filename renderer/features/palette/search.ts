/** One line of the palette. */
export interface PaletteEntry {
  id: string;
  label: string;
  /** What it belongs to, shown behind the label and searched with it. */
  context?: string;
  /** Other words that people may look for. */
  keywords?: string;
  keys?: string;
  run(): unknown;
}

const mostShown = 50;

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

const textOf = ({ label, context = '', keywords = '' }: PaletteEntry): string =>
  `${label} ${context} ${keywords}`.toLowerCase();

/** Lower is nearer: the label starts with the search, a word of it does, or it is found anywhere. */
const distance = ({ label }: PaletteEntry, words: string[]): number => {
  const lower = label.toLowerCase();
  const [first = ''] = words;
  if (lower.startsWith(first)) return 0;
  return wordsOf(lower).some((word) => word.startsWith(first)) ? 1 : 2;
};

/** The entries that contain every word of the search, the nearest first; within that, in the order given. */
export const searchEntries = (entries: readonly PaletteEntry[], search: string): PaletteEntry[] => {
  const words = wordsOf(search);
  const found = entries.filter((entry) => {
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
  if (words.length === 0) return found.slice(0, mostShown);
  return found
    .map((entry) => ({ entry, far: distance(entry, words) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
};
