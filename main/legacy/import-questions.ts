import { type ConvertedQuestion, convertFile } from './convert-questions';
import type { ImportState, KnownApplication, KnownQuestion } from './import-state';
import type { LegacyRow } from './source';
import { textOf } from './values';

/** Takes one question over, or finds what it became at an earlier import. */
export const importQuestion = (
  state: ImportState,
  application: KnownApplication,
  question: ConvertedQuestion,
): KnownQuestion => {
  const before = state.findKnown('question', question.sourceKey, question);
  const questionId = before ?? application.nextQuestionId(question.givenId, question.fileType);
  if (before === undefined) {
    state.writer.addQuestion(application.id, questionId, question, state.now);
    application.questionIds.add(questionId);
    state.remember('question', question.sourceKey, questionId, question);
  }
  state.tally.count('questions', before === undefined ? 'imported' : 'present');
  const taken = { questionId, isAnalysed: false, ...question };
  const ofId = application.questions.get(question.givenId);
  if (ofId) ofId.push(taken);
  else application.questions.set(question.givenId, [taken]);
  return taken;
};

const importFile = (state: ImportState, row: LegacyRow): void => {
  const applicationKey = textOf(row, 'application_id');
  const application = state.applications.get(applicationKey);
  const key = textOf(row, 'id') || textOf(row, 'file_name');
  if (!application) {
    state.skipOrphan('data_requests', applicationKey, key);
    return;
  }
  const file = convertFile(row);
  if (!file.ok) {
    state.tally.skip('data_requests', 'Its questions are not valid JSON.', key);
    return;
  }
  if (file.unread > 0) {
    state.tally.skip('data_requests', 'An entry without the text of a question.', key, 'questions', file.unread);
  }
  for (const question of file.questions) importQuestion(state, application, question);
};

/** What the primary files say comes first: their questions keep their ids where a follow-up file repeats them. */
export const importQuestions = (state: ImportState): void => {
  const { dataRequests } = state.plan.data;
  const isFollowup = (row: LegacyRow) => textOf(row, 'file_type').toLowerCase() === 'followup';
  for (const row of dataRequests.filter((request) => !isFollowup(request))) importFile(state, row);
  for (const row of dataRequests.filter(isFollowup)) importFile(state, row);
};

/** The question that a row is about: by its id and, where that repeats, by its text. */
export const findQuestion = (
  application: KnownApplication,
  givenId: string,
  text: string,
): KnownQuestion | undefined => {
  const candidates = application.questions.get(givenId) ?? [];
  return (
    candidates.find(({ isAnalysed, question }) => !isAnalysed && question === text) ??
    candidates.find(({ question }) => question === text) ??
    candidates.find(({ isAnalysed }) => !isAnalysed) ??
    candidates[0]
  );
};
