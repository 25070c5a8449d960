/** The query language of a folder: patterns for files, one per line. */
import { findUnreadableText } from '../../guard/verdict';
import { failure, type Result, success } from '../../result';

/** Whether a file, by its path below the folder with `/` between its parts, is asked for. */
export type FileFilter = (relativePath: string) => boolean;

const longestPattern = 1_000;

/** The pattern's lines; empty ones and comments (`#`) left out. QUERY_REJECTED for what isn't a pattern. */
export const parsePatterns = (query: string): Result<string[]> => {
  const unreadable = query.trim() === '' ? undefined : findUnreadableText(query);
  if (unreadable !== undefined) return failure('QUERY_REJECTED', unreadable);
  const patterns = query
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const pattern of patterns) {
    const reason = reasonAgainst(pattern);
    if (reason) return failure('QUERY_REJECTED', `The pattern “${pattern.slice(0, 100)}” ${reason}`);
  }
  return success(patterns);
};

const reasonAgainst = (pattern: string): string | undefined => {
  if (pattern.length > longestPattern) return `is longer than ${longestPattern} characters.`;
  if (pattern.includes('\\')) return 'has a backslash; write / between folders.';
  if (/^([a-z]:|[/~])/i.test(pattern)) return 'starts at a drive or a root; patterns start at the folder.';
  if (pattern.split('/').some((part) => part === '..' || part === '.')) return 'has a part that is only dots.';
  return undefined;
};

/** Accepts what matches any of the patterns; everything where there are none. Letter case does not matter. */
export const fileFilter = (patterns: readonly string[]): FileFilter => {
  if (patterns.length === 0) return () => true;
  const matchers = patterns.map((pattern) => ({ steps: stepsOf(pattern), wholePath: pattern.includes('/') }));
  return (relativePath) => {
    const path = [...folded(relativePath)];
    const name = path.slice(path.lastIndexOf('/') + 1);
    return matchers.some(({ steps, wholePath }) => matches(steps, wholePath ? path : name));
  };
};

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** `within`: one folder's name; `across`: folders too; `folders`: whole folders, skipped by the `skippable` before it. */
type Step = { one: true } | { many: 'within' | 'across' | 'folders' } | { skippable: true } | { character: string };

/** `*` and `?` stay within one name, `**` crosses folders, `**` with a slash stands for any folders or none. */
const stepsOf = (pattern: string): Step[] =>
  folded(pattern)
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .flatMap((piece) => wildcards[piece] ?? [...piece].map((character) => ({ character })));

const wildcards: Record<string, Step[]> = {
  '**/': [{ skippable: true }, { many: 'folders' }],
  '**': [{ many: 'across' }],
  '*': [{ many: 'within' }],
  '?': [{ one: true }],
};

/** All places in the pattern are followed at once, so that no pattern takes long. */
const matches = (steps: readonly Step[], text: readonly string[]): boolean => {
  let places = reach(steps, [0]);
  for (const character of text) {
    const next: number[] = [];
    for (const place of places) follow(steps, place, character, next);
    if (next.length === 0) return false;
    places = reach(steps, next);
  }
  return places.has(steps.length);
};

const follow = (steps: readonly Step[], place: number, character: string, next: number[]): void => {
  const step = steps[place];
  if (!step || 'skippable' in step) return;
  if ('character' in step) {
    if (step.character === character) next.push(place + 1);
  } else if ('one' in step) {
    if (character !== '/') next.push(place + 1);
  } else if (step.many !== 'within' || character !== '/') {
    next.push(place);
    if (step.many === 'folders' && character === '/') next.push(place + 1);
  }
};

/** The places and those behind them that need no character. */
const reach = (steps: readonly Step[], places: readonly number[]): Set<number> => {
  const reached = new Set<number>();
  const waiting = [...places];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (reached.has(place)) continue;
    reached.add(place);
    const step = steps[place];
    if (!step) continue;
    if ('skippable' in step) waiting.push(place + 1, place + 2);
    else if ('many' in step && step.many !== 'folders') waiting.push(place + 1);
  }
  return reached;
};
