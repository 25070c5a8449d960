/** How a value becomes part of a query. Each answers undefined for a value that its language can't hold safely. */

export interface Quoting {
  /** A text as the language writes it, with its quotation marks. */
  text(value: string): string | undefined;
  /** A name that is not plain letters and digits; without this, such names are refused. */
  name?(value: string): string;
}

/** No language needs these in a name or a search word, and some of them end a text early: backslashes in MySQL. */
const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029\\]/u;

const unlessUnsafe =
  (quote: (value: string) => string) =>
  (value: string): string | undefined =>
    unsafe.test(value) ? undefined : quote(value);

const within = (mark: string) => (value: string) => `${mark}${value.replaceAll(mark, mark + mark)}${mark}`;

export const standardSql: Quoting = { text: unlessUnsafe(within("'")), name: within('"') };

/** A double quotation mark may start a text in MySQL, so only plain names are taken. */
export const mysqlSql: Quoting = { text: standardSql.text };

/** N'…' keeps every character, whatever the database's collation. */
export const transactSql: Quoting = { text: unlessUnsafe((value) => `N${within("'")(value)}`) };

export const jql: Quoting = { text: unlessUnsafe((value) => `"${value.replaceAll('"', '\\"')}"`) };

/** Values stand bare between carets; a script would be run by the instance. */
export const encodedQuery: Quoting = {
  text: (value) => (/\^|javascript/i.test(value) ? undefined : plainWords.text(value)),
};

/** How qTest's Data Query writes a quotation mark within a text is not documented, so there is none. */
export const dataQuery: Quoting = { text: (value) => (value.includes("'") ? undefined : standardSql.text(value)) };

/** Words on a line of their own. */
export const plainWords: Quoting = { text: unlessUnsafe((value) => value) };
