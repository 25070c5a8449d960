/** Finds known words and phrases in a text: at each place the longest one, whatever its meanings are. */

export interface Entry<Meaning> {
  /** Words with blanks between them; `*` at the end of a word stands for any ending: `failed login*`. */
  phrase: string;
  meaning: Meaning;
}

export interface Match<Meaning> {
  /** As it stands in the text. */
  found: string;
  meanings: readonly Meaning[];
}

export type Lexicon<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;

interface Phrase<Meaning> {
  words: { text: string; open: boolean }[];
  meanings: Meaning[];
}

interface Word {
  text: string;
  start: number;
  end: number;
}

/** Enough to tell phrases apart, short enough for the shortest beginning of one. */
const keyLength = 2;

const keyOf = (word: string): string => word.slice(0, keyLength);

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}_$]+/gu)].map((match) => ({
    text: match[0].toLowerCase().normalize('NFC'),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Phrases by the beginning of their first word, those of most words first. */
export const createLexicon = <Meaning>(entries: readonly Entry<Meaning>[]): Lexicon<Meaning> => {
  const phrases = new Map<string, Phrase<Meaning>>();
  for (const { phrase, meaning } of entries) {
    const known = phrases.get(phrase);
    if (known) known.meanings.push(meaning);
    else phrases.set(phrase, { words: readPhrase(phrase), meanings: [meaning] });
  }
  const byKey = new Map<string, Phrase<Meaning>[]>();
  for (const phrase of phrases.values()) {
    const key = keyOf(phrase.words[0]?.text ?? '');
    byKey.set(key, [...(byKey.get(key) ?? []), phrase]);
  }
  for (const list of byKey.values()) list.sort((a, b) => lengthOf(b) - lengthOf(a));
  return byKey;
};

const lengthOf = ({ words }: Phrase<unknown>): number =>
  words.length * 1000 + words.reduce((sum, { text }) => sum + text.length, 0);

const readPhrase = (phrase: string) =>
  phrase
    .split(/[\s-]+/)
    .map((word) => ({ text: word.replace('*', '').toLowerCase().normalize('NFC'), open: word.endsWith('*') }));

const fits = (word: Word | undefined, { text, open }: { text: string; open: boolean }): boolean =>
  word !== undefined && (open ? word.text.startsWith(text) : word.text === text);

/** Matches from the first word to the last; the words of one are not part of another. */
export const findMatches = <Meaning>(lexicon: Lexicon<Meaning>, text: string): Match<Meaning>[] => {
  const words = wordsOf(text);
  const matches: Match<Meaning>[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at];
    const phrases = first ? (lexicon.get(keyOf(first.text)) ?? []) : [];
    const phrase = phrases.find((known) => known.words.every((word, index) => fits(words[at + index], word)));
    if (!first || !phrase) {
      at += 1;
      continue;
    }
    const last = words[at + phrase.words.length - 1] ?? first;
    matches.push({ found: text.slice(first.start, last.end), meanings: phrase.meanings });
    at += phrase.words.length;
  }
  return matches;
};
