import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowRight, IconFilterOff, IconListDetails, IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Question } from '../../../preload/contract';
import { useApplication, useIsArchived } from '../../app/applications-store';
import { navigate, useUnsavedChanges } from '../../app/navigation';
import { useAfterPaint } from '../../components/after-paint';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { Page } from '../../components/page';
import rows from '../../components/rows.module.css';
import { Split } from '../../components/split';
import { textsOf } from '../../texts';
import { StepHeader } from '../applications/step-header';
import { NamesBanner } from '../legacy/names-banner';
import { ComparePage } from '../looking/compare-page';
import { loadQuestions, questionName, useQuestions, useQuestionsOf } from '../questions/questions-store';
import { openConnectorForm } from '../settings/connector-form-store';
import { loadConnectors, useConnectors } from '../settings/connectors-store';
import { NoConnectorsBanner } from '../settings/no-connectors-banner';
import styles from './analysis.module.css';
import { AnalysisDetail } from './analysis-detail';
import {
  discardRefused,
  focusQuestion,
  isFocusOutsideFilter,
  saveEdits,
  selectFor,
  setFilter,
  showAll,
  untick,
  useAnalyses,
  useLaterAnalyses,
} from './analysis-store';
import { AnalysisTable } from './analysis-table';
import { CoverageButton, HistoryButtons, SuggestButton } from './analysis-tools';
import { AssignMenu } from './assign-menu';
import type { ComparedRuns } from './compare-connectors';
import { countToolTypes, filterQuestions, listProcesses, noToolType } from './question-filter';
import { type QuestionState, questionStates, stateLabel, stateOf } from './question-state';
import { StateCounts } from './state-counts';
import { type AnalysesState, countRefused } from './unsaved-edits';
import { useAnalysesAfterRuns, useLoadedAnalyses } from './use-loaded-analyses';

const t = textsOf('analysis');

/** Step 3: for each question a tool type, exactly one connector, and a query. */
export const AnalysisPage = ({ applicationId }: { applicationId: number }) => {
  const { questions, loaded, error } = useQuestionsOf(applicationId);
  const analysesError = useAnalyses((state) => state.error);
  const ready = useAnalyses((state) => state.loaded && state.applicationId === applicationId);
  const ciId = useApplication(applicationId)?.ciId;
  const archived = useIsArchived(applicationId);
  const { error: connectorsError } = useLoadedAnalyses(applicationId);
  useAnalysesAfterRuns(applicationId);
  useSavingOnLeave();
  const shown = useShownQuestions(questions);
  const create = useConnectorCreation(applicationId, ciId);
  const [compared, setCompared] = useState<ComparedRuns | null>(null);
  const failure = error ?? analysesError ?? connectorsError;

  const reload = () => {
    void loadQuestions(applicationId);
    if (ciId !== undefined) void loadConnectors(ciId);
  };
  const hasRows = loaded && ready && questions.length > 0;

  if (compared) {
    return <ComparePage {...compared} backLabel={t('compare.back')} onClose={() => setCompared(null)} />;
  }
  return (
    <Page
      layout="fill"
      header={
        <StepHeader
          applicationId={applicationId}
          step="analysis"
          summary={hasRows && <StateCounts questions={questions} />}
          actions={
            hasRows && (
              <>
                {!archived && <HistoryButtons />}
                <CoverageButton questions={questions} />
                {!archived && (
                  <>
                    <SuggestButton shown={shown} />
                    <AssignMenu
                      questions={questions}
                      shown={shown}
                      onCreateConnector={(toolType) => create(null, toolType)}
                    />
                  </>
                )}
                <Button
                  rightSection={<IconArrowRight size={16} aria-hidden />}
                  onClick={() => void navigate({ page: 'step', applicationId, step: 'execution' })}
                >
                  {t('page.next')}
                </Button>
              </>
            )
          }
          toolbar={hasRows && <Filters questions={questions} shown={shown.length} />}
        />
      }
    >
      <NamesBanner />
      {hasRows && !archived && <NoConnectorsBanner applicationId={applicationId} />}
      {failure && (
        <div className={rows.notice}>
          <ErrorNotice title={t('page.notRead')} error={failure} onRetry={reload} />
        </div>
      )}
      {loaded && !error && questions.length === 0 && <NoQuestions applicationId={applicationId} />}
      {hasRows && (
        <Split
          handleLabel={t('page.handle')}
          pane={<FocusedDetail questions={questions} readOnly={archived} onCompared={setCompared} />}
        >
          {shown.length > 0 ? (
            <AnalysisTable questions={shown} readOnly={archived} onCreateConnector={create} />
          ) : (
            <NothingShown count={questions.length} />
          )}
        </Split>
      )}
    </Page>
  );
};

