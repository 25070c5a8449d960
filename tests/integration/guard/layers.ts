/** Runs the guard's corpus past the guard, to see what the layers behind it stop. */
import type { ConnectorAccess, ConnectorDriver } from '../../../main/connectors/types';
import type { Result } from '../../../main/result';
import { type CorpusQuery, readCorpus } from '../../unit/guard/corpus';
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
  name: string;
  driver: ConnectorDriver;
  access: ConnectorAccess;
  /** Everything that a statement could change and that stays: rows, definitions, rights, settings, files. */
  state(): Promise<string>;
}

/** Runs each hostile statement with the rights of an administrator and without the guard. */
export const measureHostile = async (server: MeasuredServer, corpus: string): Promise<Measured[]> => {
  const measured: Measured[] = [];
  let before = await server.state();
  for (const { why, query } of readCorpus(corpus)) {
    const { result } = await capture(server.driver, server.access, query);
    const after = await server.state();
    measured.push({ why, query, ...outcomeOf(result), changed: after !== before });
    before = after;
  }
  return measured;
};

/** Runs each legitimate query as a run would. */
export const measureLegitimate = async (server: MeasuredServer, corpus: string): Promise<Measured[]> => {
  const measured: Measured[] = [];
  for (const { why, query } of readCorpus(corpus)) {
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
export const lacksObject = ({ message }: Measured): boolean =>
  /does(?: not|n't) exist|no such (?:table|column|function|module|grant)|Unknown (?:column|table|database|system variable)|doesn't have|unsupported|SQL syntax|syntax error/i.test(
    message,
  );
