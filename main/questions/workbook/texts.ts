import { tooMany } from '../file-rejected';
import { limits } from '../work-limits';
import type { XmlListener } from './xml';

/**
 * Collects the text of a string item: one `t`, or the `t` of each run of rich text. Phonetic readings (`rPh`) are how
 * a text is pronounced, not what it says.
 */
export const createTextCollector = () => {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: (name: string): void => {
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = !inPhonetic;
    },
    text: (part: string): void => {
      if (inText) text += part;
    },
    close: (name: string): void => {
      if (name === 'rPh') inPhonetic = false;
      if (name === 't') inText = false;
    },
    take: (): string => {
      const taken = decodeEscapes(text);
      text = '';
      return taken;
    },
  };
};

/** Characters that XML can't hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;

/** Hears a part of shared strings; `strings` fills as it is read. */
export const listenToSharedStrings = (strings: string[]): XmlListener => {
  const collector = createTextCollector();
  return {
    open: collector.open,
    text: collector.text,
    close: (name) => {
      collector.close(name);
      if (name !== 'si') return;
      if (strings.length >= limits.sharedStrings) throw tooMany('different texts', limits.sharedStrings);
      strings.push(collector.take());
    },
  };
};
