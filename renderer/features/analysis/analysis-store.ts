import { startTransition, useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Analysis, Connector, Question, TickmarkError } from '../../../preload/contract';
import { navigate } from '../../app/navigation';
import { reportProgress } from '../../app/progress-store';
import { bridge } from '../../bridge';
import { afterPaint } from '../../components/after-paint';
import { noticeError } from '../../components/notices-store';
import { noRows, type RowChoice } from '../../components/row-choice';
import { textsOf } from '../../texts';
import { useQuestions } from '../questions/questions-store';
import type { ConnectorGroup } from '../settings/connectors-store';
import { filterQuestions, noFilter, noToolType, type QuestionFilter } from './question-filter';
import { isUnsure, stateOf } from './question-state';
import { forgetMoved, readSchema } from './schema-store';
import { type Choice, type ConnectorsByType, choiceOf, onlyChanged } from './selection';
import {
  type Edits,
  type Moved,
  noHistory,
  redoStep,
  remember,
  type SelectionHistory,
  undoStep,
} from './selection-history';
import {
  type AnalysesState,
  type AnalysisEdit,
  applyEdit,
  dropRefused,
  editsToSend,
  followNotes,
  saveItems,
  settleFailed,
  settleSaved,
  takeAnswers,
  takeStored,
} from './unsaved-edits';

interface AnalysisPageState extends AnalysesState {
  applicationId: number | null;
  loaded: boolean;
  error: TickmarkError | null;
  connectors: ConnectorsByType;
  filter: QuestionFilter;
  /** Ticked rows. */
  ticked: RowChoice<string>;
  /** The question whose prompt and query are shown. */
  focusedId: string | null;
  /** The question that a link has led to: its row, or the editor of its query, takes the focus once it is drawn. */
  sought: { questionId: string; at: 'row' | 'query' } | null;
  history: SelectionHistory;
  /** The questions whose suggested note went with its query. */
  notesGone: ReadonlySet<string>;
  /** Suggestions are being made. */
  suggesting: boolean;
}

const fresh = {
  analyses: new Map<string, Analysis>(),
  unsaved: new Map(),
  loaded: false,
  error: null,
  connectors: new Map<string, readonly Connector[]>(),
  filter: noFilter,
  ticked: noRows as RowChoice<string>,
  focusedId: null,
  sought: null,
  history: noHistory,
  notesGone: new Set<string>() as ReadonlySet<string>,
  suggesting: false,
} satisfies Partial<AnalysisPageState>;

const t = textsOf('analysis');

/** Step 3 of the application that is open. */
export const useAnalyses = create<AnalysisPageState>(() => ({ applicationId: null, ...fresh }));

/** The analyses for what may follow a moment later than the rows do: sums over thousands of them, and the pane below. */
export const useLaterAnalyses = (): AnalysisPageState['analyses'] => {
  const [analyses, setAnalyses] = useState(useAnalyses.getState().analyses);
  useEffect(() => {
    const take = () => startTransition(() => setAnalyses(useAnalyses.getState().analyses));
    let callOff = afterPaint(take);
    const end = useAnalyses.subscribe((state, before) => {
      if (state.analyses === before.analyses) return;
      callOff();
      callOff = afterPaint(take);
    });
    return () => {
      end();
      callOff();
    };
  }, []);
  return analyses;
};

const isOpen = (applicationId: number): boolean => useAnalyses.getState().applicationId === applicationId;

const reportAnalyses = (applicationId: number): void =>
  reportProgress(applicationId, { analyses: [...useAnalyses.getState().analyses.values()] });

const open = async (applicationId: number): Promise<void> => {
  if (isOpen(applicationId)) return;
  // What was written for the other application must reach main before its state goes.
  await saveEdits();
  if (!isOpen(applicationId)) useAnalyses.setState({ applicationId, ...fresh });
};

/** Shows an application's analyses with its CI's connectors as they are now; answers those from before. */
const openWith = async (applicationId: number, groups: readonly ConnectorGroup[]): Promise<ConnectorsByType> => {
  await open(applicationId);
  const { connectors: before } = useAnalyses.getState();
  forgetMoved(groups.flatMap((group) => group.connectors));
  useAnalyses.setState({ connectors: new Map(groups.map((group) => [group.connectorType, group.connectors])) });
  return before;
};

