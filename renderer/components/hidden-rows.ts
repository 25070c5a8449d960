import type { Question } from '../../preload/contract';
import { textsOf } from '../texts';

const t = textsOf('components');

/** How many of the ticked questions a filter keeps out of sight. */
export const countHidden = (chosen: ReadonlySet<string>, shown: readonly Pick<Question, 'questionId'>[]): number =>
  chosen.size === 0 ? 0 : chosen.size - shown.filter(({ questionId }) => chosen.has(questionId)).length;

/** What a button does with the ticked questions, and how many of these can't be seen: "Assign 3 questions (2 hidden)". */
export const withHidden = (label: string, hidden: number): string =>
  hidden === 0 ? label : t('withHidden', { label, count: hidden });
