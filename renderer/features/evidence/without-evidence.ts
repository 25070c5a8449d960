import type { Analysis, Execution, Question, TickmarkError } from '../../../preload/contract';
import { type QuestionState, stateOf } from '../analysis/question-state';

/** What keeps a question from evidence: what a person said, how its last run ended, or where it stands in Step 3. */
export type WhyWithout =
  | { kind: 'not-answerable'; reason: string }
  | { kind: 'ended'; run: number; status: Execution['status']; error: TickmarkError | null }
  | { kind: 'going' }
  | { kind: 'state'; state: QuestionState; toolType: string | null; problem: string | undefined };

export interface WithoutEvidence {
  question: Question;
  why: WhyWithout;
}

/** Of one question without an evidence file; its runs the newest first. */
export const whyWithout = (analysis: Analysis | undefined, runs: readonly Execution[]): WhyWithout => {
  if (analysis?.notAnswerable !== undefined) return { kind: 'not-answerable', reason: analysis.notAnswerable };
  const [newest] = runs.filter(({ imported }) => !imported);
  if (newest?.status === 'queued' || newest?.status === 'running') return { kind: 'going' };
  const state = stateOf(analysis);
  // What can't run at all as it is now is to be mended first, whatever ran before.
  if (newest && (state === 'ready' || state === 'failed')) {
    return { kind: 'ended', run: newest.id, status: newest.status, error: newest.error ?? null };
  }
  return { kind: 'state', state, toolType: analysis?.toolSuggestion ?? null, problem: analysis?.queryProblem };
};
