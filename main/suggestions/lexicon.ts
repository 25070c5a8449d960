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

/** Phrases by the beginning of their first word, those of most words first. */
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

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}_$]+/gu)].map((match) => ({
    text: match[0].toLowerCase().normalize('NFC'),
    start: match.index,
    end: match.index + match[0].length,
  }));

export const createLexicon = <Meaning>(entries: readonly Entry<Meaning>[]): Lexicon<Meaning> => {
  const phrases = new Map<string, Phrase<Meaning>>();
  for (const { phrase, meaning } of entries) {
    const known = phrases.get(phrase);
    if (known) known.meanings.push(meaning);
    else phrases.set(phrase, { words: readPhrase(phrase), meanings: [meaning] });
  }
  const byBeginning = new Map<string, Phrase<Meaning>[]>();
  for (const phrase of phrases.values()) {
    const beginning = phrase.words[0]?.text ?? '';
    const same = byBeginning.get(beginning);
    if (same) same.push(phrase);
    else byBeginning.set(beginning, [phrase]);
  }
  for (const same of byBeginning.values()) same.sort((a, b) => lengthOf(b) - lengthOf(a));
  return byBeginning;
};

const lengthOf = ({ words }: Phrase<unknown>): number =>
  words.length * 1000 + words.reduce((sum, { text }) => sum + text.length, 0);

const readPhrase = (phrase: string) =>
  phrase
    .split(/[\s-]+/)
    .map((word) => ({ text: word.replace('*', '').toLowerCase().normalize('NFC'), open: word.endsWith('*') }));

const fits = (word: Word | undefined, { text, open }: { text: string; open: boolean }): boolean =>
  word !== undefined && (open ? word.text.startsWith(text) : word.text === text);

/** The longest phrase that begins at a word; a phrase's first word may be the beginning of it. */
const longestAt = <Meaning>(
  lexicon: Lexicon<Meaning>,
  words: readonly Word[],
  at: number,
): Phrase<Meaning> | undefined => {
  const first = words[at]?.text ?? '';
  let longest: Phrase<Meaning> | undefined;
  for (let length = 1; length <= first.length; length += 1) {
    const phrase = lexicon
      .get(first.slice(0, length))
      ?.find((known) => known.words.every((word, index) => fits(words[at + index], word)));
    if (phrase && (!longest || lengthOf(phrase) > lengthOf(longest))) longest = phrase;
  }
  return longest;
};

/** Matches from the first word to the last; the words of one are not part of another. */
export const findMatches = <Meaning>(lexicon: Lexicon<Meaning>, text: string): Match<Meaning>[] => {
  const words = wordsOf(text);
  const matches: Match<Meaning>[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at];
    const phrase = longestAt(lexicon, words, at);
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
