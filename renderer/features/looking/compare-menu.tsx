import { Button, Menu } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Connector, Execution, Question } from '../../../preload/contract';
import { useApplication, useIsArchived } from '../../app/applications-store';
import { EnvironmentBadge } from '../../components/environment-badge';
import { formatCount, formatExactTime } from '../../components/format';
import { noticeError } from '../../components/notices-store';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { useExecutionsOf } from '../execution/executions-store';
import { questionName, useQuestionsOf } from '../questions/questions-store';
import { useCiConnectors } from '../settings/connectors-store';
import { comparableRuns } from './comparable-runs';
import styles from './looking.module.css';
import { runOnConnectors } from './run-on-connectors';

const t = textsOf('looking');

/** A menu with more would be slow, and no help. */
const mostOffered = 100;

interface CompareMenuProps {
  execution: Execution;
  onCompare: (other: Execution) => void;
}

/** Compares an execution with another run, or with what another connector of its type answers now. */
export const CompareMenu = ({ execution, onCompare }: CompareMenuProps) => {
  const { executions } = useExecutionsOf(execution.applicationId);
  const ciId = useApplication(execution.applicationId)?.ciId;
  const archived = useIsArchived(execution.applicationId);
  const { groups } = useCiConnectors(ciId);
  const [running, setRunning] = useState(false);
  const { questions } = useQuestionsOf(execution.applicationId);
  const comparable = useMemo(() => comparableRuns(execution, executions), [execution, executions]);
  const runs = comparable.slice(0, mostOffered);
  const connectors = (groups.find((group) => group.connectorType === execution.toolType)?.connectors ?? []).filter(
    ({ id }) => id !== execution.connectorId,
  );

  const runOn = async (connector: Connector) => {
    setRunning(true);
    const { applicationId, questionId, query: comparedQuery } = execution;
    const runs = await runOnConnectors({ applicationId, questionId, connectors: [connector], comparedQuery });
    setRunning(false);
    const other = runs?.[0];
    if (other?.sha256) onCompare(other);
    else if (other?.error) noticeError(other.error, t('elsewhere.notRun', { connector: connector.connectorName }), '');
  };

  return (
    <Menu width="36rem" classNames={{ itemLabel: styles.menuItem }}>
      <Menu.Target>
        <Button
          variant="default"
          loading={running}
          disabled={execution.sha256 === null}
          leftSection={<IconArrowsDiff size={16} aria-hidden />}
        >
          {t('compare.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {!archived && (
          <>
            <Menu.Label>{t('compare.withConnector')}</Menu.Label>
            {/* Not `disabled`: an opened menu gives its first item the focus, which such a one can't take, and Escape goes astray. */}
            {connectors.length === 0 && <Menu.Item data-disabled>{t('compare.noConnector')}</Menu.Item>}
            {connectors.map((connector) => (
              <Menu.Item key={connector.id} onClick={() => void runOn(connector)}>
                {connector.connectorName} <EnvironmentBadge environment={connector.environment} />
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Label>{t('compare.withRun', { toolType: execution.toolType })}</Menu.Label>
        {runs.length === 0 && <Menu.Item data-disabled>{t('compare.noRun')}</Menu.Item>}
        {runs.map((run) => (
          <Menu.Item key={run.id} onClick={() => onCompare(run)}>
            <ComparableRun run={run} question={questions.find(({ questionId }) => questionId === run.questionId)} />
          </Menu.Item>
        ))}
        {comparable.length > runs.length && (
          <Menu.Label>{t('compare.moreRuns', { count: runs.length, all: formatCount(comparable.length) })}</Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};

interface ComparableRunProps {
  run: Execution;
  /** Missing where the question was removed since. */
  question: Question | undefined;
}

const ComparableRun = ({ run, question }: ComparableRunProps) => (
  <>
    <span className={`${styles.menuQuestion} ${rows.line}`} title={question?.question}>
      <strong>{question ? questionName(question) : run.questionId}</strong> {question?.question}
    </span>
    <span className={styles.menuDetail}>
      {run.connectorName} <EnvironmentBadge environment={run.environment} /> {t('compare.run', { id: run.id })}
      {run.finishedAt && ` · ${formatExactTime(run.finishedAt)}`}
    </span>
  </>
);
