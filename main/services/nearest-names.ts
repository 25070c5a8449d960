/** Names that a person may have meant. */

/** So many are told at most. */
export const mostNearest = 3;
/** Of so few names some are worth telling, however far they are. */
const fewNames = 6;
const nearEnough = 0.5;

/** How many letters have to be changed, left out or put in. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

const wordsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u).map((word) => word.replace(/s$/, ''));

/** 1 for the same name, 0 for one that has nothing in common. */
const likeness = (one: string, other: string): number => {
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  const spelling = shorter * 2 < longer ? 0 : 1 - distance(one, other) / longer;
  const shared = wordsOf(one).some((word) => word.length > 2 && wordsOf(other).includes(word));
  return Math.max(spelling, shared ? 0.5 + (0.3 * shorter) / longer : 0);
};

/** The names of the list that are likest to what was written, the likest first. */
export const nearestNames = (written: string, names: readonly string[]): string[] => {
  const few = names.length <= fewNames;
  return names
    .map((name) => ({ name, score: likeness(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ score }) => few || score >= nearEnough)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostNearest)
    .map(({ name }) => name);
};
