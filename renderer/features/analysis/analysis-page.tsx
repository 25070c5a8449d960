import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowRight, IconListDetails, IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import type { Question, TickmarkError } from '../../../preload/contract';
import { useApplication } from '../../app/applications-store';
import { navigate, useUnsavedChanges } from '../../app/navigation';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { countOf, formatCount } from '../../components/format';
import { Page } from '../../components/page';
import rows from '../../components/rows.module.css';
import { Split } from '../../components/split';
import { StepHeader } from '../applications/step-header';
import { NamesBanner } from '../legacy/names-banner';
import { loadQuestions, useQuestionsOf } from '../questions/questions-store';
import { openConnectorForm } from '../settings/connector-form-store';
import { loadConnectors, useCiConnectors } from '../settings/connectors-store';
import styles from './analysis.module.css';
import { AnalysisDetail } from './analysis-detail';
import { loadAnalyses, saveEdits, selectFor, setFilter, useAnalyses } from './analysis-store';
import { AnalysisTable } from './analysis-table';
import { AssignMenu } from './assign-menu';
import { filterQuestions, listProcesses, noFilter } from './question-filter';
import { countParts, countStates, type QuestionState, stateLabels, stateOf } from './question-state';

/** Step 3: for each question a tool type, exactly one connector, and a query. */
export const AnalysisPage = ({ applicationId }: { applicationId: number }) => {
  const { questions, loaded, error } = useQuestionsOf(applicationId);
  const analysesError = useAnalyses((state) => state.error);
  const ready = useAnalyses((state) => state.loaded && state.applicationId === applicationId);
  const ciId = useApplication(applicationId)?.ciId;
  const connectorsError = useConnectorsOfCi(applicationId, ciId);
  useSavingOnLeave();
  const shown = useShownQuestions(questions);
  const create = useConnectorCreation(applicationId, ciId);
  const failure = error ?? analysesError ?? connectorsError;

  const reload = () => {
    void loadQuestions(applicationId);
    if (ciId !== undefined) void loadConnectors(ciId);
  };
  const hasRows = loaded && ready && questions.length > 0;

  return (
    <Page
      layout="fill"
      header={
        <StepHeader
          applicationId={applicationId}
          step="analysis"
          summary={hasRows && <Counts questions={questions} />}
          actions={
            hasRows && (
              <>
                <AssignMenu
                  questions={questions}
                  shown={shown}
                  onCreateConnector={(toolType) => create(null, toolType)}
                />
                <Button
                  rightSection={<IconArrowRight size={16} aria-hidden />}
                  onClick={() => void navigate({ page: 'step', applicationId, step: 'execution' })}
                >
                  Next: execution
                </Button>
              </>
            )
          }
          toolbar={hasRows && <Filters questions={questions} shown={shown.length} />}
        />
      }
    >
      <NamesBanner />
      {failure && (
        <div className={rows.notice}>
          <ErrorNotice title="The analysis could not be read" error={failure} onRetry={reload} />
        </div>
      )}
      {loaded && !error && questions.length === 0 && <NoQuestions applicationId={applicationId} />}
      {hasRows && (
        <Split handleLabel="Height of the question’s details" pane={<FocusedDetail questions={questions} />}>
          <AnalysisTable questions={shown} onCreateConnector={create} />
        </Split>
      )}
    </Page>
  );
};

/** Keeps the connectors of the CI in the store; when they change, so may how questions resolve. */
const useConnectorsOfCi = (applicationId: number, ciId: string | undefined): TickmarkError | null => {
  const { groups, loaded, error } = useCiConnectors(ciId);
  useEffect(() => {
    if (!loaded) return;
    void loadAnalyses(applicationId, groups);
  }, [applicationId, groups, loaded]);
  return error;
};

