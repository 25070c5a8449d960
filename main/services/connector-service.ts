import {
  type ConnectorRecord,
  canonicalJson,
  ciKey,
  countExecutionsOfConnector,
  deleteConnector,
  displayName,
  eraseDeleted,
  findConnector,
  findConnectorByName,
  insertConnector,
  listAnalysesOfConnector,
  listCis,
  listConnectorsByCi,
  loseSelection,
  type NewConnector,
  renameConnectorInAnalyses,
  reserveConnectorId,
  sha256,
  updateConnector,
} from '../../db';
import type { Configuration, Connector, FieldDefinition, Input, Value } from '../../preload/contract';
import { readConfiguration, withoutLogins } from '../connectors/configuration';
import { findToolType } from '../connectors/registry';
import type { ToolType } from '../connectors/types';
import type { FileTokens } from '../files/file-tokens';
import type { SecretValues } from '../keychain/connector-secrets';
import { type Failure, failure, type Result, success, type TickmarkError } from '../result';
import { requireApplication } from './application-service';
import { notGivenAgain, refuseToFollow, sameDestination } from './secret-destination';
import { type SecretChange, type SecretVault, unknownConnector } from './secret-vault';
import { record, type ServiceContext } from './service-context';

const subjectOf = (id: number): string => `connector/${id}`;

/** The connector, or NOT_FOUND. */
export const requireConnector = ({ db }: ServiceContext, id: number): Result<ConnectorRecord> => {
  const connector = findConnector(db, id);
  return connector ? success(connector) : unknownConnector(id);
};

/** The tool type by any of its names, or UNSUPPORTED_TYPE. */
export const requireToolType = (name: string): Result<ToolType> => {
  const toolType = findToolType(name);
  if (toolType) return success(toolType);
  return failure('UNSUPPORTED_TYPE', `This version of Tickmark can’t reach “${name}”.`, {
    hint: 'The connector is kept as it is. Choose a supported tool type.',
    fieldErrors: { connectorType: 'Not supported by this version.' },
  });
};

const nameTaken = (name: string, ciId: string): Failure =>
  failure('NAME_TAKEN', `${ciId} already has a connector named “${name}”.`, {
    hint: 'Capitals and spaces make no difference. Choose another name.',
    fieldErrors: { connectorName: 'This name is taken.' },
  });

const changedMeanwhile = (): Failure =>
  failure('VALIDATION', 'The connector was changed meanwhile. Nothing was stored.', {
    hint: 'Look at it and try again.',
  });

/** What a form sends for the secret fields of the type; anything else is refused. */
export const readSecretInput = (
  fields: readonly FieldDefinition[],
  secrets: Record<string, string | null> = {},
): Result<SecretValues> => {
  const fieldErrors: Record<string, string> = {};
  for (const key of Object.keys(secrets)) {
    const field = fields.find((candidate) => candidate.key === key);
    if (field?.kind !== 'secret') fieldErrors[key] = 'This tool type has no such secret.';
  }
  if (Object.keys(fieldErrors).length === 0) return success(secrets);
  return failure('VALIDATION', 'Some secrets do not belong to this tool type.', { fieldErrors });
};

/** Where a system is and how it is logged in to, as a form gives it. */
interface Contact {
  connectorType: string;
  configuration: Configuration;
  secrets: SecretValues;
}

/** What is remembered of secrets tells only whether others are the same. */
const digestOf = ({ connectorType, configuration, secrets }: Contact): string =>
  sha256(canonicalJson([connectorType, configuration, secrets]));

type TestState = Pick<ConnectorRecord, 'status' | 'statusMessage' | 'lastTestedAt'>;

const untested = { status: 'pending', statusMessage: null, lastTestedAt: null } as const;

