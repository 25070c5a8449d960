/**
 * What the columns of a table of questions mean, and what each of its lines becomes. Main reads files with it and the
 * window what is pasted, so that the same table gives the same questions either way. Pure: no Electron, no schema.
 */

/** What a question is added with. */
export interface QuestionItem {
  questionNumber: string;
  process: string;
  subProcess: string;
  question: string;
}
export type QuestionColumn = keyof QuestionItem;

/** The meaning of each column of a table; null for one that is not used. */
export type ColumnMeanings = readonly (QuestionColumn | null)[];

export const questionColumns: readonly QuestionColumn[] = ['questionNumber', 'process', 'subProcess', 'question'];

/** The most questions that one import or one paste adds. */
export const maximumItems = 50_000;

export const longestTexts: Record<QuestionColumn, number> = {
  questionNumber: 200,
  process: 500,
  subProcess: 500,
  question: 20_000,
};

/** Header words in the languages that data requests come in; the surer ones first. */
const headerWords: Record<QuestionColumn, readonly string[]> = {
  questionNumber: [
    ...[
      'question no',
      'question nr',
      'question number',
      'question id',
      'question ref',
      'no',
      'nr',
      '#',
      'number',
      'id',
    ],
    ...['ref', 'reference', 'ref no', 'request no', 'request id', 'request number', 'item', 'item no', 'q no', 'q id'],
    ...['control no', 'control id', 'num', 'index', 'lfd nr', 'lfdnr', 'laufende nummer', 'nummer', 'fragennummer'],
    ...['fragen nr', 'frage nr', 'kennung', 'numéro', 'n°', 'nº', 'no question', 'número', 'numero', 'riferimento'],
    ...['vraagnummer', 'volgnummer'],
  ],
  process: [
    ...[
      'process',
      'process name',
      'process area',
      'main process',
      'control area',
      'area',
      'domain',
      'category',
      'topic',
    ],
    ...[
      'prozess',
      'hauptprozess',
      'prozessbereich',
      'bereich',
      'themengebiet',
      'gebiet',
      'thema',
      'domäne',
      'kategorie',
    ],
    ...[
      'processus',
      'domaine',
      'catégorie',
      'proceso',
      'área',
      'dominio',
      'categoría',
      'processo',
      'ambito',
      'categoria',
    ],
    ...['proces', 'domein', 'categorie', 'section'],
  ],
  subProcess: [
    ...['sub process', 'subprocess', 'sub area', 'sub category', 'subcategory', 'sub domain', 'subdomain', 'sub topic'],
    ...['subtopic', 'sub section', 'teilprozess', 'unterprozess', 'subprozess', 'unterbereich', 'unterkategorie'],
    ...['teilbereich', 'sous processus', 'sous domaine', 'subproceso', 'sub proceso', 'subcategoría', 'sottoprocesso'],
    ...['sotto processo', 'subproces', 'deelproces', 'subcategorie'],
  ],
  question: [
    ...['question', 'questions', 'question text', 'control question', 'audit question', 'data request', 'request'],
    ...[
      'information request',
      'request text',
      'request description',
      'requirement',
      'description',
      'fragetext',
      'frage',
    ],
    ...['fragen', 'fragestellung', 'prüffrage', 'prüfungsfrage', 'anfrage', 'datenanforderung', 'anforderung'],
    ...['beschreibung', 'demande', 'pregunta', 'solicitud', 'descripción', 'domanda', 'richiesta', 'descrizione'],
    ...['vraag', 'verzoek', 'omschrijving'],
  ],
};

/** Names of what questions stand under: a process, or the level below where another column is surer to be the process. */
const headingWords = ['topic', 'theme', 'section', 'area', 'control objective', 'thema', 'bereich', 'abschnitt'];

const wordsOf = (header: string): string =>
  header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.:*?()[\]/\\]/g, ' ')
    .replace(/[-_\s]+/g, ' ')
    .trim();

const exactMeanings = new Map(
  questionColumns.flatMap((column) =>
    headerWords[column].map((word, index) => [word, { column, weight: 30 - index / 10 }] as const),
  ),
);

const hasOneOf = (header: string, names: readonly string[]): boolean => {
  const padded = ` ${wordsOf(header)} `;
  return names.some((name) => padded.includes(` ${name} `));
};

