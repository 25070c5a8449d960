import { useThrottledCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useApplication } from '../../app/applications-store';
import { bridge } from '../../bridge';
import { isActive } from '../execution/run-figures';
import { useCiConnectors } from '../settings/connectors-store';
import { followAnalyses, loadAnalyses, readAnalyses } from './analysis-store';

/** Runs may end in quick succession: what is known of their questions is read at most this often, in milliseconds. */
const readAtMostEvery = 1000;

/** Keeps an application's analyses and its CI's connectors in the store; when the connectors change, so may how questions resolve. */
export const useLoadedAnalyses = (applicationId: number): ReturnType<typeof useCiConnectors> & { read: boolean } => {
  const connectors = useCiConnectors(useApplication(applicationId)?.ciId);
  const { groups, loaded } = connectors;
  // What the store holds from before may be old: `read` tells that it was read since the page is open.
  const [read, setRead] = useState(false);
  const followed = useRef<number | null>(null);
  useEffect(() => {
    if (!loaded) return;
    const take = followed.current === applicationId ? followAnalyses : loadAnalyses;
    followed.current = applicationId;
    void take(applicationId, groups).then(() => setRead(true));
  }, [applicationId, groups, loaded]);
  return { ...connectors, read };
};

/** Reads an application's analyses again when a run ends: it changes what is known of its query. */
export const useAnalysesAfterRuns = (applicationId: number): void => {
  const readAgain = useThrottledCallback(() => void readAnalyses(applicationId), readAtMostEvery);
  useEffect(
    () =>
      bridge.executions.onProgress(({ status }) => {
        if (!isActive(status)) readAgain();
      }),
    [readAgain],
  );
};
