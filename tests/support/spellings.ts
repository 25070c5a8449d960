/** A text as it may have been written by whatever let it out, and where one of these spellings is found. */
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** The part of its Base64 that does not depend on what stands before and after it, e.g. in `user:password`. */
const innerBase64 = (text: string, before: number): string => {
  const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
  const start = before === 0 ? 0 : 4;
  return whole.replace(/=+$/, '').slice(start, -2);
};

const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');

/** The spellings of a secret by which it would leak, by name. */
export const spellingsOf = (text: string): [string, Buffer][] => {
  const bytes = Buffer.from(text);
  const url = encodeURIComponent(text);
  const base64 = [0, 1, 2].map((before) => innerBase64(text, before));
  const spellings: [string, string | Buffer][] = [
    ['plain', bytes],
    ['reversed', [...text].reverse().join('')],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', utf16be(text)],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['URL', url],
    ['URL in lower case', url.replace(/%../g, (code) => code.toLowerCase())],
    ['form', new URLSearchParams({ '': text }).toString().slice(1)],
    ['JSON', JSON.stringify(text).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1)],
    ['JSON escapes', escaped(text)],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ...base64.map((spelling): [string, string] => ['Base64', spelling]),
    ...base64.map((spelling): [string, string] => ['Base64 for URLs', urlSafe(spelling)]),
  ];
  return spellings.map(([name, spelling]) => [name, Buffer.from(spelling)]);
};

/** Names each spelling of each text that the bytes hold. */
export const findSpellings = (bytes: Buffer, texts: readonly string[]): string[] =>
  texts.flatMap((text, at) =>
    spellingsOf(text)
      .filter(([, spelling]) => bytes.includes(spelling))
      .map(([name]) => `text ${at + 1}, ${name}`),
  );
