import { create } from 'zustand';
import { bridge } from '../bridge';
import { type KnownLists, tellsOtherwise } from '../features/evidence/pack-news';
import { checkLastPack, loadLastPack } from '../features/evidence/packs-store';
import { countProgress, type Progress } from './progress';

/** How far each application is, by its id; filled when an application is opened. */
export const useProgress = create<{ byApplication: Record<number, Progress> }>(() => ({ byApplication: {} }));

const lists = new Map<number, KnownLists>();

/** Tells the rail of lists a page has just read or changed; the counts follow. Lists not given stay as last known. */
export const reportProgress = (applicationId: number, known: KnownLists): void => {
  const before = lists.get(applicationId) ?? {};
  const now = { ...before, ...known };
  lists.set(applicationId, now);
  const progress = countProgress(now.questions ?? [], now.analyses ?? [], now.executions ?? []);
  useProgress.setState((state) => ({ byApplication: { ...state.byApplication, [applicationId]: progress } }));
  if (tellsOtherwise(before, known)) checkLastPack(applicationId);
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
