/** What the documents of a pack tell, and the judgements that report and workpaper share. */
import type { Application, Execution, Question } from '../../preload/contract';
import { groupBy } from '../../preload/group-by';

/** A question as a run asked it. */
export interface AskedQuestion {
  questionNumber: string;
  text: string;
  /** Where it stands today; empty where it was removed since. */
  process: string;
  subProcess: string;
  /** What it reads today; null where that is the same or it was removed since. */
  changedSince: { questionNumber: string; text: string } | null;
}

/** A question and why no system answers it, where a person said so. */
export type PackQuestion = Question & { notAnswerable?: string };

/** A run with the question that it asked. */
export type PackExecution = Execution & { asked: AskedQuestion };

export interface PackFacts {
  application: Application;
  /** As they are today. */
  questions: PackQuestion[];
  /** Those that have ended, oldest first. */
  executions: PackExecution[];
  /** ISO 8601 in UTC. */
  exportedAt: string;
  exportedBy: string;
  appVersion: string;
  auditLog: { entries: number; hash: string; fingerprint: string };
  keyId: string;
  redactions: { executionId: number; columns: string[] }[];
}

/** The question that a run stored when it was started; history that was taken over may lack it, and is told by today's. */
export const askedQuestion = (
  stored: { questionNumber: string; question: string },
  today: Question | undefined,
): AskedQuestion => {
  const { questionNumber, question: text } = stored.question === '' && today ? today : stored;
  const isSame = !today || (today.questionNumber === questionNumber && today.question === text);
  return {
    questionNumber,
    text,
    process: today?.process ?? '',
    subProcess: today?.subProcess ?? '',
    changedSince: isSame ? null : { questionNumber: today.questionNumber, text: today.question },
  };
};

type Wording = Pick<AskedQuestion, 'questionNumber' | 'text'>;

/** A question's number, and its text where the other one has another. */
const tellApart = ({ questionNumber, text }: Wording, other: Wording): string =>
  [questionNumber, text === other.text ? '' : text].filter((part) => part !== '').join(' · ') || 'without a number';

/** What a run's question reads today where that differs from what was asked. */
export const changedSince = ({ asked }: PackExecution): string | null =>
  asked.changedSince && tellApart(asked.changedSince, asked);

/** What a run asked where that differs from what its question reads today. */
export const askedAs = ({ asked }: PackExecution): string | null =>
  asked.changedSince && tellApart(asked, asked.changedSince);

/** How far an execution, or a question by its deciding execution, got. */
export type Outcome = 'complete' | 'incomplete' | 'failed' | 'cancelled' | 'not-answerable' | 'none';

export const outcomeWords: Record<Outcome, string> = {
  complete: 'Complete',
  incomplete: 'Incomplete',
  failed: 'Failed',
  cancelled: 'Cancelled',
  'not-answerable': 'Not answerable here',
  none: 'Not run',
};

export const outcomes = Object.keys(outcomeWords) as Outcome[];

export const outcomeOf = (execution: Execution | undefined): Outcome => {
  if (!execution) return 'none';
  if (execution.status === 'succeeded') return execution.complete ? 'complete' : 'incomplete';
  return execution.status === 'cancelled' ? 'cancelled' : 'failed';
};

const limits: Record<string, string> = {
  rows: 'the limit of rows was reached',
  bytes: 'the limit of bytes was reached',
  time: 'the limit of time was reached',
  cancelled: 'it was cancelled',
  failed: 'it failed',
  interrupted: 'Tickmark was stopped',
};

const rowsOf = ({ rowCount }: Execution): string =>
  `${rowCount.toLocaleString('en')} ${rowCount === 1 ? 'row' : 'rows'}`;

/** Whether the evidence holds all that the query answered, in a sentence. */
export const verdictOf = (execution: Execution): string => {
  const { status, complete, truncatedBy, incompleteBecause, error, sha256 } = execution;
  if (status === 'succeeded' && complete) {
    return execution.rowCount === 0
      ? 'Complete, with no rows: the query ran to its end and nothing matched.'
      : `Complete: all rows that the query returned are in the evidence (${rowsOf(execution)}).`;
  }
  const kept = sha256 === null ? 'No evidence was kept.' : `Kept in the evidence: ${rowsOf(execution)}.`;
  if (status !== 'succeeded') return `${endOf(statusWords[status] ?? 'Failed', error?.message)} ${kept}`;
  const because = incompleteBecause ?? (truncatedBy && limits[truncatedBy]) ?? 'not all of the result arrived';
  return `Incomplete: ${because.replace(/\.$/, '')}. ${kept}`;
};

