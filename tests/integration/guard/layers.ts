/** Runs the guard's corpus past the guard, to see what the layers behind it stop. */
import type { ConnectorAccess, ConnectorDriver } from '../../../main/connectors/types';
import type { Random } from '../../../main/demo/random';
import type { Result } from '../../../main/result';
import { groupBy } from '../../../preload/group-by';
import type { CorpusQuery } from '../../unit/guard/corpus';
import { capture } from '../connectors/capture';

/** Who stopped a statement, or that nobody did. */
const outcomes = {
  statement: 'stopped before it ran: not one statement that answers rows',
  readOnly: 'stopped by the read-only mode',
  cannot: 'failed at the server: another version’s, an object or a right that is not there, an error of its own',
  ran: 'ran',
} as const;
type Outcome = keyof typeof outcomes;

export interface Measured extends CorpusQuery {
  outcome: Outcome;
  message: string;
  /** Whether anything that was watched is different afterwards. */
  changed: boolean;
}

export interface MeasuredServer {
  driver: ConnectorDriver;
  access: ConnectorAccess;
  /** Everything that a statement could change and that stays: rows, definitions, rights, settings, files. */
  state(): Promise<string>;
}

/** Runs each hostile statement with the rights of an administrator and without the guard. */
export const measureHostile = async (server: MeasuredServer, queries: readonly CorpusQuery[]): Promise<Measured[]> => {
  const measured: Measured[] = [];
  let before = await server.state();
  for (const { why, query } of queries) {
    const { result } = await capture(server.driver, server.access, query);
    const after = await server.state();
    measured.push({ why, query, ...outcomeOf(result), changed: after !== before });
    before = after;
  }
  return measured;
};

/** Runs each legitimate query as a run would. */
export const measureLegitimate = async (
  server: MeasuredServer,
  queries: readonly CorpusQuery[],
): Promise<Measured[]> => {
  const measured: Measured[] = [];
  for (const { why, query } of queries) {
    const { result } = await capture(server.driver, server.access, query, { limits: { rows: 1_000, bytes: 1e7 } });
    measured.push({ why, query, ...outcomeOf(result), changed: false });
  }
  return measured;
};

const outcomeOf = (result: Result<unknown>): { outcome: Outcome; message: string } => {
  if (result.ok) return { outcome: 'ran', message: '' };
  const { code, message } = result.error;
  // It ran until the time was over, or until it had ended its own session.
  if (code === 'QUERY_TIMEOUT' || code === 'CONNECTION_FAILED') return { outcome: 'ran', message };
  if (code !== 'QUERY_REJECTED') return { outcome: 'cannot', message };
  return { outcome: /read-only|refused to write/.test(message) ? 'readOnly' : 'statement', message };
};

/** What docs/server-layers.md says of one server: how many statements each layer stopped, and all that ran. */
export const describeMeasured = (
  server: string,
  hostile: readonly Measured[],
  legitimate: readonly Measured[],
): string => {
  const count = (measured: readonly Measured[], outcome: Outcome) =>
    measured.filter((item) => item.outcome === outcome).length;
  const rows = Object.entries(outcomes).map(
    ([outcome, words]) =>
      `| ${words} | ${count(hostile, outcome as Outcome)} | ${count(legitimate, outcome as Outcome)} |`,
  );
  const ran = hostile.filter(({ outcome }) => outcome === 'ran');
  return [
    `## ${server}`,
    '',
    `| without the guard | of ${hostile.length} hostile | of ${legitimate.length} legitimate |`,
    '| --- | --- | --- |',
    ...rows,
    '',
    `What ran, and what only the guard and the login’s rights stop${ran.some(({ changed }) => changed) ? ' (**bold**: left something behind)' : ''}:`,
    '',
    ...ran.map(({ why, changed }) => `- ${changed ? `**${why}**` : why}`),
    '',
  ].join('\n');
};

/** Failures that say nothing against a query: the test's server lacks what it names. */
const lacksObject = ({ message }: Measured): boolean =>
  /does(?: not|n't) exist|no such (?:table|column|function|module|grant)|Unknown (?:column|table|database|system variable)|doesn't have|unsupported|SQL syntax|syntax error/i.test(
    message,
  );

export const whyOf = (measured: readonly CorpusQuery[]): string[] => measured.map(({ why }) => why);

/** What left something behind. */
export const leftSomething = (measured: readonly Measured[]): string[] =>
  whyOf(measured.filter(({ changed }) => changed));

/** Queries that failed for another reason than that the test's server lacks what they name. */
export const failedOtherwise = (measured: readonly Measured[]): string[] =>
  measured
    .filter((item) => item.outcome !== 'ran' && !lacksObject(item))
    .map(({ query, message }) => `${query}: ${message}`);

/** What the guard itself lets through. */
export const allowedBy = async (
  guard: (query: string) => Promise<{ allowed: boolean }> | { allowed: boolean },
  queries: readonly CorpusQuery[],
): Promise<string[]> => {
  const verdicts = await Promise.all(queries.map(({ query }) => guard(query)));
  return whyOf(queries.filter((_query, index) => verdicts[index]?.allowed));
};

/** The word that a statement begins with, which is what kind of statement it is. */
const familyOf = ({ query }: CorpusQuery): string => /[a-z]+/i.exec(query)?.[0].toLowerCase() ?? '';

/** One query of each family, `more` besides, and those of `always`, in the order of the corpus. */
export const chooseQueries = (
  queries: readonly CorpusQuery[],
  random: Random,
  { more, always = [] }: { more: number; always?: readonly string[] },
): CorpusQuery[] => {
  const families = groupBy(queries, familyOf);
  const chosen = new Set([...families.values()].map((family) => random.pick(family)));
  for (const query of queries) if (always.includes(query.why)) chosen.add(query);
  for (let count = 0; count < more; count += 1) chosen.add(random.pick(queries));
  return queries.filter((query) => chosen.has(query));
};
