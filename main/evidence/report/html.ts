import { visible } from '../pack-facts';

/** A piece of HTML that is safe as it stands. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | Html[] | null | undefined | false;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const write = (value: Value): string => {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(write).join('');
  if (value instanceof Html) return value.text;
  return visible(String(value)).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
};

/** HTML whose values are escaped, unless they are HTML themselves. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.map((part, index) => part + write(values[index])).join(''));
