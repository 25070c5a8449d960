/**
 * The text of a SQLite value, by its storage class: integers exact, reals in the fewest digits that read back as the
 * same number and always with a point or an exponent, blobs as `\x` and lower-case hex. See docs/connectors/sqlite.md.
 */
export const cellText = (value: unknown): string | null => {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return realText(value);
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return String(value);
};

const realText = (value: number): string => {
  if (value === Number.POSITIVE_INFINITY) return 'Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
};
