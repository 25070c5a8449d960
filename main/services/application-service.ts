import {
  type ApplicationRecord,
  ciKey,
  countExecutionsOfApplication,
  findApplication,
  insertApplication,
  listAnalyses,
  listApplications,
  listConnectorsOfApplication,
  updateApplication,
} from '../../db';
import type { Input, Value } from '../../preload/contract';
import { type Failure, failure, type Result, success } from '../result';
import { endApplication } from './application-ending';
import type { ConnectorService } from './connector-service';
import { record, type ServiceContext } from './service-context';

const subjectOf = ({ id }: ApplicationRecord): string => `application/${id}`;

const unknownApplication = (id: number): Failure =>
  failure('NOT_FOUND', `There is no audit with the number ${id}.`, { hint: 'It may have been removed meanwhile.' });

/** The application, or NOT_FOUND. */
export const requireApplication = ({ db }: ServiceContext, id: number): Result<ApplicationRecord> => {
  const application = findApplication(db, id);
  return application ? success(application) : unknownApplication(id);
};

/** As `requireApplication`, for what changes an audit: an archived one is kept as it is. */
export const requireOpenApplication = (context: ServiceContext, id: number): Result<ApplicationRecord> => {
  const found = requireApplication(context, id);
  if (!found.ok || found.value.archivedAt === null) return found;
  return failure('VALIDATION', `The audit “${found.value.auditName}” is archived and kept as it is.`);
};

const checkDates = ({ startDate, endDate }: Pick<ApplicationRecord, 'startDate' | 'endDate'>): Failure | undefined =>
  startDate && endDate && endDate < startDate
    ? failure('VALIDATION', 'The audit ends before it starts.', {
        fieldErrors: { endDate: 'Choose a day on or after the start.' },
      })
    : undefined;

/** `connectors` is asked when the last application of a CI takes its connectors, and so their secrets, along. */
export const createApplicationService = (context: ServiceContext, connectors: ConnectorService) => {
  const { db } = context;

  const list = (input: Input<'applications', 'list'>): Result<ApplicationRecord[]> =>
    success(listApplications(db, input?.includeArchived ?? false));

  const create = (input: Input<'applications', 'create'>): Result<ApplicationRecord> => {
    const invalid = checkDates(input);
    if (invalid) return invalid;
    const insert = db.transaction(() => {
      const id = insertApplication(db, { ...input, ciId: ciKey(input.ciId) });
      const application = findApplication(db, id) as ApplicationRecord;
      record(context, 'application.created', subjectOf(application), { ...application, applicationId: id });
      return application;
    });
    return success(insert());
  };

  const save = (action: string, before: ApplicationRecord, after: ApplicationRecord): ApplicationRecord => {
    db.transaction(() => {
      updateApplication(db, after);
      recordChange(action, before, after);
    })();
    return after;
  };

  /** A move is told to each CI by itself: one client's pack must not name another client. */
  const recordChange = (action: string, before: ApplicationRecord, after: ApplicationRecord): void => {
    const applicationId = after.id;
    if (before.ciId === after.ciId) {
      record(context, action, subjectOf(after), { applicationId, ciId: after.ciId, before, after });
    } else {
      record(context, 'application.leftCi', subjectOf(after), { applicationId, ciId: before.ciId, before });
      record(context, 'application.joinedCi', subjectOf(after), { applicationId, ciId: after.ciId, after });
    }
  };

  const update = ({ id, ...patch }: Input<'applications', 'update'>): Result<ApplicationRecord> => {
    const found = requireOpenApplication(context, id);
    if (!found.ok) return found;
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const changed: ApplicationRecord = { ...found.value, ...given };
    changed.ciId = ciKey(changed.ciId);
    const invalid = checkDates(changed) ?? refuseMove(found.value, changed);
    return invalid ?? success(save('application.updated', found.value, changed));
  };

  /** Evidence says which CI it belongs to, so an audit that has some stays with its CI; so do its connectors. */
  const refuseMove = (before: ApplicationRecord, after: ApplicationRecord): Failure | undefined => {
    if (before.ciId === after.ciId) return undefined;
    const executions = countExecutionsOfApplication(db, before.id);
    if (executions > 0) {
      return failure('HAS_EVIDENCE', `This audit has ${executions} executions on ${before.ciId}, so its CI stays.`, {
        hint: 'Create another audit for the other CI.',
        fieldErrors: { ciId: 'Has evidence: the CI can’t change.' },
      });
    }
    const hasChoices = listAnalyses(db, before.id).some(({ connectorId }) => connectorId !== null);
    if (hasChoices || listConnectorsOfApplication(db, before.id).length > 0) {
      return failure('VALIDATION', `This audit uses connectors of ${before.ciId}, so its CI stays.`, {
        hint: 'Create another audit for the other CI.',
        fieldErrors: { ciId: 'Uses connectors of this CI: it can’t change.' },
      });
    }
    return undefined;
  };

  const archive = ({ id }: Input<'applications', 'archive'>): Result<ApplicationRecord> => {
    const found = requireApplication(context, id);
    if (!found.ok || found.value.archivedAt) return found;
    const archived = { ...found.value, archivedAt: new Date().toISOString() };
    return success(save('application.archived', found.value, archived));
  };

  const hasEvidence = ({ id, auditName }: ApplicationRecord): Failure | undefined => {
    const executions = countExecutionsOfApplication(db, id);
    if (executions === 0) return undefined;
    return failure('HAS_EVIDENCE', `“${auditName}” has ${executions} executions and is not deleted.`, {
      hint: 'Archive it: it disappears from the list and is kept whole.',
    });
  };

  /** Removes an audit without evidence. Its connectors go to another audit of the CI; the last one takes them along. */
  const remove = async ({ id }: Input<'applications', 'remove'>): Promise<Result<Value<'applications', 'remove'>>> => {
    const found = requireApplication(context, id);
    if (!found.ok) return found;
    const application = found.value;
    const ended = await endApplication(context, connectors, application, {
      refuse: () => hasEvidence(application),
      commit: (left) =>
        record(context, 'application.removed', subjectOf(application), { ...application, applicationId: id, ...left }),
    });
    if (!ended.ok) return ended;
    return success({ ...ended.value, connectorsRemoved: ended.value.connectorsRemoved.length });
  };

  return { list, create, update, archive, remove };
};