/** Saves what was typed when the page or the window is left, and asks where a save was refused. */
const useSavingOnLeave = (): void => {
  const refused = useAnalyses((state) => [...state.unsaved.values()].some(({ error }) => error));
  useUnsavedChanges(refused, 'the texts that could not be saved');
  useEffect(() => {
    const save = () => void saveEdits();
    window.addEventListener('beforeunload', save);
    return () => {
      window.removeEventListener('beforeunload', save);
      save();
    };
  }, []);
};

/**
 * The questions the filter lets through. Which state each has is looked up only while it is filtered by; the focused
 * one stays, or choosing its tool type would take it away before its connector is chosen.
 */
const useShownQuestions = (questions: readonly Question[]): Question[] => {
  const filter = useDeferredValue(useAnalyses((state) => state.filter));
  const analyses = useAnalyses((state) => (state.filter.state === null ? null : state.analyses));
  const focusedId = useAnalyses((state) => (state.filter.state === null ? null : state.focusedId));
  return useMemo(() => {
    const stateToFilter = (questionId: string) =>
      filter.state !== null && questionId === focusedId ? filter.state : stateOf(analyses?.get(questionId));
    return filterQuestions(questions, filter, stateToFilter);
  }, [questions, filter, analyses, focusedId]);
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

const Counts = ({ questions }: { questions: readonly Question[] }) => {
  const analyses = useAnalyses((state) => state.analyses);
  const counts = useMemo(() => countStates(questions, (questionId) => analyses.get(questionId)), [questions, analyses]);
  const parts = [countOf(counts.total, 'question'), ...countParts(counts).map(({ text }) => text)];
  return <span role="status">{parts.join(' · ')}</span>;
};

const Filters = ({ questions, shown }: { questions: readonly Question[]; shown: number }) => {
  const filter = useAnalyses((state) => state.filter);
  const processes = useMemo(() => listProcesses(questions), [questions]);
  const filtered = filter.text !== '' || filter.process !== null || filter.state !== null;
  return (
    <>
      <TextInput
        w="16rem"
        aria-label="Search questions"
        placeholder="Search"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        onChange={(event) => setFilter({ text: event.currentTarget.value })}
      />
      <NativeSelect
        w="14rem"
        aria-label="Filter by process"
        value={filter.process === null ? '' : `=${filter.process}`}
        onChange={({ currentTarget: { value } }) => setFilter({ process: value === '' ? null : value.slice(1) })}
        data={[
          { value: '', label: 'All processes' },
          ...processes.map(({ process, count }) => ({
            value: `=${process}`,
            label: `${process || 'No process'} (${formatCount(count)})`,
          })),
        ]}
      />
      <NativeSelect
        w="11rem"
        aria-label="Filter by state"
        value={filter.state ?? ''}
        onChange={({ currentTarget: { value } }) => setFilter({ state: (value || null) as QuestionState | null })}
        data={[
          { value: '', label: 'All states' },
          ...Object.entries(stateLabels).map(([value, label]) => ({ value, label })),
        ]}
      />
      {filtered && (
        <>
          <span>{formatCount(shown)} shown</span>
          <Button variant="subtle" size="compact-sm" onClick={() => setFilter(noFilter)}>
            Show all
          </Button>
        </>
      )}
    </>
  );
};

/** The pane follows the focus a moment later, so that holding an arrow key down does not wait for editors. */
const FocusedDetail = ({ questions }: { questions: readonly Question[] }) => {
  const focusedId = useDeferredValue(useAnalyses((state) => state.focusedId));
  const question = questions.find(({ questionId }) => questionId === focusedId);
  if (!question) return <div className={styles.noDetail}>Choose a question to see its prompt and query.</div>;
  return <AnalysisDetail key={question.questionId} question={question} />;
};

const NoQuestions = ({ applicationId }: { applicationId: number }) => (
  <EmptyState
    icon={<IconListDetails size={32} />}
    title="No questions yet"
    actions={
      <Button onClick={() => void navigate({ page: 'step', applicationId, step: 'questions' })}>Add questions</Button>
    }
  >
    Here each question of the data request gets a tool type, exactly one of its connectors, and the read-only query that
    answers it. Start with the questions.
  </EmptyState>
);
