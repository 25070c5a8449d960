import { useEffect, useRef, useState } from 'react';
import { useApplication } from '../../app/applications-store';
import { useCiConnectors } from '../settings/connectors-store';
import { followAnalyses, loadAnalyses } from './analysis-store';

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
