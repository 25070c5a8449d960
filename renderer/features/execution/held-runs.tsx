import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { Execution } from '../../../preload/contract';
import { textsOf } from '../../texts';
import styles from './execution.module.css';
import { cancelExecution, resumeHeld } from './executions-store';

const t = textsOf('execution');

interface HeldRunsProps {
  applicationId: number;
  held: readonly Execution[];
}

/** What an earlier start of the program left waiting: a person resumes it or cancels it. */
export const HeldRuns = ({ applicationId, held }: HeldRunsProps) => {
  const [busy, setBusy] = useState(false);
  const production = held.filter(({ environment }) => environment === 'production');
  const names = [...new Set(production.map(({ connectorName }) => connectorName))].join(', ');

  const during = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const cancelAll = async () => {
    for (const { id } of held) await cancelExecution(id);
  };

  return (
    <section className={styles.held} aria-label={t('held.title', { count: held.length })}>
      <IconPlayerPause size={18} className={styles.heldIcon} aria-hidden />
      <div className={styles.heldText}>
        <strong>{t('held.title', { count: held.length })}</strong>
        <div>{t('held.body')}</div>
        {names !== '' && <div className={styles.heldProduction}>{t('held.production', { names })}</div>}
      </div>
      <div className={styles.heldActions}>
        <Button variant="default" disabled={busy} onClick={() => void during(cancelAll)}>
          {t('held.cancel')}
        </Button>
        <Button
          color={names === '' ? undefined : 'red'}
          loading={busy}
          onClick={() => void during(() => resumeHeld(applicationId))}
        >
          {t('held.resume', { count: held.length })}
        </Button>
      </div>
    </section>
  );
};
