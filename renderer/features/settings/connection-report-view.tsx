import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { ConnectionReport, ConnectorType } from '../../../preload/contract';
import { FromMain } from '../../components/error-kind';
import { formatDuration } from '../../components/format';
import { IdentityName } from '../../components/identity-name';
import { richText } from '../../components/rich-text';
import { textsOf } from '../../texts';
import styles from './connection-report-view.module.css';
import { addressOf } from './connector-address';

const t = textsOf('settings');

/** What a test found: which system answered, as whom, and what the login may do; all that it said of itself on demand. */
export const ConnectionReportView = ({
  report,
  type,
}: {
  report: ConnectionReport;
  type: ConnectorType | undefined;
}) => {
  const [open, setOpen] = useState(false);
  const details = useId();
  const { login, ...identity } = report.identity;
  const ofFiles = type?.withoutLogin === true;
  return (
    <div className={styles.root}>
      <div className={styles.headline}>
        <IconCircleCheck size={18} className={styles.icon} aria-hidden />
        <span className={styles.outcome}>
          {richText(
            t('report.connected', { target: addressOf(report.target), time: formatDuration(report.latencyMs) }),
            {
              strong: (text) => <strong>{text}</strong>,
              target: (text) => <span className={styles.target}>{text}</span>,
            },
          )}
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={details}
          leftSection={<IconChevronRight size={14} className={styles.chevron} data-open={open} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t('report.details')}
        </Button>
      </div>
      <dl className={styles.facts}>
        <Fact name={t('report.version')} value={report.serverVersion} />
        {login && <Fact name={<IdentityName name="login" />} value={login} />}
        <Fact name={t('report.session')} value={sessionText(report.readOnly, ofFiles)} />
        <Fact
          name={t('report.rights')}
          value={loginText(report.canWrite, ofFiles)}
          warning={report.canWrite === true && !ofFiles}
        />
      </dl>
      {report.warnings.map((warning) => (
        <div key={warning} className={styles.warning}>
          <IconAlertTriangle size={15} aria-label={t('report.warning')} role="img" className={styles.warningIcon} />
          <FromMain as="span">{warning}</FromMain>
        </div>
      ))}
      <dl id={details} className={styles.details} hidden={!open}>
        <Fact name={t('report.target')} value={report.target} />
        {Object.entries(identity).map(([name, value]) => (
          <Fact key={name} name={<IdentityName name={name} />} value={value} />
        ))}
      </dl>
    </div>
  );
};

const sessionText = (readOnly: boolean, ofFiles: boolean): string => {
  if (!readOnly) return t('report.notReadOnly');
  return t(ofFiles ? 'report.openedReadOnly' : 'report.readOnly');
};

const loginText = (canWrite: boolean | null, ofFiles: boolean): string => {
  if (canWrite === null) return t('report.rightsUnknown');
  if (canWrite && ofFiles) return t('report.youCanWrite');
  return t(canWrite ? 'report.canWrite' : 'report.canOnlyRead');
};

const Fact = ({ name, value, warning }: { name: ReactNode; value: string; warning?: boolean }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>
      {warning && (
        <IconAlertTriangle size={14} className={styles.warningIcon} aria-label={t('report.warning')} role="img" />
      )}
      {value}
    </dd>
  </div>
);
