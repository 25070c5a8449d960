/** Takes secrets out of everything that is said to people, however a server has echoed them. */
export interface Redaction {
  /** From now on this one is taken out, too. */
  add(secret: string): void;
  /** The same value with every text in it cleaned. */
  clean<Value>(value: Value): Value;
}

const replacement = '•••';

const writings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  new URLSearchParams({ s: secret }).toString().slice(2),
  Buffer.from(secret).toString('base64'),
  JSON.stringify(secret).slice(1, -1),
];

export const createRedaction = (secrets: readonly string[]): Redaction => {
  const known = new Set<string>();
  const add = (secret: string) => {
    for (const writing of secret === '' ? [] : writings(secret)) known.add(writing);
  };
  secrets.forEach(add);

  const cleanText = (text: string): string => {
    let cleaned = text;
    // The longest first: one may be a part of another.
    for (const writing of [...known].sort((left, right) => right.length - left.length)) {
      cleaned = cleaned.replaceAll(writing, replacement);
    }
    return cleaned;
  };

  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanText(value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };

  return { add, clean: (value) => clean(value) as typeof value };
};
