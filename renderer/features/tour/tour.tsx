import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useApplications } from '../../app/applications-store';
import { showOverlay } from '../../app/commands';
import { currentApplication } from '../../app/current-application';
import { navigate, type Route, useNavigation } from '../../app/navigation';
import { textsOf } from '../../texts';
import { openDemo } from '../start/open-demo';
import styles from './tour.module.css';

const t = textsOf('tour');

interface Stop {
  name: 'analysis' | 'connectors' | 'execution' | 'evidence' | 'auditLog';
  place(applicationId: number): Route;
}

const stops: readonly Stop[] = [
  { name: 'connectors', place: () => ({ page: 'settings', section: 'connectors' }) },
  { name: 'analysis', place: (applicationId) => ({ page: 'step', applicationId, step: 'analysis' }) },
  { name: 'execution', place: (applicationId) => ({ page: 'step', applicationId, step: 'execution' }) },
  { name: 'evidence', place: (applicationId) => ({ page: 'step', applicationId, step: 'evidence' }) },
  { name: 'auditLog', place: () => ({ page: 'audit-log' }) },
];

/** Somewhere to walk through: the audit that is open, any other, or else the demo audit. */
const auditToShow = async (): Promise<number | undefined> => {
  const known = currentApplication() ?? useApplications.getState().applications[0];
  if (!known) await openDemo();
  return (known ?? currentApplication())?.id;
};

/** Five stops through the window. It stands below the page and covers nothing: everything can be used meanwhile. */
export const Tour = () => {
  const [index, setIndex] = useState(0);
  const card = useRef<HTMLElement>(null);
  const [start] = useState(() => useNavigation.getState().route);
  const shown = useRef<Route>(null);
  const stop = stops[index];

  useEffect(() => {
    const show = async () => {
      const applicationId = await auditToShow();
      const place = stop && applicationId !== undefined ? stop.place(applicationId) : undefined;
      const went = place && (await navigate(place));
      // Whoever stays with a form that is not saved, or has no audit to see, is not on a tour.
      if (!went) return showOverlay(null);
      shown.current = place;
      card.current?.focus({ preventScroll: true });
    };
    void show();
  }, [stop]);

  /** Leads back to where the tour was begun, unless the person went elsewhere meanwhile. */
  const leave = () => {
    showOverlay(null);
    if (useNavigation.getState().route === shown.current) void navigate(start);
  };

  if (!stop) return null;
  const isLast = index === stops.length - 1;
  return (
    <section
      ref={card}
      className={styles.card}
      tabIndex={-1}
      aria-label={t('title')}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <div className={styles.stop} aria-live="polite">
        <div className={styles.place}>{t('place', { stop: index + 1, stops: stops.length })}</div>
        <h2 className={styles.title}>{t(`stops.${stop.name}.title`)}</h2>
        <p className={styles.text}>{t(`stops.${stop.name}.text`)}</p>
      </div>
      <div className={styles.buttons}>
        {index > 0 && (
          <Button variant="default" onClick={() => setIndex(index - 1)}>
            {t('back')}
          </Button>
        )}
        <Button onClick={() => (isLast ? leave() : setIndex(index + 1))}>{t(isLast ? 'done' : 'next')}</Button>
        <CloseButton aria-label={t('leave')} onClick={leave} />
      </div>
    </section>
  );
};
