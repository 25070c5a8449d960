/** Reads what a form or an import sends for a connector, by the fields of its tool type alone. */
import type { z } from 'zod';
import type { Configuration, configurationValue, FieldDefinition } from '../../preload/contract';
import { failure, type Result, success } from '../result';

type SentValue = z.infer<typeof configurationValue>;
type StoredValue = Configuration[string];

export interface ConfigurationContext {
  /** What is stored now: keys that are not sent keep their value, and a path may be sent back as it was read. */
  previous?: Configuration;
  /** Turns the token of a file that a person chose into its path. */
  resolveFileToken?: (token: string) => Result<string>;
}

const numberRanges: Record<string, { minimum: number; maximum: number }> = {
  port: { minimum: 1, maximum: 65_535 },
  connect_timeout: { minimum: 1, maximum: 600 },
  query_timeout: { minimum: 1, maximum: 86_400 },
};

/** What stands in an address only with a login or a token: neither is stored, nor logged with what changed. */
const forbiddenInAddress: Record<string, RegExp> = {
  server: /[@?]/,
  instance: /[@?#]/,
  endpoint: /[@?#]/,
  base_url: /[@?#]/,
  api_endpoint: /[@?#]/,
  connect_descriptor: /^[^(]*@/,
};

const mayHoldLogin = (key: string, value: unknown): boolean =>
  typeof value === 'string' && forbiddenInAddress[key]?.test(value) === true;

/** A configuration for the log: an address that an earlier version stored with a login is left out of it. */
export const withoutLogins = (configuration: Configuration): Configuration =>
  Object.fromEntries(
    Object.entries(configuration).map(([key, value]) => [key, mayHoldLogin(key, value) ? '(not shown)' : value]),
  );

/**
 * The configuration to store: sent values over the previous ones, defaults where neither has one. `null` and an empty
 * text remove a value. VALIDATION with `fieldErrors` for unknown keys, missing values, secrets and values of the wrong kind.
 */
export const readConfiguration = (
  fields: readonly FieldDefinition[],
  input: Record<string, SentValue>,
  context: ConfigurationContext = {},
): Result<Configuration> => {
  const fieldErrors: Record<string, string> = {};
  const configuration: Configuration = {};

  for (const key of Object.keys(input)) {
    if (!fields.some((field) => field.key === key)) fieldErrors[key] = 'This tool type has no such field.';
  }
  for (const field of fields) {
    const read = readField(field, input[field.key], context);
    if (!read.ok) fieldErrors[field.key] = read.error.message;
    else if (read.value !== undefined) configuration[field.key] = read.value;
  }

  if (Object.keys(fieldErrors).length === 0) return success(configuration);
  return failure('VALIDATION', 'Some fields of the connector need attention.', { fieldErrors });
};

const readField = (
  field: FieldDefinition,
  sent: SentValue | undefined,
  context: ConfigurationContext,
): Result<StoredValue | undefined> => {
  if (field.kind === 'secret') {
    if (sent === undefined || sent === null) return success(undefined);
    return invalid('A secret belongs in the keychain, not in the configuration.');
  }
  const previous = context.previous?.[field.key];
  if (sent === undefined && previous !== undefined) {
    return mayHoldLogin(field.key, previous) ? addressWithLogin() : success(previous);
  }
  if (isEmpty(sent)) {
    if (field.default !== undefined) return success(field.default);
    return field.required ? invalid(`Give the ${field.label.toLowerCase()}.`) : success(undefined);
  }
  return readers[field.kind](field, sent, context);
};

const isEmpty = (sent: SentValue | undefined): sent is undefined | null | '' =>
  sent === undefined || sent === null || (typeof sent === 'string' && sent.trim() === '');

type Reader = (
  field: FieldDefinition,
  sent: NonNullable<SentValue>,
  context: ConfigurationContext,
) => Result<StoredValue>;

const readText: Reader = (field, sent) => {
  if (typeof sent !== 'string') return invalid('Write a text.');
  const text = sent.trim();
  if (hasControlCharacter(text)) return invalid('Control characters and line breaks are not allowed.');
  return mayHoldLogin(field.key, text) ? addressWithLogin() : success(text);
};

const readNumber: Reader = (field, sent) => {
  const text = typeof sent === 'number' ? String(sent) : typeof sent === 'string' ? sent.trim() : '';
  if (!/^\d{1,15}$/.test(text)) return invalid('Write a whole number.');
  const number = Number(text);
  const range = numberRanges[field.key];
  if (range && (number < range.minimum || number > range.maximum)) {
    return invalid(`Write a number from ${range.minimum} to ${range.maximum}.`);
  }
  return success(number);
};

const readBoolean: Reader = (_field, sent) => {
  if (typeof sent === 'boolean') return success(sent);
  if (sent === 'true' || sent === 'false') return success(sent === 'true');
  return invalid('Choose yes or no.');
};

const readSelect: Reader = (field, sent) => {
  const chosen = field.options?.find((option) => option.value === sent);
  return chosen ? success(chosen.value) : invalid('Choose one of the values offered.');
};

const readList: Reader = (_field, sent) => {
  if (!Array.isArray(sent)) return invalid('Write a list.');
  const items = sent.map((item) => item.trim()).filter((item) => item !== '');
  if (items.some(hasControlCharacter)) return invalid('Control characters and line breaks are not allowed.');
  return success(items);
};

// A path comes from a dialog in main, never as free text from the window: see the bridge's contract.
const readPath: Reader = (field, sent, { previous, resolveFileToken }) => {
  if (typeof sent === 'string' && sent === previous?.[field.key]) return success(sent);
  if (typeof sent !== 'object' || Array.isArray(sent)) return invalid('Choose the file again.');
  if (!resolveFileToken) return invalid('Choose the file again.');
  const resolved = resolveFileToken(sent.fileToken);
  return resolved.ok ? resolved : invalid(resolved.error.message);
};

const readers: Record<Exclude<FieldDefinition['kind'], 'secret'>, Reader> = {
  text: readText,
  number: readNumber,
  boolean: readBoolean,
  select: readSelect,
  path: readPath,
  list: readList,
};

const hasControlCharacter = (text: string) => /\p{Cc}/u.test(text);

const invalid = (message: string) => failure('VALIDATION', message);

// Doesn't repeat the address: it may hold a secret.
const addressWithLogin = () =>
  invalid('Write the address alone, without @, ? or #. A login or a token belongs in its own field.');

/** A text of the configuration, or an empty text. */
export const textOf = (configuration: Configuration, key: string): string => {
  const value = configuration[key];
  return value === undefined ? '' : String(value);
};

/** A number of the configuration, or `fallback`; older data holds numbers as texts. */
export const numberOf = (configuration: Configuration, key: string, fallback: number): number => {
  const value = Number(configuration[key] ?? fallback);
  return Number.isFinite(value) ? value : fallback;
};

/** A boolean of the configuration, or `fallback`; older data holds booleans as texts. */
export const booleanOf = (configuration: Configuration, key: string, fallback: boolean): boolean => {
  const value = configuration[key];
  return value === undefined ? fallback : value === true || value === 'true';
};
