import type { Connector, Execution, PreflightItem } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { confirm } from '../../components/confirm-dialog';
import { EnvironmentBadge } from '../../components/environment-badge';
import { noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { loadExecutions, useExecutions } from '../execution/executions-store';
import { isActive } from '../execution/run-figures';
import styles from './looking.module.css';

const t = textsOf('looking');

/**
 * Runs the question of an execution on another connector, after showing exactly what runs there, and answers the new run
 * once it has ended; null where nothing ran.
 */
export const runElsewhere = async (execution: Execution, connector: Connector): Promise<Execution | null> => {
  const { applicationId, questionId } = execution;
  const checked = await bridge.executions.preflight({
    applicationId,
    questionIds: [questionId],
    overrides: [{ questionId, connectorId: connector.id }],
  });
  const title = t('elsewhere.notRun', { connector: connector.connectorName });
  if (!checked.ok) return refuse(checked.error, title);
  const [item] = checked.value.items;
  if (!item || item.verdict === 'refused') {
    return refuse({ code: item?.code ?? 'NOT_FOUND', message: item?.reasons.join(' ') ?? '' }, title);
  }
  if (!(await confirmRun(execution, item))) return null;
  const { preflightToken } = checked.value;
  const confirmProduction = item.environment === 'production';
  const started = await bridge.executions.start({ preflightToken, confirmProduction });
  if (!started.ok) return refuse(started.error, title);
  await loadExecutions(applicationId);
  const executionId = started.value.started[0]?.executionId;
  return executionId === undefined ? null : whenEnded(executionId);
};

const refuse = (error: Parameters<typeof noticeError>[0], title: string): null => {
  noticeError(error, title, t('elsewhere.nothingRan'));
  return null;
};

const confirmRun = (execution: Execution, item: PreflightItem): Promise<boolean> =>
  confirm({
    tone: item.environment === 'production' ? 'production' : 'default',
    title: t('elsewhere.title', { connector: item.connectorName ?? '' }),
    confirmLabel: t('elsewhere.run'),
    body: (
      <>
        <p>
          <strong>{item.connectorName}</strong> <EnvironmentBadge environment={item.environment} /> {item.target}
        </p>
        {item.reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        {item.query !== execution.query && <p>{t('elsewhere.otherQuery')}</p>}
        <pre className={styles.query}>{item.query}</pre>
      </>
    ),
  });

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
