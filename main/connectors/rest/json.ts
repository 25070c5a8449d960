/** Reading what web systems answer, without trusting its shape. */

export type JsonObject = Record<string, unknown>;

/** An object, or an empty one. */
export const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** The objects of a list; undefined when it is none. */
export const objectsOf = (value: unknown): JsonObject[] | undefined =>
  Array.isArray(value) ? value.map(objectOf) : undefined;

/** A text or number as a text, or an empty text. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The text of a cell: texts as they are, everything else as JSON in the system's own order, null as NULL. */
export const cellOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
