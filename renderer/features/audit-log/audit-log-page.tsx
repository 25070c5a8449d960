import { Button, Select } from '@mantine/core';
import { IconHistory, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Result } from '../../../preload/contract';
import { useApplications } from '../../app/applications-store';
import { bridge } from '../../bridge';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { inMainPart } from '../../components/floating';
import { Page, PageHeader } from '../../components/page';
import { textsOf } from '../../texts';
import { HeadButton } from '../proof/head-dialog';
import { AuditEntries } from './audit-entries';
import styles from './audit-log-page.module.css';
import { type LogFilter, loadAuditLog, useAuditLog, type Verdict } from './audit-log-store';
import { LogFilters, LogSearch } from './log-filters';

const t = textsOf('audit-log');
const ofSettings = textsOf('settings');

/** Everything that changed or ran, newest first, and the check that nobody changed it since. */
export const AuditLogPage = ({ applicationId: asked }: { applicationId?: number }) => {
  const [filter, setFilter] = useState<LogFilter>({ applicationId: asked });
  const change = (changes: LogFilter) => setFilter((before) => ({ ...before, ...changes }));
  useEffect(() => {
    // While somebody types, only the last word is asked for.
    const timer = window.setTimeout(() => void loadAuditLog(filter), 150);
    return () => window.clearTimeout(timer);
  }, [filter]);
  const verification = useVerification();
  return (
    <Page
      layout="fill"
      header={
        <PageHeader
          context={ofSettings('title')}
          title={t('title')}
          summary={t('summary')}
          actions={
            <>
              <HeadButton />
              <Button variant="default" loading={verification.busy} onClick={() => void verification.verify()}>
                {t('verify')}
              </Button>
            </>
          }
          toolbar={
            <>
              <LogSearch filter={filter} onChange={change} />
              <ApplicationFilter value={filter.applicationId} onChange={(id) => change({ applicationId: id })} />
              <LogFilters filter={filter} onChange={change} />
            </>
          }
        />
      }
    >
      <div role="status" className={styles.verdict}>
        {verification.answer && <VerdictView answer={verification.answer} />}
      </div>
      <Entries onRetry={() => void loadAuditLog(filter)} />
    </Page>
  );
};

const useVerification = () => {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Result<Verdict> | null>(null);
  const verify = async () => {
    setBusy(true);
    setAnswer(null);
    setAnswer(await bridge.auditLog.verify());
    setBusy(false);
  };
  return { busy, answer, verify };
};

const VerdictView = ({ answer }: { answer: Result<Verdict> }) => {
  if (!answer.ok) return <ErrorNotice title={t('notVerified')} error={answer.error} />;
  const { valid, entries, firstBadSeq } = answer.value;
  return (
    <div className={styles.verdictText} data-valid={valid}>
      {valid ? <IconShieldCheck size={18} aria-hidden /> : <IconShieldX size={18} aria-hidden />}
      <span>{valid ? t('whole', { count: entries }) : t('changed', { seq: firstBadSeq ?? 0, entries })}</span>
    </div>
  );
};

const everything = 'all';

const ApplicationFilter = (filter: { value: number | undefined; onChange: (id: number | undefined) => void }) => {
  const { applications, archived } = useApplications();
  const options = [...applications, ...archived].map(({ id, name, auditName }) => ({
    value: String(id),
    label: `${name} · ${auditName}`,
  }));
  return (
    <Select
      aria-label={t('filter.application')}
      className={styles.filter}
      data={[{ value: everything, label: t('filter.allAudits') }, ...options]}
      value={filter.value === undefined ? everything : String(filter.value)}
      allowDeselect={false}
      searchable={options.length > 8}
      comboboxProps={{ portalProps: inMainPart }}
      onChange={(value) => filter.onChange(value === null || value === everything ? undefined : Number(value))}
    />
  );
};

const Entries = ({ onRetry }: { onRetry: () => void }) => {
  const { entries, loaded, error, filter } = useAuditLog();
  if (error && entries.length === 0) {
    return (
      <div className={styles.notice}>
        <ErrorNotice title={t('notShown')} error={error} onRetry={onRetry} />
      </div>
    );
  }
  if (!loaded) return null;
  if (entries.length === 0) {
    const why = Object.values(filter).some((value) => value !== undefined) ? 'nothing' : 'empty';
    return (
      <EmptyState icon={<IconHistory size={32} stroke={1.5} />} title={t(`${why}.title`)}>
        {t(`${why}.text`)}
      </EmptyState>
    );
  }
  return <AuditEntries entries={entries} />;
};
