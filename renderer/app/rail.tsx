import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconBook2,
  IconChartBar,
  IconChevronRight,
  IconHistory,
  IconInfoCircle,
  IconKey,
  IconKeyOff,
  IconPlug,
  IconPlus,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { Application } from '../../preload/contract';
import { formatCount } from '../components/format';
import { shownKeys } from '../components/keys';
import { MarksLegend } from '../components/marks-legend';
import { useNames } from '../features/legacy/names-store';
import { useConnectorCount, useConnectors } from '../features/settings/connectors-store';
import { textsOf } from '../texts';
import { useAppInfo } from './app-info-store';
import { useApplications } from './applications-store';
import { runCommand, showOverlay } from './commands';
import { useCurrentApplication } from './current-application';
import { navigate, type Route, useRoute } from './navigation';
import { loadProgress } from './progress-store';
import styles from './rail.module.css';
import { RailSteps } from './rail-steps';
import { auditOf, unfold, useUnfolded } from './unfolded-audits';

const t = textsOf('app');
const ofLegacy = textsOf('legacy');

/** The left side of the window: audits with their steps, settings, the audit log, and the keychain's state. */
export const Rail = () => (
  <nav className={styles.rail} aria-label={t('rail.main')}>
    <div className={styles.top}>
      <Finder />
      <Audits />
    </div>
    <div className={styles.bottom}>
      <SettingsLinks />
      <KeychainState />
    </div>
  </nav>
);

const Finder = () => (
  <button type="button" className={styles.finder} onClick={() => showOverlay('palette')}>
    <IconSearch size={14} aria-hidden />
    <span className={styles.finderText}>{t('rail.search')}</span>
    <kbd className={styles.finderKeys}>{shownKeys('mod+K')}</kbd>
  </button>
);

const Audits = () => {
  const applications = useApplications((state) => state.applications);
  const archived = useApplications((state) => state.archived);
  const loaded = useApplications((state) => state.loaded);
  const route = useRoute();
  // There may be many of them, so only the one that is looked at has its steps here.
  const openArchived = archived.find(({ id }) => id === auditOf(route));
  return (
    <div className={styles.audits}>
      <div className={styles.heading}>
        <button
          type="button"
          className={styles.headingLink}
          aria-current={route.page === 'start' ? 'page' : undefined}
          onClick={() => void navigate({ page: 'start' })}
        >
          {t('rail.audits')}
        </button>
        {applications.length > 0 && <MarksLegend />}
        <Tooltip label={t('rail.newAuditHint', { keys: shownKeys('mod+N') })} position="bottom-end">
          <ActionIcon
            aria-label={t('rail.newAudit')}
            size={24}
            onClick={() => void navigate({ page: 'new-application' })}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {loaded && applications.length + archived.length === 0 && <p className={styles.nothing}>{t('rail.noAudits')}</p>}
      <ul className={styles.list}>
        {applications.map((application) => (
          <AuditEntry key={application.id} application={application} />
        ))}
        {archived.length > 0 && (
          <RailButton icon={<IconArchive size={16} />} onClick={() => void navigate({ page: 'start' })}>
            {t('rail.archived')}
            <span className={styles.stepCount}>{formatCount(archived.length)}</span>
          </RailButton>
        )}
        {openArchived && <AuditEntry key={openArchived.id} application={openArchived} />}
      </ul>
    </div>
  );
};

const AuditEntry = ({ application }: { application: Application }) => {
  const current = auditOf(useRoute()) === application.id;
  const expanded = useUnfolded((state) => state[application.id] ?? false);
  useEffect(() => {
    if (current) void loadProgress(application.id);
  }, [current, application.id]);

  const open = () => {
    if (current) unfold(application.id, !expanded);
    else void navigate({ page: 'step', applicationId: application.id, step: 'application' });
  };
  return (
    <li>
      <button type="button" className={styles.audit} aria-expanded={expanded} onClick={open}>
        <IconChevronRight size={14} className={styles.chevron} aria-hidden />
        <span className={styles.auditName} title={`${application.name} · ${application.auditName}`}>
          {application.name} <span className={styles.auditOf}>{application.auditName}</span>
        </span>
      </button>
      {expanded && (
        <>
          <RailSteps applicationId={application.id} />
          <OverviewLink applicationId={application.id} />
        </>
      )}
    </li>
  );
};

