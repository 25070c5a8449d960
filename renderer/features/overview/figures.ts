import {
  type Analysis,
  type Connector,
  type Environment,
  type Execution,
  groupBy,
  type Question,
} from '../../../preload/contract';
import { type QuestionState, stateOf } from '../analysis/question-state';

/** What is known of one audit; the figures are counted from it and from nothing else. */
export interface AuditLists {
  questions: readonly Question[];
  analyses: readonly Analysis[];
  executions: readonly Execution[];
  connectors: readonly Connector[];
}

/** Where a question stands on its way to evidence: the states of Step 3, and what comes after them. */
export type Standing = QuestionState | 'evidence';

export const standings: readonly Standing[] = [
  'evidence',
  'ready',
  'failed',
  'query-problem',
  'no-query',
  'unsure',
  'no-tool-type',
  'ambiguous',
  'missing',
  'not-answerable',
];

export interface ProcessCoverage {
  process: string;
  questions: number;
  byStanding: Record<Standing, number>;
}

const none = (): Record<Standing, number> => ({
  evidence: 0,
  ready: 0,
  failed: 0,
  'query-problem': 0,
  'no-query': 0,
  unsure: 0,
  'no-tool-type': 0,
  ambiguous: 0,
  missing: 0,
  'not-answerable': 0,
});

const isEvidence = ({ status, complete }: Execution): boolean => status === 'succeeded' && complete;

const byQuestion = <Item extends { questionId: string }>(items: readonly Item[]): Map<string, Item[]> =>
  groupBy(items, ({ questionId }) => questionId);

const standingOf = (analysis: Analysis | undefined, executions: readonly Execution[]): Standing => {
  if (executions.some(isEvidence)) return 'evidence';
  const state = stateOf(analysis);
  const [latest] = [...executions].sort((one, other) => other.id - one.id);
  const hasFailed = latest !== undefined && latest.status !== 'queued' && latest.status !== 'running';
  return state === 'ready' && hasFailed ? 'failed' : state;
};

/** Each process of the audit, in the order of its questions, and how its questions stand. */
export const countCoverage = ({ questions, analyses, executions }: AuditLists): ProcessCoverage[] => {
  const analysisOf = new Map(analyses.map((analysis) => [analysis.questionId, analysis]));
  const executionsOf = byQuestion(executions);
  const processes = new Map<string, ProcessCoverage>();
  for (const { questionId, process } of questions) {
    const coverage = processes.get(process) ?? { process, questions: 0, byStanding: none() };
    coverage.questions += 1;
    coverage.byStanding[standingOf(analysisOf.get(questionId), executionsOf.get(questionId) ?? [])] += 1;
    processes.set(process, coverage);
  }
  return [...processes.values()];
};

export const sumCoverage = (coverage: readonly ProcessCoverage[]): Record<Standing, number> => {
  const sum = none();
  for (const { byStanding } of coverage) for (const standing of standings) sum[standing] += byStanding[standing];
  return sum;
};

export interface ConnectorEvidence {
  connectorName: string;
  environment: Environment;
  executions: number;
  rows: number;
}

/** Complete results by the connector that gave them, as it was called and placed at that time; the most first. */
export const countEvidence = ({ executions }: AuditLists): ConnectorEvidence[] => {
  const found = new Map<string, ConnectorEvidence>();
  for (const execution of executions.filter(isEvidence)) {
    const { connectorName, environment, rowCount } = execution;
    const key = `${environment} ${connectorName}`;
    const evidence = found.get(key) ?? { connectorName, environment, executions: 0, rows: 0 };
    found.set(key, { ...evidence, executions: evidence.executions + 1, rows: evidence.rows + rowCount });
  }
  return [...found.values()].sort((one, other) => other.executions - one.executions);
};

export interface RunDay {
  /** The local date, `2026-01-31`. */
  day: string;
  succeeded: number;
  failed: number;
}

const mostDays = 31;

const localDay = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const dayAfter = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return localDay(new Date(year, month - 1, date + 1));
};

const allDays = (first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
};

/** Ended runs by local day, days without any between them included; the last month that had runs. */
export const countRunDays = ({ executions }: AuditLists): RunDay[] => {
  const byDay = new Map<string, RunDay>();
  for (const { finishedAt, status, complete } of executions) {
    if (finishedAt === null) continue;
    const day = localDay(new Date(finishedAt));
    const counts = byDay.get(day) ?? { day, succeeded: 0, failed: 0 };
    if (status === 'succeeded' && complete) counts.succeeded += 1;
    else counts.failed += 1;
    byDay.set(day, counts);
  }
  const known = [...byDay.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  return allDays(first, last)
    .slice(-mostDays)
    .map((day) => byDay.get(day) ?? { day, succeeded: 0, failed: 0 });
};

export interface ConnectorUse {
  connector: Connector;
  /** The numbers of the questions that use it, by process. */
  questionsOf: ReadonlyMap<string, readonly string[]>;
  questions: number;
}

/** Which questions of which process use which connector; connectors that none uses are there too. */
export const mapConnectors = ({ questions, analyses, connectors }: AuditLists): ConnectorUse[] => {
  const connectorOf = new Map(analyses.map(({ questionId, connectorId }) => [questionId, connectorId]));
  const uses = new Map(
    connectors.map((connector) => [
      connector.id,
      { connector, questionsOf: new Map<string, string[]>(), questions: 0 },
    ]),
  );
  for (const { questionId, questionNumber, process } of questions) {
    const use = uses.get(connectorOf.get(questionId) ?? Number.NaN);
    if (!use) continue;
    use.questions += 1;
    use.questionsOf.set(process, [...(use.questionsOf.get(process) ?? []), questionNumber || questionId]);
  }
  return [...uses.values()];
};
