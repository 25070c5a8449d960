import { type ConnectorRecord, canonicalJson, ciKey, findConnector, sha256, updateConnector } from '../../db';
import type {
  Configuration,
  ConnectionReport,
  Connector,
  FieldDefinition,
  Identity,
  Input,
  SchemaTable,
} from '../../preload/contract';
import { isSameTarget } from '../connectors/target-identity';
import type { ConnectorAccess, DriverReport } from '../connectors/types';
import type { ExecutionProcess } from '../execution/execution-process-client';
import type { SecretValues } from '../keychain/connector-secrets';
import { failure, type Result, success, type TickmarkError } from '../result';
import { type ConnectorService, readSecretInput, requireConnector, requireToolType } from './connector-service';
import type { KnownTables } from './known-tables';
import { notGivenAgain, refuseToFollow, sameDestination } from './secret-destination';
import type { SecretVault } from './secret-vault';
import { record, type ServiceContext } from './service-context';

const changedTargetMessage = (pinned: string | null, met: string): string =>
  `This is another system than before. Before: ${pinned}. Now: ${met}. Confirm the new target if that is meant.`;

/** Two systems that call themselves the same still differ for the person who compares them. */
const tellApart = (pinned: string | null, met: string, fingerprint: Identity): string =>
  pinned === met ? `${met} · identity ${sha256(canonicalJson(fingerprint)).slice(0, 12)}` : met;

/** What meeting a system does to the connector: the first one is pinned, another one waits for a person. */
export const meetTarget = (connector: ConnectorRecord, target: string, fingerprint: Identity): ConnectorRecord => {
  if (connector.fingerprint && !isSameTarget(connector.fingerprint, fingerprint)) {
    const metTarget = tellApart(connector.target, target, fingerprint);
    return {
      ...connector,
      metTarget,
      metFingerprint: fingerprint,
      status: 'failed',
      statusMessage: changedTargetMessage(connector.target, metTarget),
    };
  }
  return { ...connector, target, fingerprint, metTarget: null, metFingerprint: null };
};

const isSameConfiguration = (left: ConnectorRecord, right: ConnectorRecord): boolean =>
  canonicalJson([left.configuration, left.secretKeys]) === canonicalJson([right.configuration, right.secretKeys]);

const withoutNulls = (secrets: SecretValues): Record<string, string> =>
  Object.fromEntries(Object.entries(secrets).filter((entry): entry is [string, string] => entry[1] !== null));

