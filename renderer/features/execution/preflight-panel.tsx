import { Button } from '@mantine/core';
import { Fragment, type RefObject, useMemo, useState } from 'react';
import {
  type Analysis,
  type Connector,
  type Execution,
  groupBy,
  type PreflightItem,
  type Question,
  type TickmarkError,
} from '../../../preload/contract';
import { ErrorNotice } from '../../components/error-notice';
import { formatCount } from '../../components/format';
import { countHidden, withHidden } from '../../components/hidden-rows';
import type { RowChoice } from '../../components/row-choice';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import { useAnalyses } from '../analysis/analysis-store';
import { questionName } from '../questions/questions-store';
import type { ConnectorGroup } from '../settings/connectors-store';
import { confirmProductionRun } from './confirm-production';
import styles from './execution.module.css';
import { loadExecutions } from './executions-store';
import { isDue, lastRunOf } from './last-run';
import { check, start, tick, usePreflight } from './preflight-store';
import { type PreflightSummary, summarise } from './preflight-summary';
import { type PreflightRow, PreflightTable } from './preflight-table';
import type { Returning } from './use-run-rows';

const t = textsOf('preflight');

interface PreflightPanelProps {
  applicationId: number;
  questions: readonly Question[];
  /** Newest first; null until they are read. */
  executions: readonly Execution[] | null;
  /** The connectors of the CI. */
  groups: readonly ConnectorGroup[];
  onStarted: () => void;
  onOpen: (executionId: number) => void;
  /** The run whose evidence was just left. */
  returning: RefObject<Returning>;
}

/** Shows what would run where, and starts exactly that. */
export const PreflightPanel = ({
  applicationId,
  questions,
  executions,
  groups,
  onStarted,
  onOpen,
  returning,
}: PreflightPanelProps) => {
  const { shown, ticked: tickedByPerson, checking, starting, error, refused } = usePreflight();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const all = useRows(applicationId, questions, executions, groups, shown?.items);
  const due = useMemo(() => all.filter(isRowDue), [all]);
  const ticked = useMemo(() => tickedByPerson ?? chooseAll(due), [tickedByPerson, due]);
  const summary = useMemo(() => shown && summarise([...shown.items.values()]), [shown]);

  const refusals = summary !== null && summary.refused > 0;
  const rowsShown = refusals && onlyRefused ? all.filter(({ item }) => item?.verdict === 'refused') : all;
  const chosen = [...ticked.chosen];
  const hidden = countHidden(
    ticked.chosen,
    rowsShown.map(({ question }) => question),
  );
  const checked = shown !== null && isSame(shown.items, chosen);
  const run = async () => {
    if (summary && (await startConfirmed(applicationId, summary))) onStarted();
  };

  return (
    <>
      <div className={styles.bar}>
        <div role="status" className={styles.summary}>
          {summary && checked ? (
            <Summary summary={summary} />
          ) : (
            explain({ outdated: shown !== null && !checking, byPerson: tickedByPerson !== null, all, due })
          )}
        </div>
        {refusals && (
          <Button
            variant={onlyRefused ? 'light' : 'subtle'}
            aria-pressed={onlyRefused}
            onClick={() => setOnlyRefused(!onlyRefused)}
          >
            {t('summary.onlyRefused')}
          </Button>
        )}
        <div className={styles.starting}>
          <Button
            variant={checked ? 'default' : 'filled'}
            loading={checking}
            disabled={chosen.length === 0}
            onClick={() => void check(applicationId, chosen)}
          >
            {chosen.length === 0 || chosen.length === all.length
              ? t('bar.check')
              : withHidden(t('bar.checkSome', { count: chosen.length }), hidden)}
          </Button>
          <Button
            className={styles.start}
            disabled={!summary || summary.ready === 0 || !checked}
            loading={starting}
            onClick={() => void run()}
          >
            {summary && summary.ready > 0 ? t('bar.startSome', { count: summary.ready }) : t('bar.start')}
          </Button>
        </div>
      </div>
      {error && <StartFailure error={error} />}
      {refused.length > 0 && <RefusedAtStart questions={questions} refused={refused} />}
      <PreflightTable
        key={String(rowsShown === all)}
        applicationId={applicationId}
        rowsShown={rowsShown}
        ticked={ticked}
        onTicked={(next) => tick(applicationId, next)}
        onOpen={onOpen}
        returning={returning}
      />
    </>
  );
};

/** What a person said to be not answerable here is left out. */
const isRowDue = ({ notAnswerable, lastRun }: PreflightRow): boolean =>
  notAnswerable === undefined && lastRun !== undefined && isDue(lastRun);

const chooseAll = (chosen: readonly PreflightRow[]): RowChoice<string> => ({
  chosen: new Set(chosen.map(({ question }) => question.questionId)),
  anchor: null,
});

interface Explained {
  /** What is shown was checked for other questions than are ticked now. */
  outdated: boolean;
  byPerson: boolean;
  all: readonly PreflightRow[];
  due: readonly PreflightRow[];
}