const newConnector = (
  draft: Pick<NewConnector, 'id' | 'applicationId' | 'ciId' | 'connectorName' | 'connectorType' | 'environment'> &
    Pick<NewConnector, 'configuration' | 'notes' | 'secretKeys'>,
  testState: TestState,
): NewConnector => ({
  ...draft,
  ...testState,
  target: null,
  fingerprint: null,
  metTarget: null,
  metFingerprint: null,
  canWrite: null,
  nameGenerated: false,
});

const keysWithValue = (values: SecretValues): string[] => Object.keys(values).filter((key) => values[key] !== null);

const withoutSecrets = ({ id, secretKeys }: ConnectorRecord): SecretChange => ({
  connectorId: id,
  values: Object.fromEntries(secretKeys.map((field) => [field, null])),
});

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const configurationChanges = (before: Configuration, after: Configuration): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((key) => !isSame(before[key], after[key]))
      .map((key) => [key, { from: before[key] ?? null, to: after[key] ?? null }]),
  );

interface ConnectorChange {
  before: ConnectorRecord;
  after: ConnectorRecord;
  /** What goes into the keychain or leaves it. */
  inKeychain: SecretValues;
  /** What is kept in memory or leaves it. */
  inSession: SecretValues;
}

/**
 * For the session only: new values stay in memory, and one that the keychain has is left there, since a keychain that is
 * out of reach is just why somebody asks for this. `outdated` are those that must not be left: given for another address.
 */
const placeSecrets = (
  secrets: SecretValues,
  forSession: boolean,
  outdated: readonly string[],
): Pick<ConnectorChange, 'inKeychain' | 'inSession'> => {
  const emptied = Object.fromEntries(Object.keys(secrets).map((field) => [field, null]));
  if (!forSession) return { inKeychain: secrets, inSession: emptied };
  const removed = Object.keys(secrets).filter((field) => secrets[field] === null || outdated.includes(field));
  return { inKeychain: Object.fromEntries(removed.map((field) => [field, null])), inSession: secrets };
};

const describeSecretChanges = (secrets: SecretValues, forSession: boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(secrets).map(([field, secret]) => [
      field,
      secret === null ? 'removed' : forSession ? 'set for the session' : 'set',
    ]),
  );

/** `secrets` are those that go into the keychain or leave it. */
const patchRecord = (
  before: ConnectorRecord,
  input: Input<'connectors', 'update'>,
  configuration: Configuration,
  secrets: SecretValues,
  testState: Partial<TestState>,
): ConnectorRecord => {
  const untouched = before.secretKeys.filter((key) => !(key in secrets));
  const isAsTested = isSame(before.configuration, configuration) && Object.keys(input.secrets ?? {}).length === 0;
  return {
    ...before,
    connectorName: input.connectorName === undefined ? before.connectorName : displayName(input.connectorName),
    nameGenerated: input.connectorName === undefined && before.nameGenerated,
    environment: input.environment ?? before.environment,
    notes: input.notes ?? before.notes,
    configuration,
    secretKeys: [...untouched, ...keysWithValue(secrets)],
    // What was tested is not what is configured now. The pinned target stays: only a person lets it go.
    ...(isAsTested
      ? {}
      : {
          status: 'pending',
          statusMessage: null,
          canWrite: null,
          metTarget: null,
          metFingerprint: null,
          ...testState,
        }),
  };
};

