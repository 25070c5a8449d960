import { useEffect } from 'react';
import { create } from 'zustand';
import { useApplications } from '../../app/applications-store';
import { useNavigation } from '../../app/navigation';
import { useConnectors } from './connectors-store';

/** The CI that the person chose last; kept while the window is open. */
const useChosenCi = create<{ ciId: string | undefined }>(() => ({ ciId: undefined }));

const selectCi = (ciId: string): void => useChosenCi.setState({ ciId });

/** The CI of the application that was open before the settings. */
const useCiOfLastApplication = (): string | undefined => {
  const applicationId = useNavigation(({ earlier }) => {
    const last = earlier.findLast((route) => route.page === 'step');
    return last?.page === 'step' ? last.applicationId : undefined;
  });
  return useApplications((state) => state.applications.find(({ id }) => id === applicationId)?.ciId);
};

/** The CI whose connectors are shown, chosen or else the likeliest one, and how to choose another. */
export const useSelectedCi = (asked: string | undefined): [string | undefined, (ciId: string) => void] => {
  useEffect(() => {
    if (asked !== undefined) selectCi(asked);
  }, [asked]);
  const chosen = useChosenCi((state) => state.ciId);
  const ofLastApplication = useCiOfLastApplication();
  const first = useConnectors((state) => (state.cis.find((ci) => ci.connectors > 0) ?? state.cis[0])?.ciId);
  return [chosen ?? ofLastApplication ?? first, selectCi];
};
