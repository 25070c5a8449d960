import { useEffect } from 'react';
import { create } from 'zustand';
import type { Question, QuestionItem, Result, TickmarkError } from '../../../preload/contract';
import { reportProgress } from '../../app/progress-store';
import { bridge } from '../../bridge';

interface QuestionList {
  questions: Question[];
  loaded: boolean;
  error: TickmarkError | null;
}

interface QuestionsState extends QuestionList {
  /** Whose questions these are. */
  applicationId: number | null;
}

const empty: QuestionList = { questions: [], loaded: false, error: null };

/** The questions of the application that is open. */
export const useQuestions = create<QuestionsState>(() => ({ applicationId: null, ...empty }));

/** The questions of an application, read anew whenever a page that shows them opens. */
export const useQuestionsOf = (applicationId: number): QuestionList => {
  const state = useQuestions();
  useEffect(() => void loadQuestions(applicationId), [applicationId]);
  return state.applicationId === applicationId ? state : empty;
};

/** Reads an application's questions. What is shown stays until they came; another application's goes at once. */
export const loadQuestions = async (applicationId: number): Promise<void> => {
  if (useQuestions.getState().applicationId !== applicationId) useQuestions.setState({ applicationId, ...empty });
  const answer = await bridge.questions.list({ applicationId });
  if (useQuestions.getState().applicationId !== applicationId) return;
  if (!answer.ok) {
    useQuestions.setState({ loaded: true, error: answer.error });
    return;
  }
  useQuestions.setState({ questions: answer.value, loaded: true, error: null });
  reportProgress(applicationId, { questions: answer.value });
};

const reloadedAfter = async <Value>(applicationId: number, change: Promise<Result<Value>>): Promise<Result<Value>> => {
  const result = await change;
  if (result.ok) await loadQuestions(applicationId);
  return result;
};

export const addQuestions = (applicationId: number, items: QuestionItem[]): Promise<Result<Question[]>> =>
  reloadedAfter(applicationId, bridge.questions.add({ applicationId, items }));

/** Removes questions and their analyses; refused where one of them has evidence. */
export const removeQuestions = (applicationId: number, questionIds: string[]): Promise<Result<Question[]>> =>
  reloadedAfter(applicationId, bridge.questions.remove({ applicationId, questionIds }));

/** What people call a question: its number, or what identifies it where it has none. */
export const questionName = (question: Pick<Question, 'questionNumber' | 'questionId'>): string =>
  question.questionNumber || question.questionId;
