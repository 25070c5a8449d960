import { create } from 'zustand';
import type { PreflightItem, Result, TickmarkError, Value } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { noRows, type RowChoice } from '../../components/row-choice';

export type Started = Value<'executions', 'start'>;

interface Preflight {
  token: string;
  items: ReadonlyMap<string, PreflightItem>;
}

interface PreflightState {
  applicationId: number | null;
  /** The questions to check; none ticked means all. */
  ticked: RowChoice<string>;
  checking: boolean;
  starting: boolean;
  shown: Preflight | null;
  /** Why the check, or the start after it, did not come about. */
  error: TickmarkError | null;
  /** What start left out of the last pre-flight, although the check had found it ready. */
  refused: Started['refused'];
}

const empty = {
  ticked: noRows as RowChoice<string>,
  checking: false,
  starting: false,
  shown: null,
  error: null,
  refused: [],
};

/** The check before running of the application that is open. */
export const usePreflight = create<PreflightState>(() => ({ applicationId: null, ...empty }));

/** Forgets the check of another application, and one that was left: it may be out of date. */
export const resetPreflight = (applicationId: number): void => usePreflight.setState({ applicationId, ...empty });

const isOpen = (applicationId: number): boolean => usePreflight.getState().applicationId === applicationId;

/** Checks all questions, or those given, without contacting any server. */
export const check = async (applicationId: number, questionIds: readonly string[] | null): Promise<void> => {
  usePreflight.setState({ checking: true, error: null, refused: [] });
  const answer = await bridge.executions.preflight({
    applicationId,
    ...(questionIds && { questionIds: [...questionIds] }),
  });
  if (!isOpen(applicationId)) return;
  if (!answer.ok) {
    usePreflight.setState({ checking: false, shown: null, error: answer.error });
    return;
  }
  const { preflightToken: token, items } = answer.value;
  const shown = { token, items: new Map(items.map((item) => [item.questionId, item])) };
  usePreflight.setState({ checking: false, shown });
};

/** Starts what the check has shown. Where something changed since, it is checked again and nothing runs. */
export const start = async (applicationId: number, confirmProduction: boolean): Promise<Result<Started> | null> => {
  const { shown } = usePreflight.getState();
  if (!shown) return null;
  usePreflight.setState({ starting: true, error: null });
  const answer = await bridge.executions.start({ preflightToken: shown.token, confirmProduction });
  if (!isOpen(applicationId)) return answer;
  if (answer.ok) {
    const refused = answer.value.refused.filter(({ questionId }) => shown.items.get(questionId)?.verdict === 'ready');
    usePreflight.setState({ starting: false, shown: null, refused });
    return answer;
  }
  if (answer.error.code === 'PREFLIGHT_STALE') await check(applicationId, [...shown.items.keys()]);
  const { code } = answer.error;
  usePreflight.setState({ starting: false, error: code === 'CONFIRMATION_REQUIRED' ? null : answer.error });
  return answer;
};
