import { Button } from '@mantine/core';
import { memo } from 'react';
import type { Execution, ExecutionStatus, Question } from '../../../preload/contract';
import { Cell } from '../../components/cells';
import { CopyButton } from '../../components/copy-button';
import { EnvironmentBadge } from '../../components/environment-badge';
import { FromMain } from '../../components/error-kind';
import { formatBytes, formatCount, formatDuration } from '../../components/format';
import { ErrorHelpLink } from '../../components/help-link';
import rows from '../../components/rows.module.css';
import { type DotState, StatusDot } from '../../components/status-dot';
import { textsOf } from '../../texts';
import { QuestionLink } from '../analysis/question-link';
import { FinalMark } from '../evidence/final-mark';
import { questionName } from '../questions/questions-store';
import { Completeness } from './completeness';
import styles from './execution.module.css';
import { cancelExecution, useExecutions } from './executions-store';
import { FixButton } from './fix-button';
import { RunCell } from './run-cell';
import { figuresOf, isActive, rowRate, statusLabel } from './run-figures';
import { canOpen } from './use-run-rows';
import { ViewEvidenceButton } from './view-evidence-button';

const t = textsOf('execution');

interface RunRowProps {
  execution: Execution;
  /** Missing where the question was removed since. */
  question: Question | undefined;
  onOpen: (executionId: number) => void;
}

const dots: Record<ExecutionStatus, DotState> = {
  queued: 'pending',
  running: 'busy',
  succeeded: 'active',
  failed: 'failed',
  cancelled: 'pending',
  interrupted: 'failed',
};

/** One run. While it goes on, only its own row follows the progress. */
export const RunRow = memo(({ execution, question, onOpen }: RunRowProps) => {
  const heard = useExecutions((state) => state.progress[execution.id]);
  const { status, held, rowCount, bytes, elapsedMs } = figuresOf(execution, heard);
  const name = question ? questionName(question) : execution.questionId;
  const rate = elapsedMs === null ? null : rowRate(rowCount, elapsedMs);
  const active = isActive(status);
  const time = elapsedMs === null || execution.imported ? '' : formatDuration(elapsedMs);
  const noFigures = status === 'queued' || execution.imported;

  return (
    <div className={styles.run} data-openable={canOpen(execution)}>
      <div className={`${rows.row} ${styles.runColumns}`}>
        <RunCell execution={execution} />
        <Cell role="gridcell" className={styles.status}>
          <StatusDot state={dots[status]} /> {held ? t('held.status') : statusLabel(status)}
        </Cell>
        <Cell role="gridcell" className={rows.line}>
          {question ? <QuestionLink applicationId={execution.applicationId} question={question} /> : name}
        </Cell>
        <Cell role="gridcell" className={rows.question} title={question?.question}>
          {question?.question ?? <span className={rows.dimmed}>{t('runs.questionRemoved')}</span>}
        </Cell>
        <Cell role="gridcell" className={styles.connector}>
          <span className={rows.whole} title={execution.target ?? execution.connectorName}>
            {execution.connectorName}
          </span>
          <EnvironmentBadge environment={execution.environment} />
        </Cell>
        <Cell role="gridcell" className={rows.figure} title={formatBytes(bytes)}>
          {noFigures ? '' : formatCount(rowCount)}
          <span className={styles.timeBelow}>{time}</span>
        </Cell>
        <Cell role="gridcell" className={`${rows.figure} ${styles.size}`}>
          {noFigures ? '' : formatBytes(bytes)}
        </Cell>
        <Cell role="gridcell" className={`${rows.figure} ${styles.time}`}>
          {time}
        </Cell>
        <Cell role="gridcell" className={rows.outcome}>
          {active && heard?.retry && (
            <span className={styles.quiet} title={t('retry', heard.retry)}>
              {t('retryShort', heard.retry)}
            </span>
          )}
          {active && rate !== null && <span className={rows.dimmed}>{t('runs.rate', { rate })}</span>}
          {execution.imported && <span title={t('importedHelp')}>{t('imported')}</span>}
          {execution.sha256 && <Completeness execution={execution} />}
          <FinalMark execution={execution} question={name} inRow />
        </Cell>
        <Cell role="gridcell" className={styles.hash}>
          {execution.sha256 && (
            <>
              <code title={execution.sha256}>{execution.sha256.slice(0, 8)}</code>
              <CopyButton text={execution.sha256} what={t('runs.hashOf', { question: name })} />
            </>
          )}
        </Cell>
        <Cell role="gridcell" className={styles.actions}>
          {active && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('runs.cancelRun', { question: name })}
              onClick={() => void cancelExecution(execution.id)}
            >
              {t('runs.cancel')}
            </Button>
          )}
          {!active && <ViewEvidenceButton execution={execution} name={name} onOpen={onOpen} />}
        </Cell>
      </div>
      {execution.error && (
        <Cell role="gridcell" className={styles.runError}>
          <div>
            <FromMain as="span">{execution.error.message}</FromMain>{' '}
            {execution.error.hint && (
              <FromMain as="span" className={styles.quiet}>
                {execution.error.hint}
              </FromMain>
            )}
          </div>
          <ErrorHelpLink code={execution.error.code} reason={execution.error.reason} />
          {question && !active && (
            <FixButton
              applicationId={execution.applicationId}
              questionId={question.questionId}
              failed={{ ...execution, code: execution.error.code }}
              label={t('runs.editQuery')}
            />
          )}
        </Cell>
      )}
    </div>
  );
});