/** What is ticked and why, before it is checked. */
const explain = ({ outdated, byPerson, all, due }: Explained): string => {
  if (outdated) return t('bar.otherSelected');
  const withResult = all.filter(({ lastRun }) => lastRun?.state === 'succeeded').length;
  if (byPerson) return t('bar.explain');
  const leftOut = all.filter(({ notAnswerable }) => notAnswerable !== undefined).length;
  return [
    withResult === 0 ? t('bar.explain') : due.length === 0 ? t('bar.nothingDue') : t('bar.due', { count: withResult }),
    ...(leftOut > 0 ? [t('bar.leftOut', { count: leftOut })] : []),
  ].join(' ');
};

const StartFailure = ({ error }: { error: TickmarkError }) => {
  const stale = error.code === 'PREFLIGHT_STALE';
  return (
    <div className={rows.notice}>
      {stale ? (
        <ErrorNotice
          title={t('stale.title')}
          error={{ code: error.code, message: error.message }}
          message={t('stale.message')}
          kept={t('stale.kept')}
        />
      ) : (
        <ErrorNotice title={t('notStarted.title')} error={error} kept={t('notStarted.kept')} />
      )}
    </div>
  );
};

const isSame = (items: ReadonlyMap<string, PreflightItem>, questionIds: readonly string[]): boolean =>
  items.size === questionIds.length && questionIds.every((questionId) => items.has(questionId));

const describe = ({ ready, refused, environments, production }: PreflightSummary): string[] =>
  [
    t('summary.ready', { count: ready }),
    t('summary.refused', { count: refused }),
    environments.production > 0 &&
      t('summary.production', {
        questions: formatCount(environments.production),
        connectors: t('summary.connectors', { count: production.length }),
      }),
    environments['non-production'] > 0 &&
      t('summary.nonProduction', { questions: formatCount(environments['non-production']) }),
    environments.unspecified > 0 && t('summary.unspecified', { questions: formatCount(environments.unspecified) }),
  ].filter((part) => part !== false);

/** A line ends between the parts, never within one. */
const Summary = ({ summary }: { summary: PreflightSummary }) => (
  <div className={styles.summaryParts}>
    {describe(summary).map((part) => (
      <Fragment key={part}>
        <span className={styles.summaryPart}>{part}</span>{' '}
      </Fragment>
    ))}
  </div>
);

/** Answers whether anything was started. */
const startConfirmed = async (applicationId: number, summary: PreflightSummary): Promise<boolean> => {
  let confirmed = summary.production.length > 0;
  if (confirmed && !(await confirmProductionRun(summary))) return false;
  let answer = await start(applicationId, confirmed);
  if (answer && !answer.ok && answer.error.code === 'CONFIRMATION_REQUIRED' && !confirmed) {
    confirmed = await confirmProductionRun(summary);
    if (!confirmed) return false;
    answer = await start(applicationId, true);
  }
  if (!answer?.ok) return false;
  await loadExecutions(applicationId);
  return answer.value.started.length > 0 && usePreflight.getState().refused.length === 0;
};

interface RefusedAtStartProps {
  questions: readonly Question[];
  refused: readonly { questionId: string; message: string }[];
}

const RefusedAtStart = ({ questions, refused }: RefusedAtStartProps) => {
  const names = new Map(questions.map((question) => [question.questionId, questionName(question)]));
  return (
    <div className={styles.refused} role="alert">
      <strong>{t('questionsNotStarted', { count: refused.length })}</strong>
      <ul>
        {refused.map(({ questionId, message }) => (
          <li key={questionId}>
            {names.get(questionId) ?? questionId}: {fromMain(message)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The questions with where they would run, as the check found it or as Step 3 has it, and how that has run before. */
const useRows = (
  applicationId: number,
  questions: readonly Question[],
  executions: readonly Execution[] | null,
  groups: readonly ConnectorGroup[],
  items: ReadonlyMap<string, PreflightItem> | undefined,
): PreflightRow[] => {
  const analyses = useAnalyses((state) => state.analyses);
  const known = useAnalyses((state) => state.loaded && state.applicationId === applicationId);
  return useMemo(() => {
    const connectors = new Map(groups.flatMap((group) => group.connectors).map((each) => [each.id, each]));
    const runs = executions && known ? groupBy(executions, ({ questionId }) => questionId) : undefined;
    return questions.map((question) => {
      const { questionId } = question;
      const item = items?.get(questionId);
      const place = item ? placeOf(item) : storedPlace(analyses.get(questionId), connectors);
      return {
        question,
        item,
        ...place,
        notAnswerable: analyses.get(questionId)?.notAnswerable,
        lastRun: runs && lastRunOf(analyses.get(questionId), runs.get(questionId) ?? []),
      };
    });
  }, [questions, items, executions, known, analyses, groups]);
};

const placeOf = ({ connectorName, environment, target, query }: PreflightItem) => ({
  connectorName,
  environment,
  target,
  query,
});

const storedPlace = (analysis: Analysis | undefined, connectors: ReadonlyMap<number, Connector>) => {
  const connector = analysis?.connectorId ? connectors.get(analysis.connectorId) : undefined;
  return {
    connectorName: connector?.connectorName ?? null,
    environment: connector?.environment ?? null,
    target: connector?.target ?? null,
    query: analysis?.query ?? '',
  };
};
