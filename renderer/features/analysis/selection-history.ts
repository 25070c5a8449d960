/** What can be undone in Step 3: selections, many at a time where many were assigned. No React and no bridge in here. */
import type { Choice } from './selection';

export type Choices = ReadonlyMap<string, Choice>;

interface Step {
  before: Choices;
  after: Choices;
}

export interface SelectionHistory {
  past: readonly Step[];
  future: readonly Step[];
}

export const noHistory: SelectionHistory = { past: [], future: [] };

/** Steps that are remembered; a bulk assignment is one. */
const mostSteps = 200;

/** Notes a change of selections. What was undone before can't be redone any more. */
export const remember = ({ past }: SelectionHistory, before: Choices, after: Choices): SelectionHistory => ({
  past: [...past, { before, after }].slice(-mostSteps),
  future: [],
});

export interface Moved {
  history: SelectionHistory;
  /** The selections to go back, or forth, to. */
  choices: Choices;
}

export const undoStep = ({ past, future }: SelectionHistory): Moved | null => {
  const step = past.at(-1);
  return step ? { history: { past: past.slice(0, -1), future: [step, ...future] }, choices: step.before } : null;
};

export const redoStep = ({ past, future }: SelectionHistory): Moved | null => {
  const [step, ...rest] = future;
  return step ? { history: { past: [...past, step], future: rest }, choices: step.after } : null;
};
