import {
  appendAuditEntry,
  canonicalJson,
  createLegacyWriter,
  type Database,
  findLegacySource,
  type LegacyKind,
  type LegacyMapping,
  listLegacyMappings,
  listQuestions,
  rememberLegacySource,
  sha256,
} from '../../db';
import type { LegacyCounts, LegacyReport } from '../../preload/contract';
import { createQuestionIds } from '../services/question-ids';
import type { ConvertedConnector } from './convert-connector';
import type { ConvertedQuestion } from './convert-questions';
import type { LegacyData } from './read-source';
import { createTally } from './report';

/** A connector that is not here yet, with the id it gets: its secrets lie in the keychain under it already. */
export interface PlannedConnector extends ConvertedConnector {
  id: number;
}

export interface ImportPlan {
  data: LegacyData;
  connectors: readonly PlannedConnector[];
  archive: LegacyReport['archive'];
  actor: string;
  /** What is read is this store as it was before: its ids stay as they are. */
  isOwnStore: boolean;
  /** Takes known secrets out of a text. */
  clean(text: string): string;
}

export interface KnownApplication {
  id: number;
  ciId: string;
  /** The questions of the source by their id there, which may repeat. */
  questions: Map<string, KnownQuestion[]>;
  /** Those that are in the store. */
  questionIds: Set<string>;
  nextQuestionId: ReturnType<typeof createQuestionIds>;
}

/** A question of the source, its id here, and whether an analysis of it has come. */
export interface KnownQuestion extends ConvertedQuestion {
  questionId: string;
  isAnalysed: boolean;
}

const kinds: readonly LegacyKind[] = ['application', 'connector', 'question', 'analysis', 'execution'];

const hashOf = (row: unknown): string => sha256(canonicalJson(row));

/** What the parts of one import share while its transaction is open. */
export const createImportState = (db: Database, plan: ImportPlan) => {
  const { identity, address, contentHash } = plan.data;
  const sourceId = plan.isOwnStore ? 0 : rememberLegacySource(db, { identity, address, contentHash });
  const mappings = new Map(kinds.map((kind) => [kind, new Map<string, LegacyMapping>()]));
  for (const mapping of listLegacyMappings(db, sourceId)) mappings.get(mapping.kind)?.set(mapping.sourceKey, mapping);
  const writer = createLegacyWriter(db, sourceId);
  const tally = createTally();
  const applications = new Map<string, KnownApplication>();
  const removedApplications = new Set<string>();
  const changedInSource: Record<string, number> = {};

  const addApplication = (key: string, id: number, ciId: string): void => {
    const questionIds = new Set(listQuestions(db, id).map(({ questionId }) => questionId));
    const nextQuestionId = createQuestionIds(questionIds);
    applications.set(key, { id, ciId, questions: new Map(), questionIds, nextQuestionId });
  };

  return {
    db,
    plan,
    writer,
    tally,
    now: new Date().toISOString(),
    applications,
    removedApplications,
    changedInSource,
    addApplication,
    /** What the row became at an earlier import, though it may have been removed since. */
    findKnown: (kind: LegacyKind, sourceKey: string, row: unknown): string | undefined => {
      const mapping = mappings.get(kind)?.get(sourceKey);
      if (mapping?.rowHash && mapping.rowHash !== hashOf(row)) changedInSource[kind] = (changedInSource[kind] ?? 0) + 1;
      return mapping?.localKey;
    },
    localKeyOf: (kind: LegacyKind, sourceKey: string): string | undefined =>
      mappings.get(kind)?.get(sourceKey)?.localKey,
    remember: (kind: LegacyKind, sourceKey: string, localKey: string | number, row: unknown): void => {
      // A store that took its own rows over is not imported a second time: only its connectors are asked for again.
      if (plan.isOwnStore && kind !== 'connector') return;
      const rowHash = plan.isOwnStore ? '' : hashOf(row);
      const mapping = { kind, sourceKey, localKey: String(localKey), rowHash };
      mappings.get(kind)?.set(sourceKey, mapping);
      if (!plan.isOwnStore) writer.remember(mapping);
    },
    log: (action: string, subject: string, details: Record<string, unknown>): void =>
      appendAuditEntry(db, { actor: plan.actor, action, subject, details }),
    /** A row whose application did not come. */
    skipOrphan: (table: string, applicationKey: string, key: string, kind?: keyof LegacyCounts): void => {
      const withApplication =
        applicationKey === ''
          ? 'It belongs to no application.'
          : 'Its application is not in the source, or was skipped.';
      const reason = removedApplications.has(applicationKey)
        ? 'Its application was removed here since the last import.'
        : withApplication;
      tally.skip(table, reason, key, kind);
    },
  };
};

export type ImportState = ReturnType<typeof createImportState>;

/** The connectors of the source that an earlier import has brought already, by their id there. */
export const listImportedConnectors = (db: Database, data: LegacyData): Set<string> => {
  const { identity, address, contentHash } = data;
  const sourceId = findLegacySource(db, { identity, address, contentHash });
  const mappings = sourceId === undefined ? [] : listLegacyMappings(db, sourceId);
  return new Set(mappings.filter(({ kind }) => kind === 'connector').map(({ sourceKey }) => sourceKey));
};
