import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { Application } from '../../../preload/contract';
import { useRoute } from '../../app/navigation';
import { formatTime } from '../../components/format';
import { textsOf } from '../../texts';
import { useExecutionsOf } from '../execution/executions-store';
import { archiveAfterAsking, purgeAndLeave, removeAfterAsking } from './application-removal';
import styles from './applications.module.css';

const t = textsOf('applications');
const proof = textsOf('proof');

/** The three ways an audit can end, each with what it does; one that is not open says why. */
export const ApplicationEnding = ({ application }: { application: Application }) => {
  const { executions, loaded } = useExecutionsOf(application.id);
  const runs = executions.length;
  const heading = useRef<HTMLHeadingElement>(null);
  const route = useRoute();
  useEffect(() => {
    if (route.page !== 'step' || route.part !== 'ending') return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.parentElement?.scrollIntoView();
  }, [route]);
  return (
    <section className={styles.part} aria-label={t('ending.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('ending.title')}
      </h2>
      <p>{t('ending.created', { time: formatTime(application.createdAt) })}</p>
      <div className={styles.ways}>
        {application.archivedAt === null && (
          <Way
            name={t('archive.button')}
            what={t('archive.what')}
            onChoose={() => void archiveAfterAsking(application)}
          />
        )}
        <Way
          name={t('remove.button')}
          what={t('remove.what')}
          whyNot={loaded && runs > 0 ? t('remove.hasRuns', { count: runs }) : undefined}
          onChoose={() => void removeAfterAsking(application)}
        />
        <Way
          destroys
          name={proof('purge.button')}
          what={proof('purge.what')}
          whyNot={loaded && runs === 0 ? proof('purge.noRuns') : undefined}
          onChoose={() => void purgeAndLeave(application)}
        />
      </div>
    </section>
  );
};

interface WayProps {
  name: string;
  what: string;
  whyNot?: string;
  /** What it ends can't be had back. */
  destroys?: boolean;
  onChoose: () => void;
}

// A button that is not open still takes the focus: why it isn't is its description.
const Way = ({ name, what, whyNot, destroys, onChoose }: WayProps) => {
  const description = useId();
  const closed = whyNot !== undefined;
  return (
    <>
      <Button
        variant={destroys ? 'outline' : 'default'}
        color={destroys ? 'ink' : undefined}
        leftSection={destroys && <IconTrash size={15} aria-hidden />}
        aria-describedby={description}
        aria-disabled={closed}
        data-disabled={closed || undefined}
        onClick={closed ? undefined : onChoose}
      >
        {name}
      </Button>
      <p id={description}>
        {what} {closed && <strong>{whyNot}</strong>}
      </p>
    </>
  );
};
