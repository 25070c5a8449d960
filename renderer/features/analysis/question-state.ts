import { type Analysis, type Question, type Resolution, sureConfidence } from '../../../preload/contract';
import { textsOf } from '../../texts';

const t = textsOf('analysis');

/** Where a question stands in Step 3: ready to run, or what it lacks. */
export type QuestionState =
  | 'ready'
  | 'failed'
  | 'query-problem'
  | 'no-query'
  | 'unsure'
  | 'no-tool-type'
  | 'ambiguous'
  | 'missing'
  | 'not-answerable';

export type QuestionCounts = Record<QuestionState, number> & {
  total: number;
  /** Of those that are ready. */
  untried: number;
};

type Judged = Pick<Analysis, 'resolution' | 'query'> &
  Partial<
    Pick<
      Analysis,
      'chosenBy' | 'toolSuggestion' | 'confidence' | 'queryProblem' | 'hasRun' | 'lastFailure' | 'notAnswerable'
    >
  >;

/** Whether a rule suggested without being sure, and no person has chosen since. */
export const isUnsure = ({ chosenBy, toolSuggestion, confidence }: Omit<Judged, 'resolution' | 'query'>): boolean =>
  chosenBy === 'rule' && (toolSuggestion === null || (confidence ?? 0) < sureConfidence);

/** Where the chosen connector was deleted, one is to be chosen as where there are several. */
const lackingConnector: Partial<Record<Resolution, QuestionState>> = {
  'needs-selection': 'ambiguous',
  ambiguous: 'ambiguous',
  missing: 'missing',
};

/** Nothing is left to do for it in Step 3: it can run, or a person said why no system answers it. */
export const isDealtWith = (state: QuestionState): boolean => state === 'ready' || state === 'not-answerable';

/** A question is ready when it is pointed at one connector, surely, and has a query that can run there and did not fail. */
export const stateOf = (analysis: Judged | undefined): QuestionState => {
  if (!analysis) return 'no-tool-type';
  if (analysis.notAnswerable !== undefined) return 'not-answerable';
  if (isUnsure(analysis)) return 'unsure';
  const lacking = lackingConnector[analysis.resolution];
  if (lacking) return analysis.toolSuggestion === null ? 'no-tool-type' : lacking;
  if (analysis.query.trim() === '') return 'no-query';
  if (analysis.queryProblem !== undefined) return 'query-problem';
  return analysis.lastFailure ? 'failed' : 'ready';
};

/** The numbers above Step 3's table; a question without an analysis has no tool type. */
export const countStates = (
  questions: readonly Pick<Question, 'questionId'>[],
  analysisOf: (questionId: string) => Judged | undefined,
): QuestionCounts => {
  const counts = {
    total: questions.length,
    untried: 0,
    ready: 0,
    failed: 0,
    'query-problem': 0,
    'no-query': 0,
    unsure: 0,
    'no-tool-type': 0,
    ambiguous: 0,
    missing: 0,
    'not-answerable': 0,
  };
  for (const { questionId } of questions) {
    const analysis = analysisOf(questionId);
    const state = stateOf(analysis);
    counts[state] += 1;
    if (state === 'ready' && !analysis?.hasRun) counts.untried += 1;
  }
  return counts;
};

const order: readonly QuestionState[] = [
  'ready',
  'failed',
  'no-tool-type',
  'unsure',
  'ambiguous',
  'missing',
  'query-problem',
  'no-query',
  'not-answerable',
];

/** The parts of the counts line in their order; what is zero is left out, except what is ready or filtered by. */
export const countParts = (
  counts: QuestionCounts,
  filtered: QuestionState | null = null,
): { state: QuestionState; text: string }[] =>
  order
    .filter((state) => state === 'ready' || state === filtered || counts[state] > 0)
    .map((state) => ({ state, text: t(`counts.${state}`, { count: counts[state] }) }));

export const questionStates = order;

export const stateLabel = (state: QuestionState): string => t(`states.${state}`);
