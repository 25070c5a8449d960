import { create } from 'zustand';
import type { Application, TickmarkError } from '../../preload/contract';
import { bridge } from '../bridge';

interface ApplicationsState {
  applications: Application[];
  loaded: boolean;
  error: TickmarkError | null;
}

/** All applications that are not archived, for the rail and the pages of the steps. */
export const useApplications = create<ApplicationsState>(() => ({ applications: [], loaded: false, error: null }));

/** Reads the applications again; call it after one was created, changed, archived or removed. */
export const loadApplications = async (): Promise<void> => {
  const answer = await bridge.applications.list({});
  if (answer.ok) useApplications.setState({ applications: answer.value, loaded: true, error: null });
  else useApplications.setState({ loaded: true, error: answer.error });
};

export const useApplication = (applicationId: number | undefined): Application | undefined =>
  useApplications((state) => state.applications.find((application) => application.id === applicationId));
