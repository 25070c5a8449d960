/** How well the suggestions do on labelled questions. See README.md beside this for what the labels mean. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AskedQuestion, type Suggestion, suggestToolType } from '../../main/suggestions/suggest';
import { sureConfidence } from '../../preload/contract';

export interface LabelledQuestion extends AskedQuestion {
  /** Tool types that the CI has connectors of. */
  connectorTypes: string[];
  /** Null where a person has to choose. */
  toolType: string | null;
  topic: string | null;
}

export interface Judged {
  asked: LabelledQuestion;
  suggested: Suggestion;
}

const orNull = (label: string): string | null => (label === '-' ? null : label);

/** The questions of one part, `train` or `held-out`. Throws for a line that is not as README.md says. */
export const readLabelledQuestions = (part: string): LabelledQuestion[] => {
  let connectorTypes: string[] = [];
  const questions: LabelledQuestion[] = [];
  for (const line of readFileSync(join(import.meta.dirname, `${part}.txt`), 'utf8').split('\n')) {
    const types = /^connectors: (.+)$/.exec(line)?.[1];
    if (types) connectorTypes = types === 'none' ? [] : types.split(', ');
    if (types || line === '') continue;
    const [heading = '', question = '', toolType = '', topic = '', ...rest] = line.split(' | ');
    const [process = '', subProcess = ''] = heading.split(' / ');
    if (topic === '' || rest.length > 0) throw new Error(`Not a labelled question: ${line}`);
    questions.push({ process, subProcess, question, connectorTypes, toolType: orNull(toolType), topic: orNull(topic) });
  }
  return questions;
};

export const judge = (questions: readonly LabelledQuestion[]): Judged[] =>
  questions.map((asked) => ({ asked, suggested: suggestToolType(asked, new Set(asked.connectorTypes)) }));

export const isRight = ({ asked, suggested }: Judged): boolean => asked.toolType === suggested.toolType;

const isSure = ({ suggested }: Judged): boolean =>
  suggested.toolType !== null && suggested.confidence >= sureConfidence;

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);

export interface Figures {
  questions: number;
  /** Right tool type, or rightly none. */
  accuracy: number;
  /** Of the questions that have a tool type, those whose topic is right, too. */
  topicAccuracy: number;
  /** Of all questions, those it is sure of. */
  sure: number;
  /** Of those it is sure of, the right ones. */
  rightWhenSure: number;
}

export const figuresOf = (judged: readonly Judged[]): Figures => {
  const sure = judged.filter(isSure);
  const right = judged.filter(isRight);
  const typed = right.filter(({ asked }) => asked.toolType !== null);
  return {
    questions: judged.length,
    accuracy: part(right.length, judged.length),
    topicAccuracy: part(typed.filter(({ asked, suggested }) => asked.topic === suggested.topic).length, typed.length),
    sure: part(sure.length, judged.length),
    rightWhenSure: part(sure.filter(isRight).length, sure.length),
  };
};

/** Wrong ones, the most confident first. */
export const worstMistakes = (judged: readonly Judged[]): Judged[] =>
  judged.filter((each) => !isRight(each)).sort((a, b) => b.suggested.confidence - a.suggested.confidence);

/** For rising confidence: how many questions get a tool type with at least that, and how many of these are right. */
export const coverageOf = (judged: readonly Judged[]): { from: number; covered: number; right: number }[] =>
  [0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
    const covered = judged.filter(({ suggested }) => suggested.toolType !== null && suggested.confidence >= from);
    return {
      from,
      covered: part(covered.length, judged.length),
      right: part(covered.filter(isRight).length, covered.length),
    };
  });

/** How often each label met each suggestion. */
export const confusionOf = (judged: readonly Judged[]): Map<string, Map<string, number>> => {
  const matrix = new Map<string, Map<string, number>>();
  for (const { asked, suggested } of judged) {
    const row = matrix.get(asked.toolType ?? '-') ?? new Map<string, number>();
    const column = suggested.toolType ?? '-';
    row.set(column, (row.get(column) ?? 0) + 1);
    matrix.set(asked.toolType ?? '-', row);
  }
  return matrix;
};
