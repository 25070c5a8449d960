import { randomUUID } from 'node:crypto';
import {
  type AnalysisRecord,
  type ApplicationRecord,
  type ConnectorRecord,
  canonicalJson,
  listAnalyses,
  listConnectorsByCi,
  sha256,
} from '../../db';
import type { ErrorCode, Input, PreflightItem } from '../../preload/contract';
import { createBreaks } from '../breaks';
import { findToolType } from '../connectors/registry';
import type { ToolType } from '../connectors/types';
import type { Guard } from '../guard/guard-client';
import { failure, type Result, success } from '../result';
import { unknownQuestion } from './analysis-service';
import { requireOpenApplication } from './application-service';
import { type ConnectorDirectory, createDirectory, type ResolvedChoice, resolveChoice } from './resolution';
import type { ServiceContext } from './service-context';

export type PreflightInput = Input<'executions', 'preflight'>;

/** One line of the pre-flight with all that a run of it needs. */
export interface PreflightLine {
  item: PreflightItem;
  analysis: AnalysisRecord;
  connector?: ConnectorRecord;
  connectorFingerprint?: string;
  resolution: ResolvedChoice['resolution'];
  /** The guard's words on the query. */
  guardReason: string;
}

export interface Preflight {
  application: ApplicationRecord;
  lines: PreflightLine[];
  /** SHA-256 over everything that was shown and everything that it stands for. */
  hash: string;
}

interface Refusal {
  code: ErrorCode;
  reasons: string[];
}

interface Target {
  connector: ConnectorRecord;
  toolType: ToolType;
  resolution: ResolvedChoice['resolution'];
}

/** SHA-256 over the connector's type and configuration: what a run reaches its system by. */
export const fingerprintConnector = ({
  connectorType,
  configuration,
}: Pick<ConnectorRecord, 'connectorType' | 'configuration'>): string =>
  sha256(canonicalJson({ connectorType, configuration }));

const refuse = (code: ErrorCode, reason: string): Refusal => ({ code, reasons: [reason] });

export const saidNotAnswerable = (reason: string): string =>
  `It is said to be not answerable here: “${reason}”. Take that back in Step 3 to run it.`;

const unresolvedReasons: Record<string, (analysis: AnalysisRecord, count: number) => Refusal> = {
  'needs-selection': ({ toolSuggestion }) =>
    refuse(
      'NEEDS_SELECTION',
      toolSuggestion ? 'Its connector was deleted. Choose another one.' : 'No tool type is chosen yet.',
    ),
  ambiguous: ({ toolSuggestion }, count) =>
    refuse('AMBIGUOUS_CONNECTOR', `This CI has ${count} connectors of type ${toolSuggestion}. Choose one.`),
  missing: ({ toolSuggestion }) =>
    refuse(
      'MISSING_CONNECTOR',
      `This CI has no connector of type ${toolSuggestion}. Create one in Step 3, or leave this question.`,
    ),
};

/** What a pre-flight is about, read at one moment: each question with the connector it points at, or why at none. */
interface Snapshot {
  application: ApplicationRecord;
  targets: { analysis: AnalysisRecord; target: Target | Refusal }[];
  /** SHA-256 over all that would make a run another one. */
  hash: string;
}

const readSnapshot = (
  { db }: ServiceContext,
  application: ApplicationRecord,
  { questionIds, overrides = [] }: PreflightInput,
): Snapshot => {
  const connectors = listConnectorsByCi(db, application.ciId);
  const directory = createDirectory(connectors);
  const connectorById = new Map(connectors.map((connector) => [connector.id, connector]));
  const overrideByQuestion = new Map(overrides.map(({ questionId, connectorId }) => [questionId, connectorId]));
  const wanted = questionIds && new Set(questionIds);

  const findTarget = (analysis: AnalysisRecord): Target | Refusal => {
    if (analysis.notAnswerable !== null) return refuse('VALIDATION', saidNotAnswerable(analysis.notAnswerable));
    const override = overrideByQuestion.get(analysis.questionId);
    const resolved = override === undefined ? resolveChoice(analysis, directory) : overriddenChoice(override);
    if (resolved.connectorId === null) return explainUnresolved(analysis, resolved, directory);
    const connector = connectorById.get(resolved.connectorId);
    if (!connector) return refuse('MISSING_CONNECTOR', 'The connector to run on instead is not one of this CI.');
    const toolType = findToolType(connector.connectorType);
    if (!toolType) {
      return refuse('UNSUPPORTED_TYPE', `This version of Tickmark can’t reach “${connector.connectorType}”.`);
    }
    if (analysis.toolSuggestion !== null && analysis.toolSuggestion !== connector.connectorType) {
      return refuse(
        'VALIDATION',
        `The question is for ${analysis.toolSuggestion}, not for ${connector.connectorType}.`,
      );
    }
    return { connector, toolType, resolution: resolved.resolution };
  };

  const targets = listAnalyses(db, application.id)
    .filter(({ questionId }) => !wanted || wanted.has(questionId))
    .map((analysis) => ({ analysis, target: findTarget(analysis) }));
  return { application, targets, hash: hashSnapshot(application, targets) };
};

