import type { QuestionColumn, SkipReason } from '../../../preload/contract';
import { textsOf } from '../../texts';

const t = textsOf('questions');

/** What people call a column of the table of questions. */
export const columnLabel = (column: QuestionColumn): string => t(`columns.${column}`);

/** Why a line becomes no question, in words. */
export const explainSkip = (reason: SkipReason): string => {
  switch (reason.because) {
    case 'no-question':
      return t('skipped.noQuestion');
    case 'header-again':
      return t('skipped.headerAgain');
    case 'same-line':
      return t('skipped.sameLine', { line: reason.line });
    case 'already-there':
      return t('skipped.alreadyThere');
    case 'too-long':
      return t('skipped.tooLong', { column: columnLabel(reason.column), most: reason.most });
    case 'too-many':
      return t('skipped.tooMany', { most: reason.most });
  }
};
