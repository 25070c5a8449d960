/** One line of the palette. */
export interface PaletteEntry {
  id: string;
  label: string;
  /** What it belongs to, shown behind the label and searched with it. */
  context?: string;
  /** The page of the guide that a section is of, shown behind the context. */
  page?: string;
  /** The language of label and page where it is not that of the window. */
  lang?: string;
  /** Other words that people may look for. */
  keywords?: string;
  keys?: string;
  /** What an audit holds: found by a search only, and behind what can be done and gone to unless its name begins with it. */
  isContent?: boolean;
  run(): unknown;
}

const mostShown = 50;

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

const textOf = ({ label, context = '', keywords = '' }: PaletteEntry): string =>
  `${label} ${context} ${keywords}`.toLowerCase();

/** Lower is nearer: the search is a whole word of the label, the label starts with it, a word of it does, it is within one, or none. */
const distance = ({ label, isContent = false }: PaletteEntry, words: string[]): number => {
  const named = wordsOf(label);
  const [first = ''] = words;
  if (named[0] === first) return 0;
  if (isContent) return 6;
  if (named.includes(first)) return 1;
  if (named[0]?.startsWith(first)) return 2;
  if (named.some((word) => word.startsWith(first))) return 3;
  return named.some((word) => word.includes(first)) ? 4 : 5;
};

/** The entries that contain every word of the search, the nearest first; within that, in the order given. */
export const searchEntries = (entries: readonly PaletteEntry[], search: string): PaletteEntry[] => {
  const words = wordsOf(search);
  const found = entries.filter((entry) => {
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
  if (words.length === 0) return found.filter(({ isContent }) => !isContent).slice(0, mostShown);
  return found
    .map((entry) => ({ entry, far: distance(entry, words) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
};