const hashSnapshot = ({ id, ciId }: ApplicationRecord, targets: Snapshot['targets']): string =>
  sha256(
    canonicalJson({
      application: { id, ciId },
      targets: targets.map(({ analysis: { questionId, query, toolSuggestion }, target }) => ({
        questionId,
        query,
        toolSuggestion,
        target: 'connector' in target ? describeTarget(target) : target,
      })),
    }),
  );

/** What a change of the connector since would mean another run. When it was last tested is none of that. */
const describeTarget = ({ connector, resolution }: Target) => {
  const { id, connectorName, environment, target, fingerprint, metTarget, secretKeys } = connector;
  const connectorFingerprint = fingerprintConnector(connector);
  return {
    id,
    connectorName,
    environment,
    target,
    fingerprint,
    metTarget,
    secretKeys,
    connectorFingerprint,
    resolution,
  };
};

const overriddenChoice = (connectorId: number): ResolvedChoice => ({
  resolution: 'selected',
  connectorId,
  connectorName: null,
});

const explainUnresolved = (
  analysis: AnalysisRecord,
  { resolution }: ResolvedChoice,
  directory: ConnectorDirectory,
): Refusal => {
  const { toolSuggestion } = analysis;
  if (toolSuggestion !== null && !findToolType(toolSuggestion)) {
    return refuse('UNSUPPORTED_TYPE', `This version of Tickmark can’t reach “${toolSuggestion}”.`);
  }
  const count = toolSuggestion === null ? 0 : (directory.byType.get(toolSuggestion)?.length ?? 0);
  return unresolvedReasons[resolution]?.(analysis, count) ?? refuse('NEEDS_SELECTION', 'Choose a connector.');
};

const refusedLine = (analysis: AnalysisRecord, { code, reasons }: Refusal): PreflightLine => ({
  analysis,
  resolution: 'needs-selection',
  guardReason: '',
  item: {
    questionId: analysis.questionId,
    toolType: analysis.toolSuggestion,
    connectorId: null,
    connectorName: null,
    environment: null,
    target: null,
    query: analysis.query,
    verdict: 'refused',
    code,
    reasons,
  },
});

const readLine = async (guard: Guard, analysis: AnalysisRecord, target: Target): Promise<PreflightLine> => {
  const { connector, toolType, resolution } = target;
  const refusal = await judge(guard, analysis, connector, toolType);
  return {
    analysis,
    connector,
    resolution,
    connectorFingerprint: fingerprintConnector(connector),
    guardReason: refusal?.code === 'QUERY_REJECTED' ? refusal.reasons.join(' ') : 'One statement that only reads.',
    item: {
      questionId: analysis.questionId,
      toolType: toolType.type,
      connectorId: connector.id,
      connectorName: connector.connectorName,
      environment: connector.environment,
      target: connector.target ?? `${toolType.describeAddress(connector.configuration)} (not met yet)`,
      query: analysis.query,
      verdict: refusal ? 'refused' : 'ready',
      ...(refusal && { code: refusal.code }),
      reasons: refusal?.reasons ?? readyReasons(target),
    },
  };
};

const readyReasons = ({ resolution, connector: { connectorType, canWrite }, toolType }: Target): string[] => [
  ...(resolution === 'only-one-of-type'
    ? [`The only connector of type ${connectorType}: starting makes it the choice.`]
    : []),
  ...(canWrite && !toolType.withoutLogin ? ['This access could change data; the query can’t.'] : []),
];

