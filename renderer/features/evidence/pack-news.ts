import type { Analysis, AuditEntry, Execution, Question } from '../../../preload/contract';
import { textsOf } from '../../texts';

const t = textsOf('evidence');

/** What came after a pack was exported, and is not in it. */
export interface PackNews {
  runs: number;
  /** Results that were marked as final. */
  final: number;
  imports: { fileName: string; added: number; changed: number }[];
  questionsAdded: number;
  questionsRemoved: number;
  /** Questions that were said to be not answerable, or no longer. */
  notAnswerable: number;
}

interface EntryFilter {
  action: string;
  text?: string;
}

/** What a pack tells of. Entries of these kinds that came later are not in it. */
export const packedKinds: readonly EntryFilter[] = [
  { action: 'execution' },
  { action: 'evidence.markedFinal' },
  { action: 'questions' },
  { action: 'analysis.saved', text: '"notAnswerable"' },
];

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

const distinct = (values: readonly unknown[]): number => new Set(values).size;

/** Sums up entries of these kinds; an import that changed nothing is no news. */
export const newsOf = (entries: readonly AuditEntry[]): PackNews => {
  const detailsOf = (isMeant: (action: string) => boolean) =>
    entries.filter(({ action }) => isMeant(action)).map(({ details }) => details);
  const of = (wanted: string) => detailsOf((action) => action === wanted);
  const questionsOf = (action: string) => of(action).reduce((sum, { questions }) => sum + lengthOf(questions), 0);
  return {
    runs: distinct(detailsOf((action) => action.startsWith('execution.')).map(({ executionId }) => executionId)),
    final: of('evidence.markedFinal').length,
    imports: of('questions.imported')
      .map(({ file, added, changed }) => ({
        fileName: String((file as { name?: unknown } | undefined)?.name),
        added: lengthOf(added),
        changed: lengthOf(changed),
      }))
      .filter(({ added, changed }) => added + changed > 0),
    questionsAdded: questionsOf('questions.added'),
    questionsRemoved: questionsOf('questions.removed'),
    notAnswerable: distinct(of('analysis.saved').map(({ questionId }) => questionId)),
  };
};

/** Each thing that came, in words. */
export const describeNews = ({ imports, ...counts }: PackNews): string[] => [
  ...(['runs', 'final', 'questionsAdded', 'questionsRemoved', 'notAnswerable'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`news.${kind}`, { count: counts[kind] })),
  ...imports.map((imported) => t('news.import', imported)),
];

export const isNothing = ({ imports, ...counts }: PackNews): boolean =>
  imports.length === 0 && Object.values(counts).every((count) => count === 0);

/** The lists of an audit, as far as they were read. */
export interface KnownLists {
  questions?: Question[];
  analyses?: Analysis[];
  executions?: Execution[];
}

/** Of each list what a pack tells, so that two states of it can be compared. */
const told = {
  questions: (list: readonly Question[]) => JSON.stringify(list),
  analyses: (list: readonly Analysis[]) =>
    JSON.stringify(
      list.filter((each) => each.notAnswerable !== undefined).map((each) => [each.questionId, each.notAnswerable]),
    ),
  executions: (list: readonly Execution[]) => JSON.stringify(list.map(({ id, status, final }) => [id, status, final])),
};

const differs = <Row>(tell: (list: readonly Row[]) => string, before: Row[] | undefined, now: Row[] | undefined) =>
  before !== undefined && now !== undefined && before !== now && tell(before) !== tell(now);

/** Whether lists that were read again, or changed here, hold anything that a pack would tell otherwise. */
export const tellsOtherwise = (before: KnownLists, now: KnownLists): boolean =>
  differs(told.questions, before.questions, now.questions) ||
  differs(told.analyses, before.analyses, now.analyses) ||
  differs(told.executions, before.executions, now.executions);
