import { beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '../../../preload/contract';
import { useApplications } from '../../../renderer/app/applications-store';
import { currentApplication } from '../../../renderer/app/current-application';
import { type Route, useNavigation } from '../../../renderer/app/navigation';

const audit = (id: number, archivedAt: string | null = null): Application => ({
  id,
  auditName: `Q${id}`,
  name: 'Stark G4',
  ciId: 'CI1',
  startDate: null,
  endDate: null,
  status: 'In Progress',
  archivedAt,
  createdAt: '2026-01-01T00:00:00Z',
});

const stepOf = (applicationId: number): Route => ({ page: 'step', applicationId, step: 'evidence' });
const settings: Route = { page: 'settings', section: 'connectors' };

const currentAt = (route: Route, ...earlier: Route[]) => {
  useNavigation.setState({ route, earlier, later: [] });
  return currentApplication()?.id;
};

describe('the current audit', () => {
  beforeEach(() =>
    useApplications.setState({ applications: [audit(1), audit(2)], archived: [audit(3, '2026-02-01T00:00:00Z')] }),
  );

  it('is that of the page, or of the page before that had one', () => {
    expect(currentAt(stepOf(2), stepOf(1))).toBe(2);
    expect(currentAt(settings, stepOf(1), stepOf(2))).toBe(2);
    expect(currentAt(settings)).toBeUndefined();
  });

  it('is an archived one while it is looked at, whose steps the keys then open, and not afterwards', () => {
    expect(currentAt(stepOf(3), stepOf(1))).toBe(3);
    expect(currentAt(settings, stepOf(1), stepOf(3))).toBe(1);
  });

  it('is the only one where no page had one', () => {
    useApplications.setState({ applications: [audit(1)] });
    expect(currentAt(settings)).toBe(1);
  });
});