/** How a run ended and why; a message that begins with that word says both. */
const endOf = (word: string, message: string | undefined): string => {
  if (message === undefined) return `${word}.`;
  return message.startsWith(word) ? message : `${word}: ${message}`;
};

const statusWords: Partial<Record<Execution['status'], string>> = {
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
};

/** What a reader should know before relying on the evidence. */
export const warningsOf = ({ guard, connectorId, imported, asked }: PackExecution): string[] => [
  ...guard.layers
    .filter(({ layer, verdict }) => layer === 'login' && verdict !== 'allowed')
    .map(({ reason }) => reason),
  ...(connectorId === null ? ['The connector was deleted since.'] : []),
  ...(asked.changedSince && asked.changedSince.text !== asked.text
    ? ['The question was changed since: this run asked it in other words.']
    : []),
  ...(imported ? ['Taken over from an earlier version: its end is not in this audit log.'] : []),
];

/** A question with the run that counts for it: the one marked final, else the newest complete one, else the newest. */
export interface AnsweredQuestion {
  question: PackQuestion;
  execution: PackExecution | undefined;
  outcome: Outcome;
  runs: number;
}

/** Complete evidence stands, whatever is said of the question; what a person said of it comes before all else. */
const outcomeOfQuestion = ({ notAnswerable }: PackQuestion, execution: PackExecution | undefined): Outcome => {
  const outcome = outcomeOf(execution);
  return notAnswerable !== undefined && outcome !== 'complete' ? 'not-answerable' : outcome;
};

export const answeredQuestions = ({ questions, executions }: PackFacts): AnsweredQuestion[] => {
  const byQuestion = groupBy(executions, ({ questionId }) => questionId);
  return questions.map((question) => {
    const runs = (byQuestion.get(question.questionId) ?? []).toReversed();
    const execution = runs.find(({ final }) => final) ?? runs.find((run) => outcomeOf(run) === 'complete') ?? runs[0];
    return { question, execution, outcome: outcomeOfQuestion(question, execution), runs: runs.length };
  });
};

export const countOutcomes = (all: readonly Outcome[]): Record<Outcome, number> => {
  const counts = { complete: 0, incomplete: 0, failed: 0, cancelled: 0, 'not-answerable': 0, none: 0 };
  for (const outcome of all) counts[outcome] += 1;
  return counts;
};

/** A system as it answered under one connector. */
export interface SystemInfo {
  /** From 1, in the order in which they were first asked. */
  number: number;
  first: Execution;
  runs: Execution[];
}

/** The systems that answered the runs: told apart by connector, environment, target, and all that the system said of itself. */
export const distinctSystems = (executions: readonly Execution[]): SystemInfo[] => {
  const answered = executions.filter(({ target }) => target !== null);
  const alike = groupBy(answered, ({ toolType, connectorName, environment, target, identity }) =>
    JSON.stringify([toolType, connectorName, environment, target, identity]),
  );
  return [...alike.values()].flatMap((runs, index) => (runs[0] ? [{ number: index + 1, first: runs[0], runs }] : []));
};

/** The audit's period in words. */
export const periodOf = ({ startDate, endDate }: Application): string =>
  startDate === null && endDate === null ? 'not stated' : `${startDate ?? 'not stated'} to ${endDate ?? 'not stated'}`;

const environmentWords: Record<Execution['environment'], string> = {
  production: 'Production',
  'non-production': 'Non-production',
  unspecified: 'Environment not stated',
};

export const environmentOf = ({ environment }: Execution): string => environmentWords[environment];

/** `2026-03-02T08:00:00.000Z` as `2026-03-02 08:00:00 UTC`. */
export const timeText = (time: string | null): string =>
  time === null ? '–' : `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;

const invisible = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text with what can't be seen, or could turn round what is seen, written out. Line ends and tabs stay. */
export const visible = (text: string): string =>
  text.replace(invisible, (character) =>
    /[\t\n\r]/.test(character)
      ? character
      : `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
