import { create } from 'zustand';
import type { Application, TickmarkError } from '../../preload/contract';
import { bridge } from '../bridge';

export interface ApplicationsState {
  /** Those that are not archived, for the rail and the pages of the steps. */
  applications: Application[];
  archived: Application[];
  loaded: boolean;
  error: TickmarkError | null;
}

export const useApplications = create<ApplicationsState>(() => ({
  applications: [],
  archived: [],
  loaded: false,
  error: null,
}));

/** Reads the applications again; call it after one was created, changed, archived or removed. */
export const loadApplications = async (): Promise<void> => {
  const answer = await bridge.applications.list({ includeArchived: true });
  if (!answer.ok) return useApplications.setState({ loaded: true, error: answer.error });
  const [archived, applications] = [true, false].map((wanted) =>
    answer.value.filter(({ archivedAt }) => (archivedAt !== null) === wanted),
  );
  useApplications.setState({ applications, archived, loaded: true, error: null });
};

/** An audit by its number, an archived one too: its evidence can be looked at and exported. */
export const useApplication = (applicationId: number | undefined): Application | undefined =>
  useApplications(({ applications, archived }) =>
    [...applications, ...archived].find(({ id }) => id === applicationId),
  );

/** Whether an audit is archived: what would change it is refused then, and so is not offered. */
export const useIsArchived = (applicationId: number): boolean =>
  useApplications(({ archived }) => archived.some(({ id }) => id === applicationId));
