import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay, IconSearch } from '@tabler/icons-react';
import { type RefObject, useMemo } from 'react';
import type { Execution, Question } from '../../../preload/contract';
import { HeaderCell } from '../../components/cells';
import { EmptyState } from '../../components/empty-state';
import { takeTwoLines } from '../../components/narrow-rows';
import rows from '../../components/rows.module.css';
import { VirtualRows } from '../../components/virtual-rows';
import { textsOf } from '../../texts';
import styles from './execution.module.css';
import { statuses, statusLabel } from './run-figures';
import { isShown, type RunFilter } from './run-filter';
import { RunRow } from './run-row';
import { type Returning, useRunRows } from './use-run-rows';

const t = textsOf('execution');

interface RunsPanelProps {
  executions: readonly Execution[];
  questionById: ReadonlyMap<string, Question>;
  filter: RunFilter;
  onFilter: (filter: RunFilter) => void;
  onOpen: (executionId: number) => void;
  /** The run whose evidence was just left. */
  returning: RefObject<Returning>;
}

/** All runs of an application, in the order given; those that go on show how far they are. */
export const RunsPanel = ({ executions, questionById, filter, onFilter, onOpen, returning }: RunsPanelProps) => {
  const { status, search } = filter;
  const usual = takeTwoLines('112rem') ? 58 : 42;
  const shown = useMemo(
    () => executions.filter((execution) => isShown(execution, questionById.get(execution.questionId), filter)),
    [executions, questionById, filter],
  );
  const runRows = useRunRows({ executions: shown, onOpen, returning });

  if (executions.length === 0) {
    return (
      <EmptyState icon={<IconPlayerPlay size={32} />} title={t('runs.none')}>
        {t('runs.noneHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <TextInput
          w="16rem"
          aria-label={t('runs.searchLabel')}
          placeholder={t('runs.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => onFilter({ status, search: event.currentTarget.value })}
        />
        <NativeSelect
          w="11rem"
          aria-label={t('runs.filter')}
          value={status}
          onChange={(event) => onFilter({ search, status: event.currentTarget.value as RunFilter['status'] })}
          data={[
            { value: '', label: t('runs.all') },
            ...statuses.map((value) => ({ value, label: statusLabel(value) })),
            { value: 'empty', label: t('empty') },
            { value: 'final', label: t('runs.final') },
          ]}
        />
        <span className={styles.quiet}>
          {shown.length === executions.length ? '' : t('runs.shown', { shown: shown.length, total: executions.length })}
        </span>
      </div>
      <VirtualRows
        {...runRows}
        label={t('runs.title')}
        rowHeight={({ error }) => usual + (error ? 22 : 0)}
        header={
          <div className={`${rows.header} ${styles.runColumns}`}>
            <HeaderCell>{t('columns.run')}</HeaderCell>
            <HeaderCell>{t('columns.status')}</HeaderCell>
            <HeaderCell>{t('columns.number')}</HeaderCell>
            <HeaderCell>{t('columns.question')}</HeaderCell>
            <HeaderCell>{t('columns.connector')}</HeaderCell>
            <HeaderCell className={rows.figure}>{t('columns.rows')}</HeaderCell>
            <HeaderCell className={`${rows.figure} ${styles.size}`}>{t('columns.size')}</HeaderCell>
            <HeaderCell className={`${rows.figure} ${styles.time}`}>{t('columns.time')}</HeaderCell>
            <HeaderCell>{t('columns.result')}</HeaderCell>
            <HeaderCell>SHA-256</HeaderCell>
            <HeaderCell aria-label={t('columns.actions')} />
          </div>
        }
        renderRow={(execution) => (
          <RunRow execution={execution} question={questionById.get(execution.questionId)} onOpen={onOpen} />
        )}
      />
    </>
  );
};
