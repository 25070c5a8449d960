/** The name of the test file that holds a tool type's harness, e.g. `postgresql-db.test.ts` for `PostgreSQL DB`. */
export const testFileOf = (type: string): string => `${type.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.test.ts`;
