import type { Application } from '../../preload/contract';
import { type ApplicationsState, useApplications } from './applications-store';
import { type NavigationState, type Route, useNavigation } from './navigation';

const applicationOf = (route: Route): number | undefined =>
  'applicationId' in route ? route.applicationId : undefined;

const findCurrent = (
  { route, earlier }: NavigationState,
  { applications, archived }: ApplicationsState,
): Application | undefined => {
  const looksAt = archived.find(({ id }) => id === applicationOf(route));
  if (looksAt) return looksAt;
  const visited = [route, ...earlier.toReversed()].map(applicationOf);
  const known = visited.map((id) => applications.find((application) => application.id === id)).find(Boolean);
  return known ?? (applications.length === 1 ? applications[0] : undefined);
};

/**
 * The application of the page, or else of the page before that had one, or else the only one there is. An archived one
 * is it only while its pages are shown.
 */
export const currentApplication = (): Application | undefined =>
  findCurrent(useNavigation.getState(), useApplications.getState());

/** The current application, for what is shown. */
export const useCurrentApplication = (): Application | undefined => findCurrent(useNavigation(), useApplications());
