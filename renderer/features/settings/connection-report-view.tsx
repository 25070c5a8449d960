import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ConnectionReport } from '../../../preload/contract';
import { formatDuration, formatIdentityName } from '../../components/format';
import { richText } from '../../components/rich-text';
import { textsOf } from '../../texts';
import styles from './connection-report-view.module.css';

const t = textsOf('settings');

/** What a test found: which system answered, as whom, and what the login may do. */
export const ConnectionReportView = ({ report }: { report: ConnectionReport }) => (
  <div className={styles.root}>
    <div className={styles.headline}>
      <IconCircleCheck size={18} className={styles.icon} aria-hidden />
      <span>
        {richText(t('report.connected', { target: report.target, time: formatDuration(report.latencyMs) }), {
          strong: (text) => <strong>{text}</strong>,
          target: (text) => <span className={styles.target}>{text}</span>,
        })}
      </span>
    </div>
    <dl className={styles.facts}>
      {!report.identity.version && <Fact name={t('report.version')} value={report.serverVersion} />}
      {Object.entries(report.identity).map(([name, value]) => (
        <Fact key={name} name={formatIdentityName(name)} value={value} />
      ))}
      <Fact name={t('report.session')} value={t(report.readOnly ? 'report.readOnly' : 'report.notReadOnly')} />
      <Fact name={t('report.rights')} value={loginText(report.canWrite)} warning={report.canWrite === true} />
    </dl>
    {report.warnings.map((warning) => (
      <div key={warning} className={styles.warning}>
        <IconAlertTriangle size={15} aria-label={t('report.warning')} role="img" className={styles.warningIcon} />
        <span>{warning}</span>
      </div>
    ))}
  </div>
);

const loginText = (canWrite: boolean | null): string => {
  if (canWrite === null) return t('report.rightsUnknown');
  return t(canWrite ? 'report.canWrite' : 'report.canOnlyRead');
};

const Fact = ({ name, value, warning }: { name: string; value: string; warning?: boolean }) => (
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
