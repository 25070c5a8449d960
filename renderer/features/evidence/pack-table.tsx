import type { RefObject } from 'react';
import type { Execution, Question } from '../../../preload/contract';
import { Cell, HeaderCell } from '../../components/cells';
import { CopyButton } from '../../components/copy-button';
import { EnvironmentBadge } from '../../components/environment-badge';
import { formatCount } from '../../components/format';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import { QuestionLink } from '../analysis/question-link';
import { Completeness } from '../execution/completeness';
import { RunCell } from '../execution/run-cell';
import { statusLabel } from '../execution/run-figures';
import { canOpen, type Returning, useRunRows } from '../execution/use-run-rows';
import { ViewEvidenceButton } from '../execution/view-evidence-button';
import { questionName } from '../questions/questions-store';
import styles from './evidence.module.css';
import { FinalMark } from './final-mark';

const t = textsOf('evidence');

interface PackTableProps {
  executions: readonly Execution[];
  questions: readonly Question[];
  onOpen: (executionId: number) => void;
  /** The run whose evidence was just left. */
  returning: RefObject<Returning>;
}

/** The runs of the pack with what each proves, and how much of it is there. */
export const PackTable = ({ executions, questions, onOpen, returning }: PackTableProps) => {
  const runRows = useRunRows({ executions, onOpen, returning });
  const questionById = new Map(questions.map((question) => [question.questionId, question]));
  return (
    <VirtualRows
      {...runRows}
      label={t('table.label')}
      rowHeight={() => 34}
      header={
        <div className={`${rows.header} ${styles.packColumns}`}>
          <HeaderCell>{t('table.run')}</HeaderCell>
          <HeaderCell>{t('table.number')}</HeaderCell>
          <HeaderCell>{t('table.question')}</HeaderCell>
          <HeaderCell>{t('table.connector')}</HeaderCell>
          <HeaderCell className={rows.figure}>{t('table.rows')}</HeaderCell>
          <HeaderCell>{t('table.result')}</HeaderCell>
          <HeaderCell>SHA-256</HeaderCell>
          <HeaderCell aria-label={t('table.actions')} />
        </div>
      }
      renderRow={(execution) => (
        <PackRow execution={execution} question={questionById.get(execution.questionId)} onOpen={onOpen} />
      )}
    />
  );
};

interface PackRowProps {
  execution: Execution;
  /** Missing where the question was removed since. */
  question: Question | undefined;
  onOpen: (executionId: number) => void;
}

const PackRow = ({ execution, question, onOpen }: PackRowProps) => {
  const name = question ? questionName(question) : execution.questionId;
  return (
    <div className={`${rows.row} ${styles.packColumns}`} data-openable={canOpen(execution)}>
      <RunCell execution={execution} />
      <Cell role="gridcell" className={rows.line}>
        {question ? <QuestionLink applicationId={execution.applicationId} question={question} /> : execution.questionId}
      </Cell>
      <Cell role="gridcell" className={rows.question} title={question?.question}>
        {question?.question ?? <span className={rows.dimmed}>{t('table.questionRemoved')}</span>}
      </Cell>
      <Cell role="gridcell" className={styles.packConnector}>
        <span className={rows.whole} title={execution.target ?? execution.connectorName}>
          {execution.connectorName}
        </span>
        <EnvironmentBadge environment={execution.environment} />
      </Cell>
      <Cell role="gridcell" className={rows.figure}>
        {formatCount(execution.rowCount)}
      </Cell>
      <Cell role="gridcell" className={rows.outcome}>
        {execution.status !== 'succeeded' && (
          <span className={execution.status === 'failed' ? styles.failed : undefined}>
            {statusLabel(execution.status)}
          </span>
        )}
        {execution.sha256 ? (
          <Completeness execution={execution} />
        ) : (
          <span className={rows.dimmed}>{t('table.noFile')}</span>
        )}
        <FinalMark execution={execution} question={name} inRow />
      </Cell>
      <Cell role="gridcell" className={styles.hash}>
        {execution.sha256 && (
          <>
            <code title={execution.sha256}>{execution.sha256.slice(0, 8)}</code>
            <CopyButton text={execution.sha256} what={t('table.hashOf', { run: execution.id })} />
          </>
        )}
      </Cell>
      <Cell role="gridcell" className={styles.packAction}>
        <ViewEvidenceButton execution={execution} name={name} onOpen={onOpen} />
      </Cell>
    </div>
  );
};