/** Why a query may not run on that connector; undefined where it may. Contacts no system. */
export const judge = async (
  guard: Guard,
  { query }: AnalysisRecord,
  { metTarget, target }: ConnectorRecord,
  toolType: ToolType,
): Promise<Refusal | undefined> => {
  if (query.trim() === '') return refuse('VALIDATION', 'There is no query yet.');
  if (metTarget) {
    return refuse(
      'TARGET_CHANGED',
      `The connector met ${metTarget} instead of ${target}. Confirm or correct it in Settings.`,
    );
  }
  const verdict = await guard.judge(toolType, query);
  return verdict.allowed ? undefined : refuse('QUERY_REJECTED', verdict.reason);
};

const hashLines = (application: ApplicationRecord, lines: readonly PreflightLine[]): string =>
  sha256(
    canonicalJson({
      application: { id: application.id, ciId: application.ciId },
      lines: lines.map(({ item, connectorFingerprint = null }) => ({ ...item, connectorFingerprint })),
    }),
  );

/** The first question that was asked for and is not in the application: it must not be left out unnoticed. */
const findUnknownQuestion = (
  { db }: ServiceContext,
  { applicationId, questionIds = [], overrides = [] }: PreflightInput,
): string | undefined => {
  const known = new Set(listAnalyses(db, applicationId).map(({ questionId }) => questionId));
  return [...questionIds, ...overrides.map(({ questionId }) => questionId)].find(
    (questionId) => !known.has(questionId),
  );
};

/** Adds the guard's verdict to each target of the snapshot. */
const readLines = async (guard: Guard, { targets }: Snapshot): Promise<PreflightLine[]> => {
  const breakWhenDue = createBreaks();
  const lines: PreflightLine[] = [];
  for (const { analysis, target } of targets) {
    lines.push('connector' in target ? await readLine(guard, analysis, target) : refusedLine(analysis, target));
    await breakWhenDue();
  }
  return lines;
};

/** Pre-flights that were shown and may be started. The oldest are forgotten. */
const mostRemembered = 8;

export const createPreflightService = (context: ServiceContext, guard: Guard) => {
  const shown = new Map<string, { input: PreflightInput; snapshotHash: string; preflight: Preflight }>();

  const remember = (input: PreflightInput, snapshotHash: string, preflight: Preflight): string => {
    const preflightToken = randomUUID();
    shown.set(preflightToken, { input, snapshotHash, preflight });
    const oldest = shown.keys().next().value;
    if (shown.size > mostRemembered && oldest) shown.delete(oldest);
    return preflightToken;
  };

  const preflight = async (
    input: PreflightInput,
  ): Promise<Result<{ preflightToken: string; items: PreflightItem[] }>> => {
    const found = requireOpenApplication(context, input.applicationId);
    if (!found.ok) return found;
    const unknown = findUnknownQuestion(context, input);
    if (unknown !== undefined) return unknownQuestion(unknown);
    const snapshot = readSnapshot(context, found.value, input);
    const lines = await readLines(guard, snapshot);
    const hash = hashLines(found.value, lines);
    const preflightToken = remember(input, snapshot.hash, { application: found.value, lines, hash });
    return success({ preflightToken, items: lines.map(({ item }) => item) });
  };

  /** The pre-flight as it was shown, if nothing in it has changed since; otherwise PREFLIGHT_STALE. */
  const recall = (preflightToken: string): Result<Preflight> => {
    const remembered = shown.get(preflightToken);
    if (!remembered) return stale('This check was already started or is too old.');
    const found = requireOpenApplication(context, remembered.input.applicationId);
    if (!found.ok) return found;
    if (readSnapshot(context, found.value, remembered.input).hash === remembered.snapshotHash) {
      return success(remembered.preflight);
    }
    shown.delete(preflightToken);
    return stale('Something changed since this was shown: a connector, a query or a choice.');
  };

  return { preflight, recall, forget: (preflightToken: string) => shown.delete(preflightToken) };
};

export type PreflightService = ReturnType<typeof createPreflightService>;

const stale = (message: string) =>
  failure('PREFLIGHT_STALE', `${message} Nothing was started.`, { hint: 'Check again, look at it, then start.' });
