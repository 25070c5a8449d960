import { useEffect } from 'react';
import { create } from 'zustand';
import { confirm } from '../components/confirm-dialog';
import { noticesOfPage } from '../components/notices-store';
import { textsOf } from '../texts';

const t = textsOf('app');

export const steps = ['application', 'questions', 'analysis', 'execution', 'evidence'] as const;
export type Step = (typeof steps)[number];

/** The run whose evidence stands in the place of a step's page, and the run that it is compared with. */
export interface ShownEvidence {
  executionId: number;
  comparedWith?: number;
}

/** The tabs of Step 4. */
export type StepTab = 'check' | 'runs';

/** What stands below the first screenful of a step and can be led to. */
export type StepPart = 'ending';

export interface StepPageProps {
  applicationId: number;
  /** The tab that was shown when the page was left. */
  tab?: StepTab | undefined;
}

export type SettingsSection = 'connectors' | 'preferences' | 'about';

export type Route =
  | { page: 'start' }
  | { page: 'new-application' }
  | { page: 'legacy' }
  | { page: 'names' }
  | { page: 'overview'; applicationId: number }
  | { page: 'step'; applicationId: number; step: Step; tab?: StepTab; evidence?: ShownEvidence; part?: StepPart }
  | { page: 'settings'; section: SettingsSection; ciId?: string; connectorId?: number }
  | { page: 'audit-log'; applicationId?: number };

export interface NavigationState {
  route: Route;
  earlier: Route[];
  /** What was left by going back, the next one first. */
  later: Route[];
}

export const useNavigation = create<NavigationState>(() => ({ route: { page: 'start' }, earlier: [], later: [] }));

export const useRoute = (): Route => useNavigation((state) => state.route);

/** Whoever comes back to the page of a step finds it on the tab that it was left on. */
export const rememberTab = (tab: StepTab): void =>
  useNavigation.setState(({ route }) => (route.page === 'step' ? { route: { ...route, tab } } : {}));

type LeaveGuard = () => Promise<boolean>;
const leaveGuards = new Set<LeaveGuard>();

const maximumEarlierRoutes = 50;

/** Whether what is typed and not saved may be lost; asks where there is something. */
export const mayLoseChanges = async (): Promise<boolean> => {
  for (const guard of leaveGuards) if (!(await guard())) return false;
  return true;
};

/**
 * Closing the window waits for the same question. The page only holds the window back: whether anything but a person's
 * closing may be held back, and a page that no longer answers, is main's affair.
 */
export const askBeforeClosing = (): void => {
  let mayClose = false;
  window.addEventListener('beforeunload', (event) => {
    if (mayClose || leaveGuards.size === 0) return;
    event.preventDefault();
    void mayLoseChanges().then((agreed) => {
      mayClose = agreed;
      if (agreed) window.close();
    });
  });
};

/** Whether the page is left; what was told on it goes with it. */
const leavePage = async (): Promise<boolean> => {
  const dismissNotices = noticesOfPage();
  if (!(await mayLoseChanges())) return false;
  dismissNotices();
  return true;
};

/** Goes to a page unless a form with unsaved changes is open and the person stays with it. Answers whether it went. */
export const navigate = async (route: Route): Promise<boolean> => {
  if (!(await leavePage())) return false;
  useNavigation.setState((state) => ({
    route,
    earlier: [...state.earlier, state.route].slice(-maximumEarlierRoutes),
    later: [],
  }));
  return true;
};

/** Goes to a page in the place of the one that is left: back still leads to where that one was opened from. */
export const navigateInPlace = async (route: Route): Promise<void> => {
  if (await leavePage()) useNavigation.setState({ route, later: [] });
};

/** Goes back to the page before, or to the start page. */
export const navigateBack = async (): Promise<boolean> => {
  if (!(await leavePage())) return false;
  useNavigation.setState((state) => ({
    route: state.earlier.at(-1) ?? { page: 'start' },
    earlier: state.earlier.slice(0, -1),
    later: [state.route, ...state.later].slice(0, maximumEarlierRoutes),
  }));
  return true;
};

/** Goes again where going back led away from; stays where nothing was left so. */
export const navigateForward = async (): Promise<boolean> => {
  if (useNavigation.getState().later.length === 0 || !(await leavePage())) return false;
  useNavigation.setState(({ route, earlier, later: [next = route, ...later] }) => ({
    route: next,
    earlier: [...earlier, route].slice(-maximumEarlierRoutes),
    later,
  }));
  return true;
};

/** Asks before unsaved changes are lost. Answers true when they may be. */
export const confirmDiscard = (what: string): Promise<boolean> =>
  confirm({
    title: t('discard.title'),
    body: t('discard.body', { what }),
    confirmLabel: t('discard.confirm'),
    cancelLabel: t('discard.cancel'),
    tone: 'danger',
  });

/**
 * While `unsaved` is true, leaving the page asks first. `what` completes the text `discard.body`; `discard` lets go of
 * changes that would outlive the page.
 */
export const useUnsavedChanges = (unsaved: boolean, what: string, discard?: () => void): void => {
  useEffect(() => {
    if (!unsaved) return;
    const guard = async () => {
      const mayGo = await confirmDiscard(what);
      if (mayGo) discard?.();
      return mayGo;
    };
    leaveGuards.add(guard);
    return () => {
      leaveGuards.delete(guard);
    };
  }, [unsaved, what, discard]);
};
