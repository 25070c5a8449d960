import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Execution, ExecutionStatus, Question } from '../../../preload/contract';
import { HeaderCell } from '../../components/cells';
import { EmptyState } from '../../components/empty-state';
import { formatCount } from '../../components/format';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import styles from './execution.module.css';
import { statusLabels } from './run-figures';
import { RunRow } from './run-row';

interface RunsPanelProps {
  executions: readonly Execution[];
  questions: readonly Question[];
  onOpen: (executionId: number) => void;
}

/** All runs of an application, the newest first; those that go on show how far they are. */
export const RunsPanel = ({ executions, questions, onOpen }: RunsPanelProps) => {
  const [status, setStatus] = useState<ExecutionStatus | ''>('');
  const [search, setSearch] = useState('');
  const questionById = useMemo(
    () => new Map(questions.map((question) => [question.questionId, question])),
    [questions],
  );
  const shown = useMemo(() => {
    const word = search.trim().toLowerCase();
    const textOf = ({ questionId, connectorName }: Execution) => {
      const question = questionById.get(questionId);
      return `${question?.questionNumber ?? questionId} ${question?.question ?? ''} ${connectorName}`.toLowerCase();
    };
    return executions.filter(
      (execution) =>
        (status === '' || execution.status === status) && (word === '' || textOf(execution).includes(word)),
    );
  }, [executions, questionById, status, search]);

  if (executions.length === 0) {
    return (
      <EmptyState icon={<IconPlayerPlay size={32} />} title="Nothing has run yet">
        Check before running, then start. Every run stays listed here with its rows, its time and the SHA-256 of its
        evidence, also after a connector is deleted.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          w="16rem"
          aria-label="Search runs"
          placeholder="Search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          w="11rem"
          aria-label="Filter by status"
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value as ExecutionStatus | '')}
          data={[
            { value: '', label: 'All runs' },
            ...Object.entries(statusLabels).map(([value, label]) => ({ value, label })),
          ]}
        />
        <span className={styles.quiet}>
          {shown.length === executions.length
            ? ''
            : `${formatCount(shown.length)} of ${formatCount(executions.length)} shown`}
        </span>
      </div>
      <VirtualRows
        role="table"
        label="Runs"
        rows={shown}
        rowKey={(execution) => execution.id}
        rowHeight={(execution) => (execution.error ? 58 : 36)}
        header={
          <div className={`${rows.header} ${styles.runColumns}`}>
            <HeaderCell>Status</HeaderCell>
            <HeaderCell>No.</HeaderCell>
            <HeaderCell>Question</HeaderCell>
            <HeaderCell>Connector</HeaderCell>
            <HeaderCell className={rows.figure}>Rows</HeaderCell>
            <HeaderCell className={`${rows.figure} ${styles.size}`}>Size</HeaderCell>
            <HeaderCell className={rows.figure}>Time</HeaderCell>
            <HeaderCell>Result</HeaderCell>
            <HeaderCell>SHA-256</HeaderCell>
            <HeaderCell aria-label="Actions" />
          </div>
        }
        renderRow={(execution) => (
          <RunRow execution={execution} question={questionById.get(execution.questionId)} onOpen={onOpen} />
        )}
      />
    </>
  );
};
