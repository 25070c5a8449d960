/**
 * The path of a `hierarchyid`, e.g. `/1/3.2/`, from its bytes: MS-SSCLRT 2.1, "HIERARCHYID". Each label is a number in one of
 * the patterns below: fixed bits, `x` for bits of the number less the pattern's lowest value, and a last bit that tells
 * whether the label ends here (`/`) or goes on (`.`), in which case the number was sent one too high.
 */

const patterns: readonly { lowest: bigint; bits: string }[] = [
  { lowest: 0n, bits: '01xx' },
  { lowest: 4n, bits: '100xx' },
  { lowest: 8n, bits: '101xxx' },
  { lowest: 16n, bits: '110xx0x1xxx' },
  { lowest: 80n, bits: '1110xxx0xxx0x1xxx' },
  { lowest: 1_104n, bits: '11110xxxxx0xxx0x1xxx' },
  { lowest: 5_200n, bits: '111110xxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx' },
  { lowest: 4_294_972_496n, bits: '111111xxxxxxxxxxxxxx0xxxxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx' },
  { lowest: -8n, bits: '00111xxx' },
  { lowest: -72n, bits: '0010xx0x1xxx' },
  { lowest: -4_168n, bits: '000110xxxxx0xxx0x1xxx' },
  { lowest: -4_294_971_464n, bits: '000101xxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx' },
  { lowest: -281_479_271_682_120n, bits: '000100xxxxxxxxxxxxxx0xxxxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx' },
];

const matches = (path: string, at: number, bits: string): boolean => {
  for (let index = 0; index < bits.length; index += 1) {
    if (bits[index] !== 'x' && bits[index] !== path[at + index]) return false;
  }
  return at + bits.length < path.length;
};

const numberAt = (path: string, at: number, { lowest, bits }: { lowest: bigint; bits: string }): bigint => {
  let value = 0n;
  for (let index = 0; index < bits.length; index += 1) {
    if (bits[index] === 'x') value = value * 2n + (path[at + index] === '1' ? 1n : 0n);
  }
  return lowest + value;
};

/** The path as the server's ToString() writes it; undefined where the bytes are no such path. */
export const hierarchyPath = (bytes: Buffer): string | undefined => {
  const path = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  let text = '/';
  let at = 0;
  while (path.includes('1', at)) {
    const position = at;
    const pattern = patterns.find(({ bits }) => matches(path, position, bits));
    if (!pattern) return undefined;
    at += pattern.bits.length + 1;
    const ends = path[at - 1] === '1';
    const value = numberAt(path, position, pattern);
    text += ends ? `${value}/` : `${value - 1n}.`;
  }
  return text.endsWith('/') ? text : undefined;
};
