import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ConnectionReport } from '../../../preload/contract';
import { formatDuration, formatIdentityName } from '../../components/format';
import styles from './connection-report-view.module.css';

/** What a test found: which system answered, as whom, and what the login may do. */
export const ConnectionReportView = ({ report }: { report: ConnectionReport }) => (
  <div className={styles.root}>
    <div className={styles.headline}>
      <IconCircleCheck size={18} className={styles.icon} aria-hidden />
      <span>
        <strong>Connected</strong> to <span className={styles.target}>{report.target}</span> in{' '}
        {formatDuration(report.latencyMs)}
      </span>
    </div>
    <dl className={styles.facts}>
      {!report.identity.version && <Fact name="Version" value={report.serverVersion} />}
      {Object.entries(report.identity).map(([name, value]) => (
        <Fact key={name} name={formatIdentityName(name)} value={value} />
      ))}
      <Fact name="Session" value={report.readOnly ? 'set to read-only by the server' : 'no read-only mode'} />
      <Fact name="Rights" value={loginText(report.canWrite)} warning={report.canWrite === true} />
    </dl>
    {report.warnings.map((warning) => (
      <div key={warning} className={styles.warning}>
        <IconAlertTriangle size={15} aria-label="Warning" role="img" className={styles.warningIcon} />
        <span>{warning}</span>
      </div>
    ))}
  </div>
);

const loginText = (canWrite: boolean | null): string => {
  if (canWrite === null) return 'the system does not tell whether it can write';
  return canWrite ? 'the login can write: ask for one that can only read' : 'the login can only read';
};

const Fact = ({ name, value, warning }: { name: string; value: string; warning?: boolean }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>
      {warning && <IconAlertTriangle size={14} className={styles.warningIcon} aria-label="Warning:" role="img" />}
      {value}
    </dd>
  </div>
);
