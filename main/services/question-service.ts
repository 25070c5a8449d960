import {
  deleteQuestions,
  insertQuestions,
  listExecutedQuestionIds,
  listQuestions,
  type QuestionRecord,
} from '../../db';
import type { Input } from '../../preload/contract';
import { failure, type Result, success } from '../result';
import { requireApplication, requireOpenApplication } from './application-service';
import { createQuestionIds } from './question-ids';
import { record, type ServiceContext } from './service-context';

type QuestionItem = Input<'questions', 'add'>['items'][number];

const toRecords = (existing: readonly QuestionRecord[], items: readonly QuestionItem[]): QuestionRecord[] => {
  const nextId = createQuestionIds(existing.map(({ questionId }) => questionId));
  return items.map((item) => {
    const questionNumber = item.questionNumber.trim();
    return {
      questionId: nextId(questionNumber, 'primary'),
      fileType: 'primary',
      questionNumber,
      process: item.process.trim(),
      subProcess: item.subProcess.trim(),
      question: item.question,
    };
  });
};

export const createQuestionService = (context: ServiceContext) => {
  const { db } = context;

  const list = ({ applicationId }: Input<'questions', 'list'>): Result<QuestionRecord[]> => {
    const found = requireApplication(context, applicationId);
    return found.ok ? success(listQuestions(db, applicationId)) : found;
  };

  /** Answers the questions that were added. */
  const add = ({ applicationId, items }: Input<'questions', 'add'>): Result<QuestionRecord[]> => {
    const found = requireOpenApplication(context, applicationId);
    if (!found.ok) return found;
    const added = toRecords(listQuestions(db, applicationId), items);
    db.transaction(() => {
      insertQuestions(db, applicationId, added);
      record(context, 'questions.added', `application/${applicationId}`, {
        applicationId,
        ciId: found.value.ciId,
        questions: added,
      });
    })();
    return success(added);
  };

  /** Answers the questions that are left. */
  const remove = ({ applicationId, questionIds }: Input<'questions', 'remove'>): Result<QuestionRecord[]> => {
    const found = requireOpenApplication(context, applicationId);
    if (!found.ok) return found;
    const wanted = new Set(questionIds);
    const executed = listExecutedQuestionIds(db, applicationId).filter((questionId) => wanted.has(questionId));
    if (executed.length > 0) {
      return failure('HAS_EVIDENCE', `${executed.join(', ')} has evidence, so nothing was removed.`, {
        hint: 'Take the questions with evidence out of the selection.',
      });
    }
    db.transaction(() => {
      const removed = listQuestions(db, applicationId).filter(({ questionId }) => wanted.has(questionId));
      deleteQuestions(db, applicationId, questionIds);
      record(context, 'questions.removed', `application/${applicationId}`, {
        applicationId,
        ciId: found.value.ciId,
        questions: removed,
      });
    })();
    return success(listQuestions(db, applicationId));
  };

  return { list, add, remove };
};
