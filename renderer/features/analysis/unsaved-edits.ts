/**
 * Changes to analyses that main has not confirmed yet. They are shown at once; when a save fails, a selection goes back
 * to what is stored, while text a person wrote is kept until it can be saved. No React and no bridge in here.
 */
import type { Analysis, TickmarkError } from '../../../preload/contract';
import { type Choice, type ConnectorsByType, choiceOf, connectorsOfType, resolveChoice } from './selection';

export interface AnalysisEdit {
  choice?: Choice;
  prompt?: string;
  query?: string;
  /** Why no system answers the question; null takes that back. */
  notAnswerable?: string | null;
}

export interface Unsaved {
  /** The analysis as main last answered it. */
  stored: Analysis;
  edit: AnalysisEdit;
  /** Why the text could not be saved; it waits for the person. */
  error?: TickmarkError;
}

export interface AnalysesState {
  /** What is shown: stored analyses with the unsaved edits applied. */
  analyses: ReadonlyMap<string, Analysis>;
  unsaved: ReadonlyMap<string, Unsaved>;
}

/** What was sent in one save, to be told apart from what was changed while it was under way. */
export type Sent = ReadonlyMap<string, AnalysisEdit>;

export interface SaveItem {
  questionId: string;
  toolSuggestion: string | null;
  connectorId: number | null;
  prompt?: string;
  query?: string;
  notAnswerable?: string | null;
}

/** What a choice makes of an analysis. */
const chosen = (choice: Choice, connectors: ConnectorsByType): Partial<Analysis> => ({
  toolSuggestion: choice.toolType,
  connectorId: choice.connectorId,
  connectorName:
    connectorsOfType(connectors, choice.toolType).find(({ id }) => id === choice.connectorId)?.connectorName ?? null,
  connectorReason: '',
  confidence: null,
  chosenBy: 'person',
  resolution: resolveChoice(choice, connectors),
  ...notLookedAt,
});

/** What main says of a query that was changed, or is to run elsewhere, comes with its answer. */
const notLookedAt = { queryProblem: undefined, hasRun: undefined, lastFailure: undefined } satisfies Partial<Analysis>;

/** Stored analyses as they will be once their edits are saved. Thousands may share one choice: it is worked out once. */
const createEditing = (connectors: ConnectorsByType) => {
  const known = new Map<Choice, Partial<Analysis>>();
  const chosenOnce = (choice: Choice): Partial<Analysis> => {
    const made = known.get(choice) ?? chosen(choice, connectors);
    known.set(choice, made);
    return made;
  };
  return (stored: Analysis, edit: AnalysisEdit): Analysis => {
    const { choice, prompt = stored.prompt, query = stored.query, notAnswerable = stored.notAnswerable } = edit;
    return {
      ...stored,
      prompt,
      query,
      notAnswerable: notAnswerable ?? undefined,
      ...(query !== stored.query && notLookedAt),
      ...(choice && chosenOnce(choice)),
    };
  };
};

/** Shows edits of some questions at once and notes them as unsaved. `blank` makes the analysis of a question without one. */
export const applyEdit = (
  state: AnalysesState,
  questionIds: readonly string[],
  editOf: (questionId: string) => AnalysisEdit,
  connectors: ConnectorsByType,
  blank: (questionId: string) => Analysis,
): AnalysesState => {
  const analyses = new Map(state.analyses);
  const unsaved = new Map(state.unsaved);
  const withEdit = createEditing(connectors);
  for (const questionId of questionIds) {
    const before = unsaved.get(questionId);
    const stored = before?.stored ?? analyses.get(questionId) ?? blank(questionId);
    const merged = { ...before?.edit, ...editOf(questionId) };
    unsaved.set(questionId, { stored, edit: merged });
    analyses.set(questionId, withEdit(stored, merged));
  }
  return { analyses, unsaved };
};

/** The edits to send now: all that did not fail before, and the one of a question that is to be tried again. */
export const editsToSend = ({ unsaved }: AnalysesState, tryAgain: string | null): Sent =>
  new Map([...unsaved].filter(([id, { error }]) => !error || id === tryAgain).map(([id, { edit }]) => [id, edit]));

/** The input of `analyses.save`: every item carries the question's pair, and of the texts what was changed. */
export const saveItems = ({ analyses }: AnalysesState, sent: Sent): SaveItem[] =>
  [...sent].flatMap(([questionId, { choice: _, ...texts }]) => {
    const analysis = analyses.get(questionId);
    if (!analysis) return [];
    const { toolType, connectorId } = choiceOf(analysis);
    return [{ questionId, toolSuggestion: toolType, connectorId, ...texts }];
  });

/** What of an edit is newer than what was sent. */
const newerThan = (edit: AnalysisEdit, sent: AnalysisEdit): AnalysisEdit =>
  Object.fromEntries(
    Object.entries(edit).filter(([part, value]) => value !== sent[part as keyof AnalysisEdit]),
  ) as AnalysisEdit;

