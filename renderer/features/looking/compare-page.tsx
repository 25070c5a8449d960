import { Button, MultiSelect, Tabs } from '@mantine/core';
import { IconArrowLeft, IconFileTypeCsv } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Comparison, Execution, Input, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { EnvironmentBadge } from '../../components/environment-badge';
import { ErrorNotice } from '../../components/error-notice';
import { formatCount } from '../../components/format';
import { addNotice, valueOrNotice } from '../../components/notices-store';
import { Page, PageHeader } from '../../components/page';
import rows from '../../components/rows.module.css';
import { textsOf } from '../../texts';
import { Completeness } from '../execution/completeness';
import { questionName, useQuestionsOf } from '../questions/questions-store';
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

const differences = (comparison: Comparison): number => parts.reduce((sum, part) => sum + comparison[part].total, 0);

const saveComparison = async (pair: Input<'executions', 'exportComparison'>): Promise<void> => {
  const call = bridge.executions.exportComparison(pair);
  const saved = await valueOrNotice(call, t('compare.notSaved'), t('compare.kept'));
  if (saved) addNotice({ tone: 'success', title: t('compare.saved', { fileName: saved.fileName }) });
};

/** How the evidence of two runs differs. Each keeps its own. */
export const ComparePage = ({ left, right, backLabel, onClose }: ComparePageProps) => {
  const common = commonColumns(left, right);
  const [key, setKey] = useState(() => common.slice(0, 1));
  const [part, setPart] = useState<Part | null>(null);
  const { questions } = useQuestionsOf(left.applicationId);
  const sameQuestion = left.questionId === right.questionId;
  const asked = (execution: Execution): string => {
    const question = questions.find(({ questionId }) => questionId === execution.questionId);
    return question ? `${questionName(question)} ${question.question}` : execution.questionId;
  };
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
          summary={
            <div className={styles.sides}>
              {sameQuestion && <span className={styles.asked}>{asked(left)}</span>}
              <Side execution={left} side="left" asked={sameQuestion ? null : asked(left)} />
              <Side execution={right} side="right" asked={sameQuestion ? null : asked(right)} />
            </div>
          }
          actions={
            <>
              {comparison && differences(comparison) > 0 && (
                <Button
                  variant="default"
                  leftSection={<IconFileTypeCsv size={16} aria-hidden />}
                  onClick={() => void saveComparison({ leftId: left.id, rightId: right.id, key })}
                >
                  {t('compare.save')}
                </Button>
              )}
              <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onClose}>
                {backLabel}
              </Button>
            </>
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
          <Verdict comparison={comparison} left={left} right={right} />
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

interface SideProps {
  execution: Execution;
  side: 'left' | 'right';
  /** Its question, where the sides asked different ones. */
  asked: string | null;
}

const Side = ({ execution, side, asked }: SideProps) => (
  <span className={styles.side}>
    <span className={styles.quiet}>{t(`compare.${side}`, { run: execution.id })}</span>
    <strong>{execution.connectorName}</strong>
    <EnvironmentBadge environment={execution.environment} />
    {t('find.all', { count: execution.rowCount })}
    <Completeness execution={execution} />
    {asked}
  </span>
);

/** Which of the two runs it is, in a sentence. */
const nameOf = ({ id, connectorName }: Execution): string => t('compare.runOn', { run: id, connector: connectorName });

interface VerdictProps {
  comparison: Comparison;
  left: Execution;
  right: Execution;
}

/** The result in words, with what limits it. */
const Verdict = ({ comparison, left, right }: VerdictProps) => {
  const { changed, same, duplicateKeys, columns } = comparison;
  const equal = differences(comparison) === 0;
  const repeated = [
    duplicateKeys.left > 0 && t('compare.repeated', { count: duplicateKeys.left, run: nameOf(left) }),
    duplicateKeys.right > 0 && t('compare.repeated', { count: duplicateKeys.right, run: nameOf(right) }),
  ].filter((part) => part !== false);
  const oneSided = columns.filter(({ side }) => side !== 'both').map(({ name }) => name);
  return (
    <div className={rows.notice} role="status">
      <strong>{equal ? t('compare.equal') : t('compare.differ')}</strong> {t('compare.same', { count: same })}
      {repeated.length > 0 && <div>{t('compare.duplicates', { repeated: repeated.join(', ') })}</div>}
      {!equal && (
        <div className={styles.quiet}>
          {t('compare.sides', { left: nameOf(left), right: nameOf(right) })}
          {changed.total > 0 && ` ${t('compare.howChanged')}`} {t('compare.notInPack')}
        </div>
      )}
      {oneSided.length > 0 && <div>{t('compare.oneSided', { columns: oneSided.join(', ') })}</div>}
    </div>
  );
};