/** Saves what was typed when the page or the window is left, and asks where a save was refused. Ticks go with the page. */
const useSavingOnLeave = (): void => {
  const refused = useAnalyses(({ unsaved }) => (countRefused(unsaved) === 0 ? '' : namesOfRefused(unsaved)));
  useUnsavedChanges(refused !== '', t('page.unsavedWhat', { questions: refused }), discardRefused);
  useEffect(() => {
    const save = () => void saveEdits();
    window.addEventListener('beforeunload', save);
    return () => {
      window.removeEventListener('beforeunload', save);
      save();
      untick();
    };
  }, []);
};

/** "W1, W2": the questions whose texts could not be saved. */
const namesOfRefused = (unsaved: AnalysesState['unsaved']): string =>
  useQuestions
    .getState()
    .questions.filter(({ questionId }) => unsaved.get(questionId)?.error)
    .map(questionName)
    .join(', ');

/**
 * The questions the filter lets through. Which state each has is looked up only while it is filtered by; the focused
 * one stays, or choosing its tool type would take it away before its connector is chosen. The only one that is found is
 * opened.
 */
const useShownQuestions = (questions: readonly Question[]): Question[] => {
  const current = useAnalyses((state) => state.filter);
  const filter = useDeferredValue(current);
  const isLive = filter.state !== null || filter.toolType !== null;
  const analyses = useAnalyses((state) => (isLive ? state.analyses : null));
  const focusedId = useAnalyses((state) => (isLive ? state.focusedId : null));
  const shown = useMemo(() => {
    const stateToFilter = (questionId: string) =>
      filter.state !== null && questionId === focusedId ? filter.state : stateOf(analyses?.get(questionId));
    const toolTypeToFilter = (questionId: string) =>
      questionId === focusedId ? filter.toolType : (analyses?.get(questionId)?.toolSuggestion ?? noToolType);
    return filterQuestions(questions, filter, stateToFilter, toolTypeToFilter);
  }, [questions, filter, analyses, focusedId]);
  const [only, another] = shown;
  useEffect(() => {
    if (only && !another && filter === current && useAnalyses.getState().focusedId === null)
      focusQuestion(only.questionId);
  }, [only, another, filter, current]);
  return shown;
};

/** Opens the connector form for a tool type; the new connector becomes the question's choice. */
const useConnectorCreation = (applicationId: number, ciId: string | undefined) =>
  useCallback(
    (questionId: string | null, toolType: string) => {
      if (ciId === undefined) return;
      openConnectorForm({
        mode: 'create',
        ciId,
        connectorType: toolType,
        applicationId,
        onSaved: ({ id, connectorType }) => {
          if (questionId === null) return;
          void loadConnectors(ciId).then(() => selectFor([questionId], { toolType: connectorType, connectorId: id }));
        },
      });
    },
    [applicationId, ciId],
  );