/** A header longer than this is a sentence, and a sentence is no name of a column. */
const longestHeader = 60;

/** How surely a header names each column: 30 where it is a known name, 10 where one of its words is. */
const headerWeights = (header: string): Partial<Record<QuestionColumn, number>> => {
  if (header.length > longestHeader) return {};
  const exact = exactMeanings.get(wordsOf(header));
  if (exact) return { [exact.column]: exact.weight };
  // The first match decides: “Request #” is a number, “Name of sub-process” no process.
  const order: readonly QuestionColumn[] = ['questionNumber', 'subProcess', 'process', 'question'];
  const column = order.find((each) => hasOneOf(header, headerWords[each]));
  return column ? { [column]: 10 } : {};
};

type Weights = Record<QuestionColumn, number>;

const noWeights = (): Weights => ({ questionNumber: 0, process: 0, subProcess: 0, question: 0 });

/** Above what content tells of a process, below what it tells of a question. */
const headingWeights = (header: string): Partial<Weights> =>
  hasOneOf(header, headingWords) ? { process: 3, subProcess: 3 } : {};

/** Gives each meaning to the column that is surest of it; no column gets two, no meaning two columns. */
const assignMeanings = (weights: readonly Weights[]): (QuestionColumn | null)[] => {
  const claims = weights
    .flatMap((each, index) => questionColumns.map((column) => ({ index, column, weight: each[column] })))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const meanings: (QuestionColumn | null)[] = weights.map(() => null);
  for (const { index, column } of claims) {
    if (meanings[index] === null && !meanings.includes(column)) meanings[index] = column;
  }
  return meanings;
};

/** The columns that a header line names, or undefined where the line is no header: it must name the question column. */
export const readHeader = (cells: readonly string[]): ColumnMeanings | undefined => {
  const weights = cells.map((cell) => ({ ...noWeights(), ...headerWeights(cell) }));
  const meanings = assignMeanings(weights);
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  const sure = weights.some((each) => each.question >= 20);
  // A lone cell such as “Data request of 2025” is a title, not the header of one column.
  return meanings.includes('question') && (filled > 1 || sure) ? meanings : undefined;
};

/** Rows below which nobody looks for a header any more. */
const headerSearch = 50;

/**
 * The place of the header among a table's rows: the one that names the most columns; where none does, the one above a
 * column of numbers. -1 where there is none.
 */
export const findHeader = (rows: readonly (readonly string[])[]): number => {
  let best = -1;
  let mostNamed = 0;
  rows.slice(0, headerSearch).forEach((cells, index) => {
    const named = readHeader(cells)?.filter((meaning) => meaning !== null).length ?? 0;
    if (named > mostNamed) {
      best = index;
      mostNamed = named;
    }
  });
  return best === -1 ? findHeaderAboveNumbers(rows) : best;
};

const code = /^\p{L}{0,6}[-_. ]?\d+([-_./ ]\d+)*[.)]?\p{L}?$/u;

const isCode = (text: string): boolean => text.length <= 20 && code.test(text);

interface ColumnContent {
  filled: number;
  averageLength: number;
  codes: number;
  distinct: number;
}

/** Rows that are looked at to tell what a column holds. */
const contentSearch = 300;

const readContent = (rows: readonly (readonly string[])[], index: number): ColumnContent => {
  const texts = rows.map((cells) => cells[index] ?? '').filter((text) => text !== '');
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return {
    filled: texts.length,
    averageLength: texts.length === 0 ? 0 : length / texts.length,
    codes: texts.length === 0 ? 0 : texts.filter(isCode).length / texts.length,
    distinct: new Set(texts).size,
  };
};

/** A line of names that no word tells: it stands right above a column of numbers, and is none itself. */
const findHeaderAboveNumbers = (rows: readonly (readonly string[])[]): number => {
  const looked = rows.slice(0, contentSearch);
  const width = Math.max(0, ...looked.map((cells) => cells.length));
  for (let column = 0; column < width; column += 1) {
    const first = looked.findIndex((cells) => isCode(cells[column] ?? ''));
    const above = looked[first - 1] ?? [];
    const names = above.filter((text) => text !== '');
    const isHeader =
      names.length > 1 && above[column] && names.every((text) => text.length <= longestHeader && !isCode(text));
    if (isHeader && first <= headerSearch && readContent(looked.slice(first), column).codes > 0.6) return first - 1;
  }
  return -1;
};

