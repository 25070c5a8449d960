import type { Application } from '../../preload/contract';
import { useApplications } from './applications-store';
import { type Route, useNavigation } from './navigation';

const applicationOf = (route: Route): number | undefined =>
  'applicationId' in route ? route.applicationId : undefined;

/** The application of the page, or else of the page before that had one, or else the only one there is. */
export const currentApplication = (): Application | undefined => {
  const { route, earlier } = useNavigation.getState();
  const { applications } = useApplications.getState();
  const visited = [route, ...earlier.toReversed()].map(applicationOf);
  const known = visited.map((id) => applications.find((application) => application.id === id)).find(Boolean);
  return known ?? (applications.length === 1 ? applications[0] : undefined);
};
