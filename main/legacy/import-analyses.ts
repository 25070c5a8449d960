import { type ConnectorLookup, readChoice } from './choose-connector';
import { findQuestion, importQuestion } from './import-questions';
import type { ImportState, KnownApplication, KnownQuestion } from './import-state';
import type { LegacyRow } from './source';
import { textOf, timeOf } from './values';

/** A question that only its analysis remembers: its file is gone. */
const restoreQuestion = (
  state: ImportState,
  application: KnownApplication,
  row: LegacyRow,
  key: string,
): KnownQuestion => {
  const givenId = textOf(row, 'question_id');
  return importQuestion(state, application, {
    sourceKey: `analysis:${key}`,
    givenId,
    fileType: 'primary',
    questionNumber: givenId,
    process: textOf(row, 'category'),
    subProcess: textOf(row, 'subcategory'),
    question: textOf(row, 'original_question'),
  });
};

/** Stores the analysis, or answers why not. */
const addAnalysis = (
  state: ImportState,
  application: KnownApplication,
  question: KnownQuestion,
  row: LegacyRow,
  lookup: ConnectorLookup,
): string | undefined => {
  if (question.isAnalysed) return 'A newer analysis of the same question was taken.';
  if (!application.questionIds.has(question.questionId)) {
    return 'Its question was removed here since the last import.';
  }
  question.isAnalysed = true;
  const { toolSuggestion, connectorId, connectorToUse, selectionLost } = readChoice(row, application.ciId, lookup);
  const added = state.writer.addAnalysis({
    applicationId: application.id,
    questionId: question.questionId,
    originalQuestion: textOf(row, 'original_question') || question.question,
    category: textOf(row, 'category') || question.process,
    subcategory: textOf(row, 'subcategory') || question.subProcess,
    prompt: state.plan.clean(row.ai_prompt ?? ''),
    toolSuggestion,
    connectorReason: state.plan.clean(row.connector_reason ?? ''),
    connectorToUse,
    connectorId,
    selectionLost,
    createdAt: timeOf(row, 'created_at') ?? state.now,
  });
  return added ? undefined : 'The question was analysed here meanwhile; that stays.';
};

const importAnalysis = (state: ImportState, row: LegacyRow, lookup: ConnectorLookup): void => {
  const applicationKey = textOf(row, 'application_id');
  const application = state.applications.get(applicationKey);
  const givenId = textOf(row, 'question_id');
  const key = textOf(row, 'id') || `${applicationKey}:${givenId}`;
  const skip = (reason: string) => state.tally.skip('question_analyses', reason, key, 'analyses');
  const before = state.findKnown('analysis', key, row);
  if (!application) {
    state.skipOrphan('question_analyses', applicationKey, key, 'analyses');
    return;
  }
  const text = textOf(row, 'original_question');
  const inFile = findQuestion(application, givenId, text);
  if (before !== undefined) {
    if (inFile) inFile.isAnalysed = true;
    else restoreQuestion(state, application, row, key).isAnalysed = true;
    state.tally.count('analyses', 'present');
    return;
  }
  if (!inFile && text === '') {
    skip('Its question is in no file, and the analysis does not hold its text.');
    return;
  }
  const question = inFile ?? restoreQuestion(state, application, row, key);
  const refusal = addAnalysis(state, application, question, row, lookup);
  if (refusal) {
    skip(refusal);
    return;
  }
  state.remember('analysis', key, question.questionId, row);
  state.tally.count('analyses', 'imported');
};

/** Takes the analyses over, the newest first: of several for one question it is the one that counted. */
export const importAnalyses = (state: ImportState, lookup: ConnectorLookup): void => {
  for (const row of state.plan.data.analyses.toReversed()) importAnalysis(state, row, lookup);
};