const Filters = ({ questions, shown }: { questions: readonly Question[]; shown: number }) => {
  const filter = useAnalyses((state) => state.filter);
  const isKept = useAnalyses(isFocusOutsideFilter);
  const processes = useMemo(() => listProcesses(questions), [questions]);
  const filtered = filter.text !== '' || filter.process !== null || filter.toolType !== null || filter.state !== null;
  return (
    <>
      <TextInput
        w="9rem"
        aria-label={t('filters.searchLabel')}
        placeholder={t('filters.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        onChange={(event) => setFilter({ text: event.currentTarget.value })}
      />
      <NativeSelect
        w="14.5rem"
        aria-label={t('filters.process')}
        value={filter.process === null ? '' : `=${filter.process}`}
        onChange={({ currentTarget: { value } }) => setFilter({ process: value === '' ? null : value.slice(1) })}
        data={[
          { value: '', label: t('filters.allProcesses') },
          ...processes.map(({ process, count }) => ({
            value: `=${process}`,
            label: t('filters.processOption', { process: process || t('coverage.noProcess'), count }),
          })),
        ]}
      />
      <ToolTypeFilter />
      <NativeSelect
        w="11.5rem"
        aria-label={t('filters.state')}
        value={filter.state ?? ''}
        onChange={({ currentTarget: { value } }) => setFilter({ state: (value || null) as QuestionState | null })}
        data={[
          { value: '', label: t('filters.allStates') },
          ...questionStates.map((value) => ({ value, label: stateLabel(value) })),
        ]}
      />
      {filtered && (
        <div className={styles.shown}>
          <span title={isKept ? t('filters.keptHelp') : undefined}>
            {isKept ? t('filters.shownAndKept', { count: shown - 1 }) : t('filters.shown', { count: shown })}
          </span>
          <Button variant="subtle" size="compact-sm" onClick={showAll}>
            {t('filters.showAll')}
          </Button>
        </div>
      )}
    </>
  );
};

const ToolTypeFilter = () => {
  const toolType = useAnalyses((state) => state.filter.toolType);
  const types = useConnectors((state) => state.types);
  const analyses = useLaterAnalyses();
  const counts = useMemo(() => countToolTypes([...analyses.values()]), [analyses]);
  const labelOf = (type: string) => types.find((each) => each.type === type)?.label ?? type;
  const option = (value: string, label: string) => ({
    value,
    label: t('filters.toolTypeOption', { label, count: counts.get(value) ?? 0 }),
  });
  const used = [...counts.keys()].filter((type) => type !== noToolType).sort();
  return (
    <NativeSelect
      w="12rem"
      aria-label={t('filters.toolType')}
      value={toolType ?? ''}
      onChange={({ currentTarget: { value } }) => setFilter({ toolType: value || null })}
      data={[
        { value: '', label: t('filters.allToolTypes') },
        option(noToolType, t('filters.noToolType')),
        ...used.map((type) => option(type, labelOf(type))),
      ]}
    />
  );
};

interface FocusedDetailProps {
  questions: readonly Question[];
  readOnly: boolean;
  onCompared: (runs: ComparedRuns) => void;
}

/** The pane follows the focus a moment later, so that holding an arrow key down does not wait for editors. */
const FocusedDetail = ({ questions, readOnly, onCompared }: FocusedDetailProps) => {
  const focusedId = useAfterPaint(useAnalyses((state) => state.focusedId));
  const question = questions.find(({ questionId }) => questionId === focusedId);
  if (!question) return <div className={styles.noDetail}>{t('page.chooseOne')}</div>;
  return <AnalysisDetail question={question} readOnly={readOnly} onCompared={onCompared} />;
};

/** A filter may have let its last question go: nothing of the list says how to come back to the others. */
const NothingShown = ({ count }: { count: number }) => {
  const state = useAnalyses(({ filter }) => filter.state);
  return (
    <EmptyState
      icon={<IconFilterOff size={32} />}
      title={t('page.noneShown')}
      actions={<Button onClick={showAll}>{t('page.showAll', { count })}</Button>}
    >
      {state === null ? t('page.noneFits') : t('page.noneOfState', { state: stateLabel(state) })}
    </EmptyState>
  );
};

const NoQuestions = ({ applicationId }: { applicationId: number }) => (
  <EmptyState
    icon={<IconListDetails size={32} />}
    title={t('page.none')}
    actions={
      <Button onClick={() => void navigate({ page: 'step', applicationId, step: 'questions' })}>
        {t('page.addQuestions')}
      </Button>
    }
  >
    {t('page.noneHelp')}
  </EmptyState>
);
