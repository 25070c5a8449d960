import { create } from 'zustand';
import type { Analysis, Execution, Question } from '../../preload/contract';
import { bridge } from '../bridge';
import { checkLastPack, loadLastPack } from '../features/evidence/packs-store';
import { countProgress, type Progress } from './progress';

/** How far each application is, by its id; filled when an application is opened. */
export const useProgress = create<{ byApplication: Record<number, Progress> }>(() => ({ byApplication: {} }));

const lists = new Map<number, { questions: Question[]; analyses: Analysis[]; executions: Execution[] }>();

/** Tells the rail of lists a page has just read or changed; the counts follow. Lists not given stay as last known. */
export const reportProgress = (
  applicationId: number,
  known: { questions?: Question[]; analyses?: Analysis[]; executions?: Execution[] },
): void => {
  const current = { questions: [], analyses: [], executions: [], ...lists.get(applicationId), ...known };
  lists.set(applicationId, current);
  const progress = countProgress(current.questions, current.analyses, current.executions);
  useProgress.setState((state) => ({ byApplication: { ...state.byApplication, [applicationId]: progress } }));
  void checkLastPack(applicationId);
};

/** Reads an application's lists and counts them. A list that can't be read counts as empty: its own page says why. */
export const loadProgress = async (applicationId: number): Promise<void> => {
  const [questions, analyses, executions] = await Promise.all([
    bridge.questions.list({ applicationId }),
    bridge.analyses.list({ applicationId }),
    bridge.executions.list({ applicationId }),
    loadLastPack(applicationId),
  ]);
  reportProgress(applicationId, {
    questions: questions.ok ? questions.value : [],
    analyses: analyses.ok ? analyses.value : [],
    executions: executions.ok ? executions.value : [],
  });
};
