import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { useApplication } from '../../app/applications-store';
import { navigate } from '../../app/navigation';
import { bridge } from '../../bridge';
import { EmptyState } from '../../components/empty-state';
import { EnvironmentBadge } from '../../components/environment-badge';
import { formatCount, formatDay } from '../../components/format';
import { Page, PageHeader } from '../../components/page';
import { textsOf } from '../../texts';
import { useCiConnectors } from '../settings/connectors-store';
import { type Bar, BarChart, ColumnChart, type Part } from './charts';
import { ConnectorMap } from './connector-map';
import {
  type AuditLists,
  type ConnectorEvidence,
  countCoverage,
  countEvidence,
  countRunDays,
  mapConnectors,
  type ProcessCoverage,
  type RunDay,
  standings,
  sumCoverage,
} from './figures';
import styles from './overview-page.module.css';

const t = textsOf('overview');

/** One audit in pictures: how far it is, what its evidence comes from, and which question uses which connector. */
export const OverviewPage = ({ applicationId }: { applicationId: number }) => {
  const application = useApplication(applicationId);
  const lists = useAuditLists(applicationId, application?.ciId);
  const context = [application?.name, application?.auditName, application?.ciId].filter(Boolean).join(' · ');
  return (
    <Page header={<PageHeader title={t('title')} context={context} />}>
      {lists &&
        (lists.questions.length > 0 ? <Figures lists={lists} /> : <NoQuestions applicationId={applicationId} />)}
    </Page>
  );
};

/** A list that can't be read counts as empty: its own page says why. */
const useAuditLists = (applicationId: number, ciId: string | undefined): AuditLists | null => {
  const [read, setRead] = useState<Omit<AuditLists, 'connectors'> | null>(null);
  const { groups, loaded } = useCiConnectors(ciId);
  useEffect(() => {
    let current = true;
    const input = { applicationId };
    const asked = [bridge.questions.list(input), bridge.analyses.list(input), bridge.executions.list(input)] as const;
    void Promise.all(asked).then(([questions, analyses, executions]) => {
      if (!current) return;
      setRead({
        questions: questions.ok ? questions.value : [],
        analyses: analyses.ok ? analyses.value : [],
        executions: executions.ok ? executions.value : [],
      });
    });
    return () => {
      current = false;
    };
  }, [applicationId]);
  return useMemo(() => {
    if (!read || !loaded) return null;
    return { ...read, connectors: groups.flatMap(({ connectors }) => connectors) };
  }, [read, groups, loaded]);
};

const NoQuestions = ({ applicationId }: { applicationId: number }) => (
  <EmptyState
    icon={<IconChartBar size={32} stroke={1.5} />}
    title={t('empty.title')}
    actions={
      <Button onClick={() => void navigate({ page: 'step', applicationId, step: 'questions' })}>
        {t('empty.button')}
      </Button>
    }
  >
    {t('empty.text')}
  </EmptyState>
);

const Figures = ({ lists }: { lists: AuditLists }) => {
  const coverage = countCoverage(lists);
  const evidence = countEvidence(lists);
  const days = countRunDays(lists);
  return (
    <div className={styles.figures}>
      <States coverage={coverage} />
      <Coverage coverage={coverage} />
      <Evidence evidence={evidence} />
      <Runs days={days} />
      <Figure title={t('map.title')} text={t('map.text')}>
        <ConnectorMap uses={mapConnectors(lists)} processes={coverage.map(({ process }) => process)} />
      </Figure>
    </div>
  );
};

const Figure = ({ title, text, children }: { title: string; text?: string; children?: ReactNode }) => {
  const name = useId();
  return (
    <section className={styles.figure} aria-labelledby={name}>
      <h2 id={name} className={styles.heading}>
        {title}
      </h2>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
};

/** The figures of a picture, for people who read them better than see them, or want to copy them. */
const AsTable = ({ first, parts, bars }: { first: string; parts: readonly Part[]; bars: readonly Bar[] }) => (
  <details className={styles.details}>
    <summary>{t('asTable')}</summary>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {parts.map(({ name, label }) => (
            <th key={name} scope="col" className={styles.number}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, mark, values }) => (
          <tr key={label}>
            <th scope="row">
              {label} {mark}
            </th>
            {parts.map(({ name }) => (
              <td key={name} className={styles.number}>
                {formatCount(values[name] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

const standingParts = (): Part[] => standings.map((name) => ({ name, label: t(`standing.${name}`) }));

const States = ({ coverage }: { coverage: readonly ProcessCoverage[] }) => {
  const sum = sumCoverage(coverage);
  const all = coverage.reduce((total, { questions }) => total + questions, 0);
  return (
    <Figure
      title={t('states.title')}
      text={t('states.text', { done: formatCount(sum.evidence), all: formatCount(all) })}
    >
      <ul className={styles.states}>
        {standingParts()
          .filter(({ name }) => sum[name as keyof typeof sum] > 0)
          .map(({ name, label }) => (
            <li key={name} className={styles.state}>
              <span className={styles.stateCount}>{formatCount(sum[name as keyof typeof sum])}</span>
              <span>{label}</span>
            </li>
          ))}
      </ul>
    </Figure>
  );
};

const Coverage = ({ coverage }: { coverage: readonly ProcessCoverage[] }) => {
  const parts = standingParts();
  const bars = coverage.map(({ process, questions, byStanding }) => ({
    label: process || t('noProcess'),
    values: byStanding,
    figure: t('coverage.figure', { done: formatCount(byStanding.evidence), all: formatCount(questions) }),
  }));
  return (
    <Figure title={t('coverage.title')} text={t('coverage.text')}>
      <BarChart summary={t('coverage.summary', { count: coverage.length })} parts={parts} bars={bars} ofOwnWhole />
      <AsTable first={t('coverage.process')} parts={parts} bars={bars} />
    </Figure>
  );
};

const Evidence = ({ evidence }: { evidence: readonly ConnectorEvidence[] }) => {
  if (evidence.length === 0) return <Figure title={t('evidence.title')} text={t('evidence.none')} />;
  const parts = [{ name: 'evidence', label: t('evidence.results') }];
  const bars = evidence.map(({ connectorName, environment, executions }) => ({
    label: connectorName,
    mark: environment !== 'unspecified' && <EnvironmentBadge environment={environment} />,
    values: { evidence: executions },
  }));
  const rows = evidence.reduce((sum, each) => sum + each.rows, 0);
  return (
    <Figure title={t('evidence.title')} text={t('evidence.text', { rows: formatCount(rows) })}>
      <BarChart summary={t('evidence.summary', { count: evidence.length })} parts={parts} bars={bars} />
      <AsTable first={t('evidence.connector')} parts={parts} bars={bars} />
    </Figure>
  );
};

const Runs = ({ days }: { days: readonly RunDay[] }) => {
  if (days.length === 0) return <Figure title={t('runs.title')} text={t('runs.none')} />;
  const parts = (['succeeded', 'failed'] as const).map((name) => ({ name, label: t(`runs.${name}`) }));
  const bars = days.map(({ day, succeeded, failed }) => ({ label: formatDay(day), values: { succeeded, failed } }));
  return (
    <Figure title={t('runs.title')}>
      <ColumnChart summary={t('runs.summary', { count: days.length })} parts={parts} bars={bars} />
      <AsTable first={t('runs.day')} parts={parts} bars={bars} />
    </Figure>
  );
};