export const createConnectionService = (
  context: ServiceContext,
  connectors: ConnectorService,
  vault: SecretVault,
  driver: ExecutionProcess,
  knownTables: KnownTables,
  connectorMet: (connector: { id: number }) => void,
) => {
  const { db } = context;

  /** The connector as it is now and what reaches its system, both of one moment. */
  const accessTo = async (id: number): Promise<Result<{ connector: ConnectorRecord; access: ConnectorAccess }>> => {
    const read = await vault.access(id);
    if (!read.ok) return read;
    const { connector, secrets } = read.value;
    return success({ connector, access: { configuration: connector.configuration, secrets } });
  };

  const recordContact = (action: string, connector: ConnectorRecord, details: Record<string, unknown>): void =>
    record(context, action, `connector/${connector.id}`, {
      connectorId: connector.id,
      ciId: connector.ciId,
      connectorName: connector.connectorName,
      ...details,
    });

  const save = (connector: ConnectorRecord, details: Record<string, unknown>): void => {
    db.transaction(() => {
      updateConnector(db, connector);
      recordContact('connector.tested', connector, { status: connector.status, ...details });
    })();
    connectorMet({ id: connector.id });
  };

  const saveFailure = (connector: ConnectorRecord, error: TickmarkError): void =>
    save(
      { ...connector, status: 'failed', statusMessage: error.message, lastTestedAt: new Date().toISOString() },
      { code: error.code, reason: error.reason ?? null },
    );

  const saveSuccess = (connector: ConnectorRecord, report: DriverReport): ConnectorRecord => {
    const tested = meetTarget(
      {
        ...connector,
        status: 'active',
        statusMessage: null,
        canWrite: report.canWrite,
        lastTestedAt: new Date().toISOString(),
      },
      report.target,
      report.fingerprint,
    );
    save(tested, {
      target: report.target,
      pinnedTarget: tested.target,
      serverVersion: report.serverVersion,
      canWrite: report.canWrite,
    });
    return tested;
  };

  /** The test itself, without a connector's state. The fingerprint stays in main. */
  const reportFor = ({ fingerprint: _fingerprint, ...report }: DriverReport, tested?: ConnectorRecord) => {
    if (!tested?.metTarget) return success(report);
    const changed = changedTargetMessage(tested.target, tested.metTarget);
    return success({ ...report, target: tested.metTarget, warnings: [changed, ...report.warnings] });
  };

  const test = async ({ id }: Input<'connectors', 'test'>): Promise<Result<ConnectionReport>> => {
    const found = await accessTo(id);
    if (!found.ok) return found;
    const { connector, access } = found.value;
    const toolType = requireToolType(connector.connectorType);
    if (!toolType.ok) return toolType;
    const answer = await driver.test({ connectorType: toolType.value.type, access });
    const current = findConnector(db, id);
    if (!current || !isSameConfiguration(current, connector)) {
      // It was changed or deleted while the server was asked: what was found is not about what is stored now.
      recordContact('connector.tested', connector, { changedMeanwhile: true, ok: answer.ok });
      return answer.ok ? reportFor(answer.value) : answer;
    }
    if (answer.ok) return reportFor(answer.value, saveSuccess(current, answer.value));
    saveFailure(current, answer.error);
    return answer;
  };

  /** The secrets of a draft: typed ones over those stored, and stored ones only for the place they were stored for. */
  const draftSecrets = async (
    typed: SecretValues,
    configuration: Configuration,
    fields: readonly FieldDefinition[],
    connectorId: number | undefined,
  ): Promise<Result<Record<string, string>>> => {
    const given = withoutNulls(typed);
    if (connectorId === undefined) return success(given);
    const found = requireConnector(context, connectorId);
    if (!found.ok) return found;
    const missing = notGivenAgain(found.value, vault.session.get(connectorId), typed, fields);
    if (missing.length === 0) return success(given);
    if (!sameDestination(found.value.configuration, configuration)) return refuseToFollow(missing);
    const stored = await vault.access(connectorId);
    if (!stored.ok) return stored;
    if (!sameDestination(stored.value.connector.configuration, configuration)) {
      return failure('VALIDATION', 'The connector was changed meanwhile. Nothing was sent.', {
        hint: 'Test it again.',
      });
    }
    return success(withoutNulls({ ...stored.value.secrets, ...typed }));
  };

  const testDraft = async (input: Input<'connectors', 'testDraft'>): Promise<Result<ConnectionReport>> => {
    const toolType = requireToolType(input.connectorType);
    if (!toolType.ok) return toolType;
    const previous = input.connectorId === undefined ? undefined : findConnector(db, input.connectorId)?.configuration;
    const configuration = connectors.readFields(toolType.value, input.configuration, previous);
    if (!configuration.ok) return configuration;
    const typed = readSecretInput(toolType.value.fields, input.secrets);
    if (!typed.ok) return typed;
    const secrets = await draftSecrets(typed.value, configuration.value, toolType.value.fields, input.connectorId);
    if (!secrets.ok) return secrets;
    const access = { configuration: configuration.value, secrets: secrets.value };
    const answer = await driver.test({ connectorType: toolType.value.type, access });
    connectors.draftTested(
      { connectorType: toolType.value.type, configuration: configuration.value, secrets: typed.value },
      answer.ok ? undefined : answer.error,
    );
    record(context, 'connector.draftTested', 'connector', {
      ciId: ciKey(input.ciId),
      connectorId: input.connectorId,
      connectorType: toolType.value.type,
      address: toolType.value.describeAddress(configuration.value),
      ok: answer.ok,
    });
    return answer.ok ? reportFor(answer.value) : answer;
  };

  /** Pins the system that was met last, if it is still the one the person looked at. */
  const confirmTarget = ({ id, target }: Input<'connectors', 'confirmTarget'>): Result<Connector> => {
    const found = requireConnector(context, id);
    if (!found.ok) return found;
    const connector = found.value;
    if (connector.metTarget === null && connector.target === target) return success(connectors.answer(id));
    if (connector.metTarget !== target) {
      return failure('TARGET_CHANGED', 'The system that answers is not the one shown when you confirmed.', {
        hint: 'Test the connector again and compare both targets.',
      });
    }
    db.transaction(() => {
      updateConnector(db, {
        ...connector,
        target,
        fingerprint: connector.metFingerprint,
        metTarget: null,
        metFingerprint: null,
        status: 'active',
        statusMessage: null,
      });
      record(context, 'connector.targetConfirmed', `connector/${id}`, {
        connectorId: id,
        ciId: connector.ciId,
        connectorName: connector.connectorName,
        from: connector.target,
        to: target,
      });
    })();
    connectorMet({ id });
    return success(connectors.answer(id));
  };

  const describeSchema = async ({
    id,
  }: Input<'connectors', 'describeSchema'>): Promise<Result<{ tables: SchemaTable[] }>> => {
    const found = await accessTo(id);
    if (!found.ok) return found;
    const { connector, access } = found.value;
    const toolType = requireToolType(connector.connectorType);
    if (!toolType.ok) return toolType;
    const tables = await driver.describeSchema({ connectorType: toolType.value.type, access });
    recordContact('connector.schemaRead', connector, { ok: tables.ok });
    if (!tables.ok) return tables;
    knownTables.remember(connector, tables.value);
    return success({ tables: tables.value });
  };

  return { test, testDraft, confirmTarget, describeSchema, accessTo };
};

export type ConnectionService = ReturnType<typeof createConnectionService>;
