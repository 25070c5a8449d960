import { Button, Group, Stack } from '@mantine/core';
import type { LegacyCounts, LegacyReport } from '../../../preload/contract';
import { navigate } from '../../app/navigation';
import { FromMain } from '../../components/error-kind';
import { formatCount } from '../../components/format';
import { textsOf } from '../../texts';
import { fromMain } from '../../texts/main-words';
import styles from './legacy.module.css';
import { useNames } from './names-store';

const t = textsOf('legacy');

const kinds = ['applications', 'questions', 'connectors', 'analyses', 'executions'] as const;

interface LegacyCountsTableProps {
  counts: LegacyCounts;
  label: string;
  /** The heading of what came, or would come. */
  imported: string;
}

export const LegacyCountsTable = ({ counts, label, imported }: LegacyCountsTableProps) => (
  <table className={`${styles.table} ${styles.counts}`} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">{t('counts.what')}</th>
        <th scope="col">{imported}</th>
        <th scope="col">{t('counts.present')}</th>
        <th scope="col">{t('counts.skipped')}</th>
      </tr>
    </thead>
    <tbody>
      {kinds.map((kind) => (
        <tr key={kind}>
          <th scope="row">{t(`counts.${kind}`)}</th>
          <td>{formatCount(counts[kind].imported)}</td>
          <td>{formatCount(counts[kind].present)}</td>
          <td>{formatCount(counts[kind].skipped)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** More would only be scrolled past; the audit log has all. */
const mostNamesShown = 500;

/** What an import brought, what it did not, and why. */
export const LegacyReportView = ({ report }: { report: LegacyReport }) => {
  const madeUp = useNames((state) => state.suggestions.length);
  return (
    <section aria-label={t('report.title')}>
      <Stack gap="md">
        <div>
          <h2 className={styles.heading}>{t('report.title')}</h2>
          <p className={styles.lead}>{t('report.lead', { source: report.source })}</p>
        </div>
        <LegacyCountsTable counts={report.counts} label={t('report.title')} imported={t('report.imported')} />
        <Group gap="sm">
          {madeUp > 0 && <Button onClick={() => void navigate({ page: 'names' })}>{t('names.look')}</Button>}
          <Button variant={madeUp > 0 ? 'default' : 'filled'} onClick={() => void navigate({ page: 'start' })}>
            {t('report.toAudits')}
          </Button>
        </Group>
        {report.archive && (
          <p className={styles.lead}>
            {t('report.archive', { count: report.archive.rows })}{' '}
            <code className={styles.path}>{report.archive.path}</code>
          </p>
        )}
        <Warnings warnings={report.warnings} />
        <Skipped skipped={report.skipped} />
        <Connectors connectors={report.connectors} />
      </Stack>
    </section>
  );
};

const Warnings = ({ warnings }: Pick<LegacyReport, 'warnings'>) => {
  if (warnings.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{t('preview.warnings')}</h3>
      <ul className={styles.lines}>
        {warnings.map((warning) => (
          <FromMain key={warning} as="li">
            {warning}
          </FromMain>
        ))}
      </ul>
    </div>
  );
};

const Skipped = ({ skipped }: Pick<LegacyReport, 'skipped'>) => {
  if (skipped.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{t('report.skipped')}</h3>
      <ul className={styles.lines}>
        {skipped.map(({ table, reason, rows, examples }) => (
          <li key={`${table} ${reason}`}>
            <code>{table}</code>, {t('report.rows', { count: rows })} ({t('report.keys')} {examples.join(', ')}
            {rows > examples.length && ', …'}): {fromMain(reason)}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Connectors = ({ connectors }: Pick<LegacyReport, 'connectors'>) => {
  if (connectors.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{t('report.connectors')}</h3>
      <table className={styles.table} aria-label={t('report.connectors')}>
        <thead>
          <tr>
            <th scope="col">{t('report.ci')}</th>
            <th scope="col">{t('report.from')}</th>
            <th scope="col">{t('report.to')}</th>
            <th scope="col">{t('report.secrets')}</th>
          </tr>
        </thead>
        <tbody>
          {connectors.slice(0, mostNamesShown).map(({ id, ciId, connectorType, from, to, why, secretKeys }) => (
            <tr key={id}>
              <td>{ciId}</td>
              <td>{from ?? t('report.nameless', { type: connectorType })}</td>
              <td>
                {to}
                {why !== 'kept' && <span className={styles.why}> {t(`report.${why}`)}</span>}
              </td>
              <td>{secretKeys.join(', ') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {connectors.length > mostNamesShown && <p className={styles.lead}>{t('report.more')}</p>}
    </div>
  );
};
