import { create } from 'zustand';
import type { AuditEntry, Value } from '../../../preload/contract';
import { bridge } from '../../bridge';

export type PackExport = NonNullable<Value<'evidence', 'exportPack'>>;

/** The newest pack of an application. */
export interface LastPack {
  fileName: string;
  sha256: string;
  exportedAt: string;
  /** Whether nothing ran, was marked as final, became another question or was said to be not answerable since. */
  current: boolean;
  /** Where it was put, as long as the program runs: the log, which goes to the client, does not tell. */
  displayPath: string | undefined;
}

/** By application; null where none was exported. */
export const usePacks = create<Record<number, LastPack | null>>(() => ({}));

const places = new Map<string, string>();

interface EntryFilter {
  action: string;
  text?: string;
}

/** What a pack tells of. An entry of these kinds that came later is not in it. */
const packedKinds: readonly EntryFilter[] = [
  { action: 'execution' },
  { action: 'evidence.markedFinal' },
  { action: 'questions' },
  { action: 'analysis.saved', text: '"notAnswerable"' },
];

const newestEntry = async (applicationId: number, filter: EntryFilter): Promise<AuditEntry | undefined> => {
  const answer = await bridge.auditLog.list({ applicationId, ...filter, limit: 1 });
  return answer.ok ? answer.value[0] : undefined;
};

/** Reads from the audit log which pack was exported last, and whether it still holds all there is. */
export const loadLastPack = async (applicationId: number): Promise<void> => {
  const [exported, ...packed] = await Promise.all(
    [{ action: 'evidence.packExported' }, ...packedKinds].map((filter) => newestEntry(applicationId, filter)),
  );
  usePacks.setState({ [applicationId]: exported ? toLastPack(exported, packed) : null });
};

/** A pack from the entry of its export and the newest entries of what it tells of. */
export const toLastPack = ({ at, details }: AuditEntry, packed: readonly (AuditEntry | undefined)[]): LastPack => {
  const sha256 = String(details.sha256);
  // What ended while the pack was written is not in it either: what counts is where the log in the pack ends.
  const lastPacked = Number(details.logEntries ?? 0);
  return {
    fileName: String(details.fileName),
    sha256,
    exportedAt: at,
    current: packed.every((entry) => !entry || entry.seq <= lastPacked),
    displayPath: places.get(sha256),
  };
};

/** Takes over a pack that was just exported. */
export const rememberPack = async (applicationId: number, { sha256, displayPath }: PackExport): Promise<void> => {
  if (displayPath !== undefined) places.set(sha256, displayPath);
  await loadLastPack(applicationId);
};

/** What is shown of a pack that is current may be old by now. */
export const checkLastPack = async (applicationId: number): Promise<void> => {
  if (usePacks.getState()[applicationId]?.current) await loadLastPack(applicationId);
};