/** Reads an application's analyses, to be shown with its CI's connectors. Edits that are not saved yet stay. */
export const loadAnalyses = async (applicationId: number, groups: readonly ConnectorGroup[]): Promise<void> => {
  await openWith(applicationId, groups);
  await readAnalyses(applicationId);
};

/** As `loadAnalyses`; where one connector was met by a test or a run, only what would run on it is read again. */
export const followAnalyses = async (applicationId: number, groups: readonly ConnectorGroup[]): Promise<void> => {
  const before = await openWith(applicationId, groups);
  const { loaded, connectors } = useAnalyses.getState();
  const changed = loaded ? onlyChanged(before, connectors) : undefined;
  await readAnalyses(applicationId, changed?.id);
};

/** Reads all analyses, or those that would run on one connector. */
export const readAnalyses = async (applicationId: number, connectorId?: number): Promise<void> => {
  const answer = await bridge.analyses.list({ applicationId, ...(connectorId !== undefined && { connectorId }) });
  const take = connectorId === undefined ? takeStored : takeAnswers;
  if (!isOpen(applicationId)) return;
  if (!answer.ok) {
    useAnalyses.setState({ loaded: true, error: answer.error });
    return;
  }
  useAnalyses.setState((state) => ({
    ...take(state, answer.value, state.connectors),
    loaded: true,
    error: null,
    // The first question is shown at once, so that the page says what its lower half is for.
    focusedId: state.focusedId ?? (state.loaded ? null : (answer.value[0]?.questionId ?? null)),
  }));
  reportAnalyses(applicationId);
};

/** Asks systems for their tables; the queries of the questions are then compared with them. */
export const readTables = async (connectorIds: readonly number[]): Promise<void> => {
  const { applicationId, connectors } = useAnalyses.getState();
  const asked = [...connectors.values()].flat().filter(({ id }) => connectorIds.includes(id));
  const compare = async (connector: Connector) => {
    await readSchema(connector);
    if (applicationId !== null && isOpen(applicationId)) await readAnalyses(applicationId, connector.id);
  };
  await Promise.all(asked.map(compare));
};

const blankAnalysis = (applicationId: number, question: Question | undefined, questionId: string): Analysis => ({
  applicationId,
  questionId,
  originalQuestion: question?.question ?? '',
  category: question?.process ?? '',
  subcategory: question?.subProcess ?? '',
  prompt: '',
  query: '',
  toolSuggestion: null,
  connectorId: null,
  connectorName: null,
  connectorReason: '',
  confidence: null,
  chosenBy: null,
  resolution: 'needs-selection',
  updatedAt: new Date(0).toISOString(),
});

const editQuestions = (
  questionIds: readonly string[],
  editOf: (questionId: string) => AnalysisEdit,
  history = useAnalyses.getState().history,
): void => {
  const { applicationId, connectors } = useAnalyses.getState();
  if (applicationId === null) return;
  // Nearly every question has an analysis already: thousands are looked up only where one lacks it.
  let known: ReadonlyMap<string, Question> | undefined;
  const blank = (questionId: string) => {
    known ??= new Map(useQuestions.getState().questions.map((question) => [question.questionId, question]));
    return blankAnalysis(applicationId, known.get(questionId), questionId);
  };
  useAnalyses.setState((state) => ({ ...applyEdit(state, questionIds, editOf, connectors, blank), history }));
};

let saving: Promise<void> | null = null;

const saveOnce = async (applicationId: number, tryAgain: string | null): Promise<boolean> => {
  const before = useAnalyses.getState();
  const sent = editsToSend(before, tryAgain);
  if (sent.size === 0) return false;
  const answer = await bridge.analyses.save({ applicationId, items: saveItems(before, sent) });
  if (!isOpen(applicationId)) return false;
  useAnalyses.setState((state) =>
    answer.ok
      ? {
          ...settleSaved(state, sent, answer.value, state.connectors),
          notesGone: followNotes(state.notesGone, before, sent, answer.value),
        }
      : settleFailed(state, sent, answer.error, state.connectors),
  );
  if (answer.ok) reportAnalyses(applicationId);
  else if ([...sent.values()].some((edit) => edit.choice)) {
    noticeError(answer.error, t('saving.selectionRefused'), t('saving.selectionKept'));
  }
  return answer.ok;
};

const saveUntilDone = async (applicationId: number, tryAgain: string | null): Promise<void> => {
  let goOn = await saveOnce(applicationId, tryAgain);
  while (goOn) goOn = await saveOnce(applicationId, null);
};