const OverviewLink = ({ applicationId }: { applicationId: number }) => {
  const route = useRoute();
  const isHere = route.page === 'overview' && route.applicationId === applicationId;
  return (
    <div className={styles.overview}>
      <button
        type="button"
        className={styles.step}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => void navigate({ page: 'overview', applicationId })}
      >
        <span className={styles.stepNumber} aria-hidden>
          <IconChartBar size={14} />
        </span>
        <span className={styles.stepName}>{t('rail.overview')}</span>
      </button>
    </div>
  );
};

const SettingsLinks = () => {
  const connectors = useConnectors((state) => state.cis.reduce((sum, ci) => sum + ci.connectors, 0));
  const ofCurrent = useConnectorCount(useCurrentApplication()?.ciId);
  const toName = useNames((state) => state.suggestions.length);
  const route = useRoute();
  const noneHere = ofCurrent === 0 && route.page !== 'start' && route.page !== 'new-application';
  const isSection = (section: string) => route.page === 'settings' && route.section === section;
  return (
    <>
      <h2 className={styles.heading}>{t('rail.settings')}</h2>
      <ul className={styles.list}>
        <RailLink
          icon={<IconPlug size={16} />}
          to={{ page: 'settings', section: 'connectors' }}
          current={isSection('connectors')}
        >
          {t('rail.connectors')}
          {toName > 0 ? (
            <span className={styles.badge}>{ofLegacy('names.badge', { count: toName })}</span>
          ) : noneHere ? (
            <span className={styles.badge}>{t('rail.noConnectors')}</span>
          ) : (
            connectors > 0 && <span className={styles.stepCount}>{formatCount(connectors)}</span>
          )}
        </RailLink>
        <RailLink
          icon={<IconSettings size={16} />}
          to={{ page: 'settings', section: 'preferences' }}
          current={isSection('preferences')}
        >
          {t('rail.preferences')}
        </RailLink>
        <RailLink icon={<IconHistory size={16} />} to={{ page: 'audit-log' }} current={route.page === 'audit-log'}>
          {t('rail.auditLog')}
        </RailLink>
        <RailButton icon={<IconBook2 size={16} />} onClick={() => runCommand('help')}>
          {t('rail.guide')}
        </RailButton>
        <RailLink
          icon={<IconInfoCircle size={16} />}
          to={{ page: 'settings', section: 'about' }}
          current={isSection('about')}
        >
          {t('rail.about')}
        </RailLink>
      </ul>
    </>
  );
};

const RailLink = ({ to, ...rest }: { icon: ReactNode; to: Route; current: boolean; children: ReactNode }) => (
  <RailButton {...rest} onClick={() => void navigate(to)} />
);

interface RailButtonProps {
  icon: ReactNode;
  current?: boolean;
  onClick: () => void;
  children: ReactNode;
}

const RailButton = ({ icon, current, onClick, children }: RailButtonProps) => (
  <li>
    <button type="button" className={styles.link} aria-current={current ? 'page' : undefined} onClick={onClick}>
      <span className={styles.linkIcon} aria-hidden>
        {icon}
      </span>
      <span className={styles.linkName}>{children}</span>
    </button>
  </li>
);

const KeychainState = () => {
  const keychain = useAppInfo((state) => state.info?.keychain);
  // Keeps its place until the keychain has answered.
  if (!keychain) return <div className={styles.keychain} />;
  const Icon = keychain.available ? IconKey : IconKeyOff;
  return (
    <div className={styles.keychain} role="status">
      <Icon size={14} aria-hidden className={styles.linkIcon} />
      {keychain.available ? (
        <span>{t('rail.keychain')}</span>
      ) : (
        <button
          type="button"
          className={styles.keychainProblem}
          onClick={() => void navigate({ page: 'settings', section: 'about' })}
        >
          {t('rail.noKeychain')}
        </button>
      )}
    </div>
  );
};
