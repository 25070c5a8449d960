import { Button, Menu } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connector, Execution } from '../../../preload/contract';
import { useApplication, useIsArchived } from '../../app/applications-store';
import { EnvironmentBadge } from '../../components/environment-badge';
import { formatExactTime } from '../../components/format';
import { noticeError } from '../../components/notices-store';
import { textsOf } from '../../texts';
import { useExecutionsOf } from '../execution/executions-store';
import { useCiConnectors } from '../settings/connectors-store';
import styles from './looking.module.css';
import { runOnConnectors } from './run-on-connectors';

const t = textsOf('looking');

/** Runs offered; older ones are opened from the list of runs. */
const mostOffered = 15;

/** The runs that an execution can be compared with: of the same tool type; of the same question first, newest first. */
const comparableRuns = (execution: Execution, executions: readonly Execution[]): Execution[] => {
  const others = executions.filter(
    ({ id, toolType, sha256 }) => id !== execution.id && toolType === execution.toolType && sha256 !== null,
  );
  const ofQuestion = others.filter(({ questionId }) => questionId === execution.questionId);
  return [...ofQuestion, ...others.filter((other) => !ofQuestion.includes(other))].slice(0, mostOffered);
};

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
  const runs = comparableRuns(execution, executions);
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
    <Menu width="26rem">
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
        <Menu.Label>{t('compare.withRun')}</Menu.Label>
        {/* Not `disabled`: an opened menu gives its first item the focus, which such a one can't take, and Escape goes astray. */}
        {runs.length === 0 && <Menu.Item data-disabled>{t('compare.noRun')}</Menu.Item>}
        {runs.map((run) => (
          <Menu.Item key={run.id} onClick={() => onCompare(run)}>
            {run.connectorName} <EnvironmentBadge environment={run.environment} />
            <span className={styles.menuDetail}>
              {t('compare.run', { id: run.id, question: run.questionId })}
              {run.finishedAt && ` · ${formatExactTime(run.finishedAt)}`}
            </span>
          </Menu.Item>
        ))}
        {!archived && (
          <>
            <Menu.Label>{t('compare.withConnector')}</Menu.Label>
            {connectors.length === 0 && <Menu.Item data-disabled>{t('compare.noConnector')}</Menu.Item>}
            {connectors.map((connector) => (
              <Menu.Item key={connector.id} onClick={() => void runOn(connector)}>
                {connector.connectorName} <EnvironmentBadge environment={connector.environment} />
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