/** How surely the content of each column tells its meaning: up to 5, so that a header's word always wins. */
const contentWeights = (contents: readonly ColumnContent[]): Weights[] => {
  const longest = Math.max(...contents.map(({ averageLength }) => averageLength));
  return contents.map((content) => {
    const weights = noWeights();
    if (content.filled === 0) return weights;
    const repeats = content.distinct <= Math.max(1, content.filled / 2);
    if (content.codes > 0.6 && !repeats) weights.questionNumber = 5;
    else if (content.averageLength === longest && longest >= 12) weights.question = 5;
    else if (repeats && content.distinct > 1 && content.averageLength <= 60) weights.process = weights.subProcess = 2;
    return weights;
  });
};

/**
 * The meanings to propose for a table: what its header says, and what the content tells of columns that no word names.
 * A process and a sub-process that only their content tells are taken in their order.
 */
export const suggestMeanings = (
  header: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  width: number,
): ColumnMeanings => {
  const looked = rows.slice(0, contentSearch);
  const contents = Array.from({ length: width }, (_value, index) => readContent(looked, index));
  const named = (header ?? []).map(headerWeights);
  const content = contentWeights(contents);
  const isNamed = (column: QuestionColumn) => named.some((each) => (each[column] ?? 0) > 0);
  const weights = content.map((each, index) => {
    const own = named[index] ?? {};
    const free = Object.keys(own).length > 0 ? [] : questionColumns.filter((column) => !isNamed(column));
    const told = Object.fromEntries(free.map((column) => [column, each[column]])) as Partial<Weights>;
    return { ...noWeights(), ...told, ...headingWeights(header?.[index] ?? ''), ...own };
  });
  return assignMeanings(weights);
};

// What lines become

/** Why a line becomes no question. */
export type SkipReason =
  | { because: 'no-question' }
  | { because: 'header-again' }
  | { because: 'same-line'; line: number }
  | { because: 'already-there' }
  | { because: 'too-long'; column: QuestionColumn; most: number }
  | { because: 'too-many'; most: number };

export interface TableLine {
  /** The line's number as the person counts it. */
  line: number;
  cells: readonly string[];
}

/** What becomes of one line: a question, or the reason why it is left out. */
export type ReadLine = TableLine & ({ item: QuestionItem } | { skipped: SkipReason });

const itemOf = (cells: readonly string[], meanings: ColumnMeanings): QuestionItem => {
  const item: QuestionItem = { questionNumber: '', process: '', subProcess: '', question: '' };
  meanings.forEach((column, index) => {
    if (column) item[column] = (cells[index] ?? '').trim();
  });
  return item;
};

/** Two questions that differ in no column, for finding repeats. */
const sameness = (item: QuestionItem): string =>
  JSON.stringify([item.questionNumber, item.process, item.subProcess, item.question]);

const tooLong = (item: QuestionItem): SkipReason | undefined => {
  const column = questionColumns.find((key) => item[key].length > longestTexts[key]);
  return column && { because: 'too-long', column, most: longestTexts[column] };
};

/**
 * Reads the lines below a header. Lines without any text are passed over; those that repeat an earlier line, the header
 * or one of `existing` are left out with the reason.
 */
export const readLines = (
  lines: readonly TableLine[],
  meanings: ColumnMeanings,
  { header, existing = [] }: { header?: readonly string[]; existing?: readonly QuestionItem[] } = {},
): ReadLine[] => {
  const there = new Set(existing.map(sameness));
  const headerItem = header && sameness(itemOf(header, meanings));
  const firstLines = new Map<string, number>();
  const skipReason = (item: QuestionItem): SkipReason | undefined => {
    const same = sameness(item);
    const earlier = firstLines.get(same);
    if (item.question === '') return { because: 'no-question' };
    if (same === headerItem) return { because: 'header-again' };
    if (there.has(same)) return { because: 'already-there' };
    if (earlier !== undefined) return { because: 'same-line', line: earlier };
    if (firstLines.size >= maximumItems) return { because: 'too-many', most: maximumItems };
    return tooLong(item);
  };
  return lines
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((line) => {
      const item = itemOf(line.cells, meanings);
      const skipped = skipReason(item);
      if (skipped) return { ...line, skipped };
      firstLines.set(sameness(item), line.line);
      return { ...line, item };
    });
};