/** Saves all edits that wait, one call after the other; `tryAgain` includes that question's refused text. */
export const saveEdits = async (tryAgain: string | null = null): Promise<void> => {
  window.clearTimeout(timer);
  const { applicationId } = useAnalyses.getState();
  if (applicationId === null) return;
  while (saving) await saving;
  saving = saveUntilDone(applicationId, tryAgain).finally(() => {
    saving = null;
  });
  await saving;
};

/** Lets go of the texts that could not be saved. */
export const discardRefused = (): void => useAnalyses.setState(dropRefused);

/** How long a person pauses before text is saved, in milliseconds. */
const pauseBeforeSaving = 600;
let timer = 0;

/** Takes what is being typed; it is saved after a pause, or when the row or the page is left. */
export const editText = (questionId: string, text: Pick<AnalysisEdit, 'prompt' | 'query'>): void => {
  editQuestions([questionId], () => text);
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void saveEdits(), pauseBeforeSaving);
};

/** Sending thousands of selections takes longer than drawing those in sight, so the drawing comes first. */
const saveWhenPainted = (): void => {
  afterPaint(() => void saveEdits());
};

const nothingChosen: Choice = { toolType: null, connectorId: null };

/** What is chosen for each question now; equal choices are one object, so that a way back is worked out once for all. */
const currentChoices = (questionIds: readonly string[]): Edits => {
  const { analyses } = useAnalyses.getState();
  const shared = new Map<string, { choice: Choice }>();
  const choiceNow = (questionId: string): { choice: Choice } => {
    const analysis = analyses.get(questionId);
    const choice = analysis ? choiceOf(analysis) : nothingChosen;
    const key = `${choice.connectorId} ${choice.toolType}`;
    const edit = shared.get(key) ?? { choice };
    shared.set(key, edit);
    return edit;
  };
  return new Map(questionIds.map((questionId) => [questionId, choiceNow(questionId)]));
};

const noEdit: AnalysisEdit = {};

const applyEdits = (edits: Edits, history: SelectionHistory): void => {
  editQuestions([...edits.keys()], (questionId) => edits.get(questionId) ?? noEdit, history);
  saveWhenPainted();
};

/** Points questions at a tool type and, where one is given, a connector; saved at once, and can be undone. */
export const selectFor = (questionIds: readonly string[], choice: Choice): void => {
  const edit = { choice };
  const after: Edits = new Map(questionIds.map((questionId) => [questionId, edit]));
  applyEdits(after, remember(useAnalyses.getState().history, currentChoices(questionIds), after));
};

/** Says why no system answers a question, or with null that one may; saved at once, and can be undone. */
export const sayNotAnswerable = (questionId: string, reason: string | null): void => {
  const { analyses, history } = useAnalyses.getState();
  const before: Edits = new Map([[questionId, { notAnswerable: analyses.get(questionId)?.notAnswerable ?? null }]]);
  const after: Edits = new Map([[questionId, { notAnswerable: reason }]]);
  applyEdits(after, remember(history, before, after));
};

const moveInHistory = (move: (history: SelectionHistory) => Moved | null): void => {
  const moved = move(useAnalyses.getState().history);
  if (moved) applyEdits(moved.edits, moved.history);
};

/** Takes the last selection, bulk assignment, or word that a question can't be answered, back. */
export const undoSelection = (): void => moveInHistory(undoStep);

export const redoSelection = (): void => moveInHistory(redoStep);

/** What came of suggesting for some questions. */
export interface SuggestionReport {
  suggested: number;
  /** Those whose words told nothing surely. */
  unsure: string[];
  /** How many were chosen for before, or said to be not answerable. */
  kept: number;
  /** Whether any of them is not as it was before. */
  changed: boolean;
  /** The connectors that the suggested queries are for. */
  connectorIds: number[];
}

