import { create } from 'zustand';
import type { PreflightItem, Result, TickmarkError, Value } from '../../../preload/contract';
import { bridge } from '../../bridge';
import type { RowChoice } from '../../components/row-choice';

export type Started = Value<'executions', 'start'>;

interface Preflight {
  token: string;
  items: ReadonlyMap<string, PreflightItem>;
}

interface PreflightState {
  applicationId: number | null;
  /** The questions to check as a person ticked them; null until then: those that have no result yet. */
  ticked: RowChoice<string> | null;
  checking: boolean;
  starting: boolean;
  shown: Preflight | null;
  /** Why the check, or the start after it, did not come about. */
  error: TickmarkError | null;
  /** What start left out of the last pre-flight, although the check had found it ready. */
  refused: Started['refused'];
}

const empty = {
  ticked: null,
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

let lastCheck = 0;

/** Checks the questions without contacting any server. Of several checks under way the last one counts. */
export const check = async (applicationId: number, questionIds: readonly string[]): Promise<void> => {
  lastCheck += 1;
  const thisCheck = lastCheck;
  usePreflight.setState({ checking: true, error: null, refused: [] });
  const answer = await bridge.executions.preflight({
    applicationId,
    questionIds: [...questionIds],
  });
  if (!isOpen(applicationId) || thisCheck !== lastCheck) return;
  if (!answer.ok) {
    usePreflight.setState({ checking: false, shown: null, error: answer.error });
    return;
  }
  const { preflightToken: token, items } = answer.value;
  const shown = { token, items: new Map(items.map((item) => [item.questionId, item])) };
  usePreflight.setState({ checking: false, shown });
};

const forgetCheck = (): void => {
  lastCheck += 1;
  usePreflight.setState({ checking: false, shown: null });
};

/** Takes over what is ticked. What was checked once is then checked again by itself, so that it can start. */
export const tick = (applicationId: number, ticked: RowChoice<string>): void => {
  const { shown, checking } = usePreflight.getState();
  usePreflight.setState({ ticked });
  if (ticked.chosen.size === 0) forgetCheck();
  else if (shown !== null || checking) void check(applicationId, [...ticked.chosen]);
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
    usePreflight.setState({ starting: false, shown: null, ticked: null, refused });
    return answer;
  }
  if (answer.error.code === 'PREFLIGHT_STALE') await check(applicationId, [...shown.items.keys()]);
  const { code } = answer.error;
  usePreflight.setState({ starting: false, error: code === 'CONFIRMATION_REQUIRED' ? null : answer.error });
  return answer;
};
