import { ciKey } from '../../db';
import type { ImportState } from './import-state';
import { scrubValue } from './secrets';
import type { LegacyRow } from './source';
import { dateOf, isKeptId, jsonOf, textOf, timeOf } from './values';

/** The settings as JSON, without secrets: nothing today would ask for one. */
const readSettings = ({ tally }: ImportState, row: LegacyRow): string => {
  const key = textOf(row, 'id');
  const settings = jsonOf(row, 'settings');
  if (!settings.ok) tally.skip('applications', 'Its settings are not valid JSON and were left out.', key);
  const value = settings.ok && settings.value !== null && typeof settings.value === 'object' ? settings.value : {};
  const left: string[] = [];
  const clean = scrubValue(value, (path) => left.push(path.join('.'))) as Record<string, unknown>;
  if (left.length > 0) {
    tally.skip('applications', `A secret in its settings was left out: ${left.join(', ')}.`, key);
  }
  const followUps = row.enable_followup_questions ?? null;
  return JSON.stringify(followUps === null ? clean : { ...clean, enable_followup_questions: followUps });
};

const readApplication = (state: ImportState, row: LegacyRow, ciId: string) => {
  const key = textOf(row, 'id');
  const name = textOf(row, 'name') || textOf(row, 'audit_name') || `Application ${key}`;
  return {
    id: state.plan.isOwnStore && isKeptId(key) ? Number(key) : null,
    auditName: textOf(row, 'audit_name') || name,
    name,
    ciId,
    startDate: dateOf(row, 'start_date'),
    endDate: dateOf(row, 'end_date'),
    status: /^(completed?|done|closed)$/i.test(textOf(row, 'status'))
      ? ('Complete' as const)
      : ('In Progress' as const),
    settings: readSettings(state, row),
    createdAt: timeOf(row, 'created_at') ?? state.now,
  };
};

const isKnown = (state: ImportState, row: LegacyRow): boolean => {
  const key = textOf(row, 'id');
  const localKey = state.findKnown('application', key, row);
  if (localKey === undefined) return false;
  const ciId = state.db.prepare<[number], string>('SELECT ci_id FROM applications WHERE id = ?').pluck();
  const local = ciId.get(Number(localKey));
  if (local === undefined) state.removedApplications.add(key);
  else state.addApplication(key, Number(localKey), local);
  state.tally.count('applications', 'present');
  return true;
};

/** Takes the applications over; those of an earlier import stay as they are here. */
export const importApplications = (state: ImportState): void => {
  for (const row of state.plan.data.applications) {
    if (isKnown(state, row)) continue;
    const key = textOf(row, 'id');
    const ciId = ciKey(row.ci_id ?? '');
    if (ciId === '') {
      state.tally.skip('applications', 'It names no CI.', key, 'applications');
      continue;
    }
    const application = readApplication(state, row, ciId);
    const id = state.writer.addApplication(application);
    state.addApplication(key, id, ciId);
    state.remember('application', key, id, row);
    state.tally.count('applications', 'imported');
    const { settings: _settings, ...shown } = application;
    const from = { source: state.plan.data.address, idInSource: key };
    state.log('application.imported', `application/${id}`, { ...shown, applicationId: id, ...from });
  }
};
