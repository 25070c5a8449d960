import type { Connector, Execution, PreflightItem, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { EnvironmentBadge } from '../../components/environment-badge';
import { FromMain } from '../../components/error-kind';
import { noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { followRuns, loadExecutions, useExecutions } from '../execution/executions-store';
import { isActive } from '../execution/run-figures';
import styles from './looking.module.css';

const t = textsOf('looking');

interface QuestionToRun {
  applicationId: number;
  questionId: string;
  connectors: readonly Connector[];
  /** The query of the run it is compared with; where what runs now is another one, that is said. */
  comparedQuery?: string;
}

interface CheckedRun {
  preflightToken: string;
  item: PreflightItem;
}

/**
 * Runs a question on connectors of its tool type, after showing exactly what runs where, and answers the new runs in the
 * order of the connectors once all have ended; null where not all of them were started.
 */
export const runOnConnectors = async (question: QuestionToRun): Promise<Execution[] | null> => {
  const checked: CheckedRun[] = [];
  for (const connector of question.connectors) {
    const run = await check(question, connector);
    if (!run) return null;
    checked.push(run);
  }
  if (!(await confirmRuns(question, checked))) return null;
  const unfollow = followRuns();
  try {
    return await startAndWait(question.applicationId, checked);
  } finally {
    unfollow();
  }
};

const startAndWait = async (applicationId: number, runs: readonly CheckedRun[]): Promise<Execution[] | null> => {
  const started: number[] = [];
  for (const run of runs) {
    const executionId = await start(run);
    if (executionId === null) break;
    started.push(executionId);
  }
  await loadExecutions(applicationId);
  if (started.length < runs.length) return null;
  const ended = await Promise.all(started.map(whenEnded));
  return ended.every((execution) => execution !== null) ? ended : null;
};

const check = async (question: QuestionToRun, connector: Connector): Promise<CheckedRun | null> => {
  const { applicationId, questionId } = question;
  const checked = await bridge.executions.preflight({
    applicationId,
    questionIds: [questionId],
    overrides: [{ questionId, connectorId: connector.id }],
  });
  if (!checked.ok) return refuse(checked.error, connector.connectorName);
  const [item] = checked.value.items;
  if (item?.verdict === 'ready') return { preflightToken: checked.value.preflightToken, item };
  const error = { code: item?.code ?? 'NOT_FOUND', message: item?.reasons.join(' ') ?? '' } as const;
  return refuse(error, connector.connectorName);
};

const start = async ({ preflightToken, item }: CheckedRun): Promise<number | null> => {
  const confirmProduction = item.environment === 'production';
  const started = await bridge.executions.start({ preflightToken, confirmProduction });
  if (!started.ok) return refuse(started.error, item.connectorName);
  const [refused] = started.value.refused;
  if (refused) return refuse(refused, item.connectorName);
  return started.value.started[0]?.executionId ?? null;
};

const refuse = (error: TickmarkError, connector: string | null): null => {
  noticeError(error, t('elsewhere.notRun', { connector: connector ?? '' }), t('elsewhere.nothingRan'));
  return null;
};

const confirmRuns = (question: QuestionToRun, runs: readonly CheckedRun[]): Promise<boolean> => {
  const items = runs.map(({ item }) => item);
  const query = items[0]?.query ?? '';
  return confirm({
    tone: items.some(({ environment }) => environment === 'production') ? 'production' : 'default',
    title:
      items.length > 1
        ? t('elsewhere.titleMany', { count: items.length })
        : t('elsewhere.title', { connector: items[0]?.connectorName ?? '' }),
    confirmLabel: t('elsewhere.run'),
    body: (
      <div className={styles.runs}>
        {items.map(({ connectorId, connectorName, environment, target, reasons }) => (
          <div key={connectorId}>
            <strong>{connectorName}</strong> <EnvironmentBadge environment={environment} />
            <div className={styles.target}>{target}</div>
            {reasons.map((reason) => (
              <FromMain key={reason}>{reason}</FromMain>
            ))}
          </div>
        ))}
        {question.comparedQuery !== undefined && question.comparedQuery !== query && (
          <div>{t('elsewhere.otherQuery')}</div>
        )}
        <pre className={styles.query}>{query}</pre>
      </div>
    ),
  });
};

/** The store of runs hears when one ends. */
const whenEnded = (executionId: number): Promise<Execution | null> =>
  new Promise((resolve) => {
    const look = () => {
      const { executions } = useExecutions.getState();
      const execution = executions.find(({ id }) => id === executionId);
      // Another audit was opened meanwhile: its runs are not these.
      if (execution && isActive(execution.status)) return;
      unsubscribe();
      resolve(execution ?? null);
    };
    const unsubscribe = useExecutions.subscribe(look);
    look();
  });
