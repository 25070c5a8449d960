import { type Block, parseMarkdown, plainText } from './markdown';

export interface GuidePage {
  /** The file's name, by which pages link to each other. */
  file: string;
  title: string;
  blocks: Block[];
}

/** A heading of a page, with the text below it. */
interface Section {
  page: GuidePage;
  heading: string;
  anchor: string;
  text: string;
}

const files = import.meta.glob<string>(['../../../docs/guide/*.md', '../../../docs/moving.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const toPage = ([path, text]: [string, string]): GuidePage => {
  const [title, ...blocks] = parseMarkdown(text);
  return { file: path.slice(path.lastIndexOf('/') + 1), title: title?.kind === 'heading' ? title.text : '', blocks };
};

/** The user guide, in reading order; its files are docs/guide and docs/moving.md. */
export const guidePages: readonly GuidePage[] = Object.entries(files)
  .map(toPage)
  .sort((one, other) => (readingOrder(one.file) < readingOrder(other.file) ? -1 : 1));

// Moving stands outside the guide's folder: the README and the evidence of imports name it there.
function readingOrder(file: string): string {
  return file === 'moving.md' ? `08-${file}` : file;
}

/** Where the guide explains an error. */
export const placeOfError = (code: string): { file: string; anchor: string } | undefined => {
  const section = sections.find(({ heading }) => heading.startsWith(`${code}:`));
  return section && { file: section.page.file, anchor: section.anchor };
};

const textOf = (block: Block): string => {
  if (block.kind === 'list') return block.items.map(plainText).join(' ');
  if (block.kind === 'table') return [block.head, ...block.rows].flat().map(plainText).join(' ');
  return block.kind === 'code' ? block.text : plainText(block.text);
};

const sectionsOf = (page: GuidePage): Section[] => {
  const found: Section[] = [{ page, heading: page.title, anchor: '', text: '' }];
  for (const block of page.blocks) {
    if (block.kind === 'heading') found.push({ page, heading: block.text, anchor: block.anchor, text: '' });
    else for (const last of found.slice(-1)) last.text += `${textOf(block)} `;
  }
  return found;
};

const sections: readonly Section[] = guidePages.flatMap(sectionsOf);

export interface Found extends Section {
  /** The text around the first word that was found. */
  excerpt: string;
}

const excerptLength = 140;

const excerptOf = (text: string, word: string): string => {
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 40);
  const from = at === 0 ? 0 : text.indexOf(' ', at) + 1;
  const isCut = from + excerptLength < text.length;
  const to = isCut ? text.lastIndexOf(' ', from + excerptLength) : text.length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${isCut ? ' …' : ''}`;
};

/** The sections that have all of the words; those that name one in their heading come first. */
export const searchGuide = (query: string): Found[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const has = (text: string) => (word: string) => text.toLowerCase().includes(word);
  return sections
    .filter(({ heading, text, page }) => words.every(has(`${page.title} ${heading} ${text}`)))
    .map((section) => ({ ...section, excerpt: excerptOf(section.text, words[0] ?? '') }))
    .sort((one, other) => Number(words.some(has(other.heading))) - Number(words.some(has(one.heading))));
};
