import { create } from 'zustand';
import { type Route, useNavigation } from './navigation';

/** Whose steps the rail shows, by application. Kept outside the rail, which a change of the language shows anew. */
export const useUnfolded = create<Record<number, boolean>>(() => ({}));

export const unfold = (applicationId: number, unfolded: boolean): void =>
  useUnfolded.setState({ [applicationId]: unfolded });

/** The audit that a page of the rail's list belongs to. */
export const auditOf = (route: Route): number | undefined =>
  route.page === 'step' || route.page === 'overview' ? route.applicationId : undefined;

// Who enters an audit sees its steps; who folded them there keeps them folded.
useNavigation.subscribe(({ route }, before) => {
  const entered = auditOf(route);
  if (entered !== undefined && entered !== auditOf(before.route)) unfold(entered, true);
});
