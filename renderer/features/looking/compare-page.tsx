import { Button, MultiSelect, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Comparison, Execution, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { EnvironmentBadge } from '../../components/environment-badge';
import { ErrorNotice } from '../../components/error-notice';
import { formatCount } from '../../components/format';
import { Page, PageHeader } from '../../components/page';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { Completeness } from '../execution/completeness';
import { ComparedRows } from './compared-rows';
import styles from './looking.module.css';

const t = textsOf('looking');

interface ComparePageProps {
  left: Execution;
  right: Execution;
  /** Where the page was opened from. */
  backLabel: string;
  onClose: () => void;
}

export type Part = 'changed' | 'onlyLeft' | 'onlyRight';
const parts: readonly Part[] = ['changed', 'onlyLeft', 'onlyRight'];

type Loaded = { comparison: Comparison } | { error: TickmarkError };

const useComparison = (leftId: number, rightId: number, key: readonly string[]): Loaded | null => {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let left = false;
    setLoaded(null);
    void bridge.executions.compare({ leftId, rightId, key: [...key], limit: 1 }).then((answer) => {
      if (!left) setLoaded(answer.ok ? { comparison: answer.value } : { error: answer.error });
    });
    return () => {
      left = true;
    };
  }, [leftId, rightId, key]);
  return loaded;
};

/** The columns that both have; the first one is proposed to tell rows apart. */
const commonColumns = (left: Execution, right: Execution): string[] => {
  const ofRight = new Set(right.columns.map(({ name }) => name));
  return [...new Set(left.columns.map(({ name }) => name))].filter((name) => ofRight.has(name));
};

/** How the evidence of two runs differs. Each keeps its own. */
export const ComparePage = ({ left, right, backLabel, onClose }: ComparePageProps) => {
  const common = commonColumns(left, right);
  const [key, setKey] = useState(() => common.slice(0, 1));
  const [part, setPart] = useState<Part | null>(null);
  const loaded = useComparison(left.id, right.id, key);
  const comparison = loaded && 'comparison' in loaded ? loaded.comparison : null;
  const shown = part ?? parts.find((each) => comparison && comparison[each].total > 0) ?? 'changed';
  return (
    <Page
      layout="fill"
      onLeave={onClose}
      header={
        <PageHeader
          title={t('compare.title')}
          context={t('compare.context', {
            left: left.id,
            right: right.id,
            leftQuestion: left.questionId,
            rightQuestion: right.questionId,
          })}
          summary={
            <span className={styles.sides}>
              <Side execution={left} side={t('compare.left')} />
              <Side execution={right} side={t('compare.right')} />
            </span>
          }
          actions={
            <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onClose}>
              {backLabel}
            </Button>
          }
          toolbar={
            <MultiSelect
              w="26rem"
              label={t('compare.key')}
              description={t('compare.keyHelp')}
              placeholder={key.length === 0 ? t('compare.wholeRow') : undefined}
              data={common}
              value={key}
              onChange={setKey}
              clearable
            />
          }
        />
      }
    >
      {loaded && 'error' in loaded && (
        <div className={rows.notice}>
          <ErrorNotice title={t('compare.failed')} error={loaded.error} kept={t('compare.kept')} />
        </div>
      )}
      {loaded === null && (
        <p className={rows.notice} role="status">
          {t('compare.comparing')}
        </p>
      )}
      {comparison && (
        <>
          <Verdict comparison={comparison} />
          <Tabs value={shown} onChange={(value) => setPart(value as Part)} keepMounted={false}>
            <Tabs.List className={styles.comparedTabs}>
              {parts.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {t(`compare.${each}`, { rows: formatCount(comparison[each].total) })}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <ComparedRows
            key={`${shown} ${key.join(' ')}`}
            request={{ leftId: left.id, rightId: right.id, key }}
            part={shown}
            columns={comparison.columns}
            total={comparison[shown].total}
          />
        </>
      )}
    </Page>
  );
};

const Side = ({ execution, side }: { execution: Execution; side: string }) => (
  <span className={styles.side}>
    <span className={styles.quiet}>{side}</span> <strong>{execution.connectorName}</strong>{' '}
    <EnvironmentBadge environment={execution.environment} /> {t('find.all', { count: execution.rowCount })}{' '}
    <Completeness execution={execution} />
  </span>
);

/** The result in words, with what limits it. */
const Verdict = ({ comparison }: { comparison: Comparison }) => {
  const { onlyLeft, onlyRight, changed, same, duplicateKeys, columns } = comparison;
  const equal = onlyLeft.total + onlyRight.total + changed.total === 0;
  const oneSided = columns.filter(({ side }) => side !== 'both').map(({ name }) => name);
  return (
    <div className={rows.notice} role="status">
      <strong>{equal ? t('compare.equal') : t('compare.differ')}</strong> {t('compare.same', { count: same })}
      {duplicateKeys.left + duplicateKeys.right > 0 && (
        <div>
          {t('compare.duplicates', {
            left: formatCount(duplicateKeys.left),
            right: formatCount(duplicateKeys.right),
          })}
        </div>
      )}
      {oneSided.length > 0 && <div>{t('compare.oneSided', { columns: oneSided.join(', ') })}</div>}
    </div>
  );
};
