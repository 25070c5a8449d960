import { Button, Tabs } from '@mantine/core';
import { IconArrowRight, IconListDetails } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { type Execution, type ExecutionStatus, groupBy, type Question } from '../../../preload/contract';
import { useIsArchived } from '../../app/applications-store';
import { navigate, rememberTab, type StepPageProps, type StepTab } from '../../app/navigation';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { formatCount } from '../../components/format';
import { Page } from '../../components/page';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { useAnalyses } from '../analysis/analysis-store';
import { stateOf } from '../analysis/question-state';
import { useLoadedAnalyses } from '../analysis/use-loaded-analyses';
import { StepHeader } from '../applications/step-header';
import { useEvidenceView } from '../evidence/use-evidence-view';
import { loadQuestions, useQuestionsOf } from '../questions/questions-store';
import styles from './execution.module.css';
import { loadExecutions, useExecutionsOf } from './executions-store';
import { HeldRuns } from './held-runs';
import { isDue, lastRunOf } from './last-run';
import { PreflightPanel } from './preflight-panel';
import { resetPreflight } from './preflight-store';
import { isActive } from './run-figures';
import { everyRun, isShown } from './run-filter';
import { inOrderOfStarts } from './run-order';
import { RunsPanel } from './runs-panel';

const t = textsOf('execution');

/** Step 4: what would run is checked and shown, then runs; every run stays listed. */
export const ExecutionPage = ({ applicationId, tab: leftOn }: StepPageProps) => {
  const { questions, loaded, error: questionsError } = useQuestionsOf(applicationId);
  const { executions, loaded: runsLoaded, error } = useExecutionsOf(applicationId);
  const archived = useIsArchived(applicationId);
  const [tab, setTab] = useState(leftOn ?? null);
  const [filter, setFilter] = useState(everyRun);
  const held = executions.filter((execution) => execution.held);
  const going = executions.filter((execution) => isActive(execution.status) && !execution.held).length;
  const { groups, read } = useLoadedAnalyses(applicationId);
  const nothingLeft = useNothingLeftToRun(loaded && runsLoaded && read ? { questions, executions } : null);
  const [decided, setDecided] = useState(leftOn !== undefined);
  // Opened on the runs where some go on or wait, or all is run; it stays there when the last of them has ended.
  if (!decided && nothingLeft !== null) {
    setDecided(true);
    if (tab === null && (going + held.length > 0 || nothingLeft)) setTab('runs');
  }
  const shownTab: StepTab = archived ? 'runs' : (tab ?? 'check');
  const backLabel = t(shownTab === 'runs' ? 'page.backToRuns' : 'page.backToCheck');
  const questionById = useMemo(
    () => new Map(questions.map((question) => [question.questionId, question])),
    [questions],
  );
  const inOrder = useMemo(() => inOrderOfStarts(executions), [executions]);
  const isListed = (run: Execution) => shownTab === 'check' || isShown(run, questionById.get(run.questionId), filter);
  const evidence = useEvidenceView({ executions: inOrder, isListed, questions, backLabel });
  useEffect(() => {
    if (tab && tab !== leftOn) rememberTab(tab);
  }, [tab, leftOn]);
  useEffect(() => resetPreflight(applicationId), [applicationId]);

  const failure = questionsError ?? error;
  const reload = () => {
    void loadQuestions(applicationId);
    void loadExecutions(applicationId);
  };

  if (evidence.view) return evidence.view;
  return (
    <Page
      layout="fill"
      header={
        <StepHeader
          applicationId={applicationId}
          step="execution"
          summary={runsLoaded && <span role="status">{describe(executions)}</span>}
          actions={
            <Button
              variant="default"
              rightSection={<IconArrowRight size={16} aria-hidden />}
              onClick={() => void navigate({ page: 'step', applicationId, step: 'evidence' })}
            >
              {t('page.next')}
            </Button>
          }
        />
      }
    >
      {failure && (
        <div className={rows.notice}>
          <ErrorNotice title={t('page.notRead')} error={failure} onRetry={reload} />
        </div>
      )}
      {held.length > 0 && !archived && <HeldRuns applicationId={applicationId} held={held} />}
      {loaded && questions.length === 0 && executions.length === 0 ? (
        <NoQuestions applicationId={applicationId} />
      ) : (
        <Tabs
          value={shownTab}
          onChange={(value) => setTab(value as StepTab)}
          keepMounted={false}
          classNames={{ root: styles.tabs, list: styles.tabList, panel: styles.tabPanel }}
        >
          <Tabs.List>
            {!archived && <Tabs.Tab value="check">{t('page.check')}</Tabs.Tab>}
            <Tabs.Tab value="runs">
              {t('runs.title')}
              {executions.length > 0 && ` · ${formatCount(executions.length)}`}
            </Tabs.Tab>
          </Tabs.List>
          {!archived && (
            <Tabs.Panel value="check">
              <PreflightPanel
                applicationId={applicationId}
                questions={questions}
                executions={runsLoaded ? executions : null}
                groups={groups}
                onStarted={() => setTab('runs')}
                onOpen={evidence.open}
                returning={evidence.returning}
              />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="runs">
            <RunsPanel
              executions={inOrder}
              questionById={questionById}
              filter={filter}
              onFilter={setFilter}
              onOpen={evidence.open}
              returning={evidence.returning}
            />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
};

/** Whether every question that can run has its result; null while that is not known. */
const useNothingLeftToRun = (
  lists: { questions: readonly Question[]; executions: readonly Execution[] } | null,
): boolean | null => {
  const analyses = useAnalyses((state) => state.analyses);
  const { questions, executions } = lists ?? {};
  return useMemo(() => {
    if (!questions || !executions) return null;
    const runsOf = groupBy(executions, ({ questionId }) => questionId);
    const isLeft = ({ questionId }: Question) => {
      const analysis = analyses.get(questionId);
      const canRun = ['ready', 'failed'].includes(stateOf(analysis));
      return canRun && isDue(lastRunOf(analysis, runsOf.get(questionId) ?? []));
    };
    return executions.length > 0 && !questions.some(isLeft);
  }, [questions, executions, analyses]);
};

/** How many runs there are, and what became of them. */
const describe = (executions: readonly Execution[]): string => {
  const countOf = (...wanted: ExecutionStatus[]) => executions.filter(({ status }) => wanted.includes(status)).length;
  const parts = {
    running: countOf('running'),
    queued: executions.filter(({ status, held }) => status === 'queued' && !held).length,
    succeeded: countOf('succeeded'),
    final: executions.filter(({ final }) => final).length,
    failed: countOf('failed'),
    stopped: countOf('cancelled', 'interrupted'),
  };
  const told = (['running', 'queued', 'succeeded', 'final', 'failed', 'stopped'] as const).filter(
    (part) => parts[part] > 0,
  );
  return [
    t('page.runs', { count: executions.length }),
    ...told.map((part) => t(`page.${part}`, { count: parts[part] })),
  ].join(' · ');
};

const NoQuestions = ({ applicationId }: { applicationId: number }) => (
  <EmptyState
    icon={<IconListDetails size={32} />}
    title={t('page.noQuestions')}
    actions={
      <Button onClick={() => void navigate({ page: 'step', applicationId, step: 'questions' })}>
        {t('page.addQuestions')}
      </Button>
    }
  >
    {t('page.noQuestionsHelp')}
  </EmptyState>
);
