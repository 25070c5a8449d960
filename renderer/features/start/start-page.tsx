import { Button, Loader } from '@mantine/core';
import { IconChevronRight, IconDatabaseImport, IconPlus, IconRoute, IconSparkles } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Application } from '../../../preload/contract';
import { loadApplications, useApplications } from '../../app/applications-store';
import { showOverlay } from '../../app/commands';
import { navigate, type Step } from '../../app/navigation';
import { ErrorNotice } from '../../components/error-notice';
import { formatTime, formatWholeDay } from '../../components/format';
import { Page, PageHeader } from '../../components/page';
import { textsOf } from '../../texts';
import { statusName } from '../applications/application-form';
import { purgeAndLeave } from '../applications/application-removal';
import { openDemo } from './open-demo';
import styles from './start-page.module.css';

const t = textsOf('start');
const ofLegacy = textsOf('legacy');
const ofProof = textsOf('proof');

/** The first page: what can be done first, and the audits once there are some. */
export const StartPage = () => {
  const { applications, archived, loaded, error } = useApplications();
  if (error) {
    return (
      <Page header={<PageHeader title={t('title')} />} layout="text">
        <ErrorNotice title={t('notShown')} error={error} onRetry={() => void loadApplications()} />
      </Page>
    );
  }
  if (!loaded) return null;
  if (applications.length + archived.length === 0) return <FirstStart />;
  return <AuditList applications={applications} archived={archived} />;
};

const FirstStart = () => (
  <div className={styles.first}>
    <div className={styles.welcome}>
      <h1 className={styles.title}>{t('welcome.title')}</h1>
      <p className={styles.lead}>{t('welcome.lead')}</p>
      <div className={styles.choices}>
        <DemoChoice />
        <Choice
          icon={<IconPlus size={20} stroke={1.5} />}
          name={t('newAudit.name')}
          onChoose={() => void navigate({ page: 'new-application' })}
        >
          {t('newAudit.text')}
        </Choice>
        <Choice
          icon={<IconDatabaseImport size={20} stroke={1.5} />}
          name={ofLegacy('choice.name')}
          onChoose={() => void navigate({ page: 'legacy' })}
        >
          {ofLegacy('choice.text')}
        </Choice>
        <Choice icon={<IconRoute size={20} stroke={1.5} />} name={t('tour.name')} onChoose={() => showOverlay('tour')}>
          {t('tour.text')}
        </Choice>
      </div>
    </div>
  </div>
);

const useOpenDemo = () => {
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    await openDemo();
    setBusy(false);
  };
  return { busy, open };
};

const DemoChoice = () => {
  const { busy, open } = useOpenDemo();
  return (
    <Choice
      icon={<IconSparkles size={20} stroke={1.5} />}
      name={t('demo.name')}
      busy={busy}
      onChoose={() => void open()}
    >
      {t('demo.text')}
    </Choice>
  );
};

interface ChoiceProps {
  icon: ReactNode;
  name: string;
  busy?: boolean;
  onChoose: () => void;
  children: ReactNode;
}

const Choice = ({ icon, name, busy, onChoose, children }: ChoiceProps) => (
  <button type="button" className={styles.choice} aria-busy={busy} disabled={busy} onClick={onChoose}>
    <span className={styles.choiceIcon} aria-hidden>
      {busy ? <Loader size={20} /> : icon}
    </span>
    <span>
      <span className={styles.choiceName}>{busy ? t('demo.opening') : name}</span>
      <span className={styles.choiceText}>{children}</span>
    </span>
    <IconChevronRight size={16} className={styles.choiceIcon} aria-hidden />
  </button>
);

const AuditList = ({ applications, archived }: { applications: Application[]; archived: Application[] }) => {
  const { busy, open } = useOpenDemo();
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          summary={countsOf(applications.length, archived.length)}
          actions={
            <>
              <Button variant="default" loading={busy} onClick={() => void open()}>
                {t('demo.name')}
              </Button>
              <Button variant="default" onClick={() => void navigate({ page: 'legacy' })}>
                {ofLegacy('choice.name')}
              </Button>
              <Button
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => void navigate({ page: 'new-application' })}
              >
                {t('newAudit.name')}
              </Button>
            </>
          }
        />
      }
    >
      {applications.length > 0 && (
        <AuditTable label={t('title')} last={t('columns.status')}>
          {applications.map((application) => (
            <AuditRow key={application.id} application={application} />
          ))}
        </AuditTable>
      )}
      {archived.length > 0 && <ArchivedAudits archived={archived} />}
    </Page>
  );
};

const countsOf = (current: number, archived: number): string =>
  [current > 0 && t('audits', { count: current }), archived > 0 && t('archived.count', { count: archived })]
    .filter(Boolean)
    .join(' · ');

const periodOf = ({ startDate, endDate }: Application): string =>
  startDate || endDate ? `${dayOf(startDate)} – ${dayOf(endDate)}` : '—';

const dayOf = (day: string | null): string => (day ? formatWholeDay(day) : '…');

interface AuditTableProps {
  label: string;
  /** Heading of the last column. */
  last: string;
  children: ReactNode;
}

const AuditTable = ({ label, last, children }: AuditTableProps) => (
  <table className={styles.table} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">{t('columns.application')}</th>
        <th scope="col">{t('columns.audit')}</th>
        <th scope="col">{t('columns.ci')}</th>
        <th scope="col">{t('columns.period')}</th>
        <th scope="col">{last}</th>
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

const AuditRow = ({ application }: { application: Application }) => (
  <tr>
    <AuditCells application={application} step="application" />
    <td>{statusName(application.status)}</td>
  </tr>
);

const openStep = ({ id }: Application, step: Step): void => void navigate({ page: 'step', applicationId: id, step });

/** What says which audit it is; its name leads to one of its steps. */
const AuditCells = ({ application, step }: { application: Application; step: Step }) => (
  <>
    <td>
      <button type="button" className={styles.open} onClick={() => openStep(application, step)}>
        {application.name}
      </button>
    </td>
    <td>{application.auditName}</td>
    <td>{application.ciId}</td>
    <td>{periodOf(application)}</td>
  </>
);

/** Audits that are kept as they are: their evidence can be exported, and destroyed once its time is over. */
const ArchivedAudits = ({ archived }: { archived: Application[] }) => (
  <section className={styles.archived} aria-label={t('archived.title')}>
    <h2>{t('archived.title')}</h2>
    <p>{t('archived.text')}</p>
    <AuditTable label={t('archived.title')} last={t('archived.since')}>
      {archived.map((application) => (
        <tr key={application.id}>
          <AuditCells application={application} step="evidence" />
          <td>
            <div className={styles.archivedSince}>
              {application.archivedAt && formatTime(application.archivedAt)}
              <span className={styles.archivedActions}>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`${t('archived.open')}: ${application.name} · ${application.auditName}`}
                  onClick={() => openStep(application, 'evidence')}
                >
                  {t('archived.open')}
                </Button>
                <Button
                  variant="subtle"
                  color="ink"
                  size="compact-sm"
                  aria-label={`${ofProof('purge.button')}: ${application.name} · ${application.auditName}`}
                  onClick={() => void purgeAndLeave(application)}
                >
                  {ofProof('purge.button')}
                </Button>
              </span>
            </div>
          </td>
        </tr>
      ))}
    </AuditTable>
  </section>
);