export const createConnectorService = (context: ServiceContext, vault: SecretVault, fileTokens: FileTokens) => {
  const { db } = context;
  let failedTest: { digest: string; testState: TestState } | undefined;

  /** Remembers how the test in a form ended: what is then stored with the same values has failed too, and isn't tried again. */
  const draftTested = (contact: Contact, error: TickmarkError | undefined): void => {
    failedTest = error && {
      digest: digestOf(contact),
      testState: { status: 'failed', statusMessage: error.message, lastTestedAt: new Date().toISOString() },
    };
  };

  const failedAs = (contact: Contact): TestState | undefined =>
    failedTest?.digest === digestOf(contact) ? failedTest.testState : undefined;

  const toConnector = ({
    fingerprint: _fingerprint,
    metTarget: _metTarget,
    metFingerprint: _metFingerprint,
    ...connector
  }: ConnectorRecord): Connector => ({
    ...connector,
    sessionOnlyKeys: Object.keys(vault.session.get(connector.id)),
  });

  const answer = (id: number): Connector => toConnector(findConnector(db, id) as ConnectorRecord);

  const describe = (connector: NewConnector) => {
    const { id, applicationId, ciId, connectorName, connectorType, environment, configuration, secretKeys } = connector;
    return {
      connectorId: id,
      applicationId,
      ciId,
      connectorName,
      connectorType,
      environment,
      configuration: withoutLogins(configuration),
      secretKeys,
    };
  };

  const checkApplication = (applicationId: number | null, ciId: string): Result<unknown> => {
    if (applicationId === null) return success(undefined);
    const found = requireApplication(context, applicationId);
    if (!found.ok || found.value.ciId === ciId) return found;
    return failure('VALIDATION', `That audit is of ${found.value.ciId}, not of ${ciId}.`);
  };

  const readFields = (
    toolType: ToolType,
    configuration: Input<'connectors', 'create'>['configuration'],
    previous: Configuration = {},
  ) => readConfiguration(toolType.fields, configuration, { previous, resolveFileToken: fileTokens.resolve });

  const keepForSession = (connectorId: number, secrets: SecretValues): void => {
    for (const [field, secret] of Object.entries(secrets)) {
      if (secret === null) vault.session.remove(connectorId, field);
      else vault.session.set(connectorId, field, secret);
    }
  };

  const create = async (input: Input<'connectors', 'create'>): Promise<Result<Connector>> => {
    const ciId = ciKey(input.ciId);
    const applicationId = input.applicationId ?? null;
    const toolType = requireToolType(input.connectorType);
    if (!toolType.ok) return toolType;
    const application = checkApplication(applicationId, ciId);
    if (!application.ok) return application;
    const configuration = readFields(toolType.value, input.configuration);
    if (!configuration.ok) return configuration;
    const secrets = readSecretInput(toolType.value.fields, input.secrets);
    if (!secrets.ok) return secrets;
    return add(secrets.value, input.keepForSession ?? false, {
      applicationId,
      ciId,
      connectorName: displayName(input.connectorName),
      connectorType: toolType.value.type,
      environment: input.environment ?? 'unspecified',
      configuration: configuration.value,
      notes: input.notes ?? '',
    });
  };

  /** Stores a connector that was checked, its secrets first. */
  const add = async (
    secrets: SecretValues,
    forSession: boolean,
    draft: Omit<Parameters<typeof newConnector>[0], 'id' | 'secretKeys'>,
    details: Record<string, unknown> = {},
  ): Promise<Result<Connector>> => {
    if (findConnectorByName(db, draft.ciId, draft.connectorName)) return nameTaken(draft.connectorName, draft.ciId);
    const id = reserveConnectorId(db);
    const stored = Object.fromEntries(Object.entries(forSession ? {} : secrets).filter(([, value]) => value !== null));
    const testState = failedAs({ ...draft, secrets }) ?? untested;
    const connector = newConnector({ ...draft, id, secretKeys: Object.keys(stored) }, testState);
    const added = await vault.change([{ connectorId: id, values: stored }], (): Result<undefined> => {
      // Asked again: another one may have taken the name while the keychain was busy.
      if (findConnectorByName(db, draft.ciId, draft.connectorName)) return nameTaken(draft.connectorName, draft.ciId);
      insertConnector(db, connector);
      record(context, 'connector.created', subjectOf(id), { ...describe(connector), ...details });
      return success(undefined);
    });
    if (!added.ok) return added;
    if (forSession) keepForSession(id, secrets);
    return success(answer(id));
  };

  const refuseTakenName = ({ id, ciId, connectorName }: ConnectorRecord): Failure | undefined => {
    const holder = findConnectorByName(db, ciId, connectorName);
    return holder && holder.id !== id ? nameTaken(connectorName, ciId) : undefined;
  };

  const describeOnly = (before: ConnectorRecord, input: Input<'connectors', 'update'>): Result<ConnectorChange> => {
    const after = patchRecord(before, input, before.configuration, {}, {});
    return refuseTakenName(after) ?? success({ before, after, inKeychain: {}, inSession: {} });
  };

  /** The connector as the patch makes it of what is stored now. Writes nothing. */
  const applyPatch = (input: Input<'connectors', 'update'>): Result<ConnectorChange> => {
    const found = requireConnector(context, input.id);
    if (!found.ok) return found;
    const before = found.value;
    // Also where its type can't run, or an import has left fields empty: its name, environment and notes can be changed.
    if (!input.configuration && !input.secrets) return describeOnly(before, input);
    const toolType = requireToolType(before.connectorType);
    if (!toolType.ok) return toolType;
    const configuration = readFields(toolType.value, input.configuration ?? {}, before.configuration);
    if (!configuration.ok) return configuration;
    const secrets = readSecretInput(toolType.value.fields, input.secrets);
    if (!secrets.ok) return secrets;
    const moves = !sameDestination(before.configuration, configuration.value);
    const missing = notGivenAgain(before, vault.session.get(before.id), secrets.value, toolType.value.fields);
    if (moves && missing.length > 0) return refuseToFollow(missing);
    const placed = placeSecrets(secrets.value, input.keepForSession ?? false, moves ? before.secretKeys : []);
    const contact = { connectorType: before.connectorType, configuration: configuration.value, secrets: secrets.value };
    const after = patchRecord(before, input, configuration.value, placed.inKeychain, failedAs(contact) ?? {});
    return refuseTakenName(after) ?? success({ before, after, ...placed });
  };

  const update = async (input: Input<'connectors', 'update'>): Promise<Result<Connector>> => {
    const planned = applyPatch(input);
    if (!planned.ok) return planned;
    const { inKeychain, inSession } = planned.value;
    const changed = await vault.change([{ connectorId: input.id, values: inKeychain }], () => {
      // Worked out again: the connector may have been changed while the keychain was busy.
      const change = applyPatch(input);
      if (change.ok && !isSame(change.value.inKeychain, inKeychain)) return changedMeanwhile();
      if (change.ok) storeChange(change.value, input);
      return change;
    });
    if (!changed.ok) return changed;
    keepForSession(input.id, inSession);
    return success(answer(input.id));
  };

  const storeChange = ({ before, after }: ConnectorChange, input: Input<'connectors', 'update'>): void => {
    updateConnector(db, after);
    if (after.connectorName !== before.connectorName) renameConnectorInAnalyses(db, after.id, after.connectorName);
    record(context, 'connector.updated', subjectOf(after.id), {
      connectorId: after.id,
      ciId: after.ciId,
      connectorName: { from: before.connectorName, to: after.connectorName },
      environment: { from: before.environment, to: after.environment },
      notes: before.notes === after.notes ? undefined : { from: before.notes, to: after.notes },
      configuration: configurationChanges(withoutLogins(before.configuration), withoutLogins(after.configuration)),
      secretsChanged: describeSecretChanges(input.secrets ?? {}, input.keepForSession ?? false),
    });
  };

  /** A connector like another one, under a name of its own; its target is met anew. */
  const duplicate = async (input: Input<'connectors', 'duplicate'>): Promise<Result<Connector>> => {
    const read = await vault.access(input.id);
    if (!read.ok) return read;
    const {
      id: copiedFrom,
      applicationId,
      ciId,
      connectorType,
      environment,
      configuration,
      notes,
    } = read.value.connector;
    const sessionOnly = vault.session.get(copiedFrom);
    const forKeychain = Object.fromEntries(Object.entries(read.value.secrets).filter(([key]) => !(key in sessionOnly)));
    const connectorName = displayName(input.connectorName);
    const draft = { applicationId, ciId, connectorName, connectorType, environment, configuration, notes };
    const added = await add(forKeychain, false, draft, { copiedFrom });
    if (!added.ok) return added;
    keepForSession(added.value.id, sessionOnly);
    return success(answer(added.value.id));
  };

  /** Deletes a connector inside a transaction: its analyses wait for a person, its past executions stay. */
  const deleteStored = (connector: ConnectorRecord): number => {
    const affectedAnalyses = loseSelection(db, connector.id);
    deleteConnector(db, connector.id);
    record(context, 'connector.deleted', subjectOf(connector.id), { ...describe(connector), affectedAnalyses });
    return affectedAnalyses;
  };

  /** After the commit: what memory and the store's files still hold of deleted connectors. */
  const forget = (deleted: readonly ConnectorRecord[]): void => {
    for (const { id } of deleted) vault.session.removeAll(id);
    eraseDeleted(db);
  };

  /**
   * Deletes connectors with their secrets in the transaction of a larger change: all of it or none. `commit` calls
   * `deleteConnectors` once it has found that nothing stands against the change.
   */
  const removeTogether = async <Value>(
    ids: readonly number[],
    commit: (deleteConnectors: () => void) => Result<Value>,
  ): Promise<Result<Value>> => {
    const found = ids.map((id) => findConnector(db, id)).filter((connector) => connector !== undefined);
    const deleteConnectors = () => {
      for (const connector of found) deleteStored(connector);
    };
    const removed = await vault.change(found.map(withoutSecrets), () => commit(deleteConnectors));
    if (removed.ok) forget(found);
    return removed;
  };

  const remove = async ({ id }: Input<'connectors', 'remove'>): Promise<Result<Value<'connectors', 'remove'>>> => {
    const found = requireConnector(context, id);
    if (!found.ok) return found;
    const removed = await vault.change([withoutSecrets(found.value)], () => {
      // Asked again: somebody else may have deleted it while the keychain was busy.
      const current = requireConnector(context, id);
      return current.ok ? success({ affectedAnalyses: deleteStored(current.value) }) : current;
    });
    if (removed.ok) forget([found.value]);
    return removed;
  };

  const keepName = ({ id }: Input<'connectors', 'keepName'>): Result<Connector> => {
    const found = requireConnector(context, id);
    if (!found.ok) return found;
    db.transaction(() => {
      updateConnector(db, { ...found.value, nameGenerated: false });
      const { ciId, connectorName } = found.value;
      record(context, 'connector.nameKept', subjectOf(id), { connectorId: id, ciId, connectorName });
    })();
    return success(answer(id));
  };

  const listByCi = (input: Input<'connectors', 'listByCi'>): Result<Value<'connectors', 'listByCi'>> => {
    const groups: { connectorType: string; connectors: Connector[] }[] = [];
    for (const connector of listConnectorsByCi(db, input.ciId).map(toConnector)) {
      const last = groups.at(-1);
      if (last?.connectorType === connector.connectorType) last.connectors.push(connector);
      else groups.push({ connectorType: connector.connectorType, connectors: [connector] });
    }
    return success({ ciId: ciKey(input.ciId), groups });
  };

  const usage = ({ id }: Input<'connectors', 'usage'>): Result<Value<'connectors', 'usage'>> => {
    const found = requireConnector(context, id);
    if (!found.ok) return found;
    return success({ analyses: listAnalysesOfConnector(db, id), executions: countExecutionsOfConnector(db, id) });
  };

  return {
    listCis: () => success(listCis(db)),
    listByCi,
    get: ({ id }: Input<'connectors', 'get'>): Result<Connector> => {
      const found = requireConnector(context, id);
      return found.ok ? success(toConnector(found.value)) : found;
    },
    create,
    update,
    duplicate,
    remove,
    removeTogether,
    keepName,
    usage,
    answer,
    readFields,
    draftTested,
  };
};

export type ConnectorService = ReturnType<typeof createConnectorService>;
