import { Button } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import type { Result, StoreStatus, TickmarkError } from '../../../preload/contract';
import { bridge } from '../../bridge';
import { ConfirmHost, confirm } from '../../components/confirm-dialog';
import { ErrorNotice } from '../../components/error-notice';
import { formatBytes, formatExactTime } from '../../components/format';
import { describeProblem } from './problems';
import styles from './store-problem-page.module.css';

interface StoreProblemPageProps {
  status: Result<StoreStatus>;
  onStatus: (status: Result<StoreStatus>) => void;
}

/** Shown instead of everything else while the store can't be used: what happened, what was kept, what can be done. */
export const StoreProblemPage = ({ status, onStatus }: StoreProblemPageProps) => {
  const lookAgain = () => void bridge.app.storeStatus().then(onStatus);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        {status.ok ? (
          <StoreProblem status={status.value} onStatus={onStatus} onLookAgain={lookAgain} />
        ) : (
          <>
            <h1 className={styles.title}>The store’s state could not be read</h1>
            <ErrorNotice title="Tickmark can’t open its data" error={status.error} onRetry={lookAgain} />
          </>
        )}
      </div>
      <ConfirmHost />
    </main>
  );
};

interface StoreProblemProps {
  status: StoreStatus;
  onStatus: (status: Result<StoreStatus>) => void;
  onLookAgain: () => void;
}

const StoreProblem = ({ status, onStatus, onLookAgain }: StoreProblemProps) => {
  const problem = describeProblem(status.state);
  return (
    <>
      <IconDatabaseExclamation size={36} stroke={1.5} className={styles.icon} aria-hidden />
      <h1 className={styles.title}>{problem.title}</h1>
      <div role="alert">
        <p className={styles.text}>{status.message}</p>
        {status.hint && <p className={styles.text}>{status.hint}</p>}
      </div>
      <dl className={styles.facts}>
        <dt>What was kept</dt>
        <dd>{problem.kept}</dd>
        <dt>What you can do</dt>
        <dd>{problem.next}</dd>
        <dt>Data folder</dt>
        <dd className={styles.path}>{status.dataFolder}</dd>
      </dl>
      <Button variant="default" onClick={onLookAgain}>
        Try to open it again
      </Button>
      {problem.offersBackups && <Backups backups={status.backups} onStatus={onStatus} />}
    </>
  );
};

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
        Backups
      </h2>
      {backups.length === 0 && <p className={styles.text}>There is no backup in the data folder.</p>}
      {error && (
        <ErrorNotice
          title="The backup was not restored"
          error={error}
          kept="The store and all backups are as they were."
        />
      )}
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
              aria-label={`Restore the backup of ${formatExactTime(backup.createdAt)}`}
              loading={restoring === backup.fileName}
              disabled={restoring !== null}
              onClick={() => void restore(backup)}
            >
              Restore …
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const confirmRestore = (backup: Backup): Promise<boolean> =>
  confirm({
    title: 'Restore this backup?',
    body: `The store becomes what it was on ${formatExactTime(backup.createdAt)}. The present file is kept beside it, so nothing is lost; what was done since then is not in the restored store.`,
    confirmLabel: 'Restore backup',
    tone: 'danger',
  });