/** Lets main suggest for some questions, or for all; a person's choice stays. Null where it failed, which was said. */
export const suggestFor = async (questionIds: readonly string[] | null): Promise<SuggestionReport | null> => {
  const { applicationId, suggesting } = useAnalyses.getState();
  if (applicationId === null || suggesting) return null;
  useAnalyses.setState({ suggesting: true });
  // What was chosen a moment ago must be known as chosen.
  await saveEdits();
  const answer = await bridge.analyses.suggest({
    applicationId,
    ...(questionIds && { questionIds: [...questionIds] }),
  });
  if (!isOpen(applicationId)) return null;
  useAnalyses.setState({ suggesting: false });
  if (!answer.ok) {
    noticeError(answer.error, t('suggest.failed'), t('suggest.nothingChanged'));
    return null;
  }
  const before = useAnalyses.getState().analyses;
  useAnalyses.setState((state) => takeAnswers(state, answer.value, state.connectors));
  reportAnalyses(applicationId);
  const byRule = answer.value.filter(
    ({ chosenBy, notAnswerable }) => chosenBy === 'rule' && notAnswerable === undefined,
  );
  const unsure = byRule.filter(isUnsure).map(({ questionId }) => questionId);
  return {
    suggested: byRule.length - unsure.length,
    unsure,
    kept: answer.value.length - byRule.length,
    // Saving what a person chose moves its time too: that is no suggestion.
    changed: byRule.some(({ questionId, updatedAt }) => before.get(questionId)?.updatedAt !== updatedAt),
    connectorIds: [...new Set(byRule.flatMap(({ connectorId, query }) => (query === '' ? [] : (connectorId ?? []))))],
  };
};

/** Changes one question's tool type, which clears its connector. */
export const selectToolType = (questionId: string, toolType: string): void => {
  const analysis = useAnalyses.getState().analyses.get(questionId);
  // Choosing what a rule suggested confirms it; what a person chose before is as it is.
  const confirms = analysis?.toolSuggestion === toolType && analysis.chosenBy === 'rule';
  if (analysis?.toolSuggestion === toolType && !confirms) return;
  selectFor([questionId], { toolType, connectorId: null });
};

const letsThrough = (filter: QuestionFilter, questionId: string): boolean => {
  const asked = useQuestions.getState().questions.filter((question) => question.questionId === questionId);
  const analysis = useAnalyses.getState().analyses.get(questionId);
  const toolType = analysis?.toolSuggestion ?? noToolType;
  return (
    filterQuestions(
      asked,
      filter,
      () => stateOf(analysis),
      () => toolType,
    ).length > 0
  );
};

/** Whether the question that is looked at is shown only for that: what was changed since took it out of the filter. */
export const isFocusOutsideFilter = ({ filter, focusedId }: AnalysisPageState): boolean =>
  (filter.state !== null || filter.toolType !== null) && focusedId !== null && !letsThrough(filter, focusedId);

/** Filters the rows. The question that is looked at stays where the new filter lets it through, and else is let go of. */
export const setFilter = (changes: Partial<QuestionFilter>): void => {
  const { filter: before, focusedId } = useAnalyses.getState();
  const filter = { ...before, ...changes };
  const stays = focusedId !== null && letsThrough(filter, focusedId);
  useAnalyses.setState({ filter, focusedId: stays ? focusedId : null });
  void saveEdits();
};

/** Shows all questions again. The one that was looked at is led to among them, since the button that asked for it is gone. */
export const showAll = (): void => {
  setFilter(noFilter);
  const { focusedId } = useAnalyses.getState();
  if (focusedId !== null) useAnalyses.setState({ sought: { questionId: focusedId, at: 'row' } });
};

/** Ticks are for one thing to be done: what was done, or left, must not happen to the same rows again. */
export const untick = (): void => useAnalyses.setState({ ticked: noRows });

/** Shows a question's prompt and query; what was written for another one is saved first. */
export const focusQuestion = (questionId: string): void => {
  const { focusedId } = useAnalyses.getState();
  if (focusedId === questionId) return;
  useAnalyses.setState({ focusedId: questionId });
  if (focusedId !== null) void saveEdits();
};

const seek = async (applicationId: number, questionId: string, at: 'row' | 'query'): Promise<void> => {
  await open(applicationId);
  setFilter(noFilter);
  useAnalyses.setState({ focusedId: questionId, sought: { questionId, at } });
  const left = await navigate({ page: 'step', applicationId, step: 'analysis' });
  if (!left) endSeeking();
};

/** Leads to a question in Step 3: it is shown whatever was filtered, and no key that is pressed there writes into its query. */
export const openQuestion = (applicationId: number, questionId: string): Promise<void> =>
  seek(applicationId, questionId, 'row');

/** As `openQuestion`, for who asked to edit the query: it can be written at once. */
export const openQuery = (applicationId: number, questionId: string): Promise<void> =>
  seek(applicationId, questionId, 'query');

/** What was sought has the focus. */
export const endSeeking = (): void => useAnalyses.setState({ sought: null });
