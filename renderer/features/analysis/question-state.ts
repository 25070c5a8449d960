import type { Analysis, Question, Resolution } from '../../../preload/contract';
import { formatCount } from '../../components/format';

/** Where a question stands in Step 3: ready to run, or what it lacks. */
export type QuestionState = 'ready' | 'no-query' | 'needs-selection' | 'ambiguous' | 'missing';

export type QuestionCounts = Record<QuestionState, number> & { total: number };

type Judged = Pick<Analysis, 'resolution' | 'query'>;

const resolved: readonly Resolution[] = ['selected', 'only-one-of-type'];

/** A question is ready when it is pointed at one connector and has a query to run there. */
export const stateOf = (analysis: Judged | undefined): QuestionState => {
  if (!analysis) return 'needs-selection';
  if (!resolved.includes(analysis.resolution)) return analysis.resolution as QuestionState;
  return analysis.query.trim() === '' ? 'no-query' : 'ready';
};

/** The numbers above Step 3's table; a question without an analysis needs a selection. */
export const countStates = (
  questions: readonly Pick<Question, 'questionId'>[],
  analysisOf: (questionId: string) => Judged | undefined,
): QuestionCounts => {
  const counts = { total: questions.length, ready: 0, 'no-query': 0, 'needs-selection': 0, ambiguous: 0, missing: 0 };
  for (const question of questions) counts[stateOf(analysisOf(question.questionId))] += 1;
  return counts;
};

const wordings: Record<QuestionState, (count: number) => string> = {
  ready: (count) => `${formatCount(count)} ready`,
  'needs-selection': (count) => `${formatCount(count)} need${count === 1 ? 's' : ''} selection`,
  ambiguous: (count) => `${formatCount(count)} ambiguous`,
  missing: (count) => `${formatCount(count)} missing`,
  'no-query': (count) => `${formatCount(count)} without query`,
};

/** The parts of the counts line in their order; what is zero is left out, except what is ready. */
export const countParts = (counts: QuestionCounts): { state: QuestionState; text: string }[] =>
  (Object.keys(wordings) as QuestionState[])
    .filter((state) => state === 'ready' || counts[state] > 0)
    .map((state) => ({ state, text: wordings[state](counts[state]) }));

export const stateLabels: Record<QuestionState, string> = {
  ready: 'Ready',
  'no-query': 'Without query',
  'needs-selection': 'Needs selection',
  ambiguous: 'Ambiguous',
  missing: 'Missing connector',
};
