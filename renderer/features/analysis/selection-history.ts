/**
 * What can be undone in Step 3: selections, many at a time where many were assigned, and what was said to be not
 * answerable. No React and no bridge in here.
 */
import type { AnalysisEdit } from './unsaved-edits';

/** What is edited, by question. */
export type Edits = ReadonlyMap<string, Pick<AnalysisEdit, 'choice' | 'notAnswerable'>>;

interface Step {
  before: Edits;
  after: Edits;
}

export interface SelectionHistory {
  past: readonly Step[];
  future: readonly Step[];
}

export const noHistory: SelectionHistory = { past: [], future: [] };

/** Steps that are remembered; a bulk assignment is one. */
const mostSteps = 200;

/** Notes a change. What was undone before can't be redone any more. */
export const remember = ({ past }: SelectionHistory, before: Edits, after: Edits): SelectionHistory => ({
  past: [...past, { before, after }].slice(-mostSteps),
  future: [],
});

export interface Moved {
  history: SelectionHistory;
  /** What leads back, or forth. */
  edits: Edits;
}

export const undoStep = ({ past, future }: SelectionHistory): Moved | null => {
  const step = past.at(-1);
  return step ? { history: { past: past.slice(0, -1), future: [step, ...future] }, edits: step.before } : null;
};

export const redoStep = ({ past, future }: SelectionHistory): Moved | null => {
  const [step, ...rest] = future;
  return step ? { history: { past: [...past, step], future: rest }, edits: step.after } : null;
};