const refusals = new WeakMap<AnalysesState['unsaved'], number>();

/** How many of the unsaved edits were refused; counted once, since each part of the page asks at each change. */
export const countRefused = (unsaved: AnalysesState['unsaved']): number => {
  const known = refusals.get(unsaved);
  if (known !== undefined) return known;
  let count = 0;
  for (const { error } of unsaved.values()) if (error) count += 1;
  refusals.set(unsaved, count);
  return count;
};

const isEmpty = (edit: AnalysisEdit): boolean => Object.keys(edit).length === 0;

/** Takes main's answer to a save. What was changed while it was under way stays shown and unsaved. */
export const settleSaved = (
  state: AnalysesState,
  sent: Sent,
  answers: readonly Analysis[],
  connectors: ConnectorsByType,
): AnalysesState => {
  const analyses = new Map(state.analyses);
  const unsaved = new Map(state.unsaved);
  const withEdit = createEditing(connectors);
  const answered = new Map(answers.map((analysis) => [analysis.questionId, analysis]));
  for (const [questionId, sentEdit] of sent) {
    const stored = answered.get(questionId) ?? analyses.get(questionId);
    if (!stored) continue;
    const rest = newerThan(unsaved.get(questionId)?.edit ?? {}, sentEdit);
    if (isEmpty(rest)) unsaved.delete(questionId);
    else unsaved.set(questionId, { stored, edit: rest });
    analyses.set(questionId, withEdit(stored, rest));
  }
  return { analyses, unsaved };
};

/** The questions whose suggested note main let go with the query that a person has rewritten, until they have a note again. */
export const followNotes = (
  notesGone: ReadonlySet<string>,
  { unsaved }: AnalysesState,
  sent: Sent,
  answers: readonly Analysis[],
): ReadonlySet<string> => {
  const gone = new Set(notesGone);
  for (const { questionId, prompt } of answers) {
    if (prompt !== '' || sent.get(questionId)?.prompt !== undefined) gone.delete(questionId);
    else if (unsaved.get(questionId)?.stored.prompt) gone.add(questionId);
  }
  return gone;
};

/** Takes a refused save back: a sent selection returns to what is stored, sent texts are kept with the error. */
export const settleFailed = (
  state: AnalysesState,
  sent: Sent,
  error: TickmarkError,
  connectors: ConnectorsByType,
): AnalysesState => {
  const analyses = new Map(state.analyses);
  const unsaved = new Map(state.unsaved);
  const withEdit = createEditing(connectors);
  for (const [questionId, sentEdit] of sent) {
    const entry = unsaved.get(questionId);
    if (!entry) continue;
    const { choice, ...texts } = entry.edit;
    const rest: AnalysisEdit = choice && choice !== sentEdit.choice ? entry.edit : texts;
    if (isEmpty(rest)) unsaved.delete(questionId);
    else unsaved.set(questionId, { stored: entry.stored, edit: rest, ...(!isEmpty(texts) && { error }) });
    analyses.set(questionId, withEdit(entry.stored, rest));
  }
  return { analyses, unsaved };
};

/** Lets go of what was refused: those questions show what is stored. */
export const dropRefused = (state: AnalysesState): AnalysesState => {
  const analyses = new Map(state.analyses);
  const unsaved = new Map(state.unsaved);
  for (const [questionId, { stored, error }] of state.unsaved) {
    if (!error) continue;
    unsaved.delete(questionId);
    analyses.set(questionId, stored);
  }
  return { analyses, unsaved };
};

/** Takes a fresh list from main, for example after a connector was created, without losing unsaved edits. */
export const takeStored = (
  state: AnalysesState,
  stored: readonly Analysis[],
  connectors: ConnectorsByType,
): AnalysesState => {
  const analyses = new Map(stored.map((analysis) => [analysis.questionId, analysis]));
  const unsaved = new Map<string, Unsaved>();
  const withEdit = createEditing(connectors);
  for (const [questionId, entry] of state.unsaved) {
    const fresh = analyses.get(questionId) ?? entry.stored;
    unsaved.set(questionId, { ...entry, stored: fresh });
    analyses.set(questionId, withEdit(fresh, entry.edit));
  }
  return { analyses, unsaved };
};

/** Takes some analyses anew from main, for example what was suggested, without losing unsaved edits. */
export const takeAnswers = (
  state: AnalysesState,
  answers: readonly Analysis[],
  connectors: ConnectorsByType,
): AnalysesState => {
  const stored = new Map(state.analyses);
  for (const [questionId, entry] of state.unsaved) stored.set(questionId, entry.stored);
  for (const analysis of answers) stored.set(analysis.questionId, analysis);
  return takeStored(state, [...stored.values()], connectors);
};
