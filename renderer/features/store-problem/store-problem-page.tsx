import { Button } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Result, StoreStatus, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { ConfirmHost, confirm } from '../../components/confirm-dialog';
import { FromMain } from '../../components/error-kind';
import { ErrorNotice } from '../../components/error-notice';
import { formatBytes, formatExactTime } from '../../components/format';
import { textsOf } from '../../texts';
import styles from './store-problem-page.module.css';

const t = textsOf('store-problem');

interface StoreProblemPageProps {
  status: Result<StoreStatus>;
  onStatus: (status: Result<StoreStatus>) => void;
}

/** Shown instead of everything else while the store can't be used: what happened, what was kept, what can be done. */
export const StoreProblemPage = ({ status, onStatus }: StoreProblemPageProps) => {
  const lookAgain = () => void bridge.app.reopenStore().then(onStatus);
  useProgress(status, onStatus);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        {status.ok ? (
          <StoreProblem status={status.value} onStatus={onStatus} onLookAgain={lookAgain} />
        ) : (
          <>
            <h1 className={styles.title}>{t('unreadable')}</h1>
            <ErrorNotice title={t('cantOpen')} error={status.error} onRetry={lookAgain} />
          </>
        )}
      </div>
      <ConfirmHost />
    </main>
  );
};

/** While the store is brought to this version, the page follows. */
const useProgress = (status: Result<StoreStatus>, onStatus: (status: Result<StoreStatus>) => void): void => {
  useEffect(() => {
    if (!status.ok || status.value.state !== 'upgrading') return;
    const timer = setTimeout(() => void bridge.app.storeStatus().then(onStatus), 300);
    return () => clearTimeout(timer);
  }, [status, onStatus]);
};

interface StoreProblemProps {
  status: StoreStatus;
  onStatus: (status: Result<StoreStatus>) => void;
  onLookAgain: () => void;
}

const StoreProblem = ({ status, onStatus, onLookAgain }: StoreProblemProps) => {
  // A locked store has a page of its own.
  const state = status.state === 'locked' ? 'unavailable' : status.state;
  return (
    <>
      <IconDatabaseExclamation size={36} stroke={1.5} className={styles.icon} aria-hidden />
      <h1 className={styles.title}>{t(`${state}.title`)}</h1>
      <div role="alert">
        <FromMain as="p" className={styles.text}>
          {status.message}
        </FromMain>
        {status.hint && (
          <FromMain as="p" className={styles.text}>
            {status.hint}
          </FromMain>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>{t('keptTitle')}</dt>
        <dd>{t(`${state}.kept`)}</dd>
        <dt>{t('nextTitle')}</dt>
        <dd>{t(`${state}.next`)}</dd>
        <dt>{t('dataFolder')}</dt>
        <dd className={styles.path}>{status.dataFolder}</dd>
      </dl>
      {status.state !== 'upgrading' && (
        <Button variant="default" onClick={onLookAgain}>
          {t(status.state === 'entries-missing' ? 'goOn' : 'openAgain')}
        </Button>
      )}
      {offersBackups(status.state) && <Backups backups={status.backups} onStatus={onStatus} />}
    </>
  );
};

/** A store that only can't be reached has nothing to be restored from. */
const withoutBackups: readonly StoreStatus['state'][] = ['ready', 'unavailable', 'upgrading', 'upgrade-stopped'];
const offersBackups = (state: StoreStatus['state']): boolean => !withoutBackups.includes(state);

type Backup = StoreStatus['backups'][number];

const Backups = ({ backups, onStatus }: { backups: Backup[]; onStatus: (status: Result<StoreStatus>) => void }) => {
  const [restoring, setRestoring] = useState<string | null>(null);
  const [error, setError] = useState<TickmarkError | null>(null);
  const restore = async (backup: Backup) => {
    if (!(await confirmRestore(backup))) return;
    setRestoring(backup.fileName);
    setError(null);
    const answer = await bridge.app.restoreBackup({ fileName: backup.fileName });
    setRestoring(null);
    if (answer.ok) onStatus(answer);
    else setError(answer.error);
  };
  return (
    <section aria-labelledby="backups" className={styles.backups}>
      <h2 id="backups" className={styles.heading}>
        {t('backups.title')}
      </h2>
      {backups.length === 0 && <p className={styles.text}>{t('backups.none')}</p>}
      {error && <ErrorNotice title={t('backups.failed')} error={error} kept={t('backups.kept')} />}
      <ul className={styles.list}>
        {backups.map((backup) => (
          <li key={backup.fileName} className={styles.backup}>
            <span className={styles.backupTime}>{formatExactTime(backup.createdAt)}</span>
            <span className={styles.backupFile}>
              {backup.fileName} · {formatBytes(backup.bytes)}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('backups.restoreOf', { time: formatExactTime(backup.createdAt) })}
              loading={restoring === backup.fileName}
              disabled={restoring !== null}
              onClick={() => void restore(backup)}
            >
              {t('backups.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const confirmRestore = (backup: Backup): Promise<boolean> =>
  confirm({
    title: t('restore.title'),
    body: t('restore.body', { time: formatExactTime(backup.createdAt) }),
    confirmLabel: t('restore.confirm'),
    tone: 'danger',
  });
