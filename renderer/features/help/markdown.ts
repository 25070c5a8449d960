/** The part of Markdown that the guide is written in, read into plain data: the page draws it, and no text becomes markup. */
export type Block =
  | { kind: 'heading'; level: number; text: string; anchor: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string };

export type Span =
  | { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string }
  | { kind: 'link'; text: string; target: string };

/** The end of an address that leads to a heading, as code hosts make it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const headingLine = /^(#{1,4}) (.+)$/;
const itemLine = /^(?:-|\d+\.) (.+)$/;
const tableLine = /^\|.*\|$/;
/** Left out: the window itself is what pictures of it show. */
const imageLine = /^\s*!\[.*\]\(.*\)$/;

/** Reads a page block by block. What it does not know stays a paragraph. */
export const parseMarkdown = (text: string): Block[] => {
  const lines = text.split(/\r?\n/).filter((line) => !imageLine.test(line));
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (belongs: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = headingLine.exec(line);
    if (line.trim() === '') {
      at += 1;
    } else if (heading) {
      at += 1;
      const [, marks = '', title = ''] = heading;
      blocks.push({ kind: 'heading', level: marks.length, text: title, anchor: anchorOf(title) });
    } else if (line.startsWith('```')) {
      at += 1;
      blocks.push({ kind: 'code', text: takeWhile((next) => !next.startsWith('```')).join('\n') });
      at += 1;
    } else if (tableLine.test(line)) {
      blocks.push(toTable(takeWhile((next) => tableLine.test(next))));
    } else if (itemLine.test(line)) {
      // A line that is moved in goes on with the item above it.
      blocks.push(toList(takeWhile((next) => itemLine.test(next) || /^ {2,}\S/.test(next))));
    } else {
      const paragraph = takeWhile((next) => next.trim() !== '' && !startsAnother(next));
      blocks.push({ kind: 'paragraph', text: paragraph.join(' ') });
    }
  }
  return blocks;
};

const startsAnother = (line: string): boolean =>
  headingLine.test(line) || line.startsWith('```') || tableLine.test(line) || itemLine.test(line);

const toList = (lines: string[]): Block => {
  const items: string[] = [];
  for (const line of lines) {
    const item = itemLine.exec(line);
    if (item) items.push(item[1] ?? '');
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return { kind: 'list', ordered: /^\d/.test(lines[0] ?? ''), items };
};

const toCells = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The second line only rules off the head. */
const toTable = ([head = '', , ...rows]: string[]): Block => ({
  kind: 'table',
  head: toCells(head),
  rows: rows.map(toCells),
});

const marks = /`([^`]+)`|\*\*(.+?)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The marked parts of a text. Marks inside marks are not read. */
export const parseSpans = (text: string): Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > at) spans.push({ kind: 'text', text: text.slice(at, match.index) });
    spans.push(toSpan(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) spans.push({ kind: 'text', text: text.slice(at) });
  return spans;
};

const toSpan = ([, code, strong, emphasis, label, target]: RegExpMatchArray): Span => {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  return { kind: 'link', text: label ?? '', target: target ?? '' };
};

/** A text without its marks. */
export const plainText = (text: string): string =>
  parseSpans(text)
    .map((span) => span.text)
    .join('');
