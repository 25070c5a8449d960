import { useEffect } from 'react';
import { useApplication } from '../../app/applications-store';
import { useCiConnectors } from '../settings/connectors-store';
import { loadAnalyses } from './analysis-store';

/** Keeps an application's analyses and its CI's connectors in the store; when the connectors change, so may how questions resolve. */
export const useLoadedAnalyses = (applicationId: number): ReturnType<typeof useCiConnectors> => {
  const connectors = useCiConnectors(useApplication(applicationId)?.ciId);
  const { groups, loaded } = connectors;
  useEffect(() => {
    if (loaded) void loadAnalyses(applicationId, groups);
  }, [applicationId, groups, loaded]);
  return connectors;
};
