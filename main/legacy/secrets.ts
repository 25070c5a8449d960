/** Recognises secrets in older data, where they stood in clear text among everything else: by key and by look. */
import { remembering } from './remembering';

const secretWords =
  /pass(word|wd|phrase|code)|(^|_)(pwd|pass)(_|$|\d)|secret|token|api_?key|private_?key|access_?key|auth_?key|credential|authori[sz]ation|bearer|cookie/;
/** What is about a secret without being one: `token_url`, `password_expiry_days`, `key_header`. */
const aboutSecrets =
  /_(url|uri|endpoint|path|type|kind|method|field|header|name|label|hint|expiry|expires|expires_in|expires_at|days|length|policy|required|enabled|env)$/;

/** `apiToken`, `API-Token` and `api_token` are one key. */
export const plainKey = remembering((key) =>
  key
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[\s.-]+/g, '_')
    .toLowerCase(),
);

export const isSecretKey = remembering((key): boolean => {
  const plain = plainKey(key);
  return secretWords.test(plain) && !aboutSecrets.test(plain);
});

const looks: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/, // JSON Web Token
  /^(bearer|basic|token|apikey)\s+[\w+/=.:~-]{8,}$/i,
  /\b(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|ATATT|ATCTT|sk-)[\w-]{10,}/,
  /[a-z][a-z0-9+.-]*:\/\/[^\s/@]+@/i, // an address with a login in it, or a token alone
  /(^|[;,&?\s])(password|passwd|pwd|secret|api_?key|(access_?)?token|sig)\s*=\s*[^\s;,&]+/i, // connection strings
];

/** Long, without spaces, letters and digits mixed: what keys look like, and identifiers of machines rarely do. */
const isRandomLooking = (text: string): boolean =>
  /^[\w+/=-]{32,}$/.test(text) &&
  /\d/.test(text) &&
  /[a-z]/i.test(text) &&
  !/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);

export const looksSecret = (text: string): boolean => looks.some((look) => look.test(text));

/** As `looksSecret`, and stricter: for values whose key says nothing. */
export const mayBeSecret = (text: string): boolean => looksSecret(text) || isRandomLooking(text.trim());

export const hidden = '[secret removed]';

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

export type FoundSecret = (path: readonly string[], secret: string) => void;

/**
 * A copy of a JSON value with every secret in it replaced; `found` hears of each. Texts that hold JSON themselves are
 * looked into.
 */
export const scrubValue = (value: unknown, found: FoundSecret = () => {}, path: readonly string[] = []): unknown => {
  const key = path.at(-1) ?? '';
  if (Array.isArray(value)) return value.map((item, index) => scrubValue(item, found, [...path, String(index)]));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, scrubValue(member, found, [...path, name])]),
    );
  }
  if (!isPlain(value) || value === '') return value;
  // In a list, the name of the list is what counts.
  const named = /^\d+$/.test(key) ? (path.at(-2) ?? '') : key;
  if (isSecretKey(named)) {
    found(path, String(value));
    return hidden;
  }
  return typeof value === 'string' ? scrubText(value, found, path) : value;
};

const scrubText = (text: string, found: FoundSecret, path: readonly string[]): string => {
  const parsed = parseContainer(text);
  if (parsed !== undefined) return JSON.stringify(scrubValue(parsed, found, path));
  if (!mayBeSecret(text)) return text;
  found(path, text);
  return hidden;
};

/** The object or list that a text is the JSON of; undefined for any other text. */
export const parseContainer = (text: string): object | undefined => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed !== null && typeof parsed === 'object' ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const tokens = /[^\s"'`,;:@/()<>=&\\[\]{}]{4,}/g;
const longest = (parts: readonly string[]): string =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), '');

const inlineSecrets =
  /(["']?[\w-]*(?:password|passwd|pwd|secret|api[_-]?key|token)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s;,&}]+)/gi;
const logins = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;

/**
 * Takes the known secrets out of free text, wherever they stand. `thorough` also takes out what is only written like one
 * (`password=…`, `https://user:…@host`): for text that nobody works with any more.
 */
export const createTextScrubber = (known: Iterable<string>, thorough = false): ((text: string) => string) => {
  const byToken = new Map<string, string[]>();
  for (const secret of new Set(known)) {
    const token = longest(secret.match(tokens) ?? []);
    if (token === '') continue;
    const ofToken = byToken.get(token);
    if (ofToken) ofToken.push(secret);
    else byToken.set(token, [secret]);
  }
  const withoutKnown = (text: string): string => {
    let clean = text;
    for (const token of text.match(tokens) ?? []) {
      for (const secret of byToken.get(token) ?? []) clean = clean.replaceAll(secret, hidden);
    }
    return clean;
  };
  if (!thorough) return withoutKnown;
  return (text) => {
    const clean = withoutKnown(text);
    if (!/[=:]/.test(clean)) return clean;
    return clean.replace(inlineSecrets, `$1${hidden}`).replace(logins, `$1${hidden}@`);
  };
};
