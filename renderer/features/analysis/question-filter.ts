import type { Analysis, Question } from '../../../preload/contract';
import type { QuestionState } from './question-state';

export interface QuestionFilter {
  /** Words that all have to be found; upper and lower case are the same. */
  text: string;
  process: string | null;
  toolType: string | null;
  state: QuestionState | null;
}

export const noFilter: QuestionFilter = { text: '', process: null, toolType: null, state: null };

const searched = new WeakMap<Question, string>();

/** Ten thousand questions are searched at every key press, so the text of each is put together once. */
const searchText = (question: Question): string => {
  const known = searched.get(question);
  if (known !== undefined) return known;
  const { questionNumber, process, subProcess, question: text } = question;
  const joined = `${questionNumber} ${process} ${subProcess} ${text}`.toLowerCase();
  searched.set(question, joined);
  return joined;
};

/** The questions a filter lets through, in their order. */
export const filterQuestions = (
  questions: readonly Question[],
  filter: QuestionFilter,
  stateOf: (questionId: string) => QuestionState,
  toolTypeOf: (questionId: string) => string | null = () => null,
): Question[] => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter(
    (question) =>
      (filter.process === null || question.process === filter.process) &&
      (filter.toolType === null || toolTypeOf(question.questionId) === filter.toolType) &&
      (filter.state === null || stateOf(question.questionId) === filter.state) &&
      words.every((word) => searchText(question).includes(word)),
  );
};

/** The processes in the order in which they first appear, each with the number of its questions. */
export const listProcesses = (questions: readonly Question[]): { process: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const { process } of questions) counts.set(process, (counts.get(process) ?? 0) + 1);
  return [...counts].map(([process, count]) => ({ process, count }));
};

/** What `toolType` of a filter is for questions that have none yet. */
export const noToolType = '-';

/** How many questions each tool type has; those without one under `noToolType`. */
export const countToolTypes = (analyses: readonly Pick<Analysis, 'toolSuggestion'>[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { toolSuggestion } of analyses) {
    const type = toolSuggestion ?? noToolType;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
};
